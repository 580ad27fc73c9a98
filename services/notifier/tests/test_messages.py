"""The messages as they are sent, by golden files, and what must hold of every message."""

import json
import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_contracts.review import Reason
from gonogo_notifier import email_message, slack_message
from gonogo_notifier.addresses import parse_address
from gonogo_notifier.content import Content, of_failure, of_review
from services.notifier.tests.examples import AT, BEFORE, CONSOLE, CONTENTS, DELIVERY, before, failed, review, scored

GOLDEN = Path(__file__).parent / "golden"
ENVELOPE = email_message.Envelope(parse_address("gonogo <gonogo@example.org>"), ("anna@example.org",), AT, DELIVERY)
HOSTILE = st.text() | st.sampled_from(
    [
        "<!channel> @channel @Here &lt;",
        "<script>alert(1)</script>",
        "\r\nBcc: everybody@example.org",
        "\u202egnp.exe",
        "&" * 4000,
        "x" * 20_000,
        "\x00\x07",
    ]
)


@pytest.mark.parametrize("name", CONTENTS)
def test_slack_message(name: str) -> None:
    """The body of the webhook call is the golden file's."""
    expected = json.loads((GOLDEN / f"{name}.slack.json").read_text("utf-8"))
    assert slack_message.message(CONTENTS[name]) == expected


@pytest.mark.parametrize("name", CONTENTS)
@pytest.mark.parametrize(("kind", "suffix"), [("plain", "txt"), ("html", "html")])
def test_email_body(name: str, kind: str, suffix: str) -> None:
    """Text and HTML are the golden files'."""
    assert body(email_message.message(CONTENTS[name], ENVELOPE), kind) == (GOLDEN / f"{name}.{suffix}").read_text(
        "utf-8"
    )


def test_email_headers() -> None:
    """Mail programs can thread it, tell a repetition, and know that no person wrote it."""
    email = email_message.message(CONTENTS["hold"], ENVELOPE)
    assert dict(email.items()) == {
        "From": "gonogo <gonogo@example.org>",
        "To": "anna@example.org",
        "Subject": "[gonogo] HOLD payments 2.4.0: Line 21 says that load testing is completed, "
        "but line 88 plans load testing for next sprint.",
        "Date": "Wed, 25 Nov 2026 09:00:00 +0000",
        "Message-ID": "<0199d8a0-0000-7000-8000-000000000003@example.org>",
        "In-Reply-To": "<15dc74d165873097fa4c43cb52aa2dfc.release@example.org>",
        "References": "<15dc74d165873097fa4c43cb52aa2dfc.release@example.org>",
        "Auto-Submitted": "auto-generated",
        "MIME-Version": "1.0",
        "Content-Type": 'multipart/alternative; boundary="gonogo-0199d8a0000070008000000000000003"',
    }


def test_the_same_delivery_gives_the_same_bytes() -> None:
    """A repetition is recognisable."""
    first, second = (email_message.message(CONTENTS["no-go"], ENVELOPE).as_bytes() for _ in range(2))
    assert first == second


@given(HOSTILE, HOSTILE, HOSTILE)
def test_slack_shows_report_text_as_text(project: str, text: str, change: str) -> None:
    """No text of a report becomes a link, a mention or a message that Slack refuses for its size."""
    sent = slack_message.message(hostile(project, text, change))
    written = list(texts(sent["blocks"]))
    assert len(sent["blocks"]) <= 50
    assert sum(map(len, written)) < 13_000
    for one in [sent["text"], *written[1:]]:
        assert len(one) <= 3000
        assert not re.search(r"[<>]|&(?!amp;|lt;|gt;)|@(channel|here|everyone)", one, re.IGNORECASE)
    assert 1 <= len(written[0]) <= 150
    json.dumps(sent).encode()


@given(HOSTILE, HOSTILE, HOSTILE)
def test_email_shows_report_text_as_text(project: str, text: str, change: str) -> None:
    """No text of a report becomes a header, a tag or an unencodable letter."""
    email = email_message.message(hostile(project, text, change), ENVELOPE)
    plain = email_message.message(hostile("payments", "It does not add up.", "Add it up."), ENVELOPE)
    assert email.as_bytes().isascii()
    assert email.keys() == plain.keys()
    arrived = message_from_bytes(email.as_bytes(), policy=default)
    assert arrived["Subject"] == email_message.subject(hostile(project, text, change))
    assert tags(body(email, "html")) == tags(body(plain, "html"))


def test_a_long_subject_arrives_as_it_was_written() -> None:
    """Beyond ASCII, and longer than a line."""
    content = hostile(
        "payments", "The report says 'Line coverage | 🟡 partial | 71.2%, target at least 80%'. 覆盖率", ""
    )
    email = message_from_bytes(email_message.message(content, ENVELOPE).as_bytes(), policy=default)
    assert email["Subject"] == email_message.subject(content)


@given(HOSTILE)
def test_failures_are_told_safely(text: str) -> None:
    """What a parser says of a hostile file is as hostile as the file."""
    content = of_failure(failed(code=text, message=text), CONSOLE)
    json.dumps(slack_message.message(content)).encode()
    assert email_message.message(content, ENVELOPE).as_bytes().isascii()


def test_slack_shows_marks_as_they_are_written() -> None:
    """A report's Markdown is not Slack's; what looks bold here was not meant by us."""
    sent = slack_message.message(hostile("payments", "'**Status**: `ready`, ~done~'", ""))
    assert "'∗∗Status∗∗: ˋreadyˋ, ∼done∼'" in str(sent["blocks"])


def test_what_is_cut_is_said() -> None:
    """Nobody takes a part for the whole."""
    content = hostile("payments", "word " * 1000, "")
    assert content.points[0].text.endswith(" … (shortened)")
    assert email_message.subject(content).endswith(" … (shortened)")
    assert len(email_message.subject(content)) <= email_message.MAX_SUBJECT


@pytest.mark.parametrize("limit", range(20, 40))
def test_no_escape_is_cut_in_two(limit: int) -> None:
    """Half an escape would show as an ampersand."""
    cut = slack_message.cut("a & b < c & d > e".replace("&", "&amp;").replace("<", "&lt;") * 3, limit)
    assert len(cut) <= limit
    assert not re.search(r"&(?!amp;|lt;|gt;)", cut)


def test_without_a_console_there_is_no_link() -> None:
    """A button that leads nowhere is worse than none."""
    content = of_failure(failed(), "")
    assert all(block["type"] != "actions" for block in slack_message.message(content)["blocks"])
    assert "href" not in body(email_message.message(content, ENVELOPE), "html")


def hostile(project: str, text: str, change: str) -> Content:
    """A review in which everything that can come from outside is this."""
    reasons = (Reason(text, (1,), f"Do: {change}"),) * 5
    event = scored("HOLD", 71.5, before("GO", 80.0), project=project or "p", release=project or "r")
    return of_review(event, review("HOLD", reasons), BEFORE, CONSOLE)


def body(email: EmailMessage, kind: str) -> str:
    part = email.get_body((kind,))
    assert part is not None
    content: str = part.get_content()
    return content


def tags(html: str) -> list[str]:
    return re.findall(r"</?[a-z!][^>]*>", html)


def texts(tree: Any) -> Any:
    """Every text of a tree of blocks, the header's first."""
    if isinstance(tree, dict):
        if isinstance(tree.get("text"), str):
            yield tree["text"]
        yield from (text for value in tree.values() for text in texts(value))
    if isinstance(tree, list):
        yield from (text for value in tree for text in texts(value))
