"""gitleaks' JSON. Where a secret stands is told; the secret never is."""

from gonogo_review.evidence.found import Found
from gonogo_review.evidence.security.severities import MAX_NAMED
from gonogo_review.evidence.source import Source


def read(source: Source, found: Found) -> None:
    """The number of leaked secrets, and each by rule and place."""
    total = 0
    for leak in source.each("/*"):
        total += 1
        if total <= MAX_NAMED:
            place = f"{leak['File'].text()}:{leak['StartLine'].text()}"
            found.fact("secret", leak["RuleID"].text(), "", leak.pointer, place, commit=leak["Commit"].text())
    found.fact("secrets.found", float(total), "count", "/")
