"""CPU-heavy work in processes of its own, so that the event loop never blocks: bounded in time and memory.

A worker that takes too long is killed and replaced; one that asks for too much memory fails that one piece of work.
"""

import asyncio
import multiprocessing
import resource
from collections.abc import Callable
from concurrent.futures import TimeoutError as WorkerTimeout
from typing import ParamSpec, TypeVar

from pebble import ProcessExpired, ProcessPool

from gonogo_platform.errors import Permanent, Transient

P = ParamSpec("P")
T = TypeVar("T")

RECYCLE = 500
"""Pieces of work after which a worker is replaced, so that no leak lasts."""


class Workers:
    """A pool of worker processes."""

    def __init__(self, count: int, *, seconds: float, memory: int) -> None:
        """`seconds` and `memory` (bytes of address space) bound one piece of work."""
        self._count = count
        self._seconds = seconds
        self._pool = ProcessPool(
            max_workers=count,
            max_tasks=RECYCLE,
            initializer=_limit_memory,
            initargs=(memory,),
            context=multiprocessing.get_context("spawn"),
        )

    async def warm(self, work: Callable[[], object]) -> None:
        """Starts the processes and lets each load what `work` needs, so that the first upload does not wait."""
        await asyncio.gather(*(self.run(work) for _ in range(self._count)))

    async def run(self, work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        """The result of the work, done in a worker.

        Raises:
            Permanent: it took too long or too much memory; the same input would again.
            Transient: the worker died, which may be somebody else's doing.
        """
        future = self._pool.schedule(work, args=list(arguments), kwargs=named, timeout=self._seconds)
        try:
            return await asyncio.wrap_future(future)
        except WorkerTimeout as error:
            raise Permanent("too-slow", f"reading took more than {self._seconds:g} s and was stopped") from error
        except MemoryError as error:
            raise Permanent("too-much-memory", "reading needed more memory than a worker may take") from error
        except ProcessExpired as error:
            raise Transient("worker-died", "a worker process died") from error

    async def stop(self) -> None:
        """Waits for the work in hand, then ends the processes."""
        self._pool.close()  # type: ignore[no-untyped-call]
        await asyncio.to_thread(self._pool.join)


def _limit_memory(limit: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
