"""The read API."""

import asyncio
from collections.abc import Mapping
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from fastapi import APIRouter, Path, Query
from starlette.responses import Response, StreamingResponse

from gonogo_console import following, lookups
from gonogo_console.answers import Hits, ProjectPage, SubmissionDetails, SubmissionPage, Trend
from gonogo_console.console import Asking, Here
from gonogo_console.cursors import read_cursor
from gonogo_contracts import review as reviews
from gonogo_platform.problems import Problem
from gonogo_review.judging.compare import Comparison
from gonogo_review.model import Reading
from gonogo_review.rendering import render

router = APIRouter(prefix="/v1")

Slug = Annotated[str, Path(pattern="^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", description="The project.")]
Limit = Annotated[int, Query(ge=1, le=200, description="Items in one answer.")]
After = Annotated[str | None, Query(max_length=200, description="`next` of the answer before.")]
Format = Literal["json", "text", "markdown", "html", "sarif", "junit"]

MEDIA: Mapping[str, str] = {
    "text": "text/plain; charset=utf-8",
    "markdown": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "sarif": "application/sarif+json",
    "junit": "application/xml",
}

RENDERED_HEADERS = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox"}
"""A rendered review is a document of its own: it runs nothing and loads nothing."""


@router.get("/submissions/{identity}")
async def show_submission(identity: UUID, console: Here, reader: Asking) -> SubmissionDetails:
    """Where a submission stands, and everything that happened to it."""
    return await lookups.submission(console.store, reader, identity)


@router.get("/submissions/{identity}/live", response_class=StreamingResponse)
async def follow_submission(identity: UUID, console: Here, reader: Asking) -> StreamingResponse:
    """Server-sent events: `state` each time the submission has moved on, `end` when nothing more is coming."""
    first = await lookups.submission(console.store, reader, identity)
    following.refuse_crowd(console)
    stream = following.follow(console, first)
    return StreamingResponse(stream, media_type="text/event-stream", headers=following.HEADERS)


@router.get("/submissions")
async def list_submissions(
    console: Here,
    reader: Asking,
    project: Annotated[str | None, Query(max_length=63, pattern="^[a-z0-9-]+$")] = None,
    limit: Limit = 50,
    cursor: After = None,
) -> SubmissionPage:
    """Submissions, newest first."""
    if project is not None:
        reader.require(project)
    only = project or reader.projects()
    before = read_cursor(cursor) if cursor else None
    items, following_cursor = await console.store.submissions(only, limit, before)
    return SubmissionPage(items=items, next=following_cursor)


@router.get("/reviews/{identity}", response_class=Response)
async def show_review(
    identity: UUID, console: Here, reader: Asking, form: Annotated[Format, Query(alias="as")] = "json"
) -> Response:
    """A review, or the newest review of a submission: `gonogo.review/1` as stored, or rendered."""
    row = await lookups.review(console.store, reader, identity)
    if form == "json":
        return Response(row.body, media_type="application/json")
    reading = await lookups.reading(console.store, row.submission_id)
    if reading is None:
        detail = "the report as read is not stored any more, or is too large to show; the JSON is there without `as`"
        raise Problem(404, "reading-missing", "The report's text is not there", detail)
    body = await asyncio.to_thread(_rendered, form, row.body, reading, row.comparison)
    return Response(body, media_type=MEDIA[form], headers=RENDERED_HEADERS)


def _rendered(form: str, body: bytes, reading: Reading, comparison: str | None) -> str:
    change = msgspec.json.decode(comparison, type=Comparison) if comparison else None
    return render(form, reviews.decode(body), reading, change)


@router.get("/projects")
async def list_projects(console: Here, reader: Asking, limit: Limit = 50, cursor: After = None) -> ProjectPage:
    """Projects by name, each with its newest submission."""
    items, following_cursor = await console.store.projects(reader.projects(), limit, (cursor or "").replace("\0", ""))
    return ProjectPage(items=items, next=following_cursor)


@router.get("/projects/{slug}/reviews")
async def list_reviews(
    slug: Slug, console: Here, reader: Asking, limit: Limit = 50, cursor: After = None
) -> SubmissionPage:
    """The project's submissions that are judged, newest first, each with its newest review."""
    reader.require(slug)
    before = read_cursor(cursor) if cursor else None
    items, following_cursor = await console.store.submissions(slug, limit, before, reviewed=True)
    return SubmissionPage(items=items, next=following_cursor)


@router.get("/projects/{slug}/trend")
async def show_trend(slug: Slug, console: Here, reader: Asking, limit: Limit = 100) -> Trend:
    """Score, credibility and verdict by time."""
    reader.require(slug)
    return Trend(project=slug, points=await console.store.trend(slug, limit))


@router.get("/search")
async def search(
    console: Here,
    reader: Asking,
    q: Annotated[str, Query(min_length=1, max_length=200, description='Words; "a phrase"; -not; or.')],
    limit: Limit = 50,
) -> Hits:
    """Projects by name, and what findings and claims say, newest first; `limit` of each kind."""
    return Hits(query=q, items=await console.store.search(q, reader.projects(), limit))
