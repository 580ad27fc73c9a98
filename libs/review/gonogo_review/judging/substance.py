"""What a report shows by itself, counted: exact figures, admitted shortfalls, bare ticks, praise."""

import re

import msgspec

from gonogo_review.model import Amount, Reading, Statement

_PRAISE = re.compile("[🎉🎊🏆🚀🎯✨💯🥇🌟⭐★🙌💪🔥]")
"""Signs that celebrate; they state nothing."""
_MEASURED = frozenset({"value", "before", "after"})


class Substance(msgspec.Struct, frozen=True):
    """Counts over what a report states of itself (not of files that exist), with the first lines of some."""

    claims: int
    counts: int
    """Figures with their total: 'n of m'."""
    figures: int
    """Figures of how it is or was."""
    whole: int
    """Figures that are exactly 100 %."""
    whole_lines: tuple[int, ...]
    short: int
    """Statements of something failed or done in part."""
    short_lines: tuple[int, ...]
    open: int
    open_lines: tuple[int, ...]
    bare: int
    """Things called done with no figure."""
    praise: int

    @property
    def bare_share(self) -> float:
        """Bare ticks among all claims, 0 to 1."""
        return self.bare / self.claims if self.claims else 0.0


def substance(reading: Reading) -> Substance:
    """What the report shows by itself."""
    statements = [one for one in reading.statements if one.type != "artifact"]
    amounts = [amount for one in statements for amount in one.amounts]
    whole = [one for one in statements if one.amounts and any(map(_is_whole, one.amounts))]
    short = [one for one in statements if one.state in ("partial", "failed")]
    left = [one for one in statements if one.state == "open"]
    return Substance(
        claims=len(statements),
        counts=sum([amount.of is not None for amount in amounts]),
        figures=sum([amount.role in _MEASURED for amount in amounts]),
        whole=len(whole),
        whole_lines=_lines(whole),
        short=len(short),
        short_lines=_lines(short),
        open=len(left),
        open_lines=_lines(left),
        bare=sum([one.state == "done" and not one.amounts for one in statements]),
        praise=sum([len(_PRAISE.findall(line)) for line in reading.lines if not line.isascii()]),
    )


def _is_whole(amount: Amount) -> bool:
    return amount.role == "value" and amount.unit == "%" and amount.of is None and amount.low <= 100 <= amount.high


def _lines(statements: list[Statement]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(one.line for one in statements))[:4]
