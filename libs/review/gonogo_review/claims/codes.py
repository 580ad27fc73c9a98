"""Numbers that programs give things: identifiers, the statuses of HTTP, ports, generations of networks."""

from functools import cache

from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line, arrows
from gonogo_review.claims.tokens import Token
from gonogo_review.lexicon.compiled import Lexicon
from gonogo_review.lexicon.loading import load

STATUS_CODES = frozenset(
    [100, 101, 200, 201, 202, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410,
     411, 412, 413, 415, 422, 423, 424, 425, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504, 505, 507, 511]
)  # fmt: skip
"""What HTTP answers with."""
_TELLING = frozenset([401, 403, 404, 405, 409, 422, 429, 502, 503, 504])
"""Codes that nobody takes for a round number."""
_LEADING = frozenset((":", "：", "=", "(", "（", "#", "*"))
"""What may stand between 'ID' and its number."""
_PRINTED, _PRINTED_ALL = (frozenset(map(str, codes)) for codes in (_TELLING, STATUS_CODES))
_PADDED, _LONG = 3, 10
"""Digits from which zeros in front, or none at the end, tell a number that something is called by."""
_CLAUSES = frozenset(",;:·|(（，；：、")
_GENERATIONS = range(3, 6)
_DAYS, _MONTHS = frozenset(range(1, 32)), frozenset(range(1, 13))


@cache
def ports() -> frozenset[float]:
    """Ports that programs are known by."""
    return frozenset(map(float, load("common")["ports"]))


def is_identifier(line: Line, found: Found) -> bool:
    """'Customer ID: 4711', 'order (ID = 4711)', 'cases 007, 008': the name of one thing."""
    if _is_padded(line, found):
        return True
    if line.lows.isdisjoint(line.words.sets["identifiers"]) or found.comparator or found.noun[1]:
        return False
    at = found.first
    while at > 0 and line.tokens[at - 1].low in _LEADING:
        at -= 1
    return ends_in_identifier(line.tokens[:at], line.words)


def _is_padded(line: Line, found: Found) -> bool:
    """A zero in front of two digits or more: nobody counts so."""
    digits = line.tokens[found.number].low
    return digits[0] == "0" and len(digits) > len("01") and digits.isdigit() and not found.noun[1]


def ends_in_identifier(tokens: list[Token], words: Lexicon) -> bool:
    """Whether the last word asks for the name of one thing: 'Chain ID'."""
    return bool(tokens) and tokens[-1].low in words.sets["identifiers"]


def is_port(line: Line, found: Found) -> bool:
    """A port that programs are known by, where it counts nothing."""
    return found.low in ports() and not found.noun[1] and not found.comparator and not _is_alone(line, found)


def _is_alone(line: Line, found: Found) -> bool:
    """All of a cell, or of what stands behind a colon."""
    if found.last < len(line.tokens):
        return False
    return line.cell if not found.first else line.tokens[found.first - 1].low in (":", "：")


def is_network(line: Line, found: Found) -> bool:
    """`5G`, where no word speaks of memory and it is not all that its cell holds."""
    network = found.unit == "GB" and found.low in _GENERATIONS and line.tokens[found.last - 1].low == "g"
    return network and not line.cell and line.lows.isdisjoint(load("common")["memory"])


def is_code(line: Line, found: Found) -> bool:
    """An HTTP status: `200 OK`, `returns 503`, 'empty cart → 400'; 'tested with 200 carts' counts."""
    if found.low not in STATUS_CODES or found.comparator:
        return False
    if is_telling(line, found) or _is_answer(line, found):
        return True
    at = found.first - 1
    while at > 0 and line.tokens[at].low in ("(", "（", "*"):
        at -= 1
    if at > 0 and line.tokens[at].low in (":", "：", "=") and line.named(at):
        at -= 1
    before = line.tokens[at].low if at >= 0 else ""
    behind = [token.low for token in line.tokens[found.last : max(found.noun[1], found.last + 1)]]
    answers = line.words.sets["http_after"]
    counts = at == found.first - 1 and found.noun[1] > 0 and answers.isdisjoint(behind)
    if (before in line.words.sets["http_before"] and not counts) or not answers.isdisjoint(behind[:1]):
        return True
    return not line.lows.isdisjoint(_PRINTED) and _is_listed(line, found.number)


def is_telling(line: Line, found: Found) -> bool:
    """A number that nobody counts to, where it counts nothing, or right behind code, a slash or an arrow."""
    if found.low not in _TELLING or found.comparator or _is_alone(line, found):
        return False
    before = line.tokens[found.first - 1] if found.first else None
    return not found.noun[1] or (before is not None and (before.kind == "x" or before.low in ("/", *arrows())))


def _is_answer(line: Line, found: Found) -> bool:
    """Whether an arrow leads to the number from what is asked, and from no other number."""
    at = found.first - 1
    if at < 1 or found.noun[1] or line.tokens[at].low not in arrows():
        return False
    while at and line.tokens[at - 1].low not in _CLAUSES:
        at -= 1
        if line.tokens[at].kind == "n":
            return False
    return True


def _is_listed(line: Line, index: int) -> bool:
    """`(400, 404, 500)`: among numbers with commas between them that all are statuses, one of them no round number."""
    listed = [line.tokens[index].low]
    for step in (-1, 1):
        at = index
        while 0 <= at + 2 * step < len(line.tokens) and line.tokens[at + step].low in line.joints:
            at += 2 * step
            listed.append(line.tokens[at].low)
    return len(listed) > 1 and not _PRINTED.isdisjoint(listed) and _PRINTED_ALL.issuperset(listed)


def is_key(line: Line, found: Found) -> bool:
    """`002`, `25109331647`: written with zeros in front, or too long and too exact to be counted."""
    printed = line.tokens[found.number].low
    if not printed.isdigit() or found.unit not in ("count", ""):
        return False
    padded = printed[0] == "0" and len(printed) >= _PADDED
    return padded or (len(printed) >= _LONG and not found.noun[1] and not printed.endswith("000"))


def is_status_code(found: Found) -> bool:
    """Whether a number in a column of states may be an HTTP status: it counts nothing and is one."""
    return found.low in STATUS_CODES and found.of is None and found.unit == "count" and not found.noun[1]


def is_pair_of_codes(line: Line, found: Found) -> bool:
    """`403/404`, where it counts nothing."""
    if found.of not in STATUS_CODES or found.low not in STATUS_CODES or _TELLING.isdisjoint((found.low, found.of)):
        return False
    return found.low > found.of or not (found.noun[1] or _is_alone(line, found))


def is_permission(line: Line, found: Found) -> bool:
    """`600/640` of a file."""
    digits = [line.tokens[found.number].low, line.tokens[found.last - 1].low]
    return all(len(text) in (3, 4) and set(text) <= set("01234567") for text in digits) and any(
        token.low in line.words.sets["modes"] for token in line.tokens[: found.first]
    )


def is_day_of_month(line: Line, found: Found) -> bool:
    """`05/08`: two digits each, one of them with a zero in front, and nothing that they count."""
    day, month = line.tokens[found.number].low, line.tokens[found.last - 1].low
    padded = len(day) == len(month) == len("05") and "0" in (day[0], month[0])
    return padded and not (found.noun[1] or found.comparator) and found.low in _DAYS and found.of in _MONTHS


def numbers_several(line: Line, found: Found) -> bool:
    """'Chapters (1-6)': from which to which."""
    at, end = found.first - 1, found.last
    closed = at > 0 and end < len(line.tokens) and line.tokens[at].low == "(" and line.tokens[end].low == ")"
    return closed and found.low < found.high and line.tokens[at - 1].low in line.words.sets["names"]
