"""Severities in the words of every scanner, and the counts that all of them give."""

from collections import Counter

from gonogo_review.evidence.found import Found

_CANONICAL = {
    "critical": "critical",
    "blocker": "critical",
    "high": "high",
    "important": "high",
    "error": "high",
    "moderate": "moderate",
    "medium": "moderate",
    "warning": "moderate",
    "low": "low",
    "minor": "low",
    "note": "low",
    "info": "info",
    "informational": "info",
    "none": "info",
    "negligible": "info",
}
_BANDS = ((9.0, "critical"), (7.0, "high"), (4.0, "moderate"), (0.1, "low"))
"""CVSS 3 bands of a score."""
LEVELS = ("critical", "high", "moderate", "low")
MAX_NAMED = 500
"""Vulnerabilities with a fact of their own; the rest count in the sums."""


def canonical(word: str) -> str:
    """`critical`, `high`, `moderate`, `low`, `info` or `unknown`."""
    return _CANONICAL.get(word.strip().lower(), "unknown")


def by_score(score: float | None) -> str:
    """The severity of a CVSS score; empty where there is none."""
    return "" if score is None else next((word for least, word in _BANDS if score >= least), "info")


class Scan:
    """Counts what one scan found; what was suppressed or accepted is counted apart."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._counts: Counter[str] = Counter()
        self._suppressed = 0

    def add(
        self, severity: str, pointer: str, package: str = "", *, suppressed: bool = False, **attributes: str
    ) -> None:
        """One vulnerability: its severity in the scanner's own word, where it stands, and what it is in."""
        level = canonical(severity)
        self._suppressed += suppressed
        if not suppressed:
            self._counts[level] += 1
        if self.total() <= MAX_NAMED:
            state = {"suppressed": "yes"} if suppressed else {}
            self._found.fact("vulnerability", level, "", pointer, package, **attributes, **state)

    def total(self) -> int:
        """What was found, suppressed or not."""
        return sum(self._counts.values()) + self._suppressed

    def tell(self, pointer: str) -> None:
        """Gives the sums, zeros among them: a scan that found nothing says so."""
        tell_counts(self._found, {level: (n, pointer) for level, n in self._counts.items()}, pointer)
        if self._suppressed:
            self._found.fact("vulnerabilities.suppressed", float(self._suppressed), "count", pointer)


def tell_counts(found: Found, counts: dict[str, tuple[int, str]], pointer: str) -> None:
    """The sums by canonical severity, each with its place; `pointer` is the place of the total and of the zeros."""
    for level in LEVELS:
        number, place = counts.get(level, (0, pointer))
        found.fact(f"vulnerabilities.{level}", float(number), "count", place)
    total = sum(number for number, _ in counts.values())
    found.fact("vulnerabilities.total", float(total), "count", pointer)
