"""How values are written into pages: escaped, with nothing invisible in them, and times and numbers for people."""

import hashlib
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import Any

import jinja2
from markupsafe import Markup

from gonogo_console import wording

KEPT = frozenset("\t\n\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}")
"""Format characters that scripts and emoji need; a tab and a line feed are visible enough."""

HIDDEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs"})
"""Categories that show nothing and may change how other text is shown, such as right-to-left overrides."""


def visible(value: Any) -> Any:
    """Text with its invisible characters named, as in `[U+202E]`; anything else as it is."""
    if not isinstance(value, str) or isinstance(value, Markup) or (value.isascii() and value.isprintable()):
        return value
    return "".join(_named(character) for character in value)


def _named(character: str) -> str:
    if character in KEPT or unicodedata.category(character) not in HIDDEN:
        return character
    return f"[U+{ord(character):04X}]"


def day_time(value: datetime) -> str:
    """'25 Nov 2026, 09:31 UTC'."""
    return f"{value.astimezone(UTC):%-d %b %Y, %H:%M} UTC"


def clock_time(value: datetime) -> str:
    """'09:31:07'."""
    return f"{value.astimezone(UTC):%H:%M:%S}"


def size(value: int) -> str:
    """'312 B', '20 kB', '1.4 MB'."""
    if value < 1000:
        return f"{value} B"
    amount, unit = (value / 1000, "kB") if value < 1_000_000 else (value / 1_000_000, "MB")
    return f"{wording.number(amount) if amount < 10 else round(amount)} {unit}"


def fact_value(value: float | str | bool) -> str:
    """A fact's value: 'yes', '1024', '0.25', or its text, cut at 200 characters."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value[:200] if isinstance(value, str) else f"{value:.10g}"


def build_templates(**context: Any) -> jinja2.Environment:
    """The templates; every value that is written passes `visible` and is then escaped."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("gonogo_console", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=visible,
    )
    environment.filters.update(
        day_time=day_time,
        clock_time=clock_time,
        size=size,
        number=wording.number,
        change=wording.change,
        value=fact_value,
    )
    environment.globals.update(counted=wording.counted, static=static_address, wording=wording, **context)
    return environment


@cache
def static_files() -> Mapping[str, bytes]:
    """The files that pages load, by name."""
    folder = files("gonogo_console").joinpath("static")
    return {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.is_file()}


@cache
def static_address(name: str) -> str:
    """The address of a static file; it changes with the content, so that browsers may keep the file for good."""
    return f"/static/{name}?v={hashlib.sha256(static_files()[name]).hexdigest()[:12]}"
