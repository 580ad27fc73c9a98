"""Shares, rests, products, totals and averages in every form that a report may give them."""

import pytest

from .finding import drafts, rules


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("# Sprint report\n\nThe team closed 18 bigger tickets of 24 planned ones ({}).\n", "75%"),
        ("# Bericht\n\nIm Sprint wurden 18 Aufgaben von 24 geplanten erledigt ({}).\n", "75%"),
        ("# Informe\n\nEn la entrega se cerraron 18 incidencias de las 24 previstas ({}).\n", "75%"),
        ("# Relatório\n\nForam entregues pela equipe 18 histórias de 24 planejadas ({}).\n", "75%"),
        ("# Compte rendu\n\nPendant le sprint, 18 tâches livrées sur 24 prévues ({}).\n", "75%"),
        ("# Rapporto di rilascio\n\nIl gruppo ha chiuso 18 attività previste su 24 attività totali ({}).\n", "75%"),
        ("# Отчёт\n\nВыполнено 18 задач из 24 запланированных ({}).\n", "75%"),
    ],
)
def test_part_and_whole_with_words_between(text: str, right: str) -> None:
    """In seven languages 18 of 24 is no 85 %."""
    assert rules(text.format(right)) == {}
    assert [d.expected for d in drafts(text.format("85%")) if d.kind == "arithmetic"] == [right]


@pytest.mark.parametrize(
    "line",
    [
        "18 tests of 24 planned ones written (coverage 81%)",
        "12 requests of 3 services (4.1% errors)",
        "3 of 24 tickets failed (87.5%)",
        "Memory: 16 GB in all, 4 GB used (25%), 2 GB cached",
        "Budget 900 EUR, 300 EUR spent (33%), 200 EUR reserved",
        "The 480 lines changed: api (96, 20%) and, within it, v2 (24, 25%)",
        "Of 500 files 480 were changed: api (188, or 40.9% of 460 lines) and ui (94, or 20.4%)",
    ],
)
def test_shares_of_something_else(line: str) -> None:
    """Percentages that are no share of the amounts beside them."""
    assert rules(f"# Report\n\n- {line}\n") == {}


def test_what_is_used_and_what_is_left() -> None:
    """A budget, what is used with its share, and what is left."""
    text = "# Report\n\n- Storage: 60 GB bought, 21 GB used ({}), {} GB left\n"
    assert rules(text.format("35%", 39)) == {}
    assert rules(text.format("45%", 39)) == {"arithmetic.share-in-words": (3,)}
    assert rules(text.format("35%", 33)) == {"arithmetic.left": (3,)}


def test_whole_of_the_shares_in_a_sentence() -> None:
    """Two shares are of 460, not of 480; or one of them is not of 460."""
    text = "# Report\n\nThe {} open lines are in two files: orders (188, or 40.9%) and stock (94, or {}).\n"
    assert rules(text.format(460, "20.4%")) == {}
    assert [d.expected for d in drafts(text.format(480, "20.4%"))] == ["460"]
    assert rules(text.format(460, "24.0%")) == {"arithmetic.share-in-words": (3,)}


def test_entries_with_shares_of_one_total() -> None:
    """One entry's share is not of the total of the list."""
    entries = "- Backend: 80 h (40%)\n- Frontend: 60 h ({})\n- Tests: 40 h (20%)\n- Docs: 20 h (10%)\n"
    head = "# Report\n\n## Time\n\n{}" + entries
    for before in ("", "Total: 200 h\n\n"):
        assert rules(head.format(before, "30%")) == {}
        assert [(d.rule, d.expected) for d in drafts(head.format(before, "36%"))] == [("arithmetic.part", "30%")]


@pytest.mark.parametrize(
    "text",
    [
        "Total: 50\n\n- by hand: 13 ({})\n- by script: 37 (74%)\n",
        "- Converted: 50\n  - by hand: 13 ({})\n  - by script: 37 (74%)\n",
        "Granted: 50 EUR\nUsed: 13 EUR ({})\nLeft: 37 EUR (74%)\n",
        "| Way | Files |\n|---|---|\n| by hand | 13 ({}) |\n| by script | 37 (74%) |\n| Total | 50 |\n",
    ],
)
def test_two_entries_that_make_the_whole(text: str) -> None:
    """Two parts that add up to the whole, in a list, beneath an entry, in plain lines and in rows."""
    assert rules("# Report\n\n" + text.format("26%")) == {}
    assert "arithmetic.part" in rules("# Report\n\n" + text.format("62%"))


@pytest.mark.parametrize(
    "text",
    [
        "- Unit: 120 tests (98%)\n- API: 60 tests (95%)\n- UI: 30 tests (90%)\n- E2E: 10 tests (80%)\n",
        "Total: 200 users\n\n- Mobile: 120 (60%)\n- Desktop: 90 (45%)\n- Android: 80 (67%)\n",
        "| Year | Value | Rate |\n|---|---|---|\n| 2.3 | 4.3 | 74.0% |\n| 2.4 | 4.4 | 77.8% |\n| 2.5 | 4.5 | 81.5% |\n",
    ],
)
def test_entries_with_wholes_of_their_own(text: str) -> None:
    """Shares that are not of one whole."""
    assert rules("# Report\n\n" + text) == {}


TABLE = (
    "# Report\n\n| Module | Branches | Hit | Open | Quote |\n|---|---|---|---|---|\n| a | 120 | 96 | 24 | 80% |\n"
    "| b | 200 | 150 | 50 | 75% |\n| c | 80 | 60 | {} | {} |\n| d | 60 | 54 | 6 | 90% |\n| e | 50 | 30 | 20 | 60% |\n"
)


def test_columns_whose_heads_tell_nothing() -> None:
    """The other rows show which column is the rest and which the share."""
    assert rules(TABLE.format(20, "75%")) == {}
    assert rules(TABLE.format(20, "57%")) == {"arithmetic.column": (7,)}
    assert rules(TABLE.format(30, "75%")) == {"arithmetic.column": (7,)}


def test_a_column_of_products() -> None:
    """Hours times rate is the cost."""
    text = (
        "# Report\n\n| Item | Hours | Rate | Cost |\n|---|---|---|---|\n| a | 12 | 80 | 960 |\n"
        "| b | 20 | 90 | 1,800 |\n| c | 8 | 70 | {} |\n| d | 6 | 75 | 450 |\n"
    )
    assert rules(text.format(560)) == {}
    assert [(d.rule, d.expected) for d in drafts(text.format(650))] == [("arithmetic.column", "560")]


def test_columns_of_different_things() -> None:
    """Totals and means are no parts, and numbers that agree by chance are no rule."""
    mean = "| Average | 102 | 78 | 24 | 76% |\n| Total | 510 | 390 | 120 | 76.5% |\n"
    assert rules(TABLE.format(20, "75%") + mean) == {}
    text = "# Report\n\n| Query | Count | Wait | Share |\n|---|---|---|---|\n| a | 500 | 12 | 50% |\n"
    assert rules(text + "| b | 300 | 9 | 30% |\n| c | 100 | 8 | 10% |\n| d | 100 | 22 | 10% |\n") == {}


@pytest.mark.parametrize("line", ["33 hours × 90 EUR = 2,790 EUR", "4 x 25 = 110 files", "900 - 240 = 640 ms"])
def test_written_out(line: str) -> None:
    """A calculation with another result."""
    assert rules(f"# Report\n\n- Cost: {line}\n") == {"arithmetic.written-out": (3,)}


@pytest.mark.parametrize(
    "line",
    [
        "33 hours × 90 EUR = 2,970 EUR",
        "4 × 15 min = 1 h",
        "1.200 * 2 = 2.400 EUR",
        "1920 x 1080 = 2 megapixels",
        "3 + 10 - 4 = 9 open",
        "`limit - 4 = 7` holds for 3 hosts",
    ],
)
def test_written_out_and_right(line: str) -> None:
    """Results in other units, in other notations, of longer sums, and code."""
    assert rules(f"# Report\n\n- {line}\n") == {}


def test_average_under_a_table() -> None:
    """The mean of a row, or of the last of its values."""
    text = "# Report\n\n| Sprint | 1 | 2 | 3 | 4 |\n|---|---|---|---|---|\n| Velocity | 20 | 22 | 24 | 26 |\n\n{}\n"
    assert rules(text.format("Average velocity over the four sprints: 23")) == {}
    assert rules(text.format("Average velocity over the last two sprints: 25")) == {}
    assert rules(text.format("Average velocity over the four sprints: 25")) == {"arithmetic.average": (7, 5)}


def test_total_under_a_table() -> None:
    """How many there are at how many places."""
    text = "# Report\n\n| Site | Visits |\n|---|---|\n| A | 120 |\n| B | 90 |\n| C | 60 |\n\n{}\n"
    assert rules(text.format("In all, 270 visits were counted at the three sites.")) == {}
    assert rules(text.format("Mean number of visits at the three sites: 90.")) == {}
    assert "arithmetic.total" in rules(text.format("In all, 290 visits were counted at the three sites."))


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("Days", "At a day rate of 800 EUR the work costs {} EUR."),
        ("Tage", "Bei einem Tagessatz von 800 EUR kostet die Arbeit {} EUR."),
        ("Jours", "Au taux journalier de 800 EUR, le travail coûte {} EUR."),
    ],
)
def test_price_of_a_total(head: str, text: str) -> None:
    """Days times the rate is the price; one row has a price of its own."""
    table = f"# Report\n\n| Task | {head} |\n|---|---|\n| A | 12 |\n| B | 8 |\n| **Total** | **20** |\n\n"
    assert rules(table + text.format("16000")) == rules(table + text.format("9600")) == {}
    assert rules(table + text.format("15000")) == {"arithmetic.price": (9, 7)}
