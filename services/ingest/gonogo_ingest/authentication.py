"""Who sends: an API key with a scope, for a project."""

from typing import NamedTuple

from gonogo_ingest import store
from gonogo_ingest.refusals import forbidden, unauthorized
from gonogo_platform import keys
from gonogo_platform.clock import now
from gonogo_platform.postgres import Database

SCOPE = "submit"
HOW = "send 'Authorization: Bearer <key>'; `gonogo keys create` makes one"


class Sender(NamedTuple):
    """Whoever holds a valid key."""

    key_id: str
    project: str

    def check_project(self, project: str) -> None:
        """Refuses another project than the key's.

        Raises:
            Problem: 403.
        """
        if self.project not in ("*", project):
            raise forbidden(f"it is for the project '{self.project}', not for '{project}'")


async def authenticate(header: str | None, database: Database, pepper: str) -> Sender:
    """The sender behind an Authorization header.

    Raises:
        Problem: 401 without a valid key; which part was wrong is not told. 403 where it lacks the scope.
    """
    scheme, _, text = (header or "").partition(" ")
    parts = keys.split(text.strip()) if scheme.lower() == "bearer" else None
    if parts is None:
        raise unauthorized(f"no key was sent, or not in its form; {HOW}")
    async with database.connection() as connection:
        stored = await store.api_key(connection, parts[0])
    if stored is None or not keys.same(parts[1], pepper, stored.digest):
        raise unauthorized(f"this key is not known; {HOW}")
    if stored.revoked or stored.expires_at <= now():
        raise unauthorized(f"this key was revoked or has expired; {HOW}")
    if SCOPE not in stored.scopes:
        raise forbidden(f"it lacks the scope '{SCOPE}'")
    return Sender(parts[0], stored.project)
