"""What is refused over a bound, and what went wrong as foreseen."""

from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line
from gonogo_review.claims.units import DURATIONS, SIZES


def is_refused_over(line: Line, amount: Found) -> bool:
    """'Files over 10 MB are rejected': where something is refused, the bound is a limit."""
    over = amount.comparator in (">", ">=") and amount.unit in (DURATIONS | SIZES | {"/s"})
    return over and not line.lows.isdisjoint(line.words.sets["refusals"])


def is_foreseen(line: Line, word: str, amount: Found) -> bool:
    """'2 expected failures' happened, and are no goal."""
    first, last = amount.noun
    harm = line.words.sets["zero_nouns"] | line.words.sets["refusals"]
    return word in line.words.sets["expectations"] and any(token.low in harm for token in line.tokens[first:last])
