"""Work sent out and taken back by command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotator.domain.model import Label
from annotator.services import project_file, setting_up
from annotator.storage import items
from tests import projects
from tests.services import sending
from tests.test_command_line import annotator, asked


@pytest.fixture
def lead(tmp_path: Path) -> Path:
    with closing(projects.make_project(tmp_path)) as db:
        return db.path


def test_packages_go_out_and_come_back(lead: Path, tmp_path: Path) -> None:
    plan = asked("pack", lead, "--to", "Ann", "Bo", "--overlap", 2, "--out", tmp_path, "--dry-run")
    assert plan["files"] == []
    assert [each["items"] for each in plan["to"]] == [8, 8]

    said = annotator("pack", lead, "--to", "Ann", "--to", "Bo", "--out", tmp_path, "--count", 3, "--seed", 1)
    assert "Ann: 3 items.\nBo: 3 items.\n" in said
    assert "2 items are left over." in said
    assert f"2 packages written to “{tmp_path}”." in said

    mine = Path(asked("unpack", tmp_path / "small - Ann.annopack")["project"])
    first, second, _ = sending.items_in(mine)
    assert annotator("hand-back", mine, "--out", tmp_path / "empty.annoreturn").startswith("0 of 3 answered.")
    annotator("take", lead, tmp_path / "empty.annoreturn")
    assert "; came back with nothing answered yet." in annotator("packages", lead)
    assert "There is no file" in annotator("take", lead, tmp_path / "nosuch", code=1)
    sending.answer(mine, {first: "good", second: "bad"})
    assert annotator("hand-back", mine) == "2 of 3 answered. small - Ann.annoreturn can go back.\n"

    back = tmp_path / "small - Ann.annoreturn"
    told = annotator("take", lead, back, back)
    news = (
        "small - Ann.annoreturn: Ann, 2 new answers; 2 in all.\nsmall - Ann.annoreturn: Ann, nothing new; 2 in all.\n"
    )
    assert told == f"{news}Together: 2 new answers.\n"
    ann, which_ann, unjudged, bo, which_bo = annotator("packages", lead).splitlines()
    assert unjudged.startswith("  Not judged: One label always: too few answers yet (2 of 20). Speed: too few timed")
    assert (ann, bo) == ("Ann: 2 of 3, 2,400 an hour.", "Bo: 0 of 3.")
    assert which_ann.startswith("  Package 1, sent 20")
    assert which_ann.endswith(", file “small - Ann.annopack”; question: Sentiment; came back in part.")
    assert which_bo.endswith(", file “small - Bo.annopack”; question: Sentiment; nothing has come back yet.")
    assert [each["answered"] for each in asked("packages", lead)["packages"]] == [2, 0]
    with closing(project_file.open_project(lead)) as db:
        assert sending.said(db) == {(first, "Ann"): "good", (second, "Ann"): "bad"}
    assert annotator("take", lead, back) == "small - Ann.annoreturn: Ann, nothing new; 2 in all.\n"
    assert annotator("take", lead, "--undo") == "Undone: 2 answers or skips are as they were before the taking.\n"
    assert "no taking to undo" in annotator("take", lead, "--undo", code=1)


def test_a_folder_is_looked_through_for_what_is_new(lead: Path, tmp_path: Path) -> None:
    annotator("pack", lead, "--to", "Ann", "--out", tmp_path)
    mine = Path(asked("unpack", tmp_path / "small - Ann.annopack", "--into", tmp_path)["project"])
    sending.answer(mine, {"i0": "good"})
    stick = tmp_path / "stick"
    stick.mkdir()
    annotator("hand-back", mine, "--out", stick / "a.annoreturn")
    (stick / "b.annoreturn").write_bytes(b"nothing")
    found = json.loads(annotator("take", lead, "--watch", stick, "--once", "--json", code=1))
    assert [(Path(each["file"]).name, each["new"]) for each in found["files"]] == [
        ("a.annoreturn", 1),
        ("b.annoreturn", 0),
    ]
    assert annotator("take", lead, "--watch", tmp_path / "away", "--once", code=1).startswith("There is no folder")


def test_watching_goes_on_after_a_file_that_is_refused(lead: Path, tmp_path: Path) -> None:
    annotator("pack", lead, "--to", "Ann", "--out", tmp_path)
    mine = Path(asked("unpack", tmp_path / "small - Ann.annopack", "--into", tmp_path)["project"])
    sending.answer(mine, {"i0": "good"})
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "cut.annoreturn").write_bytes(b"nothing")
    command = [sys.executable, "-m", "annotator", "take", str(lead), "--watch", str(stick)]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment) as watching:
        assert watching.stdout is not None
        try:
            assert watching.stdout.readline().startswith("Not taken: “cut.annoreturn” is damaged")
            sending.hand_back(mine, tmp_path / "a.annoreturn").rename(stick / "a.annoreturn")
            assert watching.stdout.readline() == "a.annoreturn: Ann, 1 new answer; 1 in all.\n"
        finally:
            watching.kill()


def test_a_script_notices_that_one_of_the_files_was_refused_and_the_others_are_taken(
    lead: Path, tmp_path: Path
) -> None:
    annotator("pack", lead, "--to", "Ann", "--out", tmp_path)
    mine = Path(asked("unpack", tmp_path / "small - Ann.annopack", "--into", tmp_path)["project"])
    sending.answer(mine, {"i0": "good", "i1": None})
    assert annotator("hand-back", mine).startswith("1 of 8 answered, 1 skipped. small - Ann.annoreturn can go back.")
    bad = tmp_path / "cut.annoreturn"
    bad.write_bytes(b"nothing")

    told = annotator("take", lead, bad, tmp_path / "small - Ann.annoreturn", code=1).splitlines()

    assert told[0].startswith("Not taken: “cut.annoreturn” is damaged, or no package.")
    assert told[1:] == [
        "small - Ann.annoreturn: Ann, 1 new answer, 1 item skipped; 1 in all, 1 skipped.",
        "Together: 1 new answer, 1 item skipped. 1 file was not taken.",
    ]
    with closing(project_file.open_project(lead)) as db:
        assert sending.said(db) == {("i0", "Ann"): "good", ("i1", "Ann"): "skipped"}


def test_a_saved_filter_chooses_the_items_and_columns_go_with_them(tmp_path: Path) -> None:
    source = tmp_path / "items.csv"
    source.write_text("id,text,shop,truth\na,one,Berlin,x\nb,two,Paris,y\nc,three,Berlin,z\n", encoding="utf-8")
    lead = tmp_path / "p.annotator"
    annotator("new", lead, "--items", source, "--text", "text", "--id", "id", "--labels", "good,bad")
    annotator("items", lead, "--metadata", "shop=Berlin", "--save", "mine")
    order = ("--order", "given", "--metadata", "shop", "--deadline", "Friday", "--note", "On the train.")
    planned = annotator("pack", lead, "--to", "Ann", "--out", tmp_path, "--filter", "mine", *order)
    assert "Metadata sent along: shop." in planned
    said = annotator("unpack", tmp_path / "p - Ann.annopack")
    assert said == "p - Ann.annotator: 2 items for Ann. Until: Friday.\nOn the train.\n"
    with closing(project_file.open_project(tmp_path / "p - Ann.annotator")) as db:
        assert [item.metadata for item in items.page(db, items.ids(db))] == [{"shop": "Berlin"}] * 2
    assert "no saved filter" in annotator("pack", lead, "--to", "Bo", "--out", tmp_path, "--filter", "no", code=1)


def test_a_passphrase_comes_from_the_environment(lead: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "WORDS", "ein Zug")
    annotator("pack", lead, "--to", "Ann", "--out", tmp_path, "--passphrase-env", "WORDS")
    package = tmp_path / "small - Ann.annopack"
    assert "locked with a passphrase" in annotator("unpack", package, code=1)
    assert asked("unpack", package, "--passphrase-env", "WORDS")["annotator"] == "Ann"
    assert "holds no passphrase" in annotator("unpack", package, "--passphrase-env", "NOTHING", code=1)


def test_hand_back_is_for_opened_packages_alone(lead: Path) -> None:
    assert "no package that was opened" in annotator("hand-back", lead, code=1)


def test_an_opened_package_tells_what_it_is_and_is_no_project_of_a_lead(
    lead: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "WORDS", "ein Zug")
    secret = ("--passphrase-env", "WORDS")
    said = annotator("pack", lead, "--to", "Ann", "--out", tmp_path, "--seed", 7, *secret)
    assert said.endswith("The same plan again: --seed 7.\n")
    package, mine = tmp_path / "small - Ann.annopack", tmp_path / "small - Ann.annotator"
    assert asked("unpack", package, *secret)["opened_before"] is False
    again = annotator("unpack", package)
    assert again.startswith(f"This package was opened before: its project is {mine}. Nothing new was made.\n")
    assert "has no passphrase, though" in annotator("hand-back", mine)
    assert "has no passphrase, though" in asked("hand-back", mine)["warning"]
    assert asked("hand-back", mine, *secret)["warning"] is None
    for command in (("settle", mine, "i0=good", "--by", "Ann"), ("merge", mine)):
        assert "only answers go back" in annotator(*command, code=1)
    annotator("export", mine, tmp_path / "mine.csv", "--what", "annotations")


def test_a_lost_package_is_written_again(lead: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    annotator("pack", lead, "--to", "Ann", "Bo", "--out", tmp_path, "--note", "Slowly.")
    again = tmp_path / "again"
    again.mkdir()
    looked = annotator("pack", lead, "--again", "Ann", "--out", again, "--dry-run")
    assert looked.startswith("Package 1 of Ann again: 4 items, in the same order.\n")
    assert looked.endswith("Nothing was written.\n")
    assert list(again.iterdir()) == []

    monkeypatch.setenv("BETWEEN_US", "seven green lamps")
    found = asked("pack", lead, "--again", "small - Ann.annopack", "--out", again, "--passphrase-env", "BETWEEN_US")
    assert found["same_order"]
    assert [Path(file).name for file in found["files"]] == ["small - Ann (2).annopack"]
    said = annotator("unpack", again / "small - Ann (2).annopack", "--passphrase-env", "BETWEEN_US")
    assert said == "small - Ann (2).annotator: 4 items for Ann.\nSlowly.\n"
    assert "; written again: “small - Ann (2).annopack”; " in annotator("packages", lead)
    assert "leave out --gold" in annotator("pack", lead, "--again", "Ann", "--gold", 1, "--out", again, code=2)
    assert "No package “Zoe” was sent." in annotator("pack", lead, "--again", "Zoe", "--out", again, code=1)
    assert "--again" in annotator("pack", lead, "--out", again, code=2)


def test_a_return_file_is_written_over_an_earlier_one_of_the_same_project_alone(
    lead: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    annotator("pack", lead, "--to", "Ann", "Bo", "--out", tmp_path)
    ann, bo = (Path(asked("unpack", tmp_path / f"small - {name}.annopack")["project"]) for name in ("Ann", "Bo"))
    back = tmp_path / "back.annoreturn"
    annotator("hand-back", ann, "--out", back)
    annotator("hand-back", ann, "--out", back)
    kept = back.read_bytes()
    refused = annotator("hand-back", bo, "--out", back, code=1)
    assert refused.startswith("“back.annoreturn” is there already, and is no earlier return file of this project.")
    assert "--replace" in refused
    assert back.read_bytes() == kept
    monkeypatch.setenv("BETWEEN_US", "seven green lamps")
    annotator("hand-back", bo, "--out", back, "--replace", "--passphrase-env", "BETWEEN_US")
    annotator("hand-back", bo, "--out", back, "--passphrase-env", "BETWEEN_US")
    assert "is there already" in annotator("hand-back", bo, "--out", back, code=1)

    thesis = tmp_path / "thesis.txt"
    thesis.write_text("years of work", encoding="utf-8")
    assert "is there already" in annotator("hand-back", ann, "--out", thesis, code=1)
    assert thesis.read_text(encoding="utf-8") == "years of work"


def test_what_is_kept_aside_is_tried_again(lead: Path, tmp_path: Path) -> None:
    annotator("pack", lead, "--to", "Ann", "--out", tmp_path)
    mine = Path(asked("unpack", tmp_path / "small - Ann.annopack")["project"])
    sending.answer(mine, {"i0": "good"})
    annotator("hand-back", mine)
    with closing(project_file.open_project(lead)) as db:
        who = project_file.add_person(db, "Lead").id
        labels = [label for label in project_file.question(db).labels if label.name != "good"]
        setting_up.save_labels(db, [*labels, Label("other")], who)
    annotator("take", lead, tmp_path / "small - Ann.annoreturn")
    assert asked("take", lead, "--try-again") == {"placed_later": 0, "aside": 1}
    annotator("label", "add", lead, "good", "--by", "Lead")
    assert annotator("take", lead, "--try-again") == "Placed now: 1\nStill kept aside: 0\n"
    with closing(project_file.open_project(lead)) as db:
        assert sending.said(db) == {("i0", "Ann"): "good"}


def test_too_few_hidden_checks_are_said_before_anything_is_sent(lead: Path, tmp_path: Path) -> None:
    with closing(project_file.open_project(lead)) as db:
        projects.gold(db, tmp_path, [(f"i{number}", "good") for number in range(6)])
    few = "Note: 2 hidden checks are too few to judge anybody by: hide 5 or more.\n"

    assert few in annotator("pack", lead, "--to", "Ann", "--gold", 2, "--out", tmp_path, "--dry-run")
    assert asked("pack", lead, "--to", "Ann", "--gold", 5, "--out", tmp_path, "--dry-run")["warnings"] == []
    assert "Note:" not in annotator("pack", lead, "--to", "Ann", "--gold", 5, "--out", tmp_path, "--dry-run")


def test_why_somebody_would_get_nothing_is_said_with_what_helps(lead: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    annotator("pack", lead, "--to", "Ann", "--out", tmp_path / "out")

    had = annotator("pack", lead, "--to", "Ann", "--out", tmp_path / "out", code=1)
    crowded = annotator("pack", lead, "--to", *(f"P{number}" for number in range(9)), "--out", tmp_path, code=1)

    assert had == (
        "Ann has had all of these items already."
        " Choose other items, or import more; a package that was lost can be written again.\n"
    )
    assert "There are too few items for everybody: nothing is left for P" in crowded
    assert "Choose more items, more people for each item, or fewer people." in crowded
    told = annotator("pack", lead, "--to", "Ann", "--out", tmp_path / "out", "--dry-run")
    assert "Note: Ann has had all of these items already." in told


def test_a_package_that_is_not_there_is_said_to_be_missing(lead: Path, tmp_path: Path) -> None:
    missing = annotator("unpack", tmp_path / "gone.annopack", code=1)
    folder = annotator("unpack", tmp_path, code=1)

    assert missing == f"There is no package “{tmp_path / 'gone.annopack'}”. Check its name and its folder.\n"
    assert f"“{tmp_path.name}” is a folder, not a file." in folder
    assert "There is no package “" in annotator(tmp_path / "gone.annopack", code=2)


def test_what_somebody_skipped_is_told_beside_what_they_answered(lead: Path, tmp_path: Path) -> None:
    annotator("pack", lead, "--to", "Ann", "--out", tmp_path)
    mine = Path(asked("unpack", tmp_path / "small - Ann.annopack")["project"])
    first, second, third, *_ = sending.items_in(mine)
    sending.answer(mine, {first: "good", second: None, third: None})
    back = tmp_path / "small - Ann.annoreturn"
    annotator("hand-back", mine)

    assert annotator("take", lead, back).startswith(
        "small - Ann.annoreturn: Ann, 1 new answer, 2 items skipped; 1 in all, 2 skipped.\n"
    )
    assert annotator("packages", lead).splitlines()[0] == "Ann: 1 of 8, 2 skipped, 1,029 an hour."
    assert "  Ann (person): 1 answer, 2 skipped\n" in annotator("status", lead)
    [ann] = asked("status", lead)["annotators"]
    assert (ann["answers"], ann["skipped"]) == (1, 2)
    [ann] = asked("ledger", lead)["people"]
    assert (ann["answers"], ann["timed"], ann["skipped"]) == (1, 1, 2)
