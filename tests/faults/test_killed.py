"""A process killed at the worst moment: nothing is lost, nothing happens twice."""

import os
import signal
import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from gonogo_cli.suite.installation import Installation
from gonogo_cli.suite.processes import Processes
from tests.faults.conftest import Lock, through
from tests.proxy import Proxy
from tests.suite import SuiteUnderTest, query, running, until

pytestmark = pytest.mark.e2e

REPORT = b"# Release 1\n\n**Status**: ready\n\n- [x] 120 of 120 tests passed\n"
WAITING = "select 1 from pg_stat_activity where wait_event_type = 'Lock' and application_name = $1"


def kill(processes: Processes, service: str) -> None:
    """SIGKILL to the service and its workers: no handler runs, no buffer is flushed."""
    process = processes.running[service]
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def restart(processes: Processes, service: str) -> None:
    """The service again, as an operator's supervisor would."""
    processes.start(service)
    processes.wait_ready(service)


def assert_one_of_everything(suite: SuiteUnderTest, submission: str) -> None:
    """One review, one delivery for each channel, one message in each place."""
    review = str(suite.settled(submission)["review_id"])
    until(lambda: len(suite.arrivals(review)) >= 2)
    reviews = "select count(*) as n from scorer.review where submission_id = $1::uuid"
    assert suite.rows(reviews, submission) == [{"n": 1}]
    channels = "select channel, state from notifier.delivery where submission_id = $1::uuid order by 1"
    until(lambda: all(row["state"] == "delivered" for row in suite.rows(channels, submission)))
    assert [row["channel"] for row in suite.rows(channels, submission)] == ["email", "slack"]
    assert sorted(arrival["channel"] for arrival in suite.arrivals(review)) == ["email", "slack"]


def test_ingest_killed_between_commit_and_publish(
    own_installation: Installation, tmp_path: Path, broker_proxy: Proxy
) -> None:
    """The client never got its 202, sends again under its key, and there is one submission and one review."""
    with running(own_installation, tmp_path, ["parser", "scorer", "notifier", "console"]) as suite:
        behind = replace(through(own_installation, rabbitmq=broker_proxy), extra=suite.installation.extra)
        with Processes(behind, tmp_path / "ingest", services={"ingest": 0}) as ingest:
            broker_proxy.stall()
            client = threading.Thread(target=_send_and_forget, args=(suite,))
            client.start()
            row = until(lambda: query(own_installation, "select * from ingest.outbox where published_at is null"))[0]
            kill(ingest, "ingest")
            client.join()
            broker_proxy.restore()
            restart(ingest, "ingest")
            until(lambda: query(own_installation, "select 1 from ingest.outbox where published_at is not null"))
            submission = suite.submit(REPORT, key="same")
            assert row["routing_key"] == "interactive.submission.received"
            assert_one_of_everything(suite, submission)
            assert suite.rows("select count(*) as n from ingest.submission") == [{"n": 1}]


def _send_and_forget(suite: SuiteUnderTest) -> None:
    with suppress(httpx.HTTPError):
        suite.upload([("report", ("report.md", REPORT))], headers={"Idempotency-Key": "same"})


@pytest.mark.parametrize(
    ("service", "table"),
    [
        ("parser", "parser.reading"),
        ("scorer", "scorer.review"),
        ("notifier", "notifier.delivery"),
        ("console", "console.submission"),
    ],
)
def test_killed_between_receive_and_ack(
    own_installation: Installation, tmp_path: Path, lock: Lock, service: str, table: str
) -> None:
    """The broker gives the message to the next process, and it is handled once."""
    with running(own_installation, tmp_path) as suite:
        with lock(table):
            submission = suite.submit(REPORT)
            until(lambda: suite.rows(WAITING, f"gonogo-{service}"))
            kill(suite.processes, service)
        restart(suite.processes, service)
        assert_one_of_everything(suite, submission)


@pytest.mark.parametrize(
    ("service", "table", "handled"),
    [
        ("parser", "parser.reading", "select 1 from parser.inbox"),
        ("scorer", "scorer.review", "select 1 from scorer.inbox"),
    ],
)
def test_killed_between_commit_and_ack(
    own_installation: Installation,
    tmp_path: Path,
    broker_proxy: Proxy,
    lock: Lock,
    service: str,
    table: str,
    handled: str,
) -> None:
    """The work is committed, its event is not out, the message comes again: the inbox knows it."""
    others = [name for name in ("ingest", "parser", "scorer", "notifier", "console") if name != service]
    with running(own_installation, tmp_path, others) as suite:
        behind = replace(through(own_installation, rabbitmq=broker_proxy), extra=suite.installation.extra)
        with Processes(behind, tmp_path / service, services={service: 0}) as alone:
            with lock(table):
                submission = suite.submit(REPORT)
                until(lambda: suite.rows(WAITING, f"gonogo-{service}"))
                broker_proxy.stall()
            until(lambda: query(own_installation, handled))
            kill(alone, service)
            broker_proxy.restore()
            restart(alone, service)
            assert_one_of_everything(suite, submission)
