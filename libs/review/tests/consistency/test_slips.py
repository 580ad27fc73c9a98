"""A number of the conclusion that differs from the body's by a slip of the pen."""

import pytest

from .finding import rules

TEXT = "# Report\n\n## Load\n\n{fact}\n\nTwo people watched the nodes.\n\n## Conclusion\n\n{said}\n"
AFTER = "| Measure | Before | After |\n|---|---|---|\n| {} | {} | {} |"


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (
            AFTER.format("Response time p99", "910 ms", "340 ms"),
            "Under the peak the gateway answers with a p99 of 320 ms.",
        ),
        (AFTER.format("Size on disk", "815 GB", "473 GB"), "The archive takes up 437 GB now."),
        ("- Velocity: 54 points delivered of 60", "With 58 points delivered the team is content."),
        ("1. Statements ≥ 70 %\n   - measured: 74.6 %", "With 76.6 % of statements, we are content."),
    ],
)
def test_slip(fact: str, said: str) -> None:
    """One digit is another, or two have changed places, and the words are the same."""
    found = rules(TEXT.format(fact=fact, said=said))
    assert found.keys() & {"value-conflict.slip", "value-conflict.measure"}


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (
            AFTER.format("Response time p99", "910 ms", "340 ms"),
            "Under the peak the gateway answers with a p99 of 340 ms.",
        ),
        (
            AFTER.format("Response time p99", "910 ms", "340 ms"),
            "Under the peak the gateway answers with a p50 of 320 ms.",
        ),
        (AFTER.format("Response time p99", "910 ms", "340 ms"), "Under the peak the gateway has answered with 910 ms."),
        (AFTER.format("Search p99", "910 ms", "340 ms"), "Under the peak the gateway answers with a p99 of 320 ms."),
        (AFTER.format("Size on disk", "815 GB", "473 GB"), "The archive takes up 483 GB now."),
        (AFTER.format("Size on disk", "815 GB", "473 GB") + "\n| Backup | 91 GB | 88 GB |", "It takes up 437 GB now."),
        ("- Velocity: 54 points delivered of 60", "With 58 points planned the team is content."),
        ("- Open tickets: 54", "The next 58 tickets are known."),
    ],
)
def test_another_number(fact: str, said: str) -> None:
    """The body's number, another percentile, another thing, or a number that no slip leads to."""
    assert "value-conflict.slip" not in rules(TEXT.format(fact=fact, said=said))


def test_done_and_in_the_next_sprint() -> None:
    """A story that is finished, and stands in the list of the next sprint."""
    text = "# Sprint 7 review\n\n| Story | Title | State |\n|---|---|---|\n| AB-11 | Login | ✅ Done |\n"
    text += "| AB-12 | Logout | ✅ Done |\n\n## Sprint {}\n\nCandidates:\n\n- AB-{} Profile\n- AB-15 Avatar\n"
    assert "status.same-id" in rules(text.format(8, 12))
    assert "status.same-id" not in rules(text.format(8, 14))
    assert "status.same-id" not in rules(text.format(7, 12))


def test_conclusion_at_the_end_of_another_section() -> None:
    """A keyed conclusion at the very end speaks of the whole, whatever section it happens to stand in."""
    text = "# Sprint 7 review\n\n**Result:** 54 points earned of 60\n\n## Sprint 8\n\n- Avatar\n\n---\n\n"
    assert "value-conflict.slip" in rules(text + "**Conclusion:** with 58 points earned the team is content.\n")
    assert "value-conflict.slip" not in rules(text + "**Conclusion:** with 54 points earned the team is content.\n")


@pytest.mark.parametrize(("number", "found"), [(2, True), (3, False)])
def test_status_of_another_phase(number: int, found: bool) -> None:
    """The report on one phase, whose status tells of another."""
    text = f"# Phase 3 completion report\n\n**Status:** ✅ Phase {number} complete\n\nThe import runs nightly.\n"
    assert ("phase-confusion.another" in rules(text)) == found
