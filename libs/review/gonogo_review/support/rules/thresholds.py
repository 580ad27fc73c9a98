"""'Coverage threshold 80 %' against the number that a configuration enforces."""

import re

from gonogo_review.model import Amount, Statement
from gonogo_review.support.case import Case
from gonogo_review.support.opinion import Opinion, Opinions, place
from gonogo_review.support.rounding import is_exactly
from gonogo_review.support.words import says

_ENFORCED = re.compile(
    r"(?:fail[_-]under|cov-fail-under|min(?:imum)?[_-]?coverage|coverage[_-]?threshold|threshold|branches|functions|lines|statements)"
    r"['\"]?\s*[=:> ]\s*['\"]?(\d{1,3}(?:\.\d+)?)",
    re.IGNORECASE,
)


def thresholds(statement: Statement, case: Case) -> Opinions:
    """Verified by an equal number, where the statement says no more than that. A differing one tells nothing."""
    if not (says("coverage", statement.text) and says("threshold", statement.text)) or any(
        amount.role != "target" for amount in statement.amounts
    ):
        return
    for amount in statement.amounts:
        if amount.role == "target" and amount.unit == "%":
            yield from _enforced(amount, case)


def _enforced(amount: Amount, case: Case) -> Opinions:
    for placed in case.facts.of("setting"):
        found = _ENFORCED.search(f"{placed.has('key')}={placed.fact.value}")
        if found and is_exactly(float(found[1]), _exact(amount)):
            yield Opinion("verified", (placed,), f"{place(placed)} enforces {found[1]} %", "thresholds.equal")
            return


def _exact(amount: Amount) -> Amount:
    """The number itself: whether it is said as '80 %', '>= 80 %' or '80 %+' is the same to a threshold."""
    return Amount(amount.role, "", amount.low, amount.high, None, "%", 0, 0, amount.printed, amount.decimals)
