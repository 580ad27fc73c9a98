"""Values that were never filled in: their names in brackets, and blanks in Markdown's escapes."""

import pytest

from .finding import rules


@pytest.mark.parametrize(
    "line",
    [
        "- **On call:** [Phone number]",
        "- **Ansprechpartner:** [Name, Telefon]",
        "- **Panel:** [URL del panel]",
        "- **Contact :** [Adresse e-mail]",
        "- Hoster: Acme - [Support contact]",
        "- 联系人：[姓名]",
        r"Test lead: \_\_\_\_\_\_\_",
    ],
)
def test_empty_field(line: str) -> None:
    """The name of a value where the value belongs."""
    assert "scope-gap.unfilled" in rules(f"# Report\n\nAll is well.\n\n## Contacts\n\n{line}\n")


@pytest.mark.parametrize(
    "text",
    [
        "- **On call:** [Phone list](phones.md)\n",
        "- **On call:** [Phone list][1]\n\n[1]: phones.md\n",
        "- **On call:** [Phone list]\n\n[Phone list]: phones.md\n",
        "- **Format:** `[Name]`\n",
        "- **Log:** [level] [message]\n",
        "- **State:** [OK]\n",
        "- **Gültig:** [Ja]\n",
        "- call read\\_by\\_name first\n",
    ],
)
def test_brackets_with_a_meaning(text: str) -> None:
    """A link, a format, a state."""
    assert "scope-gap.unfilled" not in rules(f"# Report\n\nAll is well.\n\n## Contacts\n\n{text}")


def test_dots_of_a_progress() -> None:
    """The dots before a test runner's percentage are no field that nobody filled in."""
    text = "# Report\n\n```\ntests/test_export.py .......        {}\n```\n"
    assert "scope-gap.unfilled" not in rules(text.format("[ 45%]"))
    assert "scope-gap.unfilled" in rules("# Report\n\nApproved by: ............\n")


@pytest.mark.parametrize("name", ["Project name", "项目名称", "Nome do projeto", "Nom du projet"])
def test_label_is_no_placeholder(name: str) -> None:
    """What names a row asks for nothing; as the value it does."""
    table = "# Report\n\n| Field | Content |\n|---|---|\n| {} | {} |\n"
    assert "scope-gap.unfilled" not in rules(table.format(name, "Depot"))
    assert "scope-gap.unfilled" in rules(table.format("Title", "project name"))


def test_code_for_a_date() -> None:
    """A date that should have been put in is still the code for it."""
    assert "scope-gap.undated" in rules("# Report\n\n**Date:** ${new Date().toLocaleDateString()}\n\nAll is well.\n")
    assert "scope-gap.undated" not in rules("# Report\n\nThe header shows `${new Date()}`.\n\nAll is well.\n")


@pytest.mark.parametrize(("owner", "found"), [("", True), ("Ops", False)])
def test_nobody_owns_what_is_left(owner: str, found: bool) -> None:
    """A table for owners in which nobody is named."""
    text = f"# Risks\n\n| Risk | Owner |\n|---|---|\n| Old tokens | |\n| Slow import | {owner} |\n"
    assert ("scope-gap.unassigned" in rules(text)) == found
