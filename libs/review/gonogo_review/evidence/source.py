"""One evidence file, in the form that its reader wants: lines, rows, a document, elements."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from gonogo_review.evidence import markup
from gonogo_review.evidence.document import MAX_WHOLE, decode
from gonogo_review.evidence.found import Unreadable
from gonogo_review.evidence.head import Head, look
from gonogo_review.evidence.node import Node
from gonogo_review.evidence.yaml_text import load_all

MAX_LINE = 1024 * 1024
"""Characters of one line of text."""


class Source:
    """A seekable stream with what its first bytes tell. Nothing is read twice that need not be."""

    def __init__(self, name: str, stream: BinaryIO, size: int) -> None:
        self.name = name
        self.stream = stream
        self.size = size
        self.head: Head = look(stream, size)
        self._document: Node | None = None
        self._manifests: list[Node] | None = None

    def lines(self) -> Iterator[tuple[int, str]]:
        """Numbered lines without their ends, decoded; undecodable bytes become U+FFFD.

        Raises:
            Unreadable: a line is longer than `MAX_LINE`.
        """
        self.stream.seek(0)
        text = io.TextIOWrapper(self.stream, self.head.encoding or "utf-8", "replace", newline="\n")
        try:
            number = 0
            while line := text.readline(MAX_LINE):
                number += 1
                if len(line) == MAX_LINE:
                    raise Unreadable("line-too-long", f"Line {number} is longer than {MAX_LINE} characters.", number)
                yield number, line.rstrip("\r\n").lstrip("\ufeff")
        finally:
            text.detach()

    def document(self) -> Node:
        """The whole JSON document.

        Raises:
            Unreadable: malformed, too deep, or larger than `MAX_WHOLE`.
        """
        if self._document is None:
            self._document = Node(decode(self._whole()))
        return self._document

    def rows(self) -> Iterator[tuple[int, Node]]:
        """Numbered JSON lines; empty lines are left out."""
        for number, line in self.lines():
            if line.strip():
                yield number, Node(decode(line.encode()), f"line {number}")

    def manifests(self) -> list[Node]:
        """The documents of a YAML stream, or the one of a JSON file."""
        if self.head.kind == "json":
            return [self.document()]
        if self._manifests is None:
            self._manifests = [Node(value) for value in load_all(self._whole().decode("utf-8", "replace"))]
        return self._manifests

    def elements(self, start: markup.Start, end: markup.End | None = None, text: markup.Text | None = None) -> None:
        """Streams the XML through the handlers."""
        markup.parse(self.stream, start, end, text)

    def _whole(self) -> bytes:
        if self.size > MAX_WHOLE:
            limit = MAX_WHOLE // 1024 // 1024
            raise Unreadable("too-large", f"{self.size} bytes; this format is read up to {limit} MB. Upload a summary.")
        self.stream.seek(0)
        data = self.stream.read()
        encoding = self.head.encoding
        return data if encoding == "utf-8" else data.decode(encoding, "replace").encode()
