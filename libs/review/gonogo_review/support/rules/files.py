"""'docs/API.md created' against the list of files."""

import re
from collections.abc import Iterator
from functools import lru_cache

from gonogo_review.model import Statement
from gonogo_review.support.case import LONGEST, Case
from gonogo_review.support.mentions import Mention, artifact, paths
from gonogo_review.support.opinion import Opinion, Opinions, place
from gonogo_review.support.words import says

_UNTRACKED = re.compile(
    r"(?:^|/)(?:\.env(?!\.example)[^/]*|node_modules|dist|build|out|target|coverage|htmlcov|tmp|temp|logs?|\.next|\.terraform"
    r"|__pycache__|venv|\.venv|reports?|test-results|playwright-report|artifacts?|backups?|uploads?|secrets?)(?:/|$)"
    r"|\.(?:log|tfstate|pem|key|crt|lock|pdf|png|svg|docx|xlsx|html?|csv|xml)$",
    re.IGNORECASE,
)
"""What is normally kept out of a repository, or made by a run: its absence says nothing."""
FEW = 1
"""Files that may be absent whatever share of those named they are."""
_WORD = re.compile(r"(?<![\w./-])[A-Za-z][\w-]{5,40}(?![\w./-])")


def files(statement: Statement, case: Case) -> Opinions:
    """Verified by the file or folder, contradicted where one that is said to be there is not."""
    if not case.tree:
        return
    for mention in _mentions(statement):
        there = _there(mention, case)
        yield from there or _absent(mention, statement, case)


def _mentions(statement: Statement) -> Iterator[Mention]:
    """The paths of a statement; of an artifact, the one that it is about."""
    named = artifact(statement.target) if statement.type == "artifact" else None
    for mention in [named] if named else paths(statement.text):
        if not mention.path.startswith(("/", "~")):
            yield mention


def _there(mention: Mention, case: Case) -> list[Opinion]:
    if mention.is_folder:
        inside = case.tree.folder(mention.path)
        because = f"{len(inside)} files of the tree are under {mention.path}"
        return [Opinion("verified", tuple(inside[:3]), because, "files.folder")] if inside else []
    found = case.tree.file(mention.path)
    if found is None:
        return []
    return [Opinion("verified", (found,), f"{place(found)} lists {found.fact.value}", "files.exists")]


def _absent(mention: Mention, statement: Statement, case: Case) -> Opinions:
    """Said where nothing else explains it: no file of that name anywhere, in a folder that is there."""
    if mention.is_folder or not _should_be_there(mention, statement, case) or case.tree.named(mention.path):
        return
    folder = mention.path.rstrip("/").rpartition("/")[0]
    beside = case.tree.folder(folder + "/") if folder else case.tree.at_the_root
    if not beside or _incomplete(case) or not _is_its_tree(case):
        return
    where = f"under {folder}/" if folder else "at the root"
    because = f"The list of files ({beside[0].reading.file}) has {len(beside)} files {where} and no {mention.path}"
    yield Opinion("contradicted", tuple(beside[:1]), because, "evidence.file-absent", "no such file", "medium")


def _should_be_there(mention: Mention, statement: Statement, case: Case) -> bool:
    if not mention.quoted or _UNTRACKED.search(mention.path) or "*" in mention.path or "..." in mention.path:
        return False
    line = case.line(statement)
    if statement.state in {"open", "partial", "failed", "na"} or says("gone", line) or _is_open(line):
        return False
    if statement.state == "done":
        return True
    return (says("made", line) or bool(statement.target)) and not says("future", line)


def _is_open(line: str) -> bool:
    """An item that is not ticked."""
    return re.match(r"\s*(?:[-*+]|\d+[.)])\s+\[ ?\]", line) is not None


@lru_cache(maxsize=2)
def _is_its_tree(case: Case) -> bool:
    """Whether the list is of the report's own tree, and of all of it: most files that the report names are in it."""
    quoted = [mention for line in case.reading.lines for mention in paths(line[:LONGEST])]
    claimed = [artifact(one.target) for one in case.reading.statements if one.type == "artifact"]
    named = {mention.path for mention in (*quoted, *claimed) if mention is not None and _is_file(mention)}
    absent = [path for path in named if not case.tree.named(path)]
    return len(absent) <= max(len(named) - len(absent), FEW)


def _is_file(mention: Mention) -> bool:
    return mention.quoted and not mention.is_folder and not _UNTRACKED.search(mention.path)


def _incomplete(case: Case) -> bool:
    return any(problem.code == "too-many-facts" for reading in case.facts.readings for problem in reading.problems)


def tools(statement: Statement, case: Case) -> Opinions:
    """'Renovate configured', 'docker-compose': a tool whose configuration is called after it."""
    if not case.tree or statement.state in {"open", "failed"} or says("none", statement.text):
        return
    configured = says("configured", statement.text)
    for word in _WORD.findall(statement.text):
        if configured or "-" in word:
            for placed in case.tree.stems.get(word.lower(), [])[:1]:
                yield Opinion("verified", (placed,), f"{place(placed)} lists {placed.fact.value}", "files.tool")
