"""What the register has on a claim, in words."""

from regesta.model.claim import Claim
from regesta.model.display import counted
from regesta.query.claims.claims import CheckedClaim
from regesta.query.counts.coverage import Coverage


def finding(checked: CheckedClaim) -> str:
    """Return what the register says to a claim, in words: "7 stated, 5 on record"."""
    claim, count = checked.claim, len(checked.on_record)
    if checked.not_compared:
        return f"{stated_in(claim)} stated; not compared: {checked.not_compared}"
    if claim.kind == "last":
        if count:
            return f"none stated, {count} on record"
        last = checked.last_on_record
        return f"none on record in the period; last on record {last.day}" if last else "none on record"
    return f"{stated_in(claim)} stated, {count} on record{rounds_note(checked)}"


def rounds_note(checked: CheckedClaim) -> str:
    """Return which rounds are on record: ": the 1st, the 3rd, 2 without a number"; "" where none is numbered."""
    if not checked.rounds:
        return ""
    bare = sum(entry.number is None for entry in checked.on_record)
    told = [f"the {ordinal(number)}" for number in checked.rounds] + ([f"{bare} without a number"] if bare else [])
    return f": {', '.join(told)}"


def stated_in(claim: Claim) -> str:
    """Return the number that a claim states, in words."""
    if claim.kind == "last":
        return "none"
    if claim.kind == "ordinal":
        return f"the {ordinal(claim.value)}{', still to come,' if claim.status == 'planned' else ''}"
    return str(claim.value) if claim.bound == "exactly" else f"{claim.bound} {claim.value}"


def ordinal(number: int) -> str:
    """Return a number in its order: "1st", "12th", "23rd"."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def coverage_note(coverage: Coverage | None) -> str:
    """Return what was read about a claim's period, in words."""
    if coverage is None:
        return "no period to look at"
    articles, days = counted(coverage.articles, "article"), counted(coverage.days, "day")
    read = f"{articles} read on {coverage.days_read} of {days}"
    return f"thin coverage: {read}; more may have happened" if coverage.is_thin else read
