"""What every route is given."""

from dataclasses import dataclass
from typing import Annotated, Any

import jinja2
from fastapi import Depends, Request
from starlette.responses import HTMLResponse

from gonogo_console.access import Access, Reader
from gonogo_console.live import Live
from gonogo_console.settings import Settings
from gonogo_console.store import Store
from gonogo_platform.health import Health

PAGE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "private, no-cache",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
"""A page runs our two scripts and nothing else, and is shown in no other site's frame."""


@dataclass(frozen=True)
class Console:
    """The console's parts."""

    settings: Settings
    store: Store
    access: Access
    live: Live
    health: Health
    templates: jinja2.Environment

    def page(self, name: str, reader: Reader | None, status: int = 200, **context: Any) -> HTMLResponse:
        """A page from its template; `reader` is named in its head."""
        body = self.templates.get_template(name).render(reader=reader, **context)
        return HTMLResponse(body, status, headers=PAGE_HEADERS)


def _console(request: Request) -> Console:
    console: Console = request.app.state.console
    return console


Here = Annotated[Console, Depends(_console)]


async def _reader(request: Request, console: Here) -> Reader:
    return await console.access.reader(request)


Asking = Annotated[Reader, Depends(_reader)]
