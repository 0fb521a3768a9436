"""Codes of CAMEO's schemes for what the register has: states, kinds of actor, quad classes."""

from regesta.export.values.entry_values import iso3_of, sector_of
from regesta.model.event import Role
from regesta.ontology.country_codes import load_country_codes

# PLOVER's sectors that CAMEO's actor codebook has as types, under the same letters but for journalists and health. PRM,
# PTY, PRE, REL, SOC and UNK have no counterpart and stay empty.
TYPES = {
    "COP": "COP", "GOV": "GOV", "JUD": "JUD", "LEG": "LEG", "MIL": "MIL", "REB": "REB", "SPY": "SPY", "UAF": "UAF",
    "AGR": "AGR", "BUS": "BUS", "CRM": "CRM", "CVL": "CVL", "EDU": "EDU", "ELI": "ELI", "JRN": "MED", "LAB": "LAB",
    "MED": "HLH", "REF": "REF", "OPP": "OPP", "IGO": "IGO", "NGO": "NGO",
}  # fmt: skip


def cameo_country(role: Role | None) -> str | None:
    """Return the CAMEO country code of a participant; None for bodies of no state, and when unknown."""
    codes = load_country_codes().get((iso3_of(role) if role else None) or "")
    return codes.cameo if codes else None


def cameo_type(role: Role | None) -> str | None:
    """Return the CAMEO type of a participant; None for a state itself, for sectors CAMEO lacks, and when unknown."""
    if role is None or is_state(role):
        return None
    return TYPES.get(sector_of(role) or "")


def cameo_actor(role: Role | None) -> str | None:
    """Return the CAMEO code of a participant: country, then type; None when neither is known."""
    return "".join(filter(None, (cameo_country(role), cameo_type(role)))) or None


def is_state(role: Role) -> bool:
    """Tell whether a participant is a state as such, and no organ or person of it."""
    return role.actor is not None and role.actor.is_state


def cameo_quad(code: str) -> int | None:
    """Return GDELT's quad class of a CAMEO code, from its root.

    1 verbal cooperation (roots 01 to 05), 2 material cooperation (06 to 08), 3 verbal conflict (09 to 13), 4 material
    conflict (14 to 20). It differs from PLOVER's for CONCEDE (root 08), which PLOVER counts as verbal.
    """
    root = int(code[:2])
    return next((quad for quad, last in enumerate((5, 8, 13, 20), start=1) if root <= last), None)
