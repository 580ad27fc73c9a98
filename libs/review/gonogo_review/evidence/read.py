"""The entry point: bytes to a reading, whatever the bytes are."""

import hashlib
from typing import BinaryIO

from gonogo_review.evidence.found import Found, Unreadable, storable
from gonogo_review.evidence.masking import masked_facts, masked_problems
from gonogo_review.evidence.registry import READERS, begun, formats, recognise
from gonogo_review.evidence.source import Source
from gonogo_review.evidence.times import plain
from gonogo_review.model import EvidenceReading

CHUNK = 1024 * 1024


def read_evidence(name: str, stream: BinaryIO) -> EvidenceReading:
    """Reads one file: told by its content, streamed where it can be large.

    Never raises for what the file holds: what cannot be read is a problem of the reading, and then no fact is given.

    Args:
        name: as uploaded; shown, and used as the place of facts, never believed.
        stream: seekable; read from its start, left open.
    """
    sha256, size = _measure(stream)
    found = Found(name)
    form, source = "", None
    try:
        source = Source(name, stream, size)
        known = recognise(source)
        if known is None:
            raise Unreadable("unrecognised", _unrecognised(source))
        form = known.name
        READERS[form](source, found)
        if not found.facts and not found.problems:
            raise Unreadable(
                "no-facts", f"This is {known.title}, and it holds nothing that a claim could be held against."
            )
    except Unreadable as error:
        found.refuse(error)
        form = form or (begun(source) if source else "")
    except (ValueError, ArithmeticError) as error:
        found.refuse(
            Unreadable("no-number", f"A number in it is none{f' of {form}' * bool(form)}: {str(error)[:200]}.")
        )
    facts, problems = masked_facts(found.facts), masked_problems(found.problems)
    return EvidenceReading(name, sha256, size, form, facts, problems, storable(found.commit), plain(found.taken))


def _measure(stream: BinaryIO) -> tuple[str, int]:
    stream.seek(0)
    digest, size = hashlib.sha256(), 0
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
        size += len(chunk)
    return digest.hexdigest(), size


def _unrecognised(source: Source) -> str:
    if source.head.kind == "json" and source.peek().value in ([], {}):
        return "An empty list: it does not say which tool wrote it or what was looked at, so it backs no claim."
    start = " ".join(source.head.text.split())[:60]
    return f"None of the {len(formats())} known formats fits content of kind {source.head.kind} that starts '{start}'."
