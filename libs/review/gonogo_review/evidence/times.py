"""Times as tools write them, as ISO 8601."""

import re
from datetime import UTC, datetime
from email.utils import parsedate

LATEST = 4_102_444_800
"""The year 2100, in seconds since 1970: numbers beyond it are no times."""


def iso(stamp: str) -> str:
    """ISO 8601 of a time in seconds or milliseconds since 1970; text that is no such number stays as it is."""
    try:
        number = float(stamp)
    except ValueError:
        return stamp
    seconds = number / 1000 if number > LATEST else number
    if not 0 < seconds < LATEST:
        return ""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


_ISO = re.compile(r"((?:19[789]|2\d\d)\d-\d\d-\d\d)(?:[T ]\s?(\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?(Z|[+-]\d\d:?\d\d)?)?")


def plain(stamp: str) -> str:
    """A time as ISO 8601 without fractions, from ISO 8601 or the form of e-mail; empty where it is neither."""
    if given := _ISO.match(stamp):
        return given[1] + (f"T{given[2]}{given[3] or ''}" if given[2] else "")
    try:
        parts = parsedate(stamp)
        return datetime(*parts[:6]).isoformat() if parts else ""  # noqa: DTZ001 - the form gives no zone
    except (ValueError, TypeError, OverflowError):
        return ""
