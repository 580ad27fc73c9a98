"""Whole reports: any bytes, any form, hostile ones, glued ones, and the annotated corpus."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gonogo_review.model import Reading, Statement
from gonogo_review.reading import read_report

CORPUS = Path(__file__).resolve().parents[4].parent / "shared" / "corpus"
PIECES = [
    "# Title",
    "## Results ✅",
    "- [x] Backups",
    "- [ ] Docs",
    "**Status**: done",
    "| A | Status |",
    "|---|---|",
    "| x | ✅ |",
    "```",
    "Tests: 12/15 passing",
    "- Coverage: 48% → 80%",
    "",
    "The system is ready.",
    "<table><tr><td>1 %</td></tr></table>\n",
    "├── a.py (3KB)",
    "- 测试覆盖率 82%",
    "> 5 items",
    "---",
    "1. two services",
    "- **Fixed**: 3 bugs (done)",
]


def told(reading: Reading, after: int = 0) -> list[tuple[int, str, str | None, tuple[str, ...]]]:
    """The claims behind a line, counted from it."""
    return [_key(each, after) for each in reading.statements if each.line > after]


def _key(each: Statement, after: int) -> tuple[int, str, str | None, tuple[str, ...]]:
    return each.line - after, each.type, each.state, tuple(amount.printed for amount in each.amounts)


def test_a_report_has_everything() -> None:
    """Sections, blocks with roles, statements with subject, metric, scope and places, artifacts, secrets."""
    text = (
        "# Rollout\n\n## Results\n- ✅ Backend test coverage: 84.50% (target: 80%), see `docs/report.md`\n\n"
        "| Check | Target | Status |\n|---|---|---|\n| Load | <2 s | ✅ |\n"
    )
    reading = read_report(text.encode(), "a.md")
    item, artifact, row = reading.statements
    assert (item.type, item.state, item.marker, item.metric, item.scope) == (
        "item",
        "done",
        "✅",
        "coverage.line",
        "backend",
    )
    assert reading.lines[3][item.amounts[0].start : item.amounts[0].end] == item.amounts[0].printed == "84.50%"
    assert (item.amounts[0].decimals, item.amounts[0].noun) == (2, "backend test coverage")
    assert (artifact.type, artifact.target) == ("artifact", "docs/report.md")
    assert row.subject == "load"
    assert reading.blocks[row.block].roles == ("subject", "target", "status")
    assert reading.sections[row.section].title == "Results"


def test_the_same_thing_has_the_same_subject() -> None:
    """Marks, states and amounts are no part of what a line speaks of."""
    reading = read_report("- ✅ **Load testing**: completed\n- [ ] Load testing (3 days)\n".encode(), "a.md")
    assert {statement.subject for statement in reading.statements} == {"load testing"}


def test_html_is_told_by_its_own_lines() -> None:
    """Line numbers are those of the uploaded bytes, and places those of the shown line."""
    html = (
        "<h1>Status</h1>\n<ul><li>✅ Done</li><li>Tests: 4/5 passing</li></ul>\n"
        "<table><tr><th>A</th><th>Status</th></tr>\n<tr><td>x</td><td>pending</td></tr></table>\n"
    )
    reading = read_report(html.encode(), "a.html")
    assert [(each.line, each.state) for each in reading.statements] == [(2, "done"), (2, "partial"), (4, "open")]
    ratio = reading.statements[1]
    assert reading.lines[1][ratio.amounts[0].start : ratio.amounts[0].end] == "4/5"
    assert len(reading.lines) == 5


def test_parts_in_other_languages() -> None:
    """A section, or a line in another script, is read in its own language."""
    text = (
        "# Report\n\nThe release was checked by the team and the results are below.\n\n- 文档编写：进行中\n\n"
        "## Informe en español\n\nLa versión fue revisada por el equipo y los resultados están aquí.\n"
        "- La documentación está todavía sin revisar después de la última versión\n- Documentación: pendiente\n"
    )
    states = {each.line: each.state for each in read_report(text.encode(), "a.md").statements}
    assert (states[5], states[11]) == ("partial", "open")


def test_a_frame_speaks_the_report_s_language() -> None:
    """Drawn lines and blanks take no room from the words that tell a part's language."""
    rows = [
        "STATUS: RELEASE READY",
        "SYSTEM TEST PASS",
        "Wersja: 1.4",
        "Dnia: 7 stycznia 2026",
        "Podpis zespołu jest niżej",
    ]
    frame = "\n".join(["╔" + "═" * 90 + "╗", *(f"║  {row.ljust(88)}║" for row in ["", *rows])])
    text = f"# Raport\n\nSprawdzono magazyn i koszyk.\n\n## Decyzja\n\n```\n{frame}\n```\n"
    assert not [each.amounts for each in read_report(text.encode(), "a.md").statements if each.amounts]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"\xff\xfe",
        b"\x00" * 100,
        b"- " * 20_000,
        b"> " * 10_000 + b"x",
        b"*" * 50_000,
        b"|" * 50_000,
        b"[" * 50_000,
        b"- 1" * 30_000,
        b"`" * 30_001,
        ("9" * 100_000).encode(),
        ("1," * 50_000).encode(),
        ("5% " * 30_000).encode(),
        b"<td>" * 20_000,
        "\n".join("  " * depth + "- [ ] x" for depth in range(3_000)).encode(),
        b"<!-- " * 10_000,
        ("✅" * 30_000).encode(),
        ("(" * 20_000 + ")" * 20_000).encode(),
        ("no " * 20_000).encode(),
        ("完成" * 20_000).encode(),
        b"a: " * 20_000,
        b"| Measure | Time |\n|---|---|\n| Mean | 4 ms |\n| | 12 ms |\n",
    ],
    ids=range(23),
)
def test_hostile_input(data: bytes) -> None:
    """Nothing crashes it, and the number of lines stays true."""
    reading = read_report(data, "a.md")
    assert reading.size == len(data)
    if reading.media == "markdown":
        assert len(reading.lines) == data.count(b"\n") + 1


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_any_bytes(data: bytes) -> None:
    """Any bytes give a reading, the same each time, whose places are inside its lines."""
    reading = read_report(data, "a.md")
    assert reading == read_report(data, "a.md")
    for statement in reading.statements:
        line = reading.lines[statement.line - 1]
        assert 0 <= statement.start <= statement.end <= len(line)
        assert all(0 <= each.start < each.end <= len(line) for each in statement.amounts)


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.lists(st.sampled_from(PIECES), max_size=12))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_glued_reports_keep_their_claims(first: list[str], second: list[str]) -> None:
    """A report glued from two says what both say. A fence left open in the first would swallow the second."""
    head = "\n".join([*first, "```"] if first.count("```") % 2 else first).split("\n")
    joint = ["", "# Second part of it", ""]
    glued = read_report("\n".join([*head, *joint, *second]).encode(), "a.md")
    alone = read_report("\n".join([*joint[1:], *second]).encode(), "a.md")
    one = read_report("\n".join(head).encode(), "a.md")
    if glued.language == alone.language == one.language:
        assert [each for each in told(glued) if each[0] <= len(head)] == told(one)
        assert told(glued, len(head) + 1) == told(alone)


@pytest.mark.skipif(not (CORPUS / "dev").is_dir(), reason="the annotated corpus is not here")
def test_annotated_reports(tmp_path: Path) -> None:
    """The claims agree with what careful readers marked."""
    for report in sorted((CORPUS / "dev").glob("*.md")):
        reading = read_report(report.read_bytes(), report.name)
        body = {"claims": [_claim(each) for each in reading.statements if each.type != "artifact"], "findings": []}
        (tmp_path / f"{report.stem}.json").write_text(json.dumps(body), "utf-8")
    command = [sys.executable, str(CORPUS / "evaluate.py"), "--out", str(tmp_path)]
    scores = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[-1]
    found = dict(part.split("=") for part in scores.split())
    assert float(found["items_f1"]) >= 0.97
    assert float(found["quantities_f1"]) >= 0.97
    assert float(found["strict_f1"]) >= 0.94


def _claim(each: Statement) -> dict[str, object]:
    names = ("role", "comparator", "low", "high", "of", "unit")
    quantities = [{name: getattr(amount, name) for name in names} for amount in each.amounts]
    return {"line": each.line, "type": each.type, "state": each.state, "quantities": quantities}
