"""Asks a server, in its own protocol and as the user in the address, whether it answers and how old it is."""

import asyncio
import contextlib
import logging
import re
from collections.abc import Awaitable, Callable

import aiormq
import asyncpg
from redis.asyncio import Redis
from redis.exceptions import RedisError

from gonogo_servers.kinds import POSTGRES, RABBITMQ, REDIS, Kind

SECONDS = 3.0

# It logs every refused connection; a refusal is an expected answer here, and said in our own words.
logging.getLogger("aiormq").setLevel(logging.CRITICAL)

Version = tuple[int, ...]


class UnreachableError(Exception):
    """Nothing usable answers at the address; the text says why, without the address's password."""


def version(kind: Kind, url: str) -> Version:
    """The version of the server at `url`; `UnreachableError` where it does not answer within three seconds."""
    return asyncio.run(_bounded(_PROBES[kind], url))


def is_superuser(url: str) -> bool:
    """Whether the address's user may create databases and roles on that PostgreSQL."""
    return asyncio.run(_setting(url, "is_superuser")) == "on"


async def _bounded(probe: Callable[[str], Awaitable[str]], url: str) -> Version:
    try:
        async with asyncio.timeout(SECONDS):
            return _numbers(await probe(url))
    except TimeoutError as error:
        raise UnreachableError(f"no answer within {SECONDS:.0f} seconds") from error
    except (OSError, ValueError, RedisError, aiormq.AMQPError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise UnreachableError(_reason(error)) from error


def _numbers(text: str) -> Version:
    return tuple(int(part) for part in re.findall(r"\d+", text)[:2])


def _reason(error: Exception) -> str:
    text = str(error) or type(error).__name__
    if "Connect call failed" in text:
        return "nothing listens there"
    return re.sub(r"//[^@/\s]*@", "//…@", text.strip().splitlines()[0])


async def _postgres(url: str) -> str:
    return await _setting(url, "server_version")


async def _setting(url: str, name: str) -> str:
    connection = await asyncpg.connect(url, timeout=SECONDS)
    try:
        return str(await connection.fetchval("select current_setting($1)", name))
    finally:
        await connection.close(timeout=1)


async def _redis(url: str) -> str:
    async with Redis.from_url(url) as client:
        return str((await client.info("server"))["redis_version"])


async def _rabbitmq(url: str) -> str:
    connection = await aiormq.connect(url)
    properties = getattr(connection, "server_properties", {})
    with contextlib.suppress(aiormq.AMQPError):
        await connection.close()
    return str(properties.get("version", ""))


_PROBES: dict[Kind, Callable[[str], Awaitable[str]]] = {POSTGRES: _postgres, REDIS: _redis, RABBITMQ: _rabbitmq}
