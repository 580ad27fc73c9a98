"""Blocks of code: commands and source say nothing; results, plain text and the notes of a tree do."""

import re

from gonogo_review.claims.found import Found
from gonogo_review.claims.grammar import amounts
from gonogo_review.claims.line import Hit, Line
from gonogo_review.claims.marks import marks, tag_state
from gonogo_review.claims.segments import segments
from gonogo_review.claims.positions import stated
from gonogo_review.claims.judging import counting_marks
from gonogo_review.claims.verdict import Verdict
from gonogo_review.lexicon.compiled import Lexicon
from gonogo_review.structure.entry import Entry, Outline

_DATA = frozenset(
    {
        "json",
        "yaml",
        "yml",
        "toml",
        "xml",
        "html",
        "css",
        "diff",
        "csv",
        "mermaid",
        "dockerfile",
        "env",
        "ini",
        "jsonc",
        "hcl",
        "graphql",
        "proto",
    }
)
_SOURCE = re.compile(
    r"\s*(?:"
    r"[$>%] ?\w|PS [A-Z]:|sudo |git |npm |npx |pnpm |yarn |docker|podman |curl |wget |cd |pip3? |python3? |pytest|kubectl |helm |make |cat |ls |cp |mv |rm "
    r"|mkdir |chmod |chown |echo |export |source |bash |sh |\./|node |go (?:test|run|build|mod|get) |cargo |mvn |gradle|\./gradlew|dotnet |terraform |aws |gcloud |az |ssh |scp |psql "
    r"|mysql |redis-cli|systemctl |service |apt|brew |npm:|uvicorn |gunicorn |celery |alembic |flask |rails |php |composer |ruby |bundle |java |javac |tar |unzip |grep |find |sed |awk |nano |vim? |cmake |poetry |uv |tox |deno |bun "
    r"|def |class |import |from \w+ import|function |const |let |var |return\b|if ?\(|for ?\(|while ?\(|try\b|catch\b|throw |async |await |public |private |protected |static |package |using |namespace |#include|fn |struct |impl |SELECT |INSERT |UPDATE |DELETE |CREATE |ALTER |DROP |GRANT |BEGIN;|COMMIT"
    r"|[A-Z][A-Z0-9_]{2,}=|[\"'{}<@]|\[[\"'\d{\[]|\]|</|//|/\*|\* |--[a-z]|GET /|POST /|PUT /|DELETE /|PATCH /|HTTP/|https?://"
    r")|.*(?:[;{}\\]\s*$|\s=\s|=>\s*[{(]|\)\s*[{:]\s*$| \| (?:grep|jq|head|tail|wc|sort)|&& |\$\(|\$\{| --[a-z][a-z-]+| -[a-z] )"
)
_COMMENT = re.compile(r"\s*(?:#|//|--|%|;)(?=\s|$)\s*")
_TREE = re.compile(r"[│├└┣┗┃|`\s]*(?:[├└┣┗]|\|--|`--|\+--)")
_TREE_NOTE = re.compile(r"\s(?=[(（#–—-]\s?)|\s{2,}")
_HASH = re.compile(r"\s*[0-9a-f]{7,40}(?=\s)")


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
            self.source[block] = self.outline.languages[block] in _DATA or any(
                _SOURCE.match(row)
                for row in rows
                if not _COMMENT.match(row) and not _TREE.match(row) and not marks(row)
            )
        return self.source[block]

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
        hits = [] if source else result_word(line) or stated(line, segments(line), marked=bool(signs))
        if _COMMENT.match(raw):
            hits = []
        return Verdict(signs, hits, None), _behind_hash(line, raw)


def result_word(line: Line) -> list[Hit]:
    """`PASS src/a.test.ts`: what test runners print in capitals in front of a name."""
    if len(line.tokens) < 2 or line.tokens[1].kind == "s" and line.tokens[1].low in ":=|":  # noqa: PLR2004 - word and name
        return []
    first = line.tokens[0]
    printed = line.view[first.start : first.end]
    state = tag_state(first.low) if printed.isupper() and len(printed) > 1 else ""
    return [Hit(state, 0, 1, first.low)] if state else []


def _leads(line: Line) -> bool:
    """Whether a sign of state is the first thing on the line."""
    found = marks(line.view)
    return bool(found) and not line.view[: found[0].start].strip()


def _in_note(line: Line) -> list[Found]:
    """A tree's amounts stand in its note, behind the name."""
    return [
        amount
        for amount in amounts(line)
        if any(
            token.low in "(（-–—#"
            for token in line.tokens[1 : amount.first]
            if token.kind == "s" and line.view[token.start - 1 : token.start].isspace()
        )
    ]


def _behind_hash(line: Line, raw: str) -> list[Found]:
    match = _HASH.match(raw)
    found = amounts(line)
    if match is None:
        return found
    width = match.end() - (len(raw) - len(raw.lstrip()))
    return [amount for amount in found if amount.start >= width]
