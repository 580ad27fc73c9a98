"""The files of the repository, found by whole paths, by ends of paths, and by names."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from gonogo_review.support.folding import tokens
from gonogo_review.support.index import Placed

START = 8
"""Letters by which parts of paths are found."""


class Tree:
    """Paths as lists of the tree give them. Empty where no list is attached."""

    def __init__(self, files: Iterable[Placed]) -> None:
        self.files = {str(placed.fact.value): placed for placed in files}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._folders: dict[str, list[str]] = defaultdict(list)
        for path in self.files:
            parts = path.lower().split("/")
            self._by_name[parts[-1]].append(path)
            for depth in range(1, len(parts)):
                self._folders[parts[depth - 1]].append(path)

    def __bool__(self) -> bool:
        return bool(self.files)

    def file(self, path: str) -> Placed | None:
        """The file at a path, or at the end of one: `tests/conftest.py` for `backend/tests/conftest.py`."""
        if path in self.files:
            return self.files[path]
        ends = [full for full in self.named(path) if f"/{full}".lower().endswith(f"/{path}".lower())]
        return self.files[min(ends, key=lambda full: (full.count("/"), full))] if ends else None

    def named(self, path: str) -> list[str]:
        """The files with the same name, in whatever folder."""
        return self._by_name.get(path.lower().rpartition("/")[2], [])

    def folder(self, path: str) -> list[Placed]:
        """The files under a folder, given by its path or the end of one."""
        wanted = path.lower().strip("/")
        inside = self._folders.get(wanted.rpartition("/")[2], [])
        return [self.files[full] for full in inside if f"/{wanted}/" in f"/{full.lower()}"]

    def starting(self, name: str) -> list[Placed]:
        """The files with a part of their path that starts with a name of at least `START` letters."""
        near = self._by_start.get(name.lower()[:START], ())
        return [placed for part, placed in near if part.startswith(name.lower())]

    @property
    def at_the_root(self) -> list[Placed]:
        """The files in no folder."""
        return [placed for path, placed in self.files.items() if "/" not in path]

    @cached_property
    def inside(self) -> dict[str, dict[str, Placed]]:
        """The files directly in each folder, by name."""
        inside: dict[str, dict[str, Placed]] = defaultdict(dict)
        for path, placed in self.files.items():
            folder, _, name = path.rpartition("/")
            inside[folder][name] = placed
        return inside

    @cached_property
    def stems(self) -> dict[str, list[Placed]]:
        """The configuration files by their names without an ending, in lower case."""
        stems: dict[str, list[Placed]] = defaultdict(list)
        for path, placed in self.files.items():
            stem, _, ending = path.lower().rpartition("/")[2].rpartition(".")
            if ending in {"yml", "yaml", "json", "toml"} or stem.endswith((".config", "rc")):
                stems[stem.removesuffix(".config")].append(placed)
        return stems

    @cached_property
    def called(self) -> dict[str, list[str]]:
        """The folders by the last word of their names."""
        called: dict[str, list[str]] = defaultdict(list)
        for folder in self.inside:
            for word in tokens(folder.rpartition("/")[2])[-1:]:
                called[word].append(folder)
        return called

    @cached_property
    def _by_start(self) -> dict[str, list[tuple[str, Placed]]]:
        found: dict[str, list[tuple[str, Placed]]] = defaultdict(list)
        for path, placed in self.files.items():
            for part in path.lower().split("/"):
                found[part[:START]].append((part, placed))
        return found
