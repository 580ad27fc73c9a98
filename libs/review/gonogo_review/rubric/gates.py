"""Gates: CEL expressions over the review, compiled at load and evaluated over small, flat values only.

Evaluation is bounded because the expression is (length, nesting) and because only a few functions may be called: the
macros, which are its only loops, are none of them.
"""

import difflib
import functools
import importlib.machinery
import importlib.util
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

MAX_LENGTH = 500
MAX_NESTING = 16
KINDS = (
    "status-vs-items", "value-conflict", "arithmetic", "target-miss", "count-mismatch", "absolute-vs-exception",
    "date-order", "scope-gap", "phase-confusion", "secret", "evidence", "unreadable",
)  # fmt: skip
STATUSES = ("pass", "claimed", "partial", "fail", "unknown", "waived", "not-applicable")
_MACROS = frozenset({"all", "exists", "exists_one", "map", "filter", "transformList", "transformMap", "bind"})
_CALLED = frozenset({"size", "has", "in", "int", "double", "string", "startsWith", "endsWith", "contains"})
_CALL = re.compile(r"([A-Za-z_]\w*)\s*\(")
_COMPARED = re.compile(r"\bcriteria\s*\[[^\]]*\]\s*(?:[!=]=\s*|in\s*\[)((?:[\"'][^\"']*[\"'][\s,]*)+)")
_FIELD = re.compile(r"\b([a-z]+)\s*\.\s*([A-Za-z_]\w*)(?!\s*\()")
_KEY = re.compile(r"\b([a-z]+)\s*\[\s*[\"']([^\"']*)[\"']\s*\]")
_TEXT = re.compile(r"\"[^\"]*\"|'[^']*'")
_PLACED = re.compile(r"<input>:\d+:(\d+): (.*)")
_ERRORS = (KeyError, RuntimeError, TypeError, ValueError, OverflowError, ZeroDivisionError)
# Either would hide from the patterns above where a text ends.
_BREAKS = {ord(sign): " " for sign in "\t\r\n"}
_HIDES = re.compile(r"\\|//|'''|\"\"\"")

Facts = Mapping[str, Any]
"""What a gate may ask about: names to numbers, or to flat mappings."""


@functools.cache
def _cel() -> Any:
    """The compiled module alone: the package's own `__init__` loads a command-line tool, which takes 0.4 s."""
    package = importlib.util.find_spec("cel")
    if package is None or package.submodule_search_locations is None:
        raise ImportError("common-expression-language is not installed")
    spec = importlib.machinery.PathFinder.find_spec("cel", list(package.submodule_search_locations))
    if spec is None or spec.loader is None:
        raise ImportError("common-expression-language has no compiled module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sample_facts(
    criteria: tuple[str, ...], areas: tuple[str, ...], count: int = 0, share: float = 50.0, status: str = "unknown"
) -> Facts:
    """Values of every name that a gate may use, to check expressions at load."""
    return {
        "score": share,
        "credibility": share,
        "coverage": share,
        "findings": dict.fromkeys(("high", "medium", "low", "waived", *_named(KINDS)), count),
        "blocking": dict.fromkeys((*_named(STATUSES), "contradicted"), count),
        "claims": dict.fromkeys(("total", "verified", "contradicted", "unsupported"), count),
        "evidence": dict.fromkeys(("files", "facts", "unreadable"), count),
        "report": dict.fromkeys(("not_ready", "conditional", "empty"), bool(count)),
        "criteria": dict.fromkeys(criteria, status),
        "areas": dict.fromkeys(areas, share),
    }


def _named(kinds: Sequence[str]) -> Iterator[str]:
    return (kind.replace("-", "_") for kind in kinds)


def check(expression: str, criteria: tuple[str, ...], areas: tuple[str, ...]) -> str:
    """What is wrong with an expression, in a sentence; empty where nothing is."""
    sample = sample_facts(criteria, areas)
    return (
        _limits(expression) or _calls(expression) or _names(expression, sample) or _compiles(expression, sample)
        or _evaluates(expression, criteria, areas)
    )  # fmt: skip


def are_false(expressions: Sequence[str], facts: Facts) -> list[bool]:
    """For each checked expression, whether it is false of a review; one that gives no answer has not been met."""
    context = _cel().Context(variables=dict(facts))
    return [not _holds(expression, context) for expression in expressions]


def _holds(expression: str, context: Any) -> bool:
    try:
        return _program(expression).execute(context) is True
    except _ERRORS:
        return False


@functools.lru_cache(maxsize=256)
def _program(expression: str) -> Any:
    return _cel().compile(expression)


def _limits(expression: str) -> str:
    if not expression.strip():
        return "the expression is empty; write it like 'score >= 80 && findings.high == 0'"
    if len(expression) > MAX_LENGTH:
        return f"the expression has {len(expression)} characters; at most {MAX_LENGTH} are allowed"
    if _nesting(expression) > MAX_NESTING:
        return f"the expression is nested more than {MAX_NESTING} deep; split it into several gates"
    if _HIDES.search(expression) or not expression.translate(_BREAKS).isprintable():
        return "comments, control characters, backslashes and texts in three quotes are not allowed in a gate"
    return ""


def _calls(expression: str) -> str:
    for name in _CALL.findall(_TEXT.sub('""', expression)):
        if name in _MACROS:
            return "loops (all, exists, map, filter) are not allowed in a gate; use the counts that are given"
        if name not in _CALLED:
            return f"the function '{name}' is not allowed in a gate"
    return ""


def _nesting(expression: str) -> int:
    depth = deepest = 0
    for sign in _TEXT.sub("", expression):
        depth += (sign in "([{") - (sign in ")]}")
        deepest = max(deepest, depth)
    return deepest


def _names(expression: str, sample: Facts) -> str:
    bare = _TEXT.sub('""', expression)
    for name, key in [*_FIELD.findall(bare), *_KEY.findall(expression)]:
        known = sample.get(name)
        if isinstance(known, Mapping) and key not in known:
            return f"'{name}' has no '{key}'; {_some(key, known)}"
    texts = [text[1:-1] for found in _COMPARED.findall(expression) for text in _TEXT.findall(found)]
    if wrong := [text for text in texts if text not in STATUSES]:
        return f"no criterion has the status '{wrong[0]}'; they are {', '.join(STATUSES)}"
    return ""


def _some(key: str, known: Mapping[str, Any]) -> str:
    if near := difflib.get_close_matches(key, known, 1):
        return f"did you mean '{near[0]}'?"
    return "it has " + ", ".join(list(known)[:12]) + (", ..." if len(known) > 12 else "")


def _compiles(expression: str, sample: Facts) -> str:
    try:
        references = _program(expression).references()
    except ValueError as error:
        return _said(error)
    if unknown := [name for name in references["variables"] if name not in sample]:
        return f"'{unknown[0]}' is unknown; a gate may use {', '.join(sample)}"
    return ""


def _evaluates(expression: str, criteria: tuple[str, ...], areas: tuple[str, ...]) -> str:
    """Tried on reviews of every sort, because what stands behind `||` or `?` counts in some only."""
    sorts = itertools.product((0, 1, 2, 100_000), (0.0, 50.0, 100.0))
    for (count, share), status in zip(sorts, itertools.cycle(STATUSES), strict=False):
        try:
            result = _program(expression).execute(sample_facts(criteria, areas, count, share, status))
        except _ERRORS as error:
            return _said(error)
        if not isinstance(result, bool):
            return f"the expression gives {result!r}, not true or false"
    return ""


def _said(error: Exception) -> str:
    """What the library says, in short."""
    text = str(error).partition("ERROR:")[2].strip() or str(error)
    if text.startswith("No such overload"):
        return "values of two kinds are compared or reckoned with, such as a number with a text or 1.5 with 1"
    placed = _PLACED.match(text)
    if placed is None:
        return text.split("\n")[0]
    what = placed[2].partition(" expecting ")[0]
    ends = "mismatched input '<EOF>'" in what
    return f"at its character {placed[1]}: {'the expression ends too early' if ends else what}"
