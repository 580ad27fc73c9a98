"""Archives of the tree: what is in them, and the caps."""

import gzip
import io
import tarfile
import zipfile

import pytest

from gonogo_review.evidence import read_evidence
from gonogo_review.model import EvidenceReading

TREE = {
    "shop-main/README.md": b"# Shop\n\nText.\n",
    "shop-main/src/cart.py": b"def add():\n    return 1\n",
    "shop-main/tests/test_cart.py": b"def test_adds():\n    pass\n\n\nasync def test_removes():\n    pass\n",
    "shop-main/web/cart.test.ts": b"it('adds', () => {})\ntest.each([1, 2])('removes %i', () => {})\n",
}


def zipped(tree: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in tree.items():
            archive.writestr(name, body)
    return out.getvalue()


def tarred(tree: dict[str, bytes], mode: str = "w:gz") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, body in tree.items():
            member = tarfile.TarInfo(name)
            member.size = len(body)
            archive.addfile(member, io.BytesIO(body))
    return out.getvalue()


def nameless() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo(""), b"x")
    return out.getvalue()


def read(data: bytes) -> EvidenceReading:
    return read_evidence("tree", io.BytesIO(data))


@pytest.mark.parametrize("data", [zipped(TREE), tarred(TREE), tarred(TREE, "w")], ids=["zip", "tar.gz", "tar"])
def test_a_tree_says_its_files_lines_and_tests(data: bytes) -> None:
    reading = read(data)
    whole = {fact.metric: fact.value for fact in reading.facts if not fact.scope}
    files = [fact.value for fact in reading.facts if fact.metric == "files.exists"]
    assert (reading.format, reading.problems) == ("archive", ())
    assert files == ["README.md", "src/cart.py", "tests/test_cart.py", "web/cart.test.ts"]
    assert (whole["files.count"], whole["code.lines"], whole["tests.static"]) == (4, 13, 4)
    assert {fact.scope: fact.value for fact in reading.facts if fact.metric == "files.count"}[".py"] == 2


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zipped({"a.txt": b"0" * 60_000_000}), "archive-bomb"),
        (tarred({"a.txt": b"0" * 60_000_000}), "archive-bomb"),
        (zipped({f"f{number}": b"" for number in range(50_001)}), "archive-entries"),
        (zipped({"../../etc/passwd": b"x"}), "archive-path"),
        (tarred({"/etc/passwd": b"x"}), "archive-path"),
        (zipped(TREE)[:-40], "archive-broken"),
        (tarred(TREE)[:60], "archive-broken"),
        (gzip.compress(b"no tar"), "archive-broken"),
        (nameless(), "archive-broken"),
        (b"\x1f\x8b\x08", "archive-broken"),
        (b"PK\x03\x04" + b"\0" * 50, "archive-broken"),
    ],
    ids=[
        "zip bomb",
        "tar bomb",
        "entries",
        "escape",
        "absolute",
        "cut zip",
        "cut tar",
        "plain gzip",
        "no name",
        "cut gzip",
        "garbage",
    ],
)
def test_caps_and_broken_archives(data: bytes, code: str) -> None:
    reading = read(data)
    assert [problem.code for problem in reading.problems] == [code]
    assert reading.facts == ()
