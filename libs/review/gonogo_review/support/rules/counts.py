"""'30 migrations', '20+ documentation files': numbers of files of a kind."""

import re
from functools import lru_cache

from gonogo_review.model import Amount, Statement
from gonogo_review.support.case import Case
from gonogo_review.support.folding import tokens
from gonogo_review.support.index import Placed
from gonogo_review.support.mentions import paths
from gonogo_review.support.opinion import Opinion, Opinions
from gonogo_review.support.rounding import may_be
from gonogo_review.support.words import says

NEAR = 40
"""Characters after a number that say what is counted."""
_SPEC = re.compile(r"\.(?:spec|e2e|cy)\.[cm]?[jt]sx?$", re.IGNORECASE)
_DOCUMENT = re.compile(r"\.(?:md|mdx|rst|adoc)$", re.IGNORECASE)
_MIGRATION = re.compile(
    r"(?:^|/)migrations?/(?P<one>\d[^/]*?(?:/|\.(?:sql|py|[jt]s|rb|php|go|cs|java|xml)$))", re.IGNORECASE
)
_KINDS = {"specification": _SPEC, "document": _DOCUMENT}
FEW, MANY = 8, 4
"""Fewer files than this, or more folders of one name, and an equal number is chance."""
NEARLY = 1.25
"""'At least 45' is said of 46 files, not of 200."""
_INITIAL = {"__init__.py", "index.ts", "index.js", "mod.rs", "readme.md"}


def counts(statement: Statement, case: Case) -> Opinions:
    """Verified by a number of files; contradicted only for specifications, and only where there are fewer."""
    if not case.tree:
        return
    for amount in statement.amounts:
        if amount.unit != "count" or amount.role != "value" or amount.of is not None or amount.low < 2:
            continue
        counted = case.line(statement)[amount.end : amount.end + NEAR]
        counted = re.split(r"[,;.(]| with | across | in `", counted)[0]
        yield from _migrations(amount, counted, case)
        yield from _kinds(amount, counted, statement, case)
        yield from _folder(amount, counted, case)


def _migrations(amount: Amount, counted: str, case: Case) -> Opinions:
    """Migrations, of all or up to the day of the report, as their names are dated."""
    if not says("migration", counted):
        return
    day = case.day.strftime("%Y%m%d") if case.day else ""
    for folder, names in _migration_folders(case).items():
        until = {name: placed for name, placed in names.items() if day and name[:8].isdigit() and name[:8] <= day}
        for group in (names, until):
            if group and may_be(len(group), amount):
                because = f"{len(group)} migrations are in {folder}"
                yield Opinion("verified", tuple(group.values())[:3], because, "counts")
                return


@lru_cache(maxsize=2)
def _migration_folders(case: Case) -> dict[str, dict[str, Placed]]:
    """The migrations of each folder by the names that they start with."""
    folders: dict[str, dict[str, Placed]] = {}
    for path, placed in case.tree.files.items():
        if found := _MIGRATION.search(path):
            folders.setdefault(path[: found.start("one")], {})[found["one"]] = placed
    return folders


@lru_cache(maxsize=4)
def _of_kind(case: Case, word: str) -> list[Placed]:
    """The files of a kind in the whole tree."""
    return [placed for path, placed in case.tree.files.items() if _KINDS[word].search(path)]


def _kinds(amount: Amount, counted: str, statement: Statement, case: Case) -> Opinions:
    for word, form in _KINDS.items():
        if not says(word, counted):
            continue
        folders = [mention.path for mention in paths(statement.text) if mention.is_folder]
        inside = [one for folder in folders for one in case.tree.folder(folder)]
        some = [one for one in inside if form.search(str(one.fact.value))] if inside else _of_kind(case, word)
        if some and may_be(len(some), amount):
            yield Opinion("verified", tuple(some[:3]), f"{len(some)} such files are in the tree", "counts")
        elif some and word == "specification" and len(some) < amount.low and amount.comparator in {"", ">", ">="}:
            because = (
                f"The list of files has {len(some)} such files: {', '.join(str(one.fact.value) for one in some[:5])}"
            )
            yield Opinion("contradicted", tuple(some[:5]), because, "evidence.count", str(len(some)), "low")


def _folder(amount: Amount, counted: str, case: Case) -> Opinions:
    """Files directly in a folder that is called as what is counted: its last word, or the one before 'files'."""
    if amount.low < FEW or counted.startswith("-"):
        return
    words = [word for word in tokens(counted) if not says("file", word)]
    named = case.tree.called.get(words[-1], []) if words else []
    for folder in named if len(named) <= MANY else ():
        files = [placed for name, placed in case.tree.inside[folder].items() if name.lower() not in _INITIAL]
        if may_be(len(files), amount) and len(files) <= amount.high * NEARLY:
            yield Opinion("verified", tuple(files[:3]), f"{len(files)} files are in {folder}/", "counts")
            return
