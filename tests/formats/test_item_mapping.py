"""From a file's columns to items."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.domain.model import NewItem
from annotator.errors import FileProblem
from annotator.formats import tabular
from annotator.formats.mapping import Mapping, no_ids_in, suggest, to_items
from annotator.formats.tabular import BadRow, Layout


def save(folder: Path, text: str, name: str = "items.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_fields_id_and_metadata_come_from_their_columns(tmp_path: Path) -> None:
    path = save(tmp_path, "id,question,answer,source\n 7 ,  Why? ,Because,web\n")
    mapping = Mapping(("question", "answer"), "id", ("source",))

    assert list(to_items(tabular.read(path), mapping)) == [
        NewItem("7", {"question": "  Why? ", "answer": "Because"}, {"source": "web"}, line=2)
    ]


def test_without_an_id_column_items_are_called_after_their_line(tmp_path: Path) -> None:
    path = save(tmp_path, 'text,n\n"a\nb",1\nc,2\n')

    def ids(first_number: int) -> list[str]:
        items = to_items(tabular.read(path), Mapping(("text",)), first_number=first_number)
        return [item.external_id for item in items if isinstance(item, NewItem)]

    assert ids(1) == ["row-2", "row-4"]
    assert ids(1001) == ["row-1002", "row-1004"]


def test_rows_without_an_id_or_any_text_are_set_aside_with_those_of_the_reader(tmp_path: Path) -> None:
    path = save(tmp_path, 'id,text,more\n1,a,b\n ,"x, y",b\n3, ,\n4,,b\n5\n')

    assert list(to_items(tabular.read(path, Layout("csv")), Mapping(("text", "more"), "id"))) == [
        NewItem("1", {"text": "a", "more": "b"}, {}, line=2),
        BadRow(3, "no id in “id”", ' ,"x, y",b'),
        BadRow(4, "no text", "3, ,"),
        NewItem("4", {"text": "", "more": "b"}, {}, line=5),
        BadRow(6, "1 cell instead of 3", "5"),
    ]


def test_a_json_key_that_comes_late_is_kept_as_metadata(tmp_path: Path) -> None:
    lines = ['{"text": "x"}'] * 1_000 + ['{"text": "y", "note": "new"}', '{"text": "z"}']
    path = save(tmp_path, "\n".join(lines), "items.jsonl")

    items = list(to_items(tabular.read(path), Mapping(("text",))))

    assert items[-2:] == [
        NewItem("row-1001", {"text": "y"}, {"note": "new"}, line=1_001),
        NewItem("row-1002", {"text": "z"}, {}, line=1_002),
    ]


@pytest.mark.parametrize(
    ("columns", "row", "id_column"),
    [
        (("nr", "words"), ("{}", "some words"), "nr"),
        (("No", "words", "batch_id"), ("{}", "some words", "b{}"), "batch_id"),
        (("row", "words", "id"), ("{}", "some words", "i{}"), "id"),
        (("number", "words", "id"), ("{}", "some words", "same"), "number"),
        (("number", "words"), ("3", "some words"), None),
        (("row", "label"), ("a long text {}", "good"), None),
        (("index",), ("{}",), None),
    ],
)
def test_a_column_that_counts_the_rows_is_the_id_where_there_is_no_better_one(
    columns: tuple[str, ...], row: tuple[str, ...], id_column: str | None
) -> None:
    rows = [[cell.format(number) for cell in row] for number in range(20)]

    assert suggest(columns, rows).id_column == id_column


def test_a_missing_column_is_named_with_the_ones_there_are_and_the_nearest(tmp_path: Path) -> None:
    reader = tabular.read(save(tmp_path, "id,Text,source\n1,a,b\n"))

    with pytest.raises(FileProblem) as caught:
        to_items(reader, Mapping(("txt",), "id"))

    assert caught.value.message == "There is no column “txt”; the file has: id, Text, source."
    assert caught.value.hint == "Did you mean “Text”?"


def test_a_mapping_needs_a_field() -> None:
    with pytest.raises(FileProblem, match="No column is chosen for the text"):
        Mapping(()).check(["id", "text"])


@pytest.mark.parametrize(
    ("columns", "rows", "mapping"),
    [
        (
            ["label", "Item ID", "body"],
            [["pos", "a", "a rather long text"], ["pos", "b", "short"]],
            Mapping(("body",), "Item ID", ("label",)),
        ),
        (
            ["id", "text"],  # ids that come twice are none
            [["a", "a rather long text"], ["a", "short"]],
            Mapping(("text",), None, ("id",)),
        ),
        (
            ["review", "source_url"],  # a long address is not what is labelled
            [["really good", "https://example.org/a"], ["bad, bad", "https://example.org/b"]],
            Mapping(("review",), None, ("source_url",)),
        ),
        (["column 1"], [["a text"], ["another"]], Mapping(("column 1",))),
        (["id"], [["a text"], ["another"]], Mapping(("id",), "id")),
        (["id", "text"], [], Mapping(("text",), "id")),
    ],
)
def test_the_suggested_mapping_fits(columns: list[str], rows: list[list[str]], mapping: Mapping) -> None:
    assert suggest(columns, rows) == mapping


@pytest.mark.parametrize(
    ("columns", "rows", "unfit"),
    [
        (["Item ID", "text"], [["a", "x"], ["b", "y"], ["a", "z"]], ("Item ID", "has “a” twice")),
        (["text", "id"], [["x", "1"], ["y", " "]], ("id", "has empty cells")),
        (["id", "text"], [["", "x"], ["", "y"]], ("id", "has empty cells")),
        (["id", "text"], [["1", "x"], ["2", "y"]], None),
        (["user_id", "text"], [["1", "x"], ["1", "y"]], None),  # who wrote it, not what it is
    ],
)
def test_a_column_that_looks_like_ids_and_cannot_be_them_is_told_with_the_reason(
    columns: list[str], rows: list[list[str]], unfit: tuple[str, str] | None
) -> None:
    assert no_ids_in(columns, rows) == unfit
