"""Dockerfiles: base images, user, health check; every instruction with its line."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gonogo_review.evidence.deploy.environment import in_clear
from gonogo_review.evidence.deploy.images import pinned
from gonogo_review.evidence.deploy.settings import tell_line
from gonogo_review.evidence.found import Found
from gonogo_review.evidence.source import Source

_FROM = re.compile(r"(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?", re.IGNORECASE)
_INSTRUCTION = re.compile(r"\s*([A-Za-z]+)\s+(.*)")
_HERE = re.compile(r"<<-?[\"']?(\w+)")
_PAIR = re.compile(r"(\w+)[=\s]\s*[\"']?([^\s\"']+)")
_UNPRIVILEGED = re.compile(r"nonroot|unprivileged|rootless", re.IGNORECASE)
"""What bases that run as another user are called."""


class _Stage(NamedTuple):
    """What a stage says of who runs it and how it is watched, each with its line."""

    user: str = ""
    user_line: int = 0
    watch: str = ""
    watch_line: int = 0


def read(source: Source, found: Found) -> None:
    """The last stage decides who runs it and how it is watched; it has what the stage has that it starts from."""
    stages: dict[str, _Stage] = {}
    stage, name = _Stage(), ""
    for number, word, rest in _instructions(source, found):
        base = _FROM.match(rest) if word == "FROM" else None
        if base:
            stage, name = stages.get(base[1].lower()) or _from(base[1], number, found), base[2] or ""
        elif word == "USER":
            stage = stage._replace(user=rest.strip(), user_line=number)
        elif word == "HEALTHCHECK":
            stage = stage._replace(watch=rest.strip(), watch_line=number)
        elif word in {"ENV", "ARG"} and (clear := in_clear((one[1], one[2]) for one in _PAIR.finditer(rest))):
            found.fact("service.secret_in_clear", True, "", f"line {number}", "", setting=", ".join(clear))  # noqa: FBT003
        if name:
            stages[name.lower()] = stage
    root = stage.user.partition(":")[0] in {"", "root", "0"}
    found.fact("container.non_root", not root, "", f"line {stage.user_line}", "", setting=stage.user)
    watched = stage.watch.upper() not in {"", "NONE"}
    found.fact("service.healthcheck", watched, "", f"line {stage.watch_line}", "", setting=stage.watch)


def _from(base: str, number: int, found: Found) -> _Stage:
    if base != "scratch":
        found.fact("image.pinned", pinned(base), "", f"line {number}", base)
    return _Stage("nonroot", number) if _UNPRIVILEGED.search(base) else _Stage()


def _instructions(source: Source, found: Found) -> Iterator[tuple[int, str, str]]:
    """Instructions in capitals with the rest of their first line; continued lines and inner documents are theirs."""
    continued, until = False, ""
    for number, line in source.lines():
        tell_line(line, number, found)
        text = line.strip()
        if until:
            until = "" if text == until else until
            continue
        instruction = None if continued or text.startswith("#") else _INSTRUCTION.match(line)
        continued = text.endswith("\\") or (continued and (not text or text.startswith("#")))
        if instruction:
            here = _HERE.search(line) if instruction[1].upper() in {"RUN", "COPY", "ADD"} else None
            until = here[1] if here else ""
            yield number, instruction[1].upper(), instruction[2]
