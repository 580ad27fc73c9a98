"""Answers each criterion: waiver, check, evidence, files, then what the report says of itself."""

import fnmatch
import functools
import re
from collections.abc import Sequence

import msgspec

from gonogo_contracts.review import CriterionStatus
from gonogo_review.judging.answer import Answer
from gonogo_review.judging.case import Case
from gonogo_review.judging.checks import CHECKS
from gonogo_review.judging.claiming import by_claims
from gonogo_review.judging.matching import Matched
from gonogo_review.judging.measuring import by_facts
from gonogo_review.judging.unread import unread
from gonogo_review.rubric import Criterion, Rubric

LISTED = "files.exists"
"""The metric of the facts that list the files of a tree; their value is the path."""


def answer(criterion: Criterion, matched: Matched, case: Case, rubric: Rubric) -> Answer:
    """The answer to one criterion."""
    if reason := rubric.without.get(criterion.id):
        return Answer("not-applicable", (reason,))
    found = _asked(criterion, matched, case, rubric)
    return _waived(criterion, case, found) or found


def _asked(criterion: Criterion, matched: Matched, case: Case, rubric: Rubric) -> Answer:
    check = CHECKS[criterion.check](case) if criterion.check else None
    if check:
        return check
    claims = by_claims(criterion, matched, case, rubric)
    facts = by_facts(criterion, case)
    if facts:
        return _with_claims(facts, claims)
    missing = unread(criterion, case) if claims.status not in ("fail", "partial") else None
    if missing:
        return msgspec.structs.replace(missing, lines=claims.lines)
    return _with_files(_files(criterion, case), claims)


def _with_claims(facts: Answer, claims: Answer) -> Answer:
    """Evidence decides; a claim that it contradicts, or an item that is still open, takes the full pass away."""
    if facts.status == "pass" and (claims.contradicted or claims.status in ("fail", "partial")):
        status: CriterionStatus = "fail" if claims.contradicted and claims.status == "fail" else "partial"
        return Answer(status, (*claims.because, *facts.because), claims.lines, contradicted=claims.contradicted)
    return Answer(facts.status, facts.because, claims.lines, contradicted=claims.contradicted)


def _with_files(paths: Sequence[str], claims: Answer) -> Answer:
    if not paths:
        return claims
    shown = f"the tree holds {', '.join(paths[:3])}" + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")
    if claims.status == "claimed":
        return Answer("pass", (shown, *claims.because), claims.lines)
    if claims.status == "unknown":
        return Answer("partial", (shown, "but the report says nothing of it"))
    return claims


def _files(criterion: Criterion, case: Case) -> list[str]:
    listed = case.facts.get(LISTED) if criterion.files else None
    if not listed:
        return []
    matches = _patterns(criterion.files).match
    return sorted({path for placed in listed if matches(path := str(placed.fact.value))})


@functools.lru_cache(maxsize=512)
def _patterns(globs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(fnmatch.translate(glob) for glob in globs))


def _noted(found: Answer, note: str) -> Answer:
    return msgspec.structs.replace(found, because=(note, *found.because))


def _waived(criterion: Criterion, case: Case, found: Answer) -> Answer | None:
    waiver = next((one for one in case.waivers if one.target == criterion.id), None)
    if waiver is None or found.status == "pass":
        return None
    if not waiver.counts(case.today):
        note = f"the waiver of {waiver.by} expired on {waiver.until}"
        return _noted(found, note)
    if criterion.blocking and not waiver.has_second:
        note = f"the waiver of {waiver.by} needs a second name, because the criterion is blocking"
        return _noted(found, note)
    return Answer(
        "waived", (f"waived by {waiver.by} until {waiver.until}: {waiver.reason}", *found.because), found.lines
    )
