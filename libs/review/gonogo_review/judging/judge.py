"""Judges a reading: findings, criteria, score, credibility, verdict, each from the one before."""

import datetime as dt
from collections.abc import Sequence

from gonogo_contracts.review import SCHEMA, ReportInfo, Review, RubricInfo, Severity
from gonogo_review.consistency import find_in
from gonogo_review.consistency.outline import Outline
from gonogo_review.judging.answering import answer
from gonogo_review.judging.case import Case, PlacedFact, by_metric, place_facts
from gonogo_review.judging.checks import coverage_of_claims
from gonogo_review.judging.claims import claims
from gonogo_review.judging.credibility import account
from gonogo_review.judging.finding import RANK, drafts_of_problems, drafts_of_secrets, number_findings
from gonogo_review.judging.matching import match
from gonogo_review.judging.readiness import overall
from gonogo_review.judging.scoring import score_areas, score_criteria, total
from gonogo_review.judging.showing import shown
from gonogo_review.judging.standing import standing
from gonogo_review.judging.verdict import broken_gates, reasons, verdict_of
from gonogo_review.model import Draft, EvidenceReading, Reading
from gonogo_review.rubric import Rubric
from gonogo_review.support import hold, notice, settle
from gonogo_review.support.case import Case as Beside
from gonogo_review.support.freshness import Age
from gonogo_review.waivers import Waiver


def judge(
    reading: Reading,
    evidence: Sequence[EvidenceReading],
    rubric: Rubric,
    waivers: Sequence[Waiver] = (),
    today: str = "9999-12-31",
) -> Review:
    """The review of a report and its evidence by a rubric.

    `today` is the day as YYYY-MM-DD: waivers that ended before it count no more; without a day, none counts. The same
    arguments always give the same review, whatever the order of the evidence.
    """
    ordered = settle(sorted(evidence, key=lambda one: (one.file, one.sha256)))
    reading = notice(reading, ordered)
    facts = place_facts(ordered)
    case = _case(reading, ordered, facts, tuple(waivers), dt.date.fromisoformat(today))
    matched = match(reading, rubric)
    answers = [answer(asked, found, case, rubric) for asked, found in zip(rubric.criteria, matched, strict=True)]
    criteria = score_criteria(answers, rubric, case.credibility)
    areas = score_areas(criteria, rubric)
    score = total(criteria)
    broken = broken_gates(rubric, standing(case, criteria, answers, areas, score))
    carried, left_out = shown(facts, case)
    return Review(
        schema_=SCHEMA,
        report=_report(reading),
        claims=claims(case),
        facts=carried,
        findings=case.findings,
        criteria=criteria,
        areas=areas,
        score=score,
        credibility=case.credibility,
        verdict=verdict_of(broken),
        reasons=reasons(broken, rubric, case, criteria),
        rubric=RubricInfo(rubric.name, rubric.version, rubric.sha256),
        account=case.account,
        coverage=coverage_of_claims(case),
        left_out=left_out,
    )


def _case(
    reading: Reading,
    evidence: tuple[EvidenceReading, ...],
    facts: Sequence[PlacedFact],
    waivers: tuple[Waiver, ...],
    today: dt.date,
) -> Case:
    backings, drafts = hold(reading, evidence)
    outline = Outline(reading)
    drafts += find_in(outline)
    named = [*drafts, *drafts_of_secrets(reading), *drafts_of_problems(reading)]
    whole = overall(outline)
    ages = _ages(reading, evidence)
    findings = number_findings(named, waivers, today)
    return Case(
        reading=reading,
        evidence=evidence,
        facts=by_metric([placed for placed in facts if ages[placed.file] != "stale"]),
        ages=ages,
        backings={backing.statement: backing for backing in backings},
        findings=findings,
        gravity=_gravity(drafts),
        doubted=_doubted(drafts),
        waivers=waivers,
        today=today,
        overall=whole,
        account=account(reading, backings, findings, whole),
    )


def _ages(reading: Reading, evidence: Sequence[EvidenceReading]) -> dict[str, Age]:
    beside = Beside(reading, evidence) if evidence else None
    return {one.file: beside.age(one) for one in evidence} if beside else {}


def _gravity(drafts: Sequence[Draft]) -> dict[int, Severity]:
    said = [one for one in drafts if one.kind == "evidence"]
    gravest_last = sorted(said, key=lambda one: -RANK[one.severity])
    return {index: one.severity for one in gravest_last for index in one.statements}


def _doubted(drafts: Sequence[Draft]) -> frozenset[int]:
    return frozenset(index for one in drafts if one.severity != "low" for index in one.statements)


def _report(reading: Reading) -> ReportInfo:
    return ReportInfo(
        name=reading.name,
        sha256=reading.sha256,
        lines=len(reading.lines),
        encoding=reading.encoding,
        repaired=reading.repaired,
        language=reading.language,
    )
