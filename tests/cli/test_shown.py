"""What `regesta show` prints of one report."""

from dataclasses import replace

from builders import an_article, an_event

from regesta.cli.output.shown import shown_report
from regesta.model.entry import Report


def test_a_state_known_from_elsewhere_names_its_source() -> None:
    article = an_article()
    event = an_event(article)
    actor, *others = event.roles
    assert actor.actor
    told = replace(actor, actor=replace(actor.actor, basis="coreference: pack:own", office="President"))
    report = Report(
        event=replace(event, roles=(told, *others)), source=article.source, title=article.title, citations=()
    )
    assert list(shown_report(report))[2:] == ["    Poland: POL, President, by a knowledge pack (pack:own)"]
    assert list(shown_report(replace(report, event=event)))[2:] == []
