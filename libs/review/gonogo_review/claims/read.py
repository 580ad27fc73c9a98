"""All entries of an outline to statements."""

from gonogo_review.claims.code import Code
from gonogo_review.claims.columns import column_roles
from gonogo_review.claims.found import Found
from gonogo_review.claims.grammar import amounts
from gonogo_review.claims.line import Line
from gonogo_review.claims.roles import Roles
from gonogo_review.claims.rows import has_digit, read_row
from gonogo_review.claims.scopes import section_scopes
from gonogo_review.claims.statement import Verdict, judge
from gonogo_review.lexicon.compiled import Lexicon
from gonogo_review.model import Amount, Statement
from gonogo_review.structure.entry import Entry, Outline
from gonogo_review.structure.view import view


class Reader:
    """Reads the entries of one report, in order."""

    def __init__(self, outline: Outline, lines: tuple[str, ...], words: Lexicon) -> None:
        self.outline = outline
        self.lines = lines
        self.words = words
        self.scopes = section_scopes(outline.sections, words)
        self.roles = {
            index: column_roles([cell.text for cell in block.header], words)
            for index, block in enumerate(outline.blocks)
            if block.kind == "table"
        }
        self.own = self._title()
        self.code = Code(outline, lines, words)

    def _title(self) -> frozenset[str]:
        """The words of the report's title that could name its subject."""
        titles = [section.title for section in self.outline.sections[1:2]]
        return frozenset(
            token.low for title in titles for token in self.words.tokens(title)
            if token.kind in "wi" and len(token.low) > 3 and token.low not in self.words.phrases  # noqa: PLR2004 - articles
        )  # fmt: skip

    def statements(self) -> list[Statement]:
        """Every claim, in the order of the lines."""
        made = [self.read(entry) for entry in self.outline.entries if entry.kind != "rule"]
        return [statement for statement in made if statement is not None]

    def read(self, entry: Entry) -> Statement | None:
        if entry.kind == "row":
            return self.row(entry)
        line = Line(view(self.lines[entry.line - 1][entry.start : entry.end]), self.words)
        if entry.kind == "code":
            verdict, found = self.code.read(entry, line)
        else:
            if not entry.box and not self.worth(line.view):
                return None
            verdict = judge(line, entry, self.own, self.scopes[entry.section])
            found = amounts(line)
        Roles(line, found, scope=self.scopes[entry.section], state=verdict.state, marked=verdict.marked).assign()
        return self.statement(entry, verdict, [(entry.start, amount) for amount in found])

    def worth(self, text: str) -> bool:
        """Whether a line may hold a claim at all."""
        if has_digit(text) or not text.isascii():
            return True
        return not self.words.triggers.isdisjoint(text.lower().replace("-", " ").translate(_PUNCTUATION).split())

    def row(self, entry: Entry) -> Statement | None:
        verdict, found = read_row(entry.cells, self.roles.get(entry.block, ()), self.words)
        return self.statement(entry, verdict, [(cell.start, amount) for cell, amount, _ in found])

    def statement(self, entry: Entry, verdict: Verdict, found: list[tuple[int, Found]]) -> Statement | None:
        if verdict.state is None and not found:
            return None
        text = self.lines[entry.line - 1][entry.start : entry.end]
        kind = "fact" if verdict.state is None else "item" if entry.kind in ("item", "row", "code") else "status"
        return Statement(
            line=entry.line, end_line=entry.line, start=entry.start, end=entry.end, type=kind, text=text,
            state=verdict.state, marker=verdict.marker, section=entry.section, block=entry.block,
            language=self.words.language, amounts=tuple(self.amount(entry, start, amount) for start, amount in found),
        )  # fmt: skip

    def amount(self, entry: Entry, offset: int, found: Found) -> Amount:
        start, end = offset + found.start, offset + found.end
        unit = "%" if found.unit == "pp" else found.unit
        return Amount(
            role=found.role, comparator=found.comparator, low=found.low, high=found.high, of=found.of, unit=unit,  # type: ignore[arg-type]
            start=start, end=end, printed=self.lines[entry.line - 1][start:end], decimals=found.decimals,
        )  # fmt: skip


_PUNCTUATION = str.maketrans({sign: " " for sign in "()[]{}.,:;!?*_|/\"'&"})
