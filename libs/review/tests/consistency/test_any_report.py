"""What holds for every report, however odd."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gonogo_review.consistency import find_all
from gonogo_review.consistency.lexicon import words
from gonogo_review.consistency.topics import topic
from gonogo_review.reading import read_report

PIECES = st.sampled_from(
    [
        "# Report 2.1",
        "## Phase 2 ✅ COMPLETE (100%)",
        "## Next steps",
        "### 6.5 Known limitations",
        "**Status**: ✅ PRODUCTION READY",
        "**Date**: 2025-02-30",
        "**Completion date**: 2025-03-14",
        "- [ ] Load testing",
        "- [x] Load testing (needs review)",
        "- ✅ All tests passing, 0 failures",
        "- Tests: 20/24 passed (93%)",
        "- From 45 s to 25 s (6x faster)",
        "- Total: 300 files (12 new + 8 modified)",
        "  - Backend: 7 files",
        "| Metric | Target | Achieved | Status |",
        "|---|---|---|---|",
        "| Coverage | ≥80% | TBD* | ✅ |",
        "| **Total** | 5 | 7 | 1 |",
        "*Predicted values",
        "Phase 2 can begin. See section 9.",
        "```",
        "PASSED: 16",
        "",
        "所有测试已通过 (3/8, 63%)",
        "____________ Date: ______",
    ]
)
REPORTS = st.lists(PIECES | st.text(max_size=40), max_size=40).map("\n".join)
CORPUS = Path(__file__).parents[5] / "shared" / "corpus" / "dev"
LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "pl", "tr", "ru", "zh", "ja", "ko")


@settings(max_examples=300, deadline=None)
@given(REPORTS)
def test_findings_are_well_formed(text: str) -> None:
    """Every finding names lines of the report once each, explains itself, and comes the same way again."""
    reading = read_report(text.encode("utf-8", "replace"), "report.md")
    found = find_all(reading)
    for draft in found:
        assert draft.lines
        assert len(set(draft.lines)) == len(draft.lines) <= 12
        assert all(1 <= line <= len(reading.lines) for line in draft.lines)
        assert all(reading.statements[s].line in draft.lines for s in draft.statements)
        assert draft.message
        assert draft.rule.partition(".")[2]
    assert find_all(reading) == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_category(language: str) -> None:
    """A rule that needs a word has it in every language, but for those that only English reports use."""
    assert set(words("en")) - set(words(language)) <= {"subsecond"}
    assert all(phrases and all(phrases) for phrases in words(language).values())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Load testing completed successfully", "Load tests"),
        ("Configure automated backups", "Backup automation configured"),
        ("Провести нагрузочное тестирование", "Нагрузочное тестирование проведено"),
        ("Copias de seguridad automáticas configuradas", "Configurar copias de seguridad automáticas"),
    ],
)
def test_topics_meet(one: str, other: str) -> None:
    """One thing has one topic, whatever is said of it."""
    assert topic(one) == topic(other)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside the checkout")
def test_corpus() -> None:
    """Most of what careful readers found is found, and little else."""
    located = total = right = named = 0
    for path in sorted(CORPUS.glob("*.issues.json")):
        report = path.with_name(path.name.replace(".issues.json", ".md"))
        issues = [set(issue["lines"]) for issue in json.loads(path.read_text("utf-8"))["issues"]]
        found = [draft.lines[:6] for draft in find_all(read_report(report.read_bytes(), report.name))]
        total, named = total + len(issues), named + len(found)
        located += sum(any(locates(lines, issue) for lines in found) for issue in issues)
        right += sum(any(locates(lines, issue) for issue in issues) for lines in found)
    assert located >= 0.75 * total
    assert right >= 0.9 * named


def locates(lines: tuple[int, ...], issue: set[int]) -> bool:
    """Whether a finding points at an issue: two common lines, or one where either has only one."""
    return len(issue & set(lines)) >= min(2, len(issue), len(lines))
