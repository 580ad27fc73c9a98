"""Why a line became the claim that it is, or none: for `gonogo check --explain LINE`."""

from gonogo_review.claims.found import Found
from gonogo_review.claims.grammar import considered
from gonogo_review.claims.hits import hits
from gonogo_review.claims.line import Hit, Line
from gonogo_review.claims.positions import as_status
from gonogo_review.claims.read import Reader
from gonogo_review.claims.rows import Row
from gonogo_review.lexicon import lexicon
from gonogo_review.model import Amount, Reading, Statement
from gonogo_review.structure.entry import Entry
from gonogo_review.structure.outline import outline
from gonogo_review.structure.view import view

_KINDS = {
    "heading": "a heading", "item": "an item of a list", "text": "a line of text", "row": "a row of a table",
    "code": "a line of a code block", "rule": "a line that divides",
}  # fmt: skip


def explain(reading: Reading, line: int) -> str:
    """How one line (from 1) was read: what it is, what made its state, and the parse of every amount.

    Raises:
        ValueError: the report has no such line.
    """
    if not 1 <= line <= len(reading.lines):
        raise ValueError(f"'{reading.name}' has lines 1 to {len(reading.lines)}, not {line}")
    made = outline(reading.lines)
    reader = Reader(made, reading.lines, reading.language)
    told = [f"Line {line}: {reading.lines[line - 1].strip() or '(empty)'}"]
    entry = next((entry for entry in made.entries if entry.line == line), None)
    if entry is None:
        told.append("It holds no content: empty, a fence, a table's header or ruler, or a comment.")
    else:
        told += _place(reader, entry)
    claims = [statement for statement in reading.statements if statement.line == line]
    for statement in claims:
        told += _claim(statement)
    if not claims:
        told.append("No claim: no sign and no word of state in a status position, and no amount.")
    if entry is not None and entry.kind != "rule":
        told += _words(reader, entry)
    return "\n".join(told)


def _place(reader: Reader, entry: Entry) -> list[str]:
    """What the line is, where it stands, and what its section and its columns say."""
    section = reader.outline.sections[entry.section]
    where = f"in section '{section.title}' (line {section.line})" if entry.section else "before any section"
    told = [f"It is {_KINDS[entry.kind]} {where}, read as '{reader.languages.of(entry)}'."]
    if reader.scopes[entry.section]:
        told.append(f"Its section makes amounts '{reader.scopes[entry.section]}' where nothing else speaks.")
    if entry.box:
        told.append(f"Its box is '[{entry.box}]'.")
    if entry.kind == "row":
        table = reader.tables[entry.block]
        columns = zip(table.headers, table.roles, strict=False)
        told.append("Columns: " + ", ".join(f"'{header}' is {role or 'anything'}" for header, role in columns) + ".")
    if entry.kind == "code" and reader.code.is_source(entry.block):
        told.append("Its block holds commands or source: only lines that begin with a sign of state are results.")
    return told


def _claim(statement: Statement) -> list[str]:
    """One claim with what made it."""
    if statement.type == "artifact":
        return [f"Claim: artifact '{statement.target}' ({statement.why})."]
    told = [f"Claim: {statement.type}" + (f", {statement.state}, by '{statement.marker}'." if statement.state else ".")]
    if statement.subject:
        told.append(f"  It speaks of: {statement.subject}" + (f" ({statement.scope})." if statement.scope else "."))
    return told + [_amount(amount) for amount in statement.amounts]


def _amount(amount: Amount) -> str:
    """One amount: as printed, as understood."""
    span = f"{amount.low:g}" if amount.low == amount.high else f"{amount.low:g} to {amount.high:g}"
    whole = f" of {amount.of:g}" if amount.of is not None else ""
    measured = f", measures {amount.metric}" if amount.metric else ""
    counted = f", counts '{amount.noun}'" if amount.noun else ""
    return (
        f"  '{amount.printed}' is {amount.role}: {amount.comparator}{span}{whole} {amount.unit}"
        f" (characters {amount.start + 1} to {amount.end}{counted}{measured})."
    )


def _words(reader: Reader, entry: Entry) -> list[str]:
    """Words of state that were seen, counted or not, and numbers that are no amounts."""
    told = []
    for line, known in _lines(reader, entry):
        told += [f"  The lexicon knows '{hit.words}' as {hit.state or 'nothing'}." for hit in known]
        told += [f"  '{line.view[each.start : each.end]}' is no amount: {why}." for each, why in _refused(line)]
    return told


def _lines(reader: Reader, entry: Entry) -> list[tuple[Line, list[Hit]]]:
    words = lexicon(reader.languages.of(entry))
    if entry.kind == "row":
        row = Row(entry.cells, reader.tables[entry.block], words)
        return [
            (line, as_status(line, 0, len(line.tokens)) if row.role(index) == "status" else [])
            for index, line in enumerate(row.lines)
        ]
    line = Line(view(reader.lines[entry.line - 1][entry.start : entry.end]), words)
    return [(line, hits(line))]


def _refused(line: Line) -> list[tuple[Found, str]]:
    return [(found, why) for found, why in considered(line) if why]
