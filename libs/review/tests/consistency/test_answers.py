"""What looks like an open thing and is none: an answer, an announcement, a part that is left out."""

import pytest

from .finding import rules

RISKS = {
    "en": "# Audit\n\n## Two advisories: 🟢 accepted, resolved\n\n| Question | Answer |\n|---|---|\n| {} | ❌ No |\n",
    "de": "# Audit\n\n## Zwei Hinweise ✅ erledigt\n\n| Frage | Antwort |\n|---|---|\n| {} | ❌ Nein |\n",
    "zh": "# 审计\n\n## 两条告警 ✅ 已完成\n\n| 问题 | 回答 |\n|---|---|\n| {} | ❌ 否 |\n",
}


@pytest.mark.parametrize(
    ("language", "harm", "duty"),
    [
        ("en", "Does it affect billing?", "Is the backup restored?"),
        ("de", "Angreifbar von außen?", "Sicherung eingespielt?"),
        ("zh", "会影响计费？", "备份恢复了？"),
    ],
)
def test_denied_harm(language: str, harm: str, duty: str) -> None:
    """'No' is good news where the question is about harm, and bad news where it is about a duty."""
    assert "status.section" not in rules(RISKS[language].format(harm))
    assert "status.section" in rules(RISKS[language].format(duty))


def test_questions_are_not_counted() -> None:
    """Three advisories, and four questions about them; four of them listed are one too many."""
    table = "# Audit\n\n## The 3 advisories\n\n| Which | Note |\n|---|---|\n" + 4 * "| {} | a |\n"
    assert rules(table.format("Known?", "New?", "Old?", "Seen?")) == {}
    assert "count-mismatch.list" in rules(table.format("tar", "ssh", "gzip", "curl"))


@pytest.mark.parametrize(
    "head",
    [
        "# Bot\n\n**Status**: ✅ Complete\n\n## ✅ Everything ready\n\n### Settings needed\n\n",
        "# Bot\n\n**Stav**: ✅ Complete\n\n## ✅ All ready\n\n### Variables needed on the host:\n\n",
    ],
)
def test_announced_code(head: str) -> None:
    """What is needed is shown as code; work that is needed is work."""
    assert rules(head + "```env\nHOST=localhost\n```\n") == {}
    assert rules(head + "- [ ] Write them down\n") != {}


@pytest.mark.parametrize(("text", "found"), [("Uploads >8 MB safely rejected", False), ("❌ rejected", True)])
def test_rejecting_as_behaviour(text: str, found: bool) -> None:
    """A thing that turns others away, and one that was turned down."""
    assert ("status.section" in rules(f"# Upload\n\n## Sizes ✅\n\n- Large files: {text}\n")) is found


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("All requirements implemented", "All core requirements implemented"),
        ("Alle Anforderungen sind umgesetzt", "Alle Kernanforderungen sind umgesetzt"),
    ],
)
def test_all_of_the_core(whole: str, part: str) -> None:
    """Who says that the core is done leaves the rest out."""
    text = "# Der Bericht für die Freigabe und the report\n\n## Achieved\n\n- ✅ {}\n\n## Parts\n\n- [ ] Screens\n"
    assert "absolute.all-goals" in rules(text.format(whole))
    assert "absolute.all-goals" not in rules(text.format(part))


def test_next_steps_that_say_something() -> None:
    """A closing status under the last heading is not what the section says."""
    text = "# Port\n\n## Next steps\n\n{}**Port status: COMPLETE** ✅\n"
    assert "scope-gap.next-steps" in rules(text.format(""))
    assert "scope-gap.next-steps" not in rules(text.format("The second half builds on this one.\n\n"))


def test_no_recommendations() -> None:
    """A heading that says that there is no step promises none."""
    text = "# Raport\n\n## Zalecenia{}\n\nAplikacja jest kompletna i gotowa do użycia.\n"
    assert "scope-gap.next-steps" not in rules(text.format(": brak"))
    assert "scope-gap.next-steps" in rules(text.format(""))
