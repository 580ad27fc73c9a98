"""What a table's columns hold, by their headers."""

from gonogo_review.claims.codes import ends_in_identifier
from gonogo_review.lexicon.compiled import Lexicon
from gonogo_review.structure.view import view

_PLAYED = frozenset({"before", "after", "target", "value"})
_ORDER = ("status", "before", "after", "target", "delta", "value", "owner", "date", "priority", "id")


def column_role(header: str, words: Lexicon) -> str:
    """The role of a header cell: that of the whole text, else of a word in it, the last word first."""
    tokens = words.tokens(view(header))
    texts = [token.low for token in tokens if token.kind == "w"]
    if not tokens:
        return ""
    whole = words.matches(tokens, 0, "columns")
    if whole is not None and len(whole.words) == len(tokens):
        return whole.value
    if not texts or (len(texts) > 1 and texts[0] in words.sets["questions"]):
        return ""  # 'What was done' heads neither states nor what was before
    found = [phrase.value for i in range(len(tokens)) if (phrase := words.matches(tokens, i, "columns"))]
    for role in _ORDER[:5]:
        if role in found:
            return role
    return "id" if ends_in_identifier(tokens, words) else ""


def column_roles(headers: "list[str]", words: Lexicon, numeric: frozenset[int] = frozenset()) -> tuple[str, ...]:
    """A role for each column; the first column without one is the subject. `numeric` are columns of mere numbers."""
    roles = [column_role(header, words) for header in headers]
    if roles and roles[0] in ("status", "priority") and roles[0] in roles[1:]:
        roles[0] = "subject"
    if roles and roles[0] in ("", "id", "value"):
        numbered = roles[0] == "id" and len(roles) > 1 and roles[1] == "" and 1 not in numeric
        roles[0] = "id" if numbered else "subject"
    if roles and roles[0] == "id" and len(roles) > 1:
        roles[1] = "subject"
    return tuple(_compared(_preceded(roles, headers, words)))


def _preceded(roles: list[str], headers: list[str], words: Lexicon) -> list[str]:
    """'Current | After the move': what is now, beside what comes after, is what was before it."""
    if "after" not in roles or "before" in roles:
        return roles
    end = len(roles) - 1 - roles[::-1].index("after")
    present = [at for at in range(1, end + 1) if roles[at] != "target" and _tells_of_now(headers[at], words)]
    if len(present) == 1:
        roles[present[0]] = "value" if present[0] == end else "before"
    return roles


def _tells_of_now(header: str, words: Lexicon) -> bool:
    return not words.sets["present"].isdisjoint(token.low for token in words.tokens(view(header)))


def _compared(roles: list[str]) -> list[str]:
    """Two columns of other names in front of the change from one to the other: before and after."""
    at = roles.index("delta") - 2 if "delta" in roles else 0
    if at > 0 and roles[at : at + 2] == ["", ""] and not _PLAYED.intersection(roles):
        roles[at : at + 2] = ["before", "after"]
    return roles
