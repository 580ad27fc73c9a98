"""Which language each part of a report is written in."""

import re

from gonogo_review.model import Section
from gonogo_review.structure.entry import Entry
from gonogo_review.text.language import line_language

_OTHER_SCRIPT = re.compile(r"[\u0400-\u04ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FOREIGN = re.compile(r"[^\W\d_a-zA-Z]")
"""A letter that English does without: a part without any is taken for the report's language."""
_DRAWN = re.compile(r"[\s\u2500-\u259f]{2,}")
"""Frames and what fills them: they tell no language, and take the room of the words that do."""
_SCRIPTED = frozenset({"ru", "zh", "ja", "ko"})
_SAMPLE = 400
"""Characters of a section that tell its language."""
_ENOUGH = 80
"""Characters: a shorter section is taken for the report's own language."""


class Languages:
    """Languages by section, each asked for once; lines in another script are asked for one by one."""

    def __init__(self, sections: list[Section], lines: tuple[str, ...], default: str) -> None:
        self.sections = sections
        self.lines = lines
        self.default = default
        self.known: dict[int, str] = {}

    def of(self, entry: Entry) -> str:
        """The language of an entry."""
        if self.default not in _SCRIPTED:
            line = self.lines[entry.line - 1]
            if not line.isascii() and _OTHER_SCRIPT.search(line):
                return line_language(line, self.default)
        language = self.known.get(entry.section)
        if language is None:
            top = self.top(entry.section)
            if top not in self.known:
                self.known[top] = self.ask(self.sections[top])
            language = self.known[entry.section] = self.known[top]
        return language

    def top(self, index: int) -> int:
        """The section's ancestor below the title."""
        while self.sections[index].level > 2 and self.sections[index].parent > 0:
            index = self.sections[index].parent
        return index

    def ask(self, section: Section) -> str:
        sample, size = [], 0
        for row in range(section.line - 1, min(section.end_line, section.line + 40)):
            sample.append(_DRAWN.sub(" ", self.lines[row]))
            size += len(sample[-1])
            if size > _SAMPLE:
                break
        text = " ".join(sample)
        return (
            line_language(text[: 2 * _SAMPLE], self.default) if size >= _ENOUGH and not text.isascii() else self.default
        )
