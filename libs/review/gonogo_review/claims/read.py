"""All entries of an outline to statements."""

import re
from collections import Counter, deque
from collections.abc import Iterator

import msgspec

from gonogo_review.claims.code import Code
from gonogo_review.claims.grammar import amounts
from gonogo_review.claims.judging import is_plain, judge
from gonogo_review.claims.languages import Languages
from gonogo_review.claims.line import Line
from gonogo_review.claims.marks import box_state, is_signed, marks
from gonogo_review.claims.named import Named, may_name
from gonogo_review.claims.parents import Parents
from gonogo_review.claims.placed import Placed, amount, metric
from gonogo_review.claims.roles import Roles
from gonogo_review.claims.rows import Row, has_digit
from gonogo_review.claims.scopes import numbered, section_scopes
from gonogo_review.claims.segments import segments
from gonogo_review.claims.subjects import plain_subject, subject
from gonogo_review.claims.tables import Table
from gonogo_review.claims.tags import has_columns, is_tagged
from gonogo_review.claims.verdict import Verdict
from gonogo_review.lexicon.compiled import Lexicon, lexicon
from gonogo_review.metrics import Match
from gonogo_review.model import Amount, Block, Statement
from gonogo_review.structure.entry import Entry, Outline
from gonogo_review.structure.view import view

_BETWEEN_WORDS = re.compile(r"[()\[\]{}.,:;!?*_|/\"'&\-\s]++")
_SERIES = re.compile(r"[A-Z](?<=[a-z] .)[a-z]{2,} (\d{1,3})\b(?![.,]\d| ?%)")
"""It begins with a capital, which is rare, so that the engine skips other text fast."""
_SMALL_WORD = re.compile(r"\b[a-z]+ \Z")
_BRACKETS = frozenset("[(【")
_SHORTEST_NAME = 4
_BESIDE = 4
"""Lines between the entries of one list of statistics."""


class Reader:
    """Reads the entries of one report, in order."""

    def __init__(self, outline: Outline, lines: tuple[str, ...], language: str) -> None:
        self.outline = outline
        self.lines = lines
        self.words = words = lexicon(language)
        self.languages = Languages(outline.sections, lines, language)
        self.scopes = section_scopes(outline.sections, words)
        self.tables = {i: Table(block, words) for i, block in enumerate(outline.blocks) if block.kind == "table"}
        self.own = self._title()
        self.code = Code(outline, lines, words)
        self.parents = Parents(words)
        self.named = Named(outline.sections)
        self.series = _series(lines)
        self.numbered = numbered(outline.sections)

    def _title(self) -> frozenset[str]:
        """The words of the report's title that could name its subject."""
        titles = [section.title for section in self.outline.sections[1:2]]
        return frozenset(
            token.low
            for title in titles
            for token in self.words.tokens(title)
            if token.kind in "wi" and len(token.low) >= _SHORTEST_NAME and token.low not in self.words.triggers
        )

    def statements(self) -> Iterator[Statement]:
        """Every claim, in the order of the lines. The outline gives up its entries, so that memory never holds both."""
        waiting = deque(self.outline.entries)
        self.outline.entries.clear()
        while waiting:
            entry = waiting.popleft()
            if entry.kind == "rule":
                continue
            language = self.languages.of(entry)
            statement = self.read(entry, language)
            if statement is not None:
                yield statement
            text = self.lines[entry.line - 1]
            if entry.kind != "code" and may_name(text):
                yield from self.named.statements(entry, text, language, statement.state if statement else None)

    def blocks(self) -> list[Block]:
        """The outline's blocks, tables with the roles of their columns."""
        return [
            msgspec.structs.replace(block, roles=self.tables[index].roles) if index in self.tables else block
            for index, block in enumerate(self.outline.blocks)
        ]

    def read(self, entry: Entry, language: str) -> Statement | None:
        """The claim that one entry makes."""
        words = self.words if language == self.words.language else lexicon(language)
        if entry.kind == "row":
            return self.row(entry, words, language)
        text = self.lines[entry.line - 1][entry.start : entry.end]
        above = self.above(entry)
        scope = self.parents.scope(entry, text) or above
        if entry.kind == "code":
            if self.code.is_silent(entry):
                return None
        elif not _speaks(text, words):
            signs = [] if text.isascii() else marks(text)
            if not signs and not entry.box:
                return None
            if is_plain(entry, signs, text):
                verdict = Verdict(signs, [], box_state(entry.box))
                return self.statement(entry, verdict, [], plain_subject(view(text), words), language)
        line = Line(view(text), words)
        line.series = self.series
        line.numbered = entry.line in self.numbered and entry.kind == "heading"
        if entry.kind == "code":
            verdict, found = self.code.read(entry, line)
        else:
            verdict, found = judge(line, entry, self.own, above), amounts(line)
        if verdict.state is None and not found:
            return None
        if found:
            todo = entry.box == " "
            roles = Roles(
                line, found, scope=scope, state=verdict.state, marked=verdict.marked, todo=todo,
                among_statistics=self.is_among_statistics(entry, line),
            )  # fmt: skip
            roles.assign()
        placed = [Placed(each, line, entry.line, entry.start) for each in found]
        return self.statement(entry, verdict, placed, subject(line, verdict.hits, found), language)

    def is_among_statistics(self, entry: Entry, line: Line) -> bool:
        """Whether an item that a bound such as `Max` labels stands beside one that gives a mean or a percentile."""
        first, last = segments(line).label
        if entry.kind != "item" or last <= first or line.tokens[first].low not in line.words.firsts["comparators"]:
            return False
        near = [
            _BETWEEN_WORDS.split(text.lower())
            for text in self.lines[max(entry.line - 1 - _BESIDE, 0) : entry.line + _BESIDE]
        ]
        measured = line.tokens[last - 1].low
        return any(
            not line.words.sets["statistics"].isdisjoint(words) and (last - first == 1 or measured in words)
            for words in near
        )

    def above(self, entry: Entry) -> str:
        """What the section says of the entry's amounts; a heading's own are what its parent says."""
        if entry.kind != "heading":
            return self.scopes[entry.section]
        parent = self.outline.sections[entry.section].parent
        return self.scopes[parent] if parent >= 0 else ""

    def row(self, entry: Entry, words: Lexicon, language: str) -> Statement | None:
        """The claim that a table's row makes."""
        row = Row(entry.cells, self.tables[entry.block], words)
        placed = row.amounts()
        if row.verdict.state is None and not placed:
            return None
        return self.statement(entry, row.verdict, placed, subject(row.lines[0], [], []), language)

    def statement(self, entry: Entry, verdict: Verdict, placed: list[Placed], about: str, language: str) -> Statement:
        """The claim with everything that others compare it by."""
        measured = [metric(each, language) for each in placed]
        first = next(filter(None, measured), None)
        return Statement(
            line=entry.line,
            end_line=entry.cells[-1].line if entry.cells else entry.line,
            start=entry.start,
            end=entry.end,
            type="fact"
            if verdict.state is None
            else "item"
            if entry.box or entry.kind in ("item", "row", "code") or self.is_listed(entry)
            else "status",
            text=self.lines[entry.line - 1][entry.start : entry.end],
            state=verdict.state,
            marker=verdict.marker,
            section=entry.section,
            metric=first.metric if first else None,
            scope=first.scope if first else "",
            subject=about,
            language=language,
            amounts=tuple([self.amount(entry, each, found) for each, found in zip(placed, measured, strict=True)]),
            block=entry.block,
        )

    def is_listed(self, entry: Entry) -> bool:
        """Whether a line of text is an entry of a list without bullets, or a row without bars.

        It has a state in brackets at its head or in its last column, or a sign like the lines beside it.
        """
        line, near = self.lines[entry.line - 1], self.lines[max(entry.line - 2, 0) : entry.line + 1]
        if entry.kind != "text" or (is_signed(line) and sum(map(is_signed, near)) > 1):
            return entry.kind == "text"
        return is_tagged(line, self.words) or (has_columns(line) and not self.is_status_key(line))

    def is_status_key(self, line: str) -> bool:
        """Whether a line's first word asks for a state: `Status      READY`."""
        first = line.strip(" *_>").partition(" ")[0].lower()
        return first in self.words.sets["status_labels"]

    def amount(self, entry: Entry, placed: Placed, measured: Match | None) -> Amount:
        """The amount with its place; one from a further line of a row written as tags has the row's own."""
        made = amount(placed, self.lines[placed.at - 1], measured)
        if placed.at == entry.line:
            return made
        return msgspec.structs.replace(made, start=entry.start, end=entry.end)


def _series(lines: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """Words with a number that are names: written large inside sentences, more than once.

    A word with several such numbers names all that it stands before.
    """
    found = Counter(
        [
            (match[0].partition(" ")[0].lower(), match[1])
            for line in lines
            for match in _SERIES.finditer(line)
            if _SMALL_WORD.search(line, 0, match.start())
        ]
    )
    several = [word for word, times in Counter(word for word, _ in found).items() if times > 1]
    return frozenset(name for name, times in found.items() if times > 1).union(
        (form, "") for word in several for form in (word, word + "s")
    )


def _speaks(text: str, words: Lexicon) -> bool:
    """Whether a line's words or digits may say anything; its signs are another matter."""
    if has_digit(text) or text[:1] in _BRACKETS or (words.split and not text.isascii()):
        return True
    return not words.triggers.isdisjoint(_BETWEEN_WORDS.split(text.replace("İ", "i").lower()))
