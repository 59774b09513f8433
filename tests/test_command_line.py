"""The main job by command line only, as a script would do it."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from annotator.services import annotating, project_file
from tests.loopback import LoopbackServer, says

TEXTS = [
    ("a", "I love it, best purchase of the year!"),
    ("b", "Terrible. It broke after one day and nobody answers my mails."),
    ("c", "Absolutely wonderful, my whole family is happy with it."),
    ("d", "Awful quality, a waste of money."),
    ("e", "=SUM(1,2) is what the display shows, useless thing"),
    ("f", "Great value and very friendly service."),
]
CROWD = [("a", "x", "positive"), ("a", "y", "positive"), ("b", "x", "negative"), ("b", "y", "negative")]
CROWD += [("c", "x", "positive"), ("c", "y", "negative"), ("d", "x", "negative"), ("q", "x", "negative")]


def annotator(*arguments: str | Path, code: int = 0, folder: Path | None = None) -> str:
    """Runs the command and returns what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "annotator", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout if code == 0 else done.stdout + done.stderr


def asked(*arguments: str | Path) -> Any:
    return json.loads(annotator(*arguments, "--json"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    with (tmp_path / "items.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "text"), *TEXTS])
    path = tmp_path / "p.annotator"
    made = asked(
        "new",
        path,
        "--items",
        tmp_path / "items.csv",
        "--text",
        "text",
        "--id",
        "id",
        "--labels",
        "positive,negative",
        "--question",
        "What is the sentiment?",
        "--short-name",
        "Sentiment",
        "--noun",
        "Review",
    )
    assert made["added"] == 6
    return path


def test_the_main_job_from_items_to_labels_with_the_built_in_model(project: Path, tmp_path: Path) -> None:
    with (tmp_path / "crowd.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("task", "worker", "label"), *CROWD])

    first = asked("prelabel", project, "--limit", "2")
    second = asked("prelabel", project)
    assert (first["labelled"], second["labelled"]) == (2, 4)

    labels = asked("import-labels", project, tmp_path / "crowd.csv")
    assert (labels["added"], labels["rejected"]) == (7, 1)
    split = asked("route", project, "--threshold", "0.99", "--audit", "0.5")
    assert split["people"] + split["audit"] + split["accepted"] == 6
    merged = asked("merge", project)
    assert merged["items"] == 6
    assert {report["kind"] for report in merged["annotators"]} == {"human", "llm"}
    assert asked("status", project)["items"] == 6

    written = asked("export", project, tmp_path / "out.csv", "--per-annotator")
    assert written["reconciled"]
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["item_id"]: row for row in csv.DictReader(file)}
    assert len(rows) == 6
    assert rows["a"]["label"] == "positive"
    assert rows["b"]["label"] == "negative"
    assert 0 <= float(rows["c"]["probability"]) <= 1
    assert rows["e"]["text"].startswith("'=SUM")
    assert 0 < float(rows["a"]["llm_confidence"]) <= 1
    assert asked("export", project, tmp_path / "all.csv", "--what", "annotations")["rows"] == 6 + 7


def test_answers_after_the_merge_are_merged_before_the_export(project: Path, tmp_path: Path) -> None:
    db = project_file.open_project(project)
    mira = project_file.add_person(db, "Mira").id
    annotating.answer(db, mira, annotating.turn_of(db, mira, 1), 1, seconds=1)
    db.close()
    assert asked("export", project, tmp_path / "out.csv")["merged_anew"]
    assert not asked("export", project, tmp_path / "out.csv")["merged_anew"]


def test_an_address_alone_is_asked_for_its_model_and_examples_come_from_gold(project: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.csv"
    gold.write_text("item,label\na,positive\nb,negative\n", encoding="utf-8")
    assert asked("import-labels", project, gold, "--gold")["added"] == 2

    with LoopbackServer(lambda number, body: says("positive | 90"), models=["tiny-llama"]) as server:
        told = annotator("prelabel", project, "--api-base", server.address, "--examples", "2", "--limit", "1")
        again = asked("prelabel", project, "--api-base", server.address, "--examples", "2")
        done = annotator("prelabel", project, "--api-base", server.address, "--examples", "2")

    assert told.startswith("Asking “tiny-llama at http://127.0.0.1")
    assert "about 1 item, 2 with gold as examples; nothing leaves this machine.\n" in told
    assert "labelled 1 of 1 item in" in told
    assert "has been asked about every item already; there was nothing to do." in done
    assert (again["agent_name"], again["labelled"]) == (f"tiny-llama at {server.address}, 2 examples", 3)
    prompts = [" ".join(message["content"] for message in request["messages"]) for request in server.requests]
    assert len(prompts) == 4
    assert all(TEXTS[0][1] in prompt and TEXTS[1][1] in prompt for prompt in prompts)


def test_the_demo_without_a_window_prints_where_its_files_are(tmp_path: Path) -> None:
    done = asked("demo", "--headless", "--dir", tmp_path / "demo")
    assert done["reconciled"]
    assert done["rows"] == 200
    assert Path(done["labels"]).is_file()
    status = done["status"]
    assert status["llm_answered"] == 200
    assert status["agents"][0]["accuracy"]["value"] > 0.6
    assert sum(a["simulated"] for a in status["annotators"]) == 12


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["status", "none.annotator"], "no project file"),
        (["status", "items.csv"], "not an Annotator project"),
        (["new", "x", "--items", "none.csv", "--labels", "a,b"], "none.csv"),
        (["new", "x", "--items", "items.csv", "--labels", "a"], "at least two labels"),
        (["new", "x", "--items", "items.csv", "--labels", "a,b", "--text", "txt"], "Did you mean “text”"),
        (["new", "p.annotator", "--items", "items.csv", "--labels", "a,b"], "exists already"),
        (["route", "p.annotator", "--threshold", "0.5"], "Pre-label"),
        (["merge", "p.annotator"], "no answers"),
        (["merge", "p.annotator", "--method", "magic"], "no merging method"),
        (["prelabel", "p.annotator", "--model", "m", "--api-base", "http://127.0.0.1:9"], "127.0.0.1:9"),
        (["prelabel", "p.annotator", "--examples", "8"], "gold"),
        (["export", "p.annotator", "gone/out.csv"], "no folder"),
    ],
)
def test_what_the_user_can_put_right_is_one_sentence(project: Path, arguments: list[str], told: str) -> None:
    output = annotator(*arguments, code=1, folder=project.parent)
    assert told in output
    if arguments[0] == "new":
        assert not (project.parent / "x.annotator").exists()


def test_the_answers_of_a_crowd_are_not_taken_for_gold(project: Path, tmp_path: Path) -> None:
    (tmp_path / "crowd.csv").write_text("task,worker,label\na,x,positive\n", encoding="utf-8")
    assert "not gold" in annotator("import-labels", project, tmp_path / "crowd.csv", "--gold", code=1)
    assert asked("status", project)["gold"] == 0


def test_methods_are_listed_without_a_project() -> None:
    assert "dawid-skene" in asked("merge", "--list")
    annotator("merge", code=2)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_the_window_says_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert "no display" in annotator(project, code=1)
    assert "no display" in annotator(code=1)


def test_a_wrong_command_line_exits_with_2(tmp_path: Path) -> None:
    annotator("route", code=2, folder=tmp_path)
    annotator("no-such-command", code=2, folder=tmp_path)


def test_errors_are_json_too_when_asked_for(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "annotator", "status", "none.annotator", "--json"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 1
    assert json.loads(done.stdout)["error"]


def test_planning_and_checking_go_by_command_line_too(project: Path, tmp_path: Path) -> None:
    (tmp_path / "crowd.csv").write_text(
        "task,worker,label\n" + "".join(",".join(row) + "\n" for row in CROWD[:7]), encoding="utf-8"
    )
    gold = "".join(f"{item},{label}\n" for item, label in zip("abcd", ["positive", "negative"] * 2, strict=True))
    (tmp_path / "gold.csv").write_text("item,label\n" + gold, encoding="utf-8")
    asked("import-labels", project, tmp_path / "crowd.csv")

    plan = asked("simulate", tmp_path / "crowd.csv", tmp_path / "gold.csv", "--llm", "y", "--policy", "fixed")
    assert plan["points"][-1][1] == 1
    assert "answers per item" in annotator("simulate", tmp_path / "crowd.csv", tmp_path / "gold.csv")
    assert asked("agreement", project)
    assert asked("alt-test", project) is not None
    assert "Pre-label" in annotator("route", project, "--budget", "3", code=1)
    assert "exactly one" in annotator("route", project, "--budget", "3", "--threshold", "0.5", code=2)
    assert "Pre-label" in annotator("route", project, "--target-accuracy", "0.9", code=1)
