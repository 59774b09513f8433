"""Several agents by command line: a panel, a cascade, what they cost, and how they do beside people."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from annotator.services import project_file
from tests.loopback import Behaviour, LoopbackServer, hangs, says
from tests.projects import crowd, gold, make_project
from tests.test_command_line import annotator, asked

TEXTS = [f"review {number:02}" for number in range(12)]


def _number(body: dict[str, Any]) -> int:
    return next(n for n, text in enumerate(TEXTS) if text in json.dumps(body))


def _sure_of_even(number: int, body: dict[str, Any]) -> Behaviour:
    """The cheap model is sure of every second item; the other of all but the last three."""
    item = _number(body)
    sure = item % 2 == 0 if body["model"] == "cheap" else item < 9
    return says(json.dumps({"label": "good", "confidence": 95 if sure else 40}))


def _project(folder: Path) -> Path:
    db = make_project(folder, TEXTS)
    gold(db, folder, [(f"i{n}", "good" if n < 9 else "bad") for n in range(12)])
    crowd(db, folder, [(f"i{n}", who, "good" if n < 9 else "bad") for n in range(12) for who in ("ann", "bob")])
    path = db.path
    db.close()
    return path


def test_a_cascade_is_previewed_asks_in_turn_routes_and_is_accounted_for(tmp_path: Path) -> None:
    path = _project(tmp_path)
    with LoopbackServer(_sure_of_even, models=["cheap", "good"]) as server:
        stages = (f"cheap@{server.address}:0.8", f"good@{server.address}:0.8")
        seen = annotator("cascade", path, *stages, "--estimate")
        assert server.requests == []
        told = annotator("cascade", path, *stages, "--audit", "0")
        names = [f"{name} at {server.address}" for name in ("cheap", "good")]
        again = asked("cascade", path, *(f"{name}:0.8" for name in names), "--audit", "0")
        by_model = [body["model"] for body in server.requests]

    assert f"{names[0]}: 12 items, of which 12 items asked." in seen
    assert "It costs nothing." in seen
    assert told.index("Nothing leaves this machine.") < told.index("labelled 12 of 12 items")
    assert "labelled 6 of 6 items" in told
    assert "goes to people" in told or "go to people" in told
    assert (by_model.count("cheap"), by_model.count("good")) == (12, 6)  # the second time nobody is asked
    assert again["routed"]["people"] + again["routed"]["accepted"] == 12
    ledger = asked("ledger", path, "--energy", "0.5")
    assert [agent["annotator"] for agent in ledger["agents"]] == names
    assert ledger["agents"][0]["requests"] == 12
    assert ledger["total"]["energy"] == ledger["total"]["tokens"] / 1_000 * 0.5
    assert "Wh (an estimate)" in annotator("ledger", path)  # the factor is kept
    rows = asked("compare", path)
    assert [row["annotator"] for row in rows] == [*names, "People", "ann", "bob"]
    assert rows[0]["accuracy"]["of"] == 12
    pair = asked("compare", path, names[1], "gold")
    assert (pair["items"], sum(map(sum, pair["counts"]))) == (6, 6)
    assert f"Rows: {names[0]}; columns: Gold" in annotator("compare", path, names[0], "gold")
    assert "two names" in annotator("compare", path, names[0], code=2)


def test_a_panel_shares_one_budget_and_says_what_became_of_each(tmp_path: Path) -> None:
    path = _project(tmp_path)
    with LoopbackServer(_sure_of_even, models=["cheap", "good"]) as server:
        names = [f"{name}@{server.address}" for name in ("cheap", "good")]
        estimate = annotator("panel", path, *names, "--estimate")
        assert server.requests == []
        stopped = annotator("panel", path, *names, "--max-calls", "10", "--concurrency", "1", code=1)
        assert len(server.requests) == 10
        found = asked("panel", path, *names)
        assert len(server.requests) == 24

    assert estimate.endswith("In all it costs nothing.\n")
    assert "cap of 10 calls" in stopped
    assert [agent["stopped"] for agent in found["agents"]] == [False, False]
    db = project_file.open_project(path)
    assert len(project_file.llms(db)) == 2
    db.close()


def test_what_cannot_be_used_stops_no_other_agent_and_ends_with_1(tmp_path: Path) -> None:
    path = _project(tmp_path)
    refuses = LoopbackServer(_sure_of_even, models=["cheap"], key="secret")
    with refuses as refusing, LoopbackServer(_sure_of_even, models=["good"]) as server:
        told = annotator("panel", path, f"cheap@{refusing.address}", f"good@{server.address}", code=1)
    assert "labelled 12 of 12 items" in told
    assert f"cheap@{refusing.address}: " in told
    assert "no threshold" in annotator("cascade", path, "embedded", code=2)
    assert "twice" in annotator("cascade", path, "embedded:0.5", "embedded:0.6", code=1)


def test_ctrl_c_stops_a_panel_and_keeps_its_answers(tmp_path: Path) -> None:
    path = _project(tmp_path)
    reached = threading.Event()

    def behave(number: int, body: dict[str, Any]) -> Behaviour:
        if number < 6:
            return _sure_of_even(number, body)
        reached.set()
        return hangs

    with LoopbackServer(behave, models=["cheap"]) as server:
        running = subprocess.Popen(
            [sys.executable, "-m", "annotator", "panel", str(path), f"cheap@{server.address}", "--json"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert reached.wait(60)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)

    assert running.returncode == 130, err
    [agent] = json.loads(out)["agents"]
    assert agent["stopped"]
    assert agent["labelled"] == 6
    assert "Traceback" not in err
