"""The state of the register: how much it holds, when it was last written, and that it can be read."""

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from regesta.serve.respond import data, page
from regesta.serve.shelf import shelf_of
from regesta.store.runs import Run
from regesta.version import __version__

router = APIRouter()


@router.get("/status", response_class=HTMLResponse)
def show(request: Request) -> Response:
    """The state as a page."""
    with shelf_of(request).store.view() as view:
        context = {"counts": view.counts(), "revision": view.revision, "runs": view.runs()[::-1]}
        return page(request, "status", context)


@router.get("/status.json")
def show_json(request: Request) -> Response:
    """The state as JSON; status 200 says that the store can be read."""
    with shelf_of(request).store.view() as view:
        state = {
            "status": "ok",
            "version": __version__,
            "revision": view.revision,
            "counts": asdict(view.counts()),
            "runs": [run_json(run) for run in view.runs()],
        }
    return data(request, state)


def run_json(run: Run) -> dict[str, Any]:
    """Return a run as JSON."""
    return {
        "id": run.id,
        "started": run.started.isoformat(),
        "finished": run.finished.isoformat() if run.finished else None,
        "config_hash": run.settings.config_hash,
        "ontology_version": run.settings.ontology_version,
        "regesta_version": run.settings.regesta_version,
        "summary": dict(run.summary),
    }
