"""A printed number to its value, by the habits of the language it is printed in."""

import re

import msgspec

_GROUPED = re.compile(r"\d{1,3}(?P<sign>[.,'’٬，．])\d{3}(?:(?P=sign)\d{3})*")
_PLAIN = re.compile(r"\d+(?:[.,٫．，](?P<decimals>\d+))?")
_MIXED = re.compile(r"\d{1,3}(?:(?P<sign>[.,'’])\d{3})+(?!(?P=sign))[.,](?P<decimals>\d+)")
_APOSTROPHES = "'’٬"
LONGEST = 24
"""Digits: longer runs are identifiers."""


class Numeral(msgspec.Struct, gc=False):
    """A value and the digits printed behind its decimal sign."""

    value: float
    decimals: int


def numeral(text: str, *, decimal_comma: bool = False) -> Numeral | None:
    """The value of digits with separators; `None` for versions, lists and identifiers.

    One separator in front of three digits is ambiguous: `1,234` groups in English and divides in German. The language
    decides, except that a leading zero never groups.
    """
    if len(text) > LONGEST:
        return None
    if text.isdigit():
        return Numeral(float(text), 0)
    grouped = _GROUPED.fullmatch(text)
    if grouped and _groups(text, grouped["sign"], decimal_comma):
        return Numeral(float(re.sub(r"\D", "", text)), 0)
    plain = _PLAIN.fullmatch(text)
    if plain:
        decimals = plain["decimals"] or ""
        whole = text[: len(text) - len(decimals) - 1] if decimals else text
        return Numeral(float(f"{whole}.{decimals or 0}"), len(decimals))
    mixed = _MIXED.fullmatch(text)
    if mixed:
        decimals = mixed["decimals"]
        whole = re.sub(r"\D", "", text[: -len(decimals) - 1])
        return Numeral(float(f"{whole}.{decimals}"), len(decimals))
    return None


def _groups(text: str, sign: str, decimal_comma: bool) -> bool:
    if sign in _APOSTROPHES or text.count(sign) > 1:
        return True
    if text.startswith("0"):
        return False
    return (sign in ".．") == decimal_comma
