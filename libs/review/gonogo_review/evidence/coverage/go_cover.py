"""Go's coverage profiles (`go test -coverprofile`), and the table of `go tool cover -func`."""

import re

from gonogo_review.evidence.coverage.tally import Tally
from gonogo_review.evidence.found import Found, Unreadable
from gonogo_review.evidence.source import Source

_BLOCK = re.compile(r"(?P<block>(?P<file>\S+):\d+\.\d+,\d+\.\d+) (?P<statements>\d{1,9}) (?P<hits>\d+)")
_ROW = re.compile(r"(?P<file>\S+?):(?:\d+:)?\s+(?P<name>\S+)\s+(?P<share>\d+(?:\.\d+)?)%")


def read_profile(source: Source, found: Found) -> None:
    """Statements, by file and folder; of a block that several packages tried, once."""
    tally, blocks = Tally(), dict[str, bool]()
    for number, line in source.lines():
        block = _BLOCK.fullmatch(line.strip())
        if block:
            statements, hit = int(block["statements"]), block["hits"].strip("0") != ""
            seen = blocks.get(block["block"])
            blocks[block["block"]] = hit or bool(seen)
            covered = statements if hit and not seen else 0
            tally.add(
                block["file"], "coverage.statement", covered, 0 if seen is not None else statements, f"line {number}"
            )
        elif line.strip() and not line.startswith("mode:"):
            raise Unreadable("truncated", f"Line {number} is no block of a profile. Was the file cut off?", number)
    tally.tell(found, "sum of the blocks")


def read_functions(source: Source, found: Found) -> None:
    """Statements of the whole, and of each function."""
    for number, line in source.lines():
        row = _ROW.fullmatch(line.strip())
        if row:
            scope = "" if row["file"] == "total" else f"{row['file']}:{row['name']}"
            found.fact("coverage.statement", float(row["share"]), "%", f"line {number}", scope)
