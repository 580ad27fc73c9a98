"""Each bad input gets a clear answer in bounded time and memory, and the next upload works."""

import gzip
import io
import json
import zipfile
from collections.abc import Iterator
from uuid import uuid4

import httpx
import pytest

from tests.suite import SuiteUnderTest

pytestmark = pytest.mark.e2e

REPORT = b"# Release 1\n\n**Status**: ready\n\n- [x] 120 of 120 tests passed\n"
MIB = 1024 * 1024


@pytest.fixture(autouse=True)
def the_next_upload_works(suite: SuiteUnderTest) -> Iterator[None]:
    """Whatever came before."""
    yield
    assert suite.settled(suite.submit(REPORT))["state"] == "scored"


def zip_of(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


REFUSED = {
    "empty report": ([("report", ("r.md", b""))], 422, "report-empty"),
    "no report": ([("evidence", ("e.json", b"{}"))], 422, "field-invalid"),
    "two reports": ([("report", ("a.md", REPORT)), ("report", ("b.md", REPORT))], 422, "field-invalid"),
    "name that leads elsewhere": ([("report", ("../../etc/passwd", REPORT))], 400, "name-unsafe"),
    "an image as report": ([("report", ("r.md", b"\x89PNG\r\n\x1a\n" + bytes(64)))], 415, "report-type"),
    "a program as evidence": (
        [("report", ("r.md", REPORT)), ("evidence", ("junit.xml", b"\x7fELF\x02\x01\x01" + bytes(64)))],
        415,
        "evidence-type",
    ),
    "a zip bomb": (
        [("report", ("r.md", REPORT)), ("evidence", ("t.zip", zip_of(**{str(n): bytes(60 * MIB) for n in range(10)})))],
        413,
        "archive-bomb",
    ),
    "a gzip bomb": (
        [("report", ("r.md", REPORT)), ("evidence", ("t.gz", gzip.compress(bytes(600 * MIB), 1)))],
        413,
        "archive-bomb",
    ),
    "an archive that leads out": (
        [("report", ("r.md", REPORT)), ("evidence", ("t.zip", zip_of(**{"../../x": b"1"})))],
        422,
        "archive-path",
    ),
    "two files of one name": (
        [("report", ("r.md", REPORT)), ("evidence", ("a.json", b"{}")), ("evidence", ("a.json", b"[]"))],
        422,
        "name-twice",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_is_refused_with_a_reason(suite: SuiteUnderTest, case: str) -> None:
    """A stable code, and a sentence that helps."""
    files, status, code = REFUSED[case]
    response = suite.upload(files)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert response.headers["content-type"] == "application/problem+json"
    assert len(response.json()["detail"]) > 20


XML_BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
<testsuites><testsuite name="&d;" tests="1"/></testsuites>
"""

YAML_BOMB = b"b0: &b0 [x, x, x, x]\n" + b"".join(
    b"b%d: &b%d [*b%d, *b%d, *b%d, *b%d]\n" % (n, n, n - 1, n - 1, n - 1, n - 1) for n in range(1, 40)
)

JUDGED = {
    "a report with no claim": (b"Nothing here says anything that could be checked.\n", []),
    "evidence of 0 bytes": (REPORT, [("junit.xml", b"")]),
    "invalid UTF-8": (b"# R\xff\xfe\xe2\x28 \xc3\x28\n\n- [x] done \xf0\x9f\n", []),
    "10,000 levels of nesting": (
        "".join("  " * n + "- [x] x\n" for n in range(200)).encode() + b">" * 10_000 + b" x\n",
        [],
    ),
    "a line of 5 MB": (b"# R\n\n- [x] " + b"word " * MIB + b"\n", []),
    "an XML bomb": (REPORT, [("junit.xml", XML_BOMB)]),
    "JSON 100,000 levels deep": (REPORT, [("audit.json", b"[" * 100_000 + b"]" * 100_000)]),
    "YAML of aliases": (REPORT, [("compose.yaml", YAML_BOMB)]),
}


@pytest.mark.parametrize("case", JUDGED)
def test_is_judged_and_says_what_was_wrong(suite: SuiteUnderTest, case: str) -> None:
    """It gets a review; a file that cannot be read never passes for evidence."""
    report, evidence = JUDGED[case]
    review = json.loads(suite.review(suite.submit(report, evidence)))
    assert review["verdict"] != "GO"
    for name, _ in evidence:
        assert any(name in finding["message"] for finding in review["findings"]), review["findings"]


def test_200_mb_are_refused_before_they_fill_the_memory(suite: SuiteUnderTest) -> None:
    """Over the limit of one file; nothing of it stays."""
    process = suite.processes.running["ingest"]
    response = suite.upload([("report", ("r.md", b"x" * 200 * MIB))])
    assert (response.status_code, response.json()["code"]) == (413, "too-large")
    with open(f"/proc/{process.pid}/status") as status:  # noqa: PTH123 - one read
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    assert peak < 400 * 1024


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content-Type": "application/json"}, b"{}"),
        ({"Content-Type": "multipart/form-data"}, b"x"),
        ({"Content-Type": "multipart/form-data; boundary=b"}, b"--b\r\nbroken"),
        ({"Content-Type": "multipart/form-data; boundary=b"}, b""),
    ],
)
def test_wrong_multipart_is_refused(suite: SuiteUnderTest, headers: dict[str, str], body: bytes) -> None:
    """The answer says what the address takes."""
    address = f"{suite.installation.url('ingest')}/v1/submissions"
    response = httpx.post(address, content=body, headers={"Authorization": f"Bearer {suite.key}", **headers})
    assert (response.status_code, response.json()["code"]) == (400, "multipart-malformed")
    assert "report" in response.json()["detail"]


def test_a_name_with_nul_is_refused(suite: SuiteUnderTest) -> None:
    """As a client sends it that encodes nothing."""
    part = b'--b\r\nContent-Disposition: form-data; name="report"; filename="a\0.md"\r\n\r\nx\r\n--b--\r\n'
    headers = {"Authorization": f"Bearer {suite.key}", "Content-Type": "multipart/form-data; boundary=b"}
    response = httpx.post(f"{suite.installation.url('ingest')}/v1/submissions", content=part, headers=headers)
    assert response.status_code == 400
    assert response.json()["code"] in ("name-unsafe", "multipart-malformed")


def test_what_is_not_there_is_said_so(suite: SuiteUnderTest) -> None:
    """404 with a code, for a submission that nobody sent."""
    response = suite.get(f"/v1/submissions/{uuid4()}")
    assert response.status_code == 404
    assert response.json()["code"]
