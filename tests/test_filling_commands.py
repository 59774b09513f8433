"""What `new`, `import` and `import-labels` tell beside what they bring in, and what they refuse."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
from click import UsageError
from click.testing import CliRunner, Result

from annotator.cli.program import commands
from annotator.errors import UserError
from annotator.services import backups, project_file


def run(*args: object) -> Result:
    return CliRunner().invoke(commands, [str(arg) for arg in args], standalone_mode=False)


@pytest.fixture
def items(tmp_path: Path) -> Path:
    path = tmp_path / "items.csv"
    path.write_text("id,text\na,fine\nb,bad\n", encoding="utf-8")
    return path


def test_a_new_project_in_a_synced_folder_is_made_with_a_note_beside_what_is_printed(
    tmp_path: Path, items: Path
) -> None:
    (tmp_path / "OneDrive - Lab").mkdir()

    made = run("new", tmp_path / "OneDrive - Lab" / "p", "--items", items, "--labels", "good,bad", "--json")
    elsewhere = run("new", tmp_path / "p", "--items", items, "--labels", "good,bad", "--json")

    assert (made.exception, elsewhere.exception) == (None, None)
    assert made.stderr.startswith("Note: “p.annotator” is in a folder that OneDrive syncs")
    assert "OneDrive syncs" not in made.stdout
    assert "syncs" not in elsewhere.stderr


BAD_ITEMS = "id,text\nc,well\n,lost\nd,so-so,more,cells\n"
BAD_ANSWERS = "item,annotator,label\na,ann,good\nz,ann,good\nb,ann,great\nb,,good\nb,ann,\n"


@pytest.fixture
def project(tmp_path: Path, items: Path) -> Path:
    path = tmp_path / "p.annotator"
    assert run("new", path, "--items", items, "--text", "text", "--id", "id", "--labels", "good,bad").exception is None
    return path


def counted(project: Path) -> tuple[int, int, int, int]:
    """Items, answers, rows set aside, and imports."""
    with closing(project_file.open_project(project, read_only=True)) as db:
        tables = ("item", "annotation", "rejected_row", "import")
        items, given, aside, imports = (int(db.value(f"select count(*) from {table}")) for table in tables)
    return items, given, aside, imports


def test_a_file_with_bad_rows_is_refused_as_a_whole_with_the_first_of_them(project: Path, tmp_path: Path) -> None:
    before = counted(project)
    (tmp_path / "more.csv").write_text(BAD_ITEMS, encoding="utf-8")
    (tmp_path / "answers.csv").write_text(BAD_ANSWERS, encoding="utf-8")
    (tmp_path / "gold.csv").write_text("item,label\na,good\nb,great\n", encoding="utf-8")

    more = run("import", project, tmp_path / "more.csv", "--bad-rows", "refuse").exception
    given = run("import-labels", project, tmp_path / "answers.csv", "--bad-rows", "refuse").exception
    known = run("import-labels", project, tmp_path / "gold.csv", "--gold", "--bad-rows", "refuse").exception

    assert isinstance(more, UserError)
    assert "“more.csv”" in more.message
    assert "line 4:" in more.message
    assert isinstance(given, UserError)
    assert given.message == (
        "“answers.csv” has 4 bad rows: line 3: no item “z” in the project; line 4: “great” is not one of this"
        " question's labels; line 5: no annotator; …."
    )
    assert given.hint == "Nothing was imported. Mend the file, or choose to set bad rows aside."
    assert isinstance(known, UserError)
    assert known.message == "“gold.csv” has a bad row, line 3: “great” is not one of this question's labels."
    assert counted(project) == before


def test_bad_rows_are_set_aside_unless_it_is_said_otherwise(project: Path, tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_text(BAD_ANSWERS, encoding="utf-8")

    assert run("import-labels", project, tmp_path / "answers.csv").exception is None

    assert counted(project)[1:3] == (1, 4)


@pytest.mark.parametrize("gold", [False, True])
def test_labels_of_which_every_row_is_set_aside_are_a_failure_that_says_so(
    project: Path, tmp_path: Path, gold: bool
) -> None:
    path = tmp_path / "strange.csv"
    path.write_text("item,label\ny,good\nz,bad\n" if gold else "item,annotator,label\nz,ann,good\n", encoding="utf-8")

    told = run("import-labels", project, path, *(["--gold"] if gold else []))

    assert isinstance(told.exception, UserError)
    assert told.exception.message == "Nothing of “strange.csv” was taken: every row was set aside."
    assert "no item “z” in the project" in told.stdout
    assert counted(project)[1:3] == (0, 2 if gold else 1)  # and kept, as rows that are set aside are


def test_equal_reasons_are_told_together_and_bad_rows_are_refused_by_reason(project: Path, tmp_path: Path) -> None:
    rows = ["b,bob,good", *(f"a,ann-{n},spm" for n in range(12)), "z,ann,bad", *(f"y{n},ann,bad" for n in range(25))]
    path = tmp_path / "answers.csv"
    path.write_text("\n".join(["item,annotator,label", *rows]), encoding="utf-8")

    refused = run("import-labels", project, path, "--bad-rows", "refuse").exception
    told = run("import-labels", project, path).stdout.splitlines()
    found = json.loads(run("import-labels", project, path, "--json").stdout)

    assert isinstance(refused, UserError)
    assert "38 bad rows: “spm” is not one of this question's labels (12 rows, first in line 3); line 15:" in str(
        refused
    )
    assert told[:4] == [
        "1 answer added, 38 rows set aside.",
        "  set aside, “spm” is not one of this question's labels: 12 rows, first in line 3",
        "  line 15: set aside, no item “z” in the project",
        "  line 16: set aside, no item “y0” in the project",
    ]
    assert told[21:] == [
        "  ... and 7 more set aside, and kept in the project",
        "Items are from “item”, annotators from “annotator”, labels from “label”.",
    ]
    assert found["rejected_reasons"][0] == {
        "reason": "“spm” is not one of this question's labels",
        "rows": 12,
        "line": 3,
    }
    assert found["skipped_reasons"] == [{"reason": "the same answer came before", "rows": 1, "line": 2}]


STRANGE = "nr;turker;verdict;expert;sure\na;ann;good;;80\nb;ann;bad;good;90\na;bob;bad;;70\nb;bob;good;good;60\n"


def test_columns_with_other_names_are_those_that_are_asked_for_and_the_next_file_is_read_as_this_one(
    project: Path, tmp_path: Path
) -> None:
    (tmp_path / "strange.csv").write_text(STRANGE, encoding="utf-8")
    (tmp_path / "more.csv").write_text("nr,turker,verdict\na,cleo,good\na,cleo,good\n", encoding="utf-8")
    told = ("--annotator", "turker", "--label", "verdict")

    without = run("import-labels", project, tmp_path / "strange.csv").exception
    wrong = run("import-labels", project, tmp_path / "strange.csv", *told, "--id", "number").exception
    first = run("import-labels", project, tmp_path / "strange.csv", *told)
    more = run("import-labels", project, tmp_path / "more.csv")

    assert isinstance(without, UserError)
    assert "no column “annotator” and no column “label”" in without.message
    assert "--annotator" in without.hint
    assert isinstance(wrong, UserError)
    assert "There is no column “number”" in wrong.message
    assert first.stdout.splitlines() == [
        "4 answers added.",
        "Items are from “nr”, annotators from “turker”, labels from “verdict”.",
    ]
    assert more.stdout.splitlines() == [
        "1 answer added, 1 row skipped.",
        "  line 3: skipped, the same answer came before",
        "Items are from “nr”, annotators from “turker”, labels from “verdict”.",
        "As in the earlier import: annotators from “turker”, labels from “verdict”.",
    ]
    assert counted(project)[1:3] == (5, 0)


def test_a_column_can_be_taken_for_another_thing_or_for_none(project: Path, tmp_path: Path) -> None:
    path = tmp_path / "percent.csv"
    rows = "item;worker;label;final;confidence\na;ann;good;bad;80\nb;ann;bad;good;90\n"
    path.write_text(rows, encoding="utf-8")

    assert isinstance(run("import-labels", project, path).exception, UserError)  # all are out of 0 to 1
    added = run("import-labels", project, path, "--confidence", "", "--label", "final", "--json")

    assert json.loads(added.stdout)["added"] == 2
    assert json.loads(added.stdout)["columns"] == {"item": "item", "annotator": "worker", "label": "final"}
    with closing(project_file.open_project(project, read_only=True)) as db:
        given = db.conn.execute(
            "select l.name, a.confidence from annotation a join label l on l.id = a.label_id order by a.item_id"
        ).fetchall()
    assert given == [("bad", None), ("good", None)]


def test_gold_can_be_any_column_and_rows_without_it_are_counted_and_no_more(project: Path, tmp_path: Path) -> None:
    (tmp_path / "strange.csv").write_text(STRANGE, encoding="utf-8")
    (tmp_path / "none.csv").write_text("id,gold\na,\nb, \n", encoding="utf-8")
    asked = ("import-labels", project, tmp_path / "strange.csv", "--gold")

    usage = run(*asked, "--label", "expert", "--annotator", "turker").exception
    added = run(*asked, "--label", "expert", "--bad-rows", "refuse")
    again = json.loads(run(*asked, "--json").stdout)
    none = run("import-labels", project, tmp_path / "none.csv", "--gold").exception

    assert isinstance(usage, UsageError)
    assert "--annotator belongs to answers" in usage.message
    assert added.stdout.splitlines() == [
        "1 gold label added, 1 row skipped, 2 rows without gold.",
        "  line 5: skipped, the same gold came before",
        "Items are from “nr”, known labels from “expert”.",
    ]
    assert (again["rows"], again["skipped"], again["rejected"], again["without_gold"]) == (4, 2, 0, 2)
    assert isinstance(none, UserError)
    assert none.message == "Nothing of “none.csv” was taken: every row is without gold."
    assert counted(project)[2] == 0


def test_labels_in_another_encoding_and_with_another_delimiter_can_be_read(tmp_path: Path, items: Path) -> None:
    path = tmp_path / "p.annotator"
    assert run("new", path, "--items", items, "--labels", "süß,sauer").exception is None
    (tmp_path / "answers.csv").write_text("item~annotator~label\na~ann~süß\nb~ann~sauer\n", encoding="cp1252")

    added = run("import-labels", path, tmp_path / "answers.csv", "--delimiter", "~", "--encoding", "cp1252")

    assert added.exception is None
    assert added.stdout.startswith("2 answers added.")


def test_the_same_labels_again_are_no_failure(project: Path, tmp_path: Path) -> None:
    (tmp_path / "gold.csv").write_text("item,label\na,good\nz,bad\n", encoding="utf-8")
    (tmp_path / "again.csv").write_text("item,label\na,good\ny,bad\n", encoding="utf-8")

    assert run("import-labels", project, tmp_path / "gold.csv", "--gold").exception is None
    assert run("import-labels", project, tmp_path / "again.csv", "--gold").exception is None


def test_a_sound_file_is_taken_where_bad_rows_are_refused(project: Path, tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text("id,text\nc,well\n", encoding="utf-8")

    assert run("import", project, tmp_path / "more.csv", "--bad-rows", "refuse").exception is None

    assert counted(project)[0] == 3


def test_no_project_is_made_of_a_file_with_bad_rows_that_is_refused(tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text(BAD_ITEMS, encoding="utf-8")

    refused = run(
        *("new", tmp_path / "q", "--items", tmp_path / "more.csv", "--text", "text", "--id", "id"),
        *("--labels", "good,bad", "--bad-rows", "refuse"),
    )

    assert isinstance(refused.exception, UserError)
    assert [path.name for path in tmp_path.iterdir()] == ["more.csv"]


def test_a_file_without_the_columns_of_the_texts_is_no_items_by_mistake(project: Path, tmp_path: Path) -> None:
    before = counted(project)
    (tmp_path / "truth.csv").write_text("c,good\nd,bad\ne,bad\n", encoding="utf-8")

    refused = run("import", project, tmp_path / "truth.csv")
    assert isinstance(refused.exception, UserError)
    assert "“truth.csv” has no column “text”, where the texts of this project come from." in str(refused.exception)
    assert "--text" in str(refused.exception)
    assert counted(project) == before

    (tmp_path / "more.csv").write_text("name,body\nc,so-so\n", encoding="utf-8")
    assert run("import", project, tmp_path / "more.csv", "--text", "body", "--id", "name").exception is None
    assert counted(project)[0] == before[0] + 1


def test_a_backup_is_made_before_items_are_added(project: Path, tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text("id,text\nc,so-so\n", encoding="utf-8")

    assert run("import", project, tmp_path / "more.csv").exception is None

    with closing(project_file.open_project(backups.of(project)[0].path, read_only=True)) as copy:
        assert copy.value("select count(*) from item") == 2


def test_a_failed_import_of_labels_does_not_spoil_the_next_one(project: Path, tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("item,annotator,label,remark\na,ann,good,hm\nb,ann,bad,so\n", encoding="utf-8")

    failed = run("import-labels", project, path, "--label", "remark")
    told = run("import-labels", project, path)

    assert isinstance(failed.exception, UserError)
    assert told.stdout.splitlines() == [
        "2 answers added.",
        "2 rows that were set aside from a file of this name before are replaced.",
        "Items are from “item”, annotators from “annotator”, labels from “label”.",
    ]
    assert counted(project)[1:3] == (2, 0)  # what was set aside of the file before is gone
