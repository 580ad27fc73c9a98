"""'All', 'every' and '100 %' of a report, against what its limits, lists and own numbers leave out."""

from collections.abc import Iterator

from gonogo_review.consistency import scope
from gonogo_review.consistency.absolute import against, lacking, of_all
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.intervals import tidy
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.nouns import noun
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import topic
from gonogo_review.model import Block, Draft

NEXT = 3
"""Characters from 'all' to its number."""
NEAREST = 40
"""Claims that one line is held against at most."""
LEAST = 2
SLACK = 0.34
"""A list that is shorter or longer by more than this part is not meant to be complete."""
LEFT = frozenset(("known", "remaining", "next_steps", "trouble"))


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each."""
    yield from not_all(outline)
    yield from numbered(outline)
    yield from complete_but_missing(outline)
    yield from untested(outline)


def not_all(outline: Outline) -> Iterator[Draft]:
    """'All stories were delivered (8/9)': a line that takes itself back."""
    for line in outline.having("every"):
        short = lacking(line) or (line.has("tests") and any(a.of and a.low < a.of for a in line.present))
        done = line.state in ("done", "partial", None) and line.has("finished", "passed") and short
        if done and len(line.amounts) == 1 and not line.has("except", "future", "remaining"):
            message = f"{quote(line)}: {line.amounts[0].printed.strip()} is not all."
            yield draft("absolute-vs-exception", "absolute.not-all", "medium", [line], message)


def numbered(outline: Outline) -> Iterator[Draft]:
    """'All 6 endpoints', and a list of five under 'Endpoints'."""
    counted = [line for line in outline.having("every") if line.amounts]
    whole = [b for b in outline.reading.blocks if b.kind == "list" and is_whole_list(outline, b)] if counted else []
    lists = {names(outline, b): b for b in whole}
    for line in counted if lists else ():
        for amount in line.present:
            near = any(0 <= amount.start - m.end <= NEXT for m in line.words["every"])
            plain = amount.unit == "count" and not amount.of and not amount.comparator and amount.low == amount.high
            block = lists.get(noun(line, amount)) if near and plain else None
            if block and 0 < abs(amount.low - len(block.lines)) <= max(1.0, SLACK * amount.low):
                listed = outline.lines_at(block.lines)
                message = f"{quote(line)} counts {tidy(amount.low)}, and {len(block.lines)} are listed."
                yield draft("count-mismatch", "count-mismatch.all-of-list", "low", [line, *listed], message)


def names(outline: Outline, block: Block) -> frozenset[str]:
    """What the heading right over a list is the name of."""
    return topic(outline.sections[outline.of_line[block.line]].title)


def is_whole_list(outline: Outline, block: Block) -> bool:
    """Whether a list is all that stands under a heading that names its things and nothing else."""
    section = outline.of_line[block.line]
    alone = [b for b in outline.blocks_in[section] if b.kind != "paragraph" and not b.depth]
    counting = outline.counting_at
    own = any(a.unit == "count" for n in block.lines if n in counting for a in counting[n].present)
    listed = not block.depth and len(block.lines) > LEAST and len(alone) == 1
    return listed and not own and 0 < len(names(outline, block)) <= LEAST and not outline.inherited[section] & LEFT


def complete_but_missing(outline: Outline) -> Iterator[Draft]:
    """'100% complete', and a known limitation that is a part not implemented."""
    top = [x for x in scope.claims_of_whole(outline) if all_complete(x) or of_all(x, "goals") is not None]
    top = [x for x in top if not scope.is_heading(outline, x)]
    for line in sorted(top, key=lambda x: (not all_complete(x), x.number))[:1]:
        lines = [x for x in outline.having("unmade") if is_missing(outline, x)]
        if lines:
            yield against(line, lines, "absolute.unmade")


def all_complete(line: Line) -> bool:
    """Whether a line says that a hundred percent is complete: not only ready, which a thing with limits may be."""
    ends = [a.end for a in line.present if a.unit == "%" and a.low == a.high == scope.FULL]
    ready = line.words.get("release", ())
    said = [m for m in line.words.get("finished", ()) if not any(r.start <= m.start < r.end for r in ready)]
    return any(0 <= m.start - end <= NEXT for end in ends for m in said)


def is_missing(outline: Outline, line: Line) -> bool:
    """Whether an entry among the limits or what remains says that a part was not made."""
    above = outline.inherited[line.section]
    listed = line.number in outline.entries and line.state not in ("done", "na")
    later = line.has("optional", "future", "minor", "nothing") or above & {"future", "optional"}
    return listed and bool(above & LEFT) and not later


def untested(outline: Outline) -> Iterator[Draft]:
    """'Every endpoint is covered by tests', and one that has none."""
    claims = [
        x for x in outline.having("every") if x.has("exercised") and x.has("tests", "exercised") and not x.is_open
    ]
    for line in outline.having("no_tests") if claims else ():
        told = topic(line.plain)
        found = [x for x in claims[:NEAREST] if x.number != line.number and everything(x) & told]
        if found and outline.current(line) and not line.has("optional"):
            yield against(found[0], [line], "absolute.untested")


def everything(line: Line) -> frozenset[str]:
    """What stands right after 'every': {'endpoi'} in 'every endpoint'."""
    words = [line.text[m.end :].split()[:3] for m in line.words["every"]]
    return frozenset(stem for found in words for stem in topic(" ".join(found))) - topic("test tests covered")
