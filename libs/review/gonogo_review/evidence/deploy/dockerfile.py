"""Dockerfiles: base images, user, health check; every instruction with its line."""

import re

from gonogo_review.evidence.deploy.images import pinned
from gonogo_review.evidence.deploy.settings import tell_line
from gonogo_review.evidence.found import Found
from gonogo_review.evidence.source import Source

_FROM = re.compile(r"FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?", re.IGNORECASE)
_INSTRUCTION = re.compile(r"\s*([A-Za-z]+)\s+(.*)")


def read(source: Source, found: Found) -> None:
    """The last stage decides who runs it and how it is watched."""
    stages: set[str] = set()
    user = healthcheck = ""
    user_line = health_line = 0
    for number, line in source.lines():
        tell_line(line, number, found)
        base, instruction = _FROM.match(line), _INSTRUCTION.match(line)
        if base:
            if base[1] not in stages and base[1] != "scratch":
                found.fact("image.pinned", pinned(base[1]), "", f"line {number}", base[1])
            stages.add(base[2] or "")
            user = healthcheck = ""
        elif instruction and instruction[1].upper() == "USER":
            user, user_line = instruction[2].strip(), number
        elif instruction and instruction[1].upper() == "HEALTHCHECK":
            healthcheck, health_line = instruction[2].strip(), number
    root = user.partition(":")[0] in {"", "root", "0"}
    found.fact("container.non_root", not root, "", f"line {user_line}", "", setting=user)
    watched = healthcheck.upper() not in {"", "NONE"}
    found.fact("service.healthcheck", watched, "", f"line {health_line}", "", setting=healthcheck)
