"""For a pull request comment: short, the findings and criteria folded away, everything from outside escaped."""

import re
from collections.abc import Iterator

from gonogo_contracts.review import Finding, Review
from gonogo_review.model import Reading
from gonogo_review.rendering.excerpts import excerpts
from gonogo_review.rendering.width import fit, plain

MAX_FINDINGS = 50
"""A comment may hold 65,536 characters on the common code hosts."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&]|:(?=//)|(?<=\bwww)\.|(?<=\w)@(?=\w))")
_MENTION = re.compile(r"([@#])(?=[\w-])")
_JOINER = "\u2060"
"""A word joiner: invisible, and no code host sees a mention or an issue's number across it."""
_SIGNS = {"GO": "🟢", "HOLD": "🟡", "NO-GO": "🔴"}


def render(review: Review, reading: Reading) -> str:
    """The review as Markdown."""
    return "\n".join([*_head(review), *_reasons(review), *_findings(review, reading), *_criteria(review)]) + "\n"


def escape(text: str) -> str:
    """Text that Markdown shows as it is: no markup, no link, no mention."""
    escaped = _SPECIAL.sub(r"\\\1", " ".join(plain(text).split()))
    return _MENTION.sub(rf"\1{_JOINER}", escaped)


def code(text: str) -> str:
    """Text as a code span, whatever backticks it holds."""
    bare = " ".join(plain(text).split())
    fence = "`" * (max((len(run) for run in re.findall(r"`+", bare)), default=0) + 1)
    return f"{fence} {bare} {fence}"


def _head(review: Review) -> Iterator[str]:
    backed = "" if review.coverage is None else f" · evidence backs **{review.coverage:g} %** of the checkable claims"
    yield f"## {_SIGNS[review.verdict]} {review.verdict}: {escape(review.report.name)}"
    yield ""
    yield f"score **{review.score:g}** · credibility **{review.credibility:g}**{backed}"
    yield ""


def _reasons(review: Review) -> Iterator[str]:
    for number, reason in enumerate(review.reasons, 1):
        lines = f" (line {', '.join(map(str, reason.lines[:6]))})" if reason.lines else ""
        change = f"<br>→ {escape(reason.change)}" if reason.change else ""
        yield f"{number}. {escape(reason.text)}{lines}{change}"
    yield ""


def _findings(review: Review, reading: Reading) -> Iterator[str]:
    if not review.findings:
        return
    yield f"<details><summary>Findings: {len(review.findings)}</summary>"
    yield ""
    for finding in review.findings[:MAX_FINDINGS]:
        yield from _finding(finding, reading)
    if len(review.findings) > MAX_FINDINGS:
        yield f"and {len(review.findings) - MAX_FINDINGS} more"
    yield ""
    yield "</details>"
    yield ""


def _finding(finding: Finding, reading: Reading) -> Iterator[str]:
    waived = " (waived)" if finding.waived else ""
    expected = f" Instead: **{escape(finding.expected)}**." if finding.expected else ""
    yield f"- **{finding.severity}** {finding.kind}{waived}: {escape(finding.message)}{expected}"
    for one in excerpts(finding, reading):
        yield f"  - line {one.line}: {code(fit(one.text, one.spans, 200)[0])}"


def _criteria(review: Review) -> Iterator[str]:
    yield "<details><summary>Criteria</summary>"
    yield ""
    yield "| area | criterion | status | points | because |"
    yield "| --- | --- | --- | --- | --- |"
    titles = {area.id: area.title for area in review.areas}
    for one in review.criteria:
        blocking = " (blocking)" if one.blocking else ""
        because = escape("; ".join(one.because[:2]))[:400]
        title = f"{escape(one.title)}{blocking}"
        area = escape(titles.get(one.area, one.area))
        yield f"| {area} | {title} | {one.status} | {one.points:g}/{one.weight:g} | {because} |"
    yield ""
    yield "</details>"
    yield ""
    yield f"Rubric {escape(review.rubric.name)} {escape(review.rubric.version)}"
