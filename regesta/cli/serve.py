"""`regesta serve`: the web pages."""

import typer

from regesta.cli.options import StoreOption


def serve(
    store: StoreOption = None,
    host: str = typer.Option("127.0.0.1", help="Address to listen on; the default is this machine only."),
    port: int = typer.Option(8000, min=0, max=65535, help="Port to listen on."),
) -> None:
    """Serve the register as web pages, each with a JSON twin; stop with Ctrl-C.

    Example: regesta serve --store demo/regesta.db --port 8000
    """
    import uvicorn

    from regesta.run.config import load_config
    from regesta.serve.app import create_app

    application = create_app(store or load_config().store)
    print(f"The register is at http://{host}:{port} (Ctrl-C stops it)")
    uvicorn.run(application, host=host, port=port, log_level="warning")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(serve)
