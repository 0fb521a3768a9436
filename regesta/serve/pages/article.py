"""One document: its text with everything marked that was found in it."""

from fastapi import APIRouter, HTTPException, Request, Response
from starlette.responses import HTMLResponse

from regesta.model.article import Article
from regesta.serve.api import whole_article_json
from regesta.serve.highlight import paragraphs, segments
from regesta.serve.marks import EVENT_KINDS, article_marks, event_marks, statement_marks
from regesta.serve.respond import data, page
from regesta.serve.shown import shown
from regesta.store.view import View

router = APIRouter()
SUFFIX = ".json"


@router.get("/articles/{article_id:path}.json")
def show_json(request: Request, article_id: str, version: str | None = None) -> Response:
    """A document as JSON: the coded-article contract, with text and source."""
    with shown(request).view() as view:
        if view.article(article_id + SUFFIX):  # an id may end like this itself; its own twin has the suffix twice
            return show(request, article_id + SUFFIX, version)
        return data(request, whole_article_json(find_article(view, article_id, version)))


@router.get("/articles/{article_id:path}", response_class=HTMLResponse)
def show(request: Request, article_id: str, version: str | None = None, focus: str | None = None) -> Response:
    """A document as a page.

    Args:
        request: The request.
        article_id: Id of the article.
        version: A version to show instead of the current one.
        focus: Id of the one event or statement to mark.
    """
    with shown(request).view() as view:
        article = find_article(view, article_id, version or None)
        marks = [mark for event in article.events if event.id == focus for mark in event_marks(event)]
        marks += [m for statement in article.statements if statement.id == focus for m in statement_marks(statement)]
        marks = marks or article_marks(article)
        context = {
            "article": article,
            "versions": view.versions(article_id),
            "version_shown": version,
            "focus": focus,
            "legend": EVENT_KINDS,
            "paragraphs": [segments(passage, marks) for passage in paragraphs(article.text)],
        }
        return page(request, "article", context)


def find_article(view: View, article_id: str, version: str | None) -> Article:
    """Return an article by id.

    Raises:
        HTTPException: The store does not have it, or not this version.
    """
    article = view.article(article_id, version)
    if article is None:
        what = f"version {version[:40]!r} of document" if version else "document"
        raise HTTPException(404, f"The register has no {what} {article_id[:80]!r}.")
    return article
