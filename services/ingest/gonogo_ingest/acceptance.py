"""Is this upload acceptable, and if not, why: pure checks of fields and names."""

import json
import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from gonogo_ingest.refusals import bad_field, bad_file

PROJECT = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
COMMIT = re.compile(r"[0-9a-fA-F]{7,64}")
IDEMPOTENCY_KEY = re.compile(r"[\x21-\x7e]{1,255}")

MAX_RELEASE = 100
MAX_ENVIRONMENT = 50
MAX_NAME = 255
MAX_LABELS = 20
MAX_LABEL = 100

FIELDS = frozenset({"project", "release", "commit", "environment", "labels"})


class Fields(NamedTuple):
    """What an upload says of itself."""

    project: str
    release: str
    commit: str | None
    environment: str | None
    labels: dict[str, str]


def check_fields(raw: Mapping[str, str]) -> Fields:
    """The fields, checked.

    Raises:
        Problem: one is missing or of the wrong form.
    """
    project = raw.get("project", "")
    if not PROJECT.fullmatch(project):
        raise bad_field(
            "project", "give a slug of 1 to 63 lower-case letters, digits and hyphens, such as 'payments-api'"
        )
    release = _text("release", raw.get("release", ""), MAX_RELEASE)
    if not release:
        raise bad_field("release", f"give the version under review, 1 to {MAX_RELEASE} characters")
    commit = raw.get("commit") or None
    if commit is not None and not COMMIT.fullmatch(commit):
        raise bad_field("commit", "give 7 to 64 hexadecimal digits")
    environment = _text("environment", raw.get("environment", ""), MAX_ENVIRONMENT) or None
    return Fields(project, release, commit.lower() if commit else None, environment, _labels(raw.get("labels", "")))


def _text(field: str, value: str, limit: int) -> str:
    value = value.strip()
    if len(value) > limit or any(unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in value):
        raise bad_field(field, f"give at most {limit} characters, none of them a control character")
    return value


def _labels(text: str) -> dict[str, str]:
    """`{"team": "core"}` or `team=core,tier=1`."""
    if not text.strip():
        return {}
    try:
        labels = (
            json.loads(text) if text.lstrip().startswith("{") else dict(pair.split("=", 1) for pair in text.split(","))
        )
    except (ValueError, RecursionError) as error:
        raise bad_field(
            "labels", 'give key=value pairs with commas, or a JSON object such as {"team": "core"}'
        ) from error
    good = all(isinstance(value, str) and len(key) + len(value) <= MAX_LABEL for key, value in labels.items())
    if len(labels) > MAX_LABELS or not good:
        raise bad_field("labels", f"give at most {MAX_LABELS} labels of text, {MAX_LABEL} characters each")
    return {_text("labels", key, MAX_LABEL): _text("labels", value, MAX_LABEL) for key, value in labels.items()}


def check_name(name: str | None) -> str:
    """A file's name as it is stored: a relative path, never one that leads elsewhere.

    Raises:
        Problem: no name, or one that could be taken for another place.
    """
    if not name:
        raise bad_file("name-missing", "", "each file needs a file name", 400)
    parts = name.split("/")
    bad = "\\" in name or any(unicodedata.category(char).startswith("C") for char in name)
    if bad or any(part in ("", ".", "..") for part in parts) or re.match(r"[A-Za-z]:", name):
        shown = ascii(name[:MAX_NAME])[1:-1]
        raise bad_file(
            "name-unsafe", shown, "give a plain name or a relative path without '..', '\\' or control characters", 400
        )
    if len(name.encode()) > MAX_NAME:
        raise bad_file("name-too-long", name[:MAX_NAME], f"a name has at most {MAX_NAME} bytes", 400)
    return name


def check_idempotency_key(key: str | None) -> str | None:
    """The key, or None where none was sent.

    Raises:
        Problem: of the wrong form.
    """
    if key is not None and not IDEMPOTENCY_KEY.fullmatch(key):
        raise bad_field("Idempotency-Key", "give 1 to 255 visible ASCII characters, such as a UUID")
    return key
