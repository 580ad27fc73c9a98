"""For a pull request comment: short, the findings and criteria folded away, everything from outside escaped."""

import re
from collections.abc import Iterable, Iterator, Sequence

from gonogo_contracts.review import Criterion, Finding, Review
from gonogo_review.judging.compare import Comparison
from gonogo_review.model import Reading
from gonogo_review.rendering import changes
from gonogo_review.rendering.excerpts import excerpts
from gonogo_review.rendering.width import fit, plain

MOST = 65_000
"""Characters: a comment may hold 65,536 on the common code hosts."""
FOR_CHANGES, FOR_CRITERIA = 10_000, 20_000
"""Characters of these at most; the findings have the rest."""
LONGEST = 600
"""Characters of one text."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&]|:(?=//)|(?<=\bwww)\.|(?<=\w)@(?=\w))")
_MENTION = re.compile(r"([@#])(?=[\w-])")
_JOINER = "\u2060"
"""A word joiner: invisible, and no code host sees a mention or an issue's number across it."""
_SIGNS = {"GO": "🟢", "HOLD": "🟡", "NO-GO": "🔴"}


def render(review: Review, reading: Reading, change: Comparison | None = None) -> str:
    """The review as Markdown of at most `MOST` characters; what has no room is counted."""
    head = [*_head(review), *_reasons(review)]
    since = _folded("Since the review before: " + escape(changes.summary(change)), _changes(change)) if change else []
    criteria = _folded("Criteria", [*_TABLE, *_within(_rows(review), FOR_CRITERIA, "| and {} more | | | | |")])
    foot = [f"Rubric {escape(review.rubric.name)} {escape(review.rubric.version)}"]
    room = MOST - sum(len(line) + 1 for line in (*head, *since, *criteria, *foot)) - 200
    blocks = [_finding(one, reading, changes.is_new(one, change)) for one in review.findings]
    findings = _folded(f"Findings: {len(blocks)}", _within(blocks, room, "- and {} more")) if blocks else []
    return "\n".join([*head, *since, *findings, *criteria, *foot]) + "\n"


def _within(blocks: Sequence[str], room: int, more: str) -> Iterator[str]:
    """The blocks that have room, and how many have none."""
    for at, block in enumerate(blocks):
        room -= len(block) + 1
        if room < 0:
            yield more.format(len(blocks) - at)
            return
        yield block


def _folded(title: str, lines: Iterable[str]) -> list[str]:
    return [f"<details><summary>{title}</summary>", "", *lines, "", "</details>", ""]


def escape(text: str) -> str:
    """Text that Markdown shows as it is: no markup, no link, no mention."""
    bare = " ".join(plain(text[: 2 * LONGEST]).split())
    escaped = _SPECIAL.sub(r"\\\1", bare if len(bare) <= LONGEST else bare[: LONGEST - 1] + "…")
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


def _changes(change: Comparison) -> Iterator[str]:
    return _within([f"- {escape(line)}" for line in changes.details(change)], FOR_CHANGES, "- and {} more")


def _finding(finding: Finding, reading: Reading, is_new: bool) -> str:
    marks = f"{' (new)' * is_new}{' (waived)' * finding.waived}"
    expected = f" Instead: **{escape(finding.expected)}**." if finding.expected else ""
    said = f"- **{finding.severity}** {finding.kind}{marks}: {escape(finding.message)}{expected}"
    shown = (f"  - line {one.line}: {code(fit(one.text, one.spans, 200)[0])}" for one in excerpts(finding, reading))
    return "\n".join((said, *shown))


_TABLE = ("| area | criterion | status | points | because |", "| --- | --- | --- | --- | --- |")


def _rows(review: Review) -> list[str]:
    titles = {area.id: escape(area.title) for area in review.areas}
    return [_row(one, titles.get(one.area, escape(one.area))) for one in review.criteria]


def _row(one: Criterion, area: str) -> str:
    because = escape("; ".join(one.because[:2])[:400])
    title = escape(one.title) + " (blocking)" * one.blocking
    return f"| {area} | {title} | {one.status} | {one.points:g}/{one.weight:g} | {because} |"
