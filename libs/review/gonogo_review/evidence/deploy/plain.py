"""Files in JSON, YAML or INI that no tool is known by: their settings, so that what a report quotes can be found."""

import re

from gonogo_review.evidence.deploy.settings import tell_line, tell_settings
from gonogo_review.evidence.found import Found
from gonogo_review.evidence.source import Source

_TIMES = ("timestamp", "generated_at", "generatedAt", "created_at", "date")
_SECTION = re.compile(r"\s*\[([^\]]+)\]")
_ENTRY = re.compile(r"\s*([\w.-]+)\s*[=:]\s*(\S.*)")


def read_document(source: Source, found: Found) -> None:
    """Every value with its key and pointer; the commit and time that the file gives for itself."""
    for document in source.manifests():
        for key in _TIMES:
            found.taken = found.taken or document[key].text() or document["report_meta"][key].text()
        found.commit = found.commit or document["commit"].text() or document.at("git", "commit").text()
        tell_settings(document, found)


def read_ini(source: Source, found: Found) -> None:
    """Every line with its number, and every entry with its section."""
    section = ""
    for number, line in source.lines():
        tell_line(line, number, found)
        if heading := _SECTION.match(line):
            section = heading[1]
        elif (entry := _ENTRY.match(line)) and not line.lstrip().startswith(("#", ";")):
            found.fact("setting", entry[2].strip(), "", f"line {number}", section, key=entry[1])


def read_lines(source: Source, found: Found) -> None:
    """Every line with its number, of environment files, server configurations and the like."""
    for number, line in source.lines():
        tell_line(line, number, found)
