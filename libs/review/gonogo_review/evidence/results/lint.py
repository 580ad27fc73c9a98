"""ESLint's JSON."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.source import Source


def read_eslint(source: Source, found: Found) -> None:
    """Errors and warnings, in all and by file where there are any."""
    errors = warnings = 0.0
    for file in source.each("/*"):
        pair = file["errorCount"].count(), file["warningCount"].count()
        errors, warnings = errors + pair[0], warnings + pair[1]
        if any(pair):
            found.fact("lint.errors", pair[0], "count", file["errorCount"].pointer, file["filePath"].text())
    found.fact("lint.errors", errors, "count", "sum of errorCount")
    found.fact("lint.warnings", warnings, "count", "sum of warningCount")
