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


def parse(stream: BinaryIO, start: Start, end: End | None = None, text: Text | None = None) -> None:
    """Calls the handlers for each element, in order. Names keep their prefix (`ns:name`).

    Raises:
        Unreadable: not well-formed, a document type that declares anything, an entity, or too deep or too long a tag.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_subset
    parser.EntityDeclHandler = _refuse_entity
    depth = 0

    def open_element(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise Unreadable("xml-too-deep", f"XML nested deeper than {MAX_DEPTH} levels.", parser.CurrentLineNumber)
        start(name, attributes)

    def close_element(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end is not None:
            end(name)

    parser.StartElementHandler = open_element
    parser.EndElementHandler = close_element
    if text is not None:
        parser.CharacterDataHandler = text
    _feed(parser, stream)


def _feed(parser: expat.XMLParserType, stream: BinaryIO) -> None:
    stream.seek(0)
    fed = 0
    try:
        while chunk := stream.read(CHUNK):
            parser.Parse(chunk, False)  # noqa: FBT003
            fed += len(chunk)
            if fed - parser.CurrentByteIndex > MAX_TOKEN:
                message = f"A tag is longer than {MAX_TOKEN} bytes."
                raise Unreadable("xml-long-tag", message, parser.CurrentLineNumber)
        parser.Parse(b"", True)  # noqa: FBT003
    except Done:
        return
    except expat.ExpatError as error:
        reason = expat.errors.messages[error.code]
        message = f"Not well-formed XML: {reason} at line {error.lineno}, column {error.offset + 1}."
        raise Unreadable("xml-malformed", f"{message} Was the file cut off?", error.lineno) from error
    except (ValueError, LookupError) as error:
        raise Unreadable("xml-encoding", f"The encoding that the XML declares cannot be read: {error}.", 1) from error


def _refuse_subset(_name: str, _system: str | None, _public: str | None, has_internal_subset: int) -> None:
    """A document type that only names its definition is never fetched and does no harm: JaCoCo writes one."""
    if has_internal_subset:
        message = "The XML declares its own document type. Such declarations can attack a reader; write it without."
        raise Unreadable("xml-doctype", message, 1)


def _refuse_entity(*_declaration: object) -> None:
    raise Unreadable("xml-entity", "The XML declares entities. They can attack a reader; write it without.", 1)
