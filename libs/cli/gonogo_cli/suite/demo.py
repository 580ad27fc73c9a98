"""`gonogo demo`: from nothing to a verdict and the messages about it, on this machine, and back to nothing."""

import signal
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

from gonogo_cli.command import DONE, Refusal
from gonogo_cli.suite import arrivals, servers
from gonogo_cli.suite.checkout import root
from gonogo_cli.suite.installation import Installation
from gonogo_cli.suite.processes import Processes
from gonogo_cli.suite.sink import Sink
from gonogo_cli.suite.submit import Suite, send, wait
from gonogo_cli.suite.temporary import temporary
from gonogo_cli.suite.up import prepare, tell
from gonogo_contracts.review import Review

DELIVERY_SECONDS = 60.0
JUDGE_SECONDS = 60.0
SHOWN_LINES = 4
"""Lines of the report that a reason shows."""


def configure(parser: ArgumentParser) -> None:
    """Which sample."""
    parser.add_argument(
        "--sample", default="no-go", choices=("go", "hold", "no-go"), help="what is uploaded (default: no-go)"
    )


def run(args: Namespace) -> int:
    """Shows the whole way of one upload. It has a database and queue names of its own, and removes them at the end."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    print("1. servers", flush=True)
    found = servers.find()
    try:
        with (
            tempfile.TemporaryDirectory(prefix="gonogo-demo-") as folder,
            Sink(Path(folder)) as sink,
            temporary(found, "demo") as installation,
        ):
            _show(replace(installation, extra=sink.settings), Path(folder), sink, args.sample)
    finally:
        servers.release()
    print("\nEverything that this started is stopped again. 'make up' starts it and stays up.")
    return DONE


def _show(installation: Installation, folder: Path, sink: Sink, sample: str) -> None:
    print("2. database and services", flush=True)
    key = prepare(installation)
    with Processes(installation, folder / "logs", tell):
        print(f"3. upload of samples/{sample}", flush=True)
        suite = Suite(installation.url("ingest"), key)
        started = time.monotonic()
        report, evidence = root() / "samples" / sample / "report.md", root() / "samples" / sample / "evidence"
        answer = send(suite, report, [str(evidence)], {"project": "payments", "release": "2.4.0"})
        review = wait(suite, answer["status_url"], JUDGE_SECONDS)
        judged = time.monotonic() - started
        _print_verdict(review, report)
        arrived = sink.wait_for(2, DELIVERY_SECONDS)
        delivered = time.monotonic() - started
        if len(arrived) < 2:
            raise Refusal(f"only {len(arrived)} of 2 messages arrived within {DELIVERY_SECONDS:g} s")
        for arrival in arrived:
            print(f"\n{arrivals.as_text(arrival)}")
        print(f"\nupload to verdict: {judged:.2f} s    upload to both deliveries: {delivered:.2f} s")


def _print_verdict(review: Review, report: Path) -> None:
    lines = report.read_text("utf-8").splitlines()
    print(f"\n  {review.verdict}   score {review.score:g} of 100   credibility {review.credibility:g} of 100\n")
    for number, reason in enumerate(review.reasons, 1):
        print(f"  {number}. {reason.text}")
        for line in reason.lines[:SHOWN_LINES]:
            print(f"       {line:4} | {lines[line - 1]}")
        print(f"     to change it: {reason.change}")
