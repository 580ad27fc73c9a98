"""Secret keys that are shown once and stored as a hash."""

import hashlib
import hmac
import re
import secrets
from typing import NamedTuple

FORM = re.compile(r"gng_(?P<id>[a-z0-9]{12})_(?P<secret>[A-Za-z0-9_-]{43})")


class Key(NamedTuple):
    """`text` is what its owner keeps; `id` and `digest` are what is stored."""

    id: str
    text: str
    digest: bytes


def new_key(pepper: str) -> Key:
    """A new key of 256 random bits."""
    identity = "".join(secrets.choice("abcdefghijklmnopqrstuvwxyz0123456789") for _ in range(12))
    secret = secrets.token_urlsafe(32)
    return Key(identity, f"gng_{identity}_{secret}", digest(secret, pepper))


def digest(secret: str, pepper: str) -> bytes:
    """What is stored of a key. One round is enough: the secret is random, not a person's choice."""
    return hmac.digest(pepper.encode(), secret.encode(), hashlib.sha256)


def split(text: str) -> tuple[str, str] | None:
    """Id and secret of a key; None where it has no key's form."""
    match = FORM.fullmatch(text)
    return (match["id"], match["secret"]) if match else None


def same(secret: str, pepper: str, stored: bytes) -> bool:
    """Whether the secret is the stored key's, in constant time."""
    return hmac.compare_digest(digest(secret, pepper), stored)
