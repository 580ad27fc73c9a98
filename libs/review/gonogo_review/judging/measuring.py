"""Conditions held against facts and against the report's own figures."""

import operator
from collections.abc import Callable, Sequence

import msgspec

from gonogo_review.judging.answer import Answer, lines_of, quotes
from gonogo_review.judging.case import Case, PlacedFact
from gonogo_review.model import Amount, Statement
from gonogo_review.rubric import Condition, Criterion

_COMPARE: dict[str, Callable[[object, object], bool]] = {
    "<": operator.lt,  # type: ignore[dict-item]
    "<=": operator.le,  # type: ignore[dict-item]
    "==": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,  # type: ignore[dict-item]
    ">": operator.gt,  # type: ignore[dict-item]
}
_WORDS = {"<": "under", "<=": "at most", "==": "", "!=": "other than", ">=": "at least", ">": "over"}
PART = 0.5
"""Share of its weight that a criterion gives at most where evidence shows it of some things and not of others."""
MAX_SHOWN = 4


class Measured(msgspec.Struct, frozen=True):
    """How one condition stands: the facts that hold and those that do not."""

    condition: Condition
    held: tuple[PlacedFact, ...]
    missed: tuple[PlacedFact, ...]

    @property
    def is_met(self) -> bool:
        """Whether it holds; an optional one does where nothing is known."""
        if not self.held and not self.missed:
            return self.condition.optional
        return bool(self.held) if self.condition.some else not self.missed


def by_facts(criterion: Criterion, case: Case) -> Answer | None:
    """Pass or fail by the first way that the evidence answers; none where it answers none."""
    failed: Answer | None = None
    for way in criterion.ways:
        if not all(condition.optional or condition.metric in case.facts for condition in way):
            continue
        measured = [_measure(condition, case) for condition in way]
        if not all(one.condition.optional or one.held or one.missed for one in measured):
            continue
        unmet = [one for one in measured if not one.is_met]
        if not unmet:
            return Answer("pass", tuple(text for one in measured for text in _held(one)))
        failed = failed or _unmet(unmet)
    return failed


def _unmet(unmet: Sequence[Measured]) -> Answer:
    """A yes or no asked of many things, which some have, is met in part; everything else fails."""
    because = tuple(text for one in unmet for text in _missed(one))
    if not all(one.held and isinstance(one.condition.value, bool) for one in unmet):
        return Answer("fail", because)
    held = sum(len(one.held) for one in unmet)
    return Answer("partial", because, share=PART * held / (held + sum(len(one.missed) for one in unmet)))


def _measure(condition: Condition, case: Case) -> Measured:
    facts = _asked(condition, case)
    held = tuple(placed for placed in facts if compare(placed.fact.value, condition))
    missed = tuple(placed for placed in facts if not compare(placed.fact.value, condition))
    return Measured(condition, held, missed)


def _asked(condition: Condition, case: Case) -> list[PlacedFact]:
    """The facts that a condition is about; in each file the whole speaks for its parts, where it gives the whole."""
    facts = [placed for placed in case.facts.get(condition.metric, ()) if _has_word(placed, condition.words)]
    whole = {placed.file for placed in facts if not placed.fact.scope}
    return [placed for placed in facts if not placed.fact.scope or placed.file not in whole]


def _has_word(placed: PlacedFact, words: Sequence[str]) -> bool:
    if not words:
        return True
    text = placed.fact.value if isinstance(placed.fact.value, str) else ""
    place = f"{placed.file}\0{placed.fact.scope}\0{text}".casefold()
    return any(word in place for word in words)


def compare(value: float | str | bool, condition: Condition) -> bool:
    """Whether a value meets a condition; values of different types never do."""
    wanted = condition.value
    numbers = isinstance(value, int | float) and isinstance(wanted, int | float)
    if not numbers and type(value) is not type(wanted):
        return False
    return _COMPARE[condition.operator](value, wanted)


def _held(measured: Measured) -> tuple[str, ...]:
    best = max(measured.held, key=_size, default=None)
    return (_shown(best),) if best else ()


def _size(placed: PlacedFact) -> float:
    return placed.fact.value if isinstance(placed.fact.value, float) else 0.0


def _missed(measured: Measured) -> tuple[str, ...]:
    wanted = _wanted(measured.condition)
    shown = tuple(f"{_shown(placed)}, asked for is {wanted}" for placed in measured.missed[:MAX_SHOWN])
    more = len(measured.missed) - MAX_SHOWN
    return (*shown, f"and {more} more") if more > 0 else shown


def _shown(placed: PlacedFact) -> str:
    fact = placed.fact
    scope = f" of {fact.scope}" if fact.scope else ""
    unit = "" if fact.unit == "count" else fact.unit.replace("%", " %")
    return f"{placed.file}: {fact.metric}{scope} is {_value(fact.value)}{unit}"


def _wanted(condition: Condition) -> str:
    if condition.value == "":
        return "one"
    return f"{_WORDS[condition.operator]} {_value(condition.value)}".strip()


def _value(value: float | str | bool) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value[:80]}'" if isinstance(value, str) else f"{value:.6g}"


class Figures(msgspec.Struct, frozen=True):
    """What the report's own figures say of a criterion's conditions."""

    held: tuple[Statement, ...]
    missed: tuple[Statement, ...]


def by_figures(criterion: Criterion, statements: Sequence[Statement]) -> Figures:
    """Statements whose figures meet a condition of the criterion, and those whose figures cannot."""
    conditions = [
        condition for way in criterion.ways for condition in way if condition.is_number and not condition.words
    ]
    held, missed = [], []
    for statement in statements:
        verdicts = [_figure(amount, statement, conditions) for amount in statement.amounts]
        if "missed" in verdicts:
            missed.append(statement)
        elif "held" in verdicts:
            held.append(statement)
    return Figures(tuple(held), tuple(missed))


def _figure(amount: Amount, statement: Statement, conditions: Sequence[Condition]) -> str:
    metric = amount.metric or _shared_metric(statement)
    asked = [condition for condition in conditions if condition.metric == metric]
    if not asked or amount.role not in ("value", "after"):
        return ""
    possible = all(_possible(amount, condition) for condition in asked)
    return "held" if possible else "missed"


def _shared_metric(statement: Statement) -> str | None:
    """The statement's metric, where it is that of a single figure."""
    figures = [amount for amount in statement.amounts if amount.role in ("value", "after")]
    return statement.metric if len(figures) == 1 else None


def _possible(amount: Amount, condition: Condition) -> bool:
    """Whether some value that the printed form allows meets the condition."""
    wanted = float(condition.value)
    if amount.comparator in (">", ">=") and condition.operator in (">", ">="):
        return True
    if amount.comparator in ("<", "<=") and condition.operator in ("<", "<="):
        return True
    if condition.operator == "==":
        return amount.low <= wanted <= amount.high
    return any(_COMPARE[condition.operator](end, wanted) for end in (amount.low, amount.high))


def shortfall(figures: Figures, share: float) -> Answer:
    """The answer where the report's own figures miss what is asked, in whole or in part."""
    total = len(figures.held) + len(figures.missed)
    missed = list(figures.missed)
    return Answer(
        "partial",
        ("the report's own figure is short of it", *quotes(missed)),
        lines_of(missed),
        share * len(figures.held) / total,
        word=True,
    )
