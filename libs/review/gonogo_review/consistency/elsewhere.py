"""A count of things in a table or summary, and the list of them under their own heading or label."""

from collections.abc import Iterator

from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import tidy
from gonogo_review.consistency.kept import once
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import Topic, plain, topic
from gonogo_review.model import Amount, Block, Draft

LEAST = 2
MOST = 20
"""Things that a report lists one by one."""
SLACK = 0.34
"""A list that is shorter or longer by more than this part is not meant to be complete."""
NAMES = 3
"""Words of the name of what is counted."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each count that the list of the same name does not have."""
    counts: dict[Topic, list[tuple[Line, Amount]]] = {}
    for line, amount, name in [*counted(outline), *described(outline)]:
        counts.setdefault(name, []).append((line, amount))
    for index, block in enumerate(outline.reading.blocks if counts else ()):
        head = title(outline, index) if block.kind == "list" and not block.depth else None
        if head is None or not LEAST <= len(block.lines) <= MOST:
            continue
        for line, amount in counts.get(names(outline, head), ())[:MOST]:
            if line.number != head.number and differs(outline, amount, block):
                listed = outline.lines_at(block.lines)
                message = f"{quote(line)} counts {tidy(amount.low)}, and {len(block.lines)} are listed: {quote(head)}."
                lines = [line, *listed[:1], head, *listed[1:]]
                yield draft("count-mismatch", "count-mismatch.elsewhere", "low", lines, message, str(len(block.lines)))
                break


@once
def counted(outline: Outline) -> list[tuple[Line, Amount, Topic]]:
    """Every row or entry with a name and one plain count."""
    found = ((line, amount) for line in outline.counting if (amount := plain_count(line)))
    named = ((line, amount, topic(line.label)) for line, amount in found if line.is_row or line.is_keyed)
    return [(line, amount, name) for line, amount, name in named if name and outline.current(line)]


def described(outline: Outline) -> Iterator[tuple[Line, Amount, Topic]]:
    """Every entry whose value is one plain count with the name of what is counted: 'Code: 9 large modules'."""
    for line in outline.counting:
        amount = line.amounts[0] if len(line.amounts) == 1 and line.is_keyed else None
        if amount is None or not is_plain(amount) or not outline.current(line):
            continue
        before, after = line.text[: amount.start].rstrip(" *_"), plain(line.text[amount.end :])
        named = after.replace(" ", "").isalpha() and len(after.split()) <= NAMES
        name = topic(after.split()[-1]) if named and before.endswith((":", "：")) else frozenset()
        if name:
            yield line, amount, name


def is_plain(amount: Amount) -> bool:
    """Whether an amount is an exact count of how many there are, few enough to be listed."""
    exact = amount.low == amount.high and not amount.of and not amount.comparator
    return exact and amount.unit == "count" and amount.role == "value" and LEAST <= amount.low <= MOST


def plain_count(line: Line) -> Amount | None:
    """The first count of a line, where it is exact, few enough to be listed, and stands right behind its name."""
    found = next((a for a in line.present if a.unit == "count" and not a.of), None)
    if found is None or found.low != found.high or found.comparator or not LEAST <= found.low <= MOST:
        return None
    return found if first(line, found) else None


def first(line: Line, amount: Amount) -> bool:
    """Whether an amount is what stands right behind the name, alone in its cell or before the line's end."""
    before = line.text[: amount.start].replace("*", "").rstrip()
    after = line.text[amount.end :].replace("*", "").strip()
    return before.endswith(("|", ":", "：")) and (not after or after.startswith("|"))


def title(outline: Outline, index: int) -> Line | None:
    """The heading or label right above a list, where the list is the only one under it."""
    block = outline.reading.blocks[index]
    for number in range(block.line - 1, max(0, block.line - 3), -1):
        line = outline.by_number.get(number)
        if line is not None:
            heading = line.section > 0 and outline.sections[line.section].line == number
            label = line.text.rstrip(" *_").endswith((":", "："))
            alone = (
                not heading
                or len([b for b in outline.blocks_in[block.section] if b.kind != "paragraph" and not b.depth]) == 1
            )
            return line if (heading or label) and alone and not line.amounts else None
    return None


def names(outline: Outline, head: Line) -> Topic:
    """What a heading or label is the name of, without the words for a list: 'medium' for 'Medium findings'."""
    text = plain(head.text)
    for mark in sorted(outline.marks(text).get("listings", ()), reverse=True):
        text = text[: mark.start] + " " + text[mark.end :]
    found = topic(text)
    return found if len(found) <= NAMES else frozenset()


def differs(outline: Outline, amount: Amount, block: Block) -> bool:
    """Whether a list has nearly as many entries as are counted, and no entry counts things of its own."""
    apart = abs(amount.low - len(block.lines))
    lines = outline.lines_at(block.lines)
    own = any(a.unit == "count" for line in lines for a in line.present)
    return 0 < apart <= max(1.0, SLACK * amount.low) and not own
