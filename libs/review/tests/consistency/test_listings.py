"""Numbers against trees, listings, breakdowns, brackets and weights."""

import pytest

from .finding import rules

TREE = "```\ndocs/\n├── a.md\n├── b.md\n├── c.md\n├── d.md\n└── e.md\n```\n"


@pytest.mark.parametrize(
    "text",
    [
        "# Report\n\n## Documents\n\n{} documents created:\n\n",
        ("# Bericht\n\n## Dokumente\n\n{} Dokumente wurden erstellt:\n\n"),
    ],
)
def test_tree_right_below(text: str) -> None:
    """A number of documents, and a tree of another number of files."""
    assert rules(text.format(5) + TREE) == {}
    assert "count-mismatch.in-code" in rules(text.format(4) + TREE)
    assert rules(text.format(12) + TREE) == {}


@pytest.mark.parametrize(
    "text",
    [
        "# Migration\n\n| Metric | Value |\n|---|---|\n| Modules created | {} |\n\n## Modules\n\n",
        "# Migration\n\n| Mesure | Valeur |\n|---|---|\n| Modules créés | {} |\n\n## Modules\n\n",
    ],
)
def test_tree_of_the_same_name(text: str) -> None:
    """The summary counts what a tree under its own heading lists."""
    assert "count-mismatch.in-code" in rules(text.format(6) + TREE)
    assert rules(text.format(5) + TREE) == {}


def test_folders_of_a_tree() -> None:
    """A tree may be counted by its files, its folders or one folder's files."""
    tree = "```\nsrc/\n├── core/\n│   ├── a.ts\n│   └── b.ts\n└── ui/\n    ├── c.ts\n    ├── d.ts\n    └── e.ts\n```\n"
    for number in (5, 2, 3, 7):
        assert rules(f"# Report\n\n## Files\n\n{number} created:\n\n{tree}") == {}


def test_pairs_in_code() -> None:
    """'9 feature flags', and a listing of eight."""
    flags = "".join(f"'flag{n}' → Module{n}\n" for n in range(4))
    text = "# Report\n\nThere are {} feature flags.\n\n## Feature flags\n\n```ts\n// Modes\n" + flags + "```\n"
    assert "count-mismatch.in-code" in rules(text.format(5))
    assert "count-mismatch.in-code" not in rules(text.format(4))


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Report\n\n- **Total controller tests**: {} test methods\n\n#### Test breakdown\n\n"
            "- Order: 15 test methods\n- Menu: 10 test methods\n- User: 14 test methods\n"
        ),
        (
            "# Rapport\n\n- **Total des tests**: {} tests unitaires\n\n#### Répartition\n\n"
            "- Commande: 15 tests unitaires\n- Menu: 10 tests unitaires\n- Client: 14 tests unitaires\n"
        ),
    ],
)
def test_breakdown(text: str) -> None:
    """The parts are 39, and one of them is no second value of the whole."""
    assert rules(text.format(39)) == {}
    assert set(rules(text.format(44))) == {"arithmetic.total"}


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("**Total time**: 175 minutes ({})", "2h 55m"),
        ("Die Prüfung ist ohne Fehler verlaufen.\n\n**Gesamtdauer**: 175 Minuten ({})", "2 h 55 min"),
        ("**Size**: 1536 MB ({})", "1.5 GB"),
    ],
)
def test_amount_again_in_brackets(line: str, right: str) -> None:
    """The same amount in another unit is another amount."""
    assert rules(f"# Report\n\n{line.format(right)}\n") == {}
    assert "arithmetic.restated" in rules(f"# Report\n\n{line.format('2 h 50 min' if 'h' in right else '2.5 GB')}\n")
    assert rules(f"# Report\n\n{line.format('at most 9 h')}\n") == {}


@pytest.mark.parametrize("total", ["**Total**: {} hours", "**Total**: {} h"])
def test_total_right_after_a_list(total: str) -> None:
    """The list's entries and the line below them."""
    text = "# Plan\n\n## Effort\n\n- Import: 4 hours\n- Export: 3 hours\n- Search: 5 hours\n\n---\n\n" + total + "\n"
    assert rules(text.format(12)) == {}
    assert "arithmetic.total" in rules(text.format(20))


@pytest.mark.parametrize(
    "head",
    [
        "# Report\n\n| Area | Weight | Score | Weighted |",
        "# Bericht über die Bewertung\n\nDie Bewertung der Bereiche.\n\n| Bereich | Gewicht | Wert | Gewichtet |",
        "# Informe de la evaluación\n\nLa evaluación de las áreas.\n\n| Área | Peso | Nota | Ponderado |",
    ],
)
def test_weighted_scores(head: str) -> None:
    """One row's contribution is not its weight times its score."""
    body = "| A | 50% | 80 | 40 |\n| B | 30% | 90 | 27 |\n| C | 20% | 60 | {} |\n"
    text = f"{head}\n|---|---|---|---|\n{body}"
    assert rules(text.format(12)) == {}
    assert "arithmetic.weighted" in rules(text.format(15))


@pytest.mark.parametrize(
    "text",
    [
        "# Report\n\n## ⚠️ Lint\n\n**Status:** PASSED (with warnings)\n\n- {} 5325 errors found\n",
        (
            "# Bericht\n\n## ⚠️ Prüfung des Codes\n\n**Status:** Bestanden (mit Warnungen)\n\n"
            "- {} Es wurden Fehler gefunden\n"
        ),
    ],
)
def test_status_of_a_part(text: str) -> None:
    """The status of a section, and its failed result."""
    assert "status.part" in rules(text.format("❌"))
    assert "status.part" not in rules(text.format("✅"))


def test_coverage_that_is_a_share_of_tests() -> None:
    """What stands under 'Coverage' counts tests that pass."""
    text = (
        "# Report\n\n| Metric | Value |\n|---|---|\n| Coverage | {}% |\n\n## Coverage by area\n\n"
        "| Area | Tests | Passed | % |\n|---|---|---|---|\n| A | 100 | 100 | 100% |\n| B | 82 | 77 | 94% |\n"
        "| **Total** | 182 | 177 | 97% |\n"
    )
    assert "value-conflict.no-coverage" in rules(text.format(97))
    assert "value-conflict.no-coverage" not in rules(text.format(81))


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Report\n\n- ✅ All TypeScript errors resolved\n\n## Notes\n\n"
            "- Consider fixing all {} and removing the flag\n"
        ),
        "# Report\n\n- ✅ All TypeScript errors resolved\n\n## Next steps\n\n- Fix the {} of the build\n",
    ],
)
def test_resolved_and_ordered_again(text: str) -> None:
    """All resolved, and still to be resolved."""
    assert "absolute.ordered" in rules(text.format("TypeScript errors"))
    assert "absolute.ordered" not in rules(text.format("style warnings"))


@pytest.mark.parametrize(
    "text",
    [
        "# Audit\n\n- **Unresolved issues**: {}\n\n## Issues\n\n- {} The export loses rows\n",
        "# Prüfung\n\n- **Offene Fehler**: {}\n\n## Fehler\n\n- {} Der Export verliert Zeilen\n",
    ],
)
def test_none_open(text: str) -> None:
    """None is open, and one is."""
    assert "absolute.none-open" in rules(text.format(0, "❌"))
    assert "absolute.none-open" not in rules(text.format(0, "✅"))
    assert "absolute.none-open" not in rules(text.format(1, "❌"))


def test_table_in_an_open_fence() -> None:
    """A block of code that begins where a table does is not the list that is counted."""
    table = "Table | Rows\n------|-----\norders | 24\nnotes | 48\nclaims | 96\nplaces | 10\n"
    assert "count-mismatch.inventory" in rules(f"```python\n```\n```\n{table}- ✅ Import: 5 tables made\n")
