"""One identifier for two things in one table."""

import re
from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import plain
from gonogo_review.model import Block, Draft

IDENTIFIER = re.compile(r"[A-Z]{1,8}[-_.]?\d{1,6}$")
SEVERAL = re.compile(r"[A-Z]{1,8}[-_.]?\d{1,6}\s*[/,&+]\s*[A-Z]{1,8}[-_.]?\d{1,6}\b")
"""A row for two things that are told elsewhere: its column refers to them."""
HEAD = re.compile(r"\bID\b", re.IGNORECASE)
LEAST = 3
"""Rows of a table of identified things."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each identifier that a table gives to two rows."""
    for block in outline.reading.blocks:
        if block.kind == "table" and block.header and HEAD.search(block.header[0].text):
            yield from repeated(outline, block)


def repeated(outline: Outline, block: Block) -> Iterator[Draft]:
    """The identifiers that stand twice, in a column where each stands for one thing."""
    seen: dict[str, list[int]] = {}
    names: dict[str, set[str]] = {}
    for row in block.rows:
        key = plain(row[0].text).strip() if len(row) > 1 else ""
        if SEVERAL.match(key):
            return
        if IDENTIFIER.match(key):
            seen.setdefault(key, []).append(row[0].line)
            names.setdefault(key, set()).add(plain(row[1].text).strip().lower())
    twice = [key for key, numbers in seen.items() if len(numbers) == 2 and len(names[key]) == 2]
    if len(block.rows) < LEAST or len(twice) != 1:
        return
    lines = outline.lines_at(seen[twice[0]])
    if len(lines) == 2:
        message = f"{quote(lines[0])} and {quote(lines[1])} are two things with one identifier, {twice[0]}."
        yield draft("value-conflict", "value-conflict.same-id", "low", lines, message)
