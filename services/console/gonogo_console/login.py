"""Logging in with an API key, and out again."""

import re
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from gonogo_console.console import Here
from gonogo_console.sessions import COOKIE
from gonogo_platform.problems import Problem

router = APIRouter(include_in_schema=False)

MAX_FORM = 4096
"""Bytes."""

LOCAL = re.compile(r"/(?![/\\])[^\s\\]*")
"""An address within the console, so that a login leads nowhere else."""

Next = Annotated[str, Query(max_length=1000)]


@router.get("/login")
async def show_login(console: Here, next: Next = "/") -> Response:  # noqa: A002 - the address's own word
    """The form, or straight on where everybody may read."""
    if console.settings.open:
        return RedirectResponse(local(next), 303)
    return console.page("login.html", None, next=local(next), refused=False)


@router.post("/login")
async def log_in(request: Request, console: Here) -> Response:
    """Takes a key and sets the cookie that stands for it."""
    refuse_foreign(request)
    fields = await read_form(request)
    goal = local(fields.get("next", "/"))
    reader = await console.access.by_key(fields.get("key", "").strip())
    if reader is None:
        return console.page("login.html", None, 401, next=goal, refused=True)
    value, age = console.access.cookie(reader)
    response = RedirectResponse(goal, 303)
    secure = console.settings.console_url.startswith("https:")
    response.set_cookie(COOKIE, value, max_age=age, httponly=True, samesite="lax", secure=secure)
    return response


@router.post("/logout")
async def log_out(request: Request) -> Response:
    """Ends the login."""
    refuse_foreign(request)
    response = RedirectResponse("/login", 303)
    response.delete_cookie(COOKIE)
    return response


def local(address: str) -> str:
    """The address, if it is one of ours."""
    return address if LOCAL.fullmatch(address) else "/"


def refuse_foreign(request: Request) -> None:
    """Forms count only from our own pages; browsers say where a request came from.

    Raises:
        Problem: another site sent it.
    """
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise Problem(403, "foreign-form", "From another site", "open the console's own login page and try again")


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a small form.

    Raises:
        Problem: it is too large, or no form.
    """
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_FORM:
            raise Problem(413, "form-too-large", "Too large", f"a login takes {MAX_FORM} bytes at most")
    try:
        fields = parse_qs(body.decode("utf-8"), max_num_fields=8)
    except ValueError as error:
        raise Problem(400, "form-malformed", "No form", "send the fields `key` and `next` as a form") from error
    return {name: values[0] for name, values in fields.items()}
