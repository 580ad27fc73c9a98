"""What a reader hands back: facts, problems, and when and of which commit the file speaks."""

import math

from gonogo_review.model import EvidenceFact, Problem

MAX_FACTS = 20_000
"""Per file. More would make one upload as heavy as a thousand."""
MAX_SUMS = 500
"""Numbers of the whole beyond that: they come last, and say most."""
MAX_TEXT = 500
"""Characters of a name, message or value taken from a file."""
MAX_MESSAGE = 2_000
MAX_PROBLEMS = 50


def storable(text: str, most: int = MAX_TEXT) -> str:
    """The first part of a text, without what JSON or a database refuses: halves of characters, and zeros."""
    cut = text[:most]
    if cut.isascii():
        return cut.replace("\0", "\ufffd")
    return cut.replace("\0", "\ufffd").encode("utf-8", "replace").decode()


class Unreadable(Exception):
    """The file cannot be read: nothing of it counts.

    `code` is stable, `message` says what is wrong and what to do, `line` is 1-based (0: unknown).
    """

    def __init__(self, code: str, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.line = line


class Found:
    """Collects what a reader finds in one file, within bounds."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.facts: list[EvidenceFact] = []
        self.problems: list[Problem] = []
        self.taken = ""
        self.commit = ""

    def fact(
        self, metric: str, value: float | str | bool, unit: str, pointer: str, scope: str = "", **attributes: str
    ) -> None:
        """Adds a fact; a number that is none (infinite, not a number) is told as a problem instead."""
        if isinstance(value, float) and not math.isfinite(value):
            self.problem("not-a-number", f"{metric} at {pointer} is {value}: not a number that can be compared.")
        elif len(self.facts) < MAX_FACTS + MAX_SUMS * (isinstance(value, float) and not scope):
            kept = storable(value) if isinstance(value, str) else value
            named = {name: storable(text) for name, text in attributes.items() if text}
            self.facts.append(EvidenceFact(metric, kept, unit, storable(pointer), storable(scope), named))
        elif not any(p.code == "too-many-facts" for p in self.problems):
            self.problem("too-many-facts", f"Only the first {MAX_FACTS} facts are kept. Upload a summary or split it.")

    def problem(self, code: str, message: str, line: int = 0) -> None:
        """Adds something that could not be read, or that contradicts itself."""
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(code, storable(message, MAX_MESSAGE), self.file, line))

    def refuse(self, error: Unreadable) -> None:
        """Tells why nothing of the file counts."""
        self.facts.clear()
        self.problem(error.code, error.message, error.line)
