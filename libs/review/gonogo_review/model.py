"""What reading a report and its evidence gives, before anything is judged.

These travel from the parser to the scorer (as JSON, cached and stored), so they are plain values. Text in them is
already repaired and masked: the value of a leaked credential is in none of them.
"""

from collections.abc import Mapping

import msgspec

from gonogo_contracts.review import ClaimType, Comparator, Kind, Role, Severity, State, Support

Fingerprint = str


class Amount(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A quantity with its place and the precision it was printed with."""

    role: Role
    comparator: Comparator
    low: float
    high: float
    of: float | None
    unit: str
    start: int
    """Character offset in its line, of the first character printed."""
    end: int
    printed: str
    decimals: int = 0
    """Digits after the decimal separator as printed: '97.30' has two. What rounding is allowed depends on it."""
    metric: str | None = None
    noun: str = ""
    """What is counted or measured, normalised: 'critical issue', 'unit test'."""


class Statement(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A claim as read: what the report states on one line, or in one table row."""

    line: int
    end_line: int
    start: int
    end: int
    """Characters of `text` in `line`, half open."""
    type: ClaimType
    text: str
    state: State | None = None
    marker: str = ""
    """What made the state: the sign or the word as printed."""
    section: int = 0
    """Index into `Reading.sections`."""
    metric: str | None = None
    scope: str = ""
    """The part it speaks of: 'backend', a service, a module, a file; empty for the whole."""
    subject: str = ""
    """The thing it speaks of, normalised (lower case, no marks, no state words), to meet the same thing elsewhere."""
    language: str = "en"
    amounts: tuple[Amount, ...] = ()
    block: int = -1
    """Index into `Reading.blocks` of the list or table that holds it; -1 where none does."""
    target: str = ""
    """For an artifact: the path, address, command or endpoint that is said to exist."""
    why: str = ""
    """How it became this claim, for `--explain`: marker, lexicon entry, grammar's parse."""


class Section(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A heading and what stands under it. Index 0 is the whole document."""

    title: str
    level: int
    line: int
    end_line: int
    parent: int = -1
    number: str = ""
    """As printed: '6.3', 'IV', 'A'."""


class Cell(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A table cell."""

    text: str
    line: int
    start: int
    end: int


class Block(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A list, a table or a paragraph: what stands together."""

    kind: str
    """`list`, `table`, `paragraph`, `code`, `quote`."""
    line: int
    end_line: int
    section: int
    depth: int = 0
    parent: int = -1
    """The block that this one is nested in."""
    ordered: bool = False
    lines: tuple[int, ...] = ()
    """Lists: the first line of each item."""
    header: tuple[Cell, ...] = ()
    roles: tuple[str, ...] = ()
    """Tables: what each column holds: `subject`, `value`, `before`, `after`, `target`, `status`, `delta`, `owner`,
    `date`, or nothing."""
    rows: tuple[tuple[Cell, ...], ...] = ()


class Secret(msgspec.Struct, frozen=True):
    """A leaked credential: where it stood, never what it was."""

    line: int
    start: int
    end: int
    what: str
    fingerprint: Fingerprint


class Problem(msgspec.Struct, frozen=True):
    """Something that could not be read, said so that a person can act: what, where, what to do."""

    code: str
    message: str
    file: str
    line: int = 0


class Reading(msgspec.Struct, frozen=True, omit_defaults=True):
    """A report as read. The same bytes and version always give the same reading."""

    name: str
    sha256: str
    size: int
    media: str
    """`markdown`, `html`, `text`, `docx`, `pdf`."""
    encoding: str
    repaired: bool
    language: str
    lines: tuple[str, ...]
    """The text, repaired and masked, one entry for each line of the uploaded bytes."""
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    statements: tuple[Statement, ...]
    secrets: tuple[Secret, ...] = ()
    problems: tuple[Problem, ...] = ()
    pages: tuple[int, ...] = ()
    """PDF: the first line of each page."""


class EvidenceFact(msgspec.Struct, frozen=True, omit_defaults=True):
    """A value read from evidence."""

    metric: str
    value: float | str | bool
    unit: str
    pointer: str
    scope: str = ""
    attributes: Mapping[str, str] = {}
    """What else the file says of it, such as the name of the package or the test."""


class EvidenceReading(msgspec.Struct, frozen=True, omit_defaults=True):
    """One evidence file as read."""

    file: str
    sha256: str
    size: int
    format: str
    """`junit`, `lcov`, `npm-audit`, ...; empty where the content was not recognised."""
    facts: tuple[EvidenceFact, ...] = ()
    problems: tuple[Problem, ...] = ()
    commit: str = ""
    taken: str = ""
    """ISO 8601 time that the file gives for itself; empty where it gives none."""


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A finding before it has its id, fingerprint and waiver."""

    kind: Kind
    rule: str
    """Stable name of the rule that found it: `arithmetic.improvement`."""
    severity: Severity
    lines: tuple[int, ...]
    """The two that clash first."""
    message: str
    expected: str | None = None
    statements: tuple[int, ...] = ()
    """Indexes into `Reading.statements`."""
    facts: tuple[int, ...] = ()
    """Indexes into all facts, in the order of the evidence files' names."""
    anchor: str = ""
    """What the fingerprint is made of beside kind and rule: normalised words and values, no line numbers."""


class Backing(msgspec.Struct, frozen=True):
    """What the evidence does to one statement."""

    statement: int
    support: Support
    facts: tuple[int, ...] = ()
    because: str = ""
    """Which fact answered and why that one."""
