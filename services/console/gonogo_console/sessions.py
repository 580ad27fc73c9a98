"""A login is a cookie that names a key and ends by itself; it is signed, and never holds the key's secret."""

import hashlib
import hmac
import re

COOKIE = "gonogo-session"
FORM = re.compile(r"(?P<key_id>[a-z0-9]{12})\.(?P<until>[0-9]{1,12})\.(?P<signature>[0-9a-f]{64})")


def sign(key_id: str, until: int, pepper: str) -> str:
    """The cookie's value; `until` in seconds since the epoch."""
    return f"{key_id}.{until}.{_signature(key_id, until, pepper)}"


def key_of(cookie: str, now: float, pepper: str) -> str | None:
    """The key that logged in; None where the cookie is forged, malformed or has ended."""
    match = FORM.fullmatch(cookie)
    if match is None:
        return None
    key_id, until = match["key_id"], int(match["until"])
    genuine = hmac.compare_digest(match["signature"], _signature(key_id, until, pepper))
    return key_id if genuine and now < until else None


def _signature(key_id: str, until: int, pepper: str) -> str:
    purpose = hmac.digest(pepper.encode(), b"gonogo console session", hashlib.sha256)
    return hmac.digest(purpose, f"{key_id}.{until}".encode(), hashlib.sha256).hex()
