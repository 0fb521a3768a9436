"""The HTTP API, below `/api`: JSON for programs, page by page, without the choices and totals that pages show."""
