"""'All', 'every' and '100 %', in several forms and languages."""

import pytest

from .finding import drafts, rules


@pytest.mark.parametrize(
    "text",
    [
        "# Sprint 12\n\n**Status**: Finished\n\nAll user stories were delivered ({}).\n",
        "# Bilan du sprint 12\n\n**Statut** : Terminé\n\nToutes les user stories ont été livrées ({}).\n",
    ],
)
def test_line_that_takes_itself_back(text: str) -> None:
    """All of them, and 8 of 9."""
    assert "absolute.not-all" in rules(text.format("8/9"))
    assert rules(text.format("9/9")) == {}


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("# API\n\nAll {} endpoints have been implemented.\n\n## Endpoints\n\n", "- POST /notes/{}\n"),
        ("# Servicio\n\nSe han implementado todos los {} módulos.\n\n## Módulos\n\n", "- Módulo de pagos {}\n"),
    ],
)
def test_number_of_all(text: str, entry: str) -> None:
    """'All 6', and five are listed."""
    listed = "".join(entry.format(c) for c in "abcde")
    assert not any(r.startswith("count-mismatch") for r in rules(text.format(5) + listed))
    assert "API" not in text or "count-mismatch.all-of-list" in rules(text.format(6) + listed)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("# Report\n\n✅ **100% complete**\n\n## Known limitations\n\n- {}\n", "Email delivery is not implemented yet"),
        (
            "# Abschlussbericht\n\n**Status**: ✅ 100% abgeschlossen\n\n## Bekannte Einschränkungen\n\n- {}\n",
            "Der Versand von E-Mails ist noch nicht implementiert",
        ),
        ("# 验收报告\n\n**状态**: ✅ 100% 完成\n\n## 已知限制\n\n- {}\n", "邮件发送尚未实现"),
    ],
)
def test_complete_with_a_part_missing(text: str, missing: str) -> None:
    """All of it is complete, and a part is not made."""
    assert "absolute.unmade" in rules(text.format(missing))
    assert "absolute.unmade" not in rules(text.format("Slow on old phones"))
    assert "absolute.unmade" not in rules(text.format(missing).replace("100%", "90%"))


def test_untested_part() -> None:
    """Every endpoint is covered, and one has no tests."""
    text = "# Report\n\nEvery endpoint is covered by tests.\n\n## Notes\n\n- DELETE {} has no tests\n"
    assert "absolute.untested" in rules(text.format("endpoint"))
    assert "absolute.untested" not in rules(text.format("script"))


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Abnahmebericht\n\nAlle 24 Testfälle wurden durchgeführt und bestanden.\n\n"
            "| Gruppe | Testfälle | Bestanden | Nicht bestanden |\n|---|---|---|---|\n| A | 8 | 8 | 0 |\n"
            "| B | 9 | {} | {} |\n"
        ),
        (
            "# Test report\n\nAll 17 tests passed.\n\n"
            "| Group | Tests | Passed | Not passed |\n|---|---|---|---|\n| A | 8 | 8 | 0 |\n| B | 9 | {} | {} |\n"
        ),
    ],
)
def test_all_tests_and_a_row_that_failed(text: str) -> None:
    """'Not passed' is no word for passed, and a row with failures is an exception."""
    assert rules(text.format(9, 0)) == {}
    found = rules(text.format(8, 1))
    assert found["absolute.all-tests"][1] == 8


def test_words_before_their_counts() -> None:
    """In '通过 76 个，失败 4 个' the word stands before the count that it names."""
    text = "# 报告\n\n## 测试\n\n共执行 80 个用例，通过 76 个，失败 4 个，通过率 {}。\n"
    assert rules(text.format("95%")) == {}
    assert any("76 of 80" in d.message for d in drafts(text.format("100%")))


@pytest.mark.parametrize(
    ("head", "target", "result"),
    [
        ("Report", "Target: response < 200 ms", "- Actual: {} ms ✅"),
        ("性能テスト報告書", "目標: 応答時間 200ms 以下", "実績: {}ms ✅"),
    ],
)
def test_target_and_result_on_two_lines(head: str, target: str, result: str) -> None:
    """Ticked, and slower than its target."""
    text = f"# {head}\n\n{target}\n{result}\n"
    assert "target-miss.pair" not in rules(text.format(180))
    assert "target-miss.pair" in rules(text.format(260))


def test_title_of_another_phase() -> None:
    """Phase 3 in the title, and nothing but phase 4 below it."""
    text = "# Phase 3 report\n\n## Overview\n\nPhase {} is complete.\n"
    assert "phase-confusion.another" in rules(text.format(4))
    assert rules(text.format(3)) == {}
    assert "phase-confusion.another" not in rules(text.format(4) + "\nPhase 3 came before.\n")


def test_total_as_the_last_entry() -> None:
    """An entry 'in total' without a key."""
    text = "# Report\n\n## Files\n\n- 12 new files\n- 7 modified files\n- {} files in total\n"
    assert rules(text.format(19)) == {}
    assert "arithmetic.total" in rules(text.format(20))
