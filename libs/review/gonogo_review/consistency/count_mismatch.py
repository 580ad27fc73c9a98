"""A stated number of things, and a list or table of them with another number."""

import re
from collections.abc import Iterator
from itertools import accumulate

from gonogo_review.consistency.answers import is_question
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import tidy
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.nouns import noun
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import topic
from gonogo_review.model import Amount, Block, Draft

PARTED = re.compile(r"[,，、;；]")
"""After it a line speaks of something else: '12 test files, covering:'."""
WORD_BEFORE = re.compile(r"(?<=\w )([^\W\d_]+) $")
OF_FILE = re.compile(r"(?:`|\.[A-Za-z]\w{0,5})[`*_]*\s*[(（]$")
"""The name of a file and a bracket: 'notes.txt (10 sections)' says how long it is, and the list what it is about."""
OFTEN = 2
"""Lines in which a word and number may stand side by side by chance."""
NEAR = 3
"""Lines between what is announced and the list."""
SLACK = 0.34
"""A list that is shorter or longer by more than this part is not the one that was announced."""
ARTICLE = 6
"""Characters of an article and the marks before it."""
LEAST = 3


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each announced number that its list does not have."""
    for block in outline.reading.blocks:
        listed = entries(outline, block)
        head = announcing(outline, block) if len(listed) >= LEAST - 1 else None
        amount = announced(head) if head and len(listed) >= LEAST - opens_with_count(head) else None
        if head and amount and differs(outline, amount, listed) and not is_name(outline, head, amount):
            lines = [head, *outline.lines_at((listed[-1], *listed[:-1]))]
            message = f"{quote(head)} announces {tidy(whole(amount))}, and {len(listed)} are listed."
            yield draft("count-mismatch", "count-mismatch.list", "low", lines, message, str(len(listed)))
        elif head and amount and amount.of == len(listed):
            yield from otherwise_done(head, amount, outline.lines_at(listed))


def otherwise_done(head: Line, amount: Amount, lines: list[Line]) -> Iterator[Draft]:
    """A heading's '2/3' over three entries that are all marked as done; one that is done in part may count or not."""
    done, partial = (sum(line.state == state for line in lines) for state in ("done", "partial"))
    if head.has("failed", "skipped", "remaining") or not all(line.state and line.type == "item" for line in lines):
        return
    bracketed = head.text[: amount.start].endswith(("(", "（"))
    if bracketed and not done <= amount.low <= done + partial:
        message = f"{quote(head)} counts {tidy(amount.low)} of {len(lines)}, and {done} are marked as done."
        off = sorted(lines, key=lambda line: line.state == "done")
        yield draft("count-mismatch", "count-mismatch.marks", "low", [head, *off], message, str(done))


def entries(outline: Outline, block: Block) -> list[int]:
    """The lines of a list's entries, or of a table's rows without sums; questions are not the things asked about."""
    if block.kind == "list":
        return list(block.lines)
    rows = [row[0] for row in block.rows if row] if block.kind == "table" else []
    rows = [cell for at, cell in enumerate(rows) if at not in (0, len(rows) - 1) or not is_sum(outline, cell.text)]
    return [] if rows and all(is_question(cell.text) for cell in rows) else [cell.line for cell in rows]


def is_sum(outline: Outline, cell: str) -> bool:
    """Whether the first cell of a table's first or last row says that the row is of all the others."""
    words = outline.marks(cell)
    found = [mark for category in ("total", "overall", "every") for mark in words.get(category, ())]
    rest = "".join(c for at, c in enumerate(cell) if not any(mark.start <= at < mark.end for mark in found))
    return not cell.strip(" *_") or (bool(found) and not topic(rest))


def announcing(outline: Outline, block: Block, first: int = 0) -> Line | None:
    """The line right before a block (or before its line `first`): a heading, an entry, or what ends in a colon."""
    begin = first or block.line
    for number in range(begin - 1, max(0, begin - 1 - NEAR), -1):
        line = outline.by_number.get(number)
        if line is not None:
            heading = outline.sections[line.section].line == number and line.section > 0
            ends = line.text.rstrip(" *_").endswith((":", "："))
            return line if heading or ends or (block.parent >= 0 and block.depth) else None
    return None


def is_name(outline: Outline, head: Line, amount: Amount) -> bool:
    """Whether a number belongs to a name that stands elsewhere too: 'Method 3' in 'Test Method 3 features'."""
    before = WORD_BEFORE.search(head.text[: amount.start])
    if before is None or not before.group(1)[0].isupper():
        return False
    name = f"{before.group(1)} {amount.printed.strip()}"
    return sum(name in text for text in outline.reading.lines) > OFTEN


def announced(line: Line) -> Amount | None:
    """The count that a line announces a list with, plain and small enough to be listed.

    It is the line's only amount, or the line begins with it and ends in a colon: 'Six changes, 9 s down to 2 s:'.
    """
    found = [a for a in line.amounts if a.unit == "count" and a.role in ("value", "after")]
    if not found or found[0].comparator or found[0].low != found[0].high or whole(found[0]) < LEAST - 1:
        return None
    if OF_FILE.search(line.text[: found[0].start]):
        return None
    behind = line.text[found[0].end :]
    opens, parted = opens_with_count(line), PARTED.search(behind)
    if in_brackets(line, found[0]):
        return found[0]
    if parted and not (opens and tells_more(line, found[0].end + parted.end())):
        return None
    return found[0] if opens or len(line.amounts) == 1 else None


def whole(amount: Amount) -> float:
    """How many things there are: 'm' of 'n of m'."""
    return amount.of or amount.low


def opens_with_count(line: Line) -> bool:
    """Whether a line begins with an amount, or an article and an amount, and ends in a colon."""
    before = line.text[: line.amounts[0].start] if line.amounts else line.text
    article = len(before) <= ARTICLE and not topic(before)
    return article and line.text.rstrip(" *_").endswith((":", "："))


def in_brackets(line: Line, amount: Amount) -> bool:
    """Whether a count opens a title's brackets and names what the title names: 'Stories (9 stories, 42 points)'."""
    before = line.text[: amount.start].rstrip()
    return before.endswith(("(", "（")) and bool(noun(line, amount) & topic(before))


def tells_more(line: Line, at: int) -> bool:
    """Whether a line goes on about the things that it counts, and not on what they hold: 'three bugs, all small:'."""
    start = at + len(line.text[at:]) - len(line.text[at:].lstrip())
    return not any(mark.start == start for mark in line.words.get("comprising", ()))


def differs(outline: Outline, amount: Amount, listed: list[int]) -> bool:
    """Whether a list of nearly the announced length has another one, and does not count its things otherwise.

    '3/4' announces results: entries without a state only describe them, and those with one may be the 3 or the other 1.
    """
    stated, found = whole(amount), len(listed)
    if found in (stated, amount.low, stated - amount.low) or abs(stated - found) > max(1.0, SLACK * stated):
        return False
    lines = outline.lines_at(listed)
    if amount.of and not all(line.state for line in lines):
        return False
    counts = [sum(a.low for a in line.present if a.unit == "count") for line in lines]
    return stated not in accumulate(counts) and not any(line.has("total") for line in lines)
