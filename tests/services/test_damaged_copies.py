"""Other copies of a project that open well and are damaged further in: refused, and the other files are taken."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.errors import DamagedProject
from annotator.services import differing, importing, project_file, taking
from annotator.services.packing import Wish
from annotator.services.project_file import Db
from tests import projects
from tests.services import sending
from tests.test_command_line import annotator


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Db]:
    with closing(projects.make_project(tmp_path, [f"text {number}" for number in range(300)])) as db:
        yield db


def second_lead(lead: Db, path: Path, who: str) -> Path:
    """A copy of the project in which somebody answered, and to which an item was added."""
    lead.conn.execute("pragma wal_checkpoint(truncate)")
    shutil.copy(lead.path, path)
    with closing(project_file.open_project(path)) as db:
        sending.answer_in(db, project_file.add_person(db, who).id, "i5", "good")
        (path.parent / "more.csv").write_text(f"id,text\n{who},only with {who}\n", encoding="utf-8")
        importing.import_items(db, path.parent / "more.csv")
        projects.llm_answers(db, path.parent, "model", [(f"i{number}", "bad", 0.5) for number in range(300)])
    return path


def spoil(path: Path, table: str) -> None:
    """Flip the bytes at the beginning of the first page of a table, so that the header and the schema stay sound."""
    with closing(sqlite3.connect(path)) as db:
        page = db.execute("select rootpage from sqlite_schema where name = ?", (table,)).fetchone()[0]
        size = db.execute("pragma page_size").fetchone()[0]
    content = bytearray(path.read_bytes())
    at = (page - 1) * size
    content[at : at + 64] = bytes(byte ^ 0xFF for byte in content[at : at + 64])
    path.write_bytes(content)
    with closing(project_file.open_project(path, read_only=True)) as db:
        assert project_file.name(db) == "small"  # it opens, and says what it is


def counts(db: Db) -> list[int]:
    """Of the rows of every table that a taking writes."""
    tables = ("op", "op_row", "taking", "taken", "annotation", "annotator", "item", "project")
    return [db.value(f"select count(*) from {table}") for table in tables]


def returned(lead: Db, folder: Path) -> Path:
    mine = sending.opened(sending.send(lead, folder / "out", Wish(to=("Ann",), each=3))["Ann"])
    sending.answer(mine, {sending.items_in(mine)[0]: "good"})
    return sending.hand_back(mine, folder / "ann.annoreturn")


@pytest.mark.parametrize("table", ["annotation", "op_row", "call", "label", "gold", "taken"])
def test_a_copy_that_is_damaged_further_in_is_refused_and_the_others_are_taken(
    lead: Db, tmp_path: Path, table: str
) -> None:
    back = returned(lead, tmp_path)
    bad = second_lead(lead, tmp_path / "bad.annotator", "Bad")
    good = second_lead(lead, tmp_path / "good.annotator", "Good")
    spoil(bad, table)

    report = taking.take(lead, [bad, back, good])

    assert [came.problem for came in report.files[1:]] == ["", ""]
    assert report.sentences()[0] == (
        "Not taken: “bad.annotator” is damaged. Go back to a backup, or recover what can be read into a new file."
    )
    assert {who for _, who in sending.said(lead)} == {"Ann", "Good"}  # and nothing that came before the bad page
    assert {person.name for person in project_file.people(lead)} == {"Ann", "Good"}
    assert project_file.problems(lead.path) == []


def test_a_damaged_copy_alone_is_one_sentence_and_changes_nothing(lead: Db, tmp_path: Path) -> None:
    bad = second_lead(lead, tmp_path / "bad.annotator", "Bad")
    spoil(bad, "annotation")
    before = counts(lead)
    with pytest.raises(DamagedProject, match=r"“bad.annotator” is damaged\."):
        taking.take(lead, [bad])
    assert counts(lead) == before
    assert [came.problem for came in taking.take_or_refuse(lead, [bad]).files if "damaged" in came.problem]


def test_a_text_that_was_flipped_does_not_spread(lead: Db, tmp_path: Path) -> None:
    bad = second_lead(lead, tmp_path / "bad.annotator", "Bad")
    content = bad.read_bytes()
    assert content.count(b"only with Bad") == 1  # of the new item
    bad.write_bytes(content.replace(b"only with Bad", b"onlx with Bad"))
    good = second_lead(lead, tmp_path / "good.annotator", "Good")
    report = taking.take(lead, [bad, good])
    assert [bool(came.problem) for came in report.files] == [True, False]
    assert lead.value("select count(*) from item where fields like '%onlx%'") == 0
    assert lead.value("select count(*) from item where fields like '%only with Good%'") == 1


def test_an_opened_package_that_is_damaged_is_refused_too(lead: Db, tmp_path: Path) -> None:
    packages = sending.send(lead, tmp_path / "out", Wish(to=("Ann", "Bo"), each=3))
    ann, bo = (sending.opened(package) for package in packages.values())
    for mine in (ann, bo):
        sending.answer(mine, {sending.items_in(mine)[0]: "good"})
    with closing(sqlite3.connect(ann)) as db:
        page = db.execute("select rootpage from sqlite_schema where name = 'op_row'").fetchone()[0]
    content = bytearray(ann.read_bytes())
    content[(page - 1) * 4096 : (page - 1) * 4096 + 64] = b"\xff" * 64
    ann.write_bytes(content)
    report = taking.take(lead, [ann, bo])
    assert [came.problem.partition(".")[0] for came in report.files] == ["“small - Ann", ""]
    assert {who for _, who in sending.said(lead)} == {"Bo"}


def test_what_is_not_a_copy_s_fault_is_not_said_of_it(
    lead: Db, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = second_lead(lead, tmp_path / "good.annotator", "Good")

    def broken(*_: object) -> None:
        raise KeyError("a fault of the program")

    monkeypatch.setattr("annotator.services.joining.joining.people", broken)
    with pytest.raises(KeyError, match="a fault of the program"):
        taking.take(lead, [good])


def test_the_command_line_names_the_damaged_copy_and_takes_the_others(lead: Db, tmp_path: Path) -> None:
    back = returned(lead, tmp_path)
    bad = second_lead(lead, tmp_path / "bad.annotator", "Bad")
    spoil(bad, "annotation")
    lead.close()

    told = annotator("take", lead.path, back, bad, code=1).splitlines()

    assert told[1:] == [
        "Not taken: “bad.annotator” is damaged. Go back to a backup, or recover what can be read into a new file.",
        "Together: 1 new answer. 1 file was not taken.",
    ]
    assert told[0] == "ann.annoreturn: Ann, 1 new answer; 1 in all."


@pytest.mark.parametrize("first", [True, False])
def test_comparing_names_the_file_that_is_damaged(lead: Db, tmp_path: Path, first: bool) -> None:  # noqa: FBT001
    bad = second_lead(lead, tmp_path / "bad.annotator", "Bad")
    spoil(bad, "annotation")
    with pytest.raises(DamagedProject, match=r"“bad.annotator” is damaged\."):
        differing.diff(*([bad, lead.path] if first else [lead.path, bad]))
