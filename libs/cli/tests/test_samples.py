import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).parents[3] / "samples"


def check(name: str) -> tuple[int, dict[str, Any]]:
    folder = SAMPLES / name
    command = [sys.executable, "-m", "gonogo_cli", "check", str(folder / "report.md")]
    words = ["--evidence", str(folder / "evidence"), "--format", "json", "--today", "2026-11-25"]
    done = subprocess.run([*command, *words], capture_output=True, check=False)
    return done.returncode, json.loads(done.stdout)


@pytest.mark.parametrize(("name", "status", "verdict"), [("go", 0, "GO"), ("hold", 3, "HOLD"), ("no-go", 4, "NO-GO")])
def test_each_sample_is_judged_as_its_folder_says(name: str, status: int, verdict: str):
    code, review = check(name)
    assert (code, review["verdict"]) == (status, verdict)
    assert review["reasons"]


def test_the_good_sample_is_read_without_a_finding():
    _, review = check("go")
    assert review["findings"] == []
    assert {one["file"] for one in review["facts"]} == {path.name for path in (SAMPLES / "go/evidence").iterdir()}


def test_the_bad_sample_is_found_out():
    _, review = check("no-go")
    kinds = {one["kind"] for one in review["findings"]}
    assert {"status-vs-items", "target-miss", "evidence", "secret"} <= kinds
    assert "Linden" not in json.dumps(review)
