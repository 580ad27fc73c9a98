"""The console's own application: the read API, the pages, and how each says that something went wrong."""

from typing import Any
from urllib.parse import quote

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from gonogo_console import api, login, pages
from gonogo_console.console import Console
from gonogo_platform.errors import Transient
from gonogo_platform.problems import MEDIA_TYPE, Problem

UNAUTHORIZED = 401
PLAIN = {404: "there is nothing at this address", 405: "this address does not take that method"}


class ProblemDetails(BaseModel):
    """RFC 9457: why a request was refused."""

    type: str
    title: str
    status: int
    code: str = Field(description="Stable, for programs.")
    detail: str = Field(description="What is wrong and what to do, for people.")


REFUSALS: dict[int | str, dict[str, Any]] = {
    status: {"description": text, "content": {MEDIA_TYPE: {"schema": ProblemDetails.model_json_schema()}}}
    for status, text in {
        401: "No key, or none that is valid.",
        403: "Another project's, or the key may not read.",
        404: "Nothing there that this key may see.",
        422: "A parameter cannot be used.",
        503: "Try again in a few seconds.",
    }.items()
}


def build_web(console: Console) -> FastAPI:
    """The application; the platform adds what operators need."""
    web = FastAPI(
        title="gonogo console",
        version="1",
        docs_url=None,  # its page loads scripts from elsewhere
        redoc_url=None,
        exception_handlers=dict.fromkeys((Problem, Transient, HTTPException, RequestValidationError), _refuse),
    )
    web.state.console = console
    web.include_router(api.router, responses=REFUSALS)
    web.include_router(login.router)
    web.include_router(pages.router)
    return web


async def _refuse(request: Request, error: Exception) -> Response:
    """A page for people, problem details for programs."""
    problem = as_problem(error)
    if not wants_page(request):
        return problem.response()
    if problem.status == UNAUTHORIZED:
        goal = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/login?next={quote(goal, safe='/')}", 303)
    return pages.not_there(request.app.state.console, problem)


def wants_page(request: Request) -> bool:
    """Whether a person asks, with a browser."""
    return not request.url.path.startswith("/v1/") and "text/html" in request.headers.get("accept", "")


def as_problem(error: Exception) -> Problem:
    """Any refusal in the one form."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, Transient):
        detail = f"{error.message}; try again in a few seconds"
        return Problem(503, error.code, "Not now", detail).with_header("Retry-After", "5")
    if isinstance(error, RequestValidationError):
        return _invalid(error)
    assert isinstance(error, HTTPException)  # noqa: S101 - these four classes are registered
    code = {404: "not-found", 405: "method-not-allowed"}.get(error.status_code, "refused")
    problem = Problem(error.status_code, code, error.detail, PLAIN.get(error.status_code, error.detail))
    problem.headers.update(error.headers or {})
    return problem


def _invalid(error: RequestValidationError) -> Problem:
    """Names each parameter that cannot be used; never repeats its value."""
    wrong = [f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors()[:5]]
    if any(one["loc"][0] == "path" for one in error.errors()):
        return Problem(404, "not-found", "Not Found", f"there is nothing at this address ({'; '.join(wrong)})")
    return Problem(422, "invalid-request", "Cannot be used", f"{'; '.join(wrong)} (see /openapi.json)")
