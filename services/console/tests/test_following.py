"""A submission can be followed until it is judged, with Redis and without."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from gonogo_cli.suite.installation import Installation
from gonogo_contracts.envelope import Event
from services.console.tests import consoles
from services.console.tests.consoles import Running
from services.console.tests.stored import (
    Connection,
    Sent,
    judged,
    sealed,
    sent,
    store_reading,
    store_review,
    store_upload,
)

pytestmark = pytest.mark.integration


async def events(response: httpx.Response) -> AsyncIterator[tuple[str, dict[str, Any]]]:
    """Name and data of each server-sent event."""
    name = ""
    async for text in response.aiter_lines():
        field, _, value = text.partition(": ")
        if field == "event":
            name = value
        elif field == "data":
            yield name, json.loads(value)


async def follow(console: Running, upload: Sent, story: dict[str, Event]) -> list[tuple[str, str]]:
    """What a follower hears while the story goes on: each event is sent when the state before it was seen."""
    heard = []
    async with (
        httpx.AsyncClient(base_url=console.url, timeout=consoles.SECONDS) as client,
        client.stream("GET", f"/v1/submissions/{upload.id}/live") as response,
    ):
        assert response.headers["content-type"].startswith("text/event-stream")
        async for name, data in events(response):
            heard.append((name, data["state"]))
            if due := story.pop(data["state"], None):
                await console.publish(sealed(due, upload.at + timedelta(seconds=len(heard))))
    return heard


async def hears_every_step(console: Running, connection: Connection, upload: Sent) -> None:
    await store_upload(connection, upload)
    reading, review = judged(upload)
    await store_reading(connection, upload, reading)
    story: dict[str, Event] = {"received": upload.parsed, "parsed": await store_review(connection, upload, review)}
    heard = await follow(console, upload, story)
    assert list(dict.fromkeys(heard)) == [("state", "received"), ("state", "parsed"), ("end", "scored")]


async def test_a_follower_hears_of_every_step_and_then_of_the_end(
    console: Running, connection: Connection, project: str
) -> None:
    await hears_every_step(console, connection, sent(project))


async def test_without_redis_a_follower_hears_the_same_and_readiness_is_degraded(
    installation: Installation, connection: Connection, project: str, tmp_path: Path
) -> None:
    with consoles.running(installation, tmp_path, GONOGO_REDIS_URL="redis://127.0.0.1:1/0") as console:
        await hears_every_step(console, connection, sent(project))
        readiness = await asyncio.to_thread(console.get, "/readyz")
    assert (readiness.status_code, readiness.json()["status"]) == (200, "degraded")


async def test_a_failure_is_an_end(console: Running, connection: Connection, project: str) -> None:
    upload = sent(project)
    await store_upload(connection, upload)
    heard = await follow(console, upload, {"received": upload.failed("The PDF is encrypted.")})
    assert heard[-1] == ("end", "failed")


async def test_followers_are_bounded_and_do_not_hold_up_the_end_of_the_process(
    installation: Installation, connection: Connection, project: str, tmp_path: Path
) -> None:
    """The second of one is told to come back; SIGTERM ends the process although somebody still follows."""
    upload = sent(project)
    await store_upload(connection, upload)
    path = f"/v1/submissions/{upload.id}/live"
    with consoles.running(installation, tmp_path, GONOGO_LIVE_STREAMS="1") as console:
        client = httpx.AsyncClient(base_url=console.url, timeout=consoles.SECONDS)
        first = await client.send(client.build_request("GET", path), stream=True)
        heard = events(first)
        assert await anext(heard)
        crowd = await client.get(path)
        assert (crowd.status_code, crowd.json()["code"]) == (503, "too-many-followers")
    assert [event async for event in heard] == []
    await client.aclose()
