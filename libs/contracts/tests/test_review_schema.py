import importlib.resources
import json

import jsonschema
import msgspec
import pytest

from gonogo_contracts.review import SCHEMA, ReportInfo, Review, RubricInfo, decode, encode, json_schema

REVIEW = Review(
    schema_=SCHEMA,
    report=ReportInfo("report.md", "0" * 64, 3, "utf-8", repaired=False, language="en"),
    claims=(),
    facts=(),
    findings=(),
    criteria=(),
    areas=(),
    score=0.0,
    credibility=36.0,
    verdict="NO-GO",
    reasons=(),
    rubric=RubricInfo("default", "1", "0" * 64),
)


def test_the_published_schema_is_that_of_the_code():
    """Write it anew with `gonogo schema > libs/contracts/gonogo_contracts/review.schema.json`."""
    published = importlib.resources.files("gonogo_contracts").joinpath("review.schema.json").read_text("utf-8")
    assert published == json.dumps(json_schema(), indent=2, sort_keys=True) + "\n"


def test_a_review_is_valid_by_the_schema():
    jsonschema.Draft202012Validator.check_schema(json_schema())
    jsonschema.validate(json.loads(encode(REVIEW)), json_schema())


@pytest.mark.parametrize(("field", "value"), [("schema", "gonogo.review/2"), ("verdict", "MAYBE"), ("claims", None)])
def test_another_form_is_refused_by_schema_and_code_alike(field: str, value: object):
    body = json.loads(encode(REVIEW)) | {field: value}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(body, json_schema())
    with pytest.raises(msgspec.ValidationError):
        decode(json.dumps(body).encode())


def test_a_field_that_is_not_known_yet_is_left_alone():
    body = json.loads(encode(REVIEW)) | {"later": 1}
    assert decode(json.dumps(body).encode()) == REVIEW
