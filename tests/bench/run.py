"""`make bench`: timings, each as a ratio to something measured in the same run, or as a curve."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "dev"
sys.path.insert(0, str(ROOT))


def main() -> None:
    """Prints every part; `make bench` takes all, arguments take some: `reading`, `evidence`, `pipeline`."""
    from tests.bench import evidence, pipeline, reading

    report = ROOT / "samples" / "no-go" / "report.md"
    reports = sorted(CORPUS.glob("*.md")) or sorted((ROOT / "samples").glob("*/report.md"))
    parts: dict[str, Callable[[], Iterator[str]]] = {
        "reading": lambda: reading.lines(reports),
        "evidence": evidence.lines,
        "pipeline": lambda: pipeline.lines(report.read_bytes()),
    }
    for name in sys.argv[1:] or parts:
        print(f"## {name}", flush=True)
        for line in parts[name]():
            print(line, flush=True)


if __name__ == "__main__":
    main()
