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
        ("The two sites that wait:", 2),
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


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        ("Measured were {} modules, all above the line.", "| Module | Lines | Covered |"),
        ("Se midieron {} módulos, todos por encima del límite.", "| Módulo | Líneas | Cubiertas |"),
        ("覆盖了{}个模块，全部高于下限。", "| 模块 | 行数 | 覆盖 |"),
    ],
)
def test_sentence_that_counts_the_rows_of_a_table(sentence: str, head: str) -> None:
    """The first column is of modules, and there are four of them; the row of sums is none."""
    rows = "".join(
        f"| {name} | {n} | {n - 1} |\n" for name, n in (("auth", 40), ("cart", 60), ("mail", 20), ("web", 80))
    )
    text = f"# Report\n\n{sentence}\n\n{head}\n|---|---|---|\n{rows}| **Total** | 200 | 196 |\n"
    assert "count-mismatch.inventory" not in rules(text.format(4))
    assert "count-mismatch.inventory" in rules(text.format(5))


def test_sentence_that_counts_what_a_title_names() -> None:
    """A list that alone fills its section; two lists of one name are not held against a count."""
    listed = "- Router in Oslo\n- Switch in Bergen\n- Relay in Tromsø\n"
    text = f"# Report\n\nThere were {{}} incidents in the week.\n\n## Incidents\n\n{listed}"
    assert "count-mismatch.inventory" not in rules(text.format("three"))
    assert "count-mismatch.inventory" in rules(text.format("four"))
    assert "count-mismatch.inventory" not in rules(text.format("four") + f"\nEarlier:\n\n{listed}")


def test_one_thing_in_several_rows() -> None:
    """A service with two ports is listed twice, and is one."""
    text = (
        "# Log\n\nThe stack has {} services.\n\n| Service | Port |\n|---|---|\n| Web | 5000 |\n| Proxy (http) | 80 |\n"
    )
    text += "| Proxy (https) | 443 |\n| Cache | 6379 |\n"
    assert "count-mismatch.inventory" not in rules(text.format("three"))
    assert "count-mismatch.inventory" not in rules(text.format("four"))
    assert "count-mismatch.inventory" in rules(text.format("five"))


def test_length_of_a_file() -> None:
    """A title that names a file with its length announces no list of what the file is about."""
    sites = "- Lisbon\n- Porto\n- Braga\n- Faro\n"
    assert rules(f"# Report\n\n### moves.txt (5 sections)\n\n{sites}") == {}
    assert "count-mismatch.list" in rules(f"# Report\n\n### Moves (5 sites)\n\n{sites}")
