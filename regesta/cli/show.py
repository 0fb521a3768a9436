"""`regesta show`: an entry, event, statement or article with its spans marked."""

import typer

from regesta.cli.options import AsOfOption, StoreOption


def show(
    identifier: str = typer.Argument(metavar="ID", help="Id of an entry, event, statement or article."),
    store: StoreOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Show the words behind a value, marked; of what several articles report, each wording and why they were joined.

    Example: regesta show bw-2022-1216-visit-planned --store demo/regesta.db
    """
    from regesta.cli.opened import open_register_view
    from regesta.cli.output.shown import shown_article, shown_entry, shown_left_out, shown_statement
    from regesta.cli.output.utterances import shown_utterance
    from regesta.errors import ConfigError
    from regesta.query.speech.utterances import open_utterances

    with open_register_view(store, as_of) as opened:
        if entry := opened.register.entry(identifier):
            lines = shown_entry(opened.view, entry, identifier)
        elif report := opened.view.report(identifier):
            lines = shown_left_out(opened.register, report)
        elif statement := opened.view.statement(identifier):
            utterance = open_utterances(opened.view).utterance(identifier)
            is_joined = utterance is not None and utterance.support > 1
            lines = (
                shown_utterance(opened.view, utterance, identifier)
                if utterance and is_joined
                else shown_statement(opened.view, statement)
            )
        elif article := opened.view.article(identifier):
            lines = shown_article(article)
        else:
            raise ConfigError(f"nothing in the store has the id {identifier!r}; `regesta query entries` lists ids")
        for line in lines:
            print(line)
