"""What is counted twice, found and fixed, up and down; and what only looks like a count."""

import pytest

from .finding import rules


@pytest.mark.parametrize(
    "text",
    [
        "# Report\n\n## Tests\n\n150 tests: 140 passed, {} failed, 5 skipped.\n",
        "# Relatório\n\n## Testes\n\nForam executados 150 testes: 140 passaram, {} falharam, 5 ignorados.\n",
    ],
)
def test_outcomes_after_a_counted_key(text: str) -> None:
    """A key that counts is the total, and what follows are its parts."""
    assert rules(text.format(5)) == {}
    assert "arithmetic.parts" in rules(text.format(8))


def test_two_runs_in_one_line() -> None:
    """Unit and end-to-end tests in one line are two runs."""
    text = "# R\n\nAll 310 unit tests passed. Of the 40 end-to-end tests 38 passed; the two failing ones are tracked.\n"
    assert "arithmetic.parts" not in rules(text)


@pytest.mark.parametrize(
    ("head", "total"),
    [("| Severity | Found | Fixed | Open |", "Total"), ("| Schwere | Gefunden | Behoben | Offen |", "Summe")],
)
def test_found_fixed_and_open(head: str, total: str) -> None:
    """Nine found and seven fixed leave two."""
    text = f"# Prüfbericht\n\n{head}\n|---|---|---|---|\n| A | 5 | 4 | 1 |\n| B | 9 | 7 | {{}} |\n| C | 4 | 0 | 4 |\n"
    language = "Die Prüfung der Anlage ist abgeschlossen.\n" if total == "Summe" else ""
    assert "arithmetic.balance" not in rules(text.format(2) + "\n" + language)
    assert "arithmetic.balance" in rules(text.format(3) + "\n" + language)


@pytest.mark.parametrize("text", ["Availability in 30 days: 99.95% (downtime: {})", "Downtime {} in 30 days: 99.95%"])
def test_availability(text: str) -> None:
    """0.05% of thirty days is 21.6 minutes."""
    assert "arithmetic.uptime" in rules(f"# Report\n\n{text.format('3 hours 20 minutes')}\n")
    assert "arithmetic.uptime" not in rules(f"# Report\n\n{text.format('22 minutes')}\n")


@pytest.mark.parametrize(
    ("claim", "issues", "issue"),
    [
        ("All critical bugs have been resolved.", "Bugs", "| B-2 | Critical | {} |"),
        ("Tutti i bug critici sono stati risolti.", "Bug del sistema", "| B-2 | Critica | {} |"),
    ],
)
def test_gravest_are_solved(claim: str, issues: str, issue: str) -> None:
    """All of the gravest are solved, and one is open."""
    text = f"# {issues}\n\n{claim}\n\n| ID | A | B |\n|---|---|---|\n{issue}\n"
    assert "absolute.zero-level" in rules(text.format("❌"))
    assert "absolute.zero-level" not in rules(text.format("✅"))


def test_gravest_under_open_defects() -> None:
    """An entry under the open defects that is called critical in brackets."""
    text = "# Итоговый отчёт\n\nКритических дефектов нет.\n\n## Открытые дефекты\n\n1. BUG-77: потеря данных ({})\n"
    assert "absolute.zero-level" in rules(text.format("критический"))
    assert "absolute.zero-level" not in rules(text.format("низкий"))


def test_dots_that_lead_to_a_value() -> None:
    """Leaders are no blank that somebody left empty."""
    assert rules("# Report\n\nExecuted ....... 420\nPassed ......... 420\n") == {}
    assert "scope-gap.unfilled" in rules("# Report\n\nApproved by: ..............\n")


def test_weights_that_add_up() -> None:
    """A total of weights is no average of them."""
    rows = "| Safety | 40% | 90 | 36 |\n| Speed | 35% | 80 | 28 |\n| Docs | 25% | 70 | 17.5 |\n"
    text = (
        f"# Report\n\n| Area | Weight | Score | Weighted |\n|---|---|---|---|\n"
        f"{rows}| **Total** | **100%** | | 81.5 |\n"
    )
    assert rules(text) == {}
    assert "arithmetic.total" in rules(text.replace("81.5", "91.5"))


@pytest.mark.parametrize("verdict", ["PASS", "✅ PASS"])
def test_pass_speaks_for_the_whole(verdict: str) -> None:
    """'Result: PASS', and a box that is not ticked."""
    text = f"# Release\n\nResult: {verdict}\n\n## Checklist\n\n- [x] Notes\n- [{{}}] Privacy review signed off\n"
    assert "status.whole" in rules(text.format(" "))
    assert rules(text.format("x")) == {}


@pytest.mark.parametrize(
    "text",
    [
        "# Report\n\n## Deliverables\n\n- [x] A\n- [x] B\n- [{}] C\n- [x] D\n\nProgress: 4/4 deliverables\n",
        (
            "# Relatório de status do projeto\n\nA situação das entregas da equipe.\n\n## Entregas\n\n"
            "- [x] A\n- [x] B\n- [{}] C\n- [x] D\n\nProgresso: 4/4 entregas\n"
        ),
    ],
)
def test_boxes_that_are_counted(text: str) -> None:
    """Four of four, and three are ticked."""
    assert rules(text.format("x")) == {}
    assert "count-mismatch.boxes" in rules(text.format(" "))
