"""Where the servers' programs are: installed in the system, or unpacked below a folder of our own."""

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from gonogo_servers.kinds import POSTGRES, RABBITMQ, REDIS, Kind

SYSTEM = Path("/")

# The wrapper /usr/sbin/rabbitmq-server insists on root or its own user and on the system's folders, so it is not used.
_PATTERNS: dict[Kind, tuple[str, ...]] = {
    POSTGRES: ("usr/lib/postgresql/*/bin/postgres", "usr/pgsql-*/bin/postgres", "usr/bin/postgres"),
    REDIS: ("usr/bin/redis-server", "usr/local/bin/redis-server", "usr/bin/valkey-server"),
    RABBITMQ: ("usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin/rabbitmq-server",),
}
_NAMES = {POSTGRES: "postgres", REDIS: "redis-server"}


@dataclass(frozen=True)
class Program:
    """A server's executable and the root folder its package lies in (`/` where it is installed)."""

    path: Path
    root: Path

    def environment(self) -> dict[str, str]:
        """The environment it runs in; an unpacked one also finds its libraries and commands below its root."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "TZ", "TMPDIR") if name in os.environ}
        if self.root == SYSTEM:
            return kept
        libraries = [str(folder) for start in ("usr/lib", "lib") for folder in self.root.glob(f"{start}/*-linux-gnu")]
        path = [str(self.root / folder) for folder in ("usr/bin", "usr/sbin", "bin")]
        inherited = [kept.get("PATH", os.defpath)]
        return {**kept, "LD_LIBRARY_PATH": os.pathsep.join(libraries), "PATH": os.pathsep.join(path + inherited)}


def find(kind: Kind, root: Path) -> Program | None:
    """The newest program of this kind below `root`, else (for the system) one on the search path."""
    found = [path for pattern in _PATTERNS[kind] for path in root.glob(pattern)]
    if found:
        return Program(max(found, key=_order), root)
    on_path = shutil.which(_NAMES[kind]) if root == SYSTEM and kind in _NAMES else None
    return Program(Path(on_path), root) if on_path else None


def _order(path: Path) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", str(path)))
