"""Targets, on whichever side of them a value may stand."""

import pytest

from .finding import rules

ROW = "# Memo\n\n| Gate | Outcome | State |\n|---|---|---|\n| {} | ✅ Passed |\n"


@pytest.mark.parametrize(
    ("met", "missed"),
    [
        ("Load test | 940 req/s (required: 800 req/s)", "Load test | 640 req/s (required: 800 req/s)"),
        ("Restore drill | 41 min (allowed: 60 min)", "Restore drill | 71 min (allowed: 60 min)"),
        ("Disk use | 61% (limit: 75%)", "Disk use | 81% (limit: 75%)"),
        ("Branches | 84% (minimum: 80%)", "Branches | 74% (minimum: 80%)"),
    ],
)
def test_row_with_its_limit(met: str, missed: str) -> None:
    """Required means at least for a rate, allowed at most for a time; a mark says nothing of the direction."""
    assert rules(ROW.format(met)) == {}
    assert rules(ROW.format(missed)) == {"target-miss.row": (5,)}


@pytest.mark.parametrize(
    "text",
    [
        "- [x] One week of orders is imported in under 30 minutes (measured: {} minutes)",
        "- [x] Traffic moved within {} minutes (limit: 30 minutes)",
        "- [x] Der Verkehr war innerhalb von {} Minuten umgeleitet (Grenzwert: 30 Minuten)",
        "- [x] Le trafic a basculé en {} minutes (limite : 30 minutes)",
    ],
)
def test_line_with_its_limit(text: str) -> None:
    """Both the value and what it had to keep stand in the line."""
    head = "# Bericht\n\nDie Umstellung wurde geübt.\n\n" if "Verkehr" in text else "# Report\n\n"
    assert rules(head + text.format(24)) == {}
    assert "target-miss.row" in rules(head + text.format(37))


def test_value_beneath_its_target() -> None:
    """An entry sets the target, the one beneath it is ticked with the value."""
    text = "# Report\n\n## Goals\n\n1. Branches ≥ 70 %\n   - measured: 450 of 600 branches ({} %) ✅\n"
    assert rules(text.format("75.0")) == {}
    assert rules(text.format("65.0").replace("450", "390")) == {"target-miss.beneath": (6, 5)}


def test_a_limit_is_meant_as_it_is_printed() -> None:
    """12.5 rounds from 12.45 at least, and 12 allows no more than 12."""
    row = ROW.format("Memory | {} (limit: 12 GB)")
    assert rules(row.format("12.0 GB")) == {}
    assert rules(row.format("12.5 GB")) == {"target-miss.row": (5,)}


def test_how_far_a_limit_was_tried() -> None:
    """What was tried beyond a recommended limit misses no target."""
    text = (
        "# Load\n\n**Status**: ✅ Production ready\n\n| Queue | Limit | {} |\n|---|---|---|\n| Workers | < 40 | 90 |\n"
    )
    assert "target-miss.row" not in rules(text.format("Maximum tested"))
    assert "target-miss.row" in rules(text.format("Measured"))


@pytest.mark.parametrize(
    "text",
    [
        "# Bericht\n\n**Status**: ✅ produktionsreif\n\n## Ziel\n\nDie Suche soll von 30 Minuten auf 30 Sekunden.\n",
        "# Rapporto\n\n**Stato**: ✅ pronto per la produzione\n\n## Obiettivo\n\nRicerca da 30 minuti a 30 secondi.\n",
    ],
)
def test_goal_with_where_it_starts(text: str) -> None:
    """A goal names how a thing was, and what it is brought to: nothing is missed."""
    assert rules(text) == {}


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The mean import time of {} is below the target of 40 s.", "52 s", "31 s"),
        ("We reached a coverage of {}, exceeding our goal of 80%.", "72%", "85%"),
        ("Die mittlere Laufzeit beträgt {} und liegt damit unter dem Ziel von 40 s.", "52 s", "31 s"),
        ("平均导入时间为 {}，低于目标 40s。", "52s", "31s"),
    ],
)
def test_below_a_target_that_is_lower(text: str, wrong: str, right: str) -> None:
    """A sentence that calls 52 s less than 40 s."""
    assert "target-miss.compared" in rules(f"# Import\n\n{text.format(wrong)}\n")
    assert "target-miss.compared" not in rules(f"# Import\n\n{text.format(right)}\n")
