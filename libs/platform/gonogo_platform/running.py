"""From settings to a running process and back: fails fast at start, stops gracefully on SIGTERM."""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager, suppress
from typing import TypeVar

import structlog
import uvicorn
import uvloop
from pydantic import ValidationError

from gonogo_platform.errors import Misconfigured
from gonogo_platform.http import build_app
from gonogo_platform.service import Service
from gonogo_platform.settings import PlatformSettings
from gonogo_platform.telemetry import set_up_logging

log = structlog.get_logger()
S = TypeVar("S", bound=PlatformSettings)
Build = Callable[[S, AsyncExitStack], Awaitable[Service]]

USAGE = 2
"""Exit status where the settings are wrong."""


def main(name: str, port: int, settings_type: type[S], build: Build[S]) -> None:
    """Runs the service until SIGTERM or SIGINT."""
    settings = load_settings(settings_type)
    set_up_logging(name, settings)
    uvloop.run(_to_the_end(settings, port, build))


async def _to_the_end(settings: S, port: int, build: Build[S]) -> None:
    """Ends the process itself: the tasks of a connection that stalls outlive their cancelling, and the loop would wait
    for them for ever."""
    status = 0
    try:
        await _serve(settings, port, build)
    except Misconfigured as error:
        log.error("cannot start", code=error.code, error=error.message)  # noqa: TRY400 - the sentence says all
        status = USAGE
    logging.shutdown()
    os._exit(status)


def load_settings(settings_type: type[S]) -> S:
    """The settings of the environment; on wrong ones the process ends, naming each, never a value."""
    try:
        return settings_type()
    except ValidationError as error:
        for problem in error.errors(include_input=False, include_url=False):
            field = "_".join(str(part) for part in problem["loc"])
            print(f"GONOGO_{field.upper()}: {problem['msg']}" if field else problem["msg"], file=sys.stderr)
        print("gonogo cannot start with these settings; docs/settings.md lists them all.", file=sys.stderr)
        sys.exit(USAGE)


async def _serve(settings: S, port: int, build: Build[S]) -> None:
    async with AsyncExitStack() as stack:
        service = await build(settings, stack)
        app = build_app(service.routes, service.health, service.metrics, service.tracer_provider)
        server = Server(
            uvicorn.Config(
                app,
                host=settings.http_host,
                port=settings.http_port or port,
                log_config=None,
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=int(settings.grace_seconds),
            )
        )
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, _begin_stop, service, server)
        await service.broker.start()
        tasks = [asyncio.ensure_future(task()) for task in service.tasks]
        await _run_until_stopped(service, server, tasks)


def _begin_stop(service: Service, server: "Server") -> None:
    """Readiness turns false at once, so that no new work is sent here; then the server winds down."""
    service.health.stopping = True
    server.should_exit = True


async def _run_until_stopped(service: Service, server: "Server", tasks: Sequence[asyncio.Future[None]]) -> None:
    log.info("started", port=server.config.port)
    serving = asyncio.ensure_future(server.serve())
    done, _ = await asyncio.wait([serving, *tasks], return_when=asyncio.FIRST_COMPLETED)
    service.health.stopping = server.should_exit = True
    log.info("stopping")
    with suppress(TimeoutError):
        async with asyncio.timeout(service.settings.grace_seconds):
            await asyncio.gather(*(subscriber.stop() for subscriber in service.broker.subscribers))
    await serving
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for task in done - {serving}:
        task.result()
    log.info("stopped")


class Server(uvicorn.Server):
    """uvicorn without its own signal handling, which would end the process by the signal instead of with status 0."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leaves the signals to `_serve`."""
        yield
