"""More than one number in one amount: ratios, ranges, times told in two units."""

from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line
from gonogo_review.claims.numerals import number_at
from gonogo_review.claims.units import SHORTEST_FIRST, scale, unit

_DASHES = frozenset("-–—~～〜−‑")
_SLASHES = frozenset("/／⁄")
_RUN = 3
_ALWAYS = frozenset({"24", "7"})
_ORDER = {name: index for index, name in enumerate(SHORTEST_FIRST)}
_FACTOR = {"us": 1e-6, "ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0, "day": 86400.0, "week": 604800.0}


def ratio(line: Line, found: Found) -> bool:
    """`15/20`, `15 of 20`, `15 out of 20`."""
    tokens, index = line.tokens, found.last
    if index + 1 >= len(tokens):
        return False
    if tokens[index].kind != "w" and (tokens[index].low not in _SLASHES or in_run(line, found.number)):
        return False
    if _part_behind(line, found) or _same_counter(line, found) or _whole_behind(line, found):
        return True
    glue = 0
    if tokens[index].low in ("/", "／", "⁄") and tokens[index + 1].kind == "n":
        glue = 1
    elif tokens[index].kind == "w":
        glue = line.of_words(index)
    whole = number_at(line, index + glue) if glue else None
    if whole is None or (glue and tokens[index].low not in ("/", "／", "⁄") and whole[0] < found.low):
        return False
    measured = unit(tokens, whole[2], line.view, line.words)
    if measured is not None and measured.name not in ("count", "%"):
        return False
    found.of, found.last = whole[0], whole[2]
    found.decimals = max(found.decimals, whole[1])
    found.end = tokens[found.last - 1].end
    return True


def in_run(line: Line, at: int) -> bool:
    """`453/0/3`: one of three numbers with slashes between, such as what passed, what failed and what was skipped."""
    if "/" not in line.lows or _ALWAYS.issubset(line.lows):
        return False
    run = 1
    for step in (-1, 1):
        near = at
        while 0 <= near + 2 * step < len(line.tokens) and _is_slot(line, near, step):
            near += 2 * step
            run += 1
    return run >= _RUN


def _is_slot(line: Line, at: int, step: int) -> bool:
    """Whether a slash, with no blanks around it, leads from this number to another."""
    number, sign, other = (line.tokens[at + count * step] for count in range(3))
    if sign.low != "/" or other.kind != "n":
        return False
    return abs(other.start - number.start) == len((number if step > 0 else other).low) + 1


def _part_behind(line: Line, found: Found) -> bool:
    """`20件中15件`: the whole stands in front of its part."""
    tokens, wholes = line.tokens, line.words.sets["of_behind"]
    if not wholes or line.lows.isdisjoint(wholes):
        return False
    for index in range(found.last, min(found.last + 3, len(tokens) - 1)):
        if tokens[index].low in wholes:
            part = number_at(line, index + 1)
            if part is None or part[0] > found.low:
                return False
            found.of, found.low, found.high = found.low, part[0], part[0]
            found.last, found.end = part[2], tokens[part[2] - 1].end
            return True
        if tokens[index].kind != "w":
            return False
    return False


def _whole_behind(line: Line, found: Found) -> bool:
    """`12 tests sur 14`: what is counted stands between the part and a word that only says 'out of'."""
    tokens, index = line.tokens, found.last
    if index + 2 >= len(tokens) or tokens[index].kind != "w" or tokens[index + 1].low in line.words.sets["glue"]:
        return False
    glue = line.of_words(index + 1)
    whole = number_at(line, index + 1 + glue) if glue and tokens[index].low not in line.words.sets["stops"] else None
    if whole is None or whole[0] < found.low or unit(tokens, whole[2], line.view, line.words) is not None:
        return False
    found.of, found.last, found.noun = whole[0], whole[2], (index, index + 1)
    found.end = tokens[found.last - 1].end
    return True


def _same_counter(line: Line, found: Found) -> bool:
    """`95点/100点`: the counter stands behind both numbers."""
    tokens, index = line.tokens, found.last
    if index + 3 >= len(tokens) or tokens[index + 1].low not in _SLASHES or tokens[index].low != tokens[index + 3].low:
        return False
    whole = number_at(line, index + 2)
    if whole is None or tokens[index].low.isascii() or tokens[index].start != found.end or whole[0] < found.low:
        return False
    found.of, found.last, found.end = whole[0], whole[2], tokens[whole[2] - 1].end
    return True


def span(line: Line, found: Found) -> None:
    """`1-2`, `5 to 10`, `1s–2s`: a second number behind a dash or a word that spans."""
    tokens, index = line.tokens, found.last
    if index + 1 >= len(tokens) or (found.sign and not _grows(line, found)):
        return
    if tokens[index].low in _DASHES:
        left, right = tokens[index].start - found.end, tokens[index + 1].start - tokens[index].end
        if bool(left) != bool(right) or (left and not _alike(line, found)):
            return
    elif not _spans(line, found, tokens[index].low):
        return
    second = number_at(line, index + 1)
    if second is not None and not _becomes(line, tokens[index].low, second[2]):
        if index == found.number + 1:
            _share_scale(line, found, index + 1, second[0])
        _close(line, found, *second)


def _grows(line: Line, found: Found) -> bool:
    """`+2-3 min`: a change by one of two amounts. `+5-12` without a unit tells of lines added and taken away."""
    second = number_at(line, found.last + 1) if found.sign == "+" else None
    if second is None or second[0] < found.low:
        return False
    behind = unit(line.tokens, second[2], line.view, line.words)
    return behind is not None and behind.name != "count"


def _share_scale(line: Line, found: Found, index: int, high: float) -> None:
    """`2-5M`: a scale behind the second number holds for a first that is smaller than what is printed there."""
    factor, _ = scale(line.tokens, index + 1, line.view, line.words)
    if factor > 1 and found.low < high / factor:
        found.low = found.high = found.low * factor


def _alike(line: Line, found: Found) -> bool:
    """`0.5 KB - 70 KB`, `5 – 10 days`: between blanks a dash spans two amounts of one form, not `Shop 2.0 — 24 h`."""
    second = number_at(line, found.last + 1)
    if not found.unit:
        return second is None or bool(second[1]) == bool(found.decimals)
    behind = unit(line.tokens, second[2], line.view, line.words) if second else None
    return behind is not None and behind.name == found.unit and not found.comparator


def _close(line: Line, found: Found, high: float, decimals: int, after: int) -> None:
    """Takes the second number for the range's end, unless it is smaller. A unit behind it holds for both."""
    low, name = found.low, found.unit
    behind = unit(line.tokens, after, line.view, line.words)
    if behind is not None:
        if name in _FACTOR and behind.name in _FACTOR:
            low *= _FACTOR[name] / _FACTOR[behind.name]
        low, high, name, after = low * behind.factor, high * behind.factor, behind.name, behind.end
    if high < low:
        return
    found.low, found.high, found.unit, found.last = low, high, name, after
    found.decimals = max(found.decimals, decimals)
    found.end = line.tokens[after - 1].end


def _becomes(line: Line, word: str, after: int) -> bool:
    """`73%から97%に`: a word that says from, and behind the second number one that says to."""
    sets, tokens = line.words.sets, line.tokens
    behind = unit(tokens, after, line.view, line.words)
    end = behind.end if behind is not None else after
    return word in sets["from"] and end < len(tokens) and tokens[end].low in sets["to_behind"]


def _spans(line: Line, found: Found, word: str) -> bool:
    """Whether the word leads to a range's second end: 'to', or 'and' behind 'between'."""
    sets = line.words.sets
    if found.first and line.tokens[found.first - 1].low in sets["between"]:
        return word in line.joints or word in sets["range"]
    changes = word in sets["to"] and line.from_before(found.first)
    return word in sets["range"] and word not in sets["joints"] and not changes


def compound(line: Line, found: Found) -> None:
    """`1h 20min`, `2 minutes 5 seconds`, `2 minutes and 5 seconds`: told in the smallest unit."""
    tokens = line.tokens
    while found.unit in _FACTOR and found.low == found.high and found.of is None:
        index = found.last
        if index < len(tokens) and tokens[index].low == "." and tokens[index].start == found.end:
            index += 1
        if index < len(tokens) and tokens[index].kind == "w" and tokens[index].low in line.joints:
            index += 1
        second = number_at(line, index)
        measured = unit(tokens, second[2], line.view, line.words) if second else None
        if (
            second is None
            or measured is None
            or measured.name not in _FACTOR
            or _ORDER[measured.name] >= _ORDER[found.unit]
        ):
            return
        total = found.low * (_FACTOR[found.unit] / _FACTOR[measured.name]) + second[0]
        found.low = found.high = round(total, 9)
        found.unit, found.last, found.decimals = measured.name, measured.end, second[1]
        found.end = tokens[found.last - 1].end
