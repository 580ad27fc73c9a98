"""`gonogo keys create|list|revoke`: API keys, hashed at rest and shown once."""

import asyncio
from argparse import ArgumentParser, Namespace

import asyncpg

from gonogo_cli.command import DONE, Refusal
from gonogo_cli.suite.operator import setting
from gonogo_cli.suite.setting_up import create_key

SCOPES = ("submit", "read")

LIST = """
select id, name, project, array_to_string(scopes, ',') as scopes, expires_at::date::text as expires,
       case when revoked_at is not null then 'revoked'
            when expires_at <= now() then 'expired' else 'valid' end as state,
       coalesce(last_used_at::date::text, 'never') as used
from ingest.api_key order by created_at
"""

REVOKE = "update ingest.api_key set revoked_at = now() where id = $1 and revoked_at is null"


def configure(parser: ArgumentParser) -> None:
    """Three verbs."""
    verbs = parser.add_subparsers(dest="verb", required=True)
    create = verbs.add_parser("create", help="make a key and show it, this once")
    create.add_argument("--project", required=True, help="the project it is for; '*' for all")
    create.add_argument("--scope", action="append", choices=SCOPES, help="what it may do (default: submit and read)")
    create.add_argument("--name", default="unnamed", help="whose it is, for the list")
    create.add_argument("--days", type=int, default=365, help="days until it expires (default: 365)")
    verbs.add_parser("list", help="show all keys, without their secrets")
    verbs.add_parser("revoke", help="end a key").add_argument("id", help="the key's id, as listed")


def run(args: Namespace) -> int:
    """Does what the verb says."""
    asyncio.run({"create": _create, "list": _list, "revoke": _revoke}[args.verb](args))
    return DONE


async def _create(args: Namespace) -> None:
    if not 1 <= args.days <= 3650:
        raise Refusal("--days: give 1 to 3650")
    scopes = sorted(set(args.scope or SCOPES))
    url, pepper = setting("GONOGO_POSTGRES_URL"), setting("GONOGO_KEY_PEPPER")
    key = await create_key(url, pepper, name=args.name, project=args.project, scopes=scopes, days=args.days)
    print(key.text)


async def _list(_args: Namespace) -> None:
    connection = await asyncpg.connect(setting("GONOGO_POSTGRES_URL"), timeout=10)
    try:
        rows = await connection.fetch(LIST)
    finally:
        await connection.close()
    print(f"{'id':14}{'state':9}{'project':20}{'scopes':14}{'expires':12}{'used':12}name")
    for row in rows:
        print(
            f"{row['id']:14}{row['state']:9}{row['project']:20}{row['scopes']:14}{row['expires']:12}{row['used']:12}{row['name']}"
        )


async def _revoke(args: Namespace) -> None:
    connection = await asyncpg.connect(setting("GONOGO_POSTGRES_URL"), timeout=10)
    try:
        if await connection.execute(REVOKE, args.id) != "UPDATE 1":
            raise Refusal(f"there is no valid key with the id '{args.id}'; 'gonogo keys list' shows them")
    finally:
        await connection.close()
    print(f"{args.id} is revoked")
