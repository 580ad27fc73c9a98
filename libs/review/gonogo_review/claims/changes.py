"""Words that tell how much something changed."""

from gonogo_review.claims.found import Found
from gonogo_review.claims.line import Line


def opens_with_change(line: Line, amount: Found, state: str | None) -> bool:
    """'Reduced memory 40%': the line opens with a change, and no word leads to the share."""
    tokens, index = line.tokens, amount.first
    if amount.comparator in ("<", "<=", ">") or not index or tokens[index - 1].kind != "w":
        return False
    first = next(at for at, token in enumerate(tokens) if token.kind == "w")
    phrase = line.words.matches(tokens, first, "roles")
    opening = phrase is not None and phrase.value == "delta" and first + len(phrase.words) < index
    return opening and tokens[index - 1].low not in line.words.sets["stops"] and state != "open"


def changes_by(line: Line, amount: Found) -> bool:
    """'reduces queries by ~70%'."""
    index = amount.first - 1
    while index >= 0 and line.tokens[index].kind == "s":
        index -= 1
    if index < 0 or line.tokens[index].low not in line.words.sets["by"]:
        return False
    return any(
        phrase.value == "delta"
        for at in range(index) if (phrase := line.words.matches(line.tokens, at, "roles")) is not None
    )  # fmt: skip


def verb_behind(line: Line, behind: str) -> str:
    """'20万円削減', '비용 20만 원 절감': the role of the word behind a sum, where verbs stand at the end."""
    return behind if line.words.split is not None else ""
