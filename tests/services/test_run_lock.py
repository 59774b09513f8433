"""One run of an agent at a time, whichever program it belongs to."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotator.errors import UserError
from annotator.llm.scripted import ScriptedModel
from annotator.services import agents, prelabelling, project_file, run_lock
from annotator.services.agents import AgentChoice
from annotator.services.project_file import Db
from annotator.services.run_control import Control
from tests.projects import make_project
from tests.services.test_prelabelling import CHOICE, run

# Holds the lock until it is killed.
HOLDS = """
import sys
from pathlib import Path
from annotator.services import agents, project_file, run_lock
db = project_file.open_project(Path(sys.argv[1]))
held = run_lock.claim(db, agents.find(db, agents.AgentChoice("ollama/scripted").spec(), 0))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_run_of_an_agent_is_refused_before_it_asks_anything(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    second = ScriptedModel(lambda _: "good")
    refused: list[UserError] = []

    def begin_another(_: object) -> str:
        if not refused:
            refused.append(_refusal(db.path, second))
        return "good"

    assert run(db, ScriptedModel(begin_another), concurrency=1).labelled == 8

    assert "“ollama/scripted” is labelling items of this project already" in refused[0].message
    assert not second.asked
    assert run(db, second).asked == 0  # the first one has ended
    db.close()


def _refusal(path: Path, model: ScriptedModel) -> UserError:
    """Of another run, on a thread of its own as the first one's loop is at work."""
    from concurrent.futures import ThreadPoolExecutor

    def another() -> None:
        with closing(project_file.open_project(path)) as db:
            run(db, model)

    with ThreadPoolExecutor(1) as thread, pytest.raises(UserError) as found:
        thread.submit(another).result()
    return found.value


def test_another_agent_may_run_meanwhile(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    with run_lock.claim(db, _agent(db)):
        assert run(db, ScriptedModel(lambda _: "good"), AgentChoice("ollama/other")).labelled == 8
    db.close()


def test_a_program_that_is_killed_keeps_nobody_out(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    held = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(db.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with held:
        assert held.stdout is not None
        assert held.stdout.readline() == "held\n"
        with pytest.raises(UserError, match="already"):
            run_lock.claim(db, _agent(db))
        held.kill()
        held.wait()

    assert run(db, ScriptedModel(lambda _: "good")).labelled == 8
    db.close()


def test_a_run_that_is_stopped_says_of_how_many_items_it_labelled_some(tmp_path: Path) -> None:
    db = make_project(tmp_path, [f"t{n}" for n in range(50)])
    control = Control()
    asked = []

    def stop_at_ten(_: object) -> str:
        asked.append(1)
        if len(asked) == 10:
            control.stop()
        return "good"

    summary = run(db, ScriptedModel(stop_at_ten), control=control, concurrency=1)

    assert summary.stopped
    assert f"labelled {summary.labelled} of 50 items" in prelabelling.sentences(summary)[0]
    assert 0 < summary.labelled < 50
    db.close()


def _agent(db: Db) -> agents.Agent:
    return agents.find(db, CHOICE.spec(), 0)
