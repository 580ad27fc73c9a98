"""Events become a state and a timeline, in whatever order and however often they come."""

import itertools
import uuid
from datetime import timedelta
from typing import Any

import pytest

from gonogo_console import store
from gonogo_contracts.envelope import Envelope
from gonogo_contracts.events import NotificationDelivered, ReviewRequested, ReviewScored
from services.console.tests.consoles import Running
from services.console.tests.stored import AT, Connection, Sent, sealed, sent, store_upload
from services.console.tests.waiting import until

pytestmark = pytest.mark.integration

SEEN = "select state, stage, stage_at, review_id, verdict, score, score_change, failure_message from console.submission"


def scored(upload: Sent, score: float) -> ReviewScored:
    return ReviewScored(
        **upload.about,
        review_id=uuid.uuid4(),
        verdict="HOLD",
        score=score,
        credibility=60,
        findings=1,
        findings_high=0,
        rubric="default",
        rubric_version="1",
    )


def story(upload: Sent) -> list[Envelope[Any]]:
    """Received, read, judged, told of, judged again."""
    told = NotificationDelivered(**upload.about, delivery_id=uuid.uuid4(), channel="slack", route="r", attempts=1)
    asked = ReviewRequested(**upload.about, reason="a new rubric", by="ops")
    events = (upload.received, upload.parsed, scored(upload, 50), told, asked, scored(upload, 70))
    return [sealed(event, AT + timedelta(seconds=n)) for n, event in enumerate(events)]


async def seen(connection: Connection, envelopes: tuple[Envelope[Any], ...], upload: Sent) -> dict[str, Any]:
    """What the console knows after these, undone afterwards."""
    transaction = connection.transaction()
    await transaction.start()
    await connection.execute("set local search_path = console")
    for envelope in envelopes:
        await store.record(connection, envelope)
    row = await connection.fetchrow(f"{SEEN} where id = $1", upload.id)
    assert row is not None
    await transaction.rollback()
    return dict(row)


async def test_the_order_of_events_does_not_matter(connection: Connection) -> None:
    upload = sent()
    envelopes = story(upload)
    expected = await seen(connection, tuple(envelopes), upload)
    assert (expected["state"], expected["score"], expected["verdict"]) == ("scored", 70, "HOLD")
    for order in itertools.permutations(envelopes):
        assert await seen(connection, order, upload) == expected


async def test_events_that_come_twice_change_nothing(connection: Connection) -> None:
    upload = sent()
    envelopes = tuple(story(upload))
    assert await seen(connection, envelopes + envelopes[::-1], upload) == await seen(connection, envelopes, upload)


@pytest.mark.parametrize(("failed_at", "state"), [(1, "scored"), (9, "failed")])
async def test_the_later_of_failure_and_verdict_counts(connection: Connection, failed_at: int, state: str) -> None:
    """A failed rescoring is seen, and the review before stays."""
    upload = sent()
    failure = sealed(upload.failed("it broke"), AT + timedelta(seconds=failed_at))
    verdict = sealed(scored(upload, 50), AT + timedelta(seconds=5))
    for order in ((failure, verdict), (verdict, failure)):
        row = await seen(connection, order, upload)
        assert (row["state"], row["score"]) == (state, 50)
        assert row["failure_message"] == ("it broke" if state == "failed" else None)


async def test_an_event_from_the_broker_twice_is_one_entry(
    console: Running, connection: Connection, project: str
) -> None:
    upload = sent(project)
    await store_upload(connection, upload)
    received, parsed = sealed(upload.received, AT), sealed(upload.parsed, AT + timedelta(seconds=1))
    for envelope in (received, received, parsed):
        await console.publish(envelope)
    path = f"/v1/submissions/{upload.id}"
    status = await until(lambda: console.get(path).json(), lambda found: found["state"] == "parsed")
    assert [entry["type"] for entry in status["timeline"]] == ["submission.received", "submission.parsed"]
    assert status["timeline"][1]["text"] == "Read: 3 claims, 1 fact"
