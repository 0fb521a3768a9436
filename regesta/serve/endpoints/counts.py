"""Counts over time with coverage, as JSON or CSV."""

from fastapi import APIRouter, Request, Response

from regesta.export.files.table_text import csv_lines
from regesta.query.count_options import OPTIONS, read_count_query
from regesta.query.counts.count_table import Counts, count_table
from regesta.query.filters import EVENT_OPTIONS, FilterReader
from regesta.query.known import check_names, choice, filled
from regesta.serve.address import options_of
from regesta.serve.answers import counts_json
from regesta.serve.endpoints.described import described
from regesta.serve.endpoints.tags import tag_of
from regesta.serve.respond import data
from regesta.serve.shown import AS_OF, shown

router = APIRouter(prefix="/api", tags=["counts"])
NAMES = (*OPTIONS, *options_of(EVENT_OPTIONS), "format", AS_OF)
EXAMPLE = {
    "unit": "entries",
    "by": ["dyad"],
    "every": "month",
    "first": "2022-12-01",
    "last": "2022-12-31",
    "left_out": {"undated": 0, "vague": 2, "outside": 0, "ungrouped": 5, "several": 1},
    "columns": [{"name": "count", "kind": "integer", "meaning": "How many; null when no article was read ..."}],
    "rows": [{"period": "2022-12", "dyad": "BLR-RUS", "unit": "entries", "count": 3, "articles": 10, "...": "..."}],
}


@router.get("/counts", openapi_extra=described(NAMES, EXAMPLE))
def show(request: Request) -> Response:
    """Counts by period and group, with the number of articles read: zero is silence, null is no news."""
    given = filled(request.query_params)
    check_names("parameter", given, NAMES)
    form = choice("format", given.pop("format", "json"), ("json", "csv"))
    source, asked = shown(request), {name: value for name, value in given.items() if name != AS_OF}
    with source.view() as view:
        query = read_count_query(FilterReader(view), asked)
        tag = tag_of(source.revision_shown(view), {**given, "format": form})
        if tag in request.headers.get("if-none-match", ""):  # before anything is counted
            return Response(status_code=304, headers={"ETag": tag, "Cache-Control": "no-cache"})
        found = count_table(view, query) if query.unit == "events" else None
    if found is None:
        with source.register() as register:  # only entries need the clusters, which it keeps
            found = count_table(register.view, query, register.clusters)
    response = data(request, counts_json(found)) if form == "json" else as_csv(found)
    response.headers.update({"ETag": tag, "Cache-Control": "no-cache"})
    return response


def as_csv(found: Counts) -> Response:
    """Return counts as a file."""
    headers = {"Content-Disposition": 'attachment; filename="counts.csv"'}
    body = "".join(csv_lines(found.table, for_spreadsheets=True))
    return Response(body, headers=headers, media_type="text/csv; charset=utf-8")
