"""Other readers of the same files count the same."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import junitparser
import pycobertura
import pytest
import sarif_pydantic as sarif

from gonogo_review.evidence import read_evidence

SAMPLES = Path(__file__).parent / "samples"
CORPUS = Path(__file__).parents[5] / "shared" / "corpus" / "evidence"


def whole(path: Path) -> dict[str, float | str | bool]:
    with path.open("rb") as stream:
        return {fact.metric: fact.value for fact in read_evidence(path.name, stream).facts if not fact.scope}


def files(folder: str, pattern: str, sample: str) -> list[Path]:
    return [*sorted(SAMPLES.glob(sample)), *sorted((CORPUS / folder).glob(pattern))]


@pytest.mark.parametrize("path", files("junit", "*.xml", "junit-*.xml"), ids=lambda path: path.name)
def test_junitparser_counts_the_same_cases(path: Path) -> None:
    ours = whole(path)
    if "tests.total" not in ours or path.name.endswith("xxe.xml"):
        return  # no JUnit, or an attack that the peer would follow
    try:
        root: Any = junitparser.JUnitXml.fromfile(str(path))
    except (junitparser.JUnitXmlError, SyntaxError):
        return  # the peer does not read it
    suites = [root] if isinstance(root, junitparser.TestSuite) else list(root)
    cases = [case for suite in suites for case in every_case(suite)]
    failed = [
        case for case in cases if any(isinstance(r, junitparser.Failure | junitparser.Error) for r in case.result)
    ]
    assert ours["tests.total"] == len(cases)
    assert ours["tests.failed"] == len(failed)


def every_case(suite: Any) -> Iterator[Any]:
    yield from suite.iterchildren(junitparser.TestCase)
    for inner in suite.testsuites():
        yield from every_case(inner)


@pytest.mark.parametrize("path", files("cobertura", "pytest*.xml", "cobertura.xml"), ids=lambda path: path.name)
def test_pycobertura_has_the_same_rate(path: Path) -> None:
    report = pycobertura.Cobertura(str(path))
    assert whole(path)["coverage.line"] == pytest.approx(100 * report.line_rate(), abs=0.01)


@pytest.mark.parametrize("path", files("sarif", "*.sarif", "sarif.sarif"), ids=lambda path: path.name)
def test_sarif_pydantic_has_the_same_results(path: Path) -> None:
    text = path.read_text("utf-8-sig")
    try:
        document = sarif.Sarif.model_validate_json(text)
    except ValueError:
        return  # the peer does not read it
    results = [result.model_dump(mode="json", by_alias=True) for run in document.runs for result in run.results or []]
    open_ones = [one for one in results if one.get("kind") in {None, "fail", "open", "review"}]
    present = [one for one in open_ones if one.get("baselineState") != "absent"]
    ours = whole(path)
    assert ours["vulnerabilities.total"] == sum(not one.get("suppressions") for one in present)
    assert ours.get("vulnerabilities.suppressed", 0) == sum(bool(one.get("suppressions")) for one in present)
