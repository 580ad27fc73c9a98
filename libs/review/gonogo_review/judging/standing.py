"""What gates may ask about a review: counts and flags, small and flat."""

from collections import Counter
from collections.abc import Sequence

from gonogo_contracts.review import Area, Criterion
from gonogo_review.judging.answer import Answer
from gonogo_review.judging.case import Case
from gonogo_review.judging.checks import coverage_of_claims
from gonogo_review.rubric.gates import KINDS, STATUSES, Facts


def standing(
    case: Case,
    criteria: Sequence[Criterion],
    answers: Sequence[Answer],
    areas: Sequence[Area],
    score: float,
) -> Facts:
    """Every name that a gate may use, with its value."""
    return {
        "score": score,
        "credibility": case.credibility,
        "coverage": coverage_of_claims(case) or 0.0,
        "findings": _findings(case),
        "blocking": _blocking(criteria, answers),
        "claims": _claims(case),
        "evidence": _evidence(case),
        "report": {
            "not_ready": bool(case.overall.refused),
            "conditional": bool(case.overall.limited),
            "empty": not case.statements,
        },
        "criteria": {one.id: one.status for one in criteria},
        "areas": {one.id: one.score for one in areas},
    }


def _findings(case: Case) -> dict[str, int]:
    counted = [one for one in case.findings if not one.waived]
    severities = Counter(one.severity for one in counted)
    kinds = Counter(one.kind.replace("-", "_") for one in counted)
    named = {name: severities[name] for name in ("high", "medium", "low")}
    named["waived"] = len(case.findings) - len(counted)
    return named | {kind.replace("-", "_"): kinds[kind.replace("-", "_")] for kind in KINDS}


def _blocking(criteria: Sequence[Criterion], answers: Sequence[Answer]) -> dict[str, int]:
    statuses = Counter(one.status for one in criteria if one.blocking)
    contradicted = sum(one.contradicted for one, asked in zip(answers, criteria, strict=True) if asked.blocking)
    return {status.replace("-", "_"): statuses[status] for status in STATUSES} | {"contradicted": contradicted}  # type: ignore[index]


def _claims(case: Case) -> dict[str, int]:
    supports = Counter([one.support for one in case.backings.values()])
    return {
        "total": len(case.statements),
        "verified": supports["verified"],
        "contradicted": supports["contradicted"],
        "unsupported": supports["unsupported"],
    }


def _evidence(case: Case) -> dict[str, int]:
    return {
        "files": len(case.evidence),
        "facts": sum(len(one.facts) for one in case.evidence),
        "unreadable": sum(bool(one.problems) for one in case.evidence),
    }
