"""How a claim looks in a terminal, with what the register has on it."""

from regesta.cli.output.printing import one_line
from regesta.model.display import interval_text, measure_text, party_text
from regesta.query.claims.claims import CheckedClaim, OnRecord
from regesta.query.claims.findings import coverage_note, finding

SHOWN = 12  # entries listed in full; more are only counted


def claim_lines(checked: CheckedClaim) -> str:
    """Return a claim as lines: what is counted, what is stated and on record, the entries, the coverage, the words."""
    claim, source = checked.claim, checked.source
    period = f", {interval_text(claim.period)}" if claim.period else ""
    who = party_text(claim.speaker) if claim.speaker else "the article"
    where = ", ".join(filter(None, (source.publisher, str(source.day or ""))))
    lines = [
        f"{claim.id}  {measure_text(claim.measure)}{period}",
        f"    {finding(checked)}; {coverage_note(checked.coverage)}",
        *(f"    {entry.day}  {entry.id}{numbered(entry)}" for entry in checked.on_record[:SHOWN]),
    ]
    if len(checked.on_record) > SHOWN:
        lines.append(f"    and {len(checked.on_record) - SHOWN} more (--json lists all)")
    if checked.last_on_record:
        lines.append(f"    {checked.last_on_record.day}  {checked.last_on_record.id} (before the period)")
    return "\n".join([*lines, f"    {who} ({where}): {one_line(checked.citation.quote)}"])


def numbered(entry: OnRecord) -> str:
    """Return which round an entry is; "" where it is none, or its words do not say."""
    return f"  no. {entry.number}" if entry.number else ""
