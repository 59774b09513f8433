"""Which columns of a file of labels are taken for items, annotators and labels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.errors import FileProblem
from annotator.services import columns, importing, label_columns
from annotator.services.project_file import Db
from tests.projects import make_project


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    """Items i0 to i7, of which nothing says in which column they came."""
    made = make_project(tmp_path)
    yield made
    made.close()


def save(folder: Path, head: str, *rows: str) -> Path:
    path = folder / "labels.csv"
    path.write_text("\n".join([head, *rows]), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["nr", "No", "number", "index", "row", "docno", "review_id", "phrase_id"])
def test_a_column_whose_cells_are_ids_of_items_is_that_of_the_items(db: Db, tmp_path: Path, name: str) -> None:
    path = save(tmp_path, f"{name},annotator,label", "i0,ann,good", "i1,ann,bad", "i9,ann,bad")

    result = importing.import_labels(db, path)

    assert (result.added, result.rejected) == (2, 1)


@pytest.mark.parametrize("name", ["nr", "words"])
def test_a_column_that_holds_no_ids_of_items_is_not_guessed_at(db: Db, tmp_path: Path, name: str) -> None:
    path = save(tmp_path, f"{name},annotator,label", "1,ann,good", "2,ann,bad", "i0,ann,bad")

    with pytest.raises(FileProblem, match="no column “item”"):
        importing.import_labels(db, path)


def test_an_id_of_each_answer_gives_way_to_the_id_of_the_item(db: Db, tmp_path: Path) -> None:
    path = save(tmp_path, "id,doc_id,annotator,label", "501,i0,ann,good", "502,i1,ann,bad")

    chosen = label_columns.choose(db, path, what="labels")

    assert chosen.columns == {"item": "doc_id", "annotator": "annotator", "label": "label"}
    assert chosen.sentence == "Items are from “doc_id”, annotators from “annotator”, labels from “label”."


def test_where_no_column_holds_ids_of_items_the_one_that_is_called_so_stands(db: Db, tmp_path: Path) -> None:
    path = save(tmp_path, "item,nr,annotator,label", "x,1,ann,good", "y,2,ann,bad")

    assert label_columns.choose(db, path, what="labels").columns["item"] == "item"


def test_the_column_that_the_items_came_with_is_looked_at_first(tmp_path: Path) -> None:
    made = make_project(tmp_path, texts=())
    items = tmp_path / "items.csv"
    items.write_text("quote,text\n1,lovely\n2,dreadful\n", encoding="utf-8")
    importing.import_items(made, items, mapping=importing.Mapping(("text",), "quote"))
    path = save(tmp_path, "nr,quote,truth", "1,2,good", "2,1,bad")

    assert label_columns.choose(made, path, what="gold").columns == {"item": "quote", "label": "truth"}
    made.close()


def test_what_one_import_was_told_holds_for_the_next_file_that_has_these_columns(db: Db, tmp_path: Path) -> None:
    path = save(tmp_path, "item,annotator,label,final", "i0,ann,good,bad")
    importing.import_labels(db, path, columns={"label": "final"})

    again = label_columns.choose(db, path, what="labels")
    asked = label_columns.choose(db, path, what="labels", asked={"label": "label"})
    gold = label_columns.choose(db, path, what="gold", asked={"label": "final"})
    other = label_columns.choose(db, save(tmp_path, "item,annotator,label", "i1,ann,good"), what="labels")

    assert (again.columns["label"], again.as_before) == ("final", True)
    assert again.sentence.endswith("labels from “final”.")
    assert again.before_sentence == "As in the earlier import: labels from “final”."
    assert (asked.columns["label"], asked.as_before) == ("label", False)
    assert (gold.columns, gold.as_before) == ({"item": "item", "label": "final"}, False)
    assert (other.columns["label"], other.as_before) == ("label", False)


def test_a_repeated_answer_is_found_in_the_columns_that_are_read(db: Db, tmp_path: Path) -> None:
    rows = ("i0,x,ann,good", "i0,y,ann,bad", "i1,z,ann,good", "i1,z,ann,good")
    path = save(tmp_path, "what,item,who,label", *rows)

    result = importing.import_labels(db, path, columns={"item": "what", "annotator": "who"})

    assert (result.added, result.skipped, result.rejected, result.rows) == (1, 1, 2, 4)
    assert "“ann” says “good” of “i0” here, and “bad” on line 3" in {r.reason for r in importing.rejected_rows(db)}


def test_columns_of_an_import_that_stored_nothing_are_not_remembered(db: Db, tmp_path: Path) -> None:
    path = save(tmp_path, "item,annotator,label,text", "i0,ann,good,nonsense", "i1,ann,bad,other")
    nothing = importing.import_labels(db, path, columns={"label": "text"})

    chosen = label_columns.choose(db, path, what="labels")
    result = importing.import_labels(db, path)

    assert (nothing.added, nothing.rejected) == (0, 2)
    assert (chosen.columns["label"], chosen.as_before, chosen.before_sentence) == ("label", False, "")
    assert (result.added, result.rejected) == (2, 0)


def test_every_column_that_is_taken_as_before_is_named(db: Db, tmp_path: Path) -> None:
    path = save(tmp_path, "item,annotator,label,final,sure,comment", "i0,ann,bad,good,0.9,what?")
    told = {"label": "final", "confidence": "sure", "comment": ""}
    importing.import_labels(db, path, columns=told)

    again = label_columns.choose(db, path, what="labels", asked={"label": "label"})

    assert again.before == {"confidence": "sure", "comment": ""}
    assert again.before_sentence == "As in the earlier import: confidence from “sure”, comment is not read."


def test_columns_of_items_that_were_all_left_out_are_not_remembered(db: Db, tmp_path: Path) -> None:
    path = tmp_path / "more.csv"
    path.write_text("id,text,note\ni0,lovely,a\ni1,dreadful,b\n", encoding="utf-8")
    nothing = importing.import_items(db, path, mapping=importing.Mapping(("note",), "id"))

    chosen = columns.choose(importing.inspect(path), db=db)

    assert (nothing.added, nothing.skipped) == (0, 2)
    assert chosen.mapping.fields == ("text",)
