"""What the read API answers, and what the pages show."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from gonogo_contracts.review import Severity, Verdict

State = Literal["received", "parsed", "scored", "failed"]


class Answer(BaseModel):
    """Never changes once it is read."""

    model_config = ConfigDict(frozen=True)


class Failure(Answer):
    """Why a submission cannot be judged."""

    stage: str
    code: str
    message: str


class Submission(Answer):
    """Where one upload stands, and the verdict where there is one."""

    id: UUID
    project: str
    release: str
    received_at: datetime
    state: State
    changed_at: datetime = Field(description="When it came to this state.")
    final: bool = Field(description="Whether nothing more is coming: it is judged, or cannot be.")
    failure: Failure | None
    reviewed_at: datetime | None
    review_id: UUID | None = Field(description="Its newest review.")
    verdict: Verdict | None
    score: float | None
    credibility: float | None
    score_change: float | None = Field(description="Against the project's review before; none where it is the first.")


class Happening(Answer):
    """One entry of a timeline."""

    time: datetime
    type: str
    text: str = Field(description="What happened, for people.")
    data: dict[str, Any]


class File(Answer):
    """One uploaded file."""

    name: str
    sha256: str
    size: int = Field(description="Bytes.")
    media: str


class SubmissionDetails(Submission):
    """A submission with what was sent and everything that happened to it, oldest first."""

    commit: str | None
    environment: str | None
    labels: dict[str, str]
    files: tuple[File, ...] = Field(description="The report first.")
    timeline: tuple[Happening, ...]
    reviews: tuple[UUID, ...] = Field(description="All its reviews, newest first.")


class SubmissionPage(Answer):
    """A part of a list, newest first."""

    items: tuple[Submission, ...]
    next: str | None = Field(description="Cursor of the next part; none at the end.")


class Point(Answer):
    """One release in a project's trend."""

    time: datetime
    release: str
    review_id: UUID
    verdict: Verdict
    score: float
    credibility: float


class Trend(Answer):
    """The newest reviews of a project's submissions, oldest first."""

    project: str
    points: tuple[Point, ...]


class Project(Answer):
    """A project and its newest submission."""

    slug: str
    submissions: int = Field(description="How many, counted up to 1000.")
    latest: Submission
    scores: tuple[float, ...] = Field(description="Of its last reviews, oldest first, 20 at most.")


class ProjectPage(Answer):
    """A part of the list of projects, by name."""

    items: tuple[Project, ...]
    next: str | None = Field(description="Cursor of the next part; none at the end.")


class Hit(Answer):
    """Something that a search found."""

    kind: Literal["project", "claim", "finding"]
    project: str
    release: str | None
    submission_id: UUID | None
    review_id: UUID | None
    line: int | None
    severity: Severity | None
    text: str


class Hits(Answer):
    """What a search found: projects, findings, claims; each newest first, bounded."""

    query: str
    items: tuple[Hit, ...]
