"""`regesta explain`: why an event was coded so."""

import json
import sys

import typer

from regesta.cli.options import ConfigOption, JsonOption, StoreOption


def explain(
    identifier: str = typer.Argument(
        metavar="ID", help="Id of an event, of an entry or of an article: all its events."
    ),
    store: StoreOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say why an event was coded so: its type, parties, status, date and place, what spoke for each, what was joined.

    The article is taken from the store and coded again with the settings in force; nothing is stored. An event that
    was coded by another version or with other settings may not arise again: that is an error that says so.

    Example: regesta explain bw-2022-1216-visit-planned --store demo/regesta.db
    """
    from regesta.cli.opened import open_register_view
    from regesta.cli.output.explanations import explained, explained_record
    from regesta.cli.output.printing import event_sentence
    from regesta.run.config import load_config
    from regesta.run.recode import explain_stored

    settings = load_config(config)
    with open_register_view(store or settings.store) as opened:
        for found in explain_stored(opened.register, identifier, settings):
            if as_json:
                print(json.dumps(explained_record(found.article, found.explanation), ensure_ascii=False))
            else:
                print(*explained(found.article, found.explanation), sep="\n", end="\n\n")
            if not found.is_as_stored:
                was = f"{event_sentence(found.stored)}  confidence {found.stored.confidence:.2f}"
                print(f"regesta: the store has {found.stored.id} otherwise: {was}", file=sys.stderr)
