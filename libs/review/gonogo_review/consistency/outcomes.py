"""Passed, failed, skipped, total and rate of one run, held against each other."""

from collections.abc import Iterator
from typing import NamedTuple

from gonogo_review.consistency import shares
from gonogo_review.consistency.arithmetic import one_sentence
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import Interval, resolution, rounded, tidy, truth
from gonogo_review.consistency.lexicon import Marks
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.results import OUTCOMES, named, places
from gonogo_review.model import Amount, Block, Draft

UNNAMED = 4
"""Counts of unknown outcomes that may fill a gap between the parts and the total."""


class Run(NamedTuple):
    """One run's amounts by outcome, each with its line."""

    amounts: dict[str, tuple[Line, Amount]]
    others: tuple[float, ...]
    """Counts beside them whose outcome has no name here: they may belong to the total."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each run whose numbers cannot all hold."""
    for run in runs(outline):
        found = (wrong_sum(run) or wrong_rate(run) or impossible_rate(run)) if len(run.amounts) > 1 else None
        if found:
            yield found


def runs(outline: Outline) -> Iterator[Run]:
    """The runs that a report gives: in a table's row, in one line, or in the lines of a list."""
    for block in outline.reading.blocks:
        if block.kind == "table":
            yield from rows(outline, block)
        else:
            yield from listed(outline, block)


def rows(outline: Outline, block: Block) -> Iterator[Run]:
    """A run per row of a table whose header names outcomes."""
    heads = [head(outline.marks(cell.text)) for cell in block.header]
    if len({h for h in heads if h}) < 2:
        return
    for row in block.rows:
        line = outline.by_number.get(row[0].line) if row else None
        if line is None:
            continue
        amounts, others = {}, []
        for name, cell in zip(heads, row, strict=False):
            amount = next((a for a in line.amounts if cell.start <= a.start < cell.end), None)
            if amount and name:
                amounts["rate" if amount.unit == "%" and name == "passed" else name] = (line, amount)
            elif amount and amount.unit == "count":
                others.append(amount.low)
        yield Run(amounts, tuple(others))


def head(found: Marks) -> str:
    """The outcome that a column's head names; 'tests' alone are the total."""
    told = {outcome for outcome, _ in places(found)} - {"tests", "rate"}
    outcome = next((o for o in OUTCOMES if o in told), "")
    if "rate" in found:
        return "rate"
    return outcome or ("total" if "tests" in found else "")


def listed(outline: Outline, block: Block) -> Iterator[Run]:
    """The run of a list or paragraph, where each outcome stands there once, or the runs of its lines."""
    counting = outline.counting_at
    lines = [counting[n] for n in range(block.line, block.end_line + 1) if n in counting]
    if not lines:
        return
    own = [run_of(line) for line in lines]
    yield from [run for run in own if len(run.amounts) > 2]
    amounts: dict[str, tuple[Line, Amount]] = {}
    for run in own:
        for outcome, entry in run.amounts.items():
            if outcome in amounts:
                return
            amounts[outcome] = entry
    used = {entry[0].number for entry in amounts.values()}
    others = tuple(a.low for line in lines if line.number not in used for a in line.amounts if a.unit == "count")
    yield Run(amounts, others)


def run_of(line: Line) -> Run:
    """The run that one line gives, without what it counts twice: that is of two runs."""
    amounts: dict[str, tuple[Line, Amount]] = {}
    twice: set[str] = set()
    for outcome, amount in named(line):
        name = "total" if outcome == "tests" else outcome
        if name == "rate" and (line.has("coverage") or not is_of_run(line)):
            continue
        if amount.of and name in ("passed", "total"):
            amounts.setdefault("total", (line, amount_of(amount)))
        first = amounts.setdefault(name, (line, amount))[1]
        if (first.low, first.of) != (amount.low, amount.of):
            twice.add(name)
    return Run({name: entry for name, entry in amounts.items() if name not in twice}, ())


def is_of_run(line: Line) -> bool:
    """Whether a line's share is that of a run, by its words or its label: not 'New users: 5% → 60%'."""
    return line.has("passed", "failed", "tests", "total", "skipped", "finished") or line.is_called("rate")


def amount_of(amount: Amount) -> Amount:
    """The 'm' of 'n of m' as an amount of its own."""
    whole = amount.of or 0.0
    return Amount(amount.role, "", whole, whole, None, amount.unit, amount.start, amount.end, tidy(whole))


def value(run: Run, outcome: str) -> float | None:
    """A run's plain count; None where it is not given, or not plain."""
    entry = run.amounts.get(outcome)
    if entry is None or entry[1].comparator or entry[1].unit != "count" or entry[1].low != entry[1].high:
        return None
    return entry[1].low


def fills(gap: float, others: tuple[float, ...]) -> bool:
    """Whether some of the other counts add up to a gap."""
    sums = {0.0}
    for other in others[:UNNAMED]:
        sums |= {s + other for s in sums}
    return gap in sums


def wrong_sum(run: Run) -> Draft | None:
    """The parts do not add up to the total."""
    total, passed, failed = value(run, "total"), value(run, "passed"), value(run, "failed")
    if total is None or passed is None or failed is None:
        return None
    skipped = value(run, "skipped") or 0.0
    parts = passed + failed + skipped
    if parts == total or passed + failed == total or fills(total - parts, run.others):
        return None
    lines = [run.amounts[o][0] for o in ("total", "passed", "failed", "skipped") if o in run.amounts]
    message = f"{quote(lines[0])}: the parts add up to {tidy(parts)}, not to the total of {tidy(total)}."
    return draft("arithmetic", "arithmetic.parts", "medium", lines, message, tidy(parts))


def wrong_rate(run: Run) -> Draft | None:
    """The rate is not the share that passed."""
    rate, passed = run.amounts.get("rate"), value(run, "passed")
    total = value(run, "total")
    failed = value(run, "failed")
    if rate is None or passed is None or (total is None and failed is None) or rate[1].unit != "%":
        return None
    wholes = {w for w in (total, passed + failed if failed is not None else None) if w}
    stated = truth(rate[1]) if rate[1].comparator else rounded(rate[1].low, resolution(rate[1]))
    if not wholes or any(shares.share(Interval(passed, passed), Interval(w, w)).meets(stated) for w in wholes):
        return None
    whole = total or max(wholes)
    lines = [rate[0], *(run.amounts[o][0] for o in ("passed", "total", "failed") if o in run.amounts)]
    right = f"{tidy(100 * passed / whole)}%"
    message = f"{quote(lines[0])}: {tidy(passed)} of {tidy(whole)} is {right}, not {tidy(rate[1].low)}%."
    return draft("arithmetic", "arithmetic.rate", "medium", lines, message, right)


def impossible_rate(run: Run) -> Draft | None:
    """No whole number out of the total gives the rate."""
    rate, total = run.amounts.get("rate"), value(run, "total")
    if rate is None or total is None or "passed" in run.amounts or rate[1].comparator or rate[1].unit != "%":
        return None
    if rate[0] is run.amounts["total"][0] and not one_sentence(rate[0], rate[1], run.amounts["total"][1]):
        return None
    if shares.possible(rounded(rate[1].low, resolution(rate[1])), int(total)):
        return None
    low, high = shares.nearest(rate[1].low, int(total))
    near = f"{low:.2f}% or {high:.2f}%"
    message = f"{quote(rate[0])}: no whole number of {tidy(total)} is {tidy(rate[1].low)}%; near it are {near}."
    lines = [rate[0], run.amounts["total"][0]]
    return draft("arithmetic", "arithmetic.impossible", "low", lines, message, near)
