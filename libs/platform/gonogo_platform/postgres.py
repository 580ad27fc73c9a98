"""The database pool: bounded, recycled, with time limits, and errors told apart as transient."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypeAlias

import asyncpg
from asyncpg.pool import PoolConnectionProxy

from gonogo_platform.errors import Transient
from gonogo_platform.settings import PlatformSettings

Pool: TypeAlias = "asyncpg.Pool[asyncpg.Record]"
Connection: TypeAlias = "PoolConnectionProxy[asyncpg.Record] | asyncpg.Connection[asyncpg.Record]"

UNAVAILABLE = (
    OSError,
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.TransactionRollbackError,
    asyncpg.LockNotAvailableError,
)
"""Failures that say something of the server's moment, not of the work."""


async def open_pool(settings: PlatformSettings, schema: str) -> Pool:
    """A pool whose connections see the service's own schema first."""
    milliseconds = str(int(settings.statement_timeout * 1000))
    return await asyncpg.create_pool(
        settings.postgres_url.get_secret_value(),
        min_size=settings.pool_min,
        max_size=max(settings.pool_max, settings.pool_min),
        max_queries=settings.pool_max_queries,
        max_inactive_connection_lifetime=settings.pool_max_idle,
        command_timeout=settings.statement_timeout + 5,
        timeout=settings.pool_wait,
        server_settings={
            "application_name": f"gonogo-{schema}",
            "search_path": schema,
            "statement_timeout": milliseconds,
            "idle_in_transaction_session_timeout": milliseconds,
        },
    )


class Database:
    """The pool, with a bounded wait and the two kinds of failure."""

    def __init__(self, pool: Pool, wait: float) -> None:
        self._pool = pool
        self._wait = wait

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[Connection]:
        """A connection from the pool.

        Raises:
            Transient: none came free in time, or the server is gone or restarting.
        """
        try:
            async with self._pool.acquire(timeout=self._wait) as connection:
                yield connection
        except TimeoutError as error:
            raise Transient("database-busy", "the database did not answer in time") from error
        except UNAVAILABLE as error:
            raise Transient("database-unavailable", f"the database is unavailable: {type(error).__name__}") from error

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        """A connection with a transaction that commits where the block ends without an exception."""
        async with self.connection() as connection, connection.transaction():
            yield connection

    def usage(self) -> tuple[int, int]:
        """Connections in use, and the most there can be."""
        return self._pool.get_size() - self._pool.get_idle_size(), self._pool.get_max_size()
