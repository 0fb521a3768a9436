"""What an article shows of itself."""

from builders import a_coded_article, an_article

from regesta.model.annotation import Fault


def test_an_article_shows_tables_of_what_it_has_and_its_faults() -> None:
    article = an_article(faults=(Fault("parse", "too <long>"),))
    assert str(article).splitlines()[2:] == ["parse: too <long>"]
    assert "<table>" not in article._repr_html_()
    assert "<p>parse: too &lt;long&gt;</p>" in article._repr_html_()
    coded = a_coded_article(claims=())
    assert coded._repr_html_().count("<table>") == bool(coded.events) + bool(coded.statements) == 2
