"""Finds the credentials in a text."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import groupby

from gonogo_review.model import Secret
from gonogo_review.secrets.accounts import address_pairs, beside, cells, columns, own_pairs, server_pairs, user_pairs
from gonogo_review.secrets.index import Index
from gonogo_review.secrets.labelled import Found, defaults, labelled
from gonogo_review.secrets.listed import announces, entry
from gonogo_review.secrets.tokens import PARTS, structured
from gonogo_review.secrets.words import words

PRIVATE_KEY = "a private key"
# Characters before and after a value that tell it from others.
_AROUND = 80
_LONGEST_LIST = 30
"""Lines beneath a title."""
_KEY_BEGINS = re.compile(r"-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----")
_KEY_BODY = re.compile(r"\s*[\w+/=]{16,}\s*$")


def find(lines: Sequence[str]) -> tuple[Secret, ...]:
    """Every credential written out as a real value, by line and place. Placeholders, hashes and names are none.

    `start` and `end` of each are the characters of the value in its line (half open), which `mask` covers.
    """
    found: list[Secret] = []
    by_line = sorted(_hits(lines), key=lambda hit: hit[0])
    for number, hits in groupby(by_line, key=lambda hit: hit[0]):
        found.extend(_secret(lines[number], number, hit) for hit in _apart(hit for _, hit in hits))
    return tuple(found)


def _hits(lines: Sequence[str]) -> Iterator[tuple[int, Found]]:
    """Line numbers from 0, and what stands there."""
    index = Index(lines)
    for look, hints in _finders():
        yield from ((number, hit) for number in index.lines_with(hints) for hit in look(lines[number]))
    yield from _tables(lines, index)
    yield from _lists(lines, index)
    yield from _private_keys(lines, index)


def _finders() -> tuple[tuple[Callable[[str], Iterator[Found]], tuple[bytes, ...]], ...]:
    """What looks into a line, and what the line has to hold to be worth it."""
    hints = words().hints
    return (
        (labelled, hints["label"]),
        (user_pairs, hints["account"]),
        (beside, hints["label"]),
        (address_pairs, (b"@",)),
        (server_pairs, hints["server"]),
        (own_pairs, (b"/",)),
        (defaults, hints["default"]),
        (structured, PARTS),
    )


def _tables(lines: Sequence[str], index: Index) -> Iterator[tuple[int, Found]]:
    """Passwords under a header that announces them."""
    end = 0
    for header in index.lines_with(words().hints["label"]):
        heads = header >= end and lines[header].count("|") > 1 and (not header or lines[header - 1].count("|") < 2)
        wanted = columns(lines[header]) if heads else ()
        if wanted:
            end = header + 1
            while end < len(lines) and lines[end].count("|") > 1:
                yield from ((end, hit) for hit in cells(lines[end], wanted))
                end += 1


def _lists(lines: Sequence[str], index: Index) -> Iterator[tuple[int, Found]]:
    """Passwords of several things beneath a title that announces them."""
    for title in index.lines_with(words().hints["label"]):
        if announces(lines[title]):
            for number, line in enumerate(lines[title + 1 : title + 1 + _LONGEST_LIST], title + 1):
                if line.startswith("#"):
                    break
                yield from ((number, hit) for hit in entry(line))


def _private_keys(lines: Sequence[str], index: Index) -> Iterator[tuple[int, Found]]:
    """Headers of private keys that a body follows."""
    for number in index.lines_with((b"-----begin",)):
        header = _KEY_BEGINS.search(lines[number])
        if header and number + 1 < len(lines) and _KEY_BODY.match(lines[number + 1]):
            yield number, Found(*header.span(), PRIVATE_KEY)


def _apart(hits: Iterable[Found]) -> list[Found]:
    """In order of place; of several that overlap, the first and longest."""
    kept: list[Found] = []
    for hit in sorted(set(hits), key=lambda hit: (hit.start, -hit.end, hit.what)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _secret(line: str, number: int, hit: Found) -> Secret:
    return Secret(number + 1, hit.start, hit.end, hit.what, _fingerprint(line, hit))


def _fingerprint(line: str, hit: Found) -> str:
    """Survives moved lines and changed white space.

    A fingerprint is shown and stored, so it must not let anyone try values until one fits: a leaked password is often a
    weak one. Only twelve bits of the value's hash go into it, enough to notice that the value was changed; one in 4096
    of all guesses fits it by chance. What tells secrets apart are the kind and the words around.
    """
    around = f"{line[max(0, hit.start - _AROUND) : hit.start]} {line[hit.end : hit.end + _AROUND]}"
    words_around = " ".join(re.findall(r"[^\W\d_]+", around.lower()))
    value = int.from_bytes(sha256(line[hit.start : hit.end].encode(errors="replace")).digest()[:2], "big") & 0xFFF
    return sha256(f"{hit.what}\0{words_around}\0{value}".encode(errors="replace")).hexdigest()[:16]
