from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.errors import Cancelled, FileProblem, UserError
from annotator.services import annotating, importing, project_file
from annotator.storage import gold, items
from tests.projects import crowd, label_ids, make_project


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_every_row_is_added_or_listed_with_line_and_reason(tmp_path: Path) -> None:
    db = make_project(tmp_path, texts=())
    path = _write(tmp_path / "x.csv", "id,text,lang\na,one,en\nb\n,three,en\nd,,en\ne,five,de\na,again,en\n")

    mapping = importing.Mapping(("text",), "id", ("lang",))
    result = importing.import_items(db, path, mapping=mapping)

    assert (result.added, result.skipped, result.rejected, result.rows) == (2, 1, 3, 6)
    assert [(row.line, row.reason) for row in importing.rejected_rows(db)] == [
        (3, "1 cell instead of 3"),
        (4, "no id in “id”"),
        (5, "no text"),
    ]
    assert [(i.external_id, i.fields, i.metadata) for i in items.page(db, items.ids(db))] == [
        ("a", {"text": "one"}, {"lang": "en"}),
        ("e", {"text": "five"}, {"lang": "de"}),
    ]
    db.close()


def test_duplicate_ids_are_updated_when_chosen(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    path = _write(tmp_path / "x.csv", "id,text\ni0,changed\nnew,one\nnew,two\n")

    result = importing.import_items(db, path, mapping=importing.Mapping(("text",), "id"), duplicates="update")

    assert (result.added, result.updated) == (1, 2)
    texts = {item.external_id: item.fields["text"] for item in items.page(db, items.ids(db))}
    assert texts["i0"] == "changed"
    assert texts["new"] == "two"
    db.close()


def test_refusing_duplicates_leaves_the_project_as_it_was(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    path = _write(tmp_path / "x.csv", "id,text\nnew,one\ni3,two\n")

    with pytest.raises(UserError, match="“i3” occurs twice"):
        importing.import_items(db, path, duplicates="refuse")

    assert items.count(db) == 8
    db.close()


def test_cancelling_imports_nothing(tmp_path: Path) -> None:
    db = make_project(tmp_path, texts=())
    path = _write(tmp_path / "x.csv", "id,text\n" + "".join(f"{n},text {n}\n" for n in range(10_000)))

    def stop_halfway(done: int, total: int | None) -> None:
        if total and done > total / 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        importing.import_items(db, path, report=stop_halfway)

    assert items.count(db) == 0
    db.close()


def test_several_fields_and_jsonl_keep_their_names(tmp_path: Path) -> None:
    db = make_project(tmp_path, texts=())
    rows = [{"qid": "1", "question": "why?", "answer": "because", "n": 3}]
    path = _write(tmp_path / "x.jsonl", "\n".join(map(json.dumps, rows)))
    found = importing.inspect(path)
    mapping = replace(found.mapping, fields=("question", "answer"), id_column="qid", metadata=("n",))

    importing.import_items(db, path, layout=found.layout, mapping=mapping)

    item = items.get(db, 1)
    assert (item.fields, item.metadata) == ({"question": "why?", "answer": "because"}, {"n": "3"})
    db.close()


@pytest.mark.parametrize(
    ("content", "told"), [(b"", "empty"), (b"\x89PNG\r\n\x1a\n\0\0\0\0", "not a text file|no text")]
)
def test_a_file_that_is_no_table_is_one_sentence(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(FileProblem, match=told):
        importing.inspect(path)


def test_crowd_answers_are_added_once_and_unknown_ones_listed(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    rows = [("i0", "ann", "good"), ("i0", "bob", "BAD"), ("i9", "ann", "good"), ("i1", "ann", "so-so")]

    first, second = crowd(db, tmp_path, rows), crowd(db, tmp_path, rows)

    assert (first.added, first.rejected) == (2, 2)
    assert (second.added, second.skipped, second.rejected) == (0, 2, 2)
    assert {r.reason for r in importing.rejected_rows(db)} == {
        "no such item in the project",
        "not a label of the question",
    }
    db.close()


def test_an_answer_given_here_is_never_replaced_by_a_file(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    mira = project_file.add_person(db, "Mira").id
    annotating.answer(db, mira, annotating.turn_of(db, mira, 1), label_ids(db)["good"], seconds=1)

    result = crowd(db, tmp_path, [("i0", "Mira", "bad"), ("i1", "Mira", "bad")])

    own = annotating.turn_of(db, mira, 1).own
    assert own is not None
    assert own.label_id == label_ids(db)["good"]
    assert (result.added, result.rejected) == (1, 1)
    db.close()


def test_gold_is_imported_and_never_replaces_a_decision(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    labels = label_ids(db)
    lead = project_file.add_person(db, "Lead").id
    question = project_file.question(db)
    gold.adjudicate(db, question.id, lead, [(1, labels["bad"])])

    result = importing.import_gold(db, _write(tmp_path / "g.csv", "item,label\ni0,good\ni1,good\n"))

    assert result.rows == 2
    found = {g.item_id: (g.label_id, g.source) for g in gold.every(db, question.id)}
    assert found == {1: (labels["bad"], "adjudicated"), 2: (labels["good"], "imported")}
    db.close()
