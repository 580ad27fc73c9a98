"""Signs of state: emoji, check marks, boxes. And where they are only ornament or legend."""

import itertools
import re
from functools import cache

import msgspec

from gonogo_contracts.review import State
from gonogo_review.lexicon.loading import load

_QUOTES = frozenset("\"'“‘«「")
_MOST = 40
"""Signs of one line that are looked at."""
_EMOJI = "\ufe0f"
"""Makes the sign before it a coloured one."""
WORST_FIRST: tuple[State, ...] = ("failed", "open", "partial", "na", "done")


class Mark(msgspec.Struct, gc=False):
    """A sign of state and its place in the view."""

    state: str
    sign: str
    start: int
    end: int


@cache
def _signs() -> dict[str, str]:
    return {sign: state for state, signs in load("common")["marks"].items() for sign in signs}


@cache
def _pattern() -> "re.Pattern[str]":
    signs = sorted(_signs(), key=lambda sign: -len(sign))
    return re.compile("|".join(re.escape(sign) + "\ufe0f?" for sign in signs))


@cache
def _symbols() -> "re.Pattern[str]":
    """Runs in which a sign may be, by two ranges of characters: looking for each sign at each letter takes long."""
    low, high = (
        [c for sign in _signs() for c in sign if (c > "\uffff") is far and c != _EMOJI] for far in (False, True)
    )
    either = f"[{min(low)}-{max(low)}{_EMOJI}{min(high)}-{max(high)}]"
    return re.compile(f"{either}{either}*+")  # beginning with one set, the engine skips other text fast


@cache
def _warnings() -> frozenset[str]:
    return frozenset(load("common")["warnings"])


@cache
def decorations() -> "re.Pattern[str]":
    """Signs that say nothing, with the blanks around them."""
    return re.compile(
        "[\\s\ufe0f\u200d]*(?:" + "|".join(map(re.escape, load("common")["decorations"])) + ")[\\s\ufe0f]*"
    )


def marks(view: str) -> list[Mark]:
    """Every sign of state in the view."""
    if view.isascii():
        return []
    runs = [run.span() for run in _symbols().finditer(view)]
    if not runs:
        return []
    signs, find = _signs(), _pattern().finditer
    return [
        Mark(signs.get(sign := match[0]) or signs[sign.rstrip(_EMOJI)], sign, match.start(), match.end())
        for start, end in runs
        for match in find(view, start, end)
        if not start or view[start - 1] not in _QUOTES  # 'Click "🚫 Revoke"': what a button shows
    ][:_MOST]


def is_signed(line: str) -> bool:
    """Whether a sign of state is the first thing on a line."""
    return _pattern().match(line.lstrip(" >\t*_")) is not None


def is_warning(mark: Mark) -> bool:
    """Whether the sign may stand for a remark rather than for a state."""
    return mark.sign.rstrip("\ufe0f") in _warnings()


def box_state(box: str) -> str | None:
    """The state of a task box by the character in it."""
    return load("common")["boxes"].get(box) if box else None


def cell_mark(text: str) -> list[Mark]:
    """The mark that a status cell is as a whole: signs that say nothing elsewhere, such as `○` and `×`."""
    state = _cell_signs().get(text)
    return [Mark(state, text, 0, len(text))] if state else []


@cache
def _tags() -> dict[str, str]:
    return {tag: state for state, tags in load("common")["tags"].items() for tag in tags}


def tag_state(text: str) -> str:
    """The state of a tag in brackets; nothing where it is none."""
    return _tags().get(text, "")


@cache
def todo_words() -> frozenset[str]:
    """Tags that need no brackets."""
    return frozenset(load("common")["bare_tags"])


@cache
def _cell_signs() -> dict[str, str]:
    return {sign: state for state, signs in load("common")["cell_signs"].items() for sign in signs}


_STATUS_KEY = re.compile(r"[\W\d]*(?P<key>\w+)[\W_]*?[:：]")


@cache
def _keys(name: str) -> frozenset[str]:
    return frozenset(load("common")[name])


_LEGEND_TAIL = re.compile(r"\s*(?:=|＝|→\s|:=)")


def is_legend(view: str, found: list[Mark]) -> bool:
    """`✅ = done`, or a line that does nothing but name several signs."""
    if not found:
        return False
    if _LEGEND_TAIL.match(view, found[0].end) and "=" in view[found[0].end : found[0].end + 3]:
        return True
    if len({mark.state for mark in found}) < 2 or found[0].start > 12:
        return False
    key = _STATUS_KEY.match(view)
    if key and key["key"].lower() in _keys("status_keys"):
        return False
    if key and key["key"].lower() in _keys("legend_keys"):
        return True
    pieces = [view[left.end : right.start] for left, right in itertools.pairwise(found)]
    pieces.append(view[found[-1].end :])
    if any(character.isdigit() for piece in pieces for character in piece):
        return False
    return all(0 < len(piece.strip(" |,;/·•-–:()")) <= 30 and "→" not in piece for piece in pieces)


def worst(states: "list[str]") -> State | None:
    """The worse of several states."""
    return next((state for state in WORST_FIRST if state in states), None) if states else None
