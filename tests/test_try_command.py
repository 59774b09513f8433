"""`annotator agent try`: trying an agent by command line, and running one by its name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from annotator.services import project_file
from tests.loopback import Behaviour, LoopbackServer, says
from tests.projects import gold, make_project
from tests.test_command_line import annotator, asked

GOLD = [("i0", "good"), ("i1", "bad"), ("i2", "good")]


def _project(folder: Path) -> Path:
    db = make_project(folder)
    gold(db, folder, GOLD)
    db.close()
    return project_file.existing(folder / "small")


def _good(number: int, body: dict[str, Any]) -> Behaviour:
    dreadful = "dreadful" in body["messages"][-1]["content"]
    return says("Hard to say." if dreadful else json.dumps({"label": "good", "confidence": 90}))


def test_a_try_prints_each_item_and_how_often_it_was_right(tmp_path: Path) -> None:
    path = _project(tmp_path)
    with LoopbackServer(_good) as server:
        place = ("--model", "m", "--api-base", server.address)
        said = annotator("agent", "try", path, *place, "--count", "3")
        found = asked("agent", "try", path, *place, "--count", "3")

    lines = said.splitlines()
    assert "i0: good (0.90)  right" in lines
    assert any(line.startswith("i1: invalid: ") and line.endswith("wrong, gold has bad") for line in lines)
    assert "3 items; right on 2 of the 3 with gold (95 % interval 21 % to 94 %); 1 invalid" in lines[-1]
    assert (found["right"], found["accuracy"]["of"], found["cached"], found["saved_as"]) == (2, 3, 3, "")
    assert asked("agent", "list", path) == []


def test_an_agent_that_was_saved_by_a_try_runs_by_its_name_and_pays_for_no_reply_twice(tmp_path: Path) -> None:
    path = _project(tmp_path)
    with LoopbackServer(_good) as server:
        name = f"m at {server.address}"
        place = ("--model", "m", "--api-base", server.address)
        said = annotator("agent", "try", path, *place, "--count", "5", "--save")
        assert said.endswith(f"It is in the project as “{name}”.\n")

        ran = asked("prelabel", path, "--agent", name)

        assert len(server.requests) == 8
    assert (ran["agent_name"], ran["asked"]) == (name, 8)
    missing = annotator("prelabel", path, "--agent", "nobody", code=1)
    assert f"No agent of this project is called “nobody”. There is “{name}”." in missing
