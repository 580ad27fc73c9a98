"""A message as Slack's Block Kit. Pure."""

import re
from typing import Any

from gonogo_notifier.content import SHORTENED, Content, Figure, Point

Block = dict[str, Any]

MAX_HEADER = 150
"""Characters of a header block."""

MAX_SECTION = 2000
"""Characters of one text. Slack takes 3000, but only some 13,000 in a message, and there can be six long ones."""

MAX_FALLBACK = 300
"""Characters of the line that notifications and old clients show."""

SIGNS = {"GO": "🟢", "HOLD": "🟡", "NO-GO": "🔴", "NOT JUDGED": "⚪"}

_PLAIN = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "*": "∗", "`": "ˋ", "~": "∼"})
"""Slack has no escape for its marks of bold, code and strike, so that look-alikes stand for them."""

_PING = re.compile(r"@(?=channel|here|everyone)", re.IGNORECASE)
_JOINER = "\u2060"
"""Invisible; no client reads a mention across it."""


def message(content: Content) -> dict[str, Any]:
    """The body of the webhook call."""
    blocks = [
        _header(content),
        _section(f"*{escape(content.lead)}*") if content.lead else None,
        _figures(content.figures) if content.figures else None,
        *(_section(f"{label}{_point(point)}") for label, point in zip(_labels(content), content.points, strict=True)),
        _context(content.remark),
        _button(content) if content.link else None,
    ]
    return {
        "text": cut(escape(f"{SIGNS[content.word]} {content.headline}"), MAX_FALLBACK),
        "blocks": [block for block in blocks if block],
        "unfurl_links": False,
        "unfurl_media": False,
    }


def escape(text: str) -> str:
    """Text that Slack shows as it is: no link, no mark, no mention of anybody."""
    return _PING.sub(f"@{_JOINER}", text.translate(_PLAIN))


def cut(text: str, limit: int) -> str:
    """Escaped text of at most `limit` characters; never cut inside an escape, and what is cut is said."""
    if len(text) <= limit:
        return text
    return re.sub(r"&[a-z]{0,3}$", "", text[: limit - len(SHORTENED)]).rstrip() + SHORTENED


def _header(content: Content) -> Block:
    text = cut(f"{SIGNS[content.word]} {content.title}", MAX_HEADER)
    return {"type": "header", "text": {"type": "plain_text", "text": text, "emoji": True}}


def _mrkdwn(text: str) -> dict[str, Any]:
    """`verbatim` keeps Slack from finding channels, people and links in what a report says."""
    return {"type": "mrkdwn", "text": cut(text, MAX_SECTION), "verbatim": True}


def _section(text: str) -> Block:
    return {"type": "section", "text": _mrkdwn(text)}


def _figures(figures: tuple[Figure, ...]) -> Block:
    return {"type": "section", "fields": [_mrkdwn(_figure(figure)) for figure in figures]}


def _figure(figure: Figure) -> str:
    note = f"\n{escape(figure.note)}" if figure.note else ""
    return f"*{figure.name}*  {figure.value} of 100{note}"


def _labels(content: Content) -> list[str]:
    """Numbers, where there is more than one point."""
    count = len(content.points)
    return [f"{number}. " if count > 1 else "" for number in range(1, count + 1)]


def _point(point: Point) -> str:
    where = f"  _({point.where})_" if point.where else ""
    change = f"\n→ {escape(point.change)}" if point.change else ""
    return f"{escape(point.text)}{where}{change}"


def _context(text: str) -> Block:
    return {"type": "context", "elements": [_mrkdwn(escape(text))]}


def _button(content: Content) -> Block:
    button = {
        "type": "button",
        "text": {"type": "plain_text", "text": content.link_text},
        "url": content.link,
        "action_id": "open",
    }
    return {"type": "actions", "elements": [button]}
