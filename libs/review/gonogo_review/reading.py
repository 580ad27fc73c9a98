"""A report's bytes to what it says."""

from hashlib import sha256

from gonogo_review.claims.read import Reader
from gonogo_review.formats import convert
from gonogo_review.model import Problem, Reading
from gonogo_review.relining import relined
from gonogo_review.secrets import find, mask
from gonogo_review.structure.outline import outline
from gonogo_review.text.language import language_of

_MAX_SECRETS = 1000
"""Credentials that are told of; all are masked."""
_MAX_LINE = 20_000
"""Characters of a line that are read for claims; what stands behind them is kept but not read."""


def read_report(data: bytes, name: str) -> Reading:
    """Reads a report. Never fails: what cannot be read is told in `problems`."""
    converted = convert(data, name)
    secrets = find(converted.lines)
    lines = mask(converted.lines, secrets)
    language = language_of(lines)
    long = max(map(len, lines), default=0) > _MAX_LINE
    shown = tuple(line[:_MAX_LINE] for line in lines) if long else lines
    made = outline(shown)
    reader = Reader(made, shown, language)
    reading = Reading(
        name=name,
        sha256=sha256(data).hexdigest(),
        size=len(data),
        media=converted.media,
        encoding=converted.encoding,
        repaired=converted.repaired,
        language=language,
        lines=lines,
        sections=tuple(made.sections),
        blocks=tuple(reader.blocks()),
        statements=tuple(reader.statements()),
        secrets=secrets[:_MAX_SECRETS],
        problems=(*converted.problems, *(_too_long(lines, name) if long else ())),
        pages=converted.pages,
    )
    moved = any(source != number for number, source in enumerate(converted.source_lines, 1))
    return relined(reading, converted.source_lines, data.count(b"\n") + 1) if moved else reading


def _too_long(lines: tuple[str, ...], name: str) -> list[Problem]:
    """Lines whose end was not read."""
    found = [number for number, line in enumerate(lines, 1) if len(line) > _MAX_LINE]
    message = f"The line has more than {_MAX_LINE} characters. Only its beginning was read; break it up."
    return [Problem("long-line", message, name, number) for number in found[:5]]
