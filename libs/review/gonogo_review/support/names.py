"""Words that rules know by name (`names.yaml`)."""

from functools import cache
from importlib import resources

import msgspec
import yaml


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


@cache
def names() -> Names:
    """All of them."""
    text = resources.files(__package__).joinpath("names.yaml").read_text("utf-8")
    data = yaml.load(text, yaml.BaseLoader)
    plain = {key: value.split() if isinstance(value, str) else value for key, value in data.items()}
    plain["sorts"] = {word: sort for sort, words in data["sorts"].items() for word in words.split()}
    plain["tools"] = {tool: form for form, tools in data["tools"].items() for tool in tools}
    return msgspec.convert(plain, Names)
