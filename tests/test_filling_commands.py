"""What `new`, `import` and `import-labels` tell beside what they bring in, and what they refuse."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
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
        "“answers.csv” has 4 bad rows: line 3: no such item in the project; line 4: not a label of the question;"
        " line 5: no annotator; …."
    )
    assert given.hint == "Nothing was imported. Mend the file, or choose to set bad rows aside."
    assert isinstance(known, UserError)
    assert known.message == "“gold.csv” has a bad row, line 3: not a label of the question."
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
    assert "no such item in the project" in told.stdout
    assert counted(project)[1:3] == (0, 2 if gold else 1)  # and kept, as rows that are set aside are


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
