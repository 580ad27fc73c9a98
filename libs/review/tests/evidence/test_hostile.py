"""Nothing that is uploaded crashes a reader; what cannot be read says why, and gives no fact."""

import io

import msgspec
import pytest

from gonogo_review.evidence import read_evidence
from gonogo_review.model import EvidenceReading

SUITE = b'<testsuite name="s" tests="1"><testcase name="a"/></testsuite>'


def read(data: bytes, name: str = "upload") -> EvidenceReading:
    return read_evidence(name, io.BytesIO(data))


def laughing_yaml() -> bytes:
    """Nine aliases of nine aliases, nine times: a billion values in half a kilobyte."""
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for last, name in zip("abcdefgh", "bcdefghi", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{last}'] * 9)}]")
    return "\n".join(lines).encode()


HOSTILE = {
    "nothing": (b"", "empty"),
    "white space": (b" \n\n", "empty"),
    "zeros": (b"\0" * 4096, "binary"),
    "noise": (bytes(range(256)) * 40, "binary"),
    "prose": (b"Everything went fine.\n", "unrecognised"),
    "cut off JSON": (b'{"runs": [{"tool": ', "json-malformed"),
    "100,000 arrays": (b"[" * 100_000 + b"]" * 100_000, "json-too-deep"),
    "100,000 objects": (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "json-too-deep"),
    "deep and large JSON": (b'{"runs":' + b"[" * 9_000_000, "json-too-deep"),
    "cut off XML": (SUITE[:40], "xml-malformed"),
    "100,000 elements": (b"<testsuite>" * 100_000, "xml-too-deep"),
    "an endless tag": (b'<testsuite name="' + b"a" * 9_000_000, "xml-long-tag"),
    "an entity": (b'<!DOCTYPE t [<!ENTITY e "x">]>' + SUITE, "xml-doctype"),
    "a billion laughs": (b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><testsuite name="&b;"/>', "xml-doctype"),
    "a foreign file": (b'<!DOCTYPE t [<!ENTITY e SYSTEM "file:///etc/passwd">]><testsuite/>', "xml-doctype"),
    "an unknown encoding": (b'<?xml version="1.0" encoding="utf-99"?>' + SUITE, "xml-encoding"),
    "laughing YAML": (laughing_yaml(), "yaml-too-large"),
    "deep YAML": (b"a:\n" + b"".join(b" " * depth + b"- \n" for depth in range(1, 90)), "yaml-too-large"),
    "YAML that holds itself": (b"a: &a [*a]\nservices: {x: {image: y}}\n", "yaml-too-large"),
    "YAML of merges": (
        b"a: &a {k: 1}\n"
        + b"".join(b"%c: &%c {<<: [*%c, *%c]}\n" % (98 + n, 98 + n, 97 + n, 97 + n) for n in range(24)),
        "yaml-too-large",
    ),
    "YAML that builds objects": (b"services: !!python/object/apply:os.system ['true']\n", "yaml-malformed"),
    "YAML with a tab": (b"services:\n\tapi: {}\n", "yaml-malformed"),
    "an endless line": (b"TN:\nSF:" + b"x" * 3_000_000, "line-too-long"),
    "an LCOV record without an end": (b"SF:a.c\nDA:1,1\n", "truncated"),
    "a JTL that is cut off": (b"timeStamp,elapsed,label,success\n1770109200000,1", "jtl-malformed"),
    "an exposition that is cut off": (b"# TYPE up gauge\nup 1", "exposition-malformed"),
    "nothing but null": (b"null", "unrecognised"),
}


@pytest.mark.parametrize(("data", "code"), HOSTILE.values(), ids=HOSTILE.keys())
def test_it_is_refused_with_a_reason(data: bytes, code: str) -> None:
    reading = read(data)
    assert [problem.code for problem in reading.problems] == [code]
    assert reading.facts == ()
    problem = reading.problems[0]
    assert problem.file == "upload"
    assert problem.message.endswith((".", "?"))
    assert len(problem.message) < 600


def test_a_document_type_that_declares_nothing_is_never_fetched_and_does_no_harm() -> None:
    reading = read(b'<!DOCTYPE testsuite SYSTEM "http://203.0.113.1/x.dtd">' + SUITE)
    assert reading.format == "junit"
    assert reading.problems == ()


def test_a_place_is_named_where_one_is_known() -> None:
    reading = read(b'{\n "runs": [\n  {"tool": oops}\n ]\n}')
    assert (reading.problems[0].line, reading.problems[0].code) == (3, "json-malformed")


def test_what_no_database_takes_leaves_no_reader() -> None:
    test = b'{"status": "failed", "fullName": "a\\ud800\\u0000b"}'
    reading = read(b'{"numTotalTests": 1, "testResults": [{"name": "\\udfff", "assertionResults": [' + test + b"]}]}")
    assert "a?\ufffdb" in [fact.value for fact in reading.facts]
    assert msgspec.json.encode(reading)


def test_the_line_of_a_zero_byte_is_told() -> None:
    reading = read(b'<testsuite name="a">\n<testcase name="x\0"/></testsuite>')
    assert [(problem.code, problem.line) for problem in reading.problems] == [("binary", 2)]


def test_numbers_that_are_none_are_told() -> None:
    reading = read(b'{"metrics": {"http_req_duration": {"p(95)": 1e999, "avg": NaN}, "iterations": {"count": 3}}}')
    assert reading.format == "k6"
    assert not any(fact.metric.startswith("latency.") for fact in reading.facts)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_other_encodings_of_text_are_read(encoding: str) -> None:
    log = "> shop@1.0.0 test\n\nTests:       1 failed, 4 passed, 5 total\n"
    reading = read(log.encode(encoding))
    assert {fact.metric: fact.value for fact in reading.facts}["tests.failed"] == 1


def test_types_that_are_not_as_expected_are_absent_not_fatal() -> None:
    assert read(b'{"metadata": {"vulnerabilities": []}, "vulnerabilities": [1, null]}').format == "npm-audit"
    assert read(b'{"runs": [{"tool": [], "results": {"a": 1}}]}').format == "sarif"
    assert read(b'{"dependencies": [{"name": 3, "vulns": "x"}]}').format == "pip-audit"


def test_facts_are_bounded() -> None:
    paths = b"".join(b"src/file%d.py\n" % number for number in range(20_500))
    reading = read(paths)
    assert [fact.value for fact in reading.facts[20_000:]] == [20_500], "the sum is told beyond the bound"
    assert [problem.code for problem in reading.problems] == ["too-many-facts"]


SLOW = {
    "blank lines": b"\n" * 60_000 + b"x",
    "blank lines and remarks": b"# a\n\n" * 12_000 + b"x",
    "spaces": (b"a " + b" " * 900 + b"\n") * 70,
    "results without a plan": b"ok\n" * 20_000,
    "digits": b"9" * 60_000,
    "signs": b";" * 60_000,
}


@pytest.mark.parametrize("data", SLOW.values(), ids=SLOW.keys())
def test_no_pattern_runs_away(data: bytes) -> None:
    """Ends at all: a pattern that tries every way of parting a text never would."""
    assert read(data).problems
