from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import ModelProblem
from annotator.llm.protocol import CallFailed, Fault, LabelRequest
from annotator.llm.scripted import ScriptedModel
from annotator.services import agents, overview, prelabelling, project_file, saving
from annotator.services.agents import AgentChoice
from annotator.services.prelabelling import Control, Summary
from annotator.services.project_file import Db
from annotator.storage import answers, runs
from tests.projects import direct, label_ids, make_project

CHOICE = AgentChoice("ollama/scripted")
LIKELY = AgentChoice()  # the built-in agent's way of asking, which is batch-calibrated


def run(db: Db, model: ScriptedModel, choice: AgentChoice = CHOICE, **more: Any) -> Summary:
    async def opener(spec: object) -> ScriptedModel:
        return model

    return asyncio.run(prelabelling.run(direct(db), choice, opener=opener, **more))


def test_every_reply_is_kept_and_invalid_ones_are_counted_and_shown(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    model = ScriptedModel(lambda request: "I would rather not" if request.text == "fine" else "good | 90")

    summary = run(db, model)

    assert (summary.asked, summary.labelled, summary.invalid, summary.failed) == (8, 7, 1, 0)
    [(item_id, agent, reply, reason)] = agents.invalid_replies(db)
    assert (item_id, agent, reply) == (3, "ollama/scripted", "I would rather not")
    assert reason
    assert model.closed
    [info] = agents.agents(db)
    assert (info.labelled, info.invalid, info.mean_confidence) == (7, 1, pytest.approx(0.9))
    db.close()


def test_a_second_run_asks_nothing_and_a_limited_one_goes_on(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    first, second, third = (ScriptedModel(lambda _: "good") for _ in range(3))

    assert run(db, first, limit=3).asked == 3
    assert agents.plan(db, CHOICE).to_ask == 5
    assert run(db, second).asked == 5
    assert run(db, third).asked == 0

    asked = [request.text for request in first.asked + second.asked]
    assert len(set(asked)) == 8
    assert third.asked == []
    db.close()


def test_confidence_is_batch_calibrated_and_raw_values_stay(tmp_path: Path) -> None:
    texts = [f"text {number}" for number in range(20)]
    db = make_project(tmp_path, texts)
    biased = {text: {"good": 0.99, "bad": 0.01} if n % 2 else {"good": 0.9, "bad": 0.1} for n, text in enumerate(texts)}

    run(db, ScriptedModel(lambda request: biased[request.text]), LIKELY)

    labels = label_ids(db)
    [agent] = runs.agents(db)
    raw = dict(runs.raw_logprobs(db, agent.id, 1))
    assert all(z[labels["good"]] > z[labels["bad"]] for z in raw.values())
    found = [answers.of_item(db, 1, item_id)[0] for item_id in range(1, 21)]
    assert {a.label_id for a in found[::2]} == {labels["bad"]}
    assert {a.label_id for a in found[1::2]} == {labels["good"]}
    assert all(a.confidence is not None and 0.5 < a.confidence <= 1 for a in found)
    db.close()


def test_few_items_are_calibrated_by_inputs_without_content(tmp_path: Path) -> None:
    db = make_project(tmp_path, ["nice", "bad one"])
    said = {"nice": {"good": 0.95, "bad": 0.05}, "bad one": {"good": 0.8, "bad": 0.2}}

    run(db, ScriptedModel(lambda request: said.get(request.text, {"good": 0.9, "bad": 0.1})), LIKELY)

    labels = label_ids(db)
    assert [answers.of_item(db, 1, id_)[0].label_id for id_ in (1, 2)] == [labels["good"], labels["bad"]]
    assert "without content" in agents.agents(db)[0].calibration
    db.close()


def test_items_without_a_reply_are_classified_and_asked_again_next_time(tmp_path: Path) -> None:
    db = make_project(tmp_path)

    def script(request: LabelRequest) -> str:
        if request.text == "fine":
            raise CallFailed(Fault.REFUSED, "The provider refused this text.")
        return "bad"

    summary = run(db, ScriptedModel(script))

    assert summary.failures == (("refused", "The provider refused this text.", 1),)
    assert agents.plan(db, CHOICE).to_ask == 1
    assert run(db, ScriptedModel(lambda _: "good")).labelled == 1
    db.close()


@pytest.mark.parametrize("kind", [Fault.KEY, Fault.NETWORK])
def test_a_run_that_cannot_succeed_stops_and_keeps_what_it_has(tmp_path: Path, kind: Fault) -> None:
    db = make_project(tmp_path, [f"t{n}" for n in range(60)])

    def script(request: LabelRequest) -> str:
        if int(request.text[1:]) >= 20:
            raise CallFailed(kind, "Nobody answers at that address.")
        return "good"

    with pytest.raises(ModelProblem, match="Nobody answers"):
        run(db, ScriptedModel(script))

    assert agents.agents(db)[0].labelled == 20
    assert agents.agents(db)[0].run_status == "failed"
    assert agents.plan(db, CHOICE).to_ask == 40
    db.close()


def _left_behind(db: Db) -> list[object]:
    """What a run leaves in the file."""
    tables = ("annotator", "agent", "run", "call", "annotation")
    return [row for table in tables for row in db.execute(f"select * from {table}").fetchall()]


def test_a_model_that_cannot_be_opened_leaves_nothing_behind(tmp_path: Path) -> None:
    db = make_project(tmp_path)

    async def opener(spec: object) -> ScriptedModel:
        raise ModelProblem("No API key is known for that.")

    with pytest.raises(ModelProblem, match="No API key"):
        asyncio.run(prelabelling.run(direct(db), CHOICE, opener=opener))

    assert _left_behind(db) == []
    db.close()


def test_a_name_that_nobody_knows_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    model = ScriptedModel(lambda _: "good")

    with pytest.raises(ModelProblem, match="“anthropc/claude” names no provider"):
        run(db, model, AgentChoice("anthropc/claude"))

    assert model.asked == []
    assert _left_behind(db) == []
    db.close()


@pytest.mark.parametrize("kind", [Fault.KEY, Fault.NETWORK])
def test_a_run_that_nobody_answers_leaves_nothing_behind(tmp_path: Path, kind: Fault) -> None:
    db = make_project(tmp_path, [f"t{n}" for n in range(60)])

    def script(request: LabelRequest) -> str:
        raise CallFailed(kind, "Nobody answers at that address.")

    for choice in (CHOICE, LIKELY):
        with pytest.raises(ModelProblem, match="Nobody answers") as caught:
            run(db, ScriptedModel(script), choice)
        assert "Nothing was answered" in caught.value.hint

    assert _left_behind(db) == []
    db.close()


def test_items_that_all_fail_are_told_of_and_leave_nothing_behind(tmp_path: Path) -> None:
    db = make_project(tmp_path)

    def script(request: LabelRequest) -> str:
        raise CallFailed(Fault.REFUSED, "The provider refused this text.")

    summary = run(db, ScriptedModel(script))

    assert summary.failures == (("refused", "The provider refused this text.", 8),)
    assert _left_behind(db) == []
    db.close()


def test_a_failed_start_takes_nothing_from_an_agent_that_has_answered(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    run(db, ScriptedModel(lambda _: "good"), limit=3)
    before = _left_behind(db)

    def script(request: LabelRequest) -> str:
        raise CallFailed(Fault.KEY, "The key has expired.")

    with pytest.raises(ModelProblem, match="expired"):
        run(db, ScriptedModel(script))

    assert _left_behind(db) == before
    [agent] = agents.agents(db)
    assert (agent.answered, agent.left, agent.run_status) == (3, 5, "finished")
    assert run(db, ScriptedModel(lambda _: "good")).labelled == 5
    db.close()


def test_a_run_stopped_before_its_first_answer_leaves_nothing_behind(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    control = Control()
    control.stop()

    summary = run(db, ScriptedModel(lambda _: "good"), control=control)

    assert summary.stopped
    assert _left_behind(db) == []
    db.close()


def _notices(db: Db) -> list[str]:
    return [notice.title for notice in overview.summary(db).attention]


def test_a_run_is_unfinished_when_it_was_stopped_and_not_while_it_goes_on(tmp_path: Path) -> None:
    db = make_project(tmp_path, [f"t{n}" for n in range(50)])
    run(db, ScriptedModel(lambda _: "good"), limit=10)
    control, seen = Control(), []

    def look() -> None:
        [agent] = agents.agents(db)
        seen.append((agent.run_status, _notices(db)))

    run(db, Slow({10: look, 20: control.stop}), control=control)

    assert seen == [("running", [])]
    assert _notices(db) == ["A run is unfinished"]
    run(db, ScriptedModel(lambda _: "good"))
    assert _notices(db) == []
    db.close()


def test_a_run_that_is_stopped_after_its_last_answer_is_finished(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    control = Control()

    summary = run(db, Slow({7: control.stop}), control=control, concurrency=1)

    assert (summary.labelled, summary.stopped) == (8, False)
    assert agents.agents(db)[0].run_status == "finished"
    db.close()


def test_an_error_of_ours_is_not_swallowed(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    with pytest.raises(ZeroDivisionError):
        run(db, ScriptedModel(lambda _: str(1 // 0)))
    db.close()


class Slow(ScriptedModel):
    """Hands the loop back before each answer, and calls `at` before the nth."""

    def __init__(self, at: dict[int, Callable[[], None]]) -> None:
        super().__init__(lambda _: "good")
        self.at = at

    async def ask(self, request: LabelRequest) -> Any:
        await asyncio.sleep(0)
        self.at.pop(len(self.asked), lambda: None)()
        return await super().ask(request)


def test_answers_that_come_while_others_are_saved_are_saved_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "SAVE_EVERY", 0.001)
    db = make_project(tmp_path, [f"t{n}" for n in range(200)])

    class Patient(ScriptedModel):
        async def ask(self, request: LabelRequest) -> Any:
            await asyncio.sleep(0.0005 * (len(self.asked) % 7))
            return await super().ask(request)

    summary = run(db, Patient(lambda _: "good"), concurrency=8)

    assert summary.labelled == 200
    assert agents.plan(db, CHOICE).to_ask == 0
    db.close()


def test_stop_keeps_what_is_answered_and_the_next_run_goes_on(tmp_path: Path) -> None:
    db = make_project(tmp_path, [f"t{n}" for n in range(50)])
    control = Control()

    summary = run(db, Slow({20: control.stop}), control=control)

    assert summary.stopped
    assert 20 <= summary.asked < 50
    assert agents.agents(db)[0].run_status == "stopped"
    assert run(db, ScriptedModel(lambda _: "bad")).asked == 50 - summary.asked
    db.close()


def test_a_paused_run_asks_nothing_until_it_is_resumed(tmp_path: Path) -> None:
    db = make_project(tmp_path, [f"t{n}" for n in range(30)])
    control = Control()
    model = Slow({10: control.pause})

    async def scenario() -> tuple[int, int, Summary]:
        async def opener(spec: object) -> ScriptedModel:
            return model

        task = asyncio.create_task(prelabelling.run(direct(db), CHOICE, control=control, opener=opener))
        while not control.paused:
            await asyncio.sleep(0)
        await asyncio.sleep(0.05)
        first = len(model.asked)
        await asyncio.sleep(0.05)
        second = len(model.asked)
        control.resume()
        return first, second, await task

    first, second, summary = asyncio.run(scenario())

    assert first == second < 30
    assert summary.labelled == 30
    db.close()


def test_an_agent_is_an_annotator_of_its_own_kind(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    run(db, ScriptedModel(lambda _: "good"))
    [llm] = project_file.llms(db)
    assert (llm.kind.value, llm.family) == ("llm", "scripted")
    assert project_file.people(db) == []
    db.close()
