"""How many things a line announces, and how many stand under it."""

import pytest

from .finding import rules


def listed(announcement: str, count: int) -> dict[str, tuple[int, ...]]:
    """What is found where a line announces a list of so many entries."""
    names = ["Lisbon", "Porto", "Braga", "Faro", "Évora", "Coimbra", "Aveiro", "Beja", "Setúbal"]
    entries = "".join(f"{at}. {name}\n" for at, name in enumerate(names[:count], 1))
    return rules(f"# Report\n\n## Rollout\n\n{announcement}\n\n{entries}")


@pytest.mark.parametrize(
    ("announcement", "count"),
    [
        ("Seven sites were moved, four by night and three by day:", 7),
        ("Six sites together brought the time down from 940 ms to 188 ms:", 6),
        ("Two sites wait for their routers, none of them is large:", 2),
        ("两个站点尚未迁移，均为小型站点：", 2),
    ],
)
def test_line_that_opens_with_its_count(announcement: str, count: int) -> None:
    """Further amounts and clauses do not hide what is announced."""
    assert listed(announcement, count) == {}
    assert "count-mismatch.list" in listed(announcement, count + 1)


def test_line_that_tells_what_its_things_hold() -> None:
    """Four suites cover more than four sites."""
    assert listed("Four suites, covering:", 5) == {}
    assert listed("Vier Prüfungen, darunter:", 3) == {}


def test_title_with_its_count_in_brackets() -> None:
    """The first count in the brackets is of what the title names; a row of sums is none of it."""
    rows = "".join(f"| S-{n} | {n} |\n" for n in (2, 3, 5))
    text = "# Report\n\n## Stories taken ({} stories, 10 points)\n\n| Story | Points |\n|---|---|\n{}| **All** | 10 |\n"
    assert rules(text.format(3, rows)) == {}
    assert rules(text.format(4, rows)) == {"count-mismatch.list": (3, 9, 7, 8)}
