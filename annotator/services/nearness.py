"""Agents that are shown other examples with each item, by the short names that a command line uses."""

from __future__ import annotations

from dataclasses import replace

from annotator.errors import UserError
from annotator.llm.few_shot import ExampleChoice, FewShot
from annotator.services import agents, examples
from annotator.services.agents import AgentChoice
from annotator.storage import setup
from annotator.storage.database import Db
from annotator.texts import say

CHOICES = {
    "balanced": ExampleChoice.BALANCED,
    "nearest": ExampleChoice.NEAREST,
    "meaning": ExampleChoice.MEANING,
}


def chosen(db: Db, choice: AgentChoice, how: str) -> AgentChoice:
    """The choice with its number of examples chosen in this way, one of CHOICES.

    An agent of the project that is just so keeps what it chooses from, so that its run goes on where it stopped; a new
    one has half of today's gold. Raises UserError where that is not enough, or no model is named.
    """
    if CHOICES[how] is ExampleChoice.BALANCED:
        return choice
    if not choice.examples or not choice.named:
        raise UserError(
            say("Which examples are nearest depends on how many there are, and on the model."),
            hint=say("Say how many the model is shown with an item, and name the model."),
        )
    few_shot, bare = FewShot(CHOICES[how], choice.examples), choice.spec()
    for agent in reversed(agents.known(db)):
        if agent.spec.few_shot == few_shot and agent.spec.without_examples.content_hash() == bare.content_hash():
            return replace(choice, examples=0, exact=agent.spec)
    pool = examples.pool(db, setup.question(db), few_shot.number)
    exact = bare.with_examples(pool.pairs, pool.item_ids, choice=few_shot.choice, number=few_shot.number)
    return replace(choice, examples=0, exact=exact)
