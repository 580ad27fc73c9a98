"""Which of the spans that lie in one another holds a line."""

from collections.abc import Sequence


def innermost(spans: Sequence[tuple[int, int]], lines: int) -> list[int]:
    """For each line from 0 to `lines`, the index of the last span to begin among those that hold it; -1 for none.

    The spans are in the order of their first lines, each inside or after the one before it.
    """
    found, around, coming = [-1] * (lines + 2), list[int](), 0
    for number in range(lines + 1):
        while coming < len(spans) and spans[coming][0] <= number:
            around.append(coming)
            coming += 1
        while around and spans[around[-1]][1] < number:
            around.pop()
        found[number] = around[-1] if around else -1
    return found
