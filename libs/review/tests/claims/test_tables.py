"""What a table's columns hold where their headers do not say it."""

from collections.abc import Callable

import pytest

Amounts = Callable[..., str]


def _table(*rows: str) -> str:
    """A table whose first row is its header."""
    header, *body = rows
    return "\n".join([header, "|---" * (header.count("|") - 1) + "|", *body])


def test_columns_of_two_releases_and_their_change(amounts: Amounts) -> None:
    """What stands in front of a change is what it was and what it became, whatever the columns are called."""
    table = _table("| Messwert | Q1 | Q2 | Veränderung |", "| Ladezeit | 900 ms | 300 ms | -67 % |")
    assert amounts(table, "de") == "before:900 ms; after:300 ms; delta:-67 %"


def test_a_change_beside_a_target_compares_with_it(amounts: Amounts) -> None:
    """A column of another name is no 'before' where the columns are named."""
    table = _table("| Metric | Node A | Target | Change |", "| Load | 3 s | 2 s | +1 s |")
    assert amounts(table) == "value:3 s; target:2 s; delta:1 s"


def test_numbers_behind_a_file_count(amounts: Amounts) -> None:
    """A column of mere numbers names nothing, though a file stands in front of it."""
    table = _table("| File | Lint | Grade |", "| a.py | 71.5 | A |", "| b.py | 60 | B |")
    assert amounts(table) == "value:71.5 count; value:60 count"


def test_a_number_in_front_of_a_name_counts_nothing(amounts: Amounts) -> None:
    """The first column numbers the second."""
    assert amounts(_table("| # | Task |", "| 1 | Cart |", "| 2 | Basket of 3 pages |")) == "value:3 count"


def test_ports_are_no_amounts(amounts: Amounts) -> None:
    """A column of ports counts nothing, in any language."""
    assert amounts(_table("| Service | Ports | Pods |", "| api | 8080, 8443 | 3 |")) == "value:3 count"
    assert amounts(_table("| Servicio | Puertos | Copias |", "| api | 8080, 8443 | 3 |"), "es") == "value:3 count"


def test_a_cell_begins_no_outline(amounts: Amounts) -> None:
    """A decimal in front of a word is an amount in a cell."""
    assert amounts(_table("| Measure | Result |", "| Mean | 4.5 beds |")) == "value:4.5 count"


def test_states_outside_a_status_column(states: Callable[..., list[str | None]]) -> None:
    """A key that asks for a state has one; a sign in a column of days counts; beside a sign 'none' counts nothing."""
    assert states(_table("| Key | Content |", "| Status | done (4/4) |", "| Owner | done |")) == ["done"]
    assert states(_table("| Step | Date |", "| Cutover | ✅ Friday |", "| Cleanup | Monday |")) == ["done"]
    assert states(_table("| Severity | Status |", "| High | ✅ None |")) == ["done"]


def test_rows_named_for_limits(amounts: Amounts) -> None:
    """A row whose name ends in a limit sets it; what is beside a target was measured."""
    assert amounts(_table("| Setting | Value |", "| Session timeout | 30 min |", "| Start | 4 s |")) == (
        "target:30 min; value:4 s"
    )
    assert amounts(_table("| Metric | Target | Actual |", "| Timeout | 3 s | 2 s |")) == "target:3 s; value:2 s"


def test_a_frame_holds_text(states: Callable[..., list[str | None]], amounts: Amounts) -> None:
    """A drawn frame around lines is no table: its first line is no header."""
    frame = "╔══════════════╗\n║ STATUS: READY ║\n║ Score: 9/10 ║\n╚══════════════╝"
    assert (states(frame), amounts(frame)) == (["done"], "value:9/10 count")


def test_turkish_capitals(amounts: Amounts) -> None:
    """The dotted capital i is the small one."""
    assert amounts(_table("| Ölçü | Önce | Sonra | İyileşme |", "| Yük | 8 sn | 2 sn | %75 |"), "tr") == (
        "before:8 s; after:2 s; delta:75 %"
    )


def test_codes_in_a_column_of_states(amounts: Amounts) -> None:
    """What a route answered is no amount."""
    assert amounts(_table("| Route | Status | Mean |", "| /carts | 500 | 80 ms |")) == "value:80 ms"


def test_rows_that_begin_with_a_limit(amounts: Amounts) -> None:
    """The first word of a row's name may set one."""
    assert amounts(_table("| Parâmetro | Valor |", "| Máximo de sessões | 40 |", "| Sessões | 9 |"), "pt") == (
        "target:<=40 count; value:9 count"
    )


def test_a_table_of_numbers_alone(amounts: Amounts) -> None:
    """Where every column holds numbers the first says what was varied."""
    table = _table("| Batch size | Latency |", "| 1 | 4.4 ms |", "| 5 | 7.2 ms |")
    assert amounts(table) == "value:1 count; value:4.4 ms; value:5 count; value:7.2 ms"


def test_a_verdict_in_a_column_of_risks(states: Callable[..., list[str | None]]) -> None:
    """`PASS` and `N/A` say a state wherever a cell holds nothing else."""
    assert states(_table("| Category | Risk |", "| Injection | PASS |", "| Access | N/A |", "| Logs | High |")) == [
        "done",
        "na",
    ]


def test_percent_in_front_of_a_column_s_name(amounts: Amounts) -> None:
    """Coverage tools print `% Lines`."""
    assert amounts(_table("| File | % Lines |", "| all | 98.8 |")) == "value:98.8 %"


@pytest.mark.parametrize(
    ("language", "present", "later"),
    [
        ("en", "Today (one node)", "After the split"),
        ("de", "Derzeit", "Nach Umstellung"),
        ("fr", "Actuel", "Après bascule"),
        ("es", "Actual", "Después"),
        ("ru", "Сейчас", "После переноса"),
        ("tr", "Mevcut", "Geçiş sonrası"),
        ("ja", "現在", "移行後"),
        ("zh", "当前", "迁移后"),
        ("ko", "현재", "이전 후"),
    ],
)
def test_what_is_now_beside_what_comes_after(amounts: Amounts, language: str, present: str, later: str) -> None:
    """A column of how it is stands for before where the next tells of after; beside a target it does not."""
    table = _table(f"| # | {present} | {later} |", "| Cart | 9 ms | 4 ms |")
    assert amounts(table, language) == "before:9 ms; after:4 ms"
    assert amounts(_table(f"| # | {present} | Target |", "| Cart | 9 ms | 4 ms |"), language) == (
        "value:9 ms; target:4 ms"
    )


def test_a_row_of_goals(amounts: Amounts) -> None:
    """One row called for its goals sets them in every column, also beside dates and weeks."""
    rows = ("| Week | Branches | Lines |", "| May 3 | 61% | 70% |", "| Goal | 75% | 85% |")
    assert amounts(_table(*rows)) == "value:61 %; value:70 %; target:75 %; target:85 %"
    assert amounts(_table("| Fecha | Lotes | Pedidos |", "| Objetivo | 7 | 9 |"), "es") == (
        "target:7 count; target:9 count"
    )


def test_the_least_and_the_most_beside_a_mean(amounts: Amounts) -> None:
    """Rows of statistics were measured, and set no limits."""
    table = _table("| Statistic | Cart |", "| Min | 3 ms |", "| Max | 8 ms |", "| Median | 5 ms |")
    assert amounts(table) == "value:3 ms; value:8 ms; value:5 ms"


def test_what_became_of_a_thing_that_is_not_done(amounts: Amounts) -> None:
    """A sign beside it changes nothing of what a column of afters holds; an arrow to a goal does."""
    header = "| Thing | Before | After | Status |"
    assert amounts(_table(header, "| Lint errors | 7 | 2 | ⚠️ Legacy only |")) == "before:7 count; after:2 count"
    assert amounts(_table(header, "| Coverage | 5% | 30% → 60% | 🟡 |")) == "before:5 %; value:30 %; target:60 %"


def test_a_column_of_identifiers(amounts: Amounts) -> None:
    """What stands below 'Customer ID' names a customer."""
    assert amounts(_table("| Name | Customer ID | Orders |", "| Mill | 5127 | 4 |")) == "value:4 count"
    assert amounts(_table("| 名称 | 客户编号 | 订单 |", "| 甲 | 5127 | 4 |"), "zh") == "value:4 count"


def test_versions_in_a_row(amounts: Amounts) -> None:
    """A row called for a version or a product holds one; other rows count."""
    rows = ("| Version | 2.4 |", "| Guide version | 3 |", "| Python | 3.12 |", "| Mean score | 3.5 |", "| Carts | 9 |")
    assert amounts(_table("| Key | Content |", *rows)) == "value:3.5 count; value:9 count"
    assert amounts(_table("| Pole | Treść |", "| Wersja sklepu | 2.4 |"), "pl") == ""


def test_statuses_of_requests(amounts: Amounts) -> None:
    """Beside methods or paths, and under a header that speaks of HTTP, statuses count nothing; other numbers do."""
    header = "| Call | Expected | Actual | Carts |"
    assert amounts(_table(header, "| `GET /carts` | 200 | 200 | 200 |", "| /pay | 402 | 500 | 7 |")) == (
        "value:200 count; value:7 count"
    )
    assert amounts(_table("| Case | HTTP | Mean |", "| Pay | 402 | 80 ms |")) == "value:80 ms"
    assert (
        amounts(_table("| Case | Expected | Actual |", "| Carts | 200 | 201 |")) == "target:200 count; value:201 count"
    )


def test_arguments_in_a_cell(amounts: Amounts) -> None:
    """Beside words that are given too, numbers are arguments."""
    assert amounts(_table("| Case | Input |", "| Pay | user=anna, amount=12 |", "| Log | carts=12 |")) == (
        "value:12 count"
    )


def test_signs_beside_what_a_numbered_row_is_about(states: Callable[..., list[str | None]]) -> None:
    """The name of a row may follow its number, and have the row's sign."""
    table = _table("| # | Issue |", "| K2 | ~~Sums drift~~ — ✅ now exact |", "| K3 | Slow start |")
    assert states(table) == ["done"]


def test_colours_of_ranks_in_a_row(states: Callable[..., list[str | None]]) -> None:
    """The colour of a rank in a row's first cell is no state."""
    assert states(_table("| Priority | Task | Impact |", "| 🔴 P1 | Weigh carts | Wrong sums |")) == []
