"""A sentence counts things, and the only table or list of such things has another number of them."""

from collections.abc import Iterator

from gonogo_review.consistency.count_mismatch import LEAST, SLACK, entries, whole
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import tidy
from gonogo_review.consistency.kept import once
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.nouns import noun
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import BRACKETS, Topic, topic
from gonogo_review.model import Amount, Block, Draft

MOST = 60
"""Things that a report lists one by one."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each list that sentences count otherwise."""
    places = listings(outline)
    against: dict[int, tuple[Block, list[tuple[Line, Amount]]]] = {}
    for line in outline.counting if places else ():
        for amount in filter(is_plain, line.present):
            blocks = places.get(noun(line, amount), [])
            inside = blocks and blocks[0].line <= line.number <= blocks[0].end_line and line.is_row
            if len(blocks) == 1 and not inside and differs(outline, amount, blocks[0]) and outline.current(line):
                against.setdefault(blocks[0].line, (blocks[0], []))[1].append((line, amount))
    for block, counts in against.values():
        yield finding(outline, block, counts)


def is_plain(amount: Amount) -> bool:
    """Whether an amount counts things exactly, and few enough to be listed."""
    exact = not amount.comparator and amount.low == amount.high
    return amount.unit == "count" and exact and LEAST - 1 <= whole(amount) <= MOST


@once
def listings(outline: Outline) -> dict[Topic, list[Block]]:
    """The tables and lists by what they list: by the head of the first column, or by a title that they alone fill."""
    found: dict[Topic, list[Block]] = {}
    for block in outline.reading.blocks:
        table = block.kind == "table" and block.header and len(block.rows) >= LEAST - 1
        named = {topic(block.header[0].text)} if table else set()
        if table or (block.kind == "list" and not block.depth and len(block.lines) >= LEAST):
            named |= {topic(outline.sections[outline.of_line[block.line]].title)} if fills(outline, block) else set()
        for name in named:
            found.setdefault(name, []).append(block)
    found.pop(frozenset(), None)
    return found


def fills(outline: Outline, block: Block) -> bool:
    """Whether a table or list is all that stands under its title; the entries of a list are things and not keys."""
    section = outline.of_line[block.line]
    head = outline.heading(section)
    if head is None or head.amounts:
        return False
    alone = sum([b.kind in ("table", "list") and not b.depth for b in outline.blocks_in[section]]) == 1
    lines = outline.lines_at(block.lines) if alone else []
    return alone and not any(x.amounts for x in lines) and not any(x.is_keyed for x in lines)


def differs(outline: Outline, amount: Amount, block: Block) -> bool:
    """Whether a list has nearly as many entries as are counted, but not as many; 'Proxy (443)' is the proxy again."""
    apart = abs(whole(amount) - len(entries(outline, block)))
    names = {BRACKETS.sub("", x.label).strip().lower() for x in outline.lines_at(entries(outline, block))}
    return 0 < apart <= max(1.0, SLACK * whole(amount)) and len(names) != whole(amount)


def finding(outline: Outline, block: Block, counts: list[tuple[Line, Amount]]) -> Draft:
    """The finding for one list."""
    line, amount = counts[0]
    rows = outline.lines_at(entries(outline, block))
    message = f"{quote(line)} counts {tidy(whole(amount))}, and {len(rows)} are listed, from {quote(rows[0])} on."
    lines = [line, rows[-1], *(x for x, _ in counts[1:3]), rows[0], *rows]
    return draft("count-mismatch", "count-mismatch.inventory", "low", lines, message, str(len(rows)))
