"""Runs by command line: what they would take, their caps, and the cache."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.loopback import LoopbackServer, hangs, says
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
    for wrong in ("0", "nan"):
        refused = annotator("prelabel", db.path, "--max-cost", wrong, code=2)
        assert "--max-cost" in refused
        assert "Asking" not in refused
    assert "--rpm" in annotator("panel", db.path, "embedded", "--rpm", "nan", code=2)


def test_where_the_server_names_its_model_what_it_has_answered_is_not_announced_again(tmp_path: Path) -> None:
    db = make_project(tmp_path, [f"item {number}" for number in range(6)])
    db.close()
    with LoopbackServer(lambda number, body: says("good | 90"), models=["tiny-llama"]) as server:
        annotator("prelabel", db.path, "--api-base", server.address, "--limit", "2")
        told = annotator("prelabel", db.path, "--api-base", server.address)

    assert told.startswith(f"Asking “tiny-llama at {server.address}” about 4 items, 2 done already;")
    assert "labelled 4 of 4 items in" in told


def test_that_a_model_is_looked_at_is_said_at_once_and_not_in_the_output(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    db.close()
    away = ("prelabel", db.path, "--model", "m", "--api-base", "http://192.0.2.1:1/v1", "--json")
    told = annotator(*away, code=1)
    assert told.count("Looking at the model …") == 1
    assert json.loads(told.partition("Looking at")[0])["error"]


def test_an_estimate_for_a_server_on_this_machine_does_not_load_what_asks_it(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    db.close()
    command = f"import sys; from annotator.cli import main; sys.argv[1:] = {_estimate(db.path)!r}"
    done = subprocess.run(
        [sys.executable, "-c", f"{command}\ntry: main()\nfinally: print('litellm' in sys.modules)"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert "it costs nothing, since the model runs on this machine" in done.stdout
    assert done.stdout.splitlines()[-1] == "False"


def _estimate(project: Path) -> list[str]:
    return ["prelabel", str(project), "--model", "m", "--api-base", "http://127.0.0.1:1/v1", "--estimate"]


def test_a_run_over_a_saved_filter_and_words_asks_about_what_both_find(tmp_path: Path) -> None:
    db = make_project(tmp_path, [f"item {n} {'parcel' if n % 2 else 'letter'}" for n in range(8)])
    db.close()
    annotator("items", db.path, "--search", "parcel", "--save", "parcels")
    with LoopbackServer(lambda number, body: says('{"label": "good"}')) as server:
        place = ("--model", "m", "--api-base", server.address)
        told = annotator("prelabel", db.path, *place, "--filter", "parcels", "--estimate")
        both = asked("prelabel", db.path, *place, "--filter", "parcels", "--search", "3")
        rest = annotator("prelabel", db.path, *place, "--filter", "parcels")
        letters = asked("prelabel", db.path, *place, "--search", "LETT", "--limit", "3")
        sent = [str(body["messages"]) for body in server.requests]

    assert told.startswith("4 items; about ")
    assert both["labelled"] == 1
    assert "about 3 items" in rest
    assert letters["labelled"] == 3
    assert [("parcel" in text, "letter" in text) for text in sent] == [(True, False)] * 4 + [(False, True)] * 3
    assert "item 3 parcel" in sent[0]


def test_a_run_over_nothing_is_refused_before_anything_is_sent(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    db.close()
    place = ("prelabel", db.path, "--model", "m", "--api-base", "http://127.0.0.1:1/v1")
    assert "There is no saved filter “parcels”." in annotator(*place, "--filter", "parcels", code=1)
    refused = annotator(*place, "--search", "nowhere", code=1)
    assert refused.startswith("No item is found: ")
    assert "nowhere" in refused


def test_a_call_that_takes_longer_than_one_wants_to_wait_is_made_again(tmp_path: Path) -> None:
    db = make_project(tmp_path, ["lovely", "dreadful"])
    db.close()
    with LoopbackServer(lambda number, body: says("good | 90") if number else hangs) as server:
        done = asked("prelabel", db.path, "--model", "m", "--api-base", server.address, "--timeout", "1")

    assert (done["labelled"], done["failed"]) == (2, 0)
    assert len(server.requests) == 3
