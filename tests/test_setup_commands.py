"""Questions, labels and the guideline by command, and --question on the others."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from annotator.cli.program import commands
from annotator.errors import UserError
from annotator.services import annotating, merging, project_file
from tests.projects import crowd, label_ids, make_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    db = make_project(tmp_path, labels=("good", "bad", "fine"))
    mira = project_file.add_person(db, "Mira").id
    for item_id, label in ((1, "good"), (2, "fine"), (3, "fine")):
        annotating.answer(db, mira, annotating.turn_of(db, mira, item_id), label_ids(db)[label], seconds=1.0)
    db.close()
    return db.path


def run(*args: object) -> str:
    result = CliRunner().invoke(commands, [str(arg) for arg in args], standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    return result.output


def said(*args: object) -> Any:
    return json.loads(run(*args, "--json"))


def test_a_second_question_is_added_filled_and_exported_to_a_file_of_its_own(project: Path, tmp_path: Path) -> None:
    run("question", "add", project, "Topic", "--text", "About what?", "--labels", "price,taste")
    answers = tmp_path / "topics.tsv"
    answers.write_text("task\tworker\tlabel\ni0\tann\tprice\ni1\tann\ttaste\n", encoding="utf-8")

    added = said("import-labels", project, answers, "--question", "topic")
    topic, sentiment = said("status", project, "--question", "Topic"), said("status", project)
    files = said("export", project, tmp_path / "labels.csv")["files"]

    assert added["added"] == 2
    assert [each["annotators"][0]["answers"] for each in (topic, sentiment)] == [2, 3]
    assert [Path(each["path"]).name for each in files] == ["labels-sentiment.csv", "labels-topic.csv"]
    with Path(files[1]["path"]).open(encoding="utf-8") as file:
        assert [row["label"] for row in csv.DictReader(file)][:3] == ["price", "taste", ""]
    alone = said("export", project, tmp_path / "one.csv", "--question", "Topic")
    assert (Path(alone["path"]).name, alone["question"]) == ("one.csv", "Topic")


def test_questions_are_listed_edited_and_asked_no_more(project: Path) -> None:
    run("question", "add", project, "Topic", "--text", "About what?", "--labels", "price,taste")

    run("question", "edit", project, "Topic", "--rename", "Subject", "--earlier")
    names = [each["name"] for each in said("question", "list", project)]
    run("question", "remove", project, "Subject")
    after = said("question", "list", project)

    assert names == ["Subject", "Sentiment"]
    assert [(each["name"], each["archived"]) for each in after] == [("Sentiment", False), ("Subject", True)]
    assert run("question", "list", project).splitlines()[0].endswith("(3 answers)")


def test_an_unknown_question_is_named_with_those_that_there_are(project: Path) -> None:
    with pytest.raises(UserError, match="no question “Colour”"):
        run("status", project, "--question", "Colour")


def test_labels_are_renamed_and_merged_after_a_look_and_taken_back(project: Path) -> None:
    run("label", "rename", project, "fine", "so-so")
    plan = run("label", "merge", project, "so-so", "good", "--preview")
    before = said("label", "list", project)
    run("label", "merge", project, "so-so", "good")
    merged = said("label", "list", project)
    run("label", "undo", project)

    assert "“so-so” becomes “good” in 2 answers of 1 annotator about 2 items." in plan
    assert [(each["name"], each["answers"]) for each in before] == [("good", 1), ("bad", 0), ("so-so", 2)]
    assert [(each["name"], each["answers"]) for each in merged] == [("good", 3), ("bad", 0)]
    assert said("label", "list", project) == before


def test_a_label_is_added_and_one_is_split_by_words(project: Path) -> None:
    assert run("label", "add", project, "odd") == "The labels are good, bad, fine, odd.\n"

    done = said("label", "split", project, "fine", "awful", "--search", "dread", "--ask-again")

    assert (done["answers"], done["asked"], done["done"]) == (1, 1, True)
    assert [each["name"] for each in said("label", "list", project)] == ["good", "bad", "fine", "awful", "odd"]


def test_a_guideline_is_changed_compared_and_asked_about_again(project: Path, tmp_path: Path) -> None:
    text = tmp_path / "guide.md"
    text.write_text("Be *kind*.\nLovely is good.", encoding="utf-8")

    told = run("guideline", project, "--set", text, "--note", "an example")
    history = said("guideline", project, "--history")["versions"]
    diff = run("guideline", project, "--diff", "1", "2")
    look = said("guideline", project, "--ask-again", "--preview")
    run("guideline", project, "--ask-again")

    assert "3 answers are older than this guideline (3 by people)." in told
    assert [(v["number"], v["note"], v["answers"]) for v in history] == [(2, "an example", 0), (1, "", 3)]
    assert diff.splitlines() == ["  Be *kind*.", "+ Lovely is good."]
    assert look["near"] == 1
    with project_file.open_project(project, read_only=True) as db:
        [mira] = project_file.people(db)
        turn = annotating.next_turn(db, mira.id)
        db.close()
    assert turn is not None
    assert turn.item.external_id == "i0"


def test_merging_one_question_leaves_the_other_unmerged(project: Path, tmp_path: Path) -> None:
    run("question", "add", project, "Topic", "--text", "About what?", "--labels", "price,taste")
    with project_file.open_project(project) as db:
        project_file.look_at(db, "Topic")
        crowd(db, tmp_path, [("i0", "ann", "price")])
        db.close()

    run("merge", project, "--question", "Topic")

    with project_file.open_project(project) as db:
        assert merging.state(db) is None
        project_file.look_at(db, "Topic")
        assert merging.state(db) is not None
        db.close()


def test_an_empty_guideline_is_refused_and_what_came_from_files_is_told_apart(project: Path, tmp_path: Path) -> None:
    text = tmp_path / "guide.md"
    text.write_text(" \n", encoding="utf-8")
    with pytest.raises(UserError, match="is empty"):
        run("guideline", project, "--set", text)
    assert said("guideline", project)["version"] == 1

    with project_file.open_project(project) as db:
        crowd(db, tmp_path, [("i0", "ann", "good"), ("i1", "ann", "bad")])
        db.close()
    assert "from files" not in run("guideline", project)
    text.write_text("Be kind.", encoding="utf-8")
    told = run("guideline", project, "--set", text)
    assert "3 answers are older than this guideline (3 by people)." in told
    assert "2 answers came from files, with no guideline known, and are not counted." in told
