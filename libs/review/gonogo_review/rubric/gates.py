"""Gates: CEL expressions over the review, compiled at load and evaluated over small, flat values only.

Evaluation is bounded because the expression is (length, nesting) and because macros, its only loops, are refused.
"""

import functools
import importlib.machinery
import importlib.util
import re
from collections.abc import Mapping, Sequence
from typing import Any

MAX_LENGTH = 500
MAX_NESTING = 16
KINDS = (
    "status-vs-items", "value-conflict", "arithmetic", "target-miss", "count-mismatch", "absolute-vs-exception",
    "date-order", "scope-gap", "phase-confusion", "secret", "evidence", "unreadable",
)  # fmt: skip
STATUSES = ("pass", "claimed", "partial", "fail", "unknown", "waived", "not-applicable")
_MACRO = re.compile(r"\.\s*(?:all|exists|exists_one|map|filter|transformList|transformMap)\s*\(|\bcel\s*\.")
_FIELD = re.compile(r"\b([a-z]+)\s*\.\s*([A-Za-z_]\w*)(?!\s*\()")
_KEY = re.compile(r"\b([a-z]+)\s*\[\s*[\"']([^\"']*)[\"']\s*\]")
_TEXT = re.compile(r"\"[^\"]*\"|'[^']*'")
_FUNCTION = re.compile(r"[_@!\-].*|size|has|in|int|double|string|startsWith|endsWith|contains")

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


def sample_facts(criteria: tuple[str, ...], areas: tuple[str, ...]) -> Facts:
    """Values of every name that a gate may use, to check expressions at load."""
    severities = {"high": 0, "medium": 0, "low": 0, "waived": 0}
    return {
        "score": 50.0,
        "credibility": 50.0,
        "coverage": 0.0,
        "findings": severities | {kind.replace("-", "_"): 0 for kind in KINDS},
        "blocking": {status.replace("-", "_"): 0 for status in STATUSES} | {"contradicted": 0},
        "claims": {"total": 0, "verified": 0, "contradicted": 0, "unsupported": 0},
        "evidence": {"files": 0, "facts": 0, "unreadable": 0},
        "report": {"not_ready": False, "conditional": False, "empty": False},
        "criteria": dict.fromkeys(criteria, "unknown"),
        "areas": dict.fromkeys(areas, 0.0),
    }


def check(expression: str, sample: Facts) -> str:
    """What is wrong with an expression, in a sentence; empty where nothing is."""
    return _limits(expression) or _names(expression, sample) or _compiles(expression, sample)


def are_false(expressions: Sequence[str], facts: Facts) -> list[bool]:
    """For each checked expression, whether it is false of a review."""
    context = _cel().Context(variables=dict(facts))
    return [not _program(expression).execute(context) for expression in expressions]


@functools.lru_cache(maxsize=256)
def _program(expression: str) -> Any:
    return _cel().compile(expression)


def _limits(expression: str) -> str:
    if len(expression) > MAX_LENGTH:
        return f"the expression has {len(expression)} characters; at most {MAX_LENGTH} are allowed"
    if _nesting(expression) > MAX_NESTING:
        return f"the expression is nested more than {MAX_NESTING} deep; split it into several gates"
    if _MACRO.search(expression):
        return "loops (all, exists, map, filter) are not allowed in a gate; use the counts that are given"
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
            return f"'{name}' has no '{key}'; it has {_some(known)}"
    return ""


def _some(known: Mapping[str, Any]) -> str:
    return ", ".join(list(known)[:12]) + (", ..." if len(known) > 12 else "")


def _compiles(expression: str, sample: Facts) -> str:
    try:
        references = _program(expression).references()
    except ValueError as error:
        return _first_line(error)
    if unknown := [name for name in references["variables"] if name not in sample]:
        return f"'{unknown[0]}' is unknown; a gate may use {', '.join(sample)}"
    if unknown := [name for name in references["functions"] if not _FUNCTION.fullmatch(name)]:
        return f"the function '{unknown[0]}' is not allowed in a gate"
    try:
        result = _program(expression).execute(dict(sample))
    except (KeyError, RuntimeError, TypeError, ValueError, ZeroDivisionError) as error:
        return _first_line(error)
    return "" if isinstance(result, bool) else f"the expression gives {result!r}, not true or false"


def _first_line(error: Exception) -> str:
    return str(error).partition("ERROR:")[2].strip().split("\n")[0] or str(error).split("\n")[0]
