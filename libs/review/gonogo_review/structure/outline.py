"""A report's lines to its structure."""

from collections.abc import Sequence

from gonogo_review.structure.draft import Draft
from gonogo_review.structure.entry import Outline
from gonogo_review.structure.html import read_html
from gonogo_review.structure.markdown import walk
from gonogo_review.structure.sections import divide


def outline(lines: Sequence[str]) -> Outline:
    """What every line is, which section it stands in, and the lists and tables."""
    held = list(lines)
    draft = Draft(len(held))
    walk(held, draft)
    read_html(draft, held)
    entries = [entry for entry in draft.entries if entry is not None]
    sections = divide(entries, held)
    by_line = [0] * (len(held) + 1)
    for entry in entries:
        by_line[entry.line] = entry.section
    blocks = draft.finished(by_line)
    return Outline(entries, sections, blocks, [draft.languages.get(index, "") for index in range(len(blocks))])
