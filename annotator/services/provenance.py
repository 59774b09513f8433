"""Where an LLM's answer comes from: everything that was sent about an item, and what came back."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.model import Annotator
from annotator.llm.agents import AgentSpec
from annotator.storage import annotators, calls, runs
from annotator.storage.calls import Call
from annotator.storage.database import Db

__all__ = ["Call", "Origin"]


@dataclass(frozen=True)
class Origin:
    """One call about an item, with the agent that it was made for: its model, parameters, prompt and examples.

    agent_hash: of all of these, so that equal ones were asked in the same way. batch: of runs begun together.
    """

    annotator: Annotator
    spec: AgentSpec
    agent_hash: str
    run_uid: str
    batch: str
    at: str
    call: Call


def of_item(db: Db, item_id: int) -> list[Origin]:
    """All calls about an item, the newest first."""
    by_run = {run.id: (run, agent) for agent in runs.agents(db) for run in runs.of_agent(db, agent.id)}
    found = []
    for at, call in calls.of_item(db, item_id):
        if call.run_id not in by_run:  # for another question
            continue
        run, agent = by_run[call.run_id]
        found.append(
            Origin(
                annotator=annotators.get(db, agent.annotator_id),
                spec=AgentSpec.from_content(agent.spec),
                agent_hash=agent.hash,
                run_uid=run.uid,
                batch=run.batch,
                at=at,
                call=call,
            )
        )
    return found[::-1]
