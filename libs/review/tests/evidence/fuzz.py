"""Mutates samples for as long as it is told; stops at a crash, at a slow file, or at one that takes much memory.

    python libs/review/tests/evidence/fuzz.py [--seconds 60] [--seed 0] [FOLDER ...]

No test: it runs for as long as one likes. The folders are those of the samples, and of the corpus where it is there.
"""

import argparse
import io
import random
import sys
import time
import tracemalloc
from pathlib import Path

from gonogo_review.evidence import read_evidence

SLOW = 5.0
"""Seconds of processor time: the machine may be busy with other things."""
MUCH = 150 * 1024 * 1024
"""Bytes."""
BITS = [
    b"",
    b"\0",
    b"{",
    b"[",
    b"}",
    b"]",
    b"<",
    b">",
    b"&",
    b'"',
    b"'",
    b"\n",
    b"%",
    b"-1",
    b"1e999",
    b"NaN",
    b"null",
    b"\xff\xfe",
    b"\xc3",
]


def mutate(body: bytes, rng: random.Random) -> bytes:
    """A few cuts, doublings, swaps and planted signs."""
    data = bytearray(body)
    for _ in range(rng.randint(1, 6)):
        start = rng.randint(0, len(data))
        end = min(len(data), start + rng.choice([0, 1, 4, 40, 400]))
        part = bytes(data[start:end])
        data[start:end] = rng.choice([b"", part * 2, part[::-1], rng.choice(BITS), rng.randbytes(3), part * 50])
    return bytes(data)


def attempt(body: bytes) -> str:
    """What is wrong with how the bytes were read; empty where nothing is."""
    tracemalloc.start()
    started = time.process_time()
    try:
        reading = read_evidence("fuzz", io.BytesIO(body))
    except Exception as error:  # noqa: BLE001 - any crash is what is looked for
        return f"crash: {error!r}"
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    took = time.process_time() - started
    if took > SLOW or peak > MUCH:
        return f"{took:.1f} s, {peak // 1024 // 1024} MB"
    return "" if reading.facts or reading.problems else "neither a fact nor a problem"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("folders", nargs="*", type=Path, default=[Path(__file__).parent / "samples"])
    args = parser.parse_args()
    rng = random.Random(args.seed)  # noqa: S311 - no secret
    bodies = [path.read_bytes() for folder in args.folders for path in sorted(folder.rglob("*")) if path.is_file()]
    tried, end = 0, time.monotonic() + args.seconds
    while time.monotonic() < end:
        body = mutate(rng.choice(bodies), rng)
        wrong = attempt(body)
        tried += 1
        if wrong:
            kept = Path("fuzz-failure.bin")
            kept.write_bytes(body)
            print(f"after {tried} files: {wrong}; kept as {kept}")
            return 1
    print(f"{tried} files, nothing wrong")
    return 0


if __name__ == "__main__":
    sys.exit(main())
