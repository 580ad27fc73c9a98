"""Which lines of a text hold certain words, found without looking at each line."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class Index:
    """The lines in small letters as one run of bytes, which are searched several times as fast as characters."""

    def __init__(self, lines: Sequence[str]) -> None:
        small = [line.lower() for line in lines]
        encoded = [line.encode(errors="surrogatepass") for line in small]
        self._chars = frozenset("".join(line for line in small if not line.isascii()))
        self._whole = b"\n".join(encoded)
        self._found: dict[tuple[bytes, ...], list[int]] = {}
        self._starts = [0, *accumulate(len(line) + 1 for line in encoded)]

    def lines_with(self, hints: tuple[bytes, ...]) -> list[int]:
        """Numbers, from 0, of the lines that hold one of the hints."""
        known = self._found.get(hints)
        if known is not None:
            return known
        found: set[int] = set()
        for hint in hints:
            if not hint.isascii() and not self._chars.issuperset(hint.decode()):
                continue
            at = self._whole.find(hint)
            while at >= 0:
                number = bisect_right(self._starts, at) - 1
                found.add(number)
                at = self._whole.find(hint, self._starts[number + 1])
        self._found[hints] = sorted(found)
        return self._found[hints]
