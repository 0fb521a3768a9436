"""How utterances look in a terminal."""

from collections.abc import Iterator

from regesta.cli.output.printing import decision_line, judgement_line, one_line, statement_line
from regesta.cli.output.shown import marked_statement
from regesta.model.display import counted, party_text
from regesta.model.entry import Utterance
from regesta.query.clusters.decided import read_log
from regesta.query.counts.timeline import Step
from regesta.query.speech.said import SaidPeriod, class_of
from regesta.query.speech.wordings import Piece, differences, wordings
from regesta.store.view import View

PERIOD_CHARS = {"year": 4, "month": 7}  # of its first day


def utterance_line(utterance: Utterance) -> str:
    """Return an utterance as two lines: who said it, how many articles report it, and the words shown for it."""
    lines = statement_line(utterance.best)
    if utterance.support == 1:
        return lines
    head, _, words = lines.partition("\n")
    return f"{head}  ({utterance.support} sources)\n{words}"


def shown_utterance(view: View, utterance: Utterance, asked: str) -> Iterator[str]:
    """Yield what several articles report of one utterance: each wording with its sources, and in what they differ.

    Args:
        view: The store.
        utterance: The utterance.
        asked: The id it was asked for by; where it is another one, that is said.
    """
    if asked != utterance.id:
        yield f"{asked} is part of the utterance {utterance.id}:"
    yield utterance_line(utterance)
    yield f"{counted(utterance.support, 'article')} by {', '.join(utterance.publishers) or 'unknown publishers'}"
    for name, values in differences(utterance).items():
        yield f"  sources differ in {name}: {'; '.join(map(one_line, values))}"
    for wording in wordings(utterance):
        yield f"\n  {' '.join(map(piece_text, wording.pieces))}"
        for report in wording.reports:
            statement = report.statement
            span = f"[{statement.content[0].start}:{statement.content[-1].end}]"
            where = ", ".join(filter(None, (report.source.publisher, str(report.source.day or ""), report.title)))
            yield f"    {statement.id}  {where}  {statement.article_id} {span}"
            yield from (f"    {line}" for line in marked_statement(view, statement))
    for judgement in utterance.judgements:
        yield f"\n{judgement_line(judgement)}"
    yield "  to part two of them: regesta review different ID ID --by NAME --reason WHY"
    for recorded in read_log(view.decisions()).of(report.statement.id for report in utterance.reports):
        yield f"\n{decision_line(recorded)}"
        if recorded.state == "counts":
            yield f"  to undo it: regesta review undo {recorded.decision.id} --by NAME --reason WHY"


def piece_text(piece: Piece) -> str:
    """Return words of a wording: those it leaves out as [-...-], those it adds as {+...+}."""
    return {"same": "{}", "left out": "[-{}-]", "added": "{{+{}+}}"}[piece.change].format(piece.text)


def period_lines(period: SaidPeriod, step: Step) -> Iterator[str]:
    """Yield what was said in one period: how it was said, then each utterance as a line."""
    name = period.start.isoformat()[: PERIOD_CHARS.get(step, 10)]
    classes = ", ".join(f"{count} {speech_class}" for speech_class, count in period.classes)
    denied = f"; {period.denied} denied" if period.denied else ""
    yield f"{name}  {len(period.utterances)}: {classes}{denied}"
    for utterance in period.utterances:
        statement = utterance.best.statement
        speaker = party_text(statement.speaker) if statement.speaker else "?"
        denies = " not so:" if statement.polarity == "denied" else ""
        sources = f"  ({utterance.support} sources)" if utterance.support > 1 else ""
        words = one_line(statement.content_text)
        yield f"    {utterance.day}  {speaker} {class_of(statement)}{denies}  {words}{sources}"
