"""Test coverage: what is claimed of it in words or at a hundred percent, its target, and what was measured."""

from collections import Counter
from collections.abc import Iterator

from gonogo_contracts.review import Kind
from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.fully import praises
from gonogo_review.consistency.intervals import measured, tidy
from gonogo_review.consistency.lexicon import Marks
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.value_conflict import part, reach
from gonogo_review.model import Amount, Draft

PLAIN = frozenset(
    ("covera", "code", "statem", "line", "branch", "test", "testab", "codeab", "abdeck", "couver", "cobert")
)
OFTEN = 4
"""Lines with one key by which it is known that each speaks of a part."""
NEAR = 24
"""Characters between 'coverage' and its percentage."""
ASIDE = 3
"""Characters between the word for an aim and its percentage."""
NARROW = ("nothing", "denials", "parts", "kinds", "future", "except")
AMPLE = 60.0
"""Nobody calls less than this percentage comprehensive."""
MOST = 20.0
"""Less than this percentage does not test 'all features'."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each claim that the measured coverage does not bear out."""
    found = of_one([(line, amount) for line in outline.counting if (amount := of_whole(outline, line))])
    yield from unmeasured(outline, found)
    if not found:
        return
    low_line, low = min(found, key=lambda f: (not labelled(f[0]), f[1].high, f[0].number))
    yield from conflicts(outline, found)
    yield from claims(outline, low_line, low)
    yield from tested_through(outline, low_line, low)
    yield from missed(outline, low_line, low)


def of_one(found: list[tuple[Line, Amount]]) -> list[tuple[Line, Amount]]:
    """Without those of a key that comes again and again with other values: it is told for each part of something."""
    times = Counter(line.label.strip().lower() for line, _ in found if line.is_keyed)
    return [(line, amount) for line, amount in found if times[line.label.strip().lower()] < OFTEN]


def of_whole(outline: Outline, line: Line) -> Amount | None:
    """The coverage of tests that a line gives for the whole, as it was measured."""
    for amount in [] if line.is_open else line.present:
        bucket = bool(amount.comparator) and scope.is_heading(outline, line)  # 'Well covered modules (>80%)'
        if amount.unit == "%" and not amount.of and not bucket and is_coverage(outline, line, amount):
            narrow = part(outline, line, "parts", "kinds") and not line.has("every")
            return None if narrow else amount
    return None


def is_coverage(outline: Outline, line: Line, amount: Amount) -> bool:
    """Whether a percentage is one of test coverage: the word stands near it, and tests are spoken of."""
    near = beside(line.words, amount)
    if line.has("nothing") or narrowed(line, amount) or aimed_at(line, amount):
        return False
    titled = "coverage" in outline.inherited[line.section] and "total" in line.words
    about_tests = line.has("tests") or labelled(line) or any("tests" in w for w in outline.title_words[1:2])
    return titled or (near and about_tests)


def narrowed(line: Line, amount: Amount) -> bool:
    """Whether a coverage is of a part: '100% coverage on this module'."""
    places = [m.end for m in line.words.get("coverage", ()) if m.start >= amount.end]
    return any(0 <= m.start - end <= 2 for end in places for m in line.words.get("over", ()))


def aimed_at(line: Line, amount: Amount) -> bool:
    """Whether a percentage is where the way leads: 'path to 80% coverage'."""
    return any(0 <= amount.start - m.end <= ASIDE for m in line.words.get("aims", ()))


def labelled(line: Line) -> bool:
    """Whether a line's key is the coverage, of nothing in particular."""
    keyed = line.is_called("coverage") and line.is_keyed
    return keyed and not scope.own_label(line) - PLAIN


def beside(words: Marks, amount: Amount) -> bool:
    """Whether 'coverage' stands right before or after an amount."""
    places = words.get("coverage", ())
    return any(0 <= m.start - amount.end <= NEAR or 0 <= amount.start - m.end <= NEAR for m in places)


def conflicts(outline: Outline, found: list[tuple[Line, Amount]]) -> Iterator[Draft]:
    """Two coverages of the whole that cannot both hold."""
    low_line, low = min(found, key=lambda f: (not labelled(f[0]), f[1].high, f[0].number))
    high_line, high = max(found, key=lambda f: (measured(f[1]).low, -f[0].number))
    if low_line.number == high_line.number or reach(low).meets(reach(high)):
        return
    if scope.other_phase(outline, low_line, high_line):
        return
    message = f"{quote(high_line)} and {quote(low_line)} give two coverages: {tidy(high.low)}% and {tidy(low.low)}%."
    lines = [high_line, low_line, *(line for line, _ in found)]
    yield draft("value-conflict", "value-conflict.coverage", "high", lines, message, f"{tidy(low.low)}%")


def unmeasured(outline: Outline, found: list[tuple[Line, Amount]]) -> Iterator[Draft]:
    """'Coverage: not measured', and a coverage elsewhere, in figures or in words."""
    missing = [line for line in outline.having("unmeasured") if line.has("coverage")]
    known = [line for line, _ in found] + [x for x in outline.having("level_low") if x.has("coverage")]
    known = [line for line in known if line not in missing and outline.current(line)]
    if missing and known:
        message = f"{quote(missing[0])}, but {quote(known[0])} knows it."
        yield draft("value-conflict", "value-conflict.unmeasured", "low", [missing[0], known[0]], message)


def claims(outline: Outline, measured_line: Line, low: Amount) -> Iterator[Draft]:
    """'Comprehensive test coverage' and 'all features tested', with a low coverage."""
    for line in outline.having("ample", "every"):
        if line.number == measured_line.number or line.is_open:
            continue
        ample = low.high < AMPLE and praised(line)
        every = low.high < MOST and line.has("every") and line.has("exercised") and line.has("goals", "modules")
        if ample or every:
            kind: Kind = "absolute-vs-exception" if every else "value-conflict"
            message = f"{quote(line)}, but {quote(measured_line)} gives {tidy(low.high)}%."
            lines = [line, measured_line]
            yield draft(kind, f"{kind}.coverage-praised", "medium", lines, message, f"{tidy(low.high)}%")


def tested_through(outline: Outline, measured_line: Line, low: Amount) -> Iterator[Draft]:
    """'Fully tested', in the line of a low coverage or in another."""
    told = outline.having("well_tested", "exercised") if low.high < AMPLE else []
    claims = [x for x in told if praises(x) and outline.current(x) and not x.has(*NARROW)]
    if claims:
        where = "its own coverage is" if claims[0] is measured_line else f"{quote(measured_line)} gives a coverage of"
        message = f"{quote(claims[0])}, but {where} {tidy(low.high)}%."
        lines = [claims[0], measured_line, *claims[1:]]
        yield draft("absolute-vs-exception", "absolute.coverage", "medium", lines, message, f"{tidy(low.high)}%")


def praised(line: Line) -> bool:
    """Whether a line praises the test coverage: the two words side by side."""
    words = line.words
    return line.has("tests") and any(
        0 <= c.start - a.end <= NEAR for a in words.get("ample", ()) for c in words.get("coverage", ())
    )


def meets_target(line: Line) -> bool:
    """Whether a line gives a coverage and a target that it meets."""
    targets = [a.low for a in line.amounts if a.role == "target" and a.unit == "%"]
    values = [a.high for a in line.present if a.unit == "%"]
    return line.has("coverage") and bool(targets and values) and min(targets) <= max(values)


def missed(outline: Outline, line: Line, low: Amount) -> Iterator[Draft]:
    """A target for coverage elsewhere that the measured one misses, in a report that calls itself a success."""
    top = next(iter(scope.claims_of_whole(outline)), None)
    if top is None or line.is_open or any(meets_target(other) for other in outline.counting):
        return
    for other in outline.counting:
        for amount in other.amounts:
            aim = amount.role == "target" and amount.unit == "%" and beside(other.words, amount)
            if aim and low.high < amount.low and other.number != line.number and not part(outline, other, "parts"):
                message = (
                    f"{quote(line)} misses the aim of {quote(other)}, and the whole is called a success: {quote(top)}."
                )
                lines = [line, other, top]
                yield draft("target-miss", "target-miss.coverage", "medium", lines, message, f"{tidy(amount.low)}%")
                return
