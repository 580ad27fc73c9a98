"""What is said of a review or of a failed submission, whatever the channel. Pure, and safe to show: one line each,
bounded, without what would turn or hide text."""

import re
from dataclasses import dataclass
from importlib.resources import files

import yaml

from gonogo_contracts.events import ReviewScored, SubmissionFailed
from gonogo_contracts.events.about_submission import AboutSubmission
from gonogo_contracts.review import Finding, Reason, Review

MAX_TEXT = 700
"""Characters of one text taken from a report; five of them still fit into one message."""

MAX_NAME = 100
"""Characters of a project, a release, or another name in the small print."""

MAX_LINES = 6
"""Line numbers named for one reason."""

SHORTENED = " … (shortened)"

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Control characters, line ends, direction overrides, halves of characters."""

ADVICE: dict[str, str] = yaml.safe_load(files("gonogo_notifier").joinpath("advice.yaml").read_text("utf-8"))


LEADS = {
    "HOLD": ("One thing holds this release back.", "{} things hold this release back."),
    "NO-GO": ("One thing stands against this release.", "{} things stand against this release."),
}


@dataclass(frozen=True)
class Point:
    """One thing that decided, where it stands, and what would change it."""

    text: str
    where: str
    change: str


@dataclass(frozen=True)
class Figure:
    """One number of 100 and how it moved."""

    name: str
    value: str
    note: str


@dataclass(frozen=True)
class Content:
    """One message: the word, what it is about, why, and where to read on."""

    word: str
    """GO, HOLD, NO-GO, or NOT JUDGED where there is no verdict."""
    project: str
    release: str
    lead: str
    points: tuple[Point, ...]
    figures: tuple[Figure, ...]
    remark: str
    link: str
    """Address of the page that has it all; empty where no console is known."""
    link_text: str

    @property
    def title(self) -> str:
        """`HOLD payments 2.4.0`."""
        return f"{self.word} {self.project} {self.release}"

    @property
    def headline(self) -> str:
        """The title and the first thing that decided."""
        return f"{self.title}: {(self.points and self.points[0].text) or self.lead}"


@dataclass(frozen=True)
class Before:
    """The project's review before this one, as far as the event does not tell."""

    release: str
    credibility: float


def of_review(event: ReviewScored, review: Review, before: Before | None, console: str) -> Content:
    """What is said of a verdict; `console` is its address or empty."""
    points = tuple(_point(reason) for reason in review.reasons[:5])
    return Content(
        word=review.verdict,
        project=_clean(event.project, MAX_NAME),
        release=_clean(event.release, MAX_NAME),
        lead=_lead(review, len(points)),
        points=points,
        figures=_figures(event, before),
        remark=_remark(_findings(review.findings), f"rubric {review.rubric.name} {review.rubric.version}", event),
        link=f"{console}/reviews/{event.review_id}" if console else "",
        link_text="Open the review",
    )


def of_failure(event: SubmissionFailed, console: str) -> Content:
    """What is said of a submission that cannot be judged: why, and what to do."""
    change = ADVICE.get(event.code, ADVICE["default"])
    return Content(
        word="NOT JUDGED",
        project=_clean(event.project, MAX_NAME),
        release=_clean(event.release, MAX_NAME),
        lead="This submission could not be judged, so there is no verdict.",
        points=(Point(_clean(event.message), "", change),),
        figures=(),
        remark=_remark(f"stopped at {event.stage}", f"code {event.code}", event),
        link=f"{console}/submissions/{event.submission_id}" if console else "",
        link_text="Open the submission",
    )


def _remark(first: str, second: str, event: AboutSubmission) -> str:
    return f"{_clean(first, MAX_NAME)} · {_clean(second, MAX_NAME)} · submission {event.submission_id}"


def _point(reason: Reason) -> Point:
    return Point(_clean(reason.text), place(reason.lines), _clean(reason.change))


def place(lines: tuple[int, ...]) -> str:
    """`line 12`, `lines 12, 40`, or nothing."""
    named = ", ".join(str(line) for line in lines[:MAX_LINES])
    more = f" and {len(lines) - MAX_LINES} more" if len(lines) > MAX_LINES else ""
    return f"line{'s' if len(lines) > 1 else ''} {named}{more}" if lines else ""


def _lead(review: Review, reasons: int) -> str:
    if review.verdict == "GO":
        return "Nothing stands in the way: every gate of the rubric holds."
    if not reasons:
        return "Not every gate of the rubric holds."
    one, several = LEADS[review.verdict]
    return one if reasons == 1 else several.format(reasons)


def _figures(event: ReviewScored, before: Before | None) -> tuple[Figure, ...]:
    previous, score, credibility = event.previous, "the project's first review", ""
    if previous is not None:
        was = f" ({previous.verdict})" if previous.verdict != event.verdict else ""
        score = f"{moved(event.score - previous.score)} {_since(event, before)}{was}"
    if before is not None:
        credibility = f"{moved(event.credibility - before.credibility)} {_since(event, before)}"
    return (
        Figure("Score", number(event.score), score),
        Figure("Credibility", number(event.credibility), credibility),
    )


def _since(event: ReviewScored, before: Before | None) -> str:
    if before is None or before.release == event.release:
        return "since the last attempt"
    return f"since {_clean(before.release, MAX_NAME)}"


def number(value: float) -> str:
    """With one decimal, and none where it is whole."""
    return f"{round(value, 1):g}"


def moved(by: float) -> str:
    """`▲ 3.5`, `▼ 2` or `unchanged`."""
    if not round(by, 1):
        return "unchanged"
    return f"{'▲' if by > 0 else '▼'} {number(abs(by))}"


def _findings(findings: tuple[Finding, ...]) -> str:
    standing = [one for one in findings if not one.waived]
    if not standing:
        return "no findings"
    high = sum(one.severity == "high" for one in standing)
    counted = f"{len(standing)} finding{'s' if len(standing) > 1 else ''}"
    return f"{counted}, {high} of high severity" if high else counted


def _clean(text: str, limit: int = MAX_TEXT) -> str:
    """One line of visible text, at most `limit` characters; what is cut is said."""
    line = " ".join(_UNSEEN.sub(" ", text[: 4 * limit]).split())
    return line if len(line) <= limit else line[: limit - len(SHORTENED)].rstrip() + SHORTENED
