"""Blocks of output and nested lists: what stands under an entry speaks of that entry."""

import pytest

from .finding import rules


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Report\n\n```\nTask 1: Checkout\n   Issues found: 1\n\nTask 2: Search\n   Issues found: 0\n```\n\n"
            "- Issues found: 2\n"
        ),
        "# R\n\n- Backend\n  - Tests passed: 30\n- Frontend\n  - Tests passed: 20\n\n## Sum\n\n- Tests passed: 50\n",
    ],
)
def test_each_entry_counts_for_itself(text: str) -> None:
    """The same key under two entries, and the whole of both."""
    assert rules(text) == {}


def test_a_part_with_more_than_the_whole() -> None:
    """One of the entries has more than all of them."""
    text = "# Report\n\n```\nTask 1: Checkout\n   Issues found: 9\n```\n\n## Sum\n\n- Issues found: 2\n"
    assert rules(text) == {"value-conflict.measure": (5, 10)}


def test_before_and_after_in_a_frame() -> None:
    """What was broken before is no other word on what works now."""
    text = "# Fix\n\n```\n│ Before: gateway default port ❌ │\n│ After:  gateway default port ✅ │\n```\n"
    assert rules(text) == {}
