"""Several agents at once over the same items, and one after the other for what those before are unsure of."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import UserError
from annotator.llm.agents import AgentSpec
from annotator.llm.protocol import CallFailed, Fault, LabelRequest
from annotator.llm.scripted import Said, ScriptedModel
from annotator.services import agents, annotating, cascade, importing, panel, project_file, routing, selecting
from annotator.services.agents import AgentChoice
from annotator.services.cascade import Stage
from annotator.services.prelabelling import Cap, Control, Limits
from annotator.services.project_file import Db
from annotator.services.run_summary import Summary
from annotator.services.together import Terms
from annotator.storage import runs
from tests.projects import direct, make_project
from tests.stub_server import Misbehaviour, StubServer

CHEAP, GOOD = AgentChoice("ollama/cheap"), AgentChoice("ollama/good")
ITEMS = 50


class Models:
    """Scripted models by name, as an opener gives them."""

    def __init__(self, **scripts: Callable[[LabelRequest], Said]) -> None:
        self.by_name = {f"ollama/{name}": ScriptedModel(script, name=name) for name, script in scripts.items()}

    async def __call__(self, spec: AgentSpec) -> ScriptedModel:
        return self.by_name[spec.model]

    def asked(self, name: str) -> list[str]:
        return [request.text for request in self.by_name[f"ollama/{name}"].asked]


def project(folder: Path, items: int = ITEMS) -> Db:
    return make_project(folder, [f"item {number}" for number in range(items)])


def number(request: LabelRequest) -> int:
    return int(request.text.split()[1])


def sure_of_even(request: LabelRequest) -> str:
    return f"good | {90 if number(request) % 2 == 0 else 40}"


def sure_of_tens_and_fives(request: LabelRequest) -> str:
    return f"bad | {95 if number(request) % 5 == 0 else 30}"


def test_every_agent_of_a_panel_answers_every_item(tmp_path: Path) -> None:
    db, models = project(tmp_path), Models(cheap=lambda _: "good | 60", good=lambda _: "bad | 70")
    seen: set[int] = set()
    terms = Terms(opener=models, progress=lambda place, state: seen.add(place))

    found = asyncio.run(
        panel.run_panel(direct(db), [CHEAP, GOOD], selection=selecting.these(range(1, 21)), terms=terms)
    )

    assert [summary.labelled for summary in found if isinstance(summary, Summary)] == [20, 20]
    assert len(models.asked("cheap")) == len(models.asked("good")) == 20
    assert seen == {0, 1}
    assert len({runs.latest(db, agent.id).batch for agent in runs.agents(db)}) == 1  # type: ignore[union-attr]
    db.close()


def test_what_one_agent_cannot_do_stops_none_of_the_others(tmp_path: Path) -> None:
    def refuses(request: LabelRequest) -> str:
        raise CallFailed(Fault.KEY, "The API key is wrong.")

    db, models = project(tmp_path), Models(cheap=refuses, good=lambda _: "bad | 70")

    first, second = asyncio.run(panel.run_panel(direct(db), [CHEAP, GOOD], terms=Terms(opener=models)))

    assert isinstance(first, UserError)
    assert "API key" in first.message
    assert isinstance(second, Summary)
    assert second.labelled == ITEMS
    db.close()


def test_the_agents_of_a_panel_share_a_cap_and_go_on_within_it(tmp_path: Path) -> None:
    db = project(tmp_path)
    with StubServer(Misbehaviour(latency=0.005)) as server:
        choices = [AgentChoice(name, server.address) for name in ("m", "n")]
        terms = Terms(cap=Cap(calls=40), limits=Limits(at_once=4))
        first = asyncio.run(panel.run_panel(direct(db), choices, terms=terms))
        again = asyncio.run(panel.run_panel(direct(db), choices, terms=terms))
        assert server.counts().requests == 40
        rest = asyncio.run(panel.run_panel(direct(db), choices, terms=Terms(limits=Limits(at_once=4))))
        assert server.counts().requests == 2 * ITEMS
        assert server.counts().at_once <= 4  # of one server, together

    labelled = [summary.labelled for summary in first if isinstance(summary, Summary)]
    assert sum(labelled) == 40
    assert min(labelled) >= 15  # by turns
    assert all(isinstance(summary, Summary) and summary.stopped for summary in (*first, *again))
    assert all(isinstance(summary, Summary) and not summary.stopped for summary in rest)
    db.close()


def test_a_cascade_asks_the_better_agent_only_about_what_the_cheap_one_is_unsure_of(tmp_path: Path) -> None:
    db, models = project(tmp_path), Models(cheap=sure_of_even, good=sure_of_tens_and_fives)
    stages = [Stage(CHEAP, 0.8), Stage(GOOD, 0.8)]

    outcome = asyncio.run(cascade.run_cascade(direct(db), stages, terms=Terms(opener=models), audit_share=0.0))

    assert len(models.asked("cheap")) == ITEMS
    assert models.asked("good") == [f"item {n}" for n in range(1, ITEMS, 2)]
    assert outcome.routed is not None
    assert outcome.routed.split[:3] == (20, 0, 30)  # 5, 15, 25, 35 and 45 are settled by the second
    current = routing.current(db)
    assert current is not None
    assert current.parameters["agents"] == ["ollama/cheap", "ollama/good"]
    person = project_file.add_person(db, "Mira").id
    turn = annotating.next_turn(db, person)
    assert turn is not None
    assert int(turn.item.external_id[1:]) % 2 == 1
    db.close()


def test_an_invalid_reply_and_none_at_all_go_on_to_the_next_agent(tmp_path: Path) -> None:
    def poor(request: LabelRequest) -> str:
        if number(request) == 3:
            raise CallFailed(Fault.CONTEXT, "The item is too long for this model.")
        return "no idea" if number(request) == 7 else "good | 90"

    db, models = project(tmp_path), Models(cheap=poor, good=lambda _: "bad | 20")
    stages = [Stage(CHEAP, 0.8), Stage(GOOD, 0.8)]

    outcome = asyncio.run(cascade.run_cascade(direct(db), stages, terms=Terms(opener=models), audit_share=0.0))

    assert models.asked("good") == ["item 3", "item 7"]
    assert outcome.routed is not None
    assert outcome.routed.split.people == 2
    db.close()


def test_a_cascade_that_is_stopped_routes_nothing_and_goes_on(tmp_path: Path) -> None:
    control = Control()

    def stops(request: LabelRequest) -> str:
        if number(request) == 10:
            control.stop()
        return sure_of_even(request)

    db, stages = project(tmp_path), [Stage(CHEAP, 0.8), Stage(GOOD, 0.8)]
    first, second = Models(cheap=stops, good=sure_of_even), Models(cheap=sure_of_even, good=sure_of_tens_and_fives)

    stopped = asyncio.run(cascade.run_cascade(direct(db), stages, terms=Terms(opener=first, control=control)))
    assert routing.current(db) is None
    outcome = asyncio.run(cascade.run_cascade(direct(db), stages, terms=Terms(opener=second), audit_share=0.0))

    assert stopped.routed is None
    assert len(stopped.stages) == 1
    assert len(first.asked("cheap")) + len(second.asked("cheap")) == ITEMS
    assert outcome.routed is not None
    assert outcome.routed.split.people == 20
    db.close()


def test_the_preview_knows_nothing_before_the_first_answers_and_says_so(tmp_path: Path) -> None:
    db = project(tmp_path)
    found = cascade.preview(db, [Stage(AgentChoice(f"openai/{name}"), 0.8) for name in ("cheap", "good")])
    assert [(stage.items, stage.learnt) for stage in found.stages] == [((ITEMS, ITEMS), False), ((0, ITEMS), False)]
    assert found.people == (0, ITEMS)
    assert found.money is None
    assert found.sentences[-1] == "The price is unknown."
    assert agents.agents(db) == []
    db.close()


def test_the_preview_learns_the_split_from_the_agents_own_answers(tmp_path: Path) -> None:
    db, models = project(tmp_path, items=400), Models(cheap=sure_of_even, good=sure_of_tens_and_fives)
    stages = [Stage(CHEAP, 0.8), Stage(GOOD, 0.8)]
    some = selecting.these(range(1, 101), "the first")
    asyncio.run(cascade.run_cascade(direct(db), stages, selection=some, terms=Terms(opener=models)))

    found = cascade.preview(db, stages)

    first, second = found.stages
    assert (first.items, first.asked, first.learnt) == ((400, 400), (300, 300), True)
    low, high = second.items
    assert low <= 200 <= high
    assert high - low < 80
    assert second.asked == (low - 50, high - 50)
    assert found.people[0] <= 160 <= found.people[1]
    assert found.audit[0] <= found.audit[1] == -(-(400 - found.people[0]) // 20)  # a twentieth of the rest
    assert "They get an audit sample of the rest, too: " in " ".join(found.sentences)
    done = cascade.preview(db, stages, some)
    assert (done.stages[0].asked, done.stages[1].items, done.people) == ((0, 0), (50, 50), (40, 40))
    db.close()


def test_the_preview_knows_what_a_later_agent_has_answered_already(tmp_path: Path) -> None:
    db, models = project(tmp_path), Models(cheap=sure_of_even, good=sure_of_tens_and_fives)
    stages = [Stage(CHEAP, 0.8), Stage(GOOD, 0.8)]
    asyncio.run(panel.run_panel(direct(db), [GOOD], terms=Terms(opener=models)))

    found = cascade.preview(db, stages)
    asked = len(models.asked("good"))
    outcome = asyncio.run(cascade.run_cascade(direct(db), stages, terms=Terms(opener=models), audit_share=0.0))

    assert found.stages[1].asked == (0, 0)
    assert len(models.asked("good")) == asked
    assert outcome.routed is not None
    assert found.people[0] <= outcome.routed.split.people <= found.people[1] <= 40  # of 10 of 50 it is sure
    db.close()


def test_what_is_an_example_of_one_agent_goes_on_to_the_next(tmp_path: Path) -> None:
    db, models = project(tmp_path), Models(cheap=lambda _: "good | 90", good=lambda _: "bad | 90")
    gold = tmp_path / "gold.csv"
    gold.write_text("item,label\n" + "".join(f"i{n},{'good' if n % 2 else 'bad'}\n" for n in range(6)))
    importing.import_gold(db, gold)
    shown = AgentChoice("ollama/cheap", examples=4)

    found = cascade.preview(db, [Stage(shown, 0.8), Stage(GOOD, 0.8)])
    asyncio.run(cascade.run_cascade(direct(db), [Stage(shown, 0.8), Stage(GOOD, 0.8)], terms=Terms(opener=models)))

    assert len(models.asked("cheap")) == ITEMS - 4
    assert len(models.asked("good")) == 4
    assert (found.stages[0].asked, found.stages[1].asked[0]) == ((ITEMS - 4, ITEMS - 4), 4)
    db.close()


def test_few_items_to_come_scatter_more_than_many(tmp_path: Path) -> None:
    db, models = project(tmp_path, items=440), Models(cheap=sure_of_even, good=sure_of_tens_and_fives)
    stages = [Stage(CHEAP, 0.8), Stage(GOOD, 0.8)]
    some = selecting.these(range(1, 401))
    asyncio.run(cascade.run_cascade(direct(db), stages, selection=some, terms=Terms(opener=models)))

    few, many = (cascade.preview(db, stages, selecting.these(range(401, 401 + n))).stages[1].items for n in (8, 40))

    assert few[0] <= 1  # of 8, half of which go on
    assert few[1] >= 7
    assert (many[1] - many[0]) / 40 < (few[1] - few[0]) / 8
    db.close()


def test_the_previews_cost_is_that_of_all_stages(tmp_path: Path) -> None:
    db = project(tmp_path)
    found = cascade.preview(
        db, [Stage(AgentChoice("openai/gpt-4o-mini"), 0.8), Stage(AgentChoice("openai/gpt-4o"), 0.8)]
    )
    assert found.money is not None
    first, second = (stage.money for stage in found.stages)
    assert first is not None
    assert second is not None
    assert second[0] == 0.0  # perhaps nothing goes on
    assert found.money == (pytest.approx(first[0]), pytest.approx(first[1] + second[1]))
    assert found.sentences[-1].startswith("It costs $")
    db.close()


@pytest.mark.parametrize("threshold", [0.0, -1.0, 1.5])
def test_a_threshold_is_a_confidence(threshold: float) -> None:
    with pytest.raises(UserError, match="threshold"):
        Stage(CHEAP, threshold)


def test_a_cascade_of_nobody_and_one_of_the_same_agent_twice_are_refused(tmp_path: Path) -> None:
    db = project(tmp_path)
    wrong: list[list[Any]] = [[], [Stage(CHEAP, 0.5), Stage(CHEAP, 0.9)]]
    for stages in wrong:
        with pytest.raises(UserError, match="cascade"):
            cascade.preview(db, stages)
    db.close()
