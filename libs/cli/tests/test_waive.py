import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gonogo_review import waivers

Run = Callable[..., tuple[int, str, str]]

CLASH = "# Shop 3.1.0\n\n**Status**: ✅ COMPLETE, 100% ready\n\n- [x] Cart\n- [ ] Payment\n- [ ] Delivery\n"
WHO = ("--reason", "It is known: see #12.", "--by", "Ann", "--until", "2999-12-31")
SOME = "0123456789abcdef"


def review(gonogo: Run, *words: str) -> dict[str, list[dict[str, object]]]:
    """The review of the report in JSON."""
    found: dict[str, list[dict[str, object]]] = json.loads(gonogo("check", "r.md", "--format", "json", *words)[1])
    return found


@pytest.mark.parametrize("where", [(), ("--report", "r.md"), ("--waivers", "ours.yaml")])
def test_a_finding_is_waived_where_check_looks(gonogo: Run, where: tuple[str, ...]):
    Path("r.md").write_text(CLASH)
    first = review(gonogo)["findings"][0]
    assert gonogo("waive", str(first["fingerprint"]), *WHO, *where)[0] == 0
    again = review(gonogo, *(where if "--waivers" in where else ()))["findings"][0]
    assert (first["waived"], again["waived"]) == (False, True)
    assert str(again["message"]).endswith("(Waived by Ann until 2999-12-31: It is known: see #12.)")


def test_the_same_waiver_again_changes_nothing(gonogo: Run):
    gonogo("waive", SOME, *WHO)
    before = Path("gonogo.waivers.yaml").read_bytes()
    status, out, _ = gonogo("waive", SOME, *WHO)
    assert (status, Path("gonogo.waivers.yaml").read_bytes()) == (0, before)
    assert "was already waived" in out


def test_what_stands_in_the_file_stays(gonogo: Run):
    kept = b"# agreed on Monday\nschema: gonogo.waivers/1\nwaivers:\n"
    Path("gonogo.waivers.yaml").write_bytes(kept)
    gonogo("waive", SOME, *WHO)
    gonogo("waive", SOME[::-1], *WHO)
    data = Path("gonogo.waivers.yaml").read_bytes()
    assert data.startswith(kept)
    assert [one.target for one in waivers.load(data)] == [SOME, SOME[::-1]]
    assert os.listdir() == ["gonogo.waivers.yaml"]  # noqa: PTH208 hidden names too


def test_a_reports_own_waiver_goes_before_the_folders(gonogo: Run):
    Path("r.md").write_text(CLASH)
    name = str(review(gonogo)["findings"][0]["fingerprint"])
    gonogo("waive", name, *WHO)
    gonogo("waive", name, *WHO, "--report", "r.md", "--by", "Bo")
    assert "Waived by Bo" in str(review(gonogo)["findings"][0]["message"])


def test_a_link_stays_a_link(gonogo: Run):
    Path("shared").mkdir()
    Path("shared/ours.yaml").write_bytes(b"")
    Path("gonogo.waivers.yaml").symlink_to("shared/ours.yaml")
    gonogo("waive", SOME, *WHO)
    assert Path("gonogo.waivers.yaml").is_symlink()
    assert SOME in Path("shared/ours.yaml").read_text()


def test_a_blocking_criterion_needs_a_second_name(gonogo: Run):
    for second in ((), ("--second", "ann ")):
        status, _, err = gonogo("waive", "data.restore", *WHO, *second)
        assert status == 2
        assert "a second person must agree, with --second" in err
    assert not Path("gonogo.waivers.yaml").exists()
    assert gonogo("waive", "data.restore", *WHO, "--second", "Bo")[0] == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("data.bakcup", *WHO), "Did you mean 'data.backup'?"),
        ((SOME.upper(), *WHO), "is no fingerprint"),
        ((SOME, "--reason", "r", "--by", "b", "--until", "2020-01-01"), "--until 2020-01-01 is in the past"),
        ((SOME, "--reason", "r", "--by", "b", "--until", "soon"), "'soon' is no day; write it as YYYY-MM-DD"),
        ((SOME, "--reason", " ", "--by", "b", "--until", "2999-01-01"), "argument --reason: needs 1 to 400"),
        ((SOME, *WHO, "--report", "nowhere.md"), "there is no report 'nowhere.md'"),
        ((SOME, *WHO, "--waivers", "nowhere/ours.yaml"), "cannot write 'nowhere/ours.yaml'"),
        ((SOME, *WHO, "--waivers", "broken.yaml"), "broken.yaml: line 1, column 1"),
        ((SOME, *WHO, "--waivers", "flow.yaml"), "add the entry by hand"),
        ((SOME, *WHO, "--waivers", "held.yaml"), "already, by Cy until 2030-01-01"),
        ((SOME, *WHO, "--project", "p", "--report", "r.md"), "not allowed with argument"),
    ],
)
def test_what_cannot_be_waived_is_refused_with_what_to_do(gonogo: Run, words: tuple[str, ...], says: str):
    held = f"{{target: '{SOME}', reason: r, by: Cy, until: 2030-01-01}}"
    head = "schema: gonogo.waivers/1\nwaivers:"
    files = {"broken.yaml": "- x\n", "flow.yaml": f"{head} []\n", "held.yaml": f"{head}\n  - {held}\n"}
    for name, text in files.items():
        Path(name).write_text(text)
    status, _, err = gonogo("waive", *words)
    assert status == 2
    assert says in err
    assert {name: Path(name).read_text() for name in files} == files


def test_of_many_at_once_none_is_lost(tmp_path: Path):
    command = [sys.executable, "-m", "gonogo_cli", "waive"]
    running = [
        subprocess.Popen([*command, f"{number:016x}", *WHO], cwd=tmp_path, stdout=subprocess.DEVNULL)
        for number in range(6)
    ]
    assert [one.wait() for one in running] == [0] * 6
    held = waivers.load((tmp_path / "gonogo.waivers.yaml").read_bytes())
    assert {one.target for one in held} == {f"{number:016x}" for number in range(6)}
