"""'Fully tested' and tests that fail; 'works at 100 %' and a rate of success below it."""

from collections.abc import Iterator

from gonogo_review.consistency.absolute import against, full, of_tests
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.results import shortfall
from gonogo_review.consistency.topics import topic
from gonogo_review.consistency.value_conflict import part
from gonogo_review.model import Draft

NEAREST = 40
"""Results that one absolute is held against at most."""
WHOLE = 100.0
UNDER = ("<", "<=")


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each kind of absolute."""
    yield from well_tested(outline)
    yield from works_fully(outline)


def well_tested(outline: Outline) -> Iterator[Draft]:
    """'100% tested' or 'well-tested', and results with failures."""
    claims = [x for x in outline.having("well_tested", "exercised") if praises(x) and outline.current(x)]
    failing = [x for x in outline.counting if claims and fails(outline, x)][:NEAREST]
    for line in claims:
        lines = [x for x in failing if x.number != line.number and one_part(outline, line, x)]
        if lines:
            others = [x for x in claims if x is not line]
            yield against(line, [*lines[:1], *others[:1], *lines[1:], *others[1:]], "absolute.well-tested")
            return


def praises(line: Line) -> bool:
    """Whether a line says of something that it is tested through and through."""
    return not line.is_open and (line.has("well_tested") or (full(line) and line.has("exercised", "well_tested")))


def fails(outline: Outline, line: Line) -> bool:
    """Whether a line counts tests that fail, or says that less than all pass."""
    return bool(shortfall(line)) and of_tests(outline, line) and not line.has("skipped") and outline.current(line)


def one_part(outline: Outline, one: Line, other: Line) -> bool:
    """Whether two lines do not speak of two different parts."""
    parts = [part(outline, line, "parts") for line in (one, other)]
    return not all(parts) or bool(parts[0] & parts[1])


def works_fully(outline: Outline) -> Iterator[Draft]:
    """'Login works at 100%', and a rate of success of the login below it."""
    rates = [x for x in outline.counting if is_rate(x) and outline.current(x)][:NEAREST]
    claims = [x for x in outline.counting if rates and x.state == "done" and full(x) and not is_test(x)]
    for rate in rates:
        told = topic(rate.label) - topic(RATE)
        lines = [x for x in claims if x.number != rate.number and told & topic(x.plain)]
        if lines:
            yield against(lines[0], [rate, *lines[1:], *(x for x in rates if x is not rate)], "absolute.works-fully")
            return


def is_rate(line: Line) -> bool:
    """Whether a line gives a rate of success of something that may be below a hundred percent."""
    if is_test(line) or not [a for a in line.present if a.unit == "%" and a.low < WHOLE and a.comparator not in UNDER]:
        return False
    return (line.is_row or line.is_keyed) and "rate" in line.label_words and "passed" in line.label_words


def is_test(line: Line) -> bool:
    """Whether a line is about tests or their coverage."""
    return line.has("tests", "coverage")


RATE = "success rate pass passing percentage tasso successo taux réussite erfolgsquote tasa éxito taxa sucesso"
"""What a rate is called: none of it is the thing that it is the rate of."""
