"""JSON: whole where it is small, piece by piece where it is large, never deeper than the parser can go."""

import json
from typing import Any

import msgspec

from gonogo_review.evidence.found import Unreadable

MAX_WHOLE = 16 * 1024 * 1024
"""Bytes of JSON that are decoded at once; decoded values take about eight times as much memory."""


def decode(data: bytes) -> Any:
    """The value of a JSON text.

    Raises:
        Unreadable: malformed (with its line and column), or nested deeper than a parser can follow.
    """
    try:
        return msgspec.json.decode(data)
    except RecursionError as error:
        raise Unreadable("json-too-deep", "The JSON is nested too deeply to be any tool's report.") from error
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _decode_slowly(data)


def _decode_slowly(data: bytes) -> Any:
    """The standard library's reading: takes NaN, as some tools write it, and knows the line of an error."""
    try:
        return json.loads(data.decode("utf-8", "replace"))
    except RecursionError as error:
        raise Unreadable("json-too-deep", "The JSON is nested too deeply to be any tool's report.") from error
    except json.JSONDecodeError as error:
        message = f"Not valid JSON: {error.msg} at line {error.lineno}, column {error.colno}. Was the file cut off?"
        raise Unreadable("json-malformed", message, error.lineno) from error
