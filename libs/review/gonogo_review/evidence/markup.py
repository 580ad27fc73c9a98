"""XML, element by element in constant memory, with nothing that a document could make us fetch or expand."""

from collections.abc import Callable
from typing import BinaryIO

# S407: defusedxml wraps slower interfaces of this same parser; the handlers below forbid what it forbids.
from xml.parsers import expat

from gonogo_review.evidence.found import Unreadable

CHUNK = 65_536
MAX_DEPTH = 200
MAX_TOKEN = 4 * 1024 * 1024
"""Bytes of one tag. The parser keeps an unfinished tag in memory."""

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class Done(Exception):
    """Raised by a handler that has seen enough."""


def parse(
    stream: BinaryIO,
    start: Start,
    end: End | None = None,
    text: Text | None = None,
    depth: Callable[[], int] | None = None,
) -> None:
    """Calls the handlers for each element, in order. Names keep their prefix (`ns:name`).

    A reader that must be fast keeps count of the depth itself and tells it by `depth`: a call less for each element.

    Raises:
        Unreadable: not well-formed, a document type that declares anything, an entity, or too deep or too long a tag.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_subset
    parser.EntityDeclHandler = _refuse_entity
    if depth is None:
        counted = _Counted(start, end)
        start, end, depth = counted.start, counted.end, counted.depth
    parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
    _feed(parser, stream, depth)


class _Counted:
    """Handlers that keep count of the depth."""

    def __init__(self, start: Start, end: End | None) -> None:
        self._start, self._end, self._depth = start, end, 0

    def start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        self._start(name, attributes)

    def end(self, name: str) -> None:
        self._depth -= 1
        if self._end is not None:
            self._end(name)

    def depth(self) -> int:
        return self._depth


def _feed(parser: expat.XMLParserType, stream: BinaryIO, depth: Callable[[], int]) -> None:
    stream.seek(0)
    fed = 0
    try:
        while chunk := stream.read(CHUNK):
            parser.Parse(chunk, False)  # noqa: FBT003
            fed += len(chunk)
            _bound(parser, fed, depth())
        parser.Parse(b"", True)  # noqa: FBT003
    except Done:
        return
    except expat.ExpatError as error:
        reason = expat.errors.messages[error.code]
        message = f"Not well-formed XML: {reason} at line {error.lineno}, column {error.offset + 1}."
        raise Unreadable("xml-malformed", f"{message} Was the file cut off?", error.lineno) from error
    except (ValueError, LookupError) as error:
        raise Unreadable("xml-encoding", f"The encoding that the XML declares cannot be read: {error}.", 1) from error


def _bound(parser: expat.XMLParserType, fed: int, depth: int) -> None:
    """Looked at once for each chunk: what one chunk can hold does no harm."""
    line = parser.CurrentLineNumber
    if depth > MAX_DEPTH:
        raise Unreadable("xml-too-deep", f"XML nested deeper than {MAX_DEPTH} levels.", line)
    if fed - parser.CurrentByteIndex > MAX_TOKEN:
        raise Unreadable("xml-long-tag", f"A tag is longer than {MAX_TOKEN} bytes.", line)


def _refuse_subset(_name: str, _system: str | None, _public: str | None, has_internal_subset: int) -> None:
    """A document type that only names its definition is never fetched and does no harm: JaCoCo writes one."""
    if has_internal_subset:
        message = "The XML declares its own document type. Such declarations can attack a reader; write it without."
        raise Unreadable("xml-doctype", message, 1)


def _refuse_entity(*_declaration: object) -> None:
    raise Unreadable("xml-entity", "The XML declares entities. They can attack a reader; write it without.", 1)
