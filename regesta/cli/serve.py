"""`regesta serve`: the web pages."""

import contextlib
import os
import secrets
from typing import Annotated

import typer

from regesta.cli.options import StoreOption

KEEP_ALIVE_S = 75  # as long as other servers: clients drop a connection first, and do not ask on one being closed
KEY_VARIABLE = "REGESTA_REVIEW_KEY"


def serve(
    store: StoreOption = None,
    host: str = typer.Option("127.0.0.1", help="Address to listen on; the default is this machine only."),
    port: int = typer.Option(8000, min=0, max=65535, help="Port to listen on."),
    allow_review: bool = typer.Option(
        False,
        "--allow-review",
        help="Take decisions from browsers that have opened the address with the key; else read-only.",
    ),
    rate: int = typer.Option(0, min=0, help="Requests a minute that one address may make; 0 for no limit."),
    origin: Annotated[
        list[str] | None,
        typer.Option("--origin", help="With --allow-review: a further address under which the pages are seen."),
    ] = None,
) -> None:
    """Serve the register as web pages, each with a JSON twin; stop with Ctrl-C.

    Example: regesta serve --store demo/regesta.db --port 8000
    """
    import uvicorn

    from regesta.garbage import give_back
    from regesta.run.config import load_config
    from regesta.serve.app import create_app
    from regesta.serve.listening import listening, web_address

    give_back()
    with listening(host, port) as sockets:
        port = sockets[0].getsockname()[1]
        key = review_key() if allow_review else ""
        seen_at = origins(host, port, origin or []) if allow_review else ()
        application = create_app(store or load_config().store, seen_at, key, warm=True, rate=rate)
        at = web_address(host, port)
        print(f"The register is at {at} (Ctrl-C stops it)")
        if allow_review:
            print(f"To decide, open {at}/review?key={key} once; whoever has this address can")
        server = uvicorn.Server(uvicorn.Config(application, log_level="warning", timeout_keep_alive=KEEP_ALIVE_S))
        with contextlib.suppress(KeyboardInterrupt):
            server.run(sockets=sockets)
    if not server.started:
        raise typer.Exit(1)


def review_key() -> str:
    """Return the key that browsers show: that of the environment, else one made for this start."""
    return os.environ.get(KEY_VARIABLE) or secrets.token_urlsafe(24)


def origins(host: str, port: int, named: list[str]) -> list[str]:
    """Return the addresses under which the pages are seen: those named, the host's, and this computer's own names."""
    names = [host, "localhost", "127.0.0.1", "[::1]"]
    return [*named, *(f"http://{name}" if port == 80 else f"http://{name}:{port}" for name in names)]
