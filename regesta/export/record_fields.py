"""The data dictionary of entries as JSON lines."""

from regesta.export.exporter import Field

EVENT = "An object as in the output of `regesta code`, see the reference of the coded article"

RECORD_FIELDS: tuple[Field, ...] = (
    Field("id", "text", "Id of the entry, 16 hex digits.", "entry"),
    Field("type", "text", "PLOVER event type.", "best report"),
    Field("mode", "text", "Mode of the type; null when the text does not say.", "best report"),
    Field("cameo", "text", "CAMEO code with its leading zero.", "best report"),
    Field("quad", "integer", "Quad class of the type, 1 to 4.", "ontology"),
    Field("intensity", "number", "PLOVER's score of the type, -10 (conflict) to 10 (cooperation).", "ontology"),
    Field("contexts", "list", "PLOVER contexts, sorted.", "best report"),
    Field(
        "actors", "list", "Who acted: objects with name, state, sector, office, entity, and the words.", "best report"
    ),
    Field("recipients", "list", "To whom it was done; objects likewise.", "best report"),
    Field("date", "object", "First and last day, precision, basis, and the words; null without a date.", "best report"),
    Field("place", "object", "Name, state, coordinates, GeoNames id, precision; null without a place.", "best report"),
    Field("status", "text", "happened, planned, denied or hypothetical.", "best report"),
    Field("confidence", "number", "Calibrated confidence, 0 to 1.", "best report"),
    Field("support", "integer", "Number of distinct articles that report it.", "all reports"),
    Field("publishers", "list", "Known publishers that report it, sorted.", "all reports"),
    Field("reports", "list", "Every article's account, by day of publication.", "all reports"),
    Field("reports.event", "object", f"The event as this article tells it. {EVENT}.", "report"),
    Field("reports.article", "text", "Id of the article.", "report"),
    Field("reports.title", "text", "Its headline; null when unknown.", "article"),
    Field("reports.publisher", "text", "Who published it; null when unknown.", "article"),
    Field("reports.published", "day", "Day of publication, UTC; null when unknown.", "article"),
    Field("reports.url", "text", "Its address; null when it has none.", "article"),
    Field("reports.citations", "list", "The sentences of evidence, first the one with the trigger.", "article"),
    Field("reports.citations.start", "integer", "First character in the article's text, from 0.", "article"),
    Field("reports.citations.end", "integer", "Character after the last.", "article"),
    Field("reports.citations.quote", "text", "The words there, to the letter.", "article"),
    Field("reports.citations.article", "text", "Id of the article.", "article"),
    Field("judgements", "list", "What joins the reports; empty when there is one.", "entry"),
    Field("judgements.left", "text", "The smaller of two event ids.", "judgement"),
    Field("judgements.right", "text", "The other.", "judgement"),
    Field("judgements.score", "number", "How sure it is, 0 to 1.", "judgement"),
    Field("judgements.reasons", "list", "Why, in words.", "judgement"),
    Field("judgements.author", "text", "The program and version, or the person.", "judgement"),
)
