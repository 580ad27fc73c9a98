"""'4/4 delivered', under or over four boxes of which three are ticked."""

import re
from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.model import Amount, Block, Draft

BOX = re.compile(r"\[([ xX])\]")
LEAST = 3
SAID = ("finished", "progress", "readiness", "goals", "passed")


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each count of boxes that the boxes do not have."""
    for block in outline.reading.blocks:
        if block.kind == "list" and not block.depth and len(block.lines) >= LEAST:
            yield from against(outline, block)


def against(outline: Outline, block: Block) -> Iterator[Draft]:
    """The ratio beside one list of boxes."""
    lines = outline.lines_at(block.lines)
    boxes = [match.group(1) for line in lines if (match := BOX.search(line.text))]
    if len(boxes) < len(block.lines):
        return
    ticked = sum(box in "xX" for box in boxes)
    for line, amount in ratios(outline, block):
        if amount.of == len(boxes) and amount.low != ticked:
            message = f"{quote(line)}, but {ticked} of the {len(boxes)} boxes are ticked."
            off = [x for x in lines if x.state != "done"] or lines
            yield draft("count-mismatch", "count-mismatch.boxes", "medium", [line, *off], message, str(ticked))
            return


def ratios(outline: Outline, block: Block) -> Iterator[tuple[Line, Amount]]:
    """The counts of what is done in the section of a list, where it is the section's only one."""
    section = outline.of_line[block.line]
    if sum(b.kind == "list" and not b.depth for b in outline.blocks_in[section]) > 1:
        return
    head = outline.heading(section)
    near = [*([head] if head else []), *(x for x in outline.within(section) if x.section == section)]
    for line in near:
        inside = block.line <= line.number <= block.end_line
        for amount in line.present:
            if amount.of and amount.unit == "count" and not inside and line.has(*SAID):
                yield line, amount
