"""'npm run deploy', `make test` against the scripts of package.json and the targets of a Makefile."""

import re
from collections.abc import Iterator

from gonogo_review.model import Statement
from gonogo_review.support.case import Case
from gonogo_review.support.index import Placed
from gonogo_review.support.mentions import code_spans
from gonogo_review.support.opinion import Opinion, Opinions, place

_SCRIPT = re.compile(r"\b(?:npm|pnpm|yarn|bun) run(?:-script)? ([a-zA-Z][\w:.-]*)(?![\w:/-])")
_SHORT = re.compile(r"\bnpm (test|start)(?![\w:/-])")
_TARGET = re.compile(r"\bmake ([a-zA-Z][\w.-]*)(?![\w:/-])")
_ELSEWHERE = re.compile(r"\bcd \S|--prefix|--workspace|--filter|--cwd| -w | -C ")


def commands(statement: Statement, case: Case) -> Opinions:
    """Verified by the script; contradicted where the root has none, and no other folder is meant."""
    for tool, name, certain in _named(statement.text):
        known = [placed for placed in case.facts.of("commands.exists") if placed.fact.scope == tool]
        there = [placed for placed in known if placed.fact.value == name]
        if there:
            yield Opinion("verified", tuple(there[:1]), f"{place(there[0])} is this command", "commands.exists")
        elif certain and not _ELSEWHERE.search(f"{statement.text}\n{case.above(statement)}"):
            yield from _absent(tool, name, case)


def _named(text: str) -> Iterator[tuple[str, str, bool]]:
    """Tool and name of each command, and whether it is sure to need a definition. 'make' counts in code only."""
    yield from (("npm run", name, True) for name in _SCRIPT.findall(text))
    yield from (("npm run", name, False) for name in _SHORT.findall(text))
    yield from (("make", name, True) for span in code_spans(text) for name in _TARGET.findall(span))


def _absent(tool: str, name: str, case: Case) -> Opinions:
    root = _root([placed for placed in case.facts.of("commands.count") if placed.fact.scope == tool])
    if root is not None:
        because = f"{root.reading.file} has {root.fact.value:g} commands and no '{name}'"
        yield Opinion("contradicted", (root,), because, "evidence.command-absent", "no such command")


def _root(counts: list[Placed]) -> Placed | None:
    """The definition at the root: the file that is called just that, or the only one."""
    named = [placed for placed in counts if placed.reading.file.rpartition("/")[2] in {"package.json", "Makefile"}]
    return named[0] if len(named) == 1 else counts[0] if len(counts) == 1 else None
