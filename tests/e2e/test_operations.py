"""What operators do: keys, dead letters, rescoring, waivers, more processes, graceful stops."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import aio_pika
import httpx
import pytest
from redis.asyncio import Redis

from gonogo_cli.suite import ports
from gonogo_cli.suite.installation import Installation
from gonogo_cli.suite.processes import Processes
from gonogo_contracts import topology as topologies
from tests.suite import SuiteUnderTest, until

pytestmark = pytest.mark.e2e

REPORT = b"# Release 1\n\n**Status**: ready\n\n- [x] 120 of 120 tests passed\n"


def gonogo(installation: Installation, *words: str, status: int = 0) -> str:
    """Runs the command as an operator does; gives what it printed."""
    environment = {
        **os.environ,
        "GONOGO_POSTGRES_URL": installation.owner_url,
        "GONOGO_RABBITMQ_URL": installation.servers.rabbitmq,
        "GONOGO_NAMESPACE": installation.namespace,
        "GONOGO_KEY_PEPPER": installation.secrets["pepper"],
    }
    command = [sys.executable, "-m", "gonogo_cli", *words]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stderr
    return done.stdout + done.stderr


def publish(installation: Installation, body: bytes, routing_key: str) -> str:
    """Puts a message on the events exchange, as a stranger could; gives its id."""
    identity = str(uuid4())

    async def run() -> None:
        connection = await aio_pika.connect(installation.servers.rabbitmq)
        async with connection:
            channel = await connection.channel()
            topology = topologies.load().named(installation.namespace)
            exchange = await channel.get_exchange(topology.events_exchange)
            await exchange.publish(aio_pika.Message(body, message_id=identity), routing_key)

    asyncio.run(run())
    return identity


def event(name: str, version: int = 1, **data: object) -> bytes:
    """An event's bytes."""
    about = {
        "submission_id": str(uuid4()),
        "project": "x",
        "release": "1",
        "received_at": datetime.now(UTC).isoformat(),
    }
    head = {"id": str(uuid4()), "type": name, "version": version, "time": about["received_at"], "correlation_id": "c"}
    return json.dumps({**head, "lane": "interactive", "data": {**about, **data}}).encode()


RECEIVED: dict[str, Any] = {"report": {"name": "r.md", "sha256": "0" * 64, "size": 1}}


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        (event("submission.received", 99, **RECEIVED), "event-unknown"),
        (event("submission.received", **RECEIVED), "submission-unknown"),
        (b"no event at all", "event-malformed"),
    ],
    ids=["an unknown version", "a submission that is not there", "poison"],
)
def test_a_bad_event_is_a_dead_letter_that_an_operator_can_see_replay_and_discard(
    suite: SuiteUnderTest, body: bytes, cause: str
) -> None:
    """It ends with its cause, and everything else goes on."""
    identity = publish(suite.installation, body, "interactive.submission.received")
    listed = until(lambda: next(iter(lines_of(suite, identity, "parser.submission-received ")), None))
    assert cause in listed
    shown = gonogo(suite.installation, "dead-letters", "show", identity)
    assert cause in shown
    queue = f"{suite.installation.namespace}parser.submission-received"
    assert "replayed" in gonogo(suite.installation, "dead-letters", "replay", identity, "--queue", queue)
    until(lambda: lines_of(suite, identity, "parser.submission-received "))
    gonogo(suite.installation, "dead-letters", "discard", identity)
    assert not lines_of(suite, identity, "parser.submission-received ")
    assert suite.settled(suite.submit(REPORT))["state"] == "scored"


def lines_of(suite: SuiteUnderTest, identity: str, queue: str) -> list[str]:
    """The lines that `dead-letters list` has of a message in a queue."""
    listed = gonogo(suite.installation, "dead-letters", "list").splitlines()
    return [line for line in listed if identity in line and queue in line]


def test_keys_are_made_shown_once_and_revoked(suite: SuiteUnderTest) -> None:
    """A revoked key is refused; another project's key is refused; the list shows no secret."""
    key = gonogo(suite.installation, "keys", "create", "--project", "mine", "--scope", "submit").strip()
    other = replace(suite, key=key)
    assert other.upload([("report", ("r.md", REPORT))], project="mine").status_code == 202
    assert other.upload([("report", ("r.md", REPORT))], project="theirs").json()["code"] == "forbidden"
    listed = gonogo(suite.installation, "keys", "list")
    identity = key.split("_")[1]
    assert identity in listed
    assert key.split("_", 2)[2] not in listed
    gonogo(suite.installation, "keys", "revoke", identity)
    assert other.upload([("report", ("r.md", REPORT))], project="mine").status_code == 401
    assert "no valid key" in gonogo(suite.installation, "keys", "revoke", identity, status=2)


def test_an_idempotency_key_gives_one_submission_and_refuses_another_request(suite: SuiteUnderTest) -> None:
    """However often a client sends the same."""
    key = str(uuid4())
    first, again = suite.submit(REPORT, key=key), suite.submit(REPORT, key=key)
    assert first == again
    response = suite.upload([("report", ("report.md", REPORT + b"\nmore\n"))], headers={"Idempotency-Key": key})
    assert (response.status_code, response.json()["code"]) == (409, "idempotency-conflict")


def test_a_waiver_counts_after_rescoring(suite: SuiteUnderTest, samples: Path) -> None:
    """The same submission gets a second review in which the finding is waived."""
    report = (samples / "no-go" / "report.md").read_bytes()
    submission = suite.submit(report, project="waiving")
    finding = json.loads(suite.review(submission))["findings"][0]
    words = ["--project", "waiving", "--reason", "accepted", "--by", "ana", "--until", "2999-01-01"]
    gonogo(suite.installation, "waive", finding["fingerprint"], *words)
    first = suite.settled(submission)["review_id"]
    assert "1 submission" in gonogo(suite.installation, "rescore", "--submission", submission)
    until(lambda: suite.settled(submission)["review_id"] != first)
    again = json.loads(suite.review(submission))
    assert [f["waived"] for f in again["findings"] if f["fingerprint"] == finding["fingerprint"]] == [True]


def test_rescoring_reads_anew_what_the_present_reader_has_not_read(suite: SuiteUnderTest) -> None:
    """After an upgrade the stored readings are of another version, and the cache has let them go."""
    submission = suite.submit(REPORT + b"\nread by an older one\n", project="upgraded")
    first = json.loads(suite.review(submission))
    before = suite.settled(submission)["review_id"]
    for table in ("reading", "claim"):
        suite.rows(OLDER.format(table), first["report"]["sha256"])
    asyncio.run(forget(suite.installation))
    gonogo(suite.installation, "rescore", "--submission", submission)
    until(lambda: suite.settled(submission)["review_id"] != before)
    assert json.loads(suite.review(submission)) == first


OLDER = "update parser.{} set version = 'older' where sha256 = decode($1, 'hex')"


async def forget(installation: Installation) -> None:
    """Empties the cache of readings."""
    async with Redis.from_url(installation.servers.redis) as cache:
        async for key in cache.scan_iter(f"{installation.namespace}gonogo:reading:*"):
            await cache.delete(key)


def test_several_of_each_run_at_once_and_stop_gracefully(suite: SuiteUnderTest, tmp_path: Path) -> None:
    """A second process of each service shares the work; SIGTERM in the middle of it loses nothing, and ends with 0."""
    second = replace(suite.installation, ports=ports.free())
    with Processes(second, tmp_path / "second") as processes:
        submissions = [suite.submit(REPORT + b"\n" * n, project="several") for n in range(12)]
        for process in processes.running.values():
            process.send_signal(signal.SIGTERM)
        assert set(processes.stop_all().values()) == {0}
    for submission in submissions:
        assert suite.settled(submission)["state"] == "scored"
    counts = suite.rows("select count(*) as n from scorer.review where project = 'several' group by submission_id")
    assert counts == [{"n": 1}] * 12


@pytest.mark.parametrize("service", ["ingest", "parser", "scorer", "notifier", "console"])
def test_operators_find_the_same_addresses_everywhere(suite: SuiteUnderTest, service: str) -> None:
    """`/livez`, `/readyz` with values and thresholds, `/metrics` with the service's label."""
    base = suite.installation.url(service)
    assert httpx.get(f"{base}/livez").status_code == 200
    status, checks = suite.ready(service)
    assert status == 200
    assert {"memory", "pool", "database", "broker", "outbox", "redis"} <= set(checks)
    metrics = httpx.get(f"{base}/metrics").text
    assert f'gonogo_pool_connections{{service="{service}",state="max"}}' in metrics
    assert f'gonogo_ready{{check="memory",service="{service}"}} 1.0' in metrics


def test_a_refused_start_says_why(suite: SuiteUnderTest) -> None:
    """Without its database a service ends with status 2 and a sentence, within its start timeout."""
    environment = {**os.environ, **suite.installation.environment("parser"), "GONOGO_START_TIMEOUT": "1"}
    environment["GONOGO_POSTGRES_URL"] = "postgresql://gonogo_parser:x@127.0.0.1:1/gonogo"
    command = [sys.executable, "-m", "gonogo_parser"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "PostgreSQL cannot be used" in done.stderr
