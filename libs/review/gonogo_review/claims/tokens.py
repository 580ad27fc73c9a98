"""A line as tokens: numbers, names that hold digits, words, signs. Dates and versions are none of them numbers."""

import re
from itertools import accumulate, pairwise

import msgspec

CJK = (
    "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3130-\u318f"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
)
"""Characters of scripts that set no blanks between words, and of Korean."""
_LETTER = rf"[^\W\d_{CJK}]"
_NAME = rf"[^\W{CJK}]"
_YEAR = r"(?:19|20)\d\d"

_PLAIN_WORD = r"[a-zA-Z]++(?![\w'’])"
"""Most words: what the engine takes several times as fast as letters of every script."""
_WORD = rf"{_LETTER}++(?:['’]{_LETTER}++)?+"
_INNER_UNIT = r"(?<=\d)(?:d|h|min|m)(?=\d{1,2}(?:\.\d+)?(?:h|min|ms?|s)\b)"
"""`2m30s`: the first of two units, neither a word of its own nor the head of a name."""
_DATE = (
    rf"{_YEAR}\s?[-/.年년]\s?(?:0?[1-9]|1[0-2])(?:\s?[-/.月월]\s?(?:0?[1-9]|[12]\d|3[01])(?!\d)\s?[日일]?)?(?!\d)[月월]?"
    r"(?:[T ]\d\d?:\d\d(?::\d\d)?(?:\.\d+)?Z?)?"
    rf"|(?:0?[1-9]|[12]\d|3[01])(?P<sign>[./-])(?:0?[1-9]|1[0-2]|[A-Z][a-z]{{2}})(?P=sign)(?:{_YEAR}|\d\d)(?![\d.])"
    r"|(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/(?:19|20)?\d\d(?!\d)"
    r"|\d{1,2}[月월]\s?\d{1,2}[日일]|\d{1,2}月(?=[上中下初末底])"
    r"|(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?![\d:])(?:\s?[apAP]\.?[mM]\b\.?)?"
)
_IDENTIFIER = (
    rf"{_LETTER}+[_\d]{_NAME}*(?:[-.]{_NAME}+)*|_\w+|\d+(?:\.\d+)*\.[a-zA-Z]\w*|\d+_\w+"
    r"|(?!\d{1,3}(?:\.\d{3})+(?![.\d]))\d+(?:\.\d+){3,}"
    r"|\d\ufe0f?\u20e3|#\d+|0x[0-9a-fA-F]+|(?<![\w.])[0-9a-f]*(?:\d[a-f]|[a-f]\d)[0-9a-f]{5,}\b"
)
_TOKEN = re.compile(
    # The commonest come first: words that no digit follows, and signs that begin nothing longer.
    rf"\s*+(?:(?P<w>{_PLAIN_WORD}|{_WORD}(?![\d_])|{_INNER_UNIT})"
    r"|(?P<s>[^\s\w\x01#<>=≤≥—–-]|<=|>=|=>|->|-->|==>|—>|–>|[<>=≤≥—–-]|#(?!\d))"
    r"|(?P<x>\x01[\w\x01]*)"
    rf"|(?P<d>{_DATE})|(?P<i>{_IDENTIFIER})"
    r"|(?P<n>\d+(?:[.,'’٬٫．，]\d+)*)"
    rf"|(?P<c>[{CJK}]+))"
)


class Token(msgspec.Struct, gc=False):
    """A piece of a line. Kinds: `n` number, `w` word, `i` name with digits, `d` date, `x` hidden code, `s` sign."""

    kind: str
    low: str
    """In lower case."""
    start: int
    end: int


def tokenise(text: str, split: "re.Pattern[str] | None" = None) -> list[Token]:
    """The tokens of a line. `split` divides runs of a script without blanks at the words it knows."""
    if "İ" in text:
        text = text.replace("İ", "i")  # its lower case has two characters
    small = text.lower()
    tokens = [
        Token(kind := match.lastgroup, small[(start := match.start(kind)) : (end := match.end())], start, end)  # type: ignore[arg-type]
        for match in _TOKEN.finditer(text)
    ]
    if text.isascii() or "c" not in [token.kind for token in tokens]:
        return tokens
    return [piece for token in tokens for piece in _pieces(token, split)]


def _pieces(token: Token, split: "re.Pattern[str] | None") -> list[Token]:
    """A run of a script without blanks as its words; any other token as it is."""
    if token.kind != "c":
        return [token]
    words = [token.low] if split is None else split.split(token.low)
    ends = accumulate(map(len, words), initial=token.start)
    return [Token("w", word, start, end) for word, (start, end) in zip(words, pairwise(ends), strict=True) if word]
