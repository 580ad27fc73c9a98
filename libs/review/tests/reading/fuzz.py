"""Mutates reports for as long as it is told, and stops at the first that breaks reading or judging. Not run by pytest.

    python libs/review/tests/reading/fuzz.py SECONDS [SEED] [REPORT ...]

Without reports it takes those of the annotated corpus. The report that broke is left beside as `broken.bin`.
"""

import random
import sys
import time
from pathlib import Path

from gonogo_review.explaining import explain
from gonogo_review.judging import judge
from gonogo_review.reading import read_report
from gonogo_review.rubric import default

CORPUS = Path(__file__).resolve().parents[4].parent / "shared" / "corpus" / "dev"
PIECES = [
    b"|", b"`", b"```\n", b"**", b"- [ ] ", b"<table>", b"<!--", b"-->", b"\xff", b"\x00", b"\n\n", b"# ", b"> ",
    b"(", b")", b"%", b"/", b"..", b"1", b" to ", "✅".encode(), b"---\n", b"\t", b"~~", b"[", b"](", b"</td>", b": ",
    "完成".encode(),
]  # fmt: skip
LONGEST = 5.0
"""Seconds of processor time that one report may take."""


def mutated(chance: random.Random, reports: list[bytes]) -> bytes:
    """A report with up to sixty cuts, insertions and repeats."""
    data = bytearray(chance.choice(reports))
    for _ in range(chance.randint(1, 60)):
        place, kind = chance.randrange(len(data) + 1), chance.random()
        if kind < 0.5:
            data[place:place] = chance.choice(PIECES) * chance.choice([1, 1, 1, 3, 50])
        elif kind < 0.75:
            del data[place : place + chance.randint(1, 40)]
        else:
            other = chance.randrange(len(data) + 1)
            data[place:place] = data[other : other + chance.randint(1, 300)]
    return bytes(data)


def check(data: bytes, chance: random.Random) -> None:
    """Reads and judges it, and holds every place against the lines."""
    reading = read_report(data, "fuzzed.md")
    for statement in reading.statements:
        line = reading.lines[statement.line - 1]
        assert 0 <= statement.start <= statement.end <= len(line)
        assert all(0 <= each.start < each.end <= len(line) and each.low <= each.high for each in statement.amounts)
    explain(reading, chance.randint(1, len(reading.lines)))
    review = judge(reading, [], default())
    assert all(1 <= number <= len(reading.lines) for finding in review.findings for number in finding.lines)


def main() -> int:
    """Exit status 1 at the first report that breaks."""
    seconds, seed = float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    named = [Path(name) for name in sys.argv[3:]] or sorted(CORPUS.glob("*.md"))
    reports = [path.read_bytes() for path in named]
    chance = random.Random(seed)  # noqa: S311 - it guards nothing
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        data = mutated(chance, reports)
        started = time.process_time()
        try:
            check(data, chance)
            assert time.process_time() - started < LONGEST
        except Exception:
            Path("broken.bin").write_bytes(data)
            raise
        count += 1
    print(f"{count} mutated reports read and judged, seed {seed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
