"""A table's row to its claim."""

from gonogo_review.claims.found import Found
from gonogo_review.claims.grammar import amounts
from gonogo_review.claims.hits import Hit
from gonogo_review.claims.line import Line
from gonogo_review.claims.marks import Mark, is_warning, marks
from gonogo_review.claims.positions import as_status
from gonogo_review.claims.roles import Roles
from gonogo_review.claims.statement import Verdict
from gonogo_review.lexicon.compiled import Lexicon
from gonogo_review.model import Cell
from gonogo_review.structure.view import view

_PLAYED = frozenset({"before", "after", "target", "delta"})
_SILENT = frozenset({"owner", "date", "id"})


def read_row(cells: tuple[Cell, ...], roles: tuple[str, ...], words: Lexicon) -> tuple[Verdict, list[tuple[Cell, Found, Line]]]:
    """The state of a row and its amounts with their cells, in order."""
    lines = [Line(view(cell.text), words) for cell in cells]
    signs: list[Mark] = []
    hits: list[Hit] = []
    for index, line in enumerate(lines):
        role = roles[index] if index < len(roles) else ""
        if role not in ("before", "target", "subject", "priority"):
            signs += [mark for mark in marks(line.view) if not (role == "priority" and is_warning(mark))]
        if role == "status" or (role == "value" and not any(other == "status" for other in roles) and not has_digit(line.view)):
            hits += as_status(line, 0, len(line.tokens))
    if not signs and not hits and roles[:1] == ("subject",):
        signs += marks(lines[0].view) if lines else []
    verdict = Verdict(signs, hits, None)
    return verdict, _amounts(cells, lines, roles, verdict)


def has_digit(text: str) -> bool:
    """Whether a number may be in the text."""
    return any(character.isdigit() for character in text)


def _amounts(
    cells: tuple[Cell, ...], lines: list[Line], roles: tuple[str, ...], verdict: Verdict
) -> list[tuple[Cell, Found, Line]]:
    found: list[tuple[Cell, Found, Line]] = []
    for index, (cell, line) in enumerate(zip(cells, lines, strict=True)):
        role = roles[index] if index < len(roles) else ""
        if role in _SILENT or (index == 0 and role == "id"):
            continue
        inside = amounts(line)
        if role == "subject":
            inside = [amount for amount in inside if amount.noun[1] or amount.unit != "count"]
        if not inside:
            continue
        Roles(line, inside, scope=role if role in _PLAYED else "", state=verdict.state, marked=True).assign()
        _by_column(inside, role, verdict)
        found += [(cell, amount, line) for amount in inside]
    return found


def _by_column(inside: list[Found], role: str, verdict: Verdict) -> None:
    """The column's role holds for what the cell does not say otherwise."""
    arrow = {amount.role for amount in inside} & {"before", "after"}
    for amount in inside:
        if role == "target" or (role in ("before", "delta") and amount.role in ("value", "before", "delta")):
            amount.role = role
        elif role == "after" and not arrow and amount.role == "value" and verdict.state not in ("partial", "open", "failed"):
            amount.role = "after"
