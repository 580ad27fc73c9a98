import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from gonogo_cli import main
from gonogo_cli.command import Command

HONEST = "# Shop 3.1.0\n\n**Date**: 2026-11-20\n\n- [x] Backups every night\n- [x] Unit tests: 2 of 2 passed\n"
FAILED = "# Shop 3.1.0\n\n**Status**: ❌ NOT READY\n"
JUNIT = '<testsuite name="unit" tests="1" failures="0"><testcase classname="shop" name="sells"/></testsuite>'
EASY = """schema: gonogo.rubric/1
name: easy
version: "1"
credits: {pass: 1, claimed: 0.5}
areas: [{id: data, title: Data}]
criteria:
  - {id: data.backup, area: data, title: Backups, weight: 1, advice: Make some., subjects: {en: ["backup*"]}}
gates:
  - {id: score, require: score >= 30, otherwise: HOLD, because: Too little.}
"""

Run = Callable[..., tuple[int, str, str]]


def test_the_exit_status_follows_the_verdict(gonogo: Run):
    Path("good.md").write_text(HONEST)
    Path("bad.md").write_text(FAILED)
    Path("easy.yaml").write_text(EASY)
    Path("none.md").write_text("# Shop\n\n- [x] Cart\n")
    Path("junit.xml").write_text(JUNIT)
    assert gonogo("check", "good.md", "--rubric", "easy.yaml", "--evidence", "junit.xml")[0] == 0
    assert gonogo("check", "none.md", "--rubric", "easy.yaml")[0] == 3
    assert gonogo("check", "bad.md")[0] == 4


@pytest.mark.parametrize(("level", "hold", "no_go"), [("hold", 3, 4), ("no-go", 0, 4), ("never", 0, 0)])
def test_fail_on_says_from_which_verdict_it_fails(gonogo: Run, level: str, hold: int, no_go: int):
    Path("hold.md").write_text("# Shop\n\n- [x] Cart\n")
    Path("bad.md").write_text(FAILED)
    Path("easy.yaml").write_text(EASY)
    assert gonogo("check", "hold.md", "--rubric", "easy.yaml", "--fail-on", level)[0] == hold
    assert gonogo("check", "bad.md", "--fail-on", level)[0] == no_go


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.md", b"", "is empty"),
        ("blank.md", b" \n\n \n", "is empty"),
        ("picture.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0", "an image, no report"),
        ("noise.md", bytes(range(256)) * 8, "is no text"),
    ],
)
def test_what_is_no_report_is_refused_with_a_reason(gonogo: Run, name: str, content: bytes, says: str):
    Path(name).write_bytes(content)
    status, out, err = gonogo("check", name)
    assert (status, out) == (2, "")
    assert name in err
    assert says in err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "usage"),
        (("chekc",), "there is no command 'chekc'"),
        (("check", "nowhere.md"), "nowhere.md"),
        (("check", "."), "Is a directory"),
        (("check", "r.md", "--evidence", "nowhere"), "there is no evidence 'nowhere'"),
        (("check", "r.md", "--rubric", "broken.yaml"), "broken.yaml: line 1, column 1"),
        (("check", "r.md", "--format", "xml"), "invalid choice"),
        (("check", "r.md", "--today", "soon"), "--today"),
        (("check", "r.md", "--output", "nowhere/out.txt"), "cannot write 'nowhere/out.txt'"),
        (("check", "r.md", "--explain", "99"), "has lines 1 to"),
    ],
)
def test_wrong_usage_is_two_and_says_what_is_wrong(gonogo: Run, words: tuple[str, ...], says: str):
    Path("r.md").write_text(HONEST)
    Path("broken.yaml").write_text("[]")
    status, out, err = gonogo(*words)
    assert status == 2
    assert says in out + err


def test_evidence_is_a_file_or_a_folder(gonogo: Run):
    Path("r.md").write_text(HONEST)
    Path("results/deep").mkdir(parents=True)
    Path("results/deep/junit.xml").write_text(JUNIT)
    Path("results/.hidden").mkdir()
    Path("results/.hidden/junit.xml").write_text(JUNIT)
    Path("results/link.xml").symlink_to("deep/junit.xml")
    by_folder = json.loads(gonogo("check", "r.md", "--evidence", "results", "--format", "json")[1])
    by_file = json.loads(gonogo("check", "r.md", "--evidence", "results/deep/junit.xml", "--format", "json")[1])
    assert {fact["file"] for fact in by_folder["facts"]} == {"deep/junit.xml"}
    assert {fact["file"] for fact in by_file["facts"]} == {"junit.xml"}
    assert by_folder["score"] == by_file["score"]


def test_files_of_the_same_name_are_told_apart(gonogo: Run):
    Path("r.md").write_text(HONEST)
    for folder in ("a", "b"):
        Path(folder).mkdir()
        Path(folder, "junit.xml").write_text(JUNIT)
    words = ("check", "r.md", "--evidence", "a/junit.xml", "--evidence", "b/junit.xml", "--evidence", "a/junit.xml")
    review = json.loads(gonogo(*words, "--format", "json")[1])
    assert {fact["file"] for fact in review["facts"]} == {"junit.xml", "b/junit.xml"}


def test_waivers_beside_the_report_are_read(gonogo: Run):
    Path("r.md").write_text(HONEST)
    waiver = "{target: data.restore, reason: keeps nothing, by: Ann, second: Bo, until: 2026-12-31}"
    Path("r.waivers.yaml").write_text(f"schema: gonogo.waivers/1\nwaivers: [{waiver}]\n")
    for day, status in (("2026-12-31", "waived"), ("2027-01-01", "unknown")):
        review = json.loads(gonogo("check", "r.md", "--format", "json", "--today", day)[1])
        assert {one["id"]: one["status"] for one in review["criteria"]}["data.restore"] == status


def test_a_waiver_that_fits_nothing_is_said(gonogo: Run):
    Path("r.md").write_text(HONEST)
    waiver = "{target: data.bakcup, reason: keeps nothing, by: Ann, until: 2026-12-31}"
    Path("ours.yaml").write_text(f"schema: gonogo.waivers/1\nwaivers: [{waiver}]\n")
    _, _, err = gonogo("check", "r.md", "--waivers", "ours.yaml")
    assert "'data.bakcup' fits no finding and no criterion" in err


def test_output_goes_to_a_file(gonogo: Run):
    Path("r.md").write_text(HONEST)
    status, out, _ = gonogo("check", "r.md", "--format", "junit", "--output", "out.xml", "--fail-on", "never")
    assert (status, out) == (0, "")
    assert ET.parse("out.xml").getroot().tag == "testsuites"  # noqa: S314 written by us


def test_the_same_input_gives_the_same_bytes(gonogo: Run):
    Path("r.md").write_text(HONEST)
    words = ("check", "r.md", "--format", "json", "--today", "2026-11-25")
    assert gonogo(*words)[1] == gonogo(*words)[1]


def test_compare_says_what_changed(gonogo: Run):
    Path("r.md").write_text(HONEST)
    gonogo("check", "r.md", "--format", "json", "--output", "before.json")
    Path("r.md").write_text(HONEST.replace("[x] Backups", "[ ] Backups"))
    gonogo("check", "r.md", "--format", "json", "--output", "after.json")
    status, out, _ = gonogo("compare", "before.json", "after.json")
    assert status == 0
    assert re.search(r"^-\S+ Backups happen by themselves and are watched: claimed -> partial$", out, re.MULTILINE)
    assert gonogo("compare", "before.json", "r.md")[0] == 2


def test_check_shows_what_changed_since_a_review(gonogo: Run):
    Path("r.md").write_text(HONEST)
    gonogo("check", "r.md", "--format", "json", "--output", "before.json")
    Path("r.md").write_text(HONEST.replace("[x] Backups", "[ ] Backups"))
    _, out, _ = gonogo("check", "r.md", "--before", "before.json")
    assert "Since the review before\n  HOLD, score" in out
    status, out, err = gonogo("check", "r.md", "--before", "r.md")
    assert (status, out) == (2, "")
    assert "'r.md' is no review in JSON" in err


def test_a_report_is_named_by_its_path_where_tools_lead_to_it(gonogo: Run):
    Path("docs").mkdir()
    Path("docs/r.md").write_text(FAILED)
    sarif = json.loads(gonogo("check", "docs/r.md", "--format", "sarif")[1])
    assert sarif["runs"][0]["artifacts"][0]["location"]["uri"] == "docs/r.md"
    assert gonogo("check", str(Path("docs/r.md").resolve()))[1].startswith("NO-GO  docs/r.md\n")
    assert json.loads(gonogo("check", "docs/r.md", "--format", "json")[1])["report"]["name"] == "r.md"


def test_rubric_show_is_a_rubric_without_mistakes(gonogo: Run):
    Path("ours.yaml").write_text(gonogo("rubric", "show")[1])
    status, out, _ = gonogo("rubric", "lint", "ours.yaml")
    assert status == 0
    assert "No mistakes" in out


def test_rubric_lint_says_every_mistake_with_its_place(gonogo: Run):
    Path("ours.yaml").write_text(EASY.replace("score >= 30", "scroe >= 30").replace("area: data", "area: dtaa"))
    status, _, err = gonogo("rubric", "lint", "ours.yaml")
    assert status == 2
    assert re.findall(r"ours\.yaml: line (\d+), column \d+", err) == ["7", "9"]


def test_help_lists_every_command(gonogo: Run):
    status, out, _ = gonogo("--help")
    assert status == 0
    assert all(f"  {command.name}" in out for command in main.COMMANDS)


@pytest.mark.parametrize("command", main.COMMANDS, ids=lambda command: command.name)
def test_every_command_explains_itself(gonogo: Run, command: Command):
    status, out, _ = gonogo(command.name, "--help")
    assert status == 0
    assert f"gonogo {command.name}" in out


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours_only_on_a_terminal_that_wants_them(tmp_path: Path, environment: dict[str, str], coloured: bool):
    report = tmp_path / "r.md"
    report.write_text(FAILED)
    leader, follower = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    command = [sys.executable, "-m", "gonogo_cli", "check", str(report)]
    done = subprocess.run(command, stdout=follower, env=kept | environment, check=False)
    os.close(follower)
    first = os.read(leader, 4096)
    os.close(leader)
    assert done.returncode == 4
    assert (b"\x1b[" in first) is coloured


def test_standard_input_is_read(tmp_path: Path):
    command = [sys.executable, "-m", "gonogo_cli", "check", "-", "--format", "json"]
    done = subprocess.run(command, input=FAILED.encode(), capture_output=True, check=False, cwd=tmp_path)
    assert (done.returncode, json.loads(done.stdout)["report"]["name"]) == (4, "standard input")


def test_only_what_a_command_needs_is_imported():
    code = "import sys, gonogo_cli.main as m; m.run(['rubric', 'lint', '/dev/null']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & {"asyncpg", "httpx", "jinja2", "pdfplumber", "docx", "faststream", "typer", "gonogo_platform"}
