"""Which statements speak of which criterion: by metric, by the words that name it, by the section they stand in."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from gonogo_review.judging.naming import named
from gonogo_review.judging.phrases import UNSPACED, compile_phrases, languages_of
from gonogo_review.model import Reading, Statement
from gonogo_review.rubric import Criterion, Rubric

MAX_SPACED, MAXUNSPACED = 90, 35
"""Characters of a statement of status that speaks of one thing."""


class Matched(msgspec.Struct, frozen=True):
    """Indexes of the statements that speak of one criterion."""

    direct: tuple[int, ...] = ()
    """By metric or by the statement's own words."""
    indirect: tuple[int, ...] = ()
    """By the heading that they stand under."""
    named: int = 0
    """The first line that gives it a name; 0 where none does."""


def match(reading: Reading, rubric: Rubric) -> list[Matched]:
    """For each criterion the statements that speak of it."""
    phrases = compile_phrases(rubric, languages_of(reading))
    metrics = _metric_owners(rubric.criteria)
    titles = [phrases.find(section.title) for section in reading.sections]
    direct: dict[int, list[int]] = defaultdict(list)
    indirect: dict[int, list[int]] = defaultdict(list)
    for index, statement in enumerate(reading.statements):
        own = set() if _is_summary(statement) else phrases.find(statement.text)
        asked = _metrics(statement)
        measured = {owner for metric in asked for owner in metrics.get(metric, ())} if asked else set()
        for criterion in own | measured:
            direct[criterion].append(index)
        for criterion in set() if own else _title(titles, statement) - measured:
            indirect[criterion].append(index)
    lines = named(reading, phrases)
    return [Matched(tuple(direct[at]), tuple(indirect[at]), lines.get(at, 0)) for at in range(len(rubric.criteria))]


def _metric_owners(criteria: Sequence[Criterion]) -> dict[str, list[int]]:
    owners: dict[str, list[int]] = defaultdict(list)
    for index, criterion in enumerate(criteria):
        ways = {condition.metric for way in criterion.ways for condition in way if not condition.words}
        for metric in sorted(ways.union(criterion.metrics)):
            owners[metric].append(index)
    return owners


def _metrics(statement: Statement) -> set[str]:
    named = {amount.metric for amount in statement.amounts if amount.metric} if statement.amounts else set()
    return named | {statement.metric} if statement.metric else named


def _is_summary(statement: Statement) -> bool:
    """Whether a statement of status is a long sentence: it names much and claims none of it."""
    if statement.type != "status" or len(statement.text) <= MAXUNSPACED:
        return False
    return len(statement.text) > MAX_SPACED or bool(UNSPACED.search(statement.text))


def _title(titles: Sequence[set[int]], statement: Statement) -> set[int]:
    """What the statement's section names; the title of the whole document names nothing."""
    return titles[statement.section] if 0 < statement.section < len(titles) else set()
