"""'All', 'none', 'zero', '100 %', and the exception to it elsewhere."""

from collections.abc import Iterator

from gonogo_contracts.review import Severity
from gonogo_review.consistency import scope
from gonogo_review.consistency.drafts import draft, quote
from gonogo_review.consistency.failing import failures
from gonogo_review.consistency.lexicon import without
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.outline import Outline
from gonogo_review.consistency.results import shortfall
from gonogo_review.consistency.topics import Topic, topic
from gonogo_review.consistency.undone import BRACKETS, says_open
from gonogo_review.model import Draft

NEAREST = 40
"""Results or undone things that one absolute is held against at most."""
CLOSE = 6
"""Characters between a noun and the word that says that it is done."""
REACH = 32
"""Characters from 'all' to the noun that it goes with."""
DOUBTED = ("trouble", "future", "urgent")
SCALES = (10, 100)
"""'95/100' is a score, not a count."""


def find(outline: Outline) -> Iterator[Draft]:
    """One finding for each absolute with exceptions."""
    for rule in (full_sections, all_tests, all_goals, all_things, all_devices):
        yield from rule(outline)


def full(line: Line) -> bool:
    """Whether a line gives a full hundred percent."""
    return any(a.unit == "%" and a.low == a.high == 100 for a in line.present)


def full_sections(outline: Outline) -> Iterator[Draft]:
    """A heading with '100 %', and a part of its section that has less."""
    for section, heading in enumerate(outline.headings):
        if heading is None or not heading.amounts or not full(heading):
            continue
        lines = [line for line in outline.within(section) if (shortfall(line) or lacking(line)) and not line.is_open]
        if lines:
            yield against(heading, lines, "absolute.full-section")


def lacking(line: Line) -> bool:
    """Whether a line counts some of a number of things: '4/5'."""
    return any(a.of and a.low < a.of and a.of not in SCALES for a in line.present)


def all_tests(outline: Outline) -> Iterator[Draft]:
    """'All tests pass', and results that say that some do not."""
    absolutes = [x for x in outline.having("every") if x.state in ("done", None) and says_all_pass(x)]
    if not absolutes:
        return
    failing = [
        x for x in outline.counting if shortfall(x) and of_tests(outline, x) and not outline.has_column(x, "coverage")
    ]
    failing += [line for line in failures(outline) if line not in failing and outline.current(line)]
    for line in absolutes[:NEAREST]:
        lines = [other for other in failing[:NEAREST] if other.number != line.number and concerns(line, other, outline)]
        if lines:
            yield against(line, [*lines, *(x for x in absolutes if x is not line)], "absolute.all-tests")
            return


def says_all_pass(line: Line) -> bool:
    """Whether a line says that all tests pass; without a state, only where it begins with that."""
    if not line.state and min(m.start for m in line.words["every"]) > len(line.text) - len(line.plain) + 1:
        return False
    if line.has("future", "required", "urgent", "remaining") and not line.state:
        return False
    return line.has("finished", "passed") and bool(of_all(line, "tests"))


def of_tests(outline: Outline, line: Line) -> bool:
    """Whether a line is about tests: it says so, or the titles above it do."""
    titled = "tests" in outline.inherited[line.section] or (outline.has_title and "tests" in outline.title_words[1])
    return line.has("tests") or (titled and line.has("failed", "skipped", "passed"))


def of_all(line: Line, noun: str) -> str | None:
    """What stands between 'all' and its noun: 'unit ' in 'all unit tests'.

    None where it goes with another noun or with a verb: 'fully implemented, with tests'.
    """
    said = [m.start for m in line.words.get("finished", ())]
    for start in sorted(m.end for m in line.words.get("every", ())):
        near = [m.start for m in line.words.get(noun, ()) if start <= m.start <= start + REACH]
        parted = near and (set(line.text[start : min(near)]) & set(",.;:") or any(start <= x < min(near) for x in said))
        if near and not parted:
            return line.text[start : min(near)] or " "
    return None


def concerns(line: Line, other: Line, outline: Outline) -> bool:
    """Whether a result is of the tests that an absolute speaks of: the words that narrow it must stand there too."""
    part = scope.named_part(outline, line)
    if part and part != scope.named_part(outline, other):
        return False
    narrowing = topic(of_all(line, "tests") or "") - topic("critical automated")
    return narrowing <= topic(other.plain) | topic(outline.sections[other.section].title)


def all_goals(outline: Outline) -> Iterator[Draft]:
    """'All goals achieved', and the things in its scope that are not."""
    absolutes = [x for x in outline.having("finished") if x.state and speaks_of_all(outline, x)]
    for absolute in absolutes[:1]:
        groups: dict[int, list[Line]] = {}
        for line in outline.stated:
            if (
                says_open(outline, line)
                and not counts_defects(line)
                and not (line.state == "partial" and (shortfall(line) or line.has("tests", "passed")))
                and scope.counts(outline, line, everything=False)
                and not scope.other_phase(outline, absolute, line)
            ):
                groups.setdefault(line.section, []).append(line)
        if groups:
            worst = max(groups.values(), key=lambda lines: (sum(x.state != "partial" for x in lines), len(lines)))
            yield against(absolute, [*worst, *absolutes[1:]], "absolute.all-goals")


def counts_defects(line: Line) -> bool:
    """Whether a line counts defects that were found: they are no goal or task of the report."""
    return line.has("defects") and any(a.unit == "count" and a.low > 0 for a in line.present)


def speaks_of_all(outline: Outline, line: Line) -> bool:
    """Whether a line that says done says it of all the goals, tasks or systems of the report."""
    if not (says_done(line) or says_all_done(outline, line)) or line.has("proceed"):
        return False
    if outline.inherited[line.section] & {"future", "next_steps"} or is_of_so_many(line):
        return False
    if scope.is_heading(outline, line) and full(line) and line.has("goals"):
        return not scope.own_subject(line)
    goals = of_all(line, "goals")
    return goals is not None and "inner" not in outline.marks(goals) and not scope.own_label(line)


def is_of_so_many(line: Line) -> bool:
    """'All 24 tasks completed', and a row of a table: it speaks of those tasks, and of what the row names."""
    ends = [m.end for m in line.words.get("every", ())]
    counted = any(a.unit == "count" and not a.of and 0 < a.start - end <= CLOSE for a in line.present for end in ends)
    return counted or (line.is_row and bool(named_beside_goals(line)))


def named_beside_goals(line: Line) -> Topic:
    """What a row's name tells beside 'all', the goals and that they are met."""
    return topic(without(line.label, line.label_words, "every", "goals", "finished"))


def says_done(line: Line) -> bool:
    """Whether a line is marked as done, or says so in the place of a status."""
    return line.state == "done" and line.type in ("status", "item")


def says_all_done(outline: Outline, line: Line) -> bool:
    """Whether an entry without a mark says in words that all is done: 'All essential features implemented'."""
    if line.state or line.number not in outline.entries or line.has("trouble", "required", "remaining", "urgent"):
        return False
    nouns = [m.end for m in line.words.get("goals", ())]
    starts = [m.start for m in line.words.get("every", ())]
    said = [m.start for m in line.words.get("finished", ())]
    near = any(0 < start - noun <= CLOSE for noun in nouns for start in said)
    return near and bool(starts) and starts[0] <= len(line.text) - len(line.plain) + 1


def all_things(outline: Outline) -> Iterator[Draft]:
    """'All edge functions are updated', and lines that say of such functions that they are not."""
    absolutes = [x for x in outline.having("every") if scope.all_of_what(x) and is_of_all_things(x)]
    if not absolutes:
        return
    undone = [x for x in outline.lines if x.is_open or (x.has("trouble") and not x.state and introduces(outline, x))]
    named: dict[str, list[Line]] = {}
    for x in undone:
        for word in own_words(outline, x):
            named.setdefault(word, []).append(x)
    for line in absolutes:
        things = scope.all_of_what(line)
        title = topic(outline.sections[min(1, len(outline.sections) - 1)].title)
        near = named.get(things[-1], ())[:NEAREST]
        lines = [x for x in near if x.number != line.number and set(things) <= own_words(outline, x) | title]
        if lines:
            yield against(line, lines, "absolute.all-things")


def all_devices(outline: Outline) -> Iterator[Draft]:
    """'Works on all devices', and one on which it is still to be tried."""

    claims = [x for x in outline.having("every") if x.state == "done" and of_all(x, "devices") is not None]
    tries = [x for x in outline.having("device") if x.is_open and names_device(x)]
    if claims and tries:
        yield against(claims[0], [*tries, *claims[1:]], "absolute.all-devices")


def names_device(line: Line) -> bool:
    """Whether a line names a device outside of brackets, which tell where something else is to be tried."""
    aside = [b.span() for b in BRACKETS.finditer(line.text)]
    return any(not any(start <= m.start < end for start, end in aside) for m in line.words["device"])


def is_of_all_things(line: Line) -> bool:
    """Whether a line says that something was done to all of them."""
    return (line.state == "done" or line.has("perfect")) and not line.is_open and not line.has(*DOUBTED)


def introduces(outline: Outline, line: Line) -> bool:
    """Whether a line is a heading, or introduces a list."""
    return scope.is_heading(outline, line) or line.text.rstrip(" *_").endswith((":", "："))


def own_words(outline: Outline, line: Line) -> frozenset[str]:
    """What a line speaks of by its own words and by the title right above it."""
    return topic(line.plain) | topic(outline.sections[line.section].title)


def against(absolute: Line, lines: list[Line], rule: str) -> Draft:
    """The finding for one absolute and its exceptions."""
    message = f"{quote(absolute)} allows no exception, but {quote(lines[0])} is one."
    grave: Severity = "high" if any(line.state in ("open", "failed") for line in lines) else "medium"
    return draft("absolute-vs-exception", rule, grave, [absolute, *lines], message, quote(lines[0]))
