"""No key of a model stands in any file or message, whatever way it came in and whatever a server makes of it."""

from __future__ import annotations

import asyncio
import base64
import json
import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotator.errors import ModelProblem
from annotator.llm import caller, keys
from annotator.logs import DiscreetFormatter
from annotator.services import agent_files, agents, exporting, prelabelling, report_page, reporting, trying
from annotator.services.agents import AgentChoice
from annotator.services.caching import Cache
from annotator.services.packing import Wish
from annotator.services.project_file import Db
from tests.keyrings import memory_keyring
from tests.loopback import Behaviour, Json, LoopbackServer, fails, says
from tests.projects import direct, make_project
from tests.services import sending
from tests.test_command_line import annotator

KEY = "plain-recognisable-words/41+zebra"  # looks like no provider's, so that nothing finds it by its form
REPEATED = " ".join([KEY, *(base64.b64encode(written.encode()).decode() for written in (KEY, f"me:{KEY}"))])
FORMS = (*REPEATED.split(), "recognisable-words")


def repeating(number: int, body: Json) -> Behaviour:
    """A server, or a model that was shown it, that says the key in whatever it says."""
    return (
        says(json.dumps({"label": "good", "confidence": 90, "rationale": REPEATED})),
        says(f"good or bad, {REPEATED}"),
        fails(400, f"no {REPEATED}"),
        fails(422, REPEATED, code=KEY),
        says(f"Good. {REPEATED}"),
    )[number % 5]


@contextmanager
def given(way: str, address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The key, where people put it; gives what they type for this run."""
    with memory_keyring():
        if way == "environment":
            monkeypatch.setenv(keys.ADDRESS_VARIABLE, KEY)
        elif way == "keyring":
            keys.store_key(keys.account_of(address), KEY)
        yield KEY if way == "typed" else ""


def holding(folder: Path) -> list[tuple[str, str]]:
    """The files in which any form of the key stands, with the form."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            found += [(path.name, form) for form in FORMS if form.encode() in content]
    return found


@pytest.mark.expects_warnings
@pytest.mark.parametrize("way", ["typed", "environment", "keyring"])
def test_no_file_holds_a_key_that_the_server_repeats(
    tmp_path: Path, own_settings: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    db = make_project(tmp_path, [f"review {number}" for number in range(12)])
    handler = logging.FileHandler(tmp_path / "log", encoding="utf-8")
    handler.setFormatter(DiscreetFormatter())
    logging.getLogger().addHandler(handler)
    try:
        with LoopbackServer(repeating, key=KEY) as server, given(way, server.address, monkeypatch) as typed:
            choice = AgentChoice("m", server.address)
            tried = asyncio.run(trying.try_out(direct(db), choice, api_key=typed, number=4))
            done = asyncio.run(prelabelling.run(direct(db), choice, api_key=typed, cache=Cache.SHARED))
            assert any(KEY in value for sent in server.headers for value in sent.values())
        logging.getLogger("annotator").warning("%s: %s", KEY if way == "environment" else "key", done)
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
    assert done.labelled > 0
    _write_everything(db, tmp_path / "out")
    shutil.copytree(tmp_path, tmp_path / "while open", ignore=shutil.ignore_patterns("while open"))
    db.close()

    assert [form for form in FORMS if form in f"{tried} {done}"] == []
    assert holding(tmp_path) == []
    assert holding(own_settings.parent) == []
    replies = [call for call in tried.tried if "•••" in call.reply]
    assert replies  # the rest of what was said is there


def _write_everything(db: Db, out: Path) -> None:
    out.mkdir()
    [agent] = [agent.name for agent in agents.known(db)]
    agent_files.export(db, agent, out / "agent.toml", texts=True)
    for what in ("labels", "annotations"):
        exporting.export(db, out / f"{what}.csv", what=what, per_annotator=what == "labels")
    (out / "report.html").write_text(report_page.html(reporting.content(db, examples=True)), encoding="utf-8")
    for package in sending.send(db, out, Wish(to=("Ann",), blind=False)).values():
        shutil.unpack_archive(package, out / "package", "zip")


@pytest.mark.parametrize(
    "address", ["http://me:{}@127.0.0.1:9/v1", "http://127.0.0.1:9/v1?key={}", "http://{}@[::1/v1"]
)
@pytest.mark.parametrize("model", ["", "openai/m"])
def test_a_key_in_an_address_is_refused_and_not_repeated(tmp_path: Path, address: str, model: str) -> None:
    make_project(tmp_path).close()
    key = "plain-recognisable-words"
    options = [*(["--model", model] if model else []), "--api-base", address.format(key)]
    for command in (["agent", "test"], ["prelabel", str(tmp_path / "small.annotator")]):
        said = annotator(*command, *options, code=1)
        assert "address" in said
        assert key not in said
    assert holding(tmp_path) == []


@pytest.mark.parametrize("status", [401, 402, 403, 404])
def test_a_run_that_is_refused_is_stopped_without_repeating_the_key(tmp_path: Path, status: int) -> None:
    db = make_project(tmp_path)
    refused = fails(status, f"wrong: {REPEATED}", code=KEY, headers={"X-Key": KEY})
    with (
        LoopbackServer(lambda number, body: refused, key=KEY) as server,
        pytest.raises(ModelProblem, match="The run was stopped") as told,
    ):
        asyncio.run(prelabelling.run(direct(db), AgentChoice("m", server.address), api_key=KEY))
    assert [form for form in FORMS if form in str(told.value)] == []
    assert holding(tmp_path) == []
    db.close()


def test_the_names_of_models_that_a_server_tells_hold_no_key() -> None:
    with (
        LoopbackServer(repeating, models=(f"a-{KEY}", "b"), key=KEY) as server,
        pytest.raises(ModelProblem, match="offers 2 models: a-•••, b") as told,
    ):
        asyncio.run(agents.tried_alone(AgentChoice("", server.address), api_key=KEY))
    assert KEY not in str(told.value)


def test_the_last_words_of_the_process_that_asks_hold_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_API_KEY", KEY)
    found = caller.Caller.__new__(caller.Caller)
    with open_errors(f"ValueError: bad header {KEY}") as found._errors:
        assert found._last_words() == "ValueError: bad header •••"


@contextmanager
def open_errors(text: str):  # type: ignore[no-untyped-def]  # noqa: ANN201
    import io

    with io.BytesIO(text.encode()) as errors:
        yield errors
