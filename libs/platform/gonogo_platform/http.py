"""The HTTP side of a service: its own routes, `/livez`, `/readyz`, `/metrics`, and what every request passes."""

import re
import time
from collections.abc import Sequence

import msgspec
import structlog
from opentelemetry.instrumentation.asgi import OpenTelemetryMiddleware
from opentelemetry.sdk.trace import TracerProvider
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gonogo_platform.clock import new_id
from gonogo_platform.errors import Transient
from gonogo_platform.health import Health
from gonogo_platform.metrics import Metrics
from gonogo_platform.problems import Problem, on_problem, on_transient, on_unexpected

CORRELATION = "x-correlation-id"
CORRELATION_FORM = re.compile(r"[A-Za-z0-9._-]{1,64}")
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
"""What becomes a label: a client may send any word as a method, and each would be a series that stays."""

OPERATIONS = ("/livez", "/readyz", "/metrics")


def build_app(
    routes: Sequence[BaseRoute], health: Health, metrics: Metrics, tracer_provider: TracerProvider
) -> Starlette:
    """The application, with the routes that operators need beside its own."""

    async def livez(_request: Request) -> Response:
        return Response(b'{"status":"alive"}', media_type="application/json")

    async def readyz(_request: Request) -> Response:
        readiness = await health.look()
        status = 503 if readiness.status == "unready" else 200
        return Response(msgspec.json.encode(readiness), status, media_type="application/json")

    async def show_metrics(_request: Request) -> Response:
        await health.look()
        return Response(generate_latest(metrics.registry), media_type=CONTENT_TYPE_LATEST)

    operations = [
        Route(path, endpoint) for path, endpoint in zip(OPERATIONS, (livez, readyz, show_metrics), strict=True)
    ]
    return Starlette(
        routes=[*operations, *routes],
        middleware=[
            Middleware(OpenTelemetryMiddleware, tracer_provider=tracer_provider, excluded_urls="livez,readyz,metrics"),
            Middleware(Observe, metrics=metrics),
        ],
        exception_handlers={
            Problem: on_problem,
            Transient: on_transient,
            HTTPException: _on_http_exception,
            Exception: on_unexpected,
        },
    )


async def _on_http_exception(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - it is registered for this class
    code = {404: "not-found", 405: "method-not-allowed"}.get(error.status_code, "refused")
    detail = {404: "there is nothing at this address", 405: "this address does not take that method"}
    problem = Problem(error.status_code, code, error.detail, detail.get(error.status_code, error.detail))
    problem.headers.update(error.headers or {})
    return problem.response()


class Observe:
    """Counts and times each request by its route, and gives it a correlation id that the response names."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "http" or scope["path"] in OPERATIONS:
            await self._app(scope, receive, send)
            return
        correlation = correlation_of(scope)
        scope.setdefault("state", {})["correlation_id"] = correlation
        started, status = time.perf_counter(), 500

        async def observed(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", []), (CORRELATION.encode(), correlation.encode())]
            await send(message)

        with structlog.contextvars.bound_contextvars(correlation_id=correlation):
            try:
                await self._app(scope, receive, observed)
            finally:
                self._count(scope, status, time.perf_counter() - started)

    def _count(self, scope: Scope, status: int, seconds: float) -> None:
        method = scope["method"] if scope["method"] in METHODS else "other"
        route = getattr(scope.get("route"), "path", "none")
        self._metrics.requests.labels(method, route, str(status)).inc()
        self._metrics.request_seconds.labels(method, route).observe(seconds)


def correlation_of(scope: Scope) -> str:
    """The client's correlation id where it is well formed, else a new one."""
    for name, value in scope["headers"]:
        text: str = value.decode("latin-1")
        if name == CORRELATION.encode() and CORRELATION_FORM.fullmatch(text):
            return text
    return new_id().hex
