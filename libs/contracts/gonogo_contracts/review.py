"""The review as JSON, `gonogo.review/1`: what `gonogo check --format json` and `GET /v1/reviews/{id}` give.

A field may be added; a field's meaning may not change. A break is a new schema name.
"""

from typing import Final, Literal

import msgspec

SCHEMA: Final = "gonogo.review/1"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

ClaimType = Literal["item", "status", "fact", "artifact"]
State = Literal["done", "open", "partial", "failed", "na"]
Role = Literal["value", "before", "after", "target", "delta"]
Comparator = Literal["", "<", "<=", ">", ">=", "~"]
Support = Literal["verified", "contradicted", "unsupported", "not-checkable"]
Severity = Literal["high", "medium", "low"]
Kind = Literal[
    "status-vs-items",
    "value-conflict",
    "arithmetic",
    "target-miss",
    "count-mismatch",
    "absolute-vs-exception",
    "date-order",
    "scope-gap",
    "phase-confusion",
    "secret",
    "evidence",
    "unreadable",
]
CriterionStatus = Literal["pass", "claimed", "partial", "fail", "unknown", "waived", "not-applicable"]
Verdict = Literal["GO", "HOLD", "NO-GO"]


class Quantity(msgspec.Struct, frozen=True):
    """An amount inside a claim: the interval that the printed form allows, and what it plays."""

    role: Role
    comparator: Comparator
    low: float
    high: float
    of: float | None
    """The denominator of 'n of m'."""
    unit: str
    """`%`, `x`, `ms`, `s`, `min`, `h`, `day`, `week`, `month`, `year`, `B` to `TB`, `/s`, a currency, or `count`."""


class Claim(msgspec.Struct, frozen=True):
    """Something the report states, with its place (1-based lines of the uploaded bytes split at a line feed)."""

    id: str
    type: ClaimType
    line: int
    end_line: int
    text: str
    state: State | None
    section: tuple[str, ...]
    metric: str | None
    support: Support
    evidence: tuple[str, ...]
    """Ids of the facts that the support rests on."""
    quantities: tuple[Quantity, ...]
    because: str = ""
    """Which fact of the evidence answered, and why that one; empty where none did."""


class Fact(msgspec.Struct, frozen=True):
    """A value read from a machine-written file, with the place it was read from."""

    id: str
    metric: str
    value: float | str | bool
    unit: str
    file: str
    pointer: str
    """A JSON pointer, an XPath, `line N`, or the name of a file in the tree."""


class LeftOut(msgspec.Struct, frozen=True):
    """Facts of one file and metric that the review does not carry, because nothing in it rests on them."""

    file: str
    metric: str
    count: int


class Finding(msgspec.Struct, frozen=True):
    """Something wrong, defended by the lines it names, the two that clash first."""

    id: str
    kind: Kind
    rule: str
    severity: Severity
    lines: tuple[int, ...]
    message: str
    expected: str | None
    """The recomputed or conflicting value."""
    claims: tuple[str, ...]
    facts: tuple[str, ...]
    fingerprint: str
    """Survives moved lines and changed white space."""
    waived: bool


class Criterion(msgspec.Struct, frozen=True):
    """One question of the rubric, answered."""

    id: str
    area: str
    title: str
    status: CriterionStatus
    weight: float
    blocking: bool
    because: tuple[str, ...]
    points: float = 0.0
    """What it gave of its weight. The points of all criteria, over their weights, are the score."""
    lines: tuple[int, ...] = ()
    """Lines of the report that the answer rests on."""


class Area(msgspec.Struct, frozen=True):
    """A group of criteria with its share of the score, 0 to 100."""

    id: str
    title: str
    score: float
    weight: float = 0.0
    """Sum of the weights of its criteria that apply."""


class Reason(msgspec.Struct, frozen=True):
    """One of the at most five things that decide the verdict."""

    text: str
    lines: tuple[int, ...]
    change: str
    """What would change it."""


class Entry(msgspec.Struct, frozen=True):
    """One line of the account that adds up to the credibility."""

    text: str
    points: float
    lines: tuple[int, ...] = ()


class ReportInfo(msgspec.Struct, frozen=True):
    """What was read."""

    name: str
    sha256: str
    lines: int
    encoding: str
    repaired: bool
    language: str


class RubricInfo(msgspec.Struct, frozen=True):
    """Which rubric judged."""

    name: str
    version: str
    sha256: str


class Review(msgspec.Struct, frozen=True, rename={"schema_": "schema"}):
    """One submission judged by one rubric version."""

    schema_: Literal["gonogo.review/1"]
    report: ReportInfo
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    criteria: tuple[Criterion, ...]
    areas: tuple[Area, ...]
    score: float
    credibility: float
    verdict: Verdict
    reasons: tuple[Reason, ...]
    rubric: RubricInfo
    account: tuple[Entry, ...] = ()
    """The credibility, entry by entry; their points add up to it."""
    coverage: float | None = None
    """Share of the checkable claims that evidence backs, 0 to 100; none where nothing is checkable."""
    left_out: tuple[LeftOut, ...] = ()
    """What `facts` leaves out of long lists."""


def encode(review: Review) -> bytes:
    """The review as canonical JSON: the same review always gives the same bytes."""
    return msgspec.json.encode(review)


def decode(body: bytes) -> Review:
    """Reads what `encode` wrote.

    Raises:
        msgspec.ValidationError: the body is no `gonogo.review/1`.
    """
    return msgspec.json.decode(body, type=Review)


def json_schema() -> dict[str, object]:
    """The JSON Schema (2020-12) of the review; `review.schema.json` is its published copy."""
    return {"$schema": DIALECT, "$id": SCHEMA, **msgspec.json.schema(Review)}
