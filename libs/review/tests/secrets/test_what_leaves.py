"""No value of a credential leaves the process: not by a review, not by a format, not by an explanation."""

import io

import pytest

from gonogo_contracts.review import encode
from gonogo_review import rubric
from gonogo_review.evidence import read_evidence
from gonogo_review.explaining import explain
from gonogo_review.judging import judge
from gonogo_review.reading import read_report
from gonogo_review.rendering import FORMATS, render

VALUES = ("Kastanie-1", "pa55word", "ghp_a1B2", "wJalrX", "MIIEpA", "xoxb-1234", "sk_live_51")
REPORT = """# Shop 3.1.0

**Status**: ✅ COMPLETE

## Password: Kastanie-10

- [x] Default password: Kastanie-11, and Kastanie-11 once more
- [x] DB at postgres://orders:pa55word@db.internal:5432/orders ✅
- ✅ `curl -d '{"user":"qa","password":"Kastanie-12"}' https://shop.test/login`
- [x] Token ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8 in `deploy/ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8.yaml`
- [ ] AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYzz88KEYabc

| User | Password | Coverage | Status |
| --- | --- | --- | --- |
| ops@shop.test | Kastanie-13 | 91% | ✅ |

Coverage: 85% (log in with Kastanie-13)

-----BEGIN RSA PRIVATE KEY-----
MIIEpAIBAAKCAQEA7bq9tY3h
-----END RSA PRIVATE KEY-----
"""
EVIDENCE = {
    "compose.yaml": """services:
  db:
    image: postgres:15
    command: postgres --password=Kastanie-14
    environment:
      POSTGRES_PASSWORD: Kastanie-15
      TOOL: ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R9
      CHAT: xoxb-123456789012-123456789012-abcdefghijklmnopqrstuvwx
      URL: postgres://orders:pa55word@db.internal:5432/orders
      KEY: "-----BEGIN RSA PRIVATE KEY-----\\nMIIEpAIBAAKCAQEA7bq9tY3h\\n"
""",
    "app.env": "SMTP_PASS=Kastanie-16\nSTRIPE=sk_live_51HxAbCdEfGhIjKlMnOpQrStUvWx\n",
    "ci.yml": "on: push\njobs:\n  t:\n    env: {DB_PASSWORD: Kastanie-17}\n"
    "    steps: [{run: 'go --password=Kastanie-17'}]\n",
    "junit.xml": '<testsuite name="u" tests="1" failures="1"><testcase classname="a" name="b">'
    '<failure message="password: Kastanie-18">password: Kastanie-18</failure></testcase></testsuite>',
    "gitleaks.json": '[{"StartLine":3,"File":"a.py","Secret":"Kastanie-19",'
    '"Match":"password = Kastanie-19","RuleID":"x"}]',
    "notes.bin": "password: Kastanie-10",
}
READING = read_report(REPORT.encode(), "r.md")
READ = [read_evidence(name, io.BytesIO(text.encode())) for name, text in EVIDENCE.items()]
REVIEW = judge(READING, READ, rubric.default(), today="2026-11-25")


def leaked(text: str) -> list[str]:
    return [value for value in VALUES if value in text]


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_shows_a_value(form: str):
    assert leaked(render(form, REVIEW, READING)) == []


def test_no_reading_and_no_review_holds_a_value():
    assert leaked(encode(REVIEW).decode()) == []
    assert leaked(repr(READING)) == []
    assert [leaked(repr(one)) for one in READ] == [[]] * len(READ)


def test_no_explanation_shows_a_value():
    assert leaked("".join(explain(READING, line) for line in range(1, len(READING.lines) + 1))) == []


def test_every_value_of_the_report_is_told_of():
    assert sorted({one.line for one in READING.secrets}) == [5, 7, 8, 9, 10, 11, 15, 19]
