"""A table's row as its cells."""

import itertools
import re

from gonogo_review.model import Cell

_SIGNS = "|│┃║"
_SPLIT = re.compile(r"(?<!\\)[|│┃║]")
_CODE = re.compile(r"`[^`]*`")
_RULER = re.compile(r"[\s|│┃║+:=\-─━═┼┬┴├┤╋╠╣╬╔╗╚╝┌┐└┘╦╩╞╡╪╤╧╟╢*]+")


def looks_like_row(line: str) -> bool:
    """Whether a line alone could be a row: a bar at its head and another behind, or two bars inside."""
    text = line.strip(" \t>")
    bars = sum(text.count(sign) for sign in _SIGNS)
    return bars > 1 if text[:1] in _SIGNS else bars > 2


def is_ruler(line: str) -> bool:
    """Whether a line only draws: the row under the header, or a frame."""
    return _RULER.fullmatch(line.strip(" \t>")) is not None


def cells(line: str, number: int) -> tuple[Cell, ...]:
    """The cells of a row, trimmed, each with its place. Bars in code or behind a backslash do not divide."""
    text = line
    if "`" in line:
        text = _CODE.sub(lambda match: match[0].replace("|", " "), line)
    bars = [match.start() for match in _SPLIT.finditer(text)]
    body = text.rstrip()
    start = len(text) - len(text.lstrip(" \t>"))
    edges = [start - 1, *bars, len(body)]
    if bars and bars[0] == start:
        edges.pop(0)
    if bars and bars[-1] == len(body) - 1 and len(edges) > 2:
        edges.pop()
    return tuple(_cell(line, number, left + 1, right) for left, right in itertools.pairwise(edges))


def _cell(line: str, number: int, start: int, end: int) -> Cell:
    text = line[start:end]
    stripped = text.strip()
    start += len(text) - len(text.lstrip()) if stripped else 0
    return Cell(stripped, number, start, start + len(stripped))
