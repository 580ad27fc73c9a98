"""One evidence file, in the form that its reader wants: lines, rows, a document, elements."""

import codecs
import io
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from gonogo_review.evidence import markup
from gonogo_review.evidence.document import MAX_WHOLE, SMALL, beginning, decode, items, skeleton
from gonogo_review.evidence.found import Unreadable
from gonogo_review.evidence.head import Head, look
from gonogo_review.evidence.node import Node, escape
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
        self._skeleton: Node | None = None
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

    def ends_with_newline(self) -> bool:
        """Whether the last byte ends a line: what a program writes line by line does, unless it was cut off."""
        self.stream.seek(self.size - 1)
        return self.stream.read(1) == b"\n"

    def document(self) -> Node:
        """The whole JSON document.

        Raises:
            Unreadable: malformed, too deep, or larger than `MAX_WHOLE`.
        """
        if self._document is None:
            self._document = Node(decode(self._whole()))
        return self._document

    def peek(self) -> Node:
        """The JSON document; of a large one, its skeleton: arrays and objects are cut to their first entries."""
        if self.size <= SMALL:
            return self.document()
        if self._skeleton is None:
            self._rewind()
            self._skeleton = Node(skeleton(self.stream))
        return self._skeleton

    def beginning(self) -> Node:
        """What there is of a JSON document that breaks off or is broken further on."""
        self.stream.seek(0)
        return Node(beginning(self.stream))

    def each(self, path: str) -> Iterator[Node]:
        """The values that a path leads to, in order, in bounded memory: `/runs/*/results/*`, or `/files/{}`."""
        if self.size <= SMALL:
            yield from self.document().follow(path)
            return
        self._rewind()
        for index, (key, value) in enumerate(items(self.stream, path)):
            place = path.removesuffix("/{}") + f"/{escape(key)}" if key else f"{path.removesuffix('/*')}/{index}"
            yield Node(value, place)

    def rows(self) -> Iterator[tuple[int, Node]]:
        """Numbered JSON lines; empty lines are left out."""
        for number, line in self.lines():
            if line.strip():
                yield number, Node(_row(line, number), f"line {number}")

    def manifests(self) -> list[Node]:
        """The documents of a YAML stream, or the one of a JSON file."""
        if self.head.kind == "json":
            return [self.document()]
        if self._manifests is None:
            documents = load_all(self._whole(SMALL).decode("utf-8", "replace"))
            self._manifests = [Node(document.value, lines=document.lines) for document in documents]
        return self._manifests

    def elements(
        self,
        start: markup.Start,
        end: markup.End | None = None,
        text: markup.Text | None = None,
        depth: Callable[[], int] | None = None,
    ) -> None:
        """Streams the XML through the handlers (see `markup.parse`)."""
        markup.parse(self.stream, start, end, text, depth)

    def _whole(self, most: int = MAX_WHOLE) -> bytes:
        if self.size > most:
            limit = most // 1024 // 1024
            raise Unreadable("too-large", f"{self.size} bytes; this format is read up to {limit} MB. Upload a summary.")
        self.stream.seek(0)
        data = self.stream.read()
        encoding = self.head.encoding
        return data if encoding == "utf-8" else data.decode(encoding, "replace").encode()

    def _rewind(self) -> None:
        """To the first byte of the text, after its byte order mark.

        Raises:
            Unreadable: large JSON is not in UTF-8.
        """
        if not self.head.encoding.startswith("utf-8"):
            raise Unreadable(
                "json-encoding", f"JSON of this size is read in UTF-8 only; it is in {self.head.encoding}."
            )
        self.stream.seek(len(codecs.BOM_UTF8) if self.head.encoding == "utf-8-sig" else 0)


def _row(line: str, number: int) -> Any:
    """The value of one line; what is wrong with it is wrong at its number."""
    try:
        return decode(line.encode("utf-8", "surrogatepass"))
    except Unreadable as error:
        raise Unreadable(error.code, f"Line {number}: {error.message}", number) from error
