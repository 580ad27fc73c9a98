"""'npm run deploy' against the scripts of package.json."""

import re

from gonogo_review.model import Statement
from gonogo_review.support.case import Case
from gonogo_review.support.index import Placed
from gonogo_review.support.opinion import Opinion, Opinions, place

_RUN = re.compile(
    r"\b(?:(?:npm|pnpm|yarn|bun) run(?:-script)? (?P<script>[a-zA-Z][\w:.-]*)|npm (?P<short>test|start))(?![\w:/-])"
)
_ELSEWHERE = re.compile(r"\bcd \S|--prefix|--workspace|--filter|--cwd| -w | -C ")


def commands(statement: Statement, case: Case) -> Opinions:
    """Verified by the script; contradicted where the package at the root has none, and no other folder is meant."""
    counts = case.facts.of("commands.count")
    for found in _RUN.finditer(statement.text) if counts else ():
        name = found["script"] or found["short"]
        scripts = [placed for placed in case.facts.of("commands.exists") if placed.fact.value == name]
        if scripts:
            yield Opinion("verified", tuple(scripts[:1]), f"{place(scripts[0])} is this script", "commands.exists")
        elif (
            found["script"]
            and (root := _root(counts))
            and not _ELSEWHERE.search(statement.text + case.above(statement))
        ):
            because = f"{root.reading.file} has {root.fact.value:g} scripts and no '{name}'"
            yield Opinion("contradicted", (root,), because, "evidence.command-absent", "no such script")


def _root(counts: list[Placed]) -> Placed | None:
    """The package at the root: the file that is called just that, or the only one."""
    named = [placed for placed in counts if placed.reading.file.rpartition("/")[2] == "package.json"]
    return named[0] if len(named) == 1 else counts[0] if len(counts) == 1 else None
