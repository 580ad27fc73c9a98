"""Headings to sections with numbers and parents; bold lines that stand alone are headings too."""

import re

from gonogo_review.model import Section
from gonogo_review.structure.entry import Entry
from gonogo_review.structure.view import view

BOLD_LEVEL = 7
"""The level of a bold line used as a heading: below every real one."""

_NUMBER = re.compile(
    r"(?:\W{0,4}\s*)(?:(?:phase|step|section|part|chapter|sprint|task|etap|fase|étape|schritt|этап|bölüm)\s+)?"
    r"(?P<number>\d+(?:\.\d+)*[a-z]?|[IVX]+(?=[.):])|[A-Z](?=[.):])|[一二三四五六七八九十]+(?=[、．.:：]))"
    r"(?=[.):：、．\s]|$)",
    re.IGNORECASE,
)
_BOLD = re.compile(r"(?:\*\*|__)(?P<title>[^*_]{1,120}?)(?::?(?:\*\*|__)\s*[:：]?)(?P<rest>.*)")


def bold_title(text: str) -> tuple[str, bool]:
    """The title of a line that is bold from end to end, and whether the line goes on; `""` where it is none."""
    match = _BOLD.fullmatch(text)
    if match is None:
        return "", False
    return match["title"].strip(" :："), bool(match["rest"].strip(" :：()"))


def divide(entries: list[Entry], lines: "list[str] | tuple[str, ...]") -> list[Section]:
    """Gives every entry its section, and returns the sections; index 0 is the whole document."""
    return _Division(lines).run(entries)


class _Division:
    def __init__(self, lines: "list[str] | tuple[str, ...]") -> None:
        self.lines = lines
        self.fields: list[dict[str, object]] = [{"title": "", "level": 0, "line": 1, "end_line": max(len(lines), 1)}]
        self.open = [0]

    def run(self, entries: list[Entry]) -> list[Section]:
        for entry in entries:
            if entry.kind == "heading":
                self.enter(entry, entry.level, view(self.lines[entry.line - 1][entry.start : entry.end]).strip())
            elif entry.kind == "rule":
                self.close(BOLD_LEVEL, entry.line)
            elif entry.kind == "text" and not entry.level:
                self.bold(entry)
            entry.section = self.open[-1]
        self.close(1, len(self.lines) + 1)
        return [Section(**fields) for fields in self.fields]  # type: ignore[arg-type]

    def bold(self, entry: Entry) -> None:
        """`**Metrics**:` opens a part; `**Impact**: none` ends one."""
        text = self.lines[entry.line - 1][entry.start : entry.end]
        if not text.startswith(("**", "__")):
            return
        title, goes_on = bold_title(text)
        if title.endswith((".", "!", "?", "。", "！")):
            return
        if title and (goes_on or not _is_label(text, entry)):
            self.close(BOLD_LEVEL, entry.line)
        elif title:
            self.enter(entry, BOLD_LEVEL, title)

    def enter(self, entry: Entry, level: int, title: str) -> None:
        self.close(level, entry.line)
        match = _NUMBER.match(title)
        number = match["number"] if match else ""
        self.fields.append(
            {
                "title": title,
                "level": level,
                "line": entry.line,
                "end_line": 0,
                "parent": self.open[-1],
                "number": number,
            }
        )
        self.open.append(len(self.fields) - 1)

    def close(self, level: int, line: int) -> None:
        """Ends every open section of this level or below, in front of `line`."""
        while len(self.open) > 1 and self.fields[self.open[-1]]["level"] >= level:  # type: ignore[operator]
            self.fields[self.open.pop()]["end_line"] = line - 1


def _is_label(text: str, entry: Entry) -> bool:
    """A bold line opens a part where a colon ends it or it stands alone."""
    return entry.alone or text.rstrip().endswith((":", "：", ":**", "：**", ":__"))
