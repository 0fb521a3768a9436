"""Stored articles coded again: what an id means, and why an event cannot be explained."""

from dataclasses import replace

from builders import a_coded_article, an_event

from regesta.model.annotation import Fault
from regesta.run.recode import absence, as_read


def test_an_article_is_as_it_was_before_coding() -> None:
    article = a_coded_article()
    fresh = as_read(article)
    assert (fresh.id, fresh.text, fresh.title, fresh.source) == (
        article.id,
        article.text,
        article.title,
        article.source,
    )
    assert (fresh.sentences, fresh.mentions, fresh.events, fresh.statements, fresh.faults) == ((), (), (), (), ())


def test_the_error_names_what_the_word_gives_now() -> None:
    article = a_coded_article()
    now = an_event(article, type="ACCUSE")
    said = str(absence(article.events[0], replace(article, events=(now,)), same_coder=True))
    assert said.startswith(f"event {article.events[0].id} (events@0.1.0) does not arise when a1 is coded again")
    assert said.endswith(f"the coder was changed without a new version; its word 'visited' now gives {now.id}, ACCUSE")


def test_the_error_names_the_fault_that_coding_met() -> None:
    article = a_coded_article()
    broken = replace(article, events=(), faults=(Fault("parse", "too long"),))
    said = str(absence(article.events[0], broken, same_coder=False))
    assert "with the settings in force: parse: too long; its word 'visited' now gives no event" in said
