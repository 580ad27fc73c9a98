"""What was started, by whom, and where its data lies: small files below `.local/servers` of the checkout."""

import contextlib
import fcntl
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from gonogo_servers.kinds import Kind
from gonogo_servers.process import birth
from gonogo_servers.progress import say

CHECKOUT = Path(__file__).resolve().parents[3]
FOLDER = CHECKOUT / ".local" / "servers"


@dataclass(frozen=True)
class Record:
    """One server that was started here.

    `pid` and `born` name the process (0 for one in Docker); `owner` and `owner_born` the process it was started for.
    """

    name: str
    url: str
    extra: dict[str, str]
    pid: int
    born: str
    stop_signal: int
    after_stop: list[str]
    owner: int
    owner_born: str

    @classmethod
    def of(
        cls,
        kind: Kind,
        url: str,
        extra: dict[str, str],
        owner: int,
        pid: int = 0,
        stop_signal: int = 0,
        after_stop: Sequence[str] = (),
    ) -> "Record":
        """The record of a server that has just been started for `owner`."""
        born = birth(pid) or ""
        return cls(kind.name, url, extra, pid, born, stop_signal, list(after_stop), owner, birth(owner) or "")

    def handed_to(self, owner: int) -> "Record":
        """The same server with another owner."""
        return replace(self, owner=owner, owner_born=birth(owner) or "")

    def alive(self) -> bool:
        """Whether the process that was started is still there."""
        return self.pid > 0 and birth(self.pid) == self.born

    def belongs_to(self, owner: int) -> bool:
        """Whether `owner` may stop it: it is his, or the one it was started for is gone."""
        return self.owner == owner or birth(self.owner) != self.owner_born

    def save(self) -> None:
        """Writes the record; the folder is private, since an address may hold a password."""
        _path(self.name).write_text(json.dumps(asdict(self), indent=1) + "\n")


def records() -> dict[str, Record]:
    """Every server on record, by name."""
    return {
        path.name.partition(".")[0]: Record(**json.loads(path.read_text()))
        for path in sorted(FOLDER.glob("*.started.json"))
    }


def forget(name: str) -> None:
    """Removes a server's record."""
    _path(name).unlink(missing_ok=True)


def data_home() -> Path:
    """Where servers keep data. Root's servers run as other users, who may not be able to enter the checkout."""
    if os.geteuid() != 0:
        return FOLDER
    return Path("/var/lib") / f"gonogo-servers-{checkout_id()}"


def checkout_id() -> str:
    """Eight characters that tell this checkout from another on the same machine."""
    return hashlib.sha256(str(CHECKOUT).encode()).hexdigest()[:8]


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Holds off every other search and stop in this checkout meanwhile."""
    FOLDER.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (FOLDER / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("servers", "waiting for another start or stop in this checkout")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _path(name: str) -> Path:
    return FOLDER / f"{name}.started.json"
