"""Words that rules know by name (`names.yaml`)."""

from functools import cache

import msgspec

from gonogo_review.support.folding import tokens
from gonogo_review.support.words import data


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `names.yaml`, as sets and tables."""

    generic: frozenset[str]
    filling: frozenset[str]
    sorts: dict[str, str]
    """What a word means."""
    tools: dict[str, str]
    """The format that answers for a tool; `-` for none."""
    code_scans: frozenset[str]
    steps: frozenset[str]
    triggers: dict[str, str]
    other_places: frozenset[str]
    results: frozenset[str]
    sides: frozenset[str]


@cache
def names() -> Names:
    """All of them."""
    read = data("names.yaml")
    plain = {key: value.split() if isinstance(value, str) else value for key, value in read.items()}
    plain["sorts"] = {word: sort for sort, words in read["sorts"].items() for word in words.split()}
    plain["tools"] = {tool: form for form, tools in read["tools"].items() for tool in tools}
    return msgspec.convert(plain, Names)


def sorts(text: str) -> set[str]:
    """The sorts of suites or parts (unit, e2e, backend, ...) that a text or a file's name speaks of."""
    known = names().sorts
    joined = text.lower().replace("end-to-end", "e2e").replace("end to end", "e2e")
    return {known[word] for word in tokens(joined) if word in known}
