"""One task among those that must come first, and among those of a lower priority."""

from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import Topic
from gonogo_review.model import Draft

LEAST = 2
"""Words of a task's name by which it is known again."""
LONGEST = 9


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for all tasks that two lists rank in two ways."""
    first: dict[Topic, Line] = {}
    later: list[Line] = []
    ranks = [ranked(outline, section) for section in range(len(outline.sections))]
    for line in outline.lines:
        rank = ranks[line.section]
        if rank and is_task(outline, line):
            if rank == "first":
                first.setdefault(line.subject, line)
            else:
                later.append(line)
    pairs = [(first[line.subject], line) for line in later if line.subject in first]
    if pairs:
        must, lower = pairs[0]
        message = f"{quote(must)} must come first, and {quote(lower)} ranks the same below others."
        lines = [line for pair in pairs for line in pair]
        yield draft("value-conflict", "value-conflict.priority", "medium", lines, message)


def is_task(outline: Outline, line: Line) -> bool:
    """Whether a line is the entry of a list and names a task which is not done."""
    block = outline.block(line)
    listed = block is not None and block.kind == "list" and line.number in block.lines
    return listed and line.state != "done" and LEAST <= len(line.subject) <= LONGEST


def ranked(outline: Outline, section: int) -> str:
    """How the nearest title that says it ranks what stands under it: `first`, `later`, or nothing."""
    for above in outline.chain(section):
        words = {} if outline.is_title(above) else outline.title_words[above]
        if "grades" in words and {"level_medium", "level_low"} & words.keys():
            return "later"
        graded = "grades" in words and "level_high" in words
        if graded or {"required", "urgent"} & words.keys():
            return "first"
    return ""
