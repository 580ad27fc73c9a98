"""Counts of what is covered, file by file, summed over folders and the whole."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from gonogo_review.evidence.found import Found

MAX_FILES = 5_000
"""Files and folders with facts of their own; the rest count in the sums."""

Counts = dict[str, list[int]]
"""By metric: what is covered, and what there is."""


class Tally:
    """Adds up coverage. `place` of a file is its pointer; `sums` says how a folder's or the whole's number is had."""

    def __init__(self) -> None:
        self._files: dict[str, Counts] = {}
        self._places: dict[str, str] = {}
        self._stated: Counts = {}

    def add(self, path: str, metric: str, covered: int, total: int, place: str) -> None:
        """Counts `covered` of `total` for one file; a second call for the same file and metric adds to it."""
        file = path.replace("\\", "/").removeprefix("./")
        counts = self._files.setdefault(file, {}).setdefault(metric, [0, 0])
        counts[0] += covered
        counts[1] += total
        self._places.setdefault(file, place)

    def state(self, metric: str, covered: int, total: int) -> None:
        """The whole as the file states it, where files that count are not listed."""
        self._stated[metric] = [covered, total]

    def total(self) -> Counts:
        """The sums over all files, or what is stated in their place."""
        return {**_sum(self._files.values()), **self._stated}

    def tell(self, found: Found, whole: str) -> None:
        """Gives the facts: the whole (its pointer is `whole`), then folders, then files, in order of their paths."""
        sums = self.total()
        if not any(total for _, total in sums.values()):
            found.problem("nothing-measured", "Nothing is measured in it: 0 of 0 lines. It backs no claim.")
            return
        _tell(found, "", sums, whole)
        folders: dict[str, list[Counts]] = defaultdict(list)
        for file, counts in self._files.items():
            for folder in _folders(file):
                folders[folder].append(counts)
        for folder in sorted(folders)[:MAX_FILES]:
            _tell(found, folder + "/", _sum(folders[folder]), f"sum over {folder}/**")
        for file in sorted(filter(None, self._files))[:MAX_FILES]:
            _tell(found, file, self._files[file], self._places[file])


def _tell(found: Found, scope: str, counts: Mapping[str, list[int]], place: str) -> None:
    for metric, (covered, total) in counts.items():
        if total:
            found.fact(metric, 100 * covered / total, "%", place, scope, covered=str(covered), total=str(total))


def _sum(parts: Iterable[Counts]) -> Counts:
    sums: Counts = {}
    for counts in parts:
        for metric, (covered, total) in counts.items():
            pair = sums.setdefault(metric, [0, 0])
            pair[0] += covered
            pair[1] += total
    return sums


def _folders(file: str) -> list[str]:
    parts = file.strip("/").split("/")[:-1]
    return ["/".join(parts[: depth + 1]) for depth in range(len(parts))]
