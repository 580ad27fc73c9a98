"""Files, addresses, commands and endpoints that a line says are there: one claim for each."""

import re

from gonogo_review.artifacts import Artifact, Said, find, said
from gonogo_review.model import Section, Statement
from gonogo_review.structure.entry import Entry

# Each way begins with its sign, so that the engine skips plain text fast.
_WORTH = re.compile(
    r"`|\.(?<=\w\.)[a-zA-Z]{1,5}\b"
    r"|/(?:(?<=:/)/|(?<=[A-Z]{3} /)|(?<=\w/)\w++[/.]|(?:(?<!\S/)|(?<=\./)(?<!\S\./)|(?<=\.\./)(?<!\S\.\./))\w)"
)
_MOST = 20
"""Artifacts of one line that become claims."""
_THERE = frozenset({"created", "exists"})


def may_name(text: str) -> bool:
    """Whether a line holds anything that the name of an artifact has; a sieve that most lines do not pass."""
    return _WORTH.search(text) is not None


class Named:
    """Artifacts by line; a section's title speaks for lines that say nothing themselves."""

    def __init__(self, sections: list[Section]) -> None:
        self.sections = sections
        self.titles: dict[int, Said] = {}

    def statements(self, entry: Entry, text: str, language: str, state: str | None) -> list[Statement]:
        """A claim for each thing that the line says is there."""
        found = find(text)
        if not found:
            return []
        claimed = self.claimed(entry, text, language, state, found)
        return [
            Statement(
                line=entry.line,
                end_line=entry.line,
                start=artifact.start,
                end=artifact.end,
                type="artifact",
                text=text[artifact.start : artifact.end],
                section=entry.section,
                block=entry.block,
                language=language,
                target=artifact.target,
                why=f"{artifact.kind}: {claimed}",
            )
            for artifact in (found[:_MOST] if claimed else ())
        ]

    def claimed(self, entry: Entry, text: str, language: str, state: str | None, found: list[Artifact]) -> str:
        """Why the line's things are there: its words, its mark, or its section's title; nothing where they are not."""
        own = said(text, language, found)
        if own:
            return f"the line says that it {own}" if own in _THERE else ""
        if state is not None:
            return "the line is marked as done" if state == "done" else ""
        title = self.title(entry.section, language)
        return f"its section says that it {title}" if title in _THERE else ""

    def title(self, index: int, language: str) -> Said:
        """What a section's title says of the things in it."""
        if index not in self.titles:
            self.titles[index] = said(self.sections[index].title, language)
        return self.titles[index]
