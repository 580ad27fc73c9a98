"""Files of a repository: what exists, how many of which kind, how many lines and tests."""

import re
from collections import Counter
from pathlib import PurePosixPath

from gonogo_review.evidence.found import Found

_TESTS = re.compile(
    rb"^[ \t]*(?:async[ \t]+)?def test_\w+|^[ \t]*(?:it|test)(?:\.each\([^)]*\))?[ \t]*\([ \t]*['\"`]|^func Test\w+\("
    rb"|^[ \t]*@(?:Test|ParameterizedTest)\b|^[ \t]*\[(?:Fact|Theory|Test|TestMethod)\b|^[ \t]*#\[(?:\w+::)?test\]",
    re.MULTILINE,
)
"""One test of pytest, Jest and its kin, Go, JUnit, .NET, Rust."""


class Tree:
    """Collects files; a folder that holds all of them, as archives of a repository have, is taken off."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._files: list[tuple[str, int, int]] = []

    def add(self, path: str, body: bytes) -> None:
        """One file with its content, or the first part of it."""
        self._files.append((path.removeprefix("./"), body.count(b"\n"), len(_TESTS.findall(body))))

    def tell(self) -> None:
        """Gives each file, and the numbers."""
        top = self._top()
        kinds: Counter[str] = Counter()
        for path, lines, tests in sorted(self._files):
            name = path.removeprefix(top)
            kinds[PurePosixPath(name).suffix.lower()] += 1
            self._found.fact("files.exists", name, "", name, "", lines=str(lines), tests=str(tests) if tests else "")
        for kind, number in sorted(kinds.items()):
            self._found.fact("files.count", float(number), "count", "names of the entries", kind or "no extension")
        self._sum("files.count", len(self._files))
        self._sum("code.lines", sum(lines for _, lines, _ in self._files))
        self._sum("tests.static", sum(tests for _, _, tests in self._files))

    def _sum(self, metric: str, number: int) -> None:
        self._found.fact(metric, float(number), "count", "sum over all entries")

    def _top(self) -> str:
        first = {path.partition("/")[0] for path, _, _ in self._files}
        inside = all("/" in path for path, _, _ in self._files)
        return f"{first.pop()}/" if len(first) == 1 and inside else ""
