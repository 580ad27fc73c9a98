"""A line as it is read: markup is blanked and code is hidden, at the same length, so that every offset stays true."""

import re

HIDDEN = "\x01"
"""Stands for each character of code, addresses, paths and links: content without words and without numbers."""

_SPECIAL = re.compile(r"[`*_~<\[&@]|://|\.{4}")
_MARKUP = re.compile(
    r"(?P<hide>(?P<tick>`+)[^`]*(?P=tick)"
    r"|https?://[^\s)>\]|]+|www\.[^\s)>\]|]+"
    r"|<https?:[^>]*>"
    r"|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|~~[^~]+~~)"
    r"|(?P<drop><!--.*?-->|</?[a-zA-Z][^<>]{0,200}>|\[\^[^\]\s]{1,40}\]|\*+|__|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)"
    r"|&(?:nbsp|emsp|ensp|thinsp);)"
    r"|(?P<open>!?\[)(?P<text>[^\[\]]{1,300})(?P<target>\]\([^()\s]*(?:\s\"[^\"]*\")?\))"
    r"|(?P<leader>\.{4,})"
    r"|(?P<entity>&(?:lt|gt|amp);)"
)
_ENTITY = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}


def _blank(match: re.Match[str]) -> str:
    if match["hide"]:
        return HIDDEN * (match.end() - match.start())
    if match["text"]:
        inner = _MARKUP.sub(_blank, match["text"])
        return " " * len(match["open"]) + inner + " " * len(match["target"])
    if match["leader"]:
        return ":".ljust(match.end() - match.start())
    if match["entity"]:
        return _ENTITY[match["entity"]].ljust(match.end() - match.start())
    return " " * (match.end() - match.start())


def view(text: str) -> str:
    """The line without its markup, at the same length: emphasis is blank, code and addresses are `HIDDEN`."""
    return _MARKUP.sub(_blank, text) if _SPECIAL.search(text) else text
