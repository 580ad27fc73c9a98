"""The amount around one number: comparator, sign, currency, scale, ratio or range, unit, and what is counted."""

from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line
from gonogo_review.claims.nouns import noun_after
from gonogo_review.claims.numerals import number_at
from gonogo_review.claims.prefixes import in_front, plus
from gonogo_review.claims.spans import compound, ratio, span
from gonogo_review.claims.units import DURATIONS, LONG, Unit, per_second, unit


def amount_at(line: Line, index: int, last: Found | None) -> Found | None:
    """The amount around the number at this token. `last` is the amount before it."""
    value = number_at(line, index)
    if value is None:
        return None
    low, decimals, after = value
    token = line.tokens[index]
    found = Found(low, low, token.start, line.tokens[after - 1].end, index, after, number=index, decimals=decimals)
    plus(line, found)
    in_front(line, found, last)
    if not ratio(line, found):
        _measure(line, found)
        span(line, found)
    _measure(line, found)
    compound(line, found)
    plus(line, found)
    _counted(line, found)
    _after(line, found)
    _meant(line, found)
    _led_to(line, found)
    return found


def _measure(line: Line, found: Found) -> None:
    """The unit, if one follows."""
    if found.unit or found.last >= len(line.tokens):
        return
    measured = unit(line.tokens, found.last, line.view, line.words)
    if measured is not None:
        take(line, found, measured)


def take(line: Line, found: Found, measured: Unit) -> None:
    """Gives the amount its unit, scaled where the unit is a larger one than we tell."""
    found.unit, found.last = measured.name, measured.end
    found.low, found.high = found.low * measured.factor, found.high * measured.factor
    found.end = line.tokens[measured.end - 1].end


def _counted(line: Line, found: Found) -> None:
    """What is counted; a rate where that is told per second."""
    if found.unit and found.unit != "count":
        found.noun = noun_after(line, found.last) if found.unit in ("%", "x") else (0, 0)
        return
    found.noun = noun_after(line, found.last)
    end = found.noun[1] or found.last
    behind = per_second(line.tokens, end, line.words)
    if not behind and found.first and line.tokens[found.first - 1].low in line.words.sets["rates"]:
        found.unit = "/s"
    elif behind:
        found.unit, found.last, found.end = "/s", behind, line.tokens[behind - 1].end
    else:
        found.unit = "count"


def _after(line: Line, found: Found) -> None:
    """Comparators behind the amount: `5 or more`, `95%以上`."""
    tokens, known = line.tokens, line.words.firsts["after_comparators"]
    ends = [found.last, found.noun[1]]
    if line.words.split is not None and found.noun[1] and found.noun[1] < len(tokens):
        ends.append(found.noun[1] + (tokens[found.noun[1]].low in line.words.sets["stops"]))
    for index in ends:
        if index and index < len(tokens) and tokens[index].low in known:
            phrase = line.words.matches(tokens, index, "after_comparators")
            if phrase is not None and not _leads_on(line, index, len(phrase.words)):
                found.comparator = phrase.value
                if index == found.last:
                    found.last += len(phrase.words)
                    found.end = line.tokens[found.last - 1].end
                return
    _bound_of_noun(line, found)


def _bound_of_noun(line: Line, found: Found) -> None:
    """'40 tips max': the last word of what is counted bounds it."""
    first, last = found.noun
    for index in range(first + 1, last):
        phrase = line.words.matches(line.tokens, index, "after_comparators")
        if phrase is not None and phrase.value in ("<=", ">=") and index + len(phrase.words) == last:
            found.comparator, found.noun = phrase.value, (first, index)
            return


def _leads_on(line: Line, index: int, length: int) -> bool:
    """'25 % plus rapide': a longer phrase of change begins here."""
    longer = line.words.matches(line.tokens, index, "roles_behind")
    return longer is not None and longer.value == "delta" and len(longer.words) > length


def _meant(line: Line, found: Found) -> None:
    """'over 24 hours' says how long, 'within 1-2 weeks' has its bounds already, 'exceeded the 90% target' names it."""
    if found.first == found.number or line.tokens[found.first].kind != "w":
        return
    behind = line.words.matches(line.tokens, found.last, "roles_behind") if found.comparator == ">" else None
    if behind is not None and behind.value == "target":
        found.comparator = ""
    if found.unit not in (*DURATIONS, "x"):
        return
    word = line.tokens[found.first].low
    lasting = word in line.words.sets["during"] and found.unit in LONG
    if (
        lasting
        or (found.unit == "x" and word in line.words.sets["loads"])
        or (found.low != found.high and found.unit != "x")
    ):
        found.comparator = ""


def _led_to(line: Line, found: Found) -> None:
    """'Повысить покрытие до 80%': behind a verb of change a word for 'up to' leads there and bounds nothing."""
    sets, word = line.words.sets, line.tokens[found.first].low
    if found.comparator == "<=" and found.first < found.number and word in sets["to"] and word in sets["stops"]:
        opening = next(token.low for token in line.tokens if token.kind == "w")
        if opening in sets["imperatives"]:
            found.comparator, found.first, found.start = "", found.number, line.tokens[found.number].start
