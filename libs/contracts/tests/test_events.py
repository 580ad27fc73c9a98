"""The wire form of events: changing a golden file is changing what running services understand."""

import json
import os
from pathlib import Path

import msgspec
import pytest

from gonogo_contracts.envelope import Event, UnreadableEvent, decode, encode
from gonogo_contracts.events import ALL, CATALOGUE
from libs.contracts.tests.examples import EXAMPLES, sealed

GOLDEN = Path(__file__).parent / "golden"


def golden(event: Event) -> Path:
    return GOLDEN / f"{event.TYPE}.v{event.VERSION}.json"


def test_every_event_has_an_example() -> None:
    """A new event cannot be added without fixing its wire form."""
    assert {type(example) for example in EXAMPLES} == set(ALL)


@pytest.mark.parametrize("event", EXAMPLES, ids=lambda event: event.TYPE)
def test_writes_the_golden_form(event: Event) -> None:
    """What is sent is, field by field, what the golden file holds."""
    body = msgspec.json.format(encode(sealed(event)), indent=2)
    if os.environ.get("GONOGO_WRITE_GOLDEN"):
        golden(event).write_bytes(body + b"\n")
    assert json.loads(golden(event).read_bytes()) == json.loads(body)


@pytest.mark.parametrize("event", EXAMPLES, ids=lambda event: event.TYPE)
def test_reads_the_golden_form(event: Event) -> None:
    """What an older service sent is still understood."""
    assert decode(golden(event).read_bytes(), CATALOGUE).data == event


def test_unknown_fields_are_ignored() -> None:
    """A newer service may send more; older ones go on."""
    tree = json.loads(encode(sealed(EXAMPLES[1])))
    tree["data"]["invented"] = tree["invented"] = {"deep": [1]}
    assert decode(json.dumps(tree).encode(), CATALOGUE).data == EXAMPLES[1]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "event-malformed"),
        (b"\xff\xfe", "event-malformed"),
        (b"[]", "event-malformed"),
        (b"[" * 100_000, "event-malformed"),
        (b'{"type": "submission.received", "version": 1}', "event-malformed"),
        (b'{"type": "submission.received", "version": 99}', "event-unknown"),
        (b'{"type": "no.such.thing", "version": 1}', "event-unknown"),
    ],
)
def test_refuses_what_is_no_event(body: bytes, code: str) -> None:
    """Bytes that are no event are told apart from events of another version."""
    with pytest.raises(UnreadableEvent) as caught:
        decode(body, CATALOGUE)
    assert caught.value.code == code
