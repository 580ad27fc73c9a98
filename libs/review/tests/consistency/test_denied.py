"""What a report says that there is none of, and lists; what it lets go, and what fails or is not complete."""

import pytest

from .finding import rules


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("No blockers", "Blockers"),
        ("**Known issues:** None", "Known Issues"),
        ("**Open defects:** 0", "Open defects"),
        ("✅ Zero breaking changes found", "Breaking changes"),
    ],
)
def test_none_and_a_section_of_them(said: str, title: str) -> None:
    """There is none, and a section lists one; but where it is solved, or the section has another name."""
    text = f"# Status\n\n## Summary\n\n- {said}\n\n## {{}}\n\n- The archive job stops at {{}}\n"
    assert "absolute.denied" in rules(text.format(title, "midnight"))
    assert "absolute.denied" not in rules(text.format(title, "midnight (fixed)"))
    assert "absolute.denied" not in rules(text.format("Archive job", "midnight"))


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Abschlussbericht\n\n## Zusammenfassung\n\n- Keine bekannten Fehler\n\n"
            "## Bekannte Fehler\n\n- Der Import hält um Mitternacht an\n"
        ),
        (
            "# Rapport final\n\n## Résumé\n\n- Aucun problème connu\n\n"
            "## Problèmes connus\n\n- La recherche ne trouve pas les accents\n"
        ),
        (
            "# Informe final\n\n## Resumen\n\n- Ningún error conocido\n\n"
            "## Errores conocidos\n\n- La búsqueda no encuentra los acentos\n"
        ),
    ],
)
def test_none_in_other_languages(text: str) -> None:
    """The same in other languages."""
    assert "absolute.denied" in rules(text)


@pytest.mark.parametrize("part", ["## Import\n\n- No known issues", "## Summary\n\n- No known issues except speed"])
def test_none_in_a_part(part: str) -> None:
    """A part without any, or none but one, says nothing of the whole."""
    text = f"# Status\n\n{part}\n\n## Known issues\n\n- Slow archive job\n\n## Annex\n\n" + "- One line\n" * 9
    assert "absolute.denied" not in rules(text)


@pytest.mark.parametrize("verdict", ["**Decision: GO ✅**", "**Verdict:** 🟢 GO", "**Final decision:** ✅ GO"])
def test_a_bare_go(verdict: str) -> None:
    """'GO' lets a release go as 'ready' does."""
    text = f"# Launch\n\n{verdict}\n\n## Launch gates\n\n- [x] Alarms tested\n- [{{}}] Load test run\n"
    assert "status.whole" in rules(text.format(" "))
    assert "status.whole" not in rules(text.format("x"))


@pytest.mark.parametrize("title", ["Failing tests", "Test failures"])
def test_tests_listed_as_failing(title: str) -> None:
    """All pass, and some are listed as failing."""
    text = "# Build\n\n✅ All tests passing\n\n## {}\n\n- test_archive_empty\n"
    assert "absolute.all-tests" in rules(text.format(title))
    assert "absolute.all-tests" not in rules(text.format(title + " (fixed)"))


@pytest.mark.parametrize(("last", "found"), [("70%", True), ("100%", False)])
def test_progress_of_the_parts(last: str, found: bool) -> None:
    """The whole is not complete where a part is not."""
    text = "# Project\n\n**Overall progress: 100%**\n\n## Parts\n\n| Part | Progress |\n|---|---|\n"
    text += f"| Design | 100% |\n| Import | {last} |\n"
    assert ("value-conflict.part-progress" in rules(text)) == found


@pytest.mark.parametrize(("overall", "found"), [("91%", True), ("72%", False)])
def test_overall_score_of_a_list(overall: str, found: bool) -> None:
    """No mean lies outside of all the scores."""
    text = f"# Scores\n\n- Security: 80%\n- Speed: 60%\n- Docs: 75%\n- Overall: {overall}\n"
    assert ("arithmetic.overall" in rules(text)) == found


def test_open_bugs_in_a_key() -> None:
    """There are no open bugs, and one is open."""
    text = "# QA\n\n**Open bugs:** {}\n\n## Defects\n\n| Bug | State |\n|---|---|\n| Archive job stops | {} |\n"
    assert "absolute.none-open" in rules(text.format(0, "❌ Open"))
    assert "absolute.none-open" not in rules(text.format(0, "✅ Fixed"))
