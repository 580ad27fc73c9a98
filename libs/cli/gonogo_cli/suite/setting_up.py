"""Makes and removes what an installation needs on its servers."""

import asyncio
from datetime import timedelta
from urllib.parse import urlsplit, urlunsplit

import aio_pika
import asyncpg

from gonogo_cli.suite.checkout import migrations
from gonogo_cli.suite.installation import Installation
from gonogo_contracts import topology as topologies
from gonogo_platform import keys
from gonogo_platform.clock import now
from gonogo_platform.migrations import migrate, read_folder

ADD_KEY = """
insert into ingest.api_key (id, name, project, scopes, digest, expires_at) values ($1, $2, $3, $4, $5, $6)
"""


async def migrate_installation(installation: Installation) -> list[str]:
    """Brings the database to the newest version and gives the roles their passwords."""
    return await migrate(installation.owner_url, read_folder(migrations()), installation.role_passwords())


async def create_key(url: str, pepper: str, *, name: str, project: str, scopes: list[str], days: int) -> keys.Key:
    """Makes an API key; its text is shown to its owner and stored nowhere."""
    key = keys.new_key(pepper)
    connection = await asyncpg.connect(url, timeout=10)
    try:
        await connection.execute(ADD_KEY, key.id, name, project, scopes, key.digest, now() + timedelta(days=days))
    finally:
        await connection.close()
    return key


async def remove(installation: Installation) -> None:
    """Drops the database and the queues of an installation that nobody needs any more."""
    await asyncio.gather(_drop_database(installation), _delete_queues(installation))


async def _drop_database(installation: Installation) -> None:
    parts = urlsplit(installation.servers.postgres)
    connection = await asyncpg.connect(urlunsplit(parts._replace(path="/postgres")), timeout=10)
    try:
        name = await connection.fetchval("select quote_ident($1)", installation.database)
        await connection.execute(f"drop database if exists {name} with (force)")
    finally:
        await connection.close()


async def _delete_queues(installation: Installation) -> None:
    topology = topologies.load().named(installation.namespace)
    connection = await aio_pika.connect(installation.servers.rabbitmq)
    async with connection:
        channel = await connection.channel()
        for queue in topology.queues.values():
            await channel.queue_delete(queue.name)
        await channel.queue_delete(topology.dead_letters)
        for delay in topology.retry_delays:
            await channel.queue_delete(topology.retry_queue(delay))
            await channel.exchange_delete(topology.retry_queue(delay))
        for name in (topology.events_exchange, topology.dead_letters):
            await channel.exchange_delete(name)
