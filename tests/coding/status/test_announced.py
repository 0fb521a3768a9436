"""What is only announced: promises, refusals and threats, whoever reads them into the words."""

from collections.abc import Callable

import pytest

from regesta.model.article import Article

pytestmark = pytest.mark.model
Coder = Callable[[str], Article]


def told(article: Article) -> set[tuple[str, str]]:
    return {(event.type, event.status) for event in article.events}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Greek minister said the navy would help in rebuilding the Togolese army.", "AGREE"),
        ("Ghana said that it would not attend the talks with Togo.", "REJECT"),
        ("The Chilean minister told a crowd gathered in Lima that Chile would return the islands to Peru.", "AGREE"),
        ("The guild gave Chile three weeks to reopen the pass or face a boycott.", "THREATEN"),
        ("Togo gave Ghana ten days to withdraw its troops or face sanctions.", "THREATEN"),
    ],
)
def test_a_promise_a_refusal_and_a_threat_happen_with_the_words(coded: Coder, text: str, kind: str) -> None:
    assert (kind, "happened") in told(coded(text))


def test_what_is_feared_is_no_promise_of_a_report(coded: Coder) -> None:
    assert ("ASSAULT", "hypothetical") in told(coded("The guard was afraid that the rebels would kill the minister."))


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Angola is to withdraw its soldiers from Guinea-Bissau.", "CONCEDE", "happened"),
        ("Ethiopia is to release two Eritrean officers.", "AGREE", "happened"),
        ("Turkey is to send aid to Syria.", "AGREE", "happened"),
        # near misses
        ("Turkey is ready to withdraw its soldiers from Syria.", "AGREE", "happened"),
        ("The Peruvian president is to meet the president of Chile on Friday.", "CONSULT", "planned"),
    ],
)
def test_what_a_state_is_to_do_is_promised(coded: Coder, text: str, kind: str, status: str) -> None:
    assert (kind, status) in told(coded(text))
