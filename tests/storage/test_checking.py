"""The check of a whole file: pages, references, and the log against the tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.errors import Cancelled
from annotator.services import annotating, project_file
from annotator.services.project_file import Db
from annotator.storage import answers, checking, items
from tests.projects import label_ids, make_project


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    with closing(make_project(tmp_path)) as db:
        me = project_file.add_person(db, "Mira").id
        while (turn := annotating.next_turn(db, me)) is not None:
            annotating.answer(db, me, turn, label_ids(db)["good"], seconds=1)
        yield db


def spoilt(db: Db, *statements: str) -> list[str]:
    db.execute("pragma foreign_keys = off")
    for statement in statements:
        db.execute(statement)
    return checking.problems(db)


def test_a_project_that_was_worked_on_and_undone_is_sound(db: Db) -> None:
    annotating.undo(db, 1)
    annotating.undo(db, 1)
    annotating.redo(db, 1)
    assert checking.problems(db) == []


def test_an_answer_without_its_item_is_found(db: Db) -> None:
    assert spoilt(db, "delete from item where id = 1") == [
        "1 row of “annotation” belongs to something in “item” that is not there."
    ]


def test_a_routing_or_a_merged_result_in_force_that_is_not_there_is_found(db: Db) -> None:
    settings = [("routing", 7), ("aggregation [question 2]", 3), ("aggregation", "null")]  # null: none is in force
    statements = [f"insert into project values ('{key}', '{value}')" for key, value in settings]

    assert spoilt(db, *statements) == [
        "1 row of “project” belongs to something in “routing” that is not there.",
        "1 row of “project” belongs to something in “aggregation” that is not there.",
    ]


def test_an_answer_that_is_not_in_the_log_is_found(db: Db) -> None:
    assert spoilt(db, "delete from op_row where op_id = (select op_id from annotation where item_id = 2)") == [
        "1 row of “annotation” is not in the log."
    ]


def test_an_answer_that_was_changed_past_the_log_is_found(db: Db) -> None:
    bad = label_ids(db)["bad"]
    assert spoilt(db, f"update annotation set label_id = {bad} where item_id in (2, 3)") == [
        "2 answers differ from what the log says."
    ]


def test_labels_of_an_llm_that_were_worked_out_anew_are_no_damage(db: Db) -> None:
    who = int(db.value("select id from annotator where name = 'Mira'"))
    question = project_file.question(db).id
    db.execute("update annotator set kind = 'llm' where name = 'Mira'")
    bad = label_ids(db)["bad"]
    with db.atomic():
        answers.rewrite_confidence(db, question, who, [(2, bad, 0.6, {bad: 0.6})])

    assert answers.labels_of(db, question, who)[2] == bad
    assert checking.problems(db) == []


def test_a_log_that_holds_no_json_is_found(db: Db) -> None:
    found = spoilt(db, "update op_row set key = '{' where op_id = (select max(op_id) from op_row)")
    assert found == ["1 row of the log cannot be read."]


def test_a_damaged_index_is_found(db: Db) -> None:
    place = int(db.value("select rootpage from sqlite_schema where name = 'annotation_annotator'"))
    db.close()
    with db.path.open("r+b") as file:
        file.seek((place - 1) * 4096)
        file.write(bytes(4096))
    found = project_file.problems(db.path)
    assert found
    assert any("annotation_annotator" in sentence or str(place) in sentence for sentence in found)


def test_an_item_with_half_a_character_is_found_and_shown_with_a_sign_in_its_place(db: Db) -> None:
    half, backslash = '{"text":"good \\ud83d one"}', '{"text":"good \\\\ud83d one"}'
    db.execute("update item set fields = ? where id = 1", [half])
    db.execute("update item set metadata = ? where id = 2", [backslash])

    assert checking.problems(db) == ["1 item holds half of a character; it is shown as �."]
    assert items.get(db, 1).fields == {"text": "good � one"}
    assert items.get(db, 2).metadata == {"text": "good \\ud83d one"}


def test_an_item_whose_text_was_changed_past_the_program_is_found(db: Db) -> None:
    assert spoilt(db, "update item set fields = replace(fields, ':\"', ':\"x') where id in (1, 2)") == [
        "2 items have other texts than those that were imported."
    ]


@pytest.mark.parametrize(
    ("table", "column", "where"),
    [
        ("item", "fields", "id = 1"),
        ("item", "external_id", "id = 1"),
        ("label", "name", "id = 1"),
        ("op_row", "after", "(op_id, seq) = (select max(op_id), 0 from op_row)"),
    ],
)
def test_bytes_that_are_no_text_are_found(db: Db, table: str, column: str, where: str) -> None:
    byte = "cast(x'ff' as text)"
    statement = f"update {table} set {column} = replace({column}, substr({column}, 2, 1), {byte}) where {where}"
    if column == "fields":
        statement = f"update {table} set {column} = replace({column}, ':\"', ':\"' || {byte}) where {where}"
    assert f"1 row of “{table}” holds what is no text." in spoilt(db, statement)


def test_a_check_can_be_stopped(db: Db) -> None:
    db.conn.executemany(
        "insert into item (uid, external_id, fields, metadata, content_hash) values (?, ?, '{}', '{}', x'00')",
        [(f"u{number}", f"x{number}") for number in range(30_000)],
    )

    def stopped(done: int, total: int | None) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        checking.problems(db, stopped)
