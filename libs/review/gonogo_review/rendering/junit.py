"""JUnit XML: each criterion a test case in the suite of its area, each finding one in the suite `findings`."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from gonogo_contracts.review import Criterion, Finding, Review
from gonogo_review.judging.compare import Comparison
from gonogo_review.model import Reading
from gonogo_review.rendering import changes
from gonogo_review.rendering.width import plain

_SKIPPED = ("waived", "not-applicable")
_PASSED = ("pass", "claimed")


def render(review: Review, reading: Reading, change: Comparison | None = None) -> str:
    """The review as JUnit XML; what fails a blocking criterion or is a high finding is a failure.

    What changed since the review before stands in the output of the suite `verdict`.
    """
    root = ET.Element("testsuites", name=f"gonogo {review.verdict}")
    verdict = _suite(root, "verdict", [_verdict(review)])
    if change:
        told = "\n".join((changes.summary(change), *changes.details(change)))
        ET.SubElement(verdict, "system-out").text = _lines(told)
    for area in review.areas:
        _suite(root, area.title, [_criterion(one) for one in review.criteria if one.area == area.id])
    _suite(root, "findings", [_finding(one, reading.name) for one in review.findings])
    _count(root, list(root.iter("testcase")))
    del root.attrib["skipped"]  # which the common schema knows of suites alone
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(root: ET.Element, name: str, cases: Sequence[ET.Element]) -> ET.Element:
    suite = ET.SubElement(root, "testsuite", name=plain(name))
    suite.extend(cases)
    _count(suite, cases)
    return suite


def _count(element: ET.Element, cases: Sequence[ET.Element]) -> None:
    element.set("tests", str(len(cases)))
    for tag, attribute in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
        element.set(attribute, str(sum(case.find(tag) is not None for case in cases)))


def _verdict(review: Review) -> ET.Element:
    case = ET.Element("testcase", classname="gonogo.verdict", name=f"score {review.score:g}, {review.verdict}")
    if review.verdict != "GO":
        text = "\n".join(reason.text for reason in review.reasons)
        _outcome(case, "failure", review.verdict, text)
    return case


def _criterion(one: Criterion) -> ET.Element:
    case = ET.Element("testcase", classname=plain(f"gonogo.{one.area}"), name=f"{one.id}: {plain(one.title)}")
    because = "\n".join(one.because)
    if one.status in _SKIPPED or (one.status not in _PASSED and not one.blocking):
        _outcome(case, "skipped", one.status, because)
    elif one.status not in _PASSED:
        _outcome(case, "failure", one.status, because)
    return case


def _finding(one: Finding, report: str) -> ET.Element:
    place = f"{report}:{one.lines[0]}" if one.lines else report
    case = ET.Element("testcase", classname=f"gonogo.{one.kind}", name=plain(f"{place} {one.fingerprint}"))
    tag = "failure" if one.severity == "high" and not one.waived else "skipped"
    _outcome(case, tag, one.severity, one.message)
    return case


def _outcome(case: ET.Element, tag: str, message: str, text: str) -> None:
    element = ET.SubElement(case, tag, message=plain(message))
    element.text = _lines(text)


def _lines(text: str) -> str:
    return "\n".join(plain(line) for line in text.splitlines())
