"""Acts whose day lies ahead of the news: planned, unless the network is nearly sure that they have happened."""

from regesta.coding.dates.undated import undated
from regesta.coding.roles.roles import Scene
from regesta.coding.triggers.candidates import Candidate
from regesta.model.annotation import Sentence
from regesta.model.event import EventDate, Status

NEARLY_SURE = 0.95  # from here on a day ahead does not make a plan of what the network reads as done


def dated_status(
    scene: Scene, candidate: Candidate, sentence: Sentence, status: Status, date: EventDate | None
) -> tuple[Status, EventDate | None]:
    """Return status and date of an act, "planned" when it would have happened after publication.

    Where the network is nearly sure that it has happened, the day ahead is not its own ("agreed on prices for 2023"),
    and it is dated as an act whose sentence names none.
    """
    day = scene.article.source.day
    if status != "happened" or date is None or day is None or date.interval.start <= day:
        return status, date
    read, sure = candidate.act.statuses[0] if candidate.act else ("happened", 0.0)
    is_done = read == "happened" and sure >= NEARLY_SURE
    return ("happened", undated(scene, candidate, sentence)) if is_done else ("planned", date)
