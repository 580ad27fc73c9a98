"""Parts that are told alike, priorities and identifiers: what is not one thing, however alike it reads."""

import pytest

from .finding import rules

SCENARIOS = {
    "en": (
        "# Load test results\n\n## ✅ {0} 1: Light\n\n### Configuration\n\n- **Total requests**: 100\n\n### Results\n\n"
        "- **95th percentile**: 590 ms ✅\n- **Mean response time**: ✅ good\n\n## ⚠️ {0} 2: Heavy\n\n"
        "### Configuration\n\n- **Total requests**: 500\n\n### Results\n\n- **95th percentile**: 2387 ms ⚠️ failing\n"
        "- **Mean response time**: ❌ failed\n\n## Summary\n\n| Metric | Light | Heavy | Status |\n|---|---|---|---|\n"
        "| Mean response time | 563 ms | 2314 ms | ⚠️ Degrades |\n"
    ),
    "de": (
        "# Ergebnisse der Lasttests\n\n## ✅ {0} 1: Leicht\n\n### Einstellungen\n\n- **Anfragen gesamt**: 100\n\n"
        "### Ergebnisse\n\n- **95. Perzentil**: 590 ms ✅\n\n## ⚠️ {0} 2: Schwer\n\n### Einstellungen\n\n"
        "- **Anfragen gesamt**: 500\n\n### Ergebnisse\n\n- **95. Perzentil**: 2387 ms ⚠️ fehlgeschlagen\n"
    ),
}


@pytest.mark.parametrize(("language", "word"), [("en", "Test"), ("en", "Scenario"), ("de", "Lauf"), ("de", "Test")])
def test_scenarios(language: str, word: str) -> None:
    """Runs with the same keys have values and states of their own; a row over all of them is none of them."""
    assert not {r for r in rules(SCENARIOS[language].format(word)) if r.startswith("value-conflict")}


def test_one_scenario_has_one_state() -> None:
    """The same two lines outside of parallel parts do clash."""
    text = "# Report\n\n## Results\n\n- **95th percentile**: ✅ met\n\n## Open\n\n- **95th percentile**: ❌ failed\n"
    assert "value-conflict.same-thing" in rules(text)


def test_identifiers_and_priorities() -> None:
    """P1-1 is not P1-2, and two things of one priority are two things."""
    text = (
        "# Audit\n\n## Fixed\n\n- ✅ **P1-1:** thread-safe loader\n\n| Priority | Task | State |\n|---|---|---|\n"
        "| P2 | Write policy | ✅ |\n\n## Open\n\n| ID | Problem | State |\n|---|---|---|\n"
        "| P1-2 | Strategy mutation | ❌ |\n\n| Priority | Task | State |\n|---|---|---|\n| P2 | Coverage | ⏳ |\n"
    )
    assert rules(text) == {}
    assert "value-conflict.same-thing" in rules(text.replace("P1-1", "P1-2"))


def test_number_in_a_name() -> None:
    """'Method 3' is a name where it stands elsewhere too."""
    text = "# R\n\nMethod 3 is used.\n\nMethod 3 is new.\n\n#### Test Method 3 features\n\n1. a\n2. b\n3. c\n4. d\n"
    assert rules(text) == {}
    assert "count-mismatch.list" in rules(text.replace("Method 3 is", "This is"))


def test_repair_of_a_thing() -> None:
    """That the second fix is done says nothing of the load test that it was made for."""
    text = "# Report\n\n### {}: Load test stats ✅\n\nx\n\n## Open\n\n- ❌ Load test\n"
    assert "value-conflict.same-thing" not in rules(text.format("Fix 2"))


def test_defects_are_no_goals() -> None:
    """Problems that a check found are no features that are missing."""
    text = "# Report\n\n## Check\n\n- ❌ {}\n\n## Conclusion\n\n- ✅ All required features implemented\n"
    assert "absolute.all-goals" not in rules(text.format("Found 5461 problems (5325 errors)"))
    assert "absolute.all-goals" in rules(text.format("Export to PDF"))


@pytest.mark.parametrize("word", ["Scenario A", "First run", "Beim ersten Lauf"])
def test_lists_with_the_same_keys(word: str) -> None:
    """Two runs, each with its own list; a list that is given again is another matter."""
    first = "- Throughput: 95 req/s\n- Average response time: 480 ms\n- Peak memory use: 1 GB\n"
    again = f"# Load test\n\n{word}:\n\n{first}\nSomething else:\n\n"
    other = "- Throughput: {} req/s\n- Average response time: {} ms\n- Peak memory use: {} GB\n"
    assert "value-conflict.measure" not in rules(again + other.format(180, 1050, 3))
    assert "value-conflict.measure" in rules(again + other.format(95, 1050, 1))


@pytest.mark.parametrize("verdict", ["passed with conditions", "bestanden mit Auflagen", "条件付き合格"])
def test_verdict_with_conditions(verdict: str) -> None:
    """What passed with conditions leaves things open."""
    text = f"# Bericht\n\n**Status**: {verdict}\n\n## Punkte\n\n- ❌ Kopfzeilen\n- ❌ Bibliothek\n"
    assert "status.whole" not in rules(text)


def test_events_of_a_timeline() -> None:
    """What started at a time of day is an event."""
    text = "# Incident\n\n**Status**: Resolved\n\n## Timeline\n\n- {}Rollback started\n- 10:31 Recovered\n"
    assert rules(text.format("10:15 ")) == {}
    assert "status.whole" in rules(text.format(""))


@pytest.mark.parametrize(
    ("done", "undone"),
    [
        ("Server 1", "Server 2"),
        ("Grade A share", "Grade B share"),
        ("A/B级占比", "D/F级占比"),
        ("Klasse A der Anlage", "Klasse B der Anlage"),
        ("1号服务器", "2号服务器"),
    ],
)
def test_letters_and_numbers_in_names(done: str, undone: str) -> None:
    """What only a letter or a number tells apart is not one thing."""
    text = "# Log\n\n## One\n\n- [x] {}\n\n## Two\n\n- ❌ {}\n"
    assert rules(text.format(done, undone)) == {}
    assert "value-conflict.same-thing" in rules(text.format(done, done))


def test_article_is_no_name() -> None:
    """'A' before a noun names nothing."""
    text = "# Log\n\n## One\n\n- [x] {}: run\n\n## Two\n\n- ❌ {}: open\n"
    assert "value-conflict.same-thing" in rules(text.format("A load test", "Load test 2"))
