"""The report as the rules see it: every line with its state, section, topic and the words that stand in it."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from gonogo_review.consistency.kept import kept, once
from gonogo_review.consistency.layout import Layout
from gonogo_review.consistency.lexicon import NONE, Marks, marks, marks_of_label, marks_of_part, without
from gonogo_review.consistency.line import OPEN, Line
from gonogo_review.consistency.topics import Topic, label, topic
from gonogo_review.model import Block, Reading, Section, Statement

ALWAYS = "en"
"""English words stand in reports of every language."""
INTRODUCED = 12
"""Lines that a label speaks for."""
RULE = re.compile(r"^[\s|:+=_*~\-─═]*$")


class Outline(Layout):
    """A reading, indexed for the rules; built once."""

    def __init__(self, reading: Reading) -> None:
        """Indexes the reading; costs one pass over its lines."""
        super().__init__(reading)
        self.answers: dict[tuple[object, ...], Any] = {}
        """What was asked with `once`."""
        self.languages = tuple(dict.fromkeys((ALWAYS, reading.language)))
        self.statements: dict[int, int] = {}
        for index, statement in enumerate(reading.statements):
            if statement.type != "artifact" or statement.line not in self.statements:
                self.statements[statement.line] = index

    @kept
    def title_words(self) -> list[Marks]:
        """For each section, the words of its own title."""
        return [self.words_of_title(s) if s.title else NONE for s in self.sections]

    def words_of_title(self, section: Section) -> Marks:
        """The words of one title."""
        line = self.by_number.get(section.line)
        if line is None or line.languages != self.languages:
            return self.marks(section.title)
        return marks_of_part(section.title, line.text, line.words, self.languages)

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
    def done_inside(self) -> list[bool]:
        """For each section, whether it or a line directly in it says of its own subject that it is done."""
        found = [False] * len(self.sections)
        for line in self.lines:
            if line.type == "status" and line.state == "done":
                found[line.section] = True
        return found

    @kept
    def lines(self) -> list[Line]:
        """Every line that says something, in order; code only where it is a claim."""
        found = []
        for number, text in enumerate(self.reading.lines, 1):
            block = self.block_of[number]
            code = block >= 0 and self.reading.blocks[block].kind == "code"
            if not text or RULE.match(text) or (code and number not in self.statements):
                continue
            found.append(self.line_at(number, text, block))
        return found

    def line_at(self, number: int, text: str, block: int) -> Line:
        """One line with what is known of it."""
        index = self.statements.get(number, -1)
        statement: Statement | None = self.reading.statements[index] if index >= 0 else None
        own = statement.language if statement else self.reading.language
        cells = self.rows.get(number, ())
        state = statement.state if statement else None
        languages = self.languages if own in self.languages else (*self.languages, own)
        return Line(
            number,
            text,
            self.of_line[number],
            block,
            index,
            statement.type if statement else "",
            state,
            statement.amounts if statement else (),
            marks(text, languages),
            languages,
            cells,
            state in OPEN,
            bool(cells) or text.lstrip().startswith("|"),
        )

    @kept
    def by_number(self) -> dict[int, Line]:
        """The lines by their number."""
        return {line.number: line for line in self.lines}

    def lines_at(self, numbers: Iterable[int]) -> list[Line]:
        """The lines with these numbers, in this order, without those that say nothing."""
        return [self.by_number[n] for n in numbers if n in self.by_number]

    def has_column(self, line: Line, category: str) -> bool:
        """Whether a row's table has a column whose header has a word of the category."""
        block = self.block(line) if line.is_row else None
        return block is not None and any(category in self.marks(cell.text) for cell in block.header)

    def block(self, line: Line) -> Block | None:
        """The innermost list, table or paragraph that holds the line."""
        return self.reading.blocks[line.block] if line.block >= 0 else None

    def within(self, section: int) -> list[Line]:
        """The lines of a section and of everything beneath it, without its heading."""
        part = self.sections[section]
        return self.lines[self.position(part.line + 1) : self.position(part.end_line + 1)]

    @kept
    def directly(self) -> list[list[Line]]:
        """For each section, the lines that stand in it and in none beneath it, without its heading."""
        found: list[list[Line]] = [[] for _ in self.sections]
        for line in self.lines:
            if line.number != self.sections[line.section].line:
                found[line.section].append(line)
        return found

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
        return self.earlier[line.section] or self.led_by_before[line.number]

    @kept
    def earlier(self) -> list[bool]:
        """For each section, whether its title or one above it is 'Before' and nothing else."""
        found: list[bool] = []
        for index, section in enumerate(self.sections):
            above = 0 <= section.parent < index and found[section.parent]
            said = "earlier" in self.title_words[index] or "(" in section.title or "（" in section.title
            found.append(above or (said and self.says_before(section.title)))
        return found

    @once
    def says_before(self, text: str) -> bool:
        """Whether a title or label is 'Before' and nothing else: not 'Before the release'.

        'Before the rewrite' is, where what stands under 'After the rewrite' is done.
        """
        of = self.apart_from("earlier", text) if text else None
        return of is not None and (not of or of in self.reached)

    def apart_from(self, category: str, text: str) -> Topic | None:
        """The topic of a label without a category's words; None where none of them stands in it."""
        name = label(text)
        found = self.marks(name)
        return topic(without(name, found, category)) if category in found else None

    @kept
    def reached(self) -> frozenset[Topic | None]:
        """What titles and labels that say 'After' speak of, where the first line beneath is done."""
        said = (line for line, below in pairwise(self.lines) if "later_on" in line.words and below.state == "done")
        return frozenset(self.apart_from("later_on", line.text) for line in said)

    @kept
    def led_by_before(self) -> list[bool]:
        """For each line (from 1), whether the label that it stands under is 'Before' and nothing else.

        That is the last line above it, before any heading, that ends in a colon.
        """
        found, led, since = [False], False, 0
        for number, text in enumerate(self.reading.lines, 1):
            found.append(led and number - since < INTRODUCED)
            if text.startswith("#"):
                led = False
            elif text.rstrip(" *_").endswith((":", "：")):
                line = self.by_number.get(number)
                said = line is None or "earlier" in line.words or "(" in text or "（" in text
                led, since = said and self.says_before(text), number
        return found

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
    def counting_at(self) -> dict[int, Line]:
        """The lines with an amount by their number."""
        return {line.number: line for line in self.counting}

    @kept
    def stated(self) -> list[Line]:
        """The lines with a state."""
        return [line for line in self.lines if line.state]

    @kept
    def headings(self) -> list[Line | None]:
        """For each section, the line of its heading."""
        return [None, *(self.by_number.get(section.line) for section in self.sections[1:])]

    def heading(self, section: int) -> Line | None:
        """The line of a section's heading."""
        return self.headings[section]
