"""A stated number of things, and the tree or listing of them in a block of code."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gonogo_review.consistency import scope
from gonogo_review.consistency.count_mismatch import announced, announcing
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.elsewhere import counted
from gonogo_review.consistency.intervals import tidy
from gonogo_review.consistency.kept import once
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.nouns import noun
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import Topic, topic
from gonogo_review.model import Amount, Block, Draft

BRANCH = re.compile(r"^(?P<indent>[\s│|┃]*)(?:├|└|┣|┗|\+--|`--|\|--)[─━-]*\s*(?P<name>\S.*)$")
PAIR = re.compile(r"^\s*['\"]?[\w.-]+['\"]?\s*(?:→|->|=>)\s*\S")
FILE = re.compile(r"^\s*(?:[-*+]\s+)?(?=[A-Z_]+\b|\S*\w[./]\w)[\w./@\[\]-]+(?:\s+(?:\(.*\)|[-–—#].*))?\s*$")
"""One file or setting, with a remark at most."""
REMARK = re.compile(r"^\s*(?://|#|--|/\*|\*)")
FENCE = 1
"""Lines between what is announced and the first line of code, beside empty ones."""
LEAST = 3
MOST = 60
"""Things that a listing in code has."""
SLACK = 0.34
"""A listing that is shorter or longer by more than this part is not meant to be complete."""


class Listing(NamedTuple):
    """The lines of what a block of code lists, and every number of things that it may be said to have."""

    lines: list[int]
    numbers: frozenset[int]


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each number that its listing does not have."""
    for block in outline.reading.blocks:
        listing = listed(outline, block) if block.kind == "code" else None
        if listing:
            yield from before(outline, block, listing)
            yield from by_name(outline, block, listing)


def listed(outline: Outline, block: Block) -> Listing | None:
    """What a block lists: the files of a tree, or nothing but files or pairs joined by arrows."""
    texts = {n: outline.reading.lines[n - 1] for n in range(block.line, block.end_line + 1)}
    branches = [(n, len(m.group("indent")), m.group("name")) for n, t in texts.items() if (m := BRANCH.match(t))]
    if branches:
        return tree(branches)
    said = {n: t for n, t in texts.items() if t.strip() and not REMARK.match(t)}
    pairs = [n for n, text in said.items() if PAIR.match(text) or FILE.match(text)]
    return Listing(pairs, frozenset((len(pairs),))) if LEAST <= len(pairs) == len(said) <= MOST else None


def tree(branches: list[tuple[int, int, str]]) -> Listing | None:
    """The leaves of a tree, with the numbers of leaves, of branches and of each branch's children."""
    leaves: list[int] = []
    children: dict[int, int] = {}
    path: list[tuple[int, int]] = []
    for at, (number, indent, name) in enumerate(branches):
        while path and path[-1][1] >= indent:
            path.pop()
        children[path[-1][0] if path else 0] = children.get(path[-1][0] if path else 0, 0) + 1
        path.append((number, indent))
        deeper = at + 1 < len(branches) and branches[at + 1][1] > indent
        if not deeper and not name.split()[0].endswith("/"):
            leaves.append(number)
    numbers = frozenset((len(leaves), len(branches), len(branches) - len(leaves), *children.values()))
    return Listing(leaves, numbers) if LEAST <= len(leaves) <= MOST else None


def before(outline: Outline, block: Block, listing: Listing) -> Iterator[Draft]:
    """'8 documents created:' right before a tree of ten."""
    head = announcing(outline, block, block.line - FENCE)
    amount = announced(head) if head else None
    if head and amount and not amount.of and differs(amount, listing):
        yield finding(outline, head, amount, listing, [])


def by_name(outline: Outline, block: Block, listing: Listing) -> Iterator[Draft]:
    """A count elsewhere of what the heading over a listing names, where the listing is all that it has."""
    head = outline.heading(block.section)
    alone = [b for b in outline.blocks_in[block.section] if b.kind in ("code", "list", "table") and not b.depth]
    if head is None or head.amounts or len(alone) != 1:
        return
    full = topic(outline.sections[block.section].title)
    found = [(x, a) for x, a in counts_of(outline, full) if x.number < block.line or x.number > block.end_line]
    wrong = [(x, a) for x, a in found[:MOST] if differs(a, listing)]
    if wrong and not scope.other_phase(outline, head, wrong[0][0]):
        yield finding(outline, *wrong[0], listing, [head, *(x for x, _ in wrong[1:])])


def counts_of(outline: Outline, name: Topic) -> list[tuple[Line, Amount]]:
    """Every count of the things of a name: by its key, or by the words behind it where they are several."""
    keyed, counting = by_key(outline), by_noun(outline)
    narrow = name - scope.title_topic(outline)
    found = [*keyed.get(name, ()), *(keyed.get(narrow, ()) if narrow != name else ())]
    return found + (counting.get(name, []) if len(name) > 1 else [])


@once
def by_key(outline: Outline) -> dict[Topic, list[tuple[Line, Amount]]]:
    """The counts by the names that they are keyed with."""
    found: dict[Topic, list[tuple[Line, Amount]]] = {}
    for line, amount, key in counted(outline):
        found.setdefault(key, []).append((line, amount))
    return found


@once
def by_noun(outline: Outline) -> dict[Topic, list[tuple[Line, Amount]]]:
    """The exact counts of how things are, by the words behind them."""
    found: dict[Topic, list[tuple[Line, Amount]]] = {}
    for line in outline.counting:
        exact = (a for a in line.present if a.unit == "count" and not a.of and not a.comparator and a.low == a.high)
        for amount in exact:
            name = noun(line, amount)
            if len(name) > 1 and outline.current(line):
                found.setdefault(name, []).append((line, amount))
    return found


def differs(amount: Amount, listing: Listing) -> bool:
    """Whether a listing has nearly as many things as are stated, and none of its numbers is the stated one."""
    apart = abs(amount.low - len(listing.lines))
    return amount.low not in listing.numbers and 0 < apart <= max(1.0, SLACK * amount.low)


def finding(outline: Outline, line: Line, amount: Amount, listing: Listing, others: list[Line]) -> Draft:
    """The finding for one number."""
    lines = [outline.line_at(n, outline.reading.lines[n - 1], outline.block_of[n]) for n in listing.lines]
    message = f"{quote(line)} counts {tidy(amount.low)}, and {len(lines)} are listed from line {lines[0].number} on."
    clash = [line, lines[-1], *others[:2], *lines[:-1]]
    return draft("count-mismatch", "count-mismatch.in-code", "low", clash, message, str(len(lines)))
