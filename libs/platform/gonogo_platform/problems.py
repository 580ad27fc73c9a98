"""Errors over HTTP: RFC 9457 problem details with a stable code."""

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from gonogo_platform.errors import Transient

MEDIA_TYPE = "application/problem+json"


class Problem(Exception):
    """A request that is refused: what is wrong, where, and what to do."""

    def __init__(self, status: int, code: str, title: str, detail: str, **extra: object) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail
        self.headers: dict[str, str] = {}
        self.extra = extra

    def with_header(self, name: str, value: str) -> "Problem":
        """The same refusal with a response header, such as Retry-After."""
        self.headers[name] = value
        return self

    def response(self) -> Response:
        """The refusal as it is sent."""
        body = {
            "type": f"urn:gonogo:problem:{self.code}",
            "title": self.title,
            "status": self.status,
            "code": self.code,
            "detail": self.detail,
            **self.extra,
        }
        return Response(msgspec.json.encode(body), self.status, media_type=MEDIA_TYPE, headers=self.headers)


async def on_problem(_request: Request, error: Exception) -> Response:
    """Starlette's handler for `Problem`."""
    assert isinstance(error, Problem)  # noqa: S101 - it is registered for this class
    return error.response()


async def on_unexpected(_request: Request, _error: Exception) -> Response:
    """Starlette's handler for everything else; the traceback is in the log, under the correlation id of the answer."""
    detail = "something unexpected went wrong here; nothing was stored, and the operator's log says what"
    return Problem(500, "unexpected", "An error of gonogo's own", detail).response()


async def on_transient(_request: Request, error: Exception) -> Response:
    """Starlette's handler for `Transient`: nothing was lost, the client may try again."""
    assert isinstance(error, Transient)  # noqa: S101 - it is registered for this class
    problem = Problem(503, error.code, "Not now", f"{error.message}; nothing was stored, try again in a few seconds")
    return problem.with_header("Retry-After", "5").response()
