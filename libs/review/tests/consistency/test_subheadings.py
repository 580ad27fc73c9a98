"""A number of things against the headings that are told one after the other, and a heading's ratio against its list."""

import pytest

from .finding import rules


def parts(before: str, after: str) -> str:
    """Six headings, numbered from 1 to 6."""
    return "".join(f"### {before}{n}{after} Part {name}\n\nText.\n\n" for n, name in enumerate("ABCDEF", 1))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("# Shop\n\nAll {} tasks are complete.\n\n## Completed tasks\n\n" + parts("1.", ""), 5),
        ("# Shop\n\nAll {} phases are complete.\n\n## Work\n\n" + parts("Phase ", ":"), 5),
        ("# Shop\n\n- ✅ {0}/{0} repairs\n\n## Repairs\n\n" + parts("", "."), 7),
        ("# Shop\n\n## {} issues found\n\n" + parts("", "."), 5),
        ("# Shop\n\n## Issues\n\nWe met {} issues:\n\n" + parts("", "."), 7),
        ("# Laden\n\nAlle {} Aufgaben sind abgeschlossen.\n\n## Aufgaben\n\n" + parts("", "."), 5),
        ("# Tienda\n\nTodas las {} tareas están completas.\n\n## Tareas completadas\n\n" + parts("", "."), 5),
    ],
)
def test_counted_headings(text: str, count: int) -> None:
    """Six parts, and another number of them."""
    assert "count-mismatch.headings" in rules(text.format(count))
    assert "count-mismatch.headings" not in rules(text.format(6))


def test_names_of_files_as_headings() -> None:
    """Files that each have a heading are counted without numbers."""
    files = "".join(f"### `tools/{name}.py`\n\nText.\n\n" for name in ("load", "check", "send", "all"))
    text = "# Shop\n\n## Scripts\n\n{} scripts:\n\n"
    assert rules(text.format("Three") + files)["count-mismatch.headings"] == (5, 19, 7, 11, 15)
    assert rules(text.format("Four") + files) == {}


@pytest.mark.parametrize(
    "text",
    [
        "# Shop\n\nAll 5 phases are complete.\n\n## Work\n\n"
        + parts("Phase ", ":").replace("Phase 6", "Phase 6 (future)"),
        "# Shop\n\nAll 5 shops were visited.\n\n## Completed tasks\n\n" + parts("", "."),
        "# Shop\n\nWe fixed 5 tasks today.\n\n## Tasks\n\n" + parts("", "."),
        "# Shop\n\nAll 2 tasks are complete.\n\n## Tasks\n\n" + parts("", "."),
    ],
)
def test_other_counts(text: str) -> None:
    """A part that is still to come, other things, some of them, or far too few of them."""
    assert "count-mismatch.headings" not in rules(text)


LISTED = "".join(f"{n}. **{name}**: ✅ PASS\n\n" for n, name in enumerate(("Login", "Cart", "Till", "Mail"), 1))


@pytest.mark.parametrize("ratio", ["4/5 passed", "4/6 passed", "1/5 failed"])
def test_ratio_over_its_list(ratio: str) -> None:
    """Five entries, of which one failed: all of them may be listed, or those that passed."""
    found = rules(f"# Tests\n\n## Server ({ratio})\n\n{LISTED}5. **Search**: ❌ FAIL\n").get("count-mismatch.list")
    assert (found is not None) == (ratio == "4/6 passed")


@pytest.mark.parametrize(("ratio", "rule"), [("0/5", "list"), ("3/4", "marks"), ("4/4", ""), ("4/6", "")])
def test_ratio_that_its_list_takes_back(ratio: str, rule: str) -> None:
    """Four that passed, under a heading of five or of three that did; four of six may be those that are listed."""
    found = [each for each in rules(f"# Tests\n\n## Server ({ratio} done)\n\n{LISTED}") if each.startswith("count")]
    assert found == ([f"count-mismatch.{rule}"] if rule else [])
