"""The pages. They work without JavaScript; with it, a submission's page finishes by itself."""

import asyncio
from collections import defaultdict
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import RedirectResponse, Response

from gonogo_console import lookups
from gonogo_console.api import After, Slug
from gonogo_console.console import Asking, Console, Here
from gonogo_console.cursors import read_cursor
from gonogo_console.display import static_files
from gonogo_console.lookups import reading
from gonogo_console.review_page import review_page
from gonogo_console.sparkline import line
from gonogo_platform.problems import Problem

router = APIRouter(include_in_schema=False)

LIST = 50
"""Rows on one page."""

TREND = 60
"""Reviews in a project's chart."""

FOUND = 30
"""Results of each kind."""

MEDIA = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
STATIC_HEADERS = {"Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}


@router.get("/")
async def show_projects(console: Here, reader: Asking, cursor: After = None) -> Response:
    """All projects, each with where it stands; how to send the first report where there is none."""
    after = (cursor or "").replace("\0", "")
    items, following = await console.store.projects(reader.projects(), LIST, after)
    if not items and not after:
        return console.page("empty.html", reader)
    sparks = {project.slug: line(project.scores, 112, 28) for project in items}
    return console.page("projects.html", reader, projects=items, sparks=sparks, next=following)


@router.get("/projects/{slug}")
async def show_project(slug: Slug, console: Here, reader: Asking, cursor: After = None) -> Response:
    """A project's submissions, newest first, and its trend."""
    reader.require(slug)
    before = read_cursor(cursor) if cursor else None
    items, following = await console.store.submissions(slug, LIST, before)
    if not items and before is None:
        detail = f"nothing was sent for project {slug!r} yet; the list of projects says which there are"
        raise Problem(404, "project-unknown", "No such project", detail)
    points = await console.store.trend(slug, TREND)
    chart = line([point.score for point in points], 960, 96)
    return console.page(
        "project.html", reader, slug=slug, submissions=items, points=points, chart=chart, next=following
    )


@router.get("/reviews/{identity}")
async def show_review(identity: UUID, console: Here, reader: Asking) -> Response:
    """One review; while the submission is still being judged, the page that says where it stands."""
    try:
        row = await lookups.review(console.store, reader, identity)
    except Problem as problem:
        if submission := problem.extra.get("submission"):
            return RedirectResponse(f"/submissions/{submission}", 303)
        raise
    submission = await lookups.submission(console.store, reader, row.submission_id)
    text = await reading(console.store, row.submission_id)
    page = await asyncio.to_thread(review_page, row, submission, text)
    return await asyncio.to_thread(console.page, "review.html", reader, page=page, review=page.review)


@router.get("/submissions/{identity}")
async def show_submission(identity: UUID, console: Here, reader: Asking) -> Response:
    """Where a submission stands; its review where there is one."""
    submission = await lookups.submission(console.store, reader, identity)
    if submission.state == "scored":
        return RedirectResponse(f"/reviews/{submission.review_id}", 303)
    return console.page("submission.html", reader, submission=submission)


@router.get("/submissions/{identity}/progress")
async def show_progress(identity: UUID, console: Here, reader: Asking) -> Response:
    """The part of a submission's page that changes; sends the browser on when nothing more is coming."""
    submission = await lookups.submission(console.store, reader, identity)
    response = console.page("progress.html", reader, submission=submission)
    if submission.final:
        response.headers["HX-Redirect"] = f"/submissions/{identity}"
    return response


@router.get("/search")
async def search(console: Here, reader: Asking, q: Annotated[str, Query(max_length=200)] = "") -> Response:
    """Projects by name, findings and claims by words."""
    hits = await console.store.search(q, reader.projects(), FOUND) if q.strip() else ()
    kinds = defaultdict(list)
    for hit in hits:
        kinds[hit.kind].append(hit)
    return console.page("search.html", reader, query=q, kinds=kinds)


@router.get("/static/{name}")
async def show_static(name: str) -> Response:
    """A file that pages load, held in memory: no path of the machine is ever looked up."""
    content = static_files().get(name)
    media = MEDIA.get(name[name.rfind(".") :])
    if content is None or media is None:
        raise Problem(404, "not-found", "Not Found", "there is nothing at this address")
    return Response(content, media_type=media, headers=STATIC_HEADERS)


def not_there(console: Console, problem: Problem) -> Response:
    """A refusal as a page that says what to do."""
    return console.page("problem.html", None, problem.status, problem=problem)
