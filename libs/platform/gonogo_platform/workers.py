"""CPU-heavy work in processes of its own, so that the event loop never blocks: bounded in time and memory.

A worker that takes too long is killed and replaced; one that asks for too much memory fails that one piece of work.
"""

import asyncio
import multiprocessing
import resource
import traceback
from collections.abc import Callable
from concurrent.futures import TimeoutError as WorkerTimeout
from functools import partial
from typing import NamedTuple, ParamSpec, TypeVar, cast

import structlog
from pebble import ProcessExpired, ProcessPool

from gonogo_platform.errors import Permanent, Transient

log = structlog.get_logger()

P = ParamSpec("P")
T = TypeVar("T")

RECYCLE = 500
"""Pieces of work after which a worker is replaced, so that no leak lasts."""


FRAMES = 20
"""Steps of the way to a fault that are logged."""


class Workers:
    """A pool of worker processes."""

    def __init__(self, count: int, *, seconds: float, memory: int) -> None:
        """`seconds` and `memory` (bytes of address space) bound one piece of work."""
        self._count = count
        self._seconds = seconds
        self._memory = memory
        self._pool = self._open()

    def _open(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self._count,
            max_tasks=RECYCLE,
            initializer=_limit_memory,
            initargs=(self._memory,),
            context=multiprocessing.get_context("spawn"),
        )

    async def warm(self, work: Callable[[], object]) -> None:
        """Starts the processes and lets each load what `work` needs, so that the first upload does not wait."""
        await asyncio.gather(*(self.run(work) for _ in range(self._count)))

    async def run(self, work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        """The result of the work, done in a worker.

        Raises:
            Permanent: it took too long or too much memory, or raised what nobody expected; the same input would again.
            Transient: the worker died, which may be somebody else's doing, or the machine refused it something.
        """
        if not self._pool.active:
            self._pool = self._open()
        future = self._pool.schedule(_guarded, args=(partial(work, *arguments, **named),), timeout=self._seconds)
        try:
            outcome = await asyncio.wrap_future(future)
        except WorkerTimeout as error:
            raise Permanent("too-slow", f"reading took more than {self._seconds:g} s and was stopped") from error
        except ProcessExpired as error:
            raise Transient("worker-died", "a worker process died") from error
        if isinstance(outcome, Fault):
            raise _failure(outcome)
        return cast("T", outcome)

    async def stop(self) -> None:
        """Ends the processes; whoever waits for their work has been told to stop, or has used up its grace time."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        await asyncio.to_thread(self._pool.join)


class Fault(NamedTuple):
    """What a worker met. Exceptions stay where they were raised: one that cannot be unpickled breaks the pool."""

    kind: str
    where: str
    """The way to it in the code, without its message, which may hold text of a report."""
    of_the_machine: bool


def _guarded(work: Callable[[], T]) -> T | Fault:
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - every one becomes a plain value
        where = "".join(traceback.format_tb(error.__traceback__)[-FRAMES:])
        return Fault(type(error).__name__, where, isinstance(error, OSError))


def _failure(fault: Fault) -> Permanent | Transient:
    if fault.kind == "MemoryError":
        return Permanent("too-much-memory", "reading needed more memory than a worker may take")
    log.error("a worker failed unexpectedly", kind=fault.kind, where=fault.where)
    if fault.of_the_machine:
        return Transient("worker-refused", f"a worker could not use a file: {fault.kind}")
    return Permanent(
        "unexpected", f"reading met an unexpected {fault.kind}; this is a fault of gonogo, please report it"
    )


def _limit_memory(limit: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
