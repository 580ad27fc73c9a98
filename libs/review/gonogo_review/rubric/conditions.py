"""The short form of a condition: `some tests.total >= 1`, `tests.errors? == 0`, `image.pinned == true`."""

import re

from gonogo_review.rubric.model import Condition, Operator

_FORM = re.compile(
    r"\s*(?P<some>some\s+)?(?P<metric>[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*)"
    r"(?:\{(?P<words>[^{}]{1,120})\})?(?P<optional>\?)?\s*"
    r"(?P<operator><=|>=|==|!=|<|>)\s*(?P<value>-?\d+(?:\.\d+)?|true|false|\"[^\"]{0,80}\")\s*"
)


def parse_condition(text: str) -> Condition:
    """Reads one condition.

    Raises:
        ValueError: the text is no condition; the message shows the form.
    """
    found = _FORM.fullmatch(text)
    if not found:
        raise ValueError(
            f"'{text[:80]}' is no condition; write it like 'coverage.line >= 80' or 'some tests.total >= 1'"
        )
    operator: Operator = found["operator"]  # type: ignore[assignment]
    value = _value(found["value"])
    if not isinstance(value, float) and operator not in ("==", "!="):
        raise ValueError(f"'{text[:80]}': only numbers can be compared with {operator}")
    words = tuple(word.strip().casefold() for word in (found["words"] or "").split("|") if word.strip())
    return Condition(found["metric"], operator, value, bool(found["optional"]), bool(found["some"]), words)


def _value(text: str) -> float | str | bool:
    if text in ("true", "false"):
        return text == "true"
    return text[1:-1] if text.startswith('"') else float(text)
