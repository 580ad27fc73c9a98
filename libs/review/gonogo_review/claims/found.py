"""An amount as the grammar finds it, before it has a role."""

import msgspec


class Found(msgspec.Struct, gc=False):
    """An interval with its unit and its place: `start`, `end` are characters, `first`, `last` tokens, half open."""

    low: float
    high: float
    start: int
    end: int
    first: int
    last: int
    number: int = 0
    """The token of the number itself, behind comparator, sign and currency."""
    comparator: str = ""
    of: float | None = None
    unit: str = ""
    decimals: int = 0
    sign: str = ""
    """`+` or `-` as printed in front."""
    noun: tuple[int, int] = (0, 0)
    """The tokens of what is counted, half open; empty where none follows."""
    role: str = ""
    because: str = ""
    """What gave it its role."""
    word: bool = False
    """Printed as a word."""
