"""Several agents over the same items at once, out of one budget."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from annotator.errors import UserError
from annotator.services.agents import AgentChoice
from annotator.services.feeding import Store
from annotator.services.run_summary import Summary
from annotator.services.selecting import Selection, everything
from annotator.services.together import Joint, Terms
from annotator.texts import say

EVERYTHING = everything()
USUAL = Terms()


async def run_panel(
    store: Store,
    choices: Sequence[AgentChoice],
    *,
    selection: Selection = EVERYTHING,
    limit: int | None = None,
    terms: Terms = USUAL,
) -> list[Summary | UserError]:
    """What came of each agent, in the order of the choices: its summary, or why it could not be used.

    They share the cap, and those of one server its limits, by turns; what one of them cannot do stops none of the
    others. A panel that was interrupted goes on: what it has spent counts against the cap.
    """
    if len(set(choices)) < len(choices):
        raise UserError(say("The same agent stands twice in the panel."), hint=say("Choose each agent once."))
    joint = await Joint.meet(store, choices, terms)
    await joint.begin({"kind": "panel", "selection": selection.content()})
    outcomes = list(await asyncio.gather(*(joint.run(place, selection, limit) for place in range(len(choices)))))
    await joint.end(outcomes)
    return outcomes
