"""A table's row to its claim."""

import re

import msgspec

from gonogo_review.claims.apart import told_apart
from gonogo_review.claims.codes import is_status_code
from gonogo_review.claims.completion import ratios
from gonogo_review.claims.found import Found
from gonogo_review.claims.grammar import amounts
from gonogo_review.claims.hits import hits
from gonogo_review.claims.judging import is_rank
from gonogo_review.claims.keys import asks_for_state, degree
from gonogo_review.claims.line import Hit, Line
from gonogo_review.claims.marks import Mark, cell_mark, is_warning, marks
from gonogo_review.claims.naming import bound_by_name, sets_target
from gonogo_review.claims.placed import Placed
from gonogo_review.claims.positions import as_status
from gonogo_review.claims.roles import Roles
from gonogo_review.claims.tables import Table
from gonogo_review.claims.verdict import Verdict
from gonogo_review.claims.versions import is_of_row
from gonogo_review.lexicon.compiled import Lexicon
from gonogo_review.model import Cell
from gonogo_review.structure.view import view

_PAIR = 2
"""Cells of a row that is a key with its value."""
_SHARE = 2
"""Tokens of `100%`."""
_DIGIT = re.compile(r"\d")
_PLAYED = frozenset({"before", "after", "target", "delta"})
_SILENT = frozenset({"owner", "date", "id"})
_STATELESS = frozenset({"before", "target", "subject", "priority", "owner", "date"})


class Row:
    """One row under its table's columns."""

    def __init__(self, cells: tuple[Cell, ...], table: Table, words: Lexicon) -> None:
        self.cells = cells
        self.table = table
        self.lines = [Line(view(cell.text), words) for cell in cells]
        for line in self.lines[1:]:
            line.cell = True
        self.roles = table.row_roles(self.lines[0]) if self.lines else ()
        self.verdict = Verdict(*self.signs_and_words(), None)

    def role(self, index: int) -> str:
        """What the cell at this index holds."""
        return self.roles[index] if index < len(self.roles) else ""

    def signs_and_words(self) -> tuple[list[Mark], list[Hit]]:
        """Signs in any cell but those that tell of before and of goals; words in the status cell."""
        signs: list[Mark] = []
        words: list[Hit] = []
        status = "status" in self.roles
        for index, line in enumerate(self.lines):
            role = self.role(index)
            if role not in _STATELESS:
                signs += marks(line.view)
                signs += cell_mark(line.view.strip()) if role == "status" else []
            elif role == "priority" and not status:
                signs += [mark for mark in marks(line.view) if not (is_warning(mark) or is_rank(line, mark))]
                words += [hit for hit in hits(line) if hit.first == 0 and hit.last == len(line.tokens)]
            share = 0 if status else _behind_share(line)
            if (role == "status" and not self.describes()) or share or self.tells(index, status):
                words += self.missed(ratios(line, as_status(line, share, len(line.tokens)), marked=False))
        if not signs and not words:
            words += [hit for at in self.table.shares for line in self.lines[at : at + 1] for hit in degree(line)]
        if not signs and not words:
            signs += [mark for line in self.named() for mark in marks(line.view) if not is_rank(line, mark)]
        if not signs and not words and not status:
            signs += [mark for index, line in enumerate(self.lines) if self.role(index) == "date"
                      for mark in marks(line.view)]  # fmt: skip
        return signs, words

    def describes(self) -> bool:
        """Whether one of two cells asks for a cause, an effect or a remark: what fails in the other is described."""
        name = self.lines[0]
        said = " ".join(token.low for token in name.tokens if token.kind == "w")
        return len(self.lines) == _PAIR and said in name.words.sets["described"]

    def named(self) -> list[Line]:
        """The cell that says what the row is about, which may follow its number."""
        at = self.roles.index("subject") if "subject" in self.roles[:_PAIR] else len(self.lines)
        return self.lines[at : at + 1]

    def tells(self, index: int, status: bool) -> bool:
        """Whether a cell without a status column beside it tells a state: a value in words, or what a key asks for."""
        if status or index == 0:
            return False
        keyed = len(self.lines) == _PAIR and self.role(index) in ("", "value") and asks_for_state(self.lines[0])
        return keyed or (self.role(index) == "value" and not has_digit(self.lines[index].view))

    def set_by_name(self, index: int, role: str) -> str:
        """`target` where the row's name ends in what sets one: 'Session timeout', 'Size limit'."""
        if index == 0 or role not in ("", "value") or _PLAYED.intersection(self.roles):
            return ""
        name = self.lines[0]
        if self.table.statistics and name.words.matches(name.tokens, 0, "comparators") is not None:
            return ""
        return "target" if sets_target(name) else ""

    def missed(self, words: list[Hit]) -> list[Hit]:
        """'No' beside a target is a miss, not a thing to do."""
        denied = self.lines[0].words.sets["denials"]
        if "target" not in self.roles:
            return words
        return [msgspec.structs.replace(hit, state="failed") if hit.words in denied else hit for hit in words]

    def amounts(self) -> list[Placed]:
        """The amounts of all cells, in order."""
        placed: list[Placed] = []
        for index, (cell, line) in enumerate(zip(self.cells, self.lines, strict=True)):
            role = self.role(index)
            if role in _SILENT or not line.tokens:
                continue
            found = told_apart(self.lines[0], 0, len(self.lines[0].tokens) * bool(index), line, amounts(line))
            if role == "subject" and not self.table.measured:
                found = [amount for amount in found if amount.noun[1] or amount.unit != "count"]
            if (role == "status" and len(self.lines) > _PAIR) or index in self.table.codes:
                found = [amount for amount in found if not is_status_code(amount)]
            if index:
                found = [amount for amount in found if not is_of_row(self.lines[0], amount)]
            if not found:
                continue
            self.play(line, found, role, index)
            heads = f"{self.cells[0].text if index else ''} {self.table.name(index)}".strip()
            placed += [Placed(amount, line, cell.line, cell.start, heads) for amount in found]
        return placed

    def play(self, line: Line, found: list[Found], role: str, index: int) -> None:
        """The column's role holds for what the cell does not say otherwise; its unit for bare numbers."""
        unit = self.table.unit(index)
        for amount in found:
            if unit and amount.unit == "count" and not amount.noun[1] and amount.of is None:
                amount.unit = unit
        scope = role if role in _PLAYED else self.set_by_name(index, role)
        Roles(line, found, scope=scope, state=self.verdict.state, marked=True).assign()
        if scope == "target" != role:
            bound_by_name(self.lines[0], 0, len(self.lines[0].tokens), found)
        arrow = {amount.role for amount in found} & {"before", "after"}
        leads_on = any(amount.role == "target" for amount in found)
        for amount in found:
            if role == "target" or (role in ("before", "delta") and amount.role in ("value", "before", "delta")):
                amount.role = role
            elif role == "after" and amount.role in ("value", "after") and not arrow - {"after"}:
                amount.role = "value" if leads_on else "after"


def _behind_share(line: Line) -> int:
    """Where a word may say of a share how it is, as in `100% OK`: an index; 0 where a cell begins with no share."""
    shown = line.tokens[:3]
    return _SHARE if len(shown) > _SHARE and shown[0].kind == "n" and shown[1].low in ("%", "％") else 0


def has_digit(text: str) -> bool:
    """Whether a number may be in the text."""
    return _DIGIT.search(text) is not None
