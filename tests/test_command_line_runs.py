"""Runs by command line: what they would take, their caps, and the cache."""

from __future__ import annotations

import json
from pathlib import Path

from tests.projects import make_project
from tests.stub_server import StubServer
from tests.test_command_line import annotator, asked


def test_a_run_says_what_it_would_take_stops_at_its_cap_and_shares_its_replies(tmp_path: Path) -> None:
    paths = []
    for name in ("first", "second"):
        db = make_project(tmp_path, [f"item {number}" for number in range(12)], name=name)
        paths.append(db.path)
        db.close()
    with StubServer() as server:
        place = ("--model", "m", "--api-base", server.address)
        told = annotator("prelabel", paths[0], *place, "--estimate")
        assert server.counts().requests == 0
        stopped = annotator("prelabel", paths[0], *place, "--max-calls", "5", "--concurrency", "1", code=1)
        assert server.counts().requests == 5
        rest = asked("prelabel", paths[0], *place, "--cache", "shared")
        cached = json.loads(annotator("prelabel", paths[1], *place, "--cache", "shared", "--json"))
        assert server.counts().requests == 12 + 5  # the five were not shared

    assert told.startswith("12 items; about ")
    assert "costs nothing, since the model runs on this machine" in told
    assert stopped.count("cap of 5 calls") == 1
    assert (rest["labelled"], rest["used"]["cached"], rest["used"]["spent"]["calls"]) == (7, 0, 12)
    assert (cached["labelled"], cached["used"]["cached"], cached["used"]["requests"]) == (12, 7, 5)


def test_a_wrong_cap_is_a_wrong_command_line(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    db.close()
    assert "--max-cost" in annotator("prelabel", db.path, "--max-cost", "0", code=2)
