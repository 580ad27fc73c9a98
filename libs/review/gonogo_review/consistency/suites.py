"""The tests of the parts, and the tests of the whole."""

from collections.abc import Iterator

from gonogo_review.consistency import scope, shares
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import resolution, rounded, tidy
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.nouns import noun
from gonogo_review.consistency.outcomes import rows, value
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.results import named
from gonogo_review.consistency.topics import topic
from gonogo_review.consistency.value_conflict import part
from gonogo_review.model import Amount, Draft

PARTS = 3
"""Parts that make a whole."""
MOST = 50
"""Rows of parts that are held against the totals."""
LEAST = 0.3
"""Parts that add up to less than this part of the whole were not meant to be all of it."""


def find(outline: Outline) -> Iterator[Draft]:
    """Where the parts' tests are not the whole's, and where a rate and its failures give another whole."""
    totals = list(whole_counts(outline))
    yield from two_totals(outline)
    if totals:
        yield from parts_against(outline, totals)
        yield from failures_against(outline, totals)


def whole_counts(outline: Outline) -> Iterator[tuple[Line, float]]:
    """Every count of all the tests: 'Total tests: 188', '188/188 tests' in a summary, 'a suite of 183 tests'."""
    for line in outline.having("tests"):
        if not line.present or not speaks_of_all(outline, line) or scope.phase_of(outline, line):
            continue
        for amount in line.present:
            counted = amount.of or amount.low
            if amount.unit == "count" and not amount.comparator and amount.low == amount.high and tested(line, amount):
                yield line, counted


def speaks_of_all(outline: Outline, line: Line) -> bool:
    """Whether a line speaks of the tests of the whole."""
    return line.has("total", "suite") or (scope.whole_section(outline, line.section) and not scope.own_label(line))


def tested(line: Line, amount: Amount) -> bool:
    """Whether an amount counts tests."""
    return bool(noun(line, amount) & topic("tests test 测试 テスト")) or any(
        a is amount and o in ("tests", "passed", "total") for o, a in named(line)
    )


def two_totals(outline: Outline) -> Iterator[Draft]:
    """'Tests: 282' in one place, and a table of all tests whose total is 182."""
    runs = [run for block in outline.reading.blocks if block.kind == "table" for run in rows(outline, block)]
    candidates = [x for x in outline.having("tests") if x.amounts]
    keyed = [(x, x.present[0].low) for x in candidates if is_total_of_tests(outline, x)]
    keyed += [(x, count) for x in candidates if (count := all_of_them(outline, x))]
    yield from keyed_apart(keyed)
    for run in runs:
        line, total = run.amounts.get("total", (None, None))
        if line is None or total is None or not line.is_called("total") or value(run, "passed") is None:
            continue
        other = next((x for x, count in keyed if count != total.low and x.number != line.number), None)
        if other is not None and not any(count in (total.low, value(run, "passed")) for _, count in keyed):
            message = f"{quote(other)} and {quote(line)} give two totals of tests: {tidy(total.low)} in the table."
            yield draft("value-conflict", "value-conflict.tests", "medium", [other, line], message, tidy(total.low))


def keyed_apart(keyed: list[tuple[Line, float]]) -> Iterator[Draft]:
    """'All 127 tests pass', and 'Total tests: 130'."""
    if len({count for _, count in keyed}) == 2:
        one = keyed[0]
        other = next(entry for entry in keyed if entry[1] != one[1])
        both = f"{tidy(one[1])} and {tidy(other[1])}"
        message = f"{quote(one[0])} and {quote(other[0])} give two totals of tests: {both}."
        lines = sorted((one[0], other[0]), key=lambda line: line.number)
        yield draft("value-conflict", "value-conflict.all-tests", "medium", lines, message, both)


def all_of_them(outline: Outline, line: Line) -> float:
    """The count in 'all 127 tests pass', of nothing in particular; 0 where a line says no such thing."""
    if line.state != "done" or part(outline, line, "parts", "kinds", "qualifiers") or scope.phase_of(outline, line):
        return 0.0
    starts = [m.end for m in line.words.get("every", ())]
    near = (a for a in line.present if a.unit == "count" and any(0 <= a.start - s <= 2 for s in starts))
    return next((a.low for a in near if not a.comparator and tested(line, a)), 0.0)


def is_total_of_tests(outline: Outline, line: Line) -> bool:
    """Whether a line's key is the tests, of nothing in particular, with a plain count."""
    if line.state or not line.present or line.present[0].unit != "count" or line.present[0].comparator:
        return False
    keyed = line.is_called("tests") and not scope.own_label(line) - topic("tests test total")
    narrowed = part(outline, line, "parts", "kinds", "qualifiers") - topic("total") or line.is_called("ample")
    return keyed and not narrowed and ":" in line.text and outline.current(line)


def parts_against(outline: Outline, totals: list[tuple[Line, float]]) -> Iterator[Draft]:
    """Parts with all their tests, that are not all of the whole's."""
    for parts in list(rows_of_parts(outline))[:MOST]:
        added = sum(count for _, count in parts)
        numbers = {line.number for line, _ in parts}
        wholes = [(line, count) for line, count in totals if line.number not in numbers]
        if len(parts) < PARTS or not wholes or any(count == added for _, count in wholes):
            continue
        line, whole = min(wholes, key=lambda w: (abs(w[1] - added), w[0].number))
        if LEAST * whole <= added <= 2 * whole:
            shown = " + ".join(tidy(count) for _, count in parts)
            message = f"{quote(line)}: the parts' tests are {shown} = {tidy(added)}, not {tidy(whole)}."
            lines = [line, *(p for p, _ in parts)]
            yield draft("arithmetic", "arithmetic.suites", "medium", lines, message, tidy(added))


def rows_of_parts(outline: Outline) -> Iterator[list[tuple[Line, float]]]:
    """The parts of one list, or of parallel sections, each with 'n/n' tests once."""
    rows: dict[tuple[str, int], dict[int, tuple[Line, float]]] = {}
    for line in outline.counting:
        ratio = next((a for a in line.present if a.of and a.unit == "count"), None)
        if ratio is None or not ratio.of or not line.has("tests", "passed") or line.has("total"):
            continue
        section = outline.sections[line.section]
        block = outline.block(line)
        if block is not None and block.kind in ("list", "paragraph") and scope.own_label(line):
            rows.setdefault(("list", line.block), {}).setdefault(line.number, (line, ratio.of))
        steps = [s for s in outline.chain(line.section) if scope.step_number(outline, s)]
        if steps:
            rows.setdefault(("steps", outline.sections[steps[-1]].parent), {}).setdefault(steps[-1], (line, ratio.of))
        elif section.parent > 0:
            rows.setdefault(("sections", section.parent), {}).setdefault(line.section, (line, ratio.of))
    for row in rows.values():
        yield list(row.values())


def failures_against(outline: Outline, totals: list[tuple[Line, float]]) -> Iterator[Draft]:
    """'93.51 %' and '5 failed' make 77 tests, and the report has 183."""
    wholes = sorted({count for _, count in totals})
    if len(wholes) != 1:
        return
    whole_line, whole = totals[0]
    for rate_line, rate, failed_line, failed in rates_with_failures(outline):
        stated = rounded(rate.low, resolution(rate))
        total = shares.total_behind(int(failed.low), rate.low, resolution(rate))
        right = 100 * (whole - failed.low) / whole if whole else 0.0
        if total and not stated.low <= right <= stated.high and abs(total - whole) > 1:
            message = (
                f"{quote(rate_line)} with {quote(failed_line)} makes {total} tests, but {quote(whole_line)} "
                f"has {tidy(whole)}, with which the rate is {tidy(right)}%."
            )
            lines = [rate_line, failed_line, whole_line]
            yield draft("arithmetic", "arithmetic.rate-and-failures", "medium", lines, message, f"{tidy(right)}%")


def rates_with_failures(outline: Outline) -> Iterator[tuple[Line, Amount, Line, Amount]]:
    """A rate of success and the number of failures, in one block and of one time."""
    rates: dict[tuple[int, str], tuple[Line, Amount]] = {}
    for line in outline.counting:
        for amount in line.amounts:
            key = (line.block, amount.role)
            if amount.unit == "%" and 0 < amount.low < 100 and rate_of_tests(line):
                rates[key] = (line, amount)
            elif amount.unit == "count" and amount.low > 0 and key in rates and counts_failures(line):
                yield *rates[key], line, amount


def rate_of_tests(line: Line) -> bool:
    """Whether a line gives a rate of the tests that passed."""
    return line.has("passed", "rate") and line.has("tests") and not line.has("coverage", "error_rate")


def counts_failures(line: Line) -> bool:
    """Whether a line counts tests that failed."""
    return line.has("failed") and line.has("tests") and not line.has("error_rate")
