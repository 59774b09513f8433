"""Tests of annotator.services.allowing: a project is local only until its lead allows a place."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.domain.redaction import Redaction
from annotator.errors import UserError
from annotator.llm import reach
from annotator.llm.agents import AgentSpec
from annotator.llm.protocol import CallFailed, Model
from annotator.llm.scripted import ScriptedModel
from annotator.services import agent_views, agents, allowing, cascade, panel, prelabelling, project_file
from annotator.services.agents import AgentChoice
from annotator.services.allowing import NotAllowed
from annotator.services.cascade import Stage
from annotator.services.project_file import Db
from annotator.services.together import Terms
from tests.loopback import LoopbackServer, says
from tests.projects import direct, gold, make_project

HERE, AWAY = AgentChoice("ollama/m"), AgentChoice("m", "https://llm.example.org:8443/v1")
GOLD = [("i0", "good"), ("i1", "bad"), ("i2", "good"), ("i3", "bad")]


class Opened(ScriptedModel):
    """Answers, and says under which permissions it was opened."""

    places: list[str]

    def __init__(self) -> None:
        super().__init__(lambda _: "good")
        self.places = []

    async def open(self, spec: AgentSpec) -> Model:
        self.places.append(spec.api_base)
        if spec.api_base:
            reach.check("llm.example.org")
        return self


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    made = make_project(tmp_path)
    yield made
    made.close()


@pytest.fixture
def model() -> Opened:
    return Opened()


def runs(db: Db, model: Opened) -> dict[str, Callable[[], Coroutine[Any, Any, object]]]:
    """Every way in which a project's texts could leave."""
    terms = Terms(opener=model.open)
    return {
        "run": lambda: prelabelling.run(direct(db), AWAY, opener=model.open),
        "panel": lambda: panel.run_panel(direct(db), [HERE, AWAY], terms=terms),
        "cascade": lambda: cascade.run_cascade(direct(db), [Stage(HERE, 0.5), Stage(AWAY, 0.5)], terms=terms),
        "test": lambda: agents.tried(direct(db), AWAY),
        "unnamed": lambda: prelabelling.run(direct(db), AgentChoice("", AWAY.api_base), opener=model.open),
    }


@pytest.mark.parametrize("way", ["run", "panel", "cascade", "test", "unnamed"])
def test_nothing_leaves_before_its_place_is_allowed_and_the_place_is_named(db: Db, model: Opened, way: str) -> None:
    with pytest.raises(NotAllowed, match="Nothing may be sent to llm.example.org before it is allowed") as refused:
        asyncio.run(runs(db, model)[way]())
    assert refused.value.place == "llm.example.org"
    assert refused.value.hint
    assert model.places == []
    assert agents.agents(db) == []
    assert project_file.llms(db) == []


def test_an_allowed_place_is_open_to_runs_until_it_is_forbidden(db: Db, model: Opened) -> None:
    assert allowing.missing(db, [HERE, AWAY, AgentChoice(), AWAY]) == ["llm.example.org"]
    assert allowing.allow(db, "llm.example.org", shown="what was seen").setup
    assert allowing.missing(db, [HERE, AWAY]) == []
    for way in ("run", "panel", "cascade"):
        asyncio.run(runs(db, model)[way]())
    assert AWAY.api_base in model.places

    place = allowing.allowed(db)[0]
    assert (place.name, place.shown) == ("llm.example.org", "what was seen")
    assert place.since.endswith("+00:00")
    assert agents.plan(db, AWAY).allowed
    allowing.forbid(db, "LLM.example.org")
    assert allowing.allowed(db) == []
    assert not agents.plan(db, AWAY).allowed
    with pytest.raises(NotAllowed):
        asyncio.run(runs(db, model)["run"]())


def test_a_permission_is_kept_in_the_file_and_in_its_log(db: Db, tmp_path: Path) -> None:
    allowing.allow(db, "openai")
    allowing.allow(db, "anthropic")
    again = project_file.open_project(db.path)
    assert [place.name for place in allowing.allowed(again)] == ["openai", "anthropic"]
    logged = again.value("select count(*) from op_row where noun = 'project' and key like '%places that texts%'")
    again.close()
    assert logged == 2


def test_one_projects_permission_is_none_in_another(db: Db, tmp_path: Path, model: Opened) -> None:
    allowing.allow(db, "llm.example.org")
    other = make_project(tmp_path, name="other")
    with pytest.raises(NotAllowed):
        asyncio.run(runs(other, model)["run"]())
    other.close()


def test_the_wall_is_shut_again_when_a_run_is_over(db: Db, model: Opened) -> None:
    allowing.allow(db, "llm.example.org")

    async def then_beside() -> None:
        await runs(db, model)["run"]()
        reach.check("llm.example.org")

    with pytest.raises(NotAllowed):
        asyncio.run(then_beside())


def test_models_on_this_machine_need_no_permission(db: Db) -> None:
    with LoopbackServer(lambda number, body: says('{"label": "good"}')) as server:
        summary = asyncio.run(prelabelling.run(direct(db), AgentChoice("m", server.address), limit=2))
        asyncio.run(agents.tried(direct(db), AgentChoice("m", server.address)))
        asyncio.run(agents.tried_alone(AgentChoice("m", server.address)))
    assert summary.labelled == 2
    assert allowing.missing(db, [AgentChoice(), AgentChoice("m", server.address)]) == []


def test_ollama_that_the_environment_moved_elsewhere_does_need_one(db: Db, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OLLAMA_API_BASE", "http://192.168.1.5:11434")
    assert allowing.missing(db, [HERE]) == ["192.168.1.5"]
    with pytest.raises(NotAllowed):
        asyncio.run(prelabelling.run(direct(db), HERE))


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (" OpenAI ", "openai"),
        ("LLM.Example.org", "llm.example.org"),
        ("llm.example.org:8443", "llm.example.org"),
        ("https://llm.example.org:8443/v1", "llm.example.org"),
        ("192.168.1.5", "192.168.1.5"),
        ("[2001:db8::1]:8080", "2001:db8::1"),
    ],
)
def test_a_place_is_named_by_its_host_or_provider_however_it_is_written(db: Db, given: str, name: str) -> None:
    allowing.allow(db, given)
    assert [place.name for place in allowing.allowed(db)] == [name]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("localhost", "“localhost” is this machine."),
        ("http://127.0.0.1:1234/v1", "is this machine."),
        ("", "“” is no place."),
        ("two words", "“two words” is no place."),
        ("http://", "is no place."),
    ],
)
def test_what_is_no_place_cannot_be_allowed(db: Db, given: str, told: str) -> None:
    with pytest.raises(UserError, match=told):
        allowing.allow(db, given)
    assert allowing.allowed(db) == []


def test_what_was_not_allowed_cannot_be_forbidden(db: Db) -> None:
    with pytest.raises(UserError, match="“openai” is not allowed in this project. No place is."):
        allowing.forbid(db, "openai")


@pytest.mark.parametrize("template", [None, "letters", "label"])
def test_what_is_shown_before_is_exactly_what_is_sent_first(db: Db, tmp_path: Path, template: str | None) -> None:
    from annotator.services import ways

    gold(db, tmp_path, GOLD)
    redaction = Redaction(names=("lovely", "kind"))
    with LoopbackServer(lambda number, body: says("A")) as server:
        choice = AgentChoice("m", server.address, 2, ways.way(template), redaction=redaction)
        shown = agent_views.first_request(db, choice)
        asyncio.run(prelabelling.run(direct(db), choice, limit=1))
        sent = [dict(message) for message in server.requests[0]["messages"]]
        after = agent_views.first_request(db, choice)
    assert shown is not None
    assert after is not None
    assert [dict(message) for message in shown.messages] == sent
    assert "[NAME 1]" in str(sent)
    assert "lovely" not in str(sent)
    assert shown.item != after.item  # the next one that would be asked about


def test_a_key_is_not_looked_for_before_a_place_is_allowed(db: Db) -> None:
    with pytest.raises(NotAllowed):
        asyncio.run(prelabelling.run(direct(db), AgentChoice("anthropic/claude-x")))
    allowing.allow(db, "anthropic")
    with pytest.raises(UserError, match="No API key is known"):
        asyncio.run(prelabelling.run(direct(db), AgentChoice("anthropic/claude-x")))


def test_a_test_without_a_project_needs_a_word_of_its_own() -> None:
    with pytest.raises(NotAllowed):
        asyncio.run(agents.tried_alone(AgentChoice("m", "http://192.0.2.1:1/v1")))
    with pytest.raises((UserError, CallFailed)) as failed:
        asyncio.run(agents.tried_alone(AgentChoice("m", "http://host.invalid:1/v1"), allow=True))
    assert not isinstance(failed.value, NotAllowed)
