"""`gonogo submit`: sends a report and its evidence to the suite, and waits for the verdict if asked to."""

import sys
import time
from argparse import ArgumentParser, Namespace
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import httpx

from gonogo_cli.command import DONE, Refusal, exit_status
from gonogo_cli.inputs import evidence_files
from gonogo_cli.suite.operator import optional, setting
from gonogo_contracts import review as reviews
from gonogo_contracts.review import Review

POLL = 0.25
"""Seconds between two looks at a submission."""

STATES = {"received": "received", "parsed": "read", "scored": "judged", "failed": "failed"}
"""What a state means to whoever waits."""


FIELDS = ("project", "release", "commit", "environment", "labels")


class Suite(NamedTuple):
    """Where the suite is, and the key to it."""

    url: str
    key: str

    @property
    def headers(self) -> dict[str, str]:
        """What every request carries."""
        return {"Authorization": f"Bearer {self.key}"}


def configure(parser: ArgumentParser) -> None:
    """A report, its evidence, and what they are of."""
    parser.add_argument("report", type=Path)
    parser.add_argument("--evidence", action="append", default=[], metavar="PATH", help="a file or folder; repeatable")
    parser.add_argument("--project", required=True, help="a slug, such as payments-api")
    parser.add_argument("--release", required=True, help="the version under review")
    parser.add_argument("--commit", help="the commit that the evidence is of")
    parser.add_argument("--environment", help="where it is to go")
    parser.add_argument("--labels", help="key=value pairs with commas")
    parser.add_argument(
        "--idempotency-key", help="the same key and files are one submission, however often they are sent"
    )
    parser.add_argument("--url", help="ingest's address (default: GONOGO_URL)")
    parser.add_argument("--wait", action="store_true", help="wait for the verdict; the exit status is that of 'check'")
    parser.add_argument("--timeout", type=float, default=120, help="seconds to wait (default: 120)")
    parser.add_argument("--fail-on", choices=("hold", "no-go", "never"), default="hold")


def run(args: Namespace) -> int:
    """Sends it, prints the links, and with --wait the verdict."""
    suite = Suite(args.url or optional("GONOGO_URL", "http://127.0.0.1:8080"), setting("GONOGO_KEY"))
    fields = {name: value for name in FIELDS if (value := getattr(args, name))}
    answer = send(suite, args.report, args.evidence, fields, args.idempotency_key)
    print(f"submitted: {answer['review_url']}", file=sys.stderr)
    if not args.wait:
        print(answer["id"])
        return DONE
    review = wait(suite, answer["status_url"], args.timeout)
    print(f"{review.verdict}  score {review.score:g}  credibility {review.credibility:g}")
    for reason in review.reasons:
        print(f"- {reason.text}" + (f" (line {', '.join(map(str, reason.lines[:6]))})" if reason.lines else ""))
    return exit_status(review.verdict, args.fail_on)


def send(
    suite: Suite, report: Path, evidence: list[str], fields: dict[str, str], idempotency_key: str | None = None
) -> dict[str, str]:
    """Uploads; gives ingest's answer: `id`, `status_url`, `review_url`.

    Raises:
        Refusal: a file cannot be read, or ingest refuses; with its sentence.
    """
    headers = suite.headers | ({"Idempotency-Key": idempotency_key} if idempotency_key else {})
    with ExitStack() as stack:
        try:
            files = [("report", (report.name, stack.enter_context(report.open("rb"))))]
            for name, path in evidence_files(evidence):
                files.append(("evidence", (name, stack.enter_context(path.open("rb")))))
            address = f"{suite.url.rstrip('/')}/v1/submissions"
            response = httpx.post(address, headers=headers, data=fields, files=files, timeout=300)
        except OSError as error:
            raise Refusal(f"cannot read '{error.filename}': {error.strerror}.") from error
        except httpx.HTTPError as error:
            raise Refusal(f"{suite.url} does not answer ({type(error).__name__}): is the suite running?") from error
    return {name: str(value) for name, value in answer_of(response).items()}


def wait(suite: Suite, status_url: str, seconds: float) -> Review:
    """Until the submission is judged, telling each state on standard error.

    Raises:
        Refusal: it failed, or is not judged in time.
    """
    told, deadline = "", time.monotonic() + seconds
    while time.monotonic() < deadline:
        status = answer_of(_get(suite, status_url))
        if status["state"] != told:
            told = str(status["state"])
            print(f"  {STATES.get(told, told)}", file=sys.stderr)
        if told == "failed":
            raise Refusal(f"it could not be judged: {status['failure']['message']}")
        if told == "scored":
            response = _get(suite, f"{status_url.partition('/v1/')[0]}/v1/reviews/{status['review_id']}")
            answer_of(response)
            return reviews.decode(response.content)
        time.sleep(POLL)
    raise Refusal(f"not judged after {seconds:g} s; {status_url} tells where it stands")


def _get(suite: Suite, url: str) -> httpx.Response:
    try:
        return httpx.get(url, headers=suite.headers, timeout=30)
    except httpx.HTTPError as error:
        raise Refusal(f"{url} does not answer ({type(error).__name__}): is the console running?") from error


def answer_of(response: httpx.Response) -> dict[str, Any]:
    """The JSON of an answer.

    Raises:
        Refusal: it is a problem, or no JSON; with its sentence.
    """
    try:
        answer: dict[str, Any] = response.json()
    except ValueError as error:
        raise Refusal(f"{response.url} answered {response.status_code} and no JSON: is it gonogo?") from error
    if response.is_error:
        raise Refusal(f"{answer.get('title', response.status_code)}: {answer.get('detail', '')}")
    return answer
