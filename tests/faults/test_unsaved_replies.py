"""Replies that came and were not saved when the program was killed, or the disk was full, are not paid for again."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.llm.scripted import ScriptedModel
from annotator.services import prelabelling, project_file
from annotator.services.agents import AgentChoice
from annotator.services.project_file import Db
from tests.faults.killed_unsaved import ANSWERED
from tests.projects import direct, make_project

HERE = Path(__file__).parent
ITEMS = 40
CHOICE = AgentChoice("ollama/m")


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """A project whose run was killed with ten replies in no transaction."""
    db = make_project(tmp_path, ["text" + "!" * (number % 2) + f" {number:02}" for number in range(ITEMS)])
    db.close()
    environment = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
    script = [sys.executable, str(HERE / "killed_unsaved.py"), str(db.path)]
    with subprocess.Popen(script, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "hanging\n"
        process.kill()
    return db.path


def test_a_reply_that_was_not_saved_at_a_kill_is_not_asked_for_again(killed: Path) -> None:
    db = project_file.open_project(killed)
    assert db.value("select count(*) from call") == 0

    asked = _go_on(db)

    assert len(asked) == ITEMS - ANSWERED
    calls = "select count(*), count(distinct item_id), count(distinct run_id), sum(requests) from call"
    assert db.execute(calls).fetchone() == (ITEMS, ITEMS, 1, ITEMS)
    assert db.value("select count(*) from annotation where status = 'invalid'") == ANSWERED // 2
    found = db.execute("select reply, logprobs is null from call order by id limit 2").fetchall()
    assert found == [("good", 0), ("no label at all", 1)]
    assert _beside(killed) == []
    db.close()


def test_replies_to_an_earlier_wording_of_the_question_are_not_taken_for_answers(killed: Path) -> None:
    db = project_file.open_project(killed)
    with db.atomic():
        db.execute("update question set version = version + 1")

    assert len(_go_on(db)) == ITEMS
    assert _beside(killed) == []
    db.close()


def test_a_line_that_was_cut_off_costs_only_its_own_reply(killed: Path) -> None:
    [path] = _beside(killed)
    path.write_bytes(path.read_bytes()[:-20])
    db = project_file.open_project(killed)

    assert len(_go_on(db)) == ITEMS - ANSWERED + 1
    assert _beside(killed) == []
    db.close()


def _go_on(db: Db) -> list[str]:
    """The texts that the model is asked about when the agent goes on."""
    model = ScriptedModel(lambda _: "good")

    async def opener(spec: object) -> ScriptedModel:
        return model

    summary = asyncio.run(prelabelling.run(direct(db), CHOICE, opener=opener))
    assert summary.failed == 0
    return [request.text for request in model.asked]


def _beside(project: Path) -> list[Path]:
    """Files of replies that are not saved."""
    known = {project.name + end for end in ("", "-wal", "-shm")}
    return [path for path in project.parent.glob(f"{project.name}*") if path.name not in known]
