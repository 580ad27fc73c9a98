import html
import html.parser
import json
import re
from xml.etree import ElementTree as ET

import msgspec
import pytest
from markdown_it import MarkdownIt
from sarif_pydantic import Sarif

from gonogo_contracts.review import decode
from gonogo_review.model import Secret
from gonogo_review.rendering import FORMATS, markdown, render

SECRET = "Linden-4711"


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_review_gives_the_same_bytes(form, review, reading):
    assert render(form, review, reading) == render(form, review, reading)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_the_verdict(form, review, reading):
    assert review.verdict in render(form, review, reading)


@pytest.mark.parametrize("form", FORMATS)
def test_only_the_masked_reading_is_shown(form, review, reading):
    secret = Secret(line=6, start=0, end=11, what="a password", fingerprint="ab")
    masked = msgspec.structs.replace(reading, lines=("***",) * len(reading.lines), secrets=(secret,))
    assert SECRET not in render(form, review, masked)


def test_json_is_read_back(review, reading):
    assert decode(render("json", review, reading).encode()) == review


def test_sarif_is_valid_and_stands_at_the_lines(review, reading):
    log = json.loads(render("sarif", review, reading))
    Sarif.model_validate(log)
    results = log["runs"][0]["results"]
    assert len(results) == len(review.findings)
    for result, finding in zip(results, review.findings, strict=True):
        region = result["locations"][0]["physicalLocation"].get("region")
        assert (region or {}).get("startLine") == (finding.lines[0] if finding.lines else None)
        assert result["partialFingerprints"]["gonogo/v1"] == finding.fingerprint


def test_every_rule_of_sarif_has_what_code_hosts_ask_for(review, reading):
    (run,) = json.loads(render("sarif", review, reading))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert all(rule[field]["text"] for rule in rules for field in ("shortDescription", "fullDescription", "help"))
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_what_changed(form, review, reading, change):
    shown = render(form, review, reading, change)
    assert change.new
    assert change.gone
    assert "It was there. <b>" in json.loads(json.dumps(html.unescape(shown))).replace("\\", "")
    if form != "json":
        assert f"{len(change.new)} new, 1 gone, {len(change.unchanged)} unchanged" in " ".join(shown.split())
        assert "Unit and integration tests ran and none failed: claimed -> fail" in " ".join(
            html.unescape(shown).replace("\\", "").split()
        )


def test_json_with_changes_is_still_a_review(review, reading, change):
    body = render("json", review, reading, change)
    assert decode(body.encode()) == review
    assert json.loads(body)["changes"]["score"] == change.score


def test_sarif_says_of_each_result_whether_it_is_new(review, reading, change):
    log = json.loads(render("sarif", review, reading, change))
    Sarif.model_validate(log)
    states = [one["baselineState"] for one in log["runs"][0]["results"]]
    assert (states.count("new"), states.count("absent")) == (len(change.new), 1)
    assert states.count("unchanged") == len(change.unchanged)


def test_a_waived_finding_is_suppressed_in_sarif(review, reading):
    waived = msgspec.structs.replace(review.findings[0], waived=True)
    changed = msgspec.structs.replace(review, findings=(waived,))
    (result,) = json.loads(render("sarif", changed, reading))["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "external", "status": "accepted"}]


def test_junit_counts_what_it_holds(review, reading):
    root = ET.fromstring(render("junit", review, reading))  # noqa: S314 written by us
    cases = list(root.iter("testcase"))
    assert int(root.attrib["tests"]) == len(cases)
    assert int(root.attrib["failures"]) == len(root.findall(".//failure")) > 0
    assert len(cases) == 1 + len(review.criteria) + len(review.findings)
    assert set(root.attrib) <= {"name", "time", "tests", "failures", "disabled", "errors"}


class _Tags(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.outside += [
            name for name, value in attrs if name in ("src", "href") or name.startswith("on") or value is None
        ]


def test_html_runs_nothing_and_loads_nothing(review, reading):
    hostile = msgspec.structs.replace(review.reasons[0], text="<img src=x onerror=alert(3)>")
    page = render("html", msgspec.structs.replace(review, reasons=(hostile,)), reading)
    tags = _Tags()
    tags.feed(page)
    assert not {"script", "img", "iframe", "link", "object", "a"} & set(tags.seen)
    assert tags.outside == []


@pytest.mark.parametrize(
    "text",
    [
        "<b>x</b>",
        "[x](http://a.b)",
        "http://a.b",
        "www.a.b",
        "@ops-team",
        "#12",
        "a|b",
        "`x`",
        "**x**",
        "![x](y)",
        "~~x~~",
    ],
)
def test_markdown_shows_text_as_text(text: str):
    page = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown.escape(text))
    assert not any(tag in page for tag in ("<b>", "<a", "<code", "<strong", "<img", "<s>"))
    assert text not in ("@ops-team", "#12") or text not in page


@pytest.mark.parametrize("text", ["plain", "a `b` c", "```", "``x` y"])
def test_markdown_code_survives_backticks(text: str):
    assert "<code>" in MarkdownIt("commonmark").render(markdown.code(text))


@pytest.mark.parametrize("sign", ["x", "<", "✅"])
def test_a_comment_of_markdown_never_grows_too_long(review, reading, change, sign: str):
    """The common code hosts take 65,536 characters."""
    long = msgspec.structs.replace(review.findings[0], message=sign * 5000, expected=sign * 5000)
    asked = msgspec.structs.replace(review.criteria[0], title=sign * 400, because=(sign * 5000,) * 4)
    reason = msgspec.structs.replace(review.reasons[0], text=sign * 5000, change=sign * 5000)
    grown = msgspec.structs.replace(review, findings=(long,) * 1000, criteria=(asked,) * 1000, reasons=(reason,) * 5)
    more = msgspec.structs.replace(change, new=(long,) * 1000, gone=(long,) * 1000)
    lines = msgspec.structs.replace(reading, lines=(sign * 3000,) * len(reading.lines))
    shown = markdown.render(grown, lines, more)
    assert 40_000 < len(shown) <= 65_536
    assert re.search(r"^- and \d+ more$", shown, re.MULTILINE)
    assert shown.count("<details>") == shown.count("</details>") == 3


HOSTILE = "\x1b[2J\x07\u202egnp.exe \ufffe <script>alert(1)</script> @team ]]> \x00"


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "json"])
def test_hostile_text_reaches_no_format_alive(form, review, reading):
    hostile = msgspec.structs.replace(review.findings[0], message=HOSTILE, expected=HOSTILE, lines=(1, 2))
    reason = msgspec.structs.replace(review.reasons[0], text=HOSTILE, change=HOSTILE)
    info = msgspec.structs.replace(review.report, name=HOSTILE)
    changed = msgspec.structs.replace(review, findings=(hostile,), reasons=(reason,), report=info)
    shown = render(form, changed, msgspec.structs.replace(reading, name=HOSTILE, lines=(HOSTILE,) * len(reading.lines)))
    if form == "sarif":
        Sarif.model_validate(json.loads(shown))
        return
    assert not set("\x1b\x07\u202e\ufffe\x00") & set(shown)
    if form == "junit":
        ET.fromstring(shown)  # noqa: S314 written by us
    page = MarkdownIt("commonmark").enable("table").render(shown) if form == "markdown" else shown
    assert form == "text" or "<script" not in page


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "json"])
def test_a_line_of_a_million_characters_is_cut(form, review, reading):
    long = msgspec.structs.replace(reading, lines=("x" * 1_000_000,) * len(reading.lines))
    assert len(render(form, review, long)) < 200_000
