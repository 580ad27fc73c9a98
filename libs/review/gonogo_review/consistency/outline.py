"""The report as the rules see it: every line with its state, section, topic and the words that stand in it."""

import re
from collections.abc import Iterator
from typing import Any

from gonogo_review.consistency.kept import kept, once
from gonogo_review.consistency.lexicon import NONE, Marks, marks, marks_of_label
from gonogo_review.consistency.line import Line
from gonogo_review.consistency.spans import innermost
from gonogo_review.consistency.topics import label, topic
from gonogo_review.model import Block, Reading, Section, Statement

ALWAYS = "en"
"""English words stand in reports of every language."""
INTRODUCED = 12
"""Lines that a label speaks for."""
RULE = re.compile(r"^[\s|:+=_*~\-─═]*$")


class Outline:
    """A reading, indexed for the rules; built once."""

    def __init__(self, reading: Reading) -> None:
        """Indexes the reading; costs one pass over its lines."""
        self.reading = reading
        self.answers: dict[tuple[object, ...], Any] = {}
        """What was asked with `once`."""
        self.languages = tuple(dict.fromkeys((ALWAYS, reading.language)))
        self.statements: dict[int, int] = {}
        for index, statement in enumerate(reading.statements):
            if statement.type != "artifact" or statement.line not in self.statements:
                self.statements[statement.line] = index

    @property
    def sections(self) -> tuple[Section, ...]:
        """The reading's sections; 0 is the whole."""
        return self.reading.sections

    @kept
    def title_words(self) -> list[Marks]:
        """For each section, the words of its own title."""
        return [self.marks(s.title) if s.title else NONE for s in self.sections]

    def marks(self, text: str) -> Marks:
        """The categories that stand in a text of the report, by the words of its language and of English."""
        return marks_of_label(text, self.languages)

    @kept
    def inherited(self) -> list[frozenset[str]]:
        """For each section, the categories in its title and in those above it (the report's title apart)."""
        found: list[frozenset[str]] = []
        for index, section in enumerate(self.sections):
            above = found[section.parent] if 0 <= section.parent < index else frozenset()
            own = frozenset() if self.is_title(index) else frozenset(self.title_words[index])
            found.append(above | own)
        return found

    @kept
    def blocks_in(self) -> list[list[Block]]:
        """For each section, the blocks that stand directly in it."""
        found: list[list[Block]] = [[] for _ in self.sections]
        for block in self.reading.blocks:
            found[self.of_line[block.line]].append(block)
        return found

    @kept
    def done_inside(self) -> list[bool]:
        """For each section, whether it or a line directly in it says of its own subject that it is done."""
        found = [False] * len(self.sections)
        for line in self.lines:
            if line.type == "status" and line.state == "done":
                found[line.section] = True
        return found

    @property
    def has_title(self) -> bool:
        """Whether the first heading is the report's title, over all the others."""
        return len(self.sections) > 1 and self.sections[1].level <= 1

    def is_title(self, index: int) -> bool:
        """Whether a section is the report's title: its first heading, with all the others beneath or after it."""
        return index == 0 or (index == 1 and self.has_title)

    @kept
    def of_line(self) -> list[int]:
        """For each line (from 1), the innermost section that it stands in."""
        spans = [(section.line, section.end_line) for section in self.sections]
        return [max(index, 0) for index in innermost(spans, len(self.reading.lines))]

    @kept
    def block_of(self) -> list[int]:
        """For each line (from 1), the innermost list, table or paragraph; -1 where none holds it."""
        spans = [(block.line, block.end_line) for block in self.reading.blocks]
        return innermost(spans, len(self.reading.lines))

    @kept
    def lines(self) -> list[Line]:
        """Every line that says something, in order; code only where it is a claim."""
        found = []
        for number, text in enumerate(self.reading.lines, 1):
            block = self.block_of[number]
            code = block >= 0 and self.reading.blocks[block].kind == "code"
            if RULE.match(text) or (code and number not in self.statements):
                continue
            found.append(self.line_at(number, text, block))
        return found

    def line_at(self, number: int, text: str, block: int) -> Line:
        """One line with what is known of it."""
        index = self.statements.get(number, -1)
        statement: Statement | None = self.reading.statements[index] if index >= 0 else None
        own = statement.language if statement else self.reading.language
        languages = self.languages if own in self.languages else (*self.languages, own)
        return Line(
            number,
            text,
            self.of_line[number],
            block,
            index,
            statement.type if statement else "",
            statement.state if statement else None,
            statement.amounts if statement else (),
            marks(text, languages),
            languages,
            self.rows.get(number, ()),
        )

    @kept
    def rows(self) -> dict[int, tuple[str, ...]]:
        """The texts of the cells of every row of a table, by its line."""
        tables = (block for block in self.reading.blocks if block.kind == "table")
        return {row[0].line: tuple(c.text for c in row) for block in tables for row in block.rows if row}

    @kept
    def by_number(self) -> dict[int, Line]:
        """The lines by their number."""
        return {line.number: line for line in self.lines}

    def block(self, line: Line) -> Block | None:
        """The innermost list, table or paragraph that holds the line."""
        return self.reading.blocks[line.block] if line.block >= 0 else None

    def within(self, section: int) -> Iterator[Line]:
        """The lines of a section and of everything beneath it, without its heading."""
        part = self.sections[section]
        yield from self.lines[self.position(part.line + 1) : self.position(part.end_line + 1)]

    def position(self, number: int) -> int:
        """The index of the first line at or after a number."""
        return self.positions[min(number, len(self.positions) - 1)]

    @kept
    def positions(self) -> list[int]:
        """For each line number, the index of the first line at or after it."""
        found = [len(self.lines)] * (len(self.reading.lines) + 2)
        for index in range(len(self.lines) - 1, -1, -1):
            found[self.lines[index].number] = index
        for number in range(len(found) - 2, -1, -1):
            found[number] = min(found[number], found[number + 1])
        return found

    def current(self, line: Line) -> bool:
        """Whether a line speaks of how things are, not of what is planned or how they were."""
        planned = self.inherited[line.section] & {"future", "next_steps", "remaining"}
        return not planned and not self.is_earlier(line)

    def is_earlier(self, line: Line) -> bool:
        """Whether a line speaks of how things were: under a title or label that is 'Before' and nothing else."""
        return self.earlier[line.section] or self.says_before(self.introduction(line))

    @kept
    def earlier(self) -> list[bool]:
        """For each section, whether its title or one above it is 'Before' and nothing else."""
        found: list[bool] = []
        for index, section in enumerate(self.sections):
            above = 0 <= section.parent < index and found[section.parent]
            found.append(above or self.says_before(section.title))
        return found

    @once
    def says_before(self, text: str) -> bool:
        """Whether a title or label is 'Before' and nothing else: not 'Before the release'."""
        name = label(text) if text else ""
        places = self.marks(name).get("earlier", ())
        for mark in places:
            name = name[: mark.start] + " " * (mark.end - mark.start) + name[mark.end :]
        return bool(places) and not topic(name)

    def introduction(self, line: Line) -> str:
        """The label that a line stands under: the last one above it, before any heading, that ends in a colon."""
        for number in range(line.number - 1, max(0, line.number - INTRODUCED), -1):
            text = self.reading.lines[number - 1]
            if text.startswith("#"):
                break
            if text.rstrip(" *_").endswith((":", "：")):
                return text
        return ""

    @kept
    def by_word(self) -> dict[str, list[Line]]:
        """The lines by the categories that stand in them."""
        found: dict[str, list[Line]] = {}
        for line in self.lines:
            for category in line.words:
                found.setdefault(category, []).append(line)
        return found

    def having(self, *categories: str) -> list[Line]:
        """The lines in which a word of one of the categories stands, in order."""
        if len(categories) == 1:
            return self.by_word.get(categories[0], [])
        found = {line.number: line for category in categories for line in self.by_word.get(category, ())}
        return [found[number] for number in sorted(found)]

    @kept
    def counting(self) -> list[Line]:
        """The lines with an amount."""
        return [line for line in self.lines if line.amounts]

    @kept
    def stated(self) -> list[Line]:
        """The lines with a state."""
        return [line for line in self.lines if line.state]

    @kept
    def entries(self) -> frozenset[int]:
        """The numbers of the lines that begin an entry of an outermost list, which is their innermost block."""
        blocks = enumerate(self.reading.blocks)
        listed = ((index, b) for index, b in blocks if b.kind == "list" and not b.depth)
        return frozenset(number for index, b in listed for number in b.lines if self.block_of[number] == index)

    def heading(self, section: int) -> Line | None:
        """The line of a section's heading."""
        return self.by_number.get(self.sections[section].line) if section else None

    def chain(self, section: int) -> Iterator[int]:
        """A section and those above it, innermost first."""
        while section > 0:
            yield section
            section = self.sections[section].parent
