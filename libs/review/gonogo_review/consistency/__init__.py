"""Claims held against each other: what does not add up in a report, from its own text alone."""

from collections.abc import Callable, Iterable

from gonogo_review.consistency import (
    absolute,
    arithmetic,
    averages,
    count_mismatch,
    coverage,
    date_order,
    elsewhere,
    failing,
    fully,
    gates,
    goals,
    groups,
    guessed,
    heading_counts,
    id_gaps,
    left_failing,
    limits,
    load,
    marked_wrong,
    none_of_it,
    outcomes,
    phase_confusion,
    phase_states,
    predicted,
    promised,
    rates,
    renames,
    risks,
    run_shares,
    same_id,
    same_ids,
    same_thing,
    scope_gap,
    status_vs_items,
    still_there,
    subtotals,
    suites,
    target_miss,
    totals,
    undated,
    upgrades,
    value_conflict,
    zero_level,
)
from gonogo_review.consistency.drafts import one_per_cause
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Draft, Reading

RULES: tuple[Callable[[Outline], Iterable[Draft]], ...] = (
    status_vs_items.find,
    gates.find,
    promised.find,
    failing.find,
    marked_wrong.find,
    phase_states.find,
    same_thing.find,
    value_conflict.find,
    coverage.find,
    rates.find,
    risks.find,
    predicted.find,
    guessed.find,
    absolute.find,
    fully.find,
    still_there.find,
    same_ids.find,
    load.find,
    zero_level.find,
    left_failing.find,
    upgrades.find,
    none_of_it.find,
    limits.find,
    renames.find,
    arithmetic.find,
    outcomes.find,
    totals.find,
    averages.find,
    suites.find,
    subtotals.find,
    groups.find,
    run_shares.find,
    target_miss.find,
    goals.find,
    count_mismatch.find,
    elsewhere.find,
    heading_counts.find,
    same_id.find,
    date_order.find,
    scope_gap.find,
    undated.find,
    id_gaps.find,
    phase_confusion.find,
)


def find_all(reading: Reading) -> list[Draft]:
    """Every inconsistency of a report, by line; the same reading always gives the same list."""
    return find_in(Outline(reading))


def find_in(outline: Outline) -> list[Draft]:
    """The same, of a report that is indexed already."""
    return one_per_cause(draft for rule in RULES for draft in rule(outline))
