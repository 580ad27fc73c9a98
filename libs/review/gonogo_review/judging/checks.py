"""Questions about the reading itself that no claim answers."""

import re
from collections.abc import Callable

from gonogo_contracts.review import CriterionStatus, Finding
from gonogo_review.judging.answer import Answer
from gonogo_review.judging.case import Case
from gonogo_review.support import NOTICED

BACKED_ENOUGH = 80.0
"""Percent of the checkable claims."""
RELIABLE = 60.0
"""Credibility from which a report passes as reliable."""
_HEAD = 60
"""Lines at the head, and at the foot, where a report says what it is about."""
_DATE = re.compile(
    r"\b(?:19|20)\d\d[-/.年]\s?(?:0?[1-9]|1[0-2])[-/.月]\s?\d{1,2}|\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b"
    r"|\b\d{1,2}(?:\.|st|nd|rd|th)?(?: de)? [^\W\d_]{3,12},?(?: de)? (?:19|20)\d\d\b"
    r"|\b[^\W\d_]{3,12} \d{1,2},? (?:19|20)\d\d\b"
)
_DIGIT = re.compile(r"\d")
_CALLED = "version|versión|versão|versione|wersja|sürüm|версия|版本|バージョン|버전|release|build|tag|rev|v"
_VERSION = re.compile(
    rf"(?<![\w.-])(?:(?:{_CALLED})\W{{0,5}})?v?\d+\.\d+\.\d+(?![.\d])(?:[-+][\w.]+)?|(?<![\w-])(?:{_CALLED})\W{{0,5}}v?\d+(?:\.\d+)+"
    r"|(?<![\w-])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])(?:[0-9a-f]{7,12}|[0-9a-f]{40})(?![\w-])",
    re.IGNORECASE,
)
"""Three numbers; two where a word or a `v` calls them a version, else they may be any decimal; or a commit."""


def contradictions(case: Case) -> Answer:
    """Fails where evidence contradicts the report in what matters, is partial where the report contradicts itself."""
    serious = [one for one in _serious(case) if one.kind != "secret"]
    if not serious:
        return Answer("pass", ("no finding of high severity",))
    because = tuple(one.message for one in serious[:3])
    lines = tuple(dict.fromkeys(line for one in serious for line in one.lines[:2]))[:8]
    return Answer("partial", because, lines, share=0.0)


def secrets(case: Case) -> Answer | None:
    """Not met where the report itself shows a credential; otherwise the claims and the evidence answer."""
    found = [one for one in _serious(case) if one.kind == "secret"]
    if not found:
        return None
    lines = tuple(line for one in found for line in one.lines)[:8]
    return Answer("partial", (f"credentials in the clear in the report itself: {len(found)}",), lines, share=0.0)


def _serious(case: Case) -> list[Finding]:
    return [one for one in case.findings if one.severity == "high" and not one.waived]


def coverage_of_claims(case: Case) -> float | None:
    """Share of the checkable claims that evidence backs, in percent; none where nothing is checkable."""
    statements = case.statements
    checkable = [(number, one.support) for number, one in case.backings.items() if one.support != "not-checkable"]
    supports = [support for number, support in checkable if statements[number].why != NOTICED]
    return round(100 * supports.count("verified") / len(supports), 1) if supports else None


def backing(case: Case) -> Answer:
    """Whether evidence backs four of five checkable claims."""
    covered = coverage_of_claims(case)
    if covered is None:
        return Answer("unknown", ("the report states nothing that evidence could show",))
    text = f"evidence backs {covered:g} % of the checkable claims"
    if covered >= BACKED_ENOUGH:
        return Answer("pass", (text,))
    return Answer("partial", (text,), share=covered / BACKED_ENOUGH / 2) if covered else Answer("unknown", (text,))


def freshness(case: Case) -> Answer:
    """Whether the evidence that says when it was taken, or of which commit, is of this release."""
    if not any(one.facts for one in case.evidence):
        return Answer("unknown", ("there is no evidence",))
    dated = {file: age for file, age in case.ages.items() if age != "unknown"}
    other = sorted(file for file, age in dated.items() if age in ("stale", "newer"))
    if other:
        because = f"of another release or day: {', '.join(other[:4])}"
        return Answer("partial", (because,), share=(len(dated) - len(other)) / len(dated))
    if not dated:
        return Answer("partial", ("no file says when it was taken, or of which commit",), share=0.5)
    return Answer("pass", (f"{len(dated)} of {len(case.ages)} files say when they were taken, and it fits",))


def reliance(case: Case) -> Answer:
    """How far the report can be relied on: its credibility is the share."""
    text = f"the credibility is {case.credibility:g}"
    status: CriterionStatus = "pass" if case.credibility >= RELIABLE else "partial"
    return Answer(status, (text,), share=case.credibility / 100)


def identity(case: Case) -> Answer:
    """Whether the report gives its date, and a version or commit."""
    lines = case.reading.lines
    ends = [*enumerate(lines[:_HEAD], 1), *list(enumerate(lines, 1))[max(_HEAD, len(lines) - _HEAD) :]]
    near = [(number, text) for number, text in ends if _DIGIT.search(text)]
    date = next((number for number, text in near if _DATE.search(text)), 0)
    version = next((number for number, text in near if _VERSION.search(_DATE.sub(" ", text))), 0)
    found = tuple(f"line {at}: a {what}" for at, what in ((date, "date"), (version, "version or commit")) if at)
    given = tuple(at for at in (date, version) if at)
    if date and version:
        return Answer("pass", found, given)
    if found:
        missing = "version or commit" if date else "date"
        return Answer("partial", (*found, f"no {missing}"), given)
    return Answer("unknown", ("neither a date nor a version or commit",))


CHECKS: dict[str, Callable[[Case], Answer | None]] = {
    "contradictions": contradictions,
    "secrets": secrets,
    "backing": backing,
    "freshness": freshness,
    "identity": identity,
    "reliance": reliance,
}
