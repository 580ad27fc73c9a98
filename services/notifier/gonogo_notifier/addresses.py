"""Email addresses, as far as a header may hold them."""

import re
from email.errors import HeaderParseError
from email.headerregistry import Address

MAX_ADDRESS = 254
"""Characters of an address (RFC 5321, section 4.5.3.1.3, less the brackets)."""

_FORM = re.compile(r"(?P<name>[^<>@]*)<(?P<spec>[^<>\s]+)>|(?P<bare>[^<>\s]+)")


def parse_address(text: str) -> Address:
    """One address with or without a display name: `gonogo <gonogo@example.org>`.

    Raises:
        ValueError: it is none, or more than one, or holds what would end a header line.
    """
    match = _FORM.fullmatch(text.strip())
    wrong = ValueError(f"{text[:80]!r} is not one email address; give it as name@example.org")
    if match is None or not text.isprintable():
        raise wrong
    spec = match["spec"] or match["bare"]
    try:
        address = Address((match["name"] or "").strip(' "'), addr_spec=spec)
    except (HeaderParseError, IndexError, ValueError):
        raise wrong from None
    if not address.username or not address.domain or len(spec) > MAX_ADDRESS:
        raise wrong
    return address
