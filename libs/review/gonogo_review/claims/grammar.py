"""The grammar of quantities: every amount of a line, in order."""

from collections.abc import Iterator

from gonogo_review.claims.amount import amount_at
from gonogo_review.claims.apart import told_apart
from gonogo_review.claims.bare import refusal
from gonogo_review.claims.codes import is_telling
from gonogo_review.claims.foreign import is_dimension
from gonogo_review.claims.found import Found
from gonogo_review.claims.in_words import in_words
from gonogo_review.claims.line import Line, arrows
from gonogo_review.claims.nouns import noun_after
from gonogo_review.claims.numerals import number_at
from gonogo_review.claims.segments import segments
from gonogo_review.claims.units import unit

_LONGEST_JOINT = 2
_JOINED = frozenset("&,、/+") | {"and"}


def amounts(line: Line) -> list[Found]:
    """Every amount of the line, in order."""
    if not line.numbers:
        return []
    found = [amount for amount, refused in considered(line) if not refused]
    if len(found) == 1:
        return told_apart(line, *segments(line).label, line, found)
    return _share_units(line, found)


def considered(line: Line) -> Iterator[tuple[Found, str]]:
    """Every number of the line, and why it is no amount; an empty text where it is one."""
    last: Found | None = None
    behind, named = 0, -1
    for index in line.numbers:
        if index < behind:
            continue
        amount = amount_at(line, index, last) if line.tokens[index].kind == "n" else in_words(line, index)
        if amount is None:
            continue
        refused = "" if amount.word else refusal(line, amount, after_name=named == index)
        if refused and named != index and (_listed(line, amount) or _closes(line, last, amount)):
            refused = ""
        if refused:
            named = _behind_list(line, amount.last)
        else:
            last = amount
        behind = amount.last
        yield amount, refused


def _listed(line: Line, amount: Found) -> bool:
    """`10, 50 and 90 ms`: a bare number that heads a list has the unit of the list's end."""
    index = amount.last
    if amount.unit != "count" or amount.noun[1] or amount.of or line.named(amount.number):
        return False
    if is_dimension(line, amount) or is_telling(line, amount):
        return False
    if line.from_before(amount.first) and _leads_on(line, index):
        return True
    while (index := _behind_joints(line, index)) > 0:
        following = number_at(line, index)
        if following is None:
            return False
        measured = unit(line.tokens, following[2], line.view, line.words)
        if measured is not None:
            amount.unit = measured.name
            return True
        if noun_after(line, following[2])[1]:
            return True
        index = following[2]
    return False


def _behind_joints(line: Line, index: int) -> int:
    """The index behind what joins the members of a list here: `,`, `and`, `, and`; 0 where nothing does."""
    first = index
    while index - first < _LONGEST_JOINT and index < len(line.tokens) and line.tokens[index].low in line.joints:
        index += 1
    return index if index > first else 0


def _closes(line: Line, last: Found | None, amount: Found) -> bool:
    """'from 22 to 0': what the first was, the second is too."""
    plain = amount.unit == "count" and not amount.noun[1] and amount.of is None
    return plain and last is not None and line.from_before(last.first) and last.last + 1 == amount.first and (
        line.tokens[last.last].low in line.words.sets["to"] | arrows()
    )  # fmt: skip


def _leads_on(line: Line, index: int) -> bool:
    """'from 12 to 3 errors', 'from 12 → 3'."""
    leading = line.words.sets["to"] | arrows()
    to = index + 1 < len(line.tokens) and line.tokens[index].low in leading
    number = number_at(line, index + 1) if to else None
    return number is not None and not any(
        token.low in line.words.sets["months"] for token in line.tokens[number[2] :][:2]
    )


def _behind_list(line: Line, index: int) -> int:
    """`Sprints 1 & 2`: the index of the number that shares the name, or -1."""
    joined = index + 1 < len(line.tokens) and line.tokens[index].low
    if joined and (joined in _JOINED or joined in arrows() or joined in line.words.sets["range"]):
        return index + 1
    return -1


def _share_units(line: Line, found: list[Found]) -> list[Found]:
    """`10, 50 and 90%`: what a list's last amount is measured in holds for those before it."""
    for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if left.unit == "count" and not left.noun[1] and right.unit not in ("count", "") and left.of is None:
            between = [token.low for token in line.tokens[left.last : right.first]]
            if between and all(word in line.joints for word in between):
                left.unit = right.unit
    return found
