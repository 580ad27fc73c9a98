"""A calculation that a line writes out: '33 h × 90 EUR = 2,970 EUR', '900 - 240 = 660'."""

import re
from collections.abc import Iterator

from gonogo_review.claims.numbers import numeral
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import Interval, rounded, tidy
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Draft

NUMBER = r"[$€£¥]?\s?(?P<{0}>\d[\d.,'’]*\d|\d)(?P<{0}_unit>\s?[^\W\d_]{{1,12}}|\s?%)?"
FORM = re.compile(
    rf"(?<![\w.,/=+*×xX−–-])(?<![=+*/×x−–-]\s){NUMBER.format('one')}\s+(?P<sign>[×x*·−–÷/-])\s+"
    rf"{NUMBER.format('other')}\s+=\s+\**{NUMBER.format('result')}(?![\w.,]*\d)(?!\s*[×x*·+/÷−–-]\s)"
)
FACTORS = (1.0, 60.0, 3600.0, 24.0, 7.0, 8.0, 12.0, 100.0, 1e3, 1024.0, 1e6, 1048576.0, 1e9)
"""What one unit may be of another: minutes of an hour, hours of a day, thousands."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each calculation with another result."""
    for line in outline.counting:
        if " = " in line.text and "`" not in line.text:
            for found in FORM.finditer(line.text):
                results = [r for comma in (False, True) if (r := calculated(found, comma=comma))]
                if results and not any(right for right, _ in results):
                    correct = tidy(results[0][1])
                    message = f"{quote(line)}: {found.group().strip()} is wrong, it is {correct}."
                    yield draft("arithmetic", "arithmetic.written-out", "medium", [line], message, correct)


def calculated(found: re.Match[str], *, comma: bool) -> tuple[bool, float] | None:
    """Whether the result is right in one reading of the numbers, and what it is; None where there is none."""
    read = [numeral(found[name], decimal_comma=comma) for name in ("one", "other", "result")]
    numbers = [n for n in read if n]
    if len(numbers) < len(read):
        return None
    one, other, stated = numbers
    if found["sign"] in "÷/" and not other.value:
        return None
    right = result(found["sign"], one.value, other.value)
    close = rounded(stated.value, 10.0**-stated.decimals)
    scaled = (right * f for factor in FACTORS for f in (factor, 1 / factor))
    return any(close.meets(Interval(value, value)) for value in scaled), right


def result(sign: str, one: float, other: float) -> float:
    """What a calculation gives."""
    if sign in "×x*·":
        return one * other
    return one / other if sign in "÷/" else one - other
