"""The limits that keep the project readable, held for every file."""

import ast
import re
import statistics
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted(
    path
    for folder in ("libs", "services", "tests", "deploy")
    for path in (ROOT / folder).rglob("*.py")
    if "__pycache__" not in path.parts
)
MAX_FUNCTION = 40
MAX_FILE = 250
MAX_TEST_FILE = 400
MEDIAN_FUNCTION = 10
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}


def is_test(path: Path) -> bool:
    return "tests" in path.parts or path.name.startswith("test_") or path.name == "conftest.py"


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function with the lines of its body, docstring left out."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            yield (
                f"{path.relative_to(ROOT)}:{node.lineno} {node.name}",
                (node.end_lineno or 0) - body[0].lineno + 1 if body else 0,
            )


def test_functions_are_small() -> None:
    """None over 40 lines, half of them under 10."""
    lengths = [item for path in SOURCES if not is_test(path) for item in functions(path)]
    assert [item for item in lengths if item[1] > MAX_FUNCTION] == []
    assert statistics.median(length for _, length in lengths) < MEDIAN_FUNCTION


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_are_small_and_named_for_something(path: Path) -> None:
    """A file is one sitting, and its name says what is in it."""
    limit = MAX_TEST_FILE if is_test(path) else MAX_FILE
    assert len(path.read_text("utf-8").splitlines()) <= limit
    assert path.stem not in VAGUE


def test_every_public_module_says_what_it_owns() -> None:
    """The docstring of a module is the first thing that a newcomer reads."""
    silent = [
        path for path in SOURCES if not is_test(path) and not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert [str(path.relative_to(ROOT)) for path in silent if path.read_text("utf-8").strip()] == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "libs" / "review" / "gonogo_review").rglob("*.yaml")), ids=lambda path: path.name
)
def test_no_list_of_words_stands_twice_in_a_file(path: Path) -> None:
    """Of two, the parser takes the last and is silent."""
    keys = re.findall(r"^([\w.]+):", path.read_text("utf-8"), re.MULTILINE)
    assert [key for key, times in Counter(keys).items() if times > 1] == []
