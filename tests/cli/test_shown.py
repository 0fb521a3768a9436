"""What `regesta show` prints of one report."""

from dataclasses import replace

from builders import a_judgement, an_article, an_event
from stores import a_register

from regesta.cli.output.shown import contradiction_lines, shown_report
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


def test_what_sources_contradict_each_other_in_is_shown_for_the_points_asked() -> None:
    first, second = an_article(id="a1"), an_article(id="a2", publisher="Riga Post")
    events = (an_event(first), an_event(second, status="planned", place="Vilnius"))
    with a_register(
        [replace(first, events=events[:1]), replace(second, events=events[1:])], [a_judgement(*events)]
    ) as register:
        [entry] = register.entries()
        assert list(contradiction_lines(entry, ("status", "place"))) == ["    status: happened (1); planned (1)"]
        assert list(contradiction_lines(entry, ("killed",))) == []
