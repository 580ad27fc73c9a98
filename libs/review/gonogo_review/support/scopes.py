"""The part of the code that a text means: a file or folder that coverage was measured for."""

import re
from collections import defaultdict
from functools import lru_cache

from gonogo_review.support.case import Case
from gonogo_review.support.folding import SAME_START, alike, tokens
from gonogo_review.support.index import Placed
from gonogo_review.support.names import names
from gonogo_review.support.words import place, without

COVERAGE_KINDS = (
    "coverage.line",
    "coverage.statement",
    "coverage.branch",
    "coverage.function",
    "coverage.instruction",
    "coverage.combined",
)
MAX_WORDS = 8


class Part:
    """A file or folder with its coverage."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._facts: dict[str, list[Placed]] = defaultdict(list)
        name = path.rstrip("/").rpartition("/")[2]
        self.name = tokens(name.partition(".")[0] or name)
        self.parents = set(tokens(path.rstrip("/").rpartition("/")[0]))
        self.is_folder = path.endswith("/")

    def add(self, placed: Placed) -> None:
        self._facts[placed.fact.metric].append(placed)

    def facts(self, metric: str) -> list[Placed]:
        """Its facts of one metric."""
        return self._facts.get(metric, [])

    def all_facts(self) -> list[Placed]:
        """Its facts of all kinds of coverage."""
        return [placed for metric in COVERAGE_KINDS for placed in self.facts(metric)]


@lru_cache(maxsize=2)
def parts(case: Case) -> dict[str, Part]:
    """The files and folders that coverage was measured for, by path."""
    measured = [placed for placed in case.facts.any_of(COVERAGE_KINDS) if placed.fact.scope]
    shortest = _shortest({placed.fact.scope for placed in measured})
    made: dict[str, Part] = {}
    for placed in measured:
        path = shortest[placed.fact.scope]
        made.setdefault(path, Part(path)).add(placed)
    return made


def _shortest(paths: set[str]) -> dict[str, str]:
    """For each path the shortest one that is its end: one tool writes `src/a.js`, another `/home/me/src/a.js`."""
    ends: dict[str, str] = {}
    for path in sorted(paths, key=lambda one: (one.count("/"), one)):
        parts_of = path.split("/")
        tails = ("/".join(parts_of[depth:]) for depth in range(len(parts_of) - (2 if path.endswith("/") else 1), 0, -1))
        known = {ends[tail] for tail in tails if tail in ends and "/" in tail.rstrip("/")}
        ends[path] = min(known, key=len) if len(known) == 1 else path
    return ends


def telling(text: str) -> list[str]:
    """The words of a text that could name a part of the code; none where it speaks of the whole."""
    plain = text
    for kind in ("coverage", "line", "statement", "branch", "function", "test"):
        plain = without(kind, plain)
    return [place(word) for word in tokens(plain) if word not in names().filling and not word.isdigit()]


def resolve(text: str, case: Case, *, folders_only: bool = False) -> list[Part]:
    """The parts that a text names best: usually one; several where their names do not tell them apart."""
    by_file = _by_file_name(text, case)
    if by_file and not folders_only:
        return by_file
    words = telling(re.sub(r"[`*]", "", text))
    if not 0 < len(words) <= MAX_WORDS:
        return []
    acronym = _acronym(text.strip(" `*:(-"), case)
    if acronym and not folders_only:
        return acronym
    return _best(words, case, folders_only=folders_only)


def resolve_loosely(text: str, case: Case) -> list[Part]:
    """The same without words that no name of the code has ('Gold carts' for `carts/`): good to confirm by only."""
    words = [word for word in telling(re.sub(r"[`*]", "", text)) if _vocabulary(case).knows(word)]
    telling_words = [word for word in words if word not in names().generic]
    return _best(words, case) if telling_words and len(words) <= MAX_WORDS else []


def resolve_by_head(text: str, case: Case) -> list[list[Part]]:
    """By the word that carries a name, the last or the first ('LLM chains', 'carrito nuevo'): to confirm by only."""
    words = telling(re.sub(r"[`*]", "", text))
    heads = [word for word in (words[-1:], words[:1]) if word[0] not in names().generic] if len(words) > 1 else []
    return [_best(head, case) for head in heads]


class _Index:
    """Things by the words of their names, to be found by the same words and by words of the same root."""

    def __init__(self) -> None:
        self._exact: dict[str, list[Part]] = defaultdict(list)
        self._root: dict[str, list[tuple[str, Part]]] = defaultdict(list)

    def add(self, word: str, part: Part) -> None:
        self._exact[word].append(part)
        if len(word) >= SAME_START:
            self._root[word[:SAME_START]].append((word, part))

    def find(self, word: str) -> list[Part]:
        """The things one of whose words is alike."""
        near = [part for other, part in self._root.get(word[:SAME_START], ()) if alike(word, other)]
        return [*self._exact.get(word, ()), *near]

    def knows(self, word: str) -> bool:
        """Whether any word is alike."""
        return word in self._exact or any(alike(word, other) for other, _ in self._root.get(word[:SAME_START], ()))


@lru_cache(maxsize=2)
def _names(case: Case) -> _Index:
    """The parts by the words of their own names."""
    index = _Index()
    for part in parts(case).values():
        for word in dict.fromkeys(part.name):
            index.add(word, part)
    return index


@lru_cache(maxsize=2)
def _vocabulary(case: Case) -> _Index:
    """The words of all names of the code, folders among them."""
    index, seen = _Index(), set[str]()
    for part in parts(case).values():
        for word in {*part.name, *part.parents} - seen:
            seen.add(word)
            index.add(word, part)
    return index


def _best(words: list[str], case: Case, *, folders_only: bool = False) -> list[Part]:
    near = dict.fromkeys(part for word in words for part in _names(case).find(word))
    scored = [(score, part) for part in near if (score := _score(words, part)) > 0]
    best = max((score for score, _ in scored), default=0)
    return _outermost([part for score, part in scored if score == best and (part.is_folder or not folders_only)])


def _by_file_name(text: str, case: Case) -> list[Part]:
    """A path or file name that is written out."""
    names = re.findall(r"[\w@./\\-]+/|[\w@./\\-]+\.\w+", text)
    for name in names:
        wanted = name.replace("\\", "/").lower()
        found = [part for part in parts(case).values() if f"/{part.path}".lower().endswith(f"/{wanted}")]
        if found:
            return _outermost(found)
    return []


def _acronym(text: str, case: Case) -> list[Part]:
    if not re.fullmatch(r"[A-Z]{3,6}", text):
        return []
    letters = tuple(text.lower())
    return [part for part in parts(case).values() if tuple(word[0] for word in part.name) == letters]


def _score(words: list[str], part: Part) -> int:
    """How well words name a part: every telling word is in its name or folders, and its name has none besides."""
    name = [word for word in part.name if word not in names().generic] or list(part.name)
    wanted = [word for word in words if word not in names().generic]
    if not all(any(alike(word, other) for other in (*part.name, *part.parents)) for word in wanted):
        return 0
    if not all(any(alike(word, other) for other in words) for word in name):
        return 0
    named = sum(any(alike(word, other) for other in part.name) for word in words)
    around = sum(any(alike(word, other) for other in part.parents) for word in words)
    return 100 * named + 10 * around + (0 if part.is_folder else 1)


def _outermost(found: list[Part]) -> list[Part]:
    """Of folders in folders of one name, the outer ones."""
    return [
        part for part in found if not any(part.path != one.path and part.path.startswith(one.path) for one in found)
    ]
