"""A stated result that does not follow from the numbers beside it: changes, shares, and counts of outcomes."""

import re
from collections.abc import Iterator

import msgspec

from gonogo_review.consistency import improvement, shares
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import Interval, dimension, resolution, rounded, tidy, truth
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Amount, Draft

GAP = 28
"""Characters between a count and the percentage that belongs to it."""
BRACKETED = 90
"""The same where the second of them is set in brackets."""
NEAR = 4
"""Characters between a change and the word that says what it is."""
SEVERAL = 2
SENTENCE = re.compile(r"[.;!?。；]\s")
BREAK = re.compile(r"[,;|、，；]")


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each line whose numbers do not agree with each other."""
    for line in outline.counting:
        if len(line.amounts) > 1:
            yield from changes(line)
            yield from portions(line)


def changes(line: Line) -> Iterator[Draft]:
    """From before to after, by delta."""
    for delta in line.amounts:
        if delta.role != "delta" or delta.unit not in ("%", "x"):
            continue
        pair = inputs(line, delta)
        less = pair is not None and is_less(line, delta)
        mistake = improvement.check(*pair, delta, less=less) if pair and not fits_another(line, delta) else None
        if pair and mistake:
            before, after = pair
            message = (
                f"{quote(line)}: from {before.printed} to {after.printed} is {mistake.expected}, not {delta.printed}; "
                f"{mistake.because}."
            )
            yield draft("arithmetic", "arithmetic.change", "low", [line], message, mistake.expected)


def is_less(line: Line, delta: Amount) -> bool:
    """Whether a word beside a change says how much less something is: 'lower', 'reduction', and not 'faster'."""
    marks = line.words.get("lessened", ())
    return any(0 <= m.start - delta.end <= NEAR or 0 <= delta.start - m.end <= NEAR for m in marks)


def fits_another(line: Line, delta: Amount) -> bool:
    """Whether a row's change is that of another before and after in the same row: '37 (73%)' and '282 (97%)'."""
    befores = [a for a in line.amounts if a.role == "before"]
    afters = [a for a in line.amounts if a.role == "after"]
    if not line.is_row or len(befores) != len(afters) or len(befores) < SEVERAL:
        return False
    return any(not improvement.check(b, a, delta) for b, a in zip(befores, afters, strict=True) if b.unit == a.unit)


def inputs(line: Line, delta: Amount) -> tuple[Amount, Amount] | None:
    """The before and after of a change: the only ones of the line, or the nearest ones that precede it."""
    befores = [a for a in line.amounts if a.role == "before"]
    afters = [a for a in line.amounts if a.role == "after"]
    if not befores or not afters:
        return against_target(line, delta)
    if len(befores) == len(afters) == 1:
        return (befores[0], afters[0]) if one_sentence(line, afters[0], delta) else None
    before = max((a for a in befores if a.end <= delta.start), key=lambda a: a.start, default=None)
    after = max((a for a in afters if a.end <= delta.start), key=lambda a: a.start, default=None)
    if before is None or after is None or before.start >= after.start:
        return None
    return (before, after) if one_sentence(line, after, delta) else None


def one_sentence(line: Line, one: Amount, other: Amount) -> bool:
    """Whether no sentence ends between two amounts."""
    first, second = sorted((one, other), key=lambda a: a.start)
    return not SENTENCE.search(line.text[first.end : second.start])


def against_target(line: Line, delta: Amount) -> tuple[Amount, Amount] | None:
    """'2 s (50% faster than the 5 s required)': the target is what the value is compared with."""
    values = [a for a in line.amounts if a.role == "value" and a.end <= delta.start]
    targets = [a for a in line.amounts if a.role == "target" and a.start >= delta.end]
    if len(values) != 1 or len(targets) != 1 or dimension(values[0].unit) != dimension(targets[0].unit):
        return None
    between = line.text[delta.end : targets[0].start]
    return (targets[0], values[0]) if len(between) <= GAP and re.search(r"[^\W\d_]", between) else None


def portions(line: Line) -> Iterator[Draft]:
    """'3/8' and '63%' side by side."""
    counts = [a for a in line.amounts if a.of and a.role in ("value", "after", "before")]
    percents = [a for a in line.amounts if a.unit == "%" and not a.of and a.role in ("value", "after", "before")]
    if len(counts) != 1 or len(percents) != 1 or not counts[0].of:
        return
    count, percent = counts[0], percents[0]
    if any(percent.end <= m.start <= percent.end + GAP for m in line.words.get("coverage", ())):
        return
    lost = line.has("failed", "remaining", "left_open") and left_agrees(count, percent)
    if together(line, count, percent) and not agrees(count, percent) and not lost:
        right = 100 * count.low / count.of if count.of else 0.0
        message = (
            f"{quote(line)}: {tidy(count.low)} of {tidy(count.of or 0)} is {tidy(right)}%, not {tidy(percent.low)}%."
        )
        yield draft("arithmetic", "arithmetic.share", "medium", [line], message, f"{tidy(right)}%")


def together(line: Line, one: Amount, other: Amount) -> bool:
    """Whether two amounts stand side by side, with nothing between them that parts them."""
    first, second = sorted((one, other), key=lambda a: a.start)
    between = line.text[first.end : second.start].split("(")[0]
    joined = any(first.end <= m.start < first.end + len(between) for m in line.words.get("joins", ()))
    gap = BRACKETED if line.text[: second.start].endswith("(") else GAP
    return second.start - first.end <= gap and not BREAK.search(between) and not joined


def agrees(count: Amount, percent: Amount) -> bool:
    """Whether the percentage is the count's share, by any rounding."""
    if not count.of:
        return True
    part, whole = truth(count) if count.comparator else Interval(count.low, count.high), Interval(count.of, count.of)
    stated = truth(percent) if percent.comparator else rounded(percent.low, resolution(percent))
    return shares.share(part, whole).meets(stated)


def left_agrees(count: Amount, percent: Amount) -> bool:
    """Whether the percentage is what a count of failures, or of what is open, leaves: '3 of 24 failed (87.5%)'."""
    whole = count.of or 0.0
    rest = msgspec.structs.replace(count, low=whole - count.high, high=whole - count.low)
    return agrees(rest, percent)
