"""SIGKILL at random moments: whatever was shown as saved is in the file, and the file opens."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

from annotator.services import agents, annotating, project_file
from annotator.services.project_file import Db
from annotator.storage import answers
from tests.projects import make_project

HERE = Path(__file__).parent
ROUNDS = 25  # each for labelling and for pre-labelling


def test_no_answer_shown_as_saved_is_lost_while_labelling(tmp_path: Path) -> None:
    db = make_project(tmp_path, [f"text {number}" for number in range(20_000)])
    db.close()
    said: dict[int, int] = {}
    for number in range(ROUNDS):
        lines = _killed("killed_labelling.py", db.path, after=random.Random(number).randint(1, 60))
        said |= {int(item): int(label) for item, label in map(str.split, lines)}
        again = _checked(db.path)
        me = project_file.add_person(again, "Mira").id
        for item_id, label_id in said.items():
            own = annotating.turn_of(again, me, item_id).own
            assert own is not None, f"answer to item {item_id} lost after kill {number}"
            assert own.label_id == label_id
        assert answers.count(again, 1) <= len(said) + number + 1  # at most one a kill was saved but not said
        again.close()
    assert len(said) > ROUNDS


def test_no_answer_shown_as_saved_is_lost_or_doubled_while_prelabelling(tmp_path: Path) -> None:
    db = make_project(tmp_path, [f"text {number}" for number in range(20_000)])
    db.close()
    for number in range(ROUNDS):
        before = _saved(db.path)
        lines = _killed("killed_prelabelling.py", db.path, after=random.Random(number).randint(1, 10))
        assert _saved(db.path) >= before + int(lines[-1])
    again = _checked(db.path)
    assert again.value("select count(*) from (select item_id from call group by item_id having count(*) > 1)") == 0
    assert agents.plan(again, agents.AgentChoice("ollama/m")).to_ask == 20_000 - answers.count(again, 1)
    assert [agent.unfinished for agent in agents.agents(again)] == [True]
    again.close()


def _killed(script: str, project: Path, *, after: int) -> list[str]:
    """The whole lines that the script wrote until it was killed, a random moment after so many of them."""
    environment = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
    with subprocess.Popen(
        [sys.executable, str(HERE / script), str(project)], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(after)]
        process.kill()
        lines += process.stdout.readlines()
    return [line for line in lines if line.endswith("\n")]


def _saved(project: Path) -> int:
    db = _checked(project)
    found = answers.count(db, 1)
    db.close()
    return found


def _checked(project: Path) -> Db:
    db = project_file.open_project(project)
    assert db.value("pragma quick_check") == "ok"
    assert db.execute("pragma foreign_key_check").fetchall() == []
    unlogged = "select count(*) from annotation a where not exists (select 1 from op_row r where r.op_id = a.op_id)"
    assert db.value(unlogged) == 0
    return db
