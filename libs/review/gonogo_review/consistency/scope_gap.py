"""A section that is referred to and is not there, a part never filled in."""

import re
from collections.abc import Iterator

from gonogo_contracts.review import Severity
from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import plain, topic
from gonogo_review.model import Draft

BLANK = re.compile(r"____|\\_\\_\\_|\.\.{5,}(?![. ]*(?:[\w(<>~≥≤]|\[ *\d))|……")
DATES = [
    "YYYY-MM-DD",
    "DD[./]MM[./]YYYY",
    "MM/DD/YYYY",
    "AAAA-MM-DD",
    "DD/MM/AAAA",
    "JJ/MM/AAAA",
    "TT[.]MM[.]JJJJ",
    "GG/MM/AAAA",
    "GG[.]AA[.]YYYY",
    "DD[.]MM[.]RRRR",
    "ДД[.]ММ[.]ГГГГ",
]
DAY = r"\d\d[-./](?:\d\d|[Xx?_]{2})[-./][Xx?_]{2}(?!\w)"
YEAR = r"[Xx][./](?:\d\d|[Xx]{2})[./](?:19|20)\d\d\b"
PARTIAL = ("19" + DAY, "20" + DAY, "X" + YEAR, "x" + YEAR)
"""A date whose day or month is left to fill in."""
FIGURES = ("XX+ ?%", "X[.]X+%", "XX:XX")


def word(form: str) -> str:
    """A form that begins a word. Its first letter stands first, by which the search passes over all other places."""
    return rf"{form[0]}(?<!\w{form[0]}){form[1:]}"


HOLE = re.compile(
    "|".join([*(word(form) + r"\b" for form in DATES), *map(word, FIGURES), *map(word, PARTIAL)])
    + r"|\[(?:TBD|TBA|TODO|XX+|\.\.\.|…|[Dd]ate|[Nn]ame|[Vv]alue|[Nn]umber)\](?!\()"
    r"|\[(?:[Ii]nsert|[Yy]our|[Ff]ill)\b[^\]]*\](?!\()"
    r"|<(?:insert|your|fill|date|name|value)[^>]{0,30}>"
)
FIELD = re.compile(r"(?:[:：|]|\s[-–—])[\s*_]*\[(?P<name>[^\W\d_][^][()0-9`]{1,60})\](?![(\[:])")
"""What stands in square brackets in the place of a value: '[Dashboard URL]'."""
LONG = 3
"""Numbered siblings that make a row, of which one can be missing."""
SHARE = 0.5
"""A report with placeholders in more than this part of its lines is a template."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each gap."""
    yield from references(outline)
    yield from unfilled(outline)
    yield from unsigned(outline)
    yield from unassigned(outline)
    yield from empty_next_steps(outline)


def references(outline: Outline) -> Iterator[Draft]:
    """'See section 7.2', and there is no section 7.2 in a report whose sections are numbered."""
    numbers = {s.number.rstrip(".") for s in outline.sections if s.number}
    if len(numbers) < LONG:
        return
    for line in outline.having("refers"):
        for mark in line.words["refers"]:
            found = re.match(r"\s*(\d+(?:\.\d+)*)\b(?!\s*(?:of|von|de)\b)", line.text[mark.end :])
            if not found or found.group(1) in numbers or scope.is_heading(outline, line) or "](" in line.text:
                continue
            if line.has("elsewhere"):
                continue
            message = f"{quote(line)} refers to section {found.group(1)}, which is not there."
            yield draft("scope-gap", "scope-gap.reference", "low", [line], message)


def unfilled(outline: Outline) -> Iterator[Draft]:
    """Placeholders and blank signatures, one finding for each section or table."""
    groups: dict[int, list[Line]] = {}
    for line in outline.lines:
        text = line.text
        hole = HOLE.search(text) or BLANK.search(text) or "placeholder" in line.words
        if (hole and is_unfilled(line)) or ("fields" in line.words and is_empty_field(outline, line)):
            groups.setdefault(line.section, []).append(line)
    holes = sum(map(len, groups.values()))
    for section, lines in groups.items():
        if holes > SHARE * len(outline.lines):
            return
        signing = "signature" in outline.inherited[section] or any(line.has("signature") for line in lines)
        what = "nobody has signed" if signing else "this was never filled in"
        grave: Severity = "medium" if signing or any(line.statement >= 0 for line in lines) else "low"
        yield draft("scope-gap", "scope-gap.unfilled", grave, lines, f"{quote(lines[0])}: {what}.")


def unsigned(outline: Outline) -> Iterator[Draft]:
    """A table of signatures without any."""
    for block in outline.tables:
        columns = [at for at, cell in enumerate(block.header) if "signature" in outline.marks(cell.text)]
        cells = [row[columns[0]] for row in block.rows if columns and len(row) > columns[0]]
        lines = [outline.by_number[c.line] for c in cells if c.line in outline.by_number]
        if columns and columns[0] and lines and not any(cell.text.strip(" -–—_.") for cell in cells):
            message = f"{quote(lines[0])}: nobody has signed."
            yield draft("scope-gap", "scope-gap.unsigned", "medium", lines, message)


def unassigned(outline: Outline) -> Iterator[Draft]:
    """A table whose things shall each have an owner or a date, and none has one."""
    for block in outline.tables:
        named = [at for at, role in enumerate(block.roles) if at and role in ("owner", "date")]
        empty = [at for at in named if not any(row[at].text.strip() for row in block.rows if len(row) > at)]
        lines = outline.lines_at(row[0].line for row in block.rows if row)
        if empty and len(lines) > 1 and all(line.label.strip() for line in lines):
            what = plain(block.header[empty[0]].text)
            message = f"{quote(lines[0])} and all other rows have nothing under '{what}'."
            yield draft("scope-gap", "scope-gap.unassigned", "medium", lines, message, what)


def is_unfilled(line: Line) -> bool:
    """Whether a line has a placeholder where a value belongs."""
    if line.has("template") or "`" in line.text:
        return False
    if HOLE.search(line.text) or (BLANK.search(line.text) and any(c.isalpha() for c in line.text)):
        return True
    return any(stands_for_value(line, mark.start, mark.end) for mark in line.words.get("placeholder", ()))


def is_empty_field(outline: Outline, line: Line) -> bool:
    """Whether the name of a value stands in brackets where the value belongs, and is no link that is defined below."""
    if "[" not in line.text or line.has("template") or "`" in line.text:
        return False
    names = [m.group("name") for m in FIELD.finditer(line.text)]
    named = [name for name in names if not name[0].islower() and "fields" in outline.marks(name)]
    return any(not any(text.startswith(f"[{name}]:") for text in outline.reading.lines) for name in named)


def stands_for_value(line: Line, start: int, end: int) -> bool:
    """Whether a placeholder word is the whole of a cell that names no row, or of what follows a colon."""
    before = line.text[:start].rstrip(" *_[(~")
    if before.strip() == "|" and line.is_row:
        return False
    after = line.text[end:].lstrip(" *_])")
    return before.endswith((":", "|", "：", "-", "–", "=")) and (not after or after[0] in "|.,;(")


def empty_next_steps(outline: Outline) -> Iterator[Draft]:
    """A section of next steps that begins by saying that all is complete, and names no step."""
    for section, head in enumerate(outline.headings):
        if head is None or "next_steps" not in outline.title_words[section] or head.has("nothing"):
            continue
        lines = outline.within(section)
        said = [line for line in lines if line.state == "done" and line.type == "status"]
        if (
            said
            and lines[0] in said
            and not any(line.has("proceed") or (is_step(line) and line not in said) for line in lines)
        ):
            message = f"{quote(head)} names no step: it only repeats {quote(said[0])}."
            yield draft("scope-gap", "scope-gap.next-steps", "low", [head, said[0], said[-1]], message)


def is_step(line: Line) -> bool:
    """Whether a line may be something to do next."""
    plans = line.has(
        "future", "next_steps", "remaining", "optional", "more", "phase_next", "trouble", "refers", "next_on"
    )
    return line.is_open or plans or (bool(re.match(r"\s*\d+[.)]\s", line.text)) and bool(topic(line.text)))
