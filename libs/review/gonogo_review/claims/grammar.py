"""The grammar of quantities: comparator, sign, currency, number, scale, ratio or range, unit, and what is counted."""

import re

from gonogo_review.claims.bare import counts
from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line
from gonogo_review.claims.nouns import noun_after
from gonogo_review.claims.numbers import numeral
from gonogo_review.claims.segments import segments
from gonogo_review.claims.units import CURRENCIES, DURATIONS, SHORTEST_FIRST, Unit, per_second, scale, symbols, unit

_SIGNS = {"<": "<", "＜": "<", "<=": "<=", "≤": "<=", "≦": "<=", "⩽": "<=", ">": ">", "＞": ">", ">=": ">=", "≥": ">=", "≧": ">=",
          "⩾": ">=", "~": "~", "≈": "~", "～": "~", "∼": "~", "≃": "~", "±": "~"}  # fmt: skip
_DIGIT = re.compile(r"\d")
_DASHES = frozenset("-–—~～〜−‑")
_MINUS = frozenset("-−")
_SECONDS = {name: index for index, name in enumerate(SHORTEST_FIRST)}
_LONG = frozenset({"min", "h", "day", "week", "month", "year"})
_FACTOR = {"us": 1e-6, "ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0, "day": 86400.0, "week": 604800.0}


def amounts(line: Line) -> list[Found]:
    """Every amount of the line, in order."""
    found: list[Found] = []
    if line.lows.isdisjoint(line.words.number_words) and _DIGIT.search(line.view) is None:
        return found
    index, count = 0, len(line.tokens)
    skipped = -1
    while index < count:
        token = line.tokens[index]
        amount = None
        if token.kind == "n":
            amount = _amount(line, index, found[-1] if found else None)
            if amount is not None and not (counts(line, amount, after_name=skipped == index) or _listed(line, amount)):
                skipped = _behind_list(line, amount.last)
                index = max(amount.last, index + 1)
                continue
        elif token.low in line.words.number_words:
            amount = _in_words(line, index)
        if amount is None:
            index += 1
        else:
            found.append(amount)
            index = max(amount.last, index + 1)
    return _share_units(line, found) if len(found) > 1 else found


def _listed(line: Line, amount: Found) -> bool:
    """`10, 50 and 90 ms`: a bare number that heads a list has the unit of the list's end."""
    index = amount.last
    if line.named(amount.number) or amount.unit != "count" or amount.noun[1]:
        return False
    while index + 1 < len(line.tokens) and line.tokens[index].low in line.joints:
        following = _number(line, index + 1)
        if following is None:
            return False
        measured = unit(line.tokens, following[2], line.view, line.words)
        if measured is not None:
            amount.unit = measured.name
            return True
        index = following[2]
    return False


def _behind_list(line: Line, index: int) -> int:
    """`Sprints 1 & 2`: the index of the number that shares the name, or -1."""
    if index + 1 < len(line.tokens) and line.tokens[index].low in (
        "&",
        ",",
        "、",
        "/",
        "+",
        "and",
        *line.words.sets["range"],
    ):
        return index + 1
    return -1


def _amount(line: Line, index: int, last: Found | None) -> Found | None:
    """The amount around the number at this token. `last` is the amount before it."""
    value = _number(line, index)
    if value is None:
        return None
    low, decimals, after = value
    token = line.tokens[index]
    found = Found(low, low, token.start, line.tokens[after - 1].end, index, after, number=index, decimals=decimals)
    _plus(line, found)
    _before(line, found, last)
    if not _ratio(line, found):
        _measure(line, found)
        _range(line, found)
    if not found.unit:
        _measure(line, found)
    _compound(line, found)
    _plus(line, found)
    _counted(line, found)
    _after(line, found)
    _meant(line, found)
    return found


def _number(line: Line, index: int) -> tuple[float, int, int] | None:
    """Value, decimals and the index behind a number with its scale; groups set apart by blanks are one number."""
    tokens = line.tokens
    if index >= len(tokens) or tokens[index].kind != "n":
        return None
    printed, after = tokens[index].low, index + 1
    while line.words.space_thousands and after < len(tokens) and _is_group(line, printed, after):
        printed, after = printed + tokens[after].low, after + 1
    value = numeral(printed, decimal_comma=line.words.decimal_comma)
    if value is None:
        return None
    factor, after = scale(tokens, after, line.view, line.words)
    return value.value * factor, value.decimals if factor == 1 else 0, after


def _is_group(line: Line, before: str, index: int) -> bool:
    token, last = line.tokens[index], line.tokens[index - 1]
    return (
        token.kind == "n" and token.start == last.end + 1 and line.view[last.end].isspace()
        and before.isdigit() and len(before) % 3 in (0, 1, 2) and len(last.low) <= 3 and token.low[:3].isdigit()
        and len(token.low.split(",")[0].split(".")[0]) == 3 and not before.startswith("0")
    )  # fmt: skip


def _plus(line: Line, found: Found) -> None:
    """`97+` is at least 97."""
    tokens = line.tokens
    if found.last < len(tokens) and tokens[found.last].low in ("+", "＋") and tokens[found.last].start == found.end:
        behind = line.view[tokens[found.last].end : tokens[found.last].end + 1]
        if not behind.isdigit():
            found.comparator = ">="
            found.end = tokens[found.last].end
            found.last += 1


def _before(line: Line, found: Found, last: Found | None) -> None:
    """Currency, sign and comparator in front of the number, from the number outwards."""
    tokens, index = line.tokens, found.first
    index = _currency_before(line, found, index)
    if index and tokens[index - 1].low in ("+", *_MINUS) and tokens[index - 1].end == tokens[index].start:
        glued = index > 1 and tokens[index - 2].end == tokens[index - 1].start and tokens[index - 2].kind in "wnix"
        if not glued or tokens[index - 2].low == "/":
            found.sign = "-" if tokens[index - 1].low in _MINUS else "+"
            index -= 1
            if found.sign == "-":
                found.low, found.high = -found.low, -found.high
    if index and not found.unit and tokens[index - 1].low == "%" and tokens[index - 1].end == tokens[index].start:
        found.unit, index = "%", index - 1
    if index and (sign := _SIGNS.get(tokens[index - 1].low)):
        found.comparator = sign if not found.comparator or sign != "~" else found.comparator
        index -= 1
    elif index in line.comparators:
        comparator, start = line.comparators[index]
        if last is not None and last.last == start and last.unit in ("%", "x") and not _lasts(line, index):
            last.role = "delta"
        else:
            found.comparator, index = comparator, start
    index = _currency_before(line, found, index)
    found.first, found.start = index, tokens[index].start


def _lasts(line: Line, index: int) -> bool:
    """Whether the number at this token is a time: '0% over 24 hours' is no comparison."""
    number = _number(line, index)
    measured = unit(line.tokens, number[2], line.view, line.words) if number else None
    return measured is not None and measured.name in _LONG and line.tokens[index - 1].low in line.words.sets["during"]


def _currency_before(line: Line, found: Found, index: int) -> int:
    """`$5`, `R$ 1,00`, `EUR 20`."""
    tokens = line.tokens
    if not index or found.unit:
        return index
    last = tokens[index - 1]
    name = symbols().get(line.view[last.start : last.end], "")
    if name not in CURRENCIES:
        return index
    found.unit, index = name, index - 1
    if index and last.low == "$" and tokens[index - 1].kind == "w" and tokens[index - 1].end == last.start:
        found.unit = symbols().get(line.view[tokens[index - 1].start : last.end], name)
        index -= 1
    return index


def _ratio(line: Line, found: Found) -> bool:
    """`15/20`, `15 of 20`, `15 out of 20`."""
    tokens, index = line.tokens, found.last
    if index + 1 >= len(tokens):
        return False
    glue = 0
    if tokens[index].low in ("/", "／", "⁄") and tokens[index + 1].kind == "n":
        glue = 1
    elif tokens[index].kind == "w":
        glue = line.of_words(index)
    whole = _number(line, index + glue) if glue else None
    if whole is None or (glue and tokens[index].low not in ("/", "／", "⁄") and whole[0] < found.low):
        return False
    found.of, found.last = whole[0], whole[2]
    found.decimals = max(found.decimals, whole[1])
    found.end = tokens[found.last - 1].end
    return True


def _measure(line: Line, found: Found) -> None:
    """The unit, if one follows."""
    if found.unit:
        if found.last < len(line.tokens) and line.tokens[found.last].low == "/" and found.last + 1 < len(line.tokens):
            return
        return
    measured = unit(line.tokens, found.last, line.view, line.words)
    if measured is not None:
        _take(line, found, measured)


def _take(line: Line, found: Found, measured: Unit) -> None:
    found.unit, found.last = measured.name, measured.end
    found.low, found.high = found.low * measured.factor, found.high * measured.factor
    found.end = line.tokens[measured.end - 1].end


def _range(line: Line, found: Found) -> None:
    """`1-2`, `5 to 10`, `1s–2s`: a second number behind a dash or a word that spans."""
    tokens, index = line.tokens, found.last
    if index + 1 >= len(tokens) or found.sign:
        return
    if tokens[index].low in _DASHES:
        left, right = tokens[index].start - found.end, tokens[index + 1].start - tokens[index].end
        if bool(left) != bool(right) or (left and found.unit):
            return
    elif not _spans(line, found, tokens[index].low):
        return
    second = _number(line, index + 1)
    if second is None or (second[0] * (1 if found.unit else 1) < found.low and not found.unit):
        return
    high, decimals, after = second
    unit_name, first_factor = found.unit, 1.0
    behind = unit(tokens, after, line.view, line.words)
    if behind is not None:
        if unit_name and behind.name != unit_name and {unit_name, behind.name} <= set(_FACTOR):
            first_factor = _FACTOR[unit_name] / _FACTOR[behind.name]
        unit_name, after, high = behind.name, behind.end, high * behind.factor
        found.low *= behind.factor
    found.low *= first_factor
    if high < found.low:
        return
    found.high, found.unit, found.last = high, unit_name, after
    found.decimals = max(found.decimals, decimals)
    found.end = tokens[after - 1].end


def _spans(line: Line, found: Found, word: str) -> bool:
    """Whether the word leads to a range's second end: 'to', or 'and' behind 'between'."""
    sets = line.words.sets
    if found.first and line.tokens[found.first - 1].low in sets["between"]:
        return word in line.joints or word in sets["range"]
    return word in sets["range"] and word not in sets["joints"] and not line.from_before(found.first)


def _compound(line: Line, found: Found) -> None:
    """`1h 20min`, `2 minutes 5 seconds`, `2 minutes and 5 seconds`: told in the smallest unit."""
    tokens = line.tokens
    while found.unit in _FACTOR and found.low == found.high and found.of is None:
        index = found.last
        if index < len(tokens) and tokens[index].low == "." and tokens[index].start == found.end:
            index += 1
        if index < len(tokens) and tokens[index].kind == "w" and tokens[index].low in line.joints:
            index += 1
        second = _number(line, index)
        measured = unit(tokens, second[2], line.view, line.words) if second else None
        if (
            second is None
            or measured is None
            or measured.name not in _FACTOR
            or _SECONDS[measured.name] >= _SECONDS[found.unit]
        ):
            return
        total = found.low * (_FACTOR[found.unit] / _FACTOR[measured.name]) + second[0]
        found.low = found.high = round(total, 9)
        found.unit, found.last, found.decimals = measured.name, measured.end, second[1]
        found.end = tokens[found.last - 1].end


def _counted(line: Line, found: Found) -> None:
    """What is counted; a rate where that is told per second."""
    if found.unit and found.unit != "count":
        found.noun = noun_after(line, found.last) if found.unit in ("%", "x") else (0, 0)
        return
    found.noun = noun_after(line, found.last)
    end = found.noun[1] or found.last
    behind = per_second(line.tokens, end, line.words)
    if behind:
        found.unit, found.last, found.end = "/s", behind, line.tokens[behind - 1].end
    else:
        found.unit = "count"


def _after(line: Line, found: Found) -> None:
    """Comparators behind the amount: `5 or more`, `95%以上`."""
    for index in dict.fromkeys((found.last, found.noun[1])):
        if index and index < len(line.tokens):
            phrase = line.words.matches(line.tokens, index, "after_comparators")
            if phrase is not None:
                found.comparator = phrase.value
                if index == found.last:
                    found.last += len(phrase.words)
                    found.end = line.tokens[found.last - 1].end
                return


def _meant(line: Line, found: Found) -> None:
    """'over 24 hours' says how long, and 'within 1-2 weeks' has its bounds already."""
    if found.first == found.number or line.tokens[found.first].kind != "w" or found.unit not in (*DURATIONS, "x"):
        return
    word = line.tokens[found.first].low
    lasting = word in line.words.sets["during"] and found.unit in _LONG
    if (
        lasting
        or (found.unit == "x" and word in line.words.sets["loads"])
        or (found.low != found.high and found.unit != "x")
    ):
        found.comparator = ""


def _in_words(line: Line, index: int) -> Found | None:
    """`two services`, `zero critical issues`, `doubled`."""
    token, words = line.tokens[index], line.words
    if token.low in words.multiples:
        value = words.multiples[token.low]
        return Found(value, value, token.start, token.end, index, index + 1, unit="x", role="delta", word=True)
    if token.low in words.sets["zeros"]:
        return _zero(line, index)
    if token.low in words.sets["none_words"]:
        return _none(line, index)
    value = words.numbers.get(token.low, 0.0)
    if not value or index + 1 >= len(line.tokens) or line.named(index):
        return None
    found = Found(value, value, token.start, token.end, index, index + 1, number=index, word=True)
    measured = unit(line.tokens, index + 1, line.view, words)
    if measured is not None and measured.name in _SECONDS:
        _take(line, found, measured)
        _before(line, found, None)
        return found
    found.noun = noun_after(line, index + 1)
    glued = line.tokens[index + 1].start == token.end
    if not found.noun[1] or (glued and not _counter(line, index + 1)):
        return None
    if token.low in words.sets["weak_numbers"] and line.tokens[found.noun[1] - 1].low not in words.sets["zero_nouns"]:
        return None
    found.unit = "count"
    _before(line, found, None)
    if found.first < found.number and line.tokens[found.first].low in words.sets["during"]:
        found.comparator = ""
    return found


def _counter(line: Line, index: int) -> bool:
    """Whether a counter word stands here, as in `三个` or `5つ`."""
    return index < len(line.tokens) and line.tokens[index].low in line.words.sets["counters"]


def _none(line: Line, index: int) -> Found | None:
    """'Critical issues: none'."""
    first, last = segments(line).label
    alone = last + 1 == index and not any(token.kind in "wni" for token in line.tokens[index + 1 :])
    if not alone or not any(token.low in line.words.sets["zero_nouns"] for token in line.tokens[first:last]):
        return None
    token = line.tokens[index]
    return Found(0.0, 0.0, token.start, token.end, index, index + 1, unit="count", noun=(first, last), word=True)


def _zero(line: Line, index: int) -> Found | None:
    """`zero`, `no`: a zero where they count something that goes wrong."""
    token, words = line.tokens[index], line.words
    weak = token.low in words.sets["weak_zeros"]
    nouns = words.sets["no_nouns" if weak else "zero_nouns"]
    if index + 1 < len(line.tokens) and line.tokens[index + 1].low == "-":
        return None
    if weak and any(before.low in words.sets["no_guards"] for before in line.tokens[:index]):
        return None
    if index and line.tokens[index - 1].end == token.start and line.tokens[index - 1].low in nouns:
        return Found(
            0.0, 0.0, token.start, token.end, index, index + 1, unit="count", noun=(index - 1, index), word=True
        )
    for at in range(index + 1, min(index + (3 if weak else 5), len(line.tokens))):
        if weak and line.tokens[at].low in words.sets["direct_nouns"] and at > index + 1:
            return None
        if line.tokens[at].low in nouns:
            return Found(
                0.0, 0.0, token.start, token.end, index, index + 1, unit="count", noun=(index + 1, at + 1), word=True
            )
        if line.tokens[at].kind == "s" and line.tokens[at].low != "/":
            return None
    return None


def _share_units(line: Line, found: list[Found]) -> list[Found]:
    """`10, 50 and 90%`: what a list's last amount is measured in holds for those before it."""
    for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if left.unit == "count" and not left.noun[1] and right.unit not in ("count", "") and left.of is None:
            between = [token.low for token in line.tokens[left.last : right.first]]
            if between and all(word in line.joints for word in between):
                left.unit = right.unit
    return found
