"""Connections that lead out of the house only: the address is checked when it is connected to, after every name and
every redirect has been resolved, so that no name can first look public and then be private."""

import ipaddress
import socket
from typing import Any

from gonogo_platform.errors import Permanent

AddrInfo = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[Any, ...]]


def is_public(host: str) -> bool:
    """Whether an IP address belongs to the public internet; also where IPv6 carries an IPv4 address inside."""
    address = ipaddress.ip_address(host.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if address in NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        address = inner or address
    return address.is_global and not address.is_multicast


NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv6 addresses that a gateway translates to the IPv4 address in their last 32 bits (RFC 6052)."""


def public_socket(info: AddrInfo) -> socket.socket:
    """A socket for an address of the public internet; aiohttp calls this for each address it connects to.

    Raises:
        Permanent: the address is private, loopback, link-local or reserved.
    """
    family, kind, protocol, _, address = info
    if not is_public(str(address[0])):
        raise Permanent("address-private", "the webhook's name leads to an address that is not public")
    return socket.socket(family, kind, protocol)
