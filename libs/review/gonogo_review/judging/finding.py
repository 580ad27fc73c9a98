"""Drafts, leaked credentials and unreadable files as findings: numbered, fingerprinted, waived."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from gonogo_contracts.review import Finding, Severity
from gonogo_review.model import Draft, Problem, Reading
from gonogo_review.waivers import Waiver

RANK: dict[Severity, int] = {"high": 0, "medium": 1, "low": 2}
MAX_FINDINGS = 1000
Name = Callable[[int], str]


def claim_id(index: int) -> str:
    """The id of the statement of that index."""
    return f"claim-{index + 1}"


def fact_id(index: int) -> str:
    """The id of the fact of that index."""
    return f"fact-{index + 1}"


def number_findings(drafts: Iterable[Draft], waivers: Sequence[Waiver], today: dt.date) -> tuple[Finding, ...]:
    """Findings in order of severity and place; the same drafts in any order give the same findings."""
    by_target = {waiver.target: waiver for waiver in waivers}
    ordered = sorted(drafts, key=_order)[:MAX_FINDINGS]
    return tuple(
        _finding(at, draft, fingerprint, by_target.get(fingerprint), today)
        for at, (draft, fingerprint) in enumerate(zip(ordered, _fingerprints(ordered), strict=True))
    )


def drafts_of_secrets(reading: Reading) -> Iterator[Draft]:
    """A finding for each leaked credential."""
    for secret in reading.secrets:
        yield Draft(
            kind="secret",
            rule="secret.leaked",
            severity="high",
            lines=(secret.line,),
            message=f"Line {secret.line} shows {secret.what}. Take it out, and change it wherever it is in use.",
            anchor=secret.fingerprint,
        )


def drafts_of_problems(reading: Reading) -> Iterator[Draft]:
    """A finding for each thing of the report that could not be read; evidence gives its own."""
    for problem in reading.problems:
        yield Draft(
            kind="unreadable",
            rule=f"unreadable.{problem.code}",
            severity="medium",
            lines=(problem.line,) if problem.line else (),
            message=_problem_text(problem),
            anchor=f"{problem.file}|{problem.code}",
        )


def _problem_text(problem: Problem) -> str:
    place = f"{problem.file}, line {problem.line}" if problem.line else problem.file
    return f"{place}: {problem.message}" if place else problem.message


def _order(draft: Draft) -> tuple[int, tuple[int, ...], str, str, str, str]:
    return RANK[draft.severity], draft.lines, draft.kind, draft.rule, draft.anchor, draft.message


def _fingerprints(drafts: Sequence[Draft]) -> list[str]:
    """Made of kind, rule and anchor, so that moved lines keep theirs; the second of the same gets its number."""
    seen: Counter[str] = Counter()
    prints = []
    for draft in drafts:
        anchor = " ".join((draft.anchor or draft.message).casefold().split())
        text = f"{draft.kind}\0{draft.rule}\0{anchor}"
        seen[text] += 1
        again = f"\0{seen[text]}" if seen[text] > 1 else ""
        prints.append(hashlib.sha256(f"{text}{again}".encode()).hexdigest()[:16])
    return prints


def _finding(at: int, draft: Draft, fingerprint: str, waiver: Waiver | None, today: dt.date) -> Finding:
    counts = waiver is not None and waiver.counts(today)
    return Finding(
        id=f"finding-{at + 1}",
        kind=draft.kind,
        rule=draft.rule,
        severity=draft.severity,
        lines=draft.lines,
        message=draft.message + _accepted(waiver, counts),
        expected=draft.expected,
        claims=tuple(map(claim_id, draft.statements)),
        facts=tuple(map(fact_id, draft.facts)),
        fingerprint=fingerprint,
        waived=counts,
    )


def _accepted(waiver: Waiver | None, counts: bool) -> str:
    """Who accepts it, why and until when; or that this is over."""
    if waiver is None:
        return ""
    if counts:
        return f" (Waived by {waiver.by} until {waiver.until}: {waiver.reason})"
    return f" (The waiver of {waiver.by} expired on {waiver.until}.)"
