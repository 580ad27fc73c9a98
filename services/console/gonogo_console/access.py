"""Who may read what. A key reads its project; a key that may only send follows what it sent."""

from dataclasses import dataclass

from starlette.requests import Request

from gonogo_console import sessions
from gonogo_console.settings import Settings
from gonogo_console.store import KeyRow, Store
from gonogo_platform import keys
from gonogo_platform.clock import now
from gonogo_platform.problems import Problem

ALL = "*"
READING = frozenset({"read", "admin"})


@dataclass(frozen=True)
class Reader:
    """Somebody who asks."""

    name: str
    project: str
    """A project's slug, or `*` for all."""
    key_id: str = ""
    reads: bool = True
    """False: the key may only send reports, and follow those it sent."""

    def may_read(self, project: str) -> bool:
        """Whether everything of this project may be shown."""
        return self.reads and self.project in (ALL, project)

    def may_follow(self, project: str, key_id: str) -> bool:
        """Whether a submission of this project that this key sent may be shown."""
        return self.may_read(project) or (self.key_id != "" and self.key_id == key_id)

    def projects(self) -> str | None:
        """The one project to show, or None for all.

        Raises:
            Problem: the key may only send.
        """
        if not self.reads:
            raise _no_scope()
        return None if self.project == ALL else self.project

    def require(self, project: str) -> None:
        """Refuses where the project may not be read, whether it exists or not.

        Raises:
            Problem: the key may only send, or is another project's.
        """
        if not self.reads:
            raise _no_scope()
        if not self.may_read(project):
            detail = f"this key reads project {self.project!r} only; use a key of project {project!r}"
            raise Problem(403, "project-forbidden", "Another project's", detail)


EVERYBODY = Reader("everybody", ALL)


class Access:
    """Tells who asks, by a key or by the cookie of a login."""

    def __init__(self, settings: Settings, store: Store) -> None:
        self._settings = settings
        self._store = store
        self._pepper = settings.key_pepper.get_secret_value()

    async def reader(self, request: Request) -> Reader:
        """Who asks.

        Raises:
            Problem: nobody known.
        """
        if self._settings.open:
            return EVERYBODY
        if header := request.headers.get("authorization"):
            scheme, _, text = header.partition(" ")
            found = await self.by_key(text.strip()) if scheme.lower() == "bearer" else None
        else:
            found = await self._by_cookie(request.cookies.get(sessions.COOKIE, ""))
        if found is None:
            raise _unknown(offered=header is not None)
        return found

    async def by_key(self, text: str) -> Reader | None:
        """The owner of a key; None where it is malformed, unknown, wrong, expired or revoked."""
        parts = keys.split(text)
        row = await self._store.key(parts[0]) if parts else None
        if parts is None or row is None or not keys.same(parts[1], self._pepper, row.digest):
            return None
        return _reader(row)

    def cookie(self, reader: Reader) -> tuple[str, int]:
        """Value of the cookie of a login, and its age in seconds."""
        age = int(self._settings.session_hours * 3600)
        return sessions.sign(reader.key_id, int(now().timestamp()) + age, self._pepper), age

    async def _by_cookie(self, cookie: str) -> Reader | None:
        key_id = sessions.key_of(cookie, now().timestamp(), self._pepper)
        row = await self._store.key(key_id) if key_id else None
        return _reader(row) if row else None


def _reader(row: KeyRow) -> Reader:
    return Reader(row.name, row.project, row.id, not READING.isdisjoint(row.scopes))


def _unknown(*, offered: bool) -> Problem:
    detail = "send a key with scope read: Authorization: Bearer gng_...; `gonogo keys create --scope read` makes one"
    if offered:
        detail = f"this key is unknown, expired or revoked; {detail}"
    problem = Problem(401, "key-invalid" if offered else "key-missing", "Who are you?", detail)
    return problem.with_header("WWW-Authenticate", 'Bearer realm="gonogo"')


def _no_scope() -> Problem:
    detail = "this key may send reports and follow those it sent; to read a project, use a key with scope read"
    return Problem(403, "scope-missing", "This key may not read", detail)
