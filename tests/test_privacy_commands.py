"""By command line: where texts may go, what is taken out of them, a model's parameters, and its price."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from annotator.services import allowing, prices, project_file
from annotator.services.prices import ModelPrice
from tests.loopback import Behaviour, Json, LoopbackServer, says
from tests.projects import make_project
from tests.test_command_line import annotator, asked

AWAY = ("--model", "m", "--api-base", "http://host.invalid:1/v1")  # a name that nobody can have


def _project(folder: Path, texts: list[str] | None = None) -> Path:
    db = make_project(folder, texts) if texts else make_project(folder)
    path = db.path
    db.close()
    return path


def _good(number: int, body: Json) -> Behaviour:
    return says(json.dumps({"label": "good"}))


def test_a_run_elsewhere_needs_permission_which_shows_what_leaves_first(tmp_path: Path) -> None:
    path = _project(tmp_path)
    refused = annotator("prelabel", path, *AWAY, code=1)
    assert "Nothing may be sent to host.invalid before it is allowed in this project. Add --allow to see" in refused
    assert annotator("allow", path).startswith("This project is local only:")
    assert annotator("prelabel", path, *AWAY, "--estimate").startswith("8 items; ")

    shown = annotator("prelabel", path, *AWAY, "--allow", code=1)
    assert "This is what leaves for host.invalid, first of all:\n  What it is sent about the item i0:" in shown
    assert "    | Be *kind*.\n" in shown
    assert "    | lovely\n" in shown
    assert "host.invalid is now allowed in this project.\n" in shown
    assert "http://host.invalid:1/v1: " in shown  # it was tried, and is not there

    again = annotator("prelabel", path, *AWAY, code=1)
    assert "before it is allowed" not in again
    assert "This is what leaves" not in again
    db = project_file.open_project(path)
    assert "    | lovely" in allowing.allowed(db)[0].shown
    db.close()


def test_permissions_are_listed_given_and_taken_back(tmp_path: Path) -> None:
    path = _project(tmp_path)
    given = annotator("allow", path, "OpenAI")
    assert "With the usual prompt this is sent about an item:" in given
    assert given.endswith("Texts may now go to openai.\n")
    assert re.fullmatch(r"openai: allowed since 20\d\d-\d\d-\d\d \d\d:\d\d\.\n", annotator("allow", path))
    assert [place["name"] for place in asked("allow", path)] == ["openai"]
    assert "Texts may no longer go there. This project is local only" in annotator("allow", path, "openai", "--forbid")
    assert asked("allow", path) == []
    assert "“localhost” is this machine." in annotator("allow", path, "localhost", code=1)
    mistyped = annotator("allow", path, "notaplace", code=1)
    assert "“notaplace” is no provider that is known." in mistyped
    assert "http://notaplace:8000" in mistyped
    assert asked("allow", path) == []
    assert annotator("allow", path, "http://notaplace:8000").endswith("Texts may now go to notaplace.\n")
    assert "--forbid needs a place." in annotator("allow", path, "--forbid", code=2)


def test_a_test_of_a_model_elsewhere_needs_a_word_too(tmp_path: Path) -> None:
    path = _project(tmp_path)
    said = annotator("agent", "test", *AWAY, code=1)
    assert "before it is allowed in this project" not in said
    assert "Nothing may be sent to host.invalid before it is allowed. Add --allow" in said
    assert "before it is allowed" not in annotator("agent", "test", *AWAY, "--allow", code=1)
    assert "Add --allow to see" in annotator("agent", "test", *AWAY, "--project", path, code=1)
    assert "is now allowed" in annotator("agent", "test", *AWAY, "--project", path, "--allow", code=1)
    assert "before it is allowed" not in annotator("agent", "test", *AWAY, "--project", path, code=1)


def test_personal_data_is_taken_out_shown_and_part_of_the_agent(tmp_path: Path) -> None:
    path = _project(tmp_path, ["Ann Lee, ann@example.org, liked it", "awful"])
    names = tmp_path / "names.txt"
    names.write_text("Ann Lee\nBo Ek\n", encoding="utf-8")
    with LoopbackServer(_good) as server:
        place = ("--model", "m", "--api-base", server.address)
        said = annotator("prelabel", path, *place, "--redact", "email, phone", "--redact-names", names)
        sent = json.dumps(server.requests)
        name = f"m at {server.address}"
    assert "In 2 sampled items: 1 e-mail address and 1 name to take out.\n" in said
    assert "[NAME 1], [EMAIL 1], liked it" in sent
    assert "ann@" not in sent
    shown = annotator("agent", "show", path, name)
    assert "  Taken out before sending: email, phone\n" in shown
    assert "; taken out before sending: email, phone, 2 names; " in annotator("agent", "list", path)
    assert "  Names taken out: Ann Lee, Bo Ek\n" in shown
    assert "    | [NAME 1], [EMAIL 1], liked it\n" in shown
    assert "“passport” is nothing that can be taken out." in annotator(
        "prelabel", path, *place, "--redact", "passport", code=1
    )


def test_parameters_reach_the_model_and_wrong_ones_are_told(tmp_path: Path) -> None:
    path = _project(tmp_path)
    with LoopbackServer(_good) as server:
        place = ("--model", "m", "--api-base", server.address)
        annotator("prelabel", path, *place, "--limit", "1", "--parameters", "temperature=0.3,max_tokens=20")
        body = server.requests[0]
        wrong = annotator("prelabel", path, *place, "--parameters", "temperature=hot", code=1)
    assert (body["temperature"], body["max_tokens"]) == (0.3, 20)
    assert "“hot” is no value of “temperature”. It takes a number from 0 to 2." in wrong
    assert "  Parameters: max_tokens 20, temperature 0.3\n" in annotator(
        "agent", "show", path, f"m at {server.address}"
    )


def test_a_price_is_kept_with_the_project_and_counts_in_a_cap(tmp_path: Path) -> None:
    path = _project(tmp_path)
    with LoopbackServer(_good) as server:
        place = ("--model", "m", "--api-base", server.address)
        told = annotator("prelabel", path, *place, "--price", "0,100000", "--estimate")
        stopped = annotator(
            "prelabel", path, *place, "--parameters", "max_tokens=10", "--max-cost", "2", "--concurrency", "1", code=1
        )
        tested = annotator("agent", "test", *place, "--project", path)
        wrong = annotator("prelabel", path, *place, "--price", "cheap", code=2)
        unnamed = annotator("prelabel", path, "--api-base", server.address, "--price", "1,2", code=1)
    assert told.endswith("by the price that you have set.\n")
    assert "cap of $2.00" in stopped
    assert "so far 3 calls" in stopped
    assert "a million tokens cost $0.00 in and $100,000.00 out, as you have set it." in tested
    assert "“cheap” is not two numbers with a comma between, as in 0.15,0.60." in wrong
    assert "Add --model NAME: with --price it cannot be left to the server." in unnamed
    db = project_file.open_project(path)
    assert prices.every(db) == [ModelPrice("openai/m", 0, 100_000)]
    db.close()


@pytest.mark.parametrize("option", [("--redact", "email"), ("--parameters", "seed=1"), ("--redact-names", "n.txt")])
def test_an_agent_file_says_these_too(tmp_path: Path, option: tuple[str, str]) -> None:
    said = annotator("prelabel", _project(tmp_path), "--agent", tmp_path / "a.toml", *option, code=2)
    assert f"--agent and {option[0]} contradict each other" in said
