"""When a run goes on in spite of failures, when it stops, and that nothing that came back is lost on the way."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import ModelProblem, ProjectProblem
from annotator.llm.protocol import CallFailed, Fault, LabelRequest, Reply
from annotator.llm.scripted import ScriptedModel
from annotator.services import agents, prelabelling, replies, saving
from annotator.services.agents import AgentChoice
from annotator.services.project_file import Db
from annotator.services.replies import Answered
from annotator.services.run_summary import Summary
from annotator.services.saving import Saver
from tests import virtual_time
from tests.projects import direct, make_project

CHOICE = AgentChoice("ollama/scripted")


def run(db: Db, model: ScriptedModel, store: Any = None, **more: Any) -> Summary:
    async def opener(spec: object) -> ScriptedModel:
        return model

    return asyncio.run(prelabelling.run(store or direct(db), CHOICE, opener=opener, **more))


def project(folder: Path, items: int) -> Db:
    return make_project(folder, [f"t{number}" for number in range(items)])


def fails(kind: Fault, when: Callable[[int], bool]) -> ScriptedModel:
    def script(request: LabelRequest) -> str:
        if when(int(request.text[1:])):
            raise CallFailed(kind, "It failed.")
        return "good"

    return ScriptedModel(script)


@pytest.mark.parametrize("kind", [Fault.CONTEXT, Fault.REFUSED])
def test_faults_of_the_items_own_never_stop_a_run(tmp_path: Path, kind: Fault) -> None:
    db = project(tmp_path, 60)
    summary = run(db, fails(kind, lambda number: number >= 10))
    assert (summary.labelled, summary.failed, summary.stopped) == (10, 50, False)
    assert summary.failures == ((kind.value, "It failed.", 50),)
    db.close()


@pytest.mark.parametrize("kind", [Fault.TIMEOUT, Fault.SERVER, Fault.RATE, Fault.OTHER])
def test_a_server_that_fails_every_time_stops_a_run(tmp_path: Path, kind: Fault) -> None:
    db = project(tmp_path, 60)
    model = fails(kind, lambda number: number >= 20)
    with pytest.raises(ModelProblem, match="The run was stopped: It failed."):
        run(db, model)
    assert agents.agents(db)[0].labelled == 20
    assert len(model.asked) <= 20 + 10 + model.in_flight
    db.close()


def test_failures_between_answers_stop_nothing(tmp_path: Path) -> None:
    db = project(tmp_path, 200)
    summary = run(db, fails(Fault.TIMEOUT, lambda number: number % 3 != 0), concurrency=1)
    assert (summary.labelled, summary.failed) == (67, 133)
    db.close()


def test_calls_that_were_under_way_when_another_was_answered_do_not_count_as_failures_in_a_row(tmp_path: Path) -> None:
    class Uneven(ScriptedModel):
        """The first calls fail, but not before the others are answered."""

        async def ask(self, request: LabelRequest) -> Reply:
            if int(request.text[1:]) >= 30:
                reply = await super().ask(request)
                if len(self.asked) == 10:
                    others_answered.set()
                return reply
            await others_answered.wait()
            raise CallFailed(Fault.TIMEOUT, "It failed.")

    others_answered = asyncio.Event()
    db = project(tmp_path, 40)
    summary = run(db, Uneven(lambda _: "good"), concurrency=40)
    assert (summary.labelled, summary.failed) == (10, 30)
    db.close()


def test_a_run_stops_asking_when_its_answers_cannot_be_saved(tmp_path: Path) -> None:
    db = project(tmp_path, 5_000)
    full = False

    async def store(work: Callable[[Db], Any]) -> Any:
        if full and "save" in work.__qualname__:
            raise ProjectProblem("The disk is full.")
        return work(db)

    class Slow(ScriptedModel):
        async def ask(self, request: LabelRequest) -> Reply:
            nonlocal full
            full = len(self.asked) > 100
            await asyncio.sleep(0.01)
            return await super().ask(request)

    model = Slow(lambda _: "good")
    with pytest.raises(ProjectProblem, match="disk is full"):
        run(db, model, store)
    assert len(model.asked) < 2_000
    db.close()


def answered(item_id: int) -> Answered:
    asked = replies.Asked(1, item_id, f"{item_id}")
    return replies.failed(asked, CallFailed(Fault.OTHER, "It failed."), replies.Tally(), 0.0)


def written(batches: list[list[Answered]]) -> list[int]:
    return [each.call.item_id for batch in batches for each in batch]


def test_what_could_not_be_written_is_written_with_the_next_batch() -> None:
    batches: list[list[Answered]] = []
    failing = True

    async def write(batch: list[Answered]) -> None:
        if failing:
            raise ProjectProblem("The disk is full.")
        batches.append(batch)

    async def scenario() -> None:
        nonlocal failing
        saver = Saver(write)
        saver.add(answered(1))
        with pytest.raises(ProjectProblem):
            await saver.save()
        saver.add(answered(2))
        failing = False
        await saver.save()
        await saver.save()

    virtual_time.run(scenario())
    assert written(batches) == [1, 2]


def test_a_batch_on_its_way_to_the_disk_is_written_though_the_run_is_cancelled() -> None:
    batches: list[list[Answered]] = []

    async def write(batch: list[Answered]) -> None:
        await asyncio.sleep(5)
        batches.append(batch)

    async def scenario() -> None:
        saver = Saver(write)
        regularly = asyncio.create_task(saver.save_regularly())
        saver.add(answered(1))
        await asyncio.sleep(saving.SAVE_EVERY + 1)
        saver.add(answered(2))
        regularly.cancel()
        await asyncio.gather(regularly, return_exceptions=True)
        assert written(batches) == [1]
        await saver.save()

    virtual_time.run(scenario())
    assert written(batches) == [1, 2]


def test_what_is_written_though_the_run_is_cancelled_twice_is_known_to_be_saved() -> None:
    class Notes:
        def __init__(self) -> None:
            self.told: list[list[Answered]] = []

        def saved(self, batch: Iterable[Answered]) -> None:
            self.told.append(list(batch))

        def leave(self) -> None:
            raise AssertionError

    notes, batches = Notes(), list[list[Answered]]()

    async def write(batch: list[Answered]) -> None:
        await asyncio.sleep(5)
        batches.append(batch)

    async def scenario() -> None:
        saver = Saver(write, notes)
        saver.add(answered(1))
        saving_it = asyncio.create_task(saver.save())
        for _ in range(2):
            await asyncio.sleep(1)
            saving_it.cancel()
        with pytest.raises(asyncio.CancelledError):
            await saving_it
        saver.add(answered(2))
        await saver.save()

    virtual_time.run(scenario())
    assert written(notes.told) == written(batches) == [1, 2]


def test_answers_are_saved_in_batches_and_seldom_where_the_disk_is_slow() -> None:
    def batches(seconds: float) -> int:
        found: list[list[Answered]] = []

        async def write(batch: list[Answered]) -> None:
            await asyncio.sleep(seconds)
            found.append(batch)

        async def scenario() -> None:
            saver = Saver(write)
            regularly = asyncio.create_task(saver.save_regularly())
            for item_id in range(1_000):
                saver.add(answered(item_id))
                await asyncio.sleep(0.01)
            regularly.cancel()
            await asyncio.gather(regularly, return_exceptions=True)
            await saver.save()

        virtual_time.run(scenario())
        assert written(found) == list(range(1_000))
        return len(found)

    assert 40 <= batches(0.001) <= 60
    assert 8 <= batches(0.09) <= 13
