"""`make bench`: timings, each as a ratio to something measured in the same run, or as a curve."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))


def main() -> None:
    """Prints every part; `make bench` takes all, an argument takes one: `pipeline`."""
    from tests.bench import pipeline

    report = (ROOT / "samples" / "no-go" / "report.md").read_bytes()
    parts: dict[str, Callable[[], Iterator[str]]] = {"pipeline": lambda: pipeline.lines(report)}
    for name in sys.argv[1:] or parts:
        print(f"## {name}", flush=True)
        for line in parts[name]():
            print(line, flush=True)


if __name__ == "__main__":
    main()
