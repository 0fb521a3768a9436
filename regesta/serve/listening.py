"""The sockets on which pages are served, bound before anything is loaded, so that what is wrong is said at once."""

import errno
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from regesta.errors import ConfigError

# A machine may know ::1 as a name's address and yet have no IPv6: the name's other addresses do.
ABSENT = frozenset({errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT})
BACKLOG = 2048  # connections that wait to be taken, as Uvicorn has it


@contextmanager
def listening(host: str, port: int) -> Iterator[list[socket.socket]]:
    """Listen on a port at every address of a host.

    Args:
        host: Name or address, of this machine; "" for all its addresses.
        port: The port; 0 for any that is free.

    Yields:
        The sockets, which are closed at the end.

    Raises:
        ConfigError: The host is not of this machine, or the port is taken or needs privileges.
    """
    with ExitStack() as opened:
        yield [opened.enter_context(each) for each in sockets_at(host, port)]


def sockets_at(host: str, port: int) -> list[socket.socket]:
    """Return a socket for every address of a host, as `listening` does."""
    try:
        found = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as error:  # UnicodeError: a name longer than names may be
        raise unknown(host) from error
    sockets: list[socket.socket] = []
    missing: OSError | None = None
    for family, address in dict.fromkeys((family, address) for family, _, _, _, address in found):
        port = sockets[0].getsockname()[1] if sockets else port  # that which was free at the first
        try:
            sockets.append(bound(family, (address[0], port, *address[2:])))
        except OSError as error:
            missing = error
            if error.errno not in ABSENT:
                for each in sockets:
                    each.close()
                raise refusal(host, port, error) from error
    if missing and not sockets:
        raise refusal(host, port, missing) from missing
    return sockets


def bound(family: socket.AddressFamily, address: tuple[object, ...]) -> socket.socket:
    """Return a socket that listens at an address.

    Raises:
        OSError: It cannot.
    """
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # else a restart waits for the last connections
        if family == socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)  # the other family has a socket of its own
        made.bind(address)
        made.listen(BACKLOG)
    except OSError:
        made.close()
        raise
    return made


def unknown(host: str) -> ConfigError:
    """Return the error for a host that is not of this machine."""
    return ConfigError(
        f"--host: {host!r} is no address of this machine; 127.0.0.1 is for this machine only, 0.0.0.0 for others too"
    )


def refusal(host: str, port: int, error: OSError) -> ConfigError:
    """Return the error for an address that cannot be bound."""
    if error.errno in ABSENT:
        return unknown(host)
    if error.errno == errno.EADDRINUSE:
        return ConfigError(
            f"--port: {port} is in use at {host}, perhaps by another `regesta serve`; stop that, or name another port"
        )
    if error.errno == errno.EACCES:
        return ConfigError(f"--port: {port} needs the rights of an administrator; name one from 1024 on")
    return ConfigError(f"{host}, port {port}: cannot be listened on: {error.strerror or error}")


def web_address(host: str, port: int) -> str:
    """Return the address of a host's pages."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
