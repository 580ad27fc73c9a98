"""A table's columns: what each holds, what it is called, and the unit that its header gives."""

import re

from gonogo_review.claims.columns import column_role, column_roles
from gonogo_review.claims.keys import asks_for_share
from gonogo_review.claims.line import Line
from gonogo_review.claims.requests import code_columns
from gonogo_review.claims.tokens import Token
from gonogo_review.claims.units import CURRENCIES, DURATIONS, SIZES, symbols
from gonogo_review.lexicon.compiled import Lexicon
from gonogo_review.model import Block
from gonogo_review.structure.view import view

_COMPARED = frozenset({"before", "after", "target"})
"""Beside these a share tells how much of a goal was reached."""
_TURNED = 2
"""First cells that name a role, from which a table is read by its rows."""
_LOOKED_AT = 20
"""Rows from which a table's form is told."""
_NUMBER = re.compile(r"[<>≤≥~]?[\d.,]{1,12}(?: ?(?:%|[a-zA-Z]{1,3}))?")
_PLAYED = frozenset({"before", "after", "target", "delta"})
_MEASURES = DURATIONS | SIZES | CURRENCIES | {"%", "/s", "x"}


class Table:
    """A block of kind `table` with the roles of its columns or, where it is turned, of its rows."""

    def __init__(self, block: Block, words: Lexicon) -> None:
        self.words = words
        self.headers = [cell.text for cell in block.header]
        self.roles = column_roles(self.headers, words, _numeric(block))
        self.statistics = any(self._names_statistic(row[0].text) for row in block.rows[:_LOOKED_AT] if row)
        """Whether a row is called for a mean or a percentile: beside it the least and the most were measured."""
        self.turned = self._is_turned(block)
        stages = {self._stage(words.tokens(view(row[0].text))) for row in block.rows[:_LOOKED_AT] if row}
        self.staged = stages >= {"before", "after"}
        """Whether its rows are one thing before and after something."""
        self.units = [_unit(text, words) for text in self.headers]
        self.shares = self._shares()
        """The columns in which a share says how far a row's thing is."""
        self.codes = code_columns(block, words)
        """The columns of HTTP statuses."""
        self.measured = _is_measured(block, self.headers, self.roles)
        """Whether every column holds numbers, the first of them what was varied: a batch size, a number of users."""

    def _shares(self) -> list[int]:
        if not _COMPARED.isdisjoint(self.roles):
            return []
        return [at for at, text in enumerate(self.headers) if at and asks_for_share(Line(view(text), self.words))]

    def _is_turned(self, block: Block) -> bool:
        if any(role not in ("", "subject", "id") for role in self.roles):
            return False
        if self.statistics:
            return False
        firsts = [column_role(row[0].text, self.words) for row in block.rows[:_LOOKED_AT] if row]
        named = sum(role in ("before", "after", "target", "value", "status", "delta") for role in firsts)
        return named >= max(_TURNED, len(firsts) / 2)

    def row_roles(self, first: Line) -> tuple[str, ...]:
        """The roles of a row's cells."""
        if not self.turned:
            stage = self._stage(first.tokens) if self.staged else ""
            staged = tuple(stage if stage and role in ("", "value") else role for role in self.roles)
            return self._of_goal(first) or staged
        role = column_role(first.view, self.words)
        return ("subject", *([role] * (len(self.headers) - 1)))

    def _stage(self, tokens: list[Token]) -> str:
        """`before` or `after` where a row's name, or what it has in brackets, begins with a word for it."""
        heads = [0, *(at + 1 for at, token in enumerate(tokens[:-1]) if token.low in ("(", "（"))] if tokens else []
        found = [phrase.value for at in heads if (phrase := self.words.matches(tokens, at, "roles"))]
        return next((role for role in found if role in ("before", "after")), "")

    def _names_statistic(self, text: str) -> bool:
        """'Mean', 'p95'."""
        tokens = self.words.tokens(view(text))
        return bool(tokens) and tokens[0].low in self.words.sets["statistics"]

    def _of_goal(self, first: Line) -> tuple[str, ...]:
        """'Goal' as a row's name makes all of its cells goals, unless the columns are named for what they play."""
        if first.lows.isdisjoint(self.words.firsts["columns"]) or not (_PLAYED | {"status"}).isdisjoint(self.roles):
            return ()
        phrase = self.words.matches(first.tokens, 0, "columns")
        whole = phrase is not None and len(phrase.words) == len(first.tokens) and phrase.value == "target"
        if not whole or self.words.matches(first.tokens, 0, "comparators") is not None:
            return ()
        return ("subject", *(["target"] * (len(self.headers) - 1)))

    def name(self, index: int) -> str:
        """What the column is called."""
        return view(self.headers[index]).strip() if index < len(self.headers) else ""

    def unit(self, index: int) -> str:
        """The unit in the column's header: `Latency (ms)`; nothing where it gives none."""
        return self.units[index] if index < len(self.units) else ""


def _is_measured(block: Block, headers: list[str], roles: tuple[str, ...]) -> bool:
    rows = block.rows[:_LOOKED_AT]
    named = bool(roles) and roles[0] == "subject" and any(c.isalpha() for c in headers[0])
    return named and len(rows) > 1 and 0 in _numeric(block) and all(
        any(c.isdigit() for c in cell.text) for row in rows for cell in row
    )  # fmt: skip


def _numeric(block: Block) -> frozenset[int]:
    """The columns whose first cells are numbers and nothing else."""
    rows = block.rows[:_LOOKED_AT]
    columns = range(min((len(row) for row in rows), default=0))
    return frozenset(
        index for index in columns if all(_NUMBER.fullmatch(view(row[index].text).strip()) for row in rows)
    )


def _unit(header: str, words: Lexicon) -> str:
    """A unit in brackets at the header's end, or a percent sign."""
    text = view(header).strip()
    if text.endswith("%") or text.startswith("% "):
        return "%"
    if not text.endswith((")", "）", "]")):
        return ""
    inner = text[max(text.rfind(sign) for sign in "(（[") + 1 : -1].strip()
    tokens = words.tokens(inner)
    phrase = words.matches(tokens, 0, "units") if tokens else None
    name = symbols().get(inner) or (phrase.value if phrase and len(phrase.words) == len(tokens) else "")
    return name if name in _MEASURES else ""
