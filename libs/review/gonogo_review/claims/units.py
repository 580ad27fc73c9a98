"""What follows a number: a unit, a scale, a thing that is counted, or nothing."""

from functools import cache

import msgspec

from gonogo_review.claims.tokens import Token
from gonogo_review.lexicon.compiled import Lexicon
from gonogo_review.lexicon.loading import load

SHORTEST_FIRST = ("us", "ms", "s", "min", "h", "day", "week", "month", "year")


DURATIONS = frozenset(SHORTEST_FIRST)
LONG = frozenset({"min", "h", "day", "week", "month", "year"})
"""Times in which something else happens: '0% over 24 hours'."""
SIZES = frozenset({"B", "KB", "MB", "GB", "TB"})


class Unit(msgspec.Struct, gc=False):
    """A unit and where it ends, as an index into the tokens; `factor` scales the number."""

    name: str
    end: int
    factor: float = 1.0


@cache
def symbols() -> dict[str, str]:
    """Symbols of units, in the case they are written in."""
    return {symbol: unit for unit, listed in load("common")["symbols"].items() for symbol in listed}


@cache
def _spaced() -> frozenset[str]:
    return frozenset(load("common")["spaced_symbols"])


@cache
def _scales() -> dict[str, float]:
    return {sign: float(value) for sign, value in load("common")["scales"].items()}


_BEFORE_MONEY = frozenset("kKM")
"""Letters that scale a sum of money behind a blank; before anything else they are letters."""
CURRENCIES = frozenset(
    {"USD", "EUR", "GBP", "JPY", "CNY", "INR", "BRL", "KRW", "RUB", "PLN", "TRY", "CHF", "MXN", "XOF"}
)


def scale(tokens: list[Token], index: int, text: str, words: Lexicon) -> tuple[float, int]:
    """`15K`, `2 million`: the factor and the index behind it; 1 where there is none."""
    if index >= len(tokens):
        return 1.0, index
    token = tokens[index]
    printed = text[token.start : token.end]
    glued = tokens[index - 1].end == token.start
    if glued and printed in _scales() and printed != "m":
        return _scales()[printed], index + 1
    if token.low in words.scales and (len(token.low) > 1 or not token.low.isascii()):
        return words.scales[token.low], _behind_stop(tokens, index + 1)
    if printed in _BEFORE_MONEY and _is_money(tokens, index + 1, text, words):
        return _scales()[printed], index + 1
    if glued and printed == "B" and index + 1 < len(tokens) and tokens[index + 1].kind == "w":
        return 1e9, index + 1
    return 1.0, index


def _is_money(tokens: list[Token], index: int, text: str, words: Lexicon) -> bool:
    """Whether a currency stands here, as in `361 M EUR`."""
    if index >= len(tokens):
        return False
    named = words.matches(tokens, index, "units")
    sign = symbols().get(text[tokens[index].start : tokens[index].end])
    return sign in CURRENCIES or (named is not None and named.value in CURRENCIES)


def _behind_stop(tokens: list[Token], index: int) -> int:
    """The index behind the full stop of an abbreviation: `10 тыс. строк`."""
    stop = index + 1 < len(tokens) and tokens[index].low == "." and tokens[index].start == tokens[index - 1].end
    return index + 1 if stop else index


def unit(tokens: list[Token], index: int, text: str, words: Lexicon) -> Unit | None:
    """The unit at this token, which may be glued to the number, behind a blank, or behind a hyphen."""
    if index >= len(tokens):
        return None
    token = tokens[index]
    glued = tokens[index - 1].end == token.start
    printed = text[token.start : token.end]
    if words.sets["from_behind"]:
        printed = printed.partition("'")[0]  # an ending; elsewhere `d'` and `s'` are words
    if token.low == "-" and glued and index + 1 < len(tokens) and tokens[index + 1].start == token.end:
        return _word(tokens, index + 1, words)
    word = _word(tokens, index, words)
    if word is not None:
        return word
    name = symbols().get(printed)
    if name is None or not (glued or printed in _spaced() or (len(printed) == 1 and not printed.isalpha())):
        return _loose_times(tokens, index, words) if printed in ("x", "X", "×") else None
    if name == "PB":
        return Unit("TB", index + 1, 1000.0)
    return _rate(tokens, index + 1, name, words)


def _loose_times(tokens: list[Token], index: int, words: Lexicon) -> Unit | None:
    """`3 x faster`."""
    after = index + 1
    if after < len(tokens) and (phrase := words.matches(tokens, after, "roles")) and phrase.value == "delta":
        return Unit("x", after)
    return None


def _word(tokens: list[Token], index: int, words: Lexicon) -> Unit | None:
    phrase = words.matches(tokens, index, "units")
    if phrase is None:
        if tokens[index].low in words.sets["working_days"] and index + 1 < len(tokens):
            following = words.matches(tokens, index + 1, "units")
            return Unit(following.value, index + 2) if following and following.value == "day" else None
        return None
    end = index + len(phrase.words)
    if phrase.text in words.sets["loose_times"] and not (
        _compares(tokens, end, words) or _multiplies(tokens, index, words)
    ):
        return None
    return _rate(tokens, end, phrase.value, words)


def _compares(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether 'times' is followed by what it multiplies: '6 times faster', 'three times as many'."""
    if index >= len(tokens):
        return False
    phrase = words.matches(tokens, index, "roles_behind")
    return (phrase is not None and phrase.value == "delta") or tokens[index].low == "as"


def _multiplies(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """'в 3 раза', 'в два-три раза': by so many times, not so often."""
    at = index - 1
    while at >= 0 and (tokens[at].kind == "n" or tokens[at].low in ("-", "–", "—") or tokens[at].low in words.numbers):
        at -= 1
    return at >= 0 and tokens[at].low in words.sets["multiplying"]


def _rate(tokens: list[Token], end: int, name: str, words: Lexicon) -> Unit:
    """`5 MB/s` and `20 requests per second` are rates; `$10/month` stays money."""
    behind = per_second(tokens, end, words)
    if behind and name in ("B", "KB", "MB", "GB", "TB"):
        return Unit("/s", behind)
    return Unit(name, end)


def per_second(tokens: list[Token], index: int, words: Lexicon) -> int:
    """The index behind `/s` or `per second` at this token; 0 where it says neither."""
    if index + 1 >= len(tokens):
        return 0
    first, second = tokens[index].low, tokens[index + 1].low
    if (first in ("/", "／") or first in words.sets["per"]) and second in words.sets["per_second"]:
        return index + 2
    return 0
