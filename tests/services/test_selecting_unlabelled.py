"""A run over the items that nobody has answered, neither people nor LLMs."""

from __future__ import annotations

import asyncio
from pathlib import Path

from annotator.llm.scripted import ScriptedModel
from annotator.services import agents, annotating, browsing, estimating, prelabelling, project_file, selecting
from annotator.services.agents import AgentChoice
from annotator.services.project_file import Db
from annotator.services.selecting import Selection, Which
from tests.projects import direct, label_ids, make_project

HERE = AgentChoice("m", "http://localhost:1/v1")


def answered_by_mira(db: Db, number: int) -> None:
    mira, good = project_file.add_person(db, "Mira").id, label_ids(db)["good"]
    for item_id in browsing.item_ids(db)[:number]:
        annotating.answer(db, mira, annotating.turn_of(db, mira, item_id), good, seconds=1)


def run(db: Db, choice: AgentChoice, selection: Selection) -> list[str]:
    """The texts that were asked about."""
    model = ScriptedModel(lambda _: "good")

    async def opener(spec: object) -> ScriptedModel:
        return model

    asyncio.run(prelabelling.run(direct(db), choice, selection=selection, opener=opener))
    return [request.text for request in model.asked]


def test_it_asks_about_what_neither_people_nor_another_llm_answered(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    answered_by_mira(db, 2)
    run(db, AgentChoice(), selecting.these(browsing.item_ids(db)[2:4]))

    asked = run(db, HERE, selecting.unlabelled())

    assert asked == ["superb", "broken", "great", "useless"]
    assert run(db, AgentChoice(), selecting.unlabelled()) == []


def test_plan_and_estimate_count_the_items_that_will_be_asked(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    answered_by_mira(db, 3)

    plan = agents.plan(db, HERE, selection=selecting.unlabelled())
    limited = agents.plan(db, HERE, 2, selecting.unlabelled())
    estimate = estimating.estimate(db, HERE, selecting.unlabelled())

    assert (plan.to_ask, limited.to_ask, estimate.items) == (5, 2, 5)
    assert "5 items" in estimate.sentence
    assert "5 items" not in estimate.details
    assert "tokens in" in estimate.details


def test_fixed_it_stays_what_it_is_while_it_is_labelled(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    answered_by_mira(db, 5)

    found = selecting.fixed(db, selecting.unlabelled())
    answered_by_mira(db, 8)

    assert found.which is Which.THESE
    assert len(found.item_ids) == 3
    assert selecting.count(db, found, 0) == 3
    assert selecting.count(db, selecting.unlabelled(), 0) == 0
    assert selecting.fixed(db, selecting.waiting()) == selecting.waiting()
