"""The routes of an installation: read from its file, or made of the channels it has."""

from pathlib import Path
from typing import Any, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from gonogo_notifier.routes import EmailTarget, Route, SlackTarget
from gonogo_notifier.settings import NotifierSettings
from gonogo_platform.errors import Misconfigured

MAX_BYTES = 1 << 20


class RoutesFile(BaseModel):
    """The whole file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    routes: tuple[Route, ...] = Field(max_length=200)

    @model_validator(mode="after")
    def routes_have_names_of_their_own(self) -> Self:
        """A delivery is recorded under its route's name."""
        if not self.routes:
            raise ValueError("there is no route; leave GONOGO_ROUTES_FILE unset to tell every channel everything")
        names = [route.name for route in self.routes]
        if twice := sorted({name for name in names if names.count(name) > 1}):
            raise ValueError(f"two routes have the name {', '.join(twice)}")
        return self


def routes_of(settings: NotifierSettings) -> tuple[Route, ...]:
    """The routes of the file, else one that tells the configured channels everything; none without any channel.

    Raises:
        Misconfigured: the file cannot be read, or is wrong; the message names every wrong line.
    """
    if settings.routes_file:
        return read_routes(Path(settings.routes_file))
    slack = SlackTarget() if settings.slack_webhook_url.get_secret_value() else None
    email = EmailTarget(to=settings.recipients) if settings.smtp_url.get_secret_value() else None
    return (Route(name="default", slack=slack, email=email),) if slack or email else ()


def read_routes(path: Path) -> tuple[Route, ...]:
    """The routes of a file.

    Raises:
        Misconfigured: it cannot be read, or is wrong; the message names every wrong line.
    """
    try:
        with path.open("rb") as file:
            text = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Misconfigured("routes-unreadable", f"GONOGO_ROUTES_FILE {path}: {error.strerror}") from error
    if len(text) > MAX_BYTES:
        raise Misconfigured("routes-unreadable", f"GONOGO_ROUTES_FILE {path} is larger than {MAX_BYTES} bytes")
    return parse_routes(text, path.name)


def parse_routes(text: bytes, name: str) -> tuple[Route, ...]:
    """The routes of a file's text.

    Raises:
        Misconfigured: it is wrong; the message names every wrong line.
    """
    try:
        return RoutesFile.model_validate(yaml.safe_load(text)).routes
    except ValidationError as error:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        problems = [f"{name}:{_line(node, one['loc'])}: {_what(one)}" for one in error.errors(include_url=False)]
        raise Misconfigured("routes-wrong", "; ".join(problems)) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        what = getattr(error, "problem", None) or "is no YAML"
        raise Misconfigured("routes-wrong", f"{name}:{line}: {what}") from None


def _what(problem: Any) -> str:
    place = ".".join(str(part) for part in problem["loc"])
    unknown = problem["type"] == "extra_forbidden"
    return f"{place or 'file'}: {'there is no such setting; check its spelling' if unknown else problem['msg']}"


def _line(node: yaml.Node | None, place: tuple[int | str, ...]) -> int:
    """The 1-based line of the deepest part of `place` that the file has."""
    line = node.start_mark.line + 1 if node else 1
    for part in place:
        node, line = _step(node, part, line)
    return line


def _step(node: yaml.Node | None, part: int | str, line: int) -> tuple[yaml.Node | None, int]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == part:
                return value, key.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part].start_mark.line + 1
    return None, line
