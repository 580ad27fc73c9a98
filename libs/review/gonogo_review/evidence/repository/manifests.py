"""What a project needs and what it can be told to do: requirements.txt, go.mod, Makefile."""

import re

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.source import Source

_REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*(?P<version>(?:[=<>!~]=?|===)[^;#\s]*)?.*")
_MODULE = re.compile(r"(?:require\s+)?(?P<name>[\w.-]+\.[\w.-]+/\S+)\s+(?P<version>v\d\S*)(?:\s*//\s*indirect)?")
_TARGET = re.compile(r"(?P<name>[A-Za-z][\w./-]*)\s*:(?!=)")


def read_requirements(source: Source, found: Found) -> None:
    """Each package with its version."""
    for number, line in source.lines():
        text = line.strip()
        entry = _REQUIREMENT.fullmatch(text) if text and not text.startswith(("#", "-")) else None
        if entry:
            version = (entry["version"] or "").lstrip("=<>!~")
            found.fact("dependency", entry["name"], "", f"line {number}", "production", version=version)


def read_go_mod(source: Source, found: Found) -> None:
    """Each module with its version."""
    for number, line in source.lines():
        entry = _MODULE.fullmatch(line.strip())
        if entry:
            version = entry["version"].removeprefix("v")
            found.fact("dependency", entry["name"], "", f"line {number}", "production", version=version)


def read_makefile(source: Source, found: Found) -> None:
    """The targets that can be made."""
    targets = 0
    for number, line in source.lines():
        target = _TARGET.match(line)
        if target:
            targets += 1
            found.fact("commands.exists", target["name"], "", f"line {number}", "make")
    found.fact("commands.count", float(targets), "count", "line 1", "make")
