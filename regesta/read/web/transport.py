"""Connections of the fetcher: each goes to the very address that was checked, whatever the name says later."""

import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore2
import httpx2

from regesta.read.web.addresses import public_addresses

Resolver = Callable[[str, int], list[str]]


class TimedStream(httpcore2.NetworkStream):
    """A connection that ends at a set time, however slowly the other side talks: timeouts of reads begin anew."""

    def __init__(self, stream: httpcore2.NetworkStream, until_s: float) -> None:
        self.stream, self.until_s = stream, until_s

    def left_s(self, timeout: float | None) -> float:
        """Return how long a read may take.

        Raises:
            httpcore2.ReadTimeout: The time is over.
        """
        left = self.until_s - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("took too long")
        return left if timeout is None else min(left, timeout)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return some bytes."""
        return self.stream.read(max_bytes, self.left_s(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self.stream.write(buffer, self.left_s(timeout))

    def close(self) -> None:
        """Close the connection."""
        self.stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """Begin encryption."""
        return TimedStream(self.stream.start_tls(ssl_context, server_hostname, self.left_s(timeout)), self.until_s)

    def get_extra_info(self, info: str) -> Any:
        """Return what is known of the connection."""
        return self.stream.get_extra_info(info)


class CheckedBackend(httpcore2.SyncBackend):
    """Opens connections to checked addresses; names for TLS and the Host header stay what they were."""

    def __init__(self, resolve: Resolver, lifetime_s: float) -> None:
        super().__init__()
        self.resolve, self.lifetime_s = resolve, lifetime_s

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first address of a host that answers.

        Raises:
            PrivateAddress: The host has an address that is not public.
            httpcore2.ConnectError: None answers.
        """
        trouble: Exception | None = None
        until_s = time.monotonic() + self.lifetime_s
        for address in self.resolve(host, port):
            try:
                stream = super().connect_tcp(address, port, timeout, local_address, socket_options)
                return TimedStream(stream, until_s)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                trouble = error
        raise trouble or httpcore2.ConnectError(f"{host} has no address")


class Body(httpx2.SyncByteStream):
    """The bytes of an answer as they come."""

    def __init__(self, stream: Any) -> None:
        self.stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self.stream

    def close(self) -> None:
        """Let go of the connection."""
        self.stream.close()


class CheckedTransport(httpx2.BaseTransport):
    """HTTP over checked connections; proxies of the environment are not used, since nothing could be checked there."""

    def __init__(self, resolve: Resolver = public_addresses, lifetime_s: float = 60.0) -> None:
        self.pool = httpcore2.ConnectionPool(
            ssl_context=httpx2.create_ssl_context(),
            max_connections=64,
            max_keepalive_connections=0,  # a request a second per host gains nothing by it, and each has its own end
            network_backend=CheckedBackend(resolve, lifetime_s),
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request."""
        url = request.url
        answer = self.pool.handle_request(
            httpcore2.Request(
                method=request.method,
                url=httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx2.Response(
            answer.status, headers=answer.headers, stream=Body(answer.stream), extensions=answer.extensions
        )

    def close(self) -> None:
        """Let go of all connections."""
        self.pool.close()
