"""A message as an email: text and HTML side by side. Pure."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from uuid import UUID

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from gonogo_notifier.content import SHORTENED, Content

MAX_SUBJECT = 200
"""Characters; phones show about forty, and the verdict stands first."""

TEMPLATES = Environment(
    loader=PackageLoader("gonogo_notifier"),
    autoescape=select_autoescape(("html",)),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


class WholeSubject(EmailPolicy):
    """Folds subjects so that they are read as they were written: the standard policy adds spaces where it folds
    beside an encoded word or after a long one."""

    def fold_binary(self, name: str, value: str) -> bytes:
        """The header's lines."""
        if name != "Subject":
            return super().fold_binary(name, value)
        header = Header(str(value), "us-ascii" if value.isascii() else "utf-8", header_name=name)
        return f"{name}: {header.encode(linesep=self.linesep)}{self.linesep}".encode("ascii")


POLICY = WholeSubject(linesep="\r\n")


@dataclass(frozen=True)
class Envelope:
    """Who writes to whom, when, and under which name the message is known."""

    sender: Address
    to: tuple[str, ...]
    at: datetime
    delivery_id: UUID


def message(content: Content, envelope: Envelope) -> EmailMessage:
    """The email; the same delivery always has the same Message-ID, so that a mailbox can tell a repetition."""
    email = EmailMessage(policy=POLICY)
    domain = envelope.sender.domain
    thread = f"<{_thread(content)}.release@{domain}>"
    email["From"] = envelope.sender
    email["To"] = ", ".join(envelope.to)
    email["Subject"] = subject(content)
    email["Date"] = format_datetime(envelope.at)
    email["Message-ID"] = f"<{envelope.delivery_id}@{domain}>"
    email["In-Reply-To"] = thread
    email["References"] = thread
    email["Auto-Submitted"] = "auto-generated"
    email.set_content(_render("message.txt", content), cte="quoted-printable")
    email.add_alternative(_render("message.html", content), subtype="html", cte="quoted-printable")
    email.set_boundary(f"gonogo-{envelope.delivery_id.hex}")
    return email


def subject(content: Content) -> str:
    """`[gonogo] HOLD payments 2.4.0: <first reason>`, on one line."""
    text = f"[gonogo] {content.headline}"
    return text if len(text) <= MAX_SUBJECT else text[: MAX_SUBJECT - len(SHORTENED)].rstrip() + SHORTENED


def _thread(content: Content) -> str:
    """The same for all messages about one release, so that mail programs show them together."""
    return hashlib.sha256(f"{content.project}\0{content.release}".encode()).hexdigest()[:32]


def _render(template: str, content: Content) -> str:
    return TEMPLATES.get_template(template).render(message=content, title=subject(content))
