"""What a section's title says of the amounts in it: 'Before', 'After', 'Targets'; and which titles only count on."""

import re

from gonogo_review.lexicon.compiled import Lexicon
from gonogo_review.model import Section

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CODE = re.compile(r"`[^`]*`")
_SHARE = re.compile(r"(?<![<>≤≥=] )(?<![<>≤≥=])\b\d+(?:[.,]\d+)?\s?%")
_BEHIND_NAME = re.compile(r"(?<=\w)\s*(?:[(（\[:：]|\s[-–—]\s)")
"""Where a title's name ends and what it adds begins: 'Before (v4)', 'After: one service'."""


def section_scopes(sections: list[Section], words: Lexicon) -> list[str]:
    """For each section `before`, `after`, `target` or nothing; a section has its parent's where its title says none."""
    scopes: list[str] = []
    for section in sections:
        own = title_scope(section.title, words)
        if own is None:
            own = scopes[section.parent] if 0 <= section.parent < len(scopes) else ""
        scopes.append(own)
    return scopes


def numbered(sections: list[Section]) -> frozenset[int]:
    """The lines of titles that begin with a number which another title of their level goes on from or leads to."""
    rows: dict[tuple[int, int], dict[int, int]] = {}
    for section in sections:
        if section.number.isdecimal() and section.title.lstrip(" *_").startswith(section.number):
            rows.setdefault((section.parent, section.level), {})[int(section.number)] = section.line
    return frozenset(row[n] for row in rows.values() for n in row if n - 1 in row or n + 1 in row)


def title_scope(title: str, words: Lexicon) -> str | None:
    """The role that a title's words give: an empty text for results, None where they say nothing.

    Requirements of which a share is told are results: 'Requirements: 95% complete'. Code names no role.
    """
    title = _CODE.sub(" ", title) if "`" in title else title
    if words.split is None and words.scope_words.isdisjoint(_WORD.findall(title.replace("İ", "i").lower())):
        return None  # what most titles say, at a tenth of the cost of their tokens
    tokens = [token.low for token in words.tokens(title) if token.kind in "wi"]
    if words.scope_words.isdisjoint(tokens):
        return None
    text = " ".join(tokens)
    if not text:
        return None
    opening = " ".join(token.low for token in words.tokens(_BEHIND_NAME.split(title)[0]) if token.kind in "wi")
    for role in ("before", "after"):
        if opening in words.sets[f"{role}_sections"]:
            return role
    spans = [" ".join(tokens[i : i + n]) for n in (3, 2, 1) for i in range(len(tokens) - n + 1)]
    if any(span in words.sets["value_sections"] for span in spans):
        return ""
    if any(span in words.sets["target_sections"] for span in spans):
        return "" if _SHARE.search(title) else "target"
    return None
