"""A permission that is taken back ends the runs that need it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.llm import reach
from annotator.llm.agents import AgentSpec
from annotator.llm.pacing import Limits, Pace
from annotator.llm.protocol import LabelRequest, Model, Reply
from annotator.llm.reach import Places, Withdrawn
from annotator.llm.scripted import ScriptedModel
from annotator.llm.spending import Account, Budget
from annotator.llm.traffic import Traffic, current
from annotator.services import agents, allowing, panel, prelabelling, project_file, trying
from annotator.services.agents import AgentChoice
from annotator.services.project_file import Db
from annotator.services.run_summary import Summary, sentences
from annotator.services.together import Terms
from annotator.storage import runs
from tests import virtual_time
from tests.projects import direct, make_project

PLACE = "llm.example.org"
AWAY = AgentChoice("m", f"https://{PLACE}/v1")
ITEMS = 60
SENT = 5  # requests before the permission is taken back


class Elsewhere(ScriptedModel):
    """A model at a place that must be allowed for every request; `then` is called after the fifth."""

    def __init__(self, then: Callable[[], object]) -> None:
        super().__init__(lambda _: "good")
        self.in_flight = 1
        self._then = then

    async def open(self, spec: AgentSpec) -> Model:
        return self

    async def ask(self, request: LabelRequest) -> Reply:
        with reach.bound_for(PLACE):
            reply = await super().ask(request)
        if len(self.asked) == SENT:
            self._then()
        await asyncio.sleep(0.02)  # in which others may be asked about, and answers are saved
        return reply


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    made = make_project(tmp_path, [f"item {number}" for number in range(ITEMS)])
    allowing.allow(made, PLACE)
    yield made
    made.close()


def run(db: Db, model: Elsewhere) -> Summary:
    return asyncio.run(prelabelling.run(direct(db), AWAY, opener=model.open))


def test_a_run_stops_when_its_place_is_forbidden_says_why_and_goes_on_when_it_is_allowed_again(db: Db) -> None:
    model = Elsewhere(lambda: allowing.forbid(db, PLACE))
    summary = run(db, model)

    assert summary.stopped
    assert summary.labelled == len(model.asked) < ITEMS
    assert sentences(summary)[-1] == summary.why
    assert summary.why.startswith(f"It has stopped, since the permission to send texts to {PLACE} was taken back.")
    [stored] = runs.agents(db)
    latest = runs.latest(db, stored.id)
    assert latest is not None
    assert (latest.status, latest.why) == ("stopped", summary.why)
    with pytest.raises(allowing.NotAllowed):
        run(db, model)

    allowing.allow(db, PLACE)
    rest = run(db, Elsewhere(lambda: None))
    assert not rest.stopped
    assert summary.labelled + rest.labelled == ITEMS


def test_another_program_that_forbids_the_place_stops_the_run_too(db: Db) -> None:
    def by_another() -> None:
        other = project_file.open_project(db.path)
        kept = [place._asdict() for place in allowing.allowed(other) if place.name != PLACE]
        project_file.set_setting(other, allowing.SETTING, kept)
        other.close()

    model = Elsewhere(by_another)
    summary = run(db, model)
    assert summary.stopped
    assert "was taken back" in summary.why
    assert SENT <= summary.labelled == len(model.asked) < ITEMS


def test_forbidding_another_place_or_in_another_project_stops_nothing(db: Db, tmp_path: Path) -> None:
    other = make_project(tmp_path, name="other")
    for project, place in ((db, "openai"), (other, PLACE)):
        allowing.allow(project, place)

    def forbid() -> None:
        allowing.forbid(db, "openai")
        allowing.forbid(other, PLACE)

    assert run(db, Elsewhere(forbid)).labelled == ITEMS
    other.close()


def test_of_a_panel_just_the_agent_at_that_place_stops(db: Db) -> None:
    away = Elsewhere(lambda: allowing.forbid(db, PLACE))
    here = ScriptedModel(lambda _: "bad")

    async def opened(spec: AgentSpec) -> Model:
        return away if spec.api_base else here

    told = asyncio.run(panel.run_panel(direct(db), [AgentChoice("ollama/m"), AWAY], terms=Terms(opener=opened)))
    assert [isinstance(each, Summary) and each.stopped for each in told] == [False, True]
    assert len(here.asked) == ITEMS


def test_a_try_stops_too_and_says_why(db: Db) -> None:
    model = Elsewhere(lambda: allowing.forbid(db, PLACE))
    outcome = asyncio.run(trying.try_out(direct(db), AWAY, opener=model.open))
    assert SENT <= len(outcome.tried) < outcome.wanted
    assert "was taken back" in outcome.why
    assert agents.agents(db) == []


def test_a_request_that_waits_for_its_turn_is_not_sent_once_its_place_is_forbidden() -> None:
    places, account, sent = Places([PLACE]), Account(Budget()), []

    async def send() -> object:
        way = current()
        assert way is not None
        with reach.bound_for(PLACE):
            return await way.send("openai/m", [{"role": "user", "content": "x"}], {"max_tokens": 1}, answer)

    async def answer() -> None:
        sent.append(1)
        await asyncio.sleep(10)

    async def scenario() -> list[object]:
        with reach.allowing(places), Traffic(Pace(Limits(), at_once=1), account).on():
            asked = [asyncio.create_task(send()) for _ in range(3)]
            await asyncio.sleep(1)
            places.only([])
            return list(await asyncio.gather(*asked, return_exceptions=True))

    first, *others = virtual_time.run(scenario())
    assert first is None
    assert [type(other) for other in others] == [Withdrawn, Withdrawn]
    assert len(sent) == account.spent.calls == 1
