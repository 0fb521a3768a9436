"""`regesta claims`: what articles count and date, held against the register."""

import json
import sys

from regesta.cli.filters import CLAIM_FILTERS, Filters, filtered
from regesta.cli.options import AsOfOption, JsonOption, LimitOption, StoreOption


@filtered(CLAIM_FILTERS)
def claims(
    filters: Filters,
    store: StoreOption = None,
    limit: LimitOption = 20,
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
) -> None:
    """List what articles count and date, each with the entries of the register that support it, and no more.

    Example: regesta claims --dyad RUS-BLR --store demo/regesta.db
    """
    from regesta.cli.opened import open_register_view
    from regesta.cli.output.claims import claim_lines
    from regesta.export.records.entries import claim_record
    from regesta.query.claims.claims import count_claims, list_claims

    with open_register_view(store, as_of) as opened:
        wanted = opened.filters.claim_filter({**filters, "limit": str(limit)})
        found = list_claims(opened.register, wanted)
        for checked in found:
            print(json.dumps(claim_record(checked), ensure_ascii=False) if as_json else claim_lines(checked))
        total = count_claims(opened.register, wanted)
    print(f"{len(found)} of {total} claims", file=sys.stderr)
