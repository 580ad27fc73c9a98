"""'Critical issues: 0', and an open issue that is called critical, or numbered as one: 'P0-2'."""

import re
from collections.abc import Iterator

from gonogo_review.consistency.absolute import against
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.topics import plain
from gonogo_review.consistency.undone import says_open
from gonogo_review.model import Draft

RANK = re.compile(r"\b([PS][0-4])\b(?!-)")
TAG = re.compile(r"[\[(（]([^\][()（）]{2,20})[\])）](?!\()")
MOST = 3
"""Denials that are held against the open issues."""
SIGNS = " ✅❌⚠️🔴🟠🟡🟢*_`"


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each level of which there is none, and is one."""
    yield from none_open(outline)
    denials = [x for x in outline.having("defects") if denies(x) or all_solved(x)][:MOST]
    issues = [x for x in outline.lines if denials and is_issue(outline, x)]
    for line in denials:
        lines = [x for x in issues if x.number != line.number and of_level(line, x)]
        if lines:
            yield against(line, lines, "absolute.zero-level")


def none_open(outline: Outline) -> Iterator[Draft]:
    """'Unresolved issues: 0', and an issue that is open."""
    for line in [x for x in outline.having("remaining", "left_open") if is_left(x)][: MOST * MOST]:
        zero = bool(line.present) and all(a.low == a.high == 0 and a.unit == "count" for a in line.present)
        if not zero or not line.has("defects") or level(line) or line.has("parts", "kinds"):
            continue
        lines = [
            x for x in outline.stated if x.number != line.number and is_issue(outline, x) and is_defect(outline, x)
        ]
        if lines:
            yield against(line, lines, "absolute.none-open")
            return


def is_left(line: Line) -> bool:
    """Whether a line speaks of what remains: 'open' tells that in a key."""
    return line.has("remaining") or line.is_called("left_open")


def is_defect(outline: Outline, line: Line) -> bool:
    """Whether an open thing is a defect: it says so, or stands under the defects."""
    titled = bool(outline.inherited[line.section] & {"defects", "known"})
    return (titled or line.has("defects")) and not line.has("minor") and not counts(line)


def counts(line: Line) -> bool:
    """Whether a line counts things instead of being one."""
    return any(a.unit == "count" for a in line.present)


def denies(line: Line) -> bool:
    """Whether a line counts zero defects of a level, now, and of no part."""
    zero = bool(line.present) and all(a.low == a.high == 0 and a.unit == "count" for a in line.present)
    places = line.words.get("defects", ())
    narrow = [k for k in line.words.get("kinds", ()) if not any(d.start <= k.start < d.end for d in places)]
    return zero and bool(places) and bool(level(line)) and not narrow and not line.has("parts")


def level(line: Line) -> str:
    """The level that a line's key names: a rank, or the first word for what is grave."""
    rank = RANK.search(line.label)
    severe = line.label_words.get("severe", ())
    if rank:
        return rank.group(1).lower()
    if not severe and line.words.get("severe"):
        place = line.words["severe"][0]
        return line.text[place.start : place.end].lower()
    return line.label[severe[0].start : severe[0].end].lower() if severe else ""


def is_issue(outline: Outline, line: Line) -> bool:
    """Whether a line names a thing that is open, by an entry or a row, or by standing under the open defects."""
    above = outline.inherited[line.section]
    titled = "defects" in above and bool(above & {"remaining", "left_open"})
    if titled and not line.state and line.number in outline.entries:
        return not line.has("optional", "future", "solutions")
    return line.is_open and line.type == "item" and not line.has("optional", "future") and says_open(outline, line)


def of_level(denial: Line, issue: Line) -> bool:
    """Whether an open issue is of the level: by its number, its cell or the tag at its head."""
    wanted = level(denial)
    cells = [plain(cell).strip(SIGNS).lower() for cell in issue.cells]
    tags = [m.group(1).strip(SIGNS).lower() for m in TAG.finditer(issue.text)]
    numbered = bool(RANK.match(wanted.upper())) and f"{wanted}-" in issue.label.lower()
    if numbered or wanted in cells or wanted in tags:
        return True
    return bool(denial.words.get("severe")) and any(graded(issue, text) for text in (*cells, *tags))


def graded(issue: Line, text: str) -> bool:
    """Whether a cell or tag is a word for the gravest and nothing else, in whatever form: 'Critica'."""
    return any(issue.text[m.start : m.end].lower() == text for m in issue.words.get("severe", ()))


def all_solved(line: Line) -> bool:
    """Whether a line says that all defects of the gravest level are solved."""
    solved = line.has("every") and line.has("severe") and line.has("solutions", "finished")
    return solved and line.state in ("done", None) and not line.has("parts", "kinds", "future", "required", "remaining")
