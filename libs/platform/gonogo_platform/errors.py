"""The two kinds of failure.

GonogoError
├── Transient   the same work may succeed later: the queue tries again, after a growing delay, a bounded number of times
└── Permanent   the same work can never succeed: dead letter at once, with its cause
"""


class GonogoError(Exception):
    """A failure with a stable code for programs and a sentence for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class Transient(GonogoError):
    """Try again later."""


class Permanent(GonogoError):
    """Do not try again."""


class Misconfigured(GonogoError):
    """The process cannot start as it is set; the message says which setting and what to do."""
