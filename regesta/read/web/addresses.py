"""Which network addresses may be connected to: those of the public internet, and no others."""

import ipaddress
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network

NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits

COMPATIBLE = IPv6Network("::/96")  # RFC 4291 2.5.5.1, no longer in use: an IPv4 address likewise
LOCAL = (
    IPv6Network("64:ff9b:1::/48"),
    IPv6Network("fec0::/10"),
)  # RFC 8215, RFC 3879: of one network, whatever they wrap


class PrivateAddress(OSError):
    """A host name leads into a private network, to this machine, or to no address at all that may be used."""


def public_addresses(host: str, port: int) -> list[str]:
    """Return the addresses of a host, as the resolver orders them.

    The resolver also understands "2130706433", "0x7f.1" and "localhost"; what counts is the address that comes out.

    Raises:
        PrivateAddress: One of them is not public. A name with a public and a private address is an attack.
        OSError: The name is not known.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))
    for address in addresses:
        if not is_public(address):
            raise PrivateAddress(f"{host} leads to {address}, which is no address of the public internet")
    return addresses


def is_public(address: str) -> bool:
    """Tell whether an address belongs to the public internet: not private, loopback, link-local, shared or multicast.

    Of an IPv6 address that wraps an IPv4 one (mapped, 6to4, Teredo, NAT64) the inner one has to be public as well.
    """
    try:
        outer = ipaddress.ip_address(address)
    except ValueError:
        return False
    if any(outer in network for network in LOCAL):  # an IPv4 address is in none of them
        return False
    reached: list[IPv4Address | IPv6Address] = [*inner(outer)] or [outer]
    return all(each.is_global and not each.is_multicast for each in reached)


def inner(address: IPv4Address | IPv6Address) -> list[IPv4Address]:
    """Return the IPv4 addresses that an IPv6 address wraps."""
    if isinstance(address, IPv4Address):
        return []
    wrapped = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in NAT64 or address in COMPATIBLE:
        wrapped.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return [each for each in wrapped if each is not None]
