from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.domain.model import Exposure
from annotator.errors import Cancelled, FileProblem, UserError
from annotator.services import annotating, columns, importing, project_file, setting_up
from annotator.storage import answers, gold, imports, items
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


def test_both_rows_of_an_id_are_kept_when_chosen_but_not_the_same_row_twice(tmp_path: Path) -> None:
    db = make_project(tmp_path, texts=("lovely",))
    path = _write(tmp_path / "x.csv", "id,text\ni0,other\ni0,third\ni0,lovely\ni0 (3),literal\nnew,one\n")

    mapping = importing.Mapping(("text",), "id")
    result = importing.import_items(db, path, mapping=mapping, duplicates="both")
    again = importing.import_items(db, path, mapping=mapping, duplicates="both")

    assert (result.added, result.skipped, result.rows) == (4, 1, 5)
    assert result.skipped_rows[0][:2] == (4, "its id and its text came before")
    assert (again.added, again.skipped) == (0, 5)
    assert {item.external_id: item.fields["text"] for item in items.page(db, items.ids(db))} == {
        "i0": "lovely",
        "i0 (3)": "literal",
        "i0 (2)": "other",
        "i0 (4)": "third",
        "new": "one",
    }
    db.close()


def test_refusing_duplicates_leaves_the_project_as_it_was(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    path = _write(tmp_path / "x.csv", "id,text\nnew,one\ni3,two\n")

    with pytest.raises(UserError, match="“i3” on line 3 occurs twice"):
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
        "no item “i9” in the project",
        "“so-so” is not one of this question's labels",
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

    assert (result.added, result.rejected) == (1, 1)
    assert [(row.line, row.reason) for row in importing.rejected_rows(db)] == [(2, "settled in review already")]
    found = {g.item_id: (g.label_id, g.source) for g in gold.every(db, question.id)}
    assert found == {1: (labels["bad"], "adjudicated"), 2: (labels["good"], "imported")}
    db.close()


def test_gold_that_contradicts_itself_is_set_aside_and_repeats_are_not(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    rows = ["i0,good", "i1,good", "i0,bad", "i1,GOOD", "i2,bad", "i0,good", "i9,good", "i9,bad"]

    result = importing.import_gold(db, _write(tmp_path / "g.csv", "\n".join(["item,label", *rows])))

    assert (result.added, result.updated, result.skipped, result.rejected) == (2, 0, 1, 5)
    assert [(row.line, row.reason) for row in importing.rejected_rows(db)] == [
        (2, "“i0” is “good” here, and “bad” on line 4"),
        (4, "“i0” is “bad” here, and “good” on line 2"),
        (7, "“i0” is “good” here, and “bad” on line 4"),
        (8, "no item “i9” in the project"),
        (9, "no item “i9” in the project"),
    ]
    assert [(row.line, row.reason) for row in result.skipped_rows] == [(5, "the same gold came before")]
    assert {g.item_id for g in gold.every(db, project_file.question(db).id)} == {2, 3}
    db.close()


def test_an_annotator_who_contradicts_themselves_in_a_file_is_set_aside_with_both_lines(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    importing.import_labels(db, _write(tmp_path / "a.csv", "item,annotator,label\ni0,ann,bad\n"))
    rows = ["i0,ann,good", "i1,ann,good", "i0,bob,good", "i0,ann,bad", "i1,ann,GOOD", "i2,ann,bad"]

    result = importing.import_labels(db, _write(tmp_path / "b.csv", "\n".join(["item,annotator,label", *rows])))

    assert (result.added, result.updated, result.skipped, result.rejected) == (3, 0, 1, 2)
    assert [(row.line, row.reason) for row in importing.rejected_rows(db)] == [
        (2, "“ann” says “good” of “i0” here, and “bad” on line 5"),
        (5, "“ann” says “bad” of “i0” here, and “good” on line 2"),
    ]
    assert [(row.line, row.reason) for row in result.skipped_rows] == [(6, "the same answer came before")]
    stored = db.conn.execute(
        "select a.item_id, w.name, a.label_id from annotation a join annotator w on w.id = a.annotator_id order by 1, 2"
    ).fetchall()
    good, bad = label_ids(db)["good"], label_ids(db)["bad"]
    assert stored == [(1, "ann", bad), (1, "bob", good), (2, "ann", good), (3, "ann", bad)]  # i0 is as it was before
    db.close()


def test_gold_that_is_imported_again_is_skipped_and_other_gold_updates_it(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    importing.import_gold(db, _write(tmp_path / "g.csv", "item,label\ni0,good\ni1,good\n"))

    again = importing.import_gold(db, _write(tmp_path / "g2.csv", "item,label\ni0,good\ni1,bad\n"))

    assert (again.added, again.updated, again.skipped, again.rejected) == (0, 1, 1, 0)
    labels = label_ids(db)
    assert [g.label_id for g in gold.every(db, project_file.question(db).id)] == [labels["good"], labels["bad"]]
    db.close()


def test_skipped_rows_are_named_with_their_line_the_first_twenty(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    path = _write(tmp_path / "x.csv", "id,text\nnew,one\n" + "i3,two\n" * 30)

    result = importing.import_items(db, path, mapping=importing.Mapping(("text",), "id"))

    assert (result.added, result.skipped) == (1, 30)
    assert [row.line for row in result.skipped_rows] == list(range(3, 23))
    assert {row.reason for row in result.skipped_rows} == {"the id “i3” came before"}
    again = crowd(db, tmp_path, [("i0", "ann", "good"), ("i1", "ann", "good"), ("i1", "ann", "good")])
    assert [(row.line, row.reason) for row in again.skipped_rows] == [(4, "the same answer came before")]
    db.close()


def test_a_second_file_without_ids_does_not_take_the_numbers_of_the_first(tmp_path: Path) -> None:
    db = make_project(tmp_path, texts=())
    first, second = _write(tmp_path / "a.txt", "one\ntwo\n"), _write(tmp_path / "b.txt", "three\ntwo\n")

    importing.import_items(db, first)
    importing.import_items(db, second)
    again = [importing.import_items(db, first), importing.import_items(db, second)]
    grown = importing.import_items(db, _write(tmp_path / "b.txt", "three\ntwo\none\n"))

    assert [(result.added, result.skipped) for result in again] == [(0, 2), (0, 2)]
    assert (grown.added, grown.again) == (1, 1)
    assert {item.external_id: item.fields["text"] for item in items.page(db, items.ids(db))} == {
        "row-1": "one",
        "row-2": "two",
        "row-1001": "three",
        "row-1002": "two",
        "row-1003": "one",
    }
    db.close()


def test_the_same_file_again_without_its_ids_is_refused(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    path = _write(tmp_path / "x.csv", "text\nlovely\nfine\n")

    with pytest.raises(UserError, match=r"has every text of “x\.csv” already"):
        importing.import_items(db, path)

    assert items.count(db) == 8
    more = importing.import_items(db, _write(tmp_path / "y.csv", "text\nlovely\nquite new\n"))
    assert (more.added, more.again) == (2, 1)
    db.close()


def test_what_counts_the_first_rows_only_is_no_id(tmp_path: Path) -> None:
    rows = [f"{number},text {number}" for number in range(1, 40)]

    running = importing.inspect(_write(tmp_path / "a.csv", "\n".join(["nr,text", *rows])))
    again = importing.inspect(_write(tmp_path / "b.csv", "\n".join(["nr,text", *rows, "7,other"])))

    assert running.mapping == importing.Mapping(("text",), "nr")
    assert again.mapping == importing.Mapping(("text",), None, ("nr",))


def test_every_row_of_a_file_of_gold_is_in_one_count_and_the_reasons_name_what_they_are_about(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    rows = [
        "i0,good",
        "i1,",
        "i1,bad",
        "i2,",
        "i0,good",
        "i3,good",
        "i3,bad",
        "x9, ",
        f"i4,{'no ' * 60}",
        ",good",
        "i9,bad",
    ]

    result = importing.import_gold(db, _write(tmp_path / "g.csv", "\n".join(["item,label", *rows])))

    assert (result.added, result.skipped, result.rejected, result.without_gold) == (2, 1, 5, 3)
    assert result.rows == len(rows)
    assert imports.every(db)[-1].counts["without_gold"] == 3
    told = {row.line: row.reason for row in importing.rejected_rows(db)}
    assert told[10] == f"“{'no ' * 19}no…” is not one of this question's labels"
    assert told[12] == "no item “i9” in the project"
    db.close()


def test_gold_for_later_is_a_column_beside_any_column_of_ids() -> None:
    columns_ = ("nr", "text", "expert", "gold")

    assert importing.gold_for_later(columns_, importing.Mapping(("text",), "nr", ("gold",))) == "gold"
    assert importing.gold_for_later(columns_, importing.Mapping(("text", "gold"), "nr")) == ""
    assert importing.gold_for_later(columns_, importing.Mapping(("text",), "gold")) == ""
    assert importing.gold_for_later(columns_, importing.Mapping(("text",))) == ""


def _chosen(db: project_file.Db, path: Path, **asked: Any) -> columns.Chosen:
    return columns.choose(importing.inspect(path), db=db, **asked)


def test_columns_are_those_of_the_earlier_import_where_the_file_has_them(tmp_path: Path) -> None:
    db = make_project(tmp_path, texts=())
    path = _write(
        tmp_path / "x.csv", "nr,key,body,note\n1,a,some text,a rather long note\n2,b,more,another long note\n"
    )
    importing.import_items(db, path, mapping=importing.Mapping(("body",), "nr", ("key", "note")))

    same = _chosen(db, path)
    assert (same.mapping, same.as_before) == (importing.Mapping(("body",), "nr", ("key", "note")), True)
    assert same.sentence == "Ids are from “nr”, texts from “body”, as in the earlier import."
    assert _chosen(db, path, id_column="key").mapping == importing.Mapping(("body",), "key", ("nr", "note"))
    assert _chosen(db, path, fields=("note",)).mapping == importing.Mapping(("note",), "nr", ("key", "body"))

    other = _chosen(db, _write(tmp_path / "y.csv", "id,text\n1,one\n2,two\n"))
    assert (other.mapping, other.as_before) == (importing.Mapping(("text",), "id"), False)
    db.close()


def test_ids_that_were_turned_down_stay_so_and_new_ones_are_taken(tmp_path: Path) -> None:
    db = make_project(tmp_path, texts=())
    path = _write(tmp_path / "x.csv", "id,text\n1,one\n1,two\n")
    first = _chosen(db, path)
    importing.import_items(db, path, mapping=first.mapping)

    assert first.mapping == importing.Mapping(("text",), None, ("id",))
    assert (
        first.hint
        == "The column “id” looks like the ids but has “1” twice, so it is not used; “--id id” uses it all the same."
    )
    assert _chosen(db, _write(tmp_path / "y.csv", "id,text\n3,three\n4,four\n")).mapping.id_column is None
    assert _chosen(db, _write(tmp_path / "z.csv", "key,text\n3,three\n4,four\n")).mapping.id_column == "key"
    db.close()


def test_whether_others_saw_a_suggestion_is_unknown_unless_their_file_says_it(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    path = tmp_path / "crowd.csv"

    importing.import_labels(db, _write(path, "item,annotator,label\ni0,ann,good\n"))
    importing.import_labels(db, _write(path, "item,annotator,label,exposure\ni1,ann,good,shown\n"))

    given = answers.of_items(db, project_file.question(db).id, [1, 2])
    assert [given[item][0].exposure for item in (1, 2)] == [Exposure.UNKNOWN, Exposure.SHOWN]
    db.close()


def test_a_file_that_is_imported_again_has_its_rows_set_aside_once(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    path = _write(tmp_path / "a.csv", "item,annotator,label\ni0,ann,good\nz,ann,good\ny,ann,bad\n")
    importing.import_labels(db, path)
    importing.import_labels(db, _write(tmp_path / "b.csv", "item,annotator,label\nz,bo,good\n"))

    importing.import_labels(db, path)
    assert sorted((row.file, row.line) for row in importing.rejected_rows(db)) == [
        ("a.csv", 3),
        ("a.csv", 4),
        ("b.csv", 2),
    ]

    mended = importing.import_labels(db, _write(path, "item,annotator,label\ni0,ann,good\ni1,ann,good\ny,ann,bad\n"))
    assert (mended.added, mended.skipped, mended.rejected) == (1, 1, 1)
    assert sorted((row.file, row.line) for row in importing.rejected_rows(db)) == [("a.csv", 4), ("b.csv", 2)]
    db.close()


def test_rows_of_another_kind_of_import_or_of_another_question_stay_set_aside(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    other = project_file.make_question("Topic", "What is it about?", ["sport", "food"])
    setting_up.add_question(db, other)
    path = _write(tmp_path / "a.csv", "item,label\nz,good\n")
    importing.import_gold(db, path)
    importing.import_items(db, _write(path, "id,text\n,lost\n"), mapping=importing.Mapping(("text",), "id"))
    [_, topic] = setting_up.overview(db)

    with setting_up.looking_at(db, topic.question.id):
        importing.import_gold(db, _write(path, "item,label\nz,sport\ny,sport\n"))

    assert len(importing.rejected_rows(db)) == 4
    importing.import_gold(db, _write(path, "item,label\nz,good\n"))
    assert len(importing.rejected_rows(db)) == 4
    db.close()


def test_an_import_that_is_refused_leaves_what_was_set_aside_before(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    path = _write(tmp_path / "a.csv", "item,label\nz,good\n")
    importing.import_gold(db, path)
    before = importing.rejected_rows(db)

    with pytest.raises(UserError):
        importing.import_gold(db, _write(path, "item,label\ny,good\n"), bad_rows="refuse")

    assert importing.rejected_rows(db) == before
    db.close()


def test_a_confidence_in_percent_is_set_aside_with_what_is_wanted(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    path = _write(tmp_path / "a.csv", "item,annotator,label,confidence\ni0,ann,good,80\n")
    importing.import_labels(db, path)

    [row] = importing.rejected_rows(db)

    assert row.reason == "a confidence must be a number from 0 to 1, such as 0.80 for 80 %"
    db.close()
