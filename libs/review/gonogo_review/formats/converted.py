"""What every format becomes."""

from collections.abc import Sequence

import msgspec

from gonogo_review.model import Problem

MAX_LINES = 200_000
MAX_CHARACTERS = 20_000_000


class Converted(msgspec.Struct, frozen=True):
    """A document as lines of Markdown."""

    media: str
    """`markdown`, `html`, `text`, `docx`, `pdf`."""
    lines: tuple[str, ...]
    source_lines: Sequence[int]
    """For each line the line that it comes from, from 1: of the uploaded bytes, or, for DOCX and PDF, itself."""
    pages: tuple[int, ...] = ()
    """PDF: the first line of each page, from 1."""
    problems: tuple[Problem, ...] = ()
    encoding: str = ""
    repaired: bool = False


class Lines:
    """Collects lines up to a cap, each with the line that it comes from (0: itself)."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.sources: list[int] = []
        self._characters = 0
        self.full = False
        """The cap is reached; what comes is dropped."""

    def add(self, text: str, source: int = 0) -> None:
        """Adds a line, without what neither JSON nor the database can hold."""
        text = text.encode(errors="replace").decode().replace("\0", "\ufffd").replace("\n", " ")
        self._characters += len(text)
        self.full = self.full or len(self.texts) >= MAX_LINES or self._characters > MAX_CHARACTERS
        if not self.full:
            self.texts.append(text)
            self.sources.append(source or len(self.texts))

    def blank(self, source: int = 0) -> None:
        """Adds an empty line where the last is not empty."""
        if self.texts and self.texts[-1]:
            self.add("", source)

    def row(self, cells: list[str], source: int = 0, *, header: bool) -> None:
        """Adds a table's row; after the header also the line that makes it one."""
        self.add("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |", source)
        if header:
            self.add("|" + " --- |" * len(cells), source)

    def converted(self, media: str, problems: list[Problem], name: str, **more: object) -> Converted:
        """All lines as a document; a cap that was reached is told."""
        if self.full:
            message = f"The document is longer than {MAX_LINES} lines. Only its beginning was read; split it."
            problems = [*problems, Problem("too-long", message, name)]
        return msgspec.convert(
            {"media": media, "lines": self.texts, "source_lines": self.sources, "problems": problems, **more}, Converted
        )
