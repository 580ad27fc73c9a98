"""Who hears of what. Pure: events and routes in, deliveries out."""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from gonogo_contracts.events import ReviewScored, SubmissionFailed
from gonogo_contracts.review import Verdict
from gonogo_notifier.addresses import parse_address

ChannelName = Literal["slack", "email"]
Told = ReviewScored | SubmissionFailed


def _checked(address: str) -> str:
    parse_address(address)
    return address


Recipient = Annotated[str, AfterValidator(_checked)]


class SlackTarget(BaseModel):
    """A Slack channel, by the environment variable that holds its incoming webhook."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    webhook_env: str = Field("GONOGO_SLACK_WEBHOOK_URL", pattern=r"^[A-Z][A-Z0-9_]{0,99}$")


class EmailTarget(BaseModel):
    """The people one email goes to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    to: tuple[Recipient, ...] = Field(min_length=1, max_length=50)


class Route(BaseModel):
    """One circle of readers, what they want to hear of, and where."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9._-]{0,62}$")
    projects: tuple[Annotated[str, Field(min_length=1, max_length=200)], ...] = Field(("*",), min_length=1)
    """Slugs, with `*` and `?` as in file names."""
    events: tuple[Literal["review.scored", "submission.failed"], ...] = ("review.scored", "submission.failed")
    verdicts: tuple[Verdict, ...] = Field(("GO", "HOLD", "NO-GO"), min_length=1)
    min_change: float = Field(0, ge=0, le=100)
    """Points that the score must have moved since the project's previous review; a changed verdict is always told."""
    only_on_change: bool = False
    """Tells of a verdict only where it differs from the project's previous one."""
    slack: SlackTarget | None = None
    email: EmailTarget | None = None

    @model_validator(mode="after")
    def leads_somewhere(self) -> Self:
        """A route without a channel is a mistake."""
        if self.slack is None and self.email is None:
            raise ValueError("leads nowhere: give it slack or email")
        return self

    @property
    def channels(self) -> tuple[ChannelName, ...]:
        """The channels it leads to; each is a delivery of its own."""
        return (*(("slack",) if self.slack else ()), *(("email",) if self.email else ()))


def hears(route: Route, event: Told) -> bool:
    """Whether this circle wants to know of the event."""
    if event.TYPE not in route.events or not any(fnmatchcase(event.project, glob) for glob in route.projects):
        return False
    return isinstance(event, SubmissionFailed) or (event.verdict in route.verdicts and _is_news(route, event))


def _is_news(route: Route, event: ReviewScored) -> bool:
    """A first review and a changed verdict are; a moved score is where it moved enough."""
    previous = event.previous
    if previous is None or previous.verdict != event.verdict:
        return True
    return not route.only_on_change and abs(event.score - previous.score) >= route.min_change


def deliveries(routes: Sequence[Route], event: Told) -> Iterator[tuple[Route, ChannelName]]:
    """Every message that the event is due, one for each route and channel."""
    for route in routes:
        if hears(route, event):
            yield from ((route, channel) for channel in route.channels)
