"""`regesta query`: entries, statements, histories, offices and faults from the store."""

import json
import sys
from typing import Annotated

import typer

from regesta.cli.changes import changes
from regesta.cli.filters import ENTRY_FILTERS, FOREIGN_FILTERS, Filters, Text, filtered
from regesta.cli.histories import histories
from regesta.cli.options import AsOfOption, IdsOption, JsonOption, LimitOption, SortOption, StoreOption
from regesta.cli.statements import said, statements

app = typer.Typer(
    no_args_is_help=True,
    help="Ask the register: entries, changes, statements, what was said, full text, histories, offices, faults.\n\n"
    "Example: regesta query entries --store demo/regesta.db",
)


@app.command()
@filtered(ENTRY_FILTERS)
def entries(
    filters: Filters,
    store: StoreOption = None,
    sort: SortOption = "newest",
    limit: LimitOption = 20,
    as_json: JsonOption = False,
    ids: IdsOption = False,
    as_of: AsOfOption = None,
) -> None:
    """List the entries of the register: each happening once, with the number of articles that report it.

    Example: regesta query entries --dyad RUS-BLR --store demo/regesta.db
    """
    from regesta.cli.opened import open_register_view
    from regesta.cli.output.nothing import print_ways
    from regesta.cli.output.printing import entry_line
    from regesta.cli.output.shown import contradiction_lines
    from regesta.export.records.entries import entry_record
    from regesta.query.register import sort_of

    with open_register_view(store, as_of) as opened:
        wanted = opened.filters.entry_filter({**filters, "limit": str(limit)})
        found = opened.register.entries(wanted, sort_of(sort))
        for entry in found:
            if ids:
                print(entry.id)
            else:
                print(json.dumps(entry_record(entry), ensure_ascii=False) if as_json else entry_line(entry))
                if wanted.differing and not as_json:
                    print(*contradiction_lines(entry, wanted.differing), sep="\n")
        total = opened.register.count(wanted)
        print(f"{len(found)} of {total} entries", file=sys.stderr)
        if not total:
            count = opened.register.count
            print_ways(filters, lambda some: count(opened.filters.entry_filter(some)), "entry", "entries")


@app.command()
def text(words: str, store: StoreOption = None, limit: LimitOption = 20, as_of: AsOfOption = None) -> None:
    """Search the full text of articles and statements; "quoted phrases" and prefix* work.

    Example: regesta query text "gas price" --store demo/regesta.db
    """
    from regesta.cli.opened import open_register_view
    from regesta.cli.output.printing import one_line
    from regesta.model.display import counted
    from regesta.query.search import search

    with open_register_view(store, as_of) as opened:
        found = search(opened.view, words, limit)
    for hit in found.hits:
        print(f"{hit.article.id}  {hit.article.source.day or ''}  {hit.article.title or ''}")
        print(f"    {one_line(hit.passage.quote)}")
    print(f"{counted(found.hits_total, 'article')}, {counted(found.statements_total, 'statement')}", file=sys.stderr)


@app.command()
@filtered(FOREIGN_FILTERS)
def foreign(
    filters: Filters,
    dataset: Annotated[str, typer.Option("--with", help="The imported data set: gdelt, polecat, icews.")],
    store: StoreOption = None,
    limit: LimitOption = 20,
) -> None:
    """List rows of another data set that `regesta import` read, with the file and line of each.

    Example: regesta query foreign --with polecat --store demo/regesta.db
    """
    from regesta.cli.foreign import check_imported
    from regesta.cli.opened import open_register_view
    from regesta.cli.output.printing import foreign_line
    from regesta.store.foreign import ForeignFilter

    with open_register_view(store) as opened:
        check_imported(opened.view.foreign_datasets(), dataset)
        bounds = opened.filters.event_filter(filters)
        wanted = ForeignFilter(
            dataset=dataset, dyad=bounds.dyad, type=bounds.type, since=bounds.since, until=bounds.until, limit=limit
        )
        for report in opened.view.foreign(wanted):
            print(foreign_line(report))


@app.command()
def offices(
    store: StoreOption = None,
    person: Annotated[Text, typer.Option(help="A person, or part of a name in any spelling.")] = None,
    state: Annotated[Text, typer.Option(help="A state: BLR, Belarus.")] = None,
    limit: LimitOption = 100,
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
) -> None:
    """List who holds which office by the articles of the store: days, support, citations; conflicts are shown.

    Example: regesta query offices --state Belarus --store demo/regesta.db
    """
    from regesta.cli.opened import open_register_view
    from regesta.cli.output.offices import office_lines, office_record
    from regesta.query.offices import office_facts, state_meant

    with open_register_view(store, as_of) as opened:
        found = office_facts(opened.view, person, state_meant(state))
        for fact in found[:limit]:
            if as_json:
                print(json.dumps(office_record(fact), ensure_ascii=False))
            else:
                print(*office_lines(opened.view, fact), sep="\n")
    print(f"{min(limit, len(found))} of {len(found)} offices", file=sys.stderr)


@app.command()
def faults(store: StoreOption = None, limit: LimitOption = 100, as_of: AsOfOption = None) -> None:
    """List the articles that met trouble, and why.

    Example: regesta query faults --store demo/regesta.db
    """
    from regesta.cli.opened import open_register_view

    with open_register_view(store, as_of) as opened:
        for row in opened.view.faults(limit):
            print(f"{row.article_id}: {row.fault.stage}: {row.fault.reason}")


for command in (changes, statements, said, histories):
    app.command()(command)
