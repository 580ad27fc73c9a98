"""Parts against their whole: headings, lists elsewhere, outcomes, identifiers."""

import pytest

from .finding import rules

GROUPS = {
    "en": (
        "# Test report\n\n## Summary\n\n**Tests passed**: {0}/{0}\n\n## Tests run\n\n",
        ("### Login (4/4)", "### Cart (6/6)", "### Invoices (2/2)"),
    ),
    "pt": (
        "# Relatório de testes\n\n## Resumo\n\n**Testes aprovados**: {0}/{0}\n\n## Testes executados\n\n",
        ("### Entrada (4/4)", "### Carrinho (6/6)", "### Faturas (2/2)"),
    ),
}


@pytest.mark.parametrize("language", sorted(GROUPS))
def test_groups_of_tests(language: str) -> None:
    """The tests of the groups are all the tests."""
    head, groups = GROUPS[language]
    text = head + "".join(f"{group}\n\n- ✅ a\n\n" for group in groups)
    assert rules(text.format(12)) == {}
    assert rules(text.format(9))["arithmetic.groups"][:2] == (5, 9)


@pytest.mark.parametrize(
    ("summary", "title"),
    [("Accessibility", "Accessibility scores"), ("Accessibilité", "Accessibilité en détail")],
)
def test_mean_of_scored_headings(summary: str, title: str) -> None:
    """A score of the whole is the mean of its parts' scores."""
    table = f"| Area | Score |\n|---|---|\n| {summary} | {{}}/100 |\n\n"
    parts = "".join(
        f"### {name} ({score}/100)\n\ntext\n\n" for name, score in (("One", 90), ("Two", 80), ("Three", 91))
    )
    text = f"# Audit\n\n## Executive summary\n\n{table}## {title}\n\n{parts}"
    assert rules(text.format(87)) == {}
    assert "arithmetic.mean-of-parts" in rules(text.format(93))


@pytest.mark.parametrize(
    ("row", "head"),
    [
        ("Sealed configuration files", "Configuration files"),
        ("配置文件", "配置文件"),
        ("Fichiers de réglage", "Fichiers de réglage"),
    ],
)
def test_count_of_a_list_elsewhere(row: str, head: str) -> None:
    """A table counts files, and their list under their own heading is one short."""
    table = f"# Report\n\n## Figures\n\n| Kind | Number |\n|---|---|\n| {head} | {{}} |\n| Other | 9 |\n\n"
    text = table + f"## {head}\n\n- `a.toml`\n- `b.toml`\n- `c.toml`\n"
    assert rules(text.format(3)) == {}
    assert rules(text.format(4))["count-mismatch.elsewhere"][:2] == (7, 12)
    assert rules(text.format(12)) == {}, "the list only gives examples"
    if row != head:
        assert rules(text.replace(f"| {head} |", f"| {row} |").format(4)) == {}, "another thing is counted"


@pytest.mark.parametrize(
    "words", [("Total tests", "Passed", "Failed", "Skipped"), ("Gesamt", "Bestanden", "Fehlgeschlagen", "Übersprungen")]
)
def test_shares_of_outcomes(words: tuple[str, ...]) -> None:
    """The outcomes of one run are not more than all of it."""
    total, passed, failed, skipped = words
    rows = f"| {total} | 200 |\n| {passed} | 150 (75%) |\n| {failed} | 30 (15%) |\n| {skipped} | {{}} |\n"
    text = "# Report\n\n| Metric | Result |\n|---|---|\n" + rows
    assert not {r for r in rules(text.format("20 (10%)")) if r.startswith("arithmetic")}
    assert "arithmetic.outcome-shares" in rules(text.format("60 (30%)"))


@pytest.mark.parametrize("head", ["Screen ID", "画面 ID"])
def test_one_identifier_for_two_things(head: str) -> None:
    """Two screens cannot have one identifier; one screen may stand in two rows."""
    text = f"# Report\n\n| {head} | Name |\n|---|---|\n| S-1 | Login |\n| S-2 | Cart |\n| {{}} | Invoice |\n"
    assert rules(text.format("S-3")) == {}
    assert rules(text.format("S-2")) == {"value-conflict.same-id": (6, 7)}
    assert rules(text.format("S-2").replace("Invoice", "Cart")) == {}


CURRENT = {
    "en": (
        "# Report\n\n**Status**: ✅ PRODUCTION READY\n\n## Quality of the code\n\n"
        "1. **Raise the type coverage**\n   - Current: {}%\n   - Target: >=80%\n"
    ),
    "de": (
        "# Abschlussbericht zur Qualität\n\n**Status**: ✅ Produktionsreif\n\n## Güte des Quelltextes und der Tests\n\n"
        "1. **Die Abdeckung mit Typen erhöhen**\n   - Aktuell: {}%\n   - Ziel: >=80%\n"
    ),
}


@pytest.mark.parametrize("language", sorted(CURRENT))
def test_current_and_target(language: str) -> None:
    """A target that is missed stands in the way of a release that is called ready."""
    text = CURRENT[language]
    assert rules(text.format(84)) == {}
    assert rules(text.format(51)) == {"target-miss.current": (8, 9, 3)}


def test_current_and_later_target() -> None:
    """A target of the roadmap is not missed yet."""
    assert rules(CURRENT["en"].replace("Quality of the code", "Roadmap").format(51)) == {}


@pytest.mark.parametrize(("was", "now"), [("Before", "After"), ("Avant", "Après")])
def test_change_of_the_first_of_two_values(was: str, now: str) -> None:
    """A row with counts and their rates gives the change of either."""
    text = (
        f"# Report\n\n| Aspect | {was} | {now} | Change |\n|---|---|---|---|\n| Tests | 40 (70%) | 120 (97%) | {{}} |\n"
    )
    assert rules(text.format("+200%")) == {}
    assert "arithmetic.change" in rules(text.format("+110%"))


@pytest.mark.parametrize(
    ("summary", "name"),
    [("## Summary", "Changed files"), ("## Zusammenfassung", "Geänderte Dateien"), ("## 概要", "変更ファイル")],
)
def test_count_of_a_heading(summary: str, name: str) -> None:
    """The summary and the heading count the changed files."""
    text = f"# R\n\n{summary}\n\n- {name}: {{}}\n\n## {name} (3)\n\n- `a.py`\n- `b.py`\n- `c.py`\n"
    assert rules(text.format(3)) == {}
    assert rules(text.format(5))["value-conflict.heading"] == (5, 7)
    assert "value-conflict.heading" not in rules(text.format(5) + f"\n## {name} (2)\n\n- `d.py`\n- `e.py`\n")


@pytest.mark.parametrize(("title", "thing"), [("Report", "part"), ("报告", "模块"), ("Отчёт", "часть")])
def test_gap_in_identifiers(title: str, thing: str) -> None:
    """Ten tasks from 1 on, and one of them stands nowhere; one that is named elsewhere is not missing."""
    tasks = [f"- Task-{n:03}: {thing} {chr(64 + n)} ✅\n" for n in range(1, 11)]
    text = f"# {title}\n\n" + "".join(tasks)
    assert rules(text) == {}
    without = text.replace(tasks[6], "")
    assert rules(without) == {"scope-gap.identifiers": (8, 9)}
    assert rules(without + "\nTask-007 → Task-008\n") == {}
