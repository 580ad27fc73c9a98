#!/usr/bin/env python3
"""A local place that notifications go to: a mailbox over SMTP and a Slack-shaped webhook over HTTP.

Each arrival becomes one line of JSON in the file: `channel`, `at`, and the Slack `payload` or the email's `to`,
`subject`, `text` and `html`.
"""

import argparse
import email.policy
import json
import signal
import threading
from datetime import UTC, datetime
from email.message import EmailMessage
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

MOST = 1024 * 1024
"""Bytes of one message."""


class Arrivals:
    """The file that arrivals are written to, one at a time."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()

    def add(self, channel: str, **what: Any) -> None:
        """Writes one arrival."""
        line = json.dumps({"channel": channel, "at": datetime.now(UTC).isoformat(), **what}, ensure_ascii=False)
        with self._lock, self._file.open("a", encoding="utf-8") as file:
            file.write(line + "\n")


class Mailbox:
    """Takes every email."""

    def __init__(self, arrivals: Arrivals) -> None:
        self._arrivals = arrivals

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """One email."""
        content = envelope.content if isinstance(envelope.content, bytes) else str(envelope.content).encode()
        message = BytesParser(EmailMessage, policy=email.policy.default).parsebytes(content)
        parts = {kind: message.get_body((kind,)) for kind in ("plain", "html")}
        text, html = (part.get_content() if part else "" for part in parts.values())
        self._arrivals.add("email", to=envelope.rcpt_tos, subject=message["subject"], text=text, html=html)
        return "250 taken"


def webhook(arrivals: Arrivals, port: int) -> ThreadingHTTPServer:
    """Answers as Slack's incoming webhooks do."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(min(MOST, int(self.headers.get("content-length", 0))))
            arrivals.add("slack", payload=json.loads(body))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"ok")

        def log_message(self, *_arguments: Any) -> None:
            """Says nothing: what arrives is in the file."""

    return ThreadingHTTPServer(("127.0.0.1", port), Handler)


def main() -> None:
    """Runs until SIGTERM."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smtp-port", type=int, required=True)
    parser.add_argument("--http-port", type=int, required=True)
    parser.add_argument("--file", type=Path, required=True)
    arguments = parser.parse_args()
    arrivals = Arrivals(arguments.file)
    mailbox = Controller(Mailbox(arrivals), hostname="127.0.0.1", port=arguments.smtp_port)
    mailbox.start()
    server = webhook(arrivals, arguments.http_port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    signal.sigwait({signal.SIGTERM, signal.SIGINT})
    server.shutdown()
    mailbox.stop()


if __name__ == "__main__":
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})
    main()
