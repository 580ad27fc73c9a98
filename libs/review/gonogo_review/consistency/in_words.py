"""Shares in a sentence: '37 points delivered of 42 (88%)', a budget with what is used and left, parts of one whole."""

import re
from collections.abc import Iterator, Sequence

from gonogo_review.consistency import shares
from gonogo_review.consistency.columns import left, value
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import Interval, exact, resolution, rounded, tidy
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.parts_of_whole import CLOSE, Part, pairs
from gonogo_review.model import Amount, Draft

APART = 45
"""Characters between a part and its whole, and between the whole and the share."""
ASIDE = 14
"""Characters between the word 'of' and the whole, and between an amount and the word that it is left."""
STOP = re.compile(r"[.;!?。；|]\s|[、，]|[(（].*[)）]")
OPEN = re.compile(r"[(（]\s*[*_`=~≈]*\s*$")
THREE = 3
CLOSE_BY = 0.25
"""A number that differs from the whole by more than this part of it is of another thing."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each line in which a share, or what is left, does not follow."""
    for line in outline.counting:
        if len(line.amounts) >= THREE and not line.is_row and any(a.unit == "%" for a in line.amounts):
            yield from next(filter(None, (list(rule(line)) for rule in (with_words, budget, of_one_whole))), [])


def with_words(line: Line) -> Iterator[Draft]:
    """'37 points delivered of 42 planned (88%)'."""
    for part, whole, share in zip(line.amounts, line.amounts[1:], line.amounts[2:], strict=False):
        if plain(part, whole) and part.unit == whole.unit and is_share(share) and 0 <= part.low <= whole.low > 0:
            behind = line.text[whole.end : share.start]
            told = OPEN.search(behind) and CLOSE.match(line.text, share.end) and not STOP.search(behind)
            if told and is_of(line, part, whole) and not right(line, part, share):
                yield wrong(line, part, whole, share)


def plain(*amounts: Amount) -> bool:
    """Whether amounts are exact ones of how things are."""
    return all(not a.of and not a.comparator and a.low == a.high and a.unit not in ("%", "x") for a in amounts)


def is_share(amount: Amount) -> bool:
    """Whether an amount is an exact percentage."""
    return amount.unit == "%" and not amount.of and not amount.comparator and amount.role != "delta"


def is_of(line: Line, part: Amount, whole: Amount) -> bool:
    """Whether a word for 'of' parts two amounts, with the second right after it."""
    between = line.text[part.end : whole.start]
    near = any(part.end <= m.start and 0 <= whole.start - m.end <= ASIDE for m in line.words.get("out_of", ()))
    return near and len(between) <= APART and not STOP.search(between) and "," not in between


def right(line: Line, part: Amount, share: Amount) -> bool:
    """Whether a share is what a part, or the rest without it, is of some other amount of the line."""
    stated = rounded(share.low, resolution(share))
    others = [Interval(a.of, a.of) if a.of else value(a) for a in line.amounts if a is not part and a.unit != "%"]
    found = [shares.share(value(part), other) for other in others if other.low > 0]
    return any(s.meets(stated) or Interval(100 - s.high, 100 - s.low).meets(stated) for s in found)


def wrong(line: Line, part: Amount, whole: Amount, share: Amount) -> Draft:
    """The finding for a share."""
    correct = f"{tidy(100 * exact(part).low / exact(whole).low)}%"
    message = (
        f"{quote(line)}: {part.printed.strip()} of {whole.printed.strip()} is {correct}, not {share.printed.strip()}."
    )
    return draft("arithmetic", "arithmetic.share-in-words", "medium", [line], message, correct)


def budget(line: Line) -> Iterator[Draft]:
    """'A budget of 40 h: 13 h used (33%), 27 h left': two of three add up to the third."""
    share = [p for p in pairs(line) if is_share(p.share)]
    found = [a for a in line.amounts if share and a.unit == share[0].amount.unit and a.unit != "%" and plain(a)]
    if len(share) != 1 or len(found) != THREE:
        return
    part, (most, *others) = share[0].amount, sorted(found, key=lambda a: -a.low)
    rest = next(a for a in found if a not in (most, part)) if part in others else None
    if rest is None or most.low <= 0:
        return
    whole = value(part) + value(rest)
    if whole.meets(value(most)) and not fits(share[0], value(most)) and not fits(share[0], value(most), rest=True):
        yield wrong(line, part, most, share[0].share)
    elif not whole.meets(value(most)) and is_left(line, rest) and fits(share[0], value(most)):
        correct = tidy(round(most.low - part.low, max(most.decimals, part.decimals)))
        message = (
            f"{quote(line)}: {tidy(most.low)} without {tidy(part.low)} leaves {correct}, not {rest.printed.strip()}."
        )
        yield draft("arithmetic", "arithmetic.left", "medium", [line], message, correct)


def is_left(line: Line, rest: Amount) -> bool:
    """Whether a line says of an amount that it is what is left."""
    marks = [m for c in ("left_open", "remaining") for m in line.words.get(c, ())]
    return any(0 <= m.start - rest.end <= ASIDE or 0 <= rest.start - m.end <= ASIDE for m in marks)


def fits(part: Part, whole: Interval, *, rest: bool = False) -> bool:
    """Whether a part's share is of a whole, or what it leaves of it."""
    stated = rounded(part.share.low, resolution(part.share))
    share = (left if rest else shares.share)(value(bare(part.amount)), whole)
    return whole.low > 0 and share.meets(stated)


def bare(amount: Amount) -> Amount:
    """A number that was read as a percentage for the sake of the one behind it, as a count."""
    if amount.unit != "%":
        return amount
    return Amount(amount.role, "", amount.low, amount.high, None, "count", amount.start, amount.end, amount.printed)


def of_one_whole(line: Line) -> Iterator[Draft]:
    """'The 470 open lines are in two modules: orders (188, or 40%) and stock (94, or 20%)'."""
    found = [p for p in pairs(line) if p.share.role != "delta"]
    lead = leading(line, found) if len(found) > 1 else None
    if lead is None:
        return
    bad = [p for p in found if not fits(p, value(lead))]
    others = [value(a) for a in line.amounts if a.unit != "%" and a is not lead]
    bad = [p for p in bad if not any(fits(p, w) for w in others + [value(bare(q.amount)) for q in found if q is not p])]
    if len(bad) == 1:
        yield wrong(line, bare(bad[0].amount), lead, bad[0].share)
    elif bad and len(bad) == len(found):
        yield from wrong_whole(line, lead, found)


def leading(line: Line, found: Sequence[Part]) -> Amount | None:
    """The largest amount before the parts, in their sentence, that they may be of."""
    first = found[0].amount
    sizes = [p.amount.low for p in found]
    before = [a for a in line.amounts if a.end <= first.start and plain(a) and a.low >= max(sizes)]
    if not before or re.search(r"[.;!?。；]\s", line.text[before[-1].end : first.start]):
        return None
    return before[-1] if before[-1].unit in ("count", first.unit) else None


def wrong_whole(line: Line, lead: Amount, found: Sequence[Part]) -> Iterator[Draft]:
    """The finding where all the shares are of one other whole, which is near the one that is stated."""
    told = [value(bare(p.amount)).over(rounded(p.share.low, resolution(p.share))).scaled(100) for p in found]
    whole = Interval(max(w.low for w in told), min(w.high for w in told))
    if whole.low > whole.high or not abs(lead.low - whole.low) <= CLOSE_BY * whole.low:
        return
    correct = tidy(round(sum(100 * exact(bare(p.amount)).low / p.share.low for p in found) / len(found)))
    message = f"{quote(line)}: the shares are those of about {correct}, not of {lead.printed.strip()}."
    yield draft("arithmetic", "arithmetic.whole", "medium", [line], message, correct)
