"""`regesta mcp`: the register as tools for assistants."""

from typing import Annotated

import typer

from regesta.cli.options import StoreOption


def mcp(
    store: StoreOption = None,
    pages: Annotated[
        str, typer.Option(help="Address of the web pages, for links in answers: http://127.0.0.1:8000.")
    ] = "",
) -> None:
    """Serve the register to an assistant over standard input and output (MCP); read-only, with citations.

    Example: regesta mcp --store demo/regesta.db
    """
    from regesta.run.config import load_config
    from regesta.serve.assistant import make_server
    from regesta.serve.shelf import Shelf
    from regesta.store.store import open_store

    with open_store(store or load_config().store, create=False) as opened:
        make_server(Shelf(opened), pages.rstrip("/")).run("stdio")
