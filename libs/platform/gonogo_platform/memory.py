"""How much memory is in use, of the limit that ends the process when it is reached."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PROC = Path("/proc")
CONTROL_GROUPS = Path("/sys/fs/cgroup")

NO_LIMIT = 1 << 60
"""Version 1 of control groups writes a huge number where there is no limit."""


class Files(NamedTuple):
    """The names of a control group's files in one version."""

    used: str
    limit: str
    reclaimable: str
    """Line of memory.stat: page cache that the kernel gives back when asked."""


VERSION_1 = Files("memory.usage_in_bytes", "memory.limit_in_bytes", "total_inactive_file")
VERSION_2 = Files("memory.current", "memory.max", "inactive_file")


def memory_percent(limit: int = 0) -> float:
    """Memory in use, in percent of `limit` bytes; of the control group's limit where none is given; else of the
    machine's memory."""
    if limit:
        return 100 * sum(map(_resident, _family())) / limit
    for folder, files in _groups():
        if (percent := _group_percent(folder, files)) is not None:
            return percent
    fields = _fields(PROC / "meminfo")
    return 100 * (fields["MemTotal"] - fields["MemAvailable"]) / fields["MemTotal"]


def _groups() -> Iterator[tuple[Path, Files]]:
    """Where this process's control group may be: its own path, else the top, which in a container is its own."""
    for line in (PROC / "self" / "cgroup").read_text().splitlines():
        _, controllers, path = line.split(":", 2)
        if controllers == "":
            yield CONTROL_GROUPS / path.lstrip("/"), VERSION_2
        elif "memory" in controllers.split(","):
            yield CONTROL_GROUPS / "memory" / path.lstrip("/"), VERSION_1
    yield CONTROL_GROUPS, VERSION_2
    yield CONTROL_GROUPS / "memory", VERSION_1


def _group_percent(folder: Path, files: Files) -> float | None:
    """Use in percent; None where there is no such group or no limit."""
    try:
        limit = int((folder / files.limit).read_text())
        used = int((folder / files.used).read_text())
        details = dict(line.split() for line in (folder / "memory.stat").read_text().splitlines())
    except (OSError, ValueError):
        return None
    return 100 * (used - int(details.get(files.reclaimable, 0))) / limit if 0 < limit < NO_LIMIT else None


def _family() -> list[str]:
    """This process and its children (the worker processes), by their ids."""
    me = (PROC / "self").resolve()
    return [me.name, *(me / "task" / me.name / "children").read_text().split()]


def _resident(process: str) -> int:
    """Bytes; 0 where the process has just ended."""
    try:
        return _fields(PROC / process / "status").get("VmRSS", 0)
    except OSError:
        return 0


def _fields(file: Path) -> dict[str, int]:
    """`Name: 123 kB` lines, in bytes."""
    pairs = (line.split(":", 1) for line in file.read_text().splitlines() if line.endswith(" kB"))
    return {name: int(value.split()[0]) * 1024 for name, value in pairs}
