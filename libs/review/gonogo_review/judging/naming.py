"""Lines that name something: a label and a value, `**Owner**: Team Quay` or a row `| Owner | Team Quay |`."""

import re
from collections.abc import Iterator, Sequence

from gonogo_review.judging.phrases import Phrases
from gonogo_review.model import Reading

_LABELLED = re.compile(r"[\s|>*_#-]{0,12}(?P<label>[^\W\d_][^:：|]{1,50}?)[*_\s]*[:：|][*_\s|]*(?P<value>\w.*)")
MAX_LINES = 20_000
MAX_WORDS = 4
"""Words of a label; what is longer is a sentence with a colon."""


def named(reading: Reading, phrases: Phrases) -> dict[int, int]:
    """For each criterion that a label names, the first line that does."""
    found: dict[int, int] = {}
    for line, label in _labels(reading.lines[:MAX_LINES]):
        for criterion in phrases.find(label):
            found.setdefault(criterion, line)
    return found


def _labels(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines, 1):
        labelled = _LABELLED.match(line) if ":" in line or "|" in line or "：" in line else None
        if labelled and len(labelled["label"].split()) <= MAX_WORDS:
            yield number, labelled["label"]
