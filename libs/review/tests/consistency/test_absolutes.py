"""'Fully', 'removed', 'zero': what a report says without exception, and the exception to it."""

import pytest

from .finding import rules


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Phase report\n\n## Tests\n\n- **Success rate**: {}\n\n## Readiness\n\n"
            "- **API layer**: 100% modernised and tested\n"
        ),
        "# Phase report\n\n## Tests\n\n- {} tests passing\n\n## Conclusion\n\nA modern, well-tested API layer.\n",
        "# Bericht\n\n## Tests\n\n- {} Tests bestanden\n\n## Fazit\n\nDie Schnittstelle ist vollständig getestet.\n",
        "# Relatório\n\n## Testes\n\n- {} testes aprovados\n\n## Conclusão\n\nA interface está totalmente testada.\n",
    ],
)
def test_well_tested(text: str) -> None:
    """Nothing is well tested whose tests fail."""
    assert "absolute.well-tested" in rules(text.format("93% (41/44 tests passing)" if "rate" in text else "41/44"))
    assert rules(text.format("100% (44/44 tests passing)" if "rate" in text else "44/44")) == {}


@pytest.mark.parametrize(
    "done",
    [
        "Billing - fully built with tests",
        "Расчёты - полностью реализованы с тестами",
        "Rechnung - vollständig erledigt mit Tests",
    ],
)
def test_done_fully_with_tests(done: str) -> None:
    """What is fully built has tests; that all of them pass is not said."""
    text = f"# Report\n\n## Done\n\n- ✅ {done}\n\n## Now\n\n- 🔄 Unit tests - 91.1% pass (41/45)\n"
    assert rules(text) == {}
    assert rules(text.replace(done, "All unit tests passed"))


def test_well_tested_part() -> None:
    """Failing tests of another part take nothing back."""
    text = "# Report\n\n## Backend\n\nThe backend is fully tested.\n\n## {}\n\n- 41/44 tests passing\n"
    assert "absolute.well-tested" not in rules(text.format("Frontend"))
    assert "absolute.well-tested" in rules(text.format("Results"))


@pytest.mark.parametrize(
    "text",
    [
        "# Report\n\n- ✅ **User login**: works at 100%\n\n## Usability\n\n- **Login success rate**: {}\n",
        "# Rapporto\n\n- ✅ **Login utenti**: funzionante al 100%\n\n## Uso\n\n- **Login success rate**: {}\n",
    ],
)
def test_works_fully(text: str) -> None:
    """Up to one login in twenty fails."""
    assert "absolute.works-fully" in rules(text.format("> 95%"))
    assert "absolute.works-fully" not in rules(text.format("100%"))
    assert "absolute.works-fully" not in rules(text.format("> 95%").replace("Login success", "Payment success"))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (
            "# Report\n\n## Done\n\n- Complete migration from domain classes\n\n## Notes\n\n- Legacy {} remain\n",
            "domain classes",
        ),
        (
            "# Report\n\n## Done\n\n- ✅ Session tables removed\n\n## Notes\n\n- Old {} are still present\n",
            "session tables",
        ),
        (
            (
                "# Abschlussbericht\n\n## Erledigte Arbeiten\n\n- ✅ Die Tabellen der Sitzungen wurden entfernt\n\n"
                "## Hinweise\n\n- {} sind noch vorhanden\n"
            ),
            "Tabellen der Sitzungen",
        ),
        (
            (
                "# Rapport de migration\n\n## Travaux terminés\n\n- ✅ Les tables des sessions ont été supprimées\n\n"
                "## Remarques\n\n- {} sont encore présentes\n"
            ),
            "Les tables des sessions",
        ),
    ],
)
def test_still_there(text: str, other: str) -> None:
    """What was removed is still there."""
    assert any(rule.endswith("still-there") for rule in rules(text.format(other)))
    assert not any(rule.endswith("still-there") for rule in rules(text.format("Backup files")))


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Migration\n\n| What | How much |\n|---|---|\n| V7 code removed | 640 lines |\n\n## Plan\n\n"
            "| Phase | Action | Date |\n|---|---|---|\n| 1 | New one by default | ✅ Done |\n| 2 | Remove V7 | {} |\n"
        ),
        (
            "# Migration\n\n| Mesure | Valeur |\n|---|---|\n| Ancien code V7 supprimé | 640 lignes |\n\n## Plan\n\n"
            "| Phase | Action | Date |\n|---|---|---|\n| 1 | Activer | ✅ Fait |\n| 2 | Supprimer V7 | {} |\n"
        ),
    ],
)
def test_still_to_be_removed(text: str) -> None:
    """Removed in the summary, and a version to come in the plan."""
    assert "value-conflict.still-there" in rules(text.format("v3.0.0"))
    assert "value-conflict.still-there" not in rules(text.format("✅ Done"))


def test_wish_to_remove() -> None:
    """What must be removed is not gone yet."""
    text = (
        "# Report\n\n## Findings\n\nThe old order functions must be retired.\n\n## Next steps\n\n"
        "1. Retire old order functions\n"
    )
    assert not any(rule.endswith("still-there") for rule in rules(text))


@pytest.mark.parametrize(
    ("zero", "issue"),
    [
        ("| P0 vulnerabilities | 0 | 🟢 |", "| P0-2 | Role guard | ❌ Open |"),
        ("| P0 vulnerabilities | 0 | 🟢 |", "| Role guard | P0 | ❌ Open |"),
        ("| Critical bugs | 0 | ✅ |", "| Role guard | Critical | ❌ Open |"),
    ],
)
def test_zero_of_a_level(zero: str, issue: str) -> None:
    """None of the gravest, and one that is open."""
    text = "# Audit\n\n| Metric | Count | State |\n|---|---|---|\n{}\n\n## Issues\n\n| A | B | C |\n|---|---|---|\n{}\n"
    assert "absolute.zero-level" in rules(text.format(zero, issue))
    assert "absolute.zero-level" not in rules(text.format(zero, issue.replace("P0", "P1").replace("Critical", "Low")))


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Load test\n\n## Light\n\n- **Concurrent users**: 10\n- **Throughput**: {} requests/second\n"
            "- **Mean time**: 500 ms\n"
        ),
        (
            "# Lasttest\n\n## Leicht\n\n- **Gleichzeitige Nutzer**: 10\n- **Durchsatz**: {} Anfragen/s\n"
            "- **Mittelwert**: 500 ms\n"
        ),
    ],
)
def test_more_answers_than_users_can_wait_for(text: str) -> None:
    """Ten users who wait half a second make at most twenty requests a second."""
    assert "arithmetic.load" in rules(text.format(143))
    assert "arithmetic.load" not in rules(text.format(19))


def test_answers_that_are_no_success() -> None:
    """All succeeded, and some were redirected."""
    text = (
        "# Load test\n\n## Light\n\n- ✅ **Success rate**: {}\n\n### Codes\n\n- **200 OK**: 21 requests\n"
        "- **301 Redirect**: 79 requests\n"
    )
    assert "absolute.success-codes" in rules(text.format("100%"))
    assert "absolute.success-codes" not in rules(text.format("21%"))


def test_steady_values() -> None:
    """A row that is called consistent and is not."""
    text = (
        "# Load test\n\n| Metric | 10 | 20 | 50 | State |\n|---|---|---|---|---|\n"
        "| Throughput | {} req/s | 176 req/s | 178 req/s | ✅ Consistent |\n\nConsistent throughput.\n"
    )
    assert "absolute.unsteady" in rules(text.format(143))
    assert "absolute.unsteady" not in rules(text.format(172))


@pytest.mark.parametrize(
    "text",
    [
        "# Plugin\n\n- ✅ **Fully tested** - 12 test files, ~35% coverage\n",
        "# Plugin\n\n- Test coverage: 35%\n\n## Result\n\n- The plugin is thoroughly tested\n",
        "# Modul\n\n- Testabdeckung: 35%\n\n## Ergebnis\n\n- ✅ Das Modul ist vollständig getestet\n",
        "# Module\n\n- Couverture de tests : 35 %\n\n## Bilan\n\n- ✅ Le module est entièrement testé\n",
    ],
)
def test_fully_tested_with_a_low_coverage(text: str) -> None:
    """Nobody tests a thing fully by running a third of it."""
    assert "absolute.coverage" in rules(text)
    assert "absolute.coverage" not in rules(text.replace("35", "88"))


def test_one_part_fully_tested() -> None:
    """What is said of a part does not hold for the whole."""
    assert "absolute.coverage" not in rules("# P\n\n- Test coverage: 35%\n\n- The backend is fully tested\n")
