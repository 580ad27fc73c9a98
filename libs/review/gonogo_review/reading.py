"""A report's bytes to what it says."""

from hashlib import sha256

from gonogo_review.claims.read import Reader
from gonogo_review.model import Reading
from gonogo_review.secrets import find, mask
from gonogo_review.structure.outline import outline
from gonogo_review.text import decode
from gonogo_review.text.language import language_of


def read_report(data: bytes, name: str) -> Reading:
    """Reads a report. Never fails: what cannot be read is told in `problems`."""
    text = decode(data)
    secrets = find(text.lines)
    lines = mask(text.lines, secrets)
    language = language_of(lines)
    made = outline(lines)
    reader = Reader(made, lines, language)
    return Reading(
        name=name, sha256=sha256(data).hexdigest(), size=len(data), media="markdown", encoding=text.encoding,
        repaired=text.repaired, language=language, lines=lines, sections=tuple(made.sections),
        blocks=tuple(reader.blocks()), statements=tuple(reader.statements()), secrets=secrets,
    )  # fmt: skip
