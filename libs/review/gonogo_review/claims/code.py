"""Blocks of code: commands and source say nothing; results, plain text and the notes of a tree do."""

import re
from functools import cache

from gonogo_review.claims.completion import ratios
from gonogo_review.claims.found import Found
from gonogo_review.claims.grammar import amounts
from gonogo_review.claims.judging import counting_marks
from gonogo_review.claims.line import Hit, Line
from gonogo_review.claims.marks import marks
from gonogo_review.claims.positions import stated
from gonogo_review.claims.segments import segments
from gonogo_review.claims.tags import head_tag, result_word
from gonogo_review.claims.verdict import Verdict
from gonogo_review.lexicon.compiled import Lexicon
from gonogo_review.lexicon.loading import load
from gonogo_review.structure.entry import Entry, Outline

_SIGNED = re.compile(
    r"\s*+(?:[a-z]\w*_\w+=\S|[$>%] ?\w|PS [A-Z]:|[A-Z][A-Z0-9_]{2,}=|[\"'{}<@]|\[[\"'\d{\[]|\]|</|//|/\*|--[a-z]|\./"
    r"|\.\\\w|\S+\.exe\b|(?:GET|POST|PUT|PATCH|DELETE|HEAD) /|HTTP/|https?://|#include|from [\w.]+ import"
    r"|(?:if|for|while|switch) ?\(|(?:try|catch)\b|[A-Za-z_]\w*+(?:(?:\.\w++)++\(|\([\"']))"
    r"|.*(?:[;{}\\]\s*$|\s=\s| --?[a-z][a-z-]* )"
)
_COMMENT = re.compile(r"\s*(?:#|//|--|%|;)(?=\s|$)\s*")
_TREE = re.compile(r"[│├└┣┗┃|`\s]*(?:[├└┣┗]|\|--|`--|\+--)")
_NOTE = re.compile(r"\s[(（\[–—#-]|\s{3,}(?=\S)|\s(?=[✅✓✔])")
_HASH = re.compile(r"\s*[0-9a-f]{7,40}(?=\s)")


@cache
def _openings() -> frozenset[str]:
    data = load("code")
    return frozenset(data["commands"]) | frozenset(data["source"])


def is_source_line(line: str) -> bool:
    """Whether a line is a command or source rather than a result."""
    first, blank, _ = line.strip().partition(" ")
    if blank and first in _openings():
        return True
    if _SIGNED.match(line) is not None or _heads_block(line):
        return True
    return any(piece in line for piece in load("code")["pieces"])


def _heads_block(line: str) -> bool:
    """`with open(name):`; brackets behind a blank are a remark: 'Fast tier (in memory):'."""
    head, bracket, _ = line.partition("(")
    return bracket != "" and line.rstrip().endswith("):") and head[-1:].isalnum()


class Code:
    """The code blocks of a report: each is judged once, as a whole."""

    def __init__(self, outline: Outline, lines: tuple[str, ...], words: Lexicon) -> None:
        self.outline = outline
        self.lines = lines
        self.words = words
        self.source: dict[int, bool] = {}

    def is_source(self, block: int) -> bool:
        """Whether the block holds a command or source: then only lines of results speak."""
        if block not in self.source:
            found = self.outline.blocks[block]
            rows = [self.lines[row] for row in range(found.line - 1, found.end_line)]
            self.source[block] = self.outline.languages[block] in load("code")["data"] or any(
                is_source_line(row)
                for row in rows
                if not _COMMENT.match(row) and not _TREE.match(row) and not marks(row)
            )
        return self.source[block]

    def is_silent(self, entry: Entry) -> bool:
        """Whether the line is a command or source without a sign of state."""
        raw = self.lines[entry.line - 1]
        return not _TREE.match(raw) and self.is_source(entry.block) and not marks(raw)

    def read(self, entry: Entry, line: Line) -> tuple[Verdict, list[Found]]:
        """The state and the amounts of a line of code."""
        raw = self.lines[entry.line - 1]
        if _TREE.match(raw):
            return Verdict([], [], None), _in_note(line)
        source = self.is_source(entry.block)
        signs = counting_marks(line, entry) if not source or _leads(line) else []
        if source and not signs:
            return Verdict([], [], None), []
        if signs and signs[0].start == 0 and line.view.rstrip().endswith(":"):
            signs = []
        hits = [] if source else head_tag(line) or result_word(line) or stated(line, segments(line), marked=bool(signs))
        if _COMMENT.match(raw) or not signs:
            hits = [hit for hit in hits if not _COMMENT.match(raw) and not _is_tally(line, hit)]
        return Verdict(signs, ratios(line, hits, marked=bool(signs)), None), _behind_hash(line, raw)


def _is_tally(line: Line, hit: Hit) -> bool:
    """`Tests  72 passed (72)`: test runners count so."""
    plain = hit.first > 0 and line.tokens[hit.first - 1].kind == "n" and hit.words in line.words.sets["tallied"]
    return plain and (hit.first < 2 or line.tokens[hit.first - 2].low not in ("/", *line.words.sets["of"]))


def _leads(line: Line) -> bool:
    """Whether a sign of state is the first thing on the line."""
    found = marks(line.view)
    return bool(found) and not line.view[: found[0].start].strip()


def _in_note(line: Line) -> list[Found]:
    """A tree's amounts stand in its note, behind the name: in brackets, behind a dash, a sign or a gap."""
    found = amounts(line)
    name = next((token.end for token in line.tokens if token.kind in "wix"), 0) if found else 0
    opened = _NOTE.search(line.view, name)
    return [amount for amount in found if opened is not None and opened.end() <= amount.start + 1]


def _behind_hash(line: Line, raw: str) -> list[Found]:
    match = _HASH.match(raw)
    found = amounts(line)
    if match is None:
        return found
    width = match.end() - (len(raw) - len(raw.lstrip()))
    return [amount for amount in found if amount.start >= width]
