"""Which items a run asks about, and that it is kept with the run."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from annotator.llm.scripted import ScriptedModel
from annotator.services import annotating, browsing, prelabelling, project_file, routing, run_records, selecting
from annotator.services.agents import AgentChoice
from annotator.services.prelabelling import Control
from annotator.services.project_file import Db
from annotator.services.run_summary import Summary
from annotator.services.selecting import Which
from annotator.storage import runs
from tests.projects import direct, label_ids, make_project

CHEAP, GOOD = AgentChoice("ollama/cheap"), AgentChoice("ollama/good")


def run(db: Db, model: ScriptedModel, choice: AgentChoice = CHEAP, **more: Any) -> Summary:
    async def opener(spec: object) -> ScriptedModel:
        return model

    return asyncio.run(prelabelling.run(direct(db), choice, opener=opener, **more))


def texts(model: ScriptedModel) -> list[str]:
    return [request.text for request in model.asked]


def test_a_run_over_what_a_filter_found_asks_about_nothing_else(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    found = [id_ for word in ("dreadful", "awful", "superb", "useless") for id_ in browsing.item_ids(db, word)]
    model = ScriptedModel(lambda _: "good")

    run(db, model, selection=selecting.these([*found, *found, 999], "u"))

    assert texts(model) == ["dreadful", "awful", "superb", "useless"]
    [agent] = runs.agents(db)
    latest = runs.latest(db, agent.id)
    assert latest is not None
    kept = run_records.selection_of(db, latest)
    assert (kept.which, list(kept.item_ids), kept.what) == (Which.THESE, found, "u")
    db.close()


def test_the_limit_counts_items_that_are_asked_about(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    chosen = selecting.these([8, 5, 2], "mine")
    first, second = ScriptedModel(lambda _: "good"), ScriptedModel(lambda _: "good")

    assert run(db, first, selection=chosen, limit=2).asked == 2
    assert run(db, second, selection=chosen, limit=2).asked == 1

    assert texts(first) + texts(second) == ["useless", "superb", "dreadful"]
    db.close()


def test_a_run_over_what_waits_for_people_asks_about_that_in_its_order(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    sure = {
        "lovely": 90,
        "dreadful": 95,
        "fine": 20,
        "awful": 99,
        "superb": 30,
        "broken": 10,
        "great": 88,
        "useless": 91,
    }
    run(db, ScriptedModel(lambda request: f"good | {sure[request.text]}"))
    routing.route(db, threshold=0.8, audit_share=0)
    person = project_file.add_person(db, "Mira").id
    turn = annotating.next_turn(db, person)
    assert turn is not None
    annotating.answer(db, person, turn, label_ids(db)["bad"], seconds=1.0)
    model = ScriptedModel(lambda _: "bad | 99")

    summary = run(db, model, GOOD, selection=selecting.waiting())

    assert texts(model) == ["fine", "superb"]
    assert summary.labelled == 2
    db.close()


def test_nothing_waits_without_a_routing(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    assert run(db, ScriptedModel(lambda _: "good"), selection=selecting.waiting()).asked == 0
    assert runs.agents(db) == []
    db.close()


def test_an_interrupted_run_goes_on_and_another_selection_is_another_run(tmp_path: Path) -> None:
    db = make_project(tmp_path, [f"t{n}" for n in range(40)])
    control, every = Control(), selecting.these(range(1, 31), "first")

    def stops(request: object) -> str:
        control.stop()
        return "good"

    assert run(db, ScriptedModel(stops), selection=every, control=control).stopped
    [agent] = runs.agents(db)
    first = runs.latest(db, agent.id)
    run(db, ScriptedModel(lambda _: "good"), selection=selecting.these([35], "one"))
    other = runs.latest(db, agent.id)
    run(db, ScriptedModel(lambda _: "good"))
    last = runs.latest(db, agent.id)

    assert first is not None
    assert other is not None
    assert last is not None
    assert (first.status, other.status, last.status) == ("stopped", "finished", "finished")
    assert len({first.id, other.id, last.id}) == 3
    db.close()


def test_a_run_that_was_stopped_is_the_same_run_when_it_goes_on(tmp_path: Path) -> None:
    db = make_project(tmp_path, [f"t{n}" for n in range(40)])
    control = Control()

    def stops(request: object) -> str:
        control.stop()
        return "good"

    assert run(db, ScriptedModel(stops), control=control).stopped
    [agent] = runs.agents(db)
    before = runs.latest(db, agent.id)
    assert run(db, ScriptedModel(lambda _: "good")).labelled > 30
    after = runs.latest(db, agent.id)

    assert before is not None
    assert after is not None
    assert (before.id, before.status, after.status) == (after.id, "stopped", "finished")
    assert db.value("select count(*) from call where run_id = ?", (after.id,)) == 40
    db.close()
