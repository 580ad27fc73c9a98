"""Holds the statements of a report against the facts of its evidence."""

from collections.abc import Sequence

import msgspec

from gonogo_review.model import Backing, Draft, EvidenceReading, Reading, Statement
from gonogo_review.support.case import LONGEST, Case
from gonogo_review.support.findings import contradictions
from gonogo_review.support.omissions import omissions
from gonogo_review.support.opinion import Opinion, Rule
from gonogo_review.support.problems import unreadable
from gonogo_review.support.rules import (
    commands,
    counts,
    coverage,
    endpoints,
    everything,
    files,
    identifiers,
    keyed,
    listed,
    measures,
    packages,
    pipelines,
    replicas,
    services,
    settings,
    statics,
    testing,
    thresholds,
    untested,
    vulnerabilities,
)
from gonogo_review.support.together import falls_with

FIGURES: tuple[Rule, ...] = (
    coverage.coverage,
    testing.tests,
    everything.all_pass,
    statics.statics,
    vulnerabilities.vulnerabilities,
    vulnerabilities.zeros,
    measures.measures,
    counts.counts,
    thresholds.thresholds,
    replicas.replicas,
    keyed.keyed,
)
"""Rules about the numbers of a statement: where they can tell, that a file of the name exists does not back it."""
THINGS: tuple[Rule, ...] = (
    services.services,
    packages.production,
    packages.advisories,
    packages.versions,
    packages.spoken,
    untested.untested,
    commands.commands,
    identifiers.identifiers,
    settings.settings,
    pipelines.pipelines,
    listed.listed,
    endpoints.endpoints,
    endpoints.documented,
    files.files,
    files.tools,
)
"""Rules about things that are said to be there."""

MOST = 40
"""Amounts of one statement that are looked at."""
_FORMER = frozenset({"coverage.before"})
"""A value that the report calls a former one backs a statement only where nothing of its present ones is decided."""


def hold(reading: Reading, evidence: Sequence[EvidenceReading]) -> tuple[list[Backing], list[Draft]]:
    """One backing for each statement, and the findings that only evidence can give.

    Facts are numbered over all evidence in order of the files' names.
    """
    case = Case(reading, evidence)
    opinions = _opinions(case)
    backings = [_backing(number, reading.statements[number], opinion) for number, opinion in opinions.items()]
    accused = contradictions(reading.statements, opinions)
    return backings, [*accused, *omissions(case), *unreadable(case.facts.readings)]


def _opinions(case: Case) -> dict[int, Opinion | None]:
    """What the evidence says of each statement; nothing where it has no fact."""
    if not case.facts:
        return dict.fromkeys(range(len(case.reading.statements)))
    opinions = dict(enumerate(judge(statement, case) for statement in case.reading.statements))
    _fell(opinions, case)
    return opinions


def _fell(opinions: dict[int, Opinion | None], case: Case) -> None:
    """Contradicts the statements about all items of a list of which one is contradicted."""
    accused = {number: one for number, one in opinions.items() if one is not None and one.support == "contradicted"}
    for number in opinions if accused else ():
        if number not in accused:
            opinions[number] = falls_with(case.reading.statements[number], accused, case) or opinions[number]


def judge(statement: Statement, case: Case) -> Opinion | None:
    """The opinion that counts: a contradiction, else what is said of the numbers, else of the things."""
    statement = _bounded(statement)
    figures = [opinion for rule in FIGURES for opinion in rule(statement, case)]
    things = [opinion for rule in THINGS for opinion in rule(statement, case)]
    accused = [opinion for opinion in (*figures, *things) if opinion.support == "contradicted"]
    if accused:
        return accused[0]
    if any(opinion.rule not in _FORMER for opinion in figures):
        figures = [opinion for opinion in figures if opinion.rule not in _FORMER]
    backed = [opinion for opinion in figures if opinion.support == "verified"]
    open_ones = [opinion for opinion in figures if opinion.support == "unsupported"]
    if len(backed) < len(open_ones):
        return open_ones[0]
    return _merged(backed) or _merged([one for one in things if one.support == "verified"]) or next(iter(things), None)


def _bounded(statement: Statement) -> Statement:
    """The first part of a statement that is longer than any that a person would write."""
    if len(statement.text) <= LONGEST and len(statement.amounts) <= MOST:
        return statement
    return msgspec.structs.replace(statement, text=statement.text[:LONGEST], amounts=statement.amounts[:MOST])


def _merged(opinions: list[Opinion]) -> Opinion | None:
    """All that back a statement, as one."""
    if not opinions:
        return None
    facts = tuple(dict.fromkeys(fact for opinion in opinions for fact in opinion.facts))
    because = "; ".join(dict.fromkeys(opinion.because for opinion in opinions))
    return opinions[0]._replace(facts=facts, because=because)


def _backing(number: int, statement: Statement, opinion: Opinion | None) -> Backing:
    if opinion is not None:
        facts = tuple(placed.number for placed in opinion.facts)
        return Backing(number, opinion.support, facts, opinion.because)
    checkable = statement.type == "artifact" or bool(statement.amounts) or statement.metric is not None
    return Backing(number, "unsupported" if checkable else "not-checkable")
