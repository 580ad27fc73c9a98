"""A line as it is read: markup is blanked and code is hidden, at the same length, so that every offset stays true."""

import re

HIDDEN = "\x01"
"""Stands for each character of code, addresses, paths and links: content without words and without numbers."""

_SPECIAL = re.compile(r"[`_~<\[&@]")
_LINK_TAIL = r"\]\([^()\s]*(?:\s\"[^\"]*\")?\)"
_MARKS = (
    # Each way begins with its sign, so that the engine skips plain text fast; the sign tells what was found.
    r"`(?P<ticks>`*)[^`]*`(?P=ticks)|https?://[^\s)>\]|]+|www\.[^\s)>\]|]+|<https?:[^>]*>|~~[^~]+~~"
    r"|<!--.*?-->|</?[a-zA-Z][^<>]{0,200}>|\[\^[^\]\s]{1,40}\]|\*\**|__|_(?<!\w_)(?=\S)|_(?<=\S_)(?!\w)"
    r"|&(?:nbsp|emsp|ensp|thinsp|lt|gt|amp);"
    rf"|!(?=\[[^\[\]]{{1,300}}{_LINK_TAIL})|\[(?P<text>[^\[\]]{{1,300}})(?P<target>{_LINK_TAIL})"
    r"|\.\.\.\.+"
)
_MARKUP = re.compile(_MARKS)
_MARKUP_AND_MAIL = re.compile(
    rf"(?!www\.[^\s)>\]|])(?P<mail>[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}})+)|{_MARKS}"
)
_HIDDEN_HEADS = frozenset("`hw~")
_ENTITY = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}


def _blank(match: re.Match[str]) -> str:
    found = match[0]
    size = len(found)
    if found[0] in _HIDDEN_HEADS or match.lastgroup == "mail" or found.startswith(("<http:", "<https:")):
        return HIDDEN * size
    if match["text"]:
        return " " + view(match["text"]) + " " * len(match["target"])
    if found[0] == ".":
        return ":".ljust(size)
    return _ENTITY.get(found, "").ljust(size)


def view(text: str) -> str:
    """The line without its markup, at the same length: emphasis is blank, code and addresses are `HIDDEN`."""
    if _SPECIAL.search(text) is None and "://" not in text and "...." not in text:
        return text if "*" not in text else text.replace("*", " ") if "www." not in text else _MARKUP.sub(_blank, text)
    return (_MARKUP_AND_MAIL if "@" in text else _MARKUP).sub(_blank, text)
