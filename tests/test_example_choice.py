"""Examples that are the nearest to each item, by command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from annotator.services import agent_files, project_file
from tests.loopback import Behaviour, LoopbackServer, says
from tests.projects import gold, make_project
from tests.test_command_line import annotator, asked

GOLD = [("i0", "good"), ("i1", "bad"), ("i2", "good"), ("i3", "bad")]


def _good(number: int, body: dict[str, Any]) -> Behaviour:
    return says(json.dumps({"label": "good"}))


def test_the_nearest_in_meaning_are_shown_and_the_agent_is_found_again(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    path = db.path
    gold(db, tmp_path, GOLD)
    db.close()
    with LoopbackServer(_good) as server:
        host = f"m at {server.address}"
        how = ("--model", "m", "--api-base", server.address, "--examples", "1", "--example-choice", "meaning")
        told = asked("prelabel", path, *how, "--estimate")
        first = annotator("prelabel", path, *how)
        more = project_file.open_project(path)
        gold(more, tmp_path, [*GOLD, ("i4", "good"), ("i5", "bad")])
        more.close()
        again = annotator("prelabel", path, *how)
        worded = annotator("prelabel", path, *how[:-1], "nearest")

    assert told["to_read"] == 8
    assert "the built-in model reads 8 texts on this machine" in told["sentence"]
    assert f"{host}, 1 example labelled 6 of 6 items" in first
    assert "has been asked about every item already" in again
    assert "This is a new version of" in worded
    annotator("agent", "export", path, f"{host}, 1 example", tmp_path / "near.toml", "--with-texts")
    shared = project_file.open_project(path)
    spec = agent_files.load(shared, tmp_path / "near.toml").spec()
    shared.close()
    assert (spec.few_shot.choice, spec.few_shot.number, len(spec.examples)) == ("nearest in meaning to each item", 1, 2)


def test_a_choice_without_a_number_is_refused_with_what_to_do(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    path = db.path
    db.close()
    annotator("prelabel", path, "--example-choice", "meaning", code=1)
