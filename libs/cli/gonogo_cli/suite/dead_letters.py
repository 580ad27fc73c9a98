"""`gonogo dead-letters list|show|replay|discard`: what could not be handled, and what becomes of it."""

import asyncio
import json
from argparse import ArgumentParser, Namespace
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aio_pika
from aio_pika.abc import AbstractChannel, AbstractIncomingMessage, AbstractQueue

from gonogo_cli.command import DONE, Refusal
from gonogo_cli.suite.operator import optional, setting
from gonogo_contracts import topology as topologies
from gonogo_platform.broker import ATTEMPT, CAUSE, ERROR

MOST = 10_000
"""Letters that one call looks at."""


def configure(parser: ArgumentParser) -> None:
    """Four verbs."""
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("list", help="show all dead letters with their causes")
    verbs.add_parser("show", help="show one whole").add_argument("id")
    for verb, text in (("replay", "send to its queue again"), ("discard", "delete for good")):
        one = verbs.add_parser(verb, help=text)
        one.add_argument("id", nargs="?", help="the letter's id, as listed")
        one.add_argument("--queue", help="all letters that were taken from this queue")


def run(args: Namespace) -> int:
    """Does what the verb says."""
    if args.verb in ("replay", "discard") and not (args.id or args.queue):
        raise Refusal("which ones? Give an id, or --queue NAME; 'gonogo dead-letters list' shows them")
    asyncio.run({"list": _list, "show": _show, "replay": _settle, "discard": _settle}[args.verb](args))
    return DONE


async def _list(_args: Namespace) -> None:
    async with _letters() as (_channel, letters):
        async for queue, letter in letters:
            print(f"{letter.message_id}  {queue}  {cause(letter)}: {error_of(letter)}")


async def _show(args: Namespace) -> None:
    async with _letters() as (_channel, letters):
        async for queue, letter in letters:
            if letter.message_id == args.id:
                print(f"queue: {queue}\ncause: {cause(letter)}\nerror: {error_of(letter)}")
                print(f"attempts: {int(str(letter.headers.get(ATTEMPT, 0))) + 1}\n{_body(letter.body)}")
                return
    raise Refusal(f"there is no dead letter '{args.id}'")


async def _settle(args: Namespace) -> None:
    """Publishes again with a confirm before the letter is taken away, so that none can get lost in between."""
    count = 0
    async with _letters() as (channel, letters):
        async for queue, letter in letters:
            if args.id not in (None, letter.message_id) or args.queue not in (None, queue):
                continue
            if args.verb == "replay":
                await channel.default_exchange.publish(_again(letter), queue, timeout=10)
            await letter.ack()
            count += 1
    if count == 0:
        raise Refusal("there is no such dead letter")
    print(f"{count} {'replayed' if args.verb == 'replay' else 'discarded'}")


@asynccontextmanager
async def _letters() -> AsyncIterator[tuple[AbstractChannel, AsyncIterator[tuple[str, AbstractIncomingMessage]]]]:
    """Every dead letter with the queue it was taken from; those that are not settled go back when the block ends."""
    connection = await aio_pika.connect(setting("GONOGO_RABBITMQ_URL"), timeout=10)
    async with connection:
        channel = await connection.channel(publisher_confirms=True, on_return_raises=True)
        topology = topologies.load().named(optional("GONOGO_NAMESPACE"))
        yield channel, _each(await channel.get_queue(topology.dead_letters))


async def _each(dead: AbstractQueue) -> AsyncIterator[tuple[str, AbstractIncomingMessage]]:
    for _ in range(min(MOST, dead.declaration_result.message_count or 0)):
        letter = await dead.get(no_ack=False, fail=False)
        if letter is None:
            break
        yield letter.routing_key or "", letter


def cause(letter: AbstractIncomingMessage) -> str:
    """The code of what went wrong; the broker's own reason where no consumer could say it."""
    if code := letter.headers.get(CAUSE):
        return str(code)
    deaths = letter.headers.get("x-death")
    return str(deaths[0].get("reason")) if isinstance(deaths, list) and isinstance(deaths[0], dict) else "unknown"


def error_of(letter: AbstractIncomingMessage) -> str:
    """The sentence that says what went wrong, where a consumer could say it."""
    return str(letter.headers.get(ERROR, ""))


def _again(letter: AbstractIncomingMessage) -> aio_pika.Message:
    return aio_pika.Message(
        letter.body,
        content_type=letter.content_type,
        message_id=letter.message_id,
        correlation_id=letter.correlation_id,
        delivery_mode=aio_pika.DeliveryMode.PERSISTENT,
    )


def _body(body: bytes) -> str:
    try:
        return json.dumps(json.loads(body), indent=2, ensure_ascii=False)
    except (ValueError, RecursionError):
        return ascii(body[:2000])
