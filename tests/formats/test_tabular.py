"""Reading files of rows: every row is either read whole or set aside with its line and the reason."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import FileProblem
from annotator.formats import tabular, writing
from annotator.formats.tabular import BadRow, Layout, Reader

BLOCK = 2**16  # bytes that are read at a time: what lies across this border must not show


def save(folder: Path, content: str | bytes, name: str = "items.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def good(reader: Reader) -> list[tuple[int, list[str]]]:
    return [row for row in reader if not isinstance(row, BadRow)]


def bad(reader: Reader) -> list[tuple[int, str]]:
    return [(row.line, row.reason) for row in reader if isinstance(row, BadRow)]


cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n\r\t",;|'), max_size=12)


@settings(deadline=None)  # each example is a file of its own
@given(rows=st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=6))
def test_what_is_written_is_recognised_and_read_back_unchanged(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]]
) -> None:
    path = tmp_path_factory.mktemp("round") / "items.csv"
    writing.write(path, ["id", "text", "source"], rows, defused=False)

    reader = tabular.read(path)

    assert reader.columns == ["id", "text", "source"]
    assert [tuple(cells) for _, cells in good(reader)] == rows
    assert bad(reader) == []


@settings(deadline=None)  # each example is a file of its own
@given(rows=st.lists(cells, min_size=1, max_size=6), bom=st.booleans())
def test_a_single_column_keeps_its_empty_cells(
    tmp_path_factory: pytest.TempPathFactory, rows: list[str], bom: bool
) -> None:
    path = tmp_path_factory.mktemp("round") / "items.tsv"
    writing.write(path, ["text"], [(row,) for row in rows], delimiter="\t", bom=bom, defused=False)

    assert [cells for _, cells in good(tabular.read(path))] == [[row] for row in rows]


def test_rows_carry_the_line_they_begin_on(tmp_path: Path) -> None:
    path = save(tmp_path, 'id,text\r\n1,"two\r\nlines"\r\n\r\n2,one\r\n3,"a\n\n\nb"\r\n4,end')

    assert good(tabular.read(path)) == [
        (2, ["1", "two\r\nlines"]),
        (5, ["2", "one"]),
        (6, ["3", "a\n\n\nb"]),
        (10, ["4", "end"]),
    ]


def test_a_row_with_another_number_of_cells_is_set_aside_with_its_text(tmp_path: Path) -> None:
    path = save(tmp_path, 'id,text\n1,fine\n2\n3,too,many\n4,"x\ny",z\n5,fine\n')

    rows = list(tabular.read(path, Layout("csv")))

    assert rows == [
        (2, ["1", "fine"]),
        BadRow(3, "1 cell instead of 2", "2"),
        BadRow(4, "3 cells instead of 2", "3,too,many"),
        BadRow(5, "3 cells instead of 2 (lines 5 to 6, within quotation marks)", '4,"x\ny",z'),
        (7, ["5", "fine"]),
    ]


def test_bytes_that_cannot_be_decoded_cost_their_row_only(tmp_path: Path) -> None:
    path = save(tmp_path, b"id,text\n1,na\xc3\xafve\n2,caf\xe9\n3,\xf0\x9f\x9a\xa2\n")

    rows = list(tabular.read(path, Layout("csv", "utf-8")))

    assert rows == [
        (2, ["1", "naïve"]),
        BadRow(3, "bytes that are not utf-8", r"2,caf\xe9"),
        (4, ["3", "🚢"]),
    ]


@pytest.mark.parametrize(
    ("encoding", "broken"), [("utf-16-le", b"\x00\xd8a\x00"), ("shift_jis", b"\x81\x20"), ("cp1252", b"\x81")]
)
def test_undecodable_bytes_are_found_in_every_encoding(tmp_path: Path, encoding: str, broken: bytes) -> None:
    lines = [f"id,text{chr(10)}1,".encode(encoding), broken, "\n2,fine\n".encode(encoding)]
    reader = tabular.read(save(tmp_path, b"".join(lines)), Layout("csv", encoding))

    assert bad(reader) == [(2, f"bytes that are not {encoding}")]
    assert good(reader) == [(3, ["2", "fine"])]


def test_half_a_character_that_an_encoding_can_say_costs_its_row_only(tmp_path: Path) -> None:
    path = save(tmp_path, b"id,text\n1,good +2D0- one\n2,fine +2D3eAA- one\n")
    layout = Layout("csv", encoding="utf-7")

    assert good(tabular.read(path, layout)) == [(3, ["2", "fine \U0001f600 one"])]
    reader = tabular.read(path, layout)
    assert [(row.line, row.reason, row.raw) for row in reader if isinstance(row, BadRow)] == [
        (2, "bytes that are not utf-7", "1,good \\ud83d one")
    ]


def test_a_replacement_character_in_the_file_is_not_taken_for_damage(tmp_path: Path) -> None:
    path = save(tmp_path, "id,text\n1,\ufffd\n".encode() + b"2,\xff\n")

    assert good(tabular.read(path, Layout("csv"))) == [(2, ["1", "\ufffd"])]


@pytest.mark.parametrize("kind", ["csv", "text", "jsonl"])
def test_a_nul_byte_costs_its_row_only(tmp_path: Path, kind: tabular.FileKind) -> None:
    content = b'{"a": "1"}\n{"a": "\0"}\n{"a": "3"}\n'
    reader = tabular.read(save(tmp_path, content), Layout(kind, header=False, quoted=False))

    assert bad(reader) == [(2, "a NUL byte")]
    assert [line for line, _ in good(reader)] == [1, 3]


def test_a_quote_that_is_never_closed_costs_its_first_line_only(tmp_path: Path) -> None:
    path = save(tmp_path, 'id,text\n1,fine\n2,"open\n3,fine\n4,fine\n')
    reader = tabular.read(path, Layout("csv"))

    assert bad(reader) == [(3, "a quotation mark that is never closed")]
    assert good(reader) == [(2, ["1", "fine"]), (4, ["3", "fine"]), (5, ["4", "fine"])]


def test_an_open_quote_does_not_reach_into_the_next_quoted_cell(tmp_path: Path) -> None:
    path = save(tmp_path, 'id,text\n1,"open\n2,"fine, too"\n3,"a ""b"""\n')
    reader = tabular.read(path, Layout("csv"))

    assert bad(reader) == [(2, "a quotation mark that is never closed")]
    assert good(reader) == [(3, ["2", "fine, too"]), (4, ["3", 'a "b"'])]


def test_an_open_quote_is_found_over_many_blocks(tmp_path: Path) -> None:
    rows = "".join(f"{number},some text of a row\n" for number in range(40_000))
    reader = tabular.read(save(tmp_path, f'id,text\n0,"open\n{rows}'), Layout("csv"))

    assert bad(reader) == [(2, "a quotation mark that is never closed")]
    assert [line for line, _ in good(reader)] == list(range(3, 40_003))


def test_text_behind_a_closing_quote_is_set_aside(tmp_path: Path) -> None:
    reader = tabular.read(save(tmp_path, 'id,text\n1,"Great" phone\n2,say "hi"\n'), Layout("csv"))

    assert bad(reader) == [(2, "text after a closing quotation mark")]
    assert good(reader) == [(3, ["2", 'say "hi"'])]


def test_without_quoting_a_quotation_mark_is_a_character(tmp_path: Path) -> None:
    path = save(tmp_path, 'text\tlabel\n"Great" phone\tpos\n"open\tneg\n')

    assert good(tabular.read(path, Layout("tsv", delimiter="\t", quoted=False))) == [
        (2, ['"Great" phone', "pos"]),
        (3, ['"open', "neg"]),
    ]


def test_an_endless_line_is_set_aside_and_reading_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "items.csv"
    with path.open("w") as file:
        file.write("id,text\n1,fine\n2,")
        for _ in range(17):
            file.write("x" * 2**20)
        file.write("\n3,fine\n")
    reader = tabular.read(path, Layout("csv"))

    assert bad(reader) == [(3, "a line of more than 16 million characters")]
    assert good(reader) == [(2, ["1", "fine"]), (4, ["3", "fine"])]


def test_a_long_cell_over_several_blocks_is_read_whole(tmp_path: Path) -> None:
    cell = "a line of it, and a “quote”\r\n" * 10_000
    path = tmp_path / "items.csv"
    writing.write(path, ["id", "text"], [("1", cell), ("2", "end")])

    assert good(tabular.read(path)) == [(2, ["1", cell]), (10_003, ["2", "end"])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030", "cp932"])
@pytest.mark.parametrize("shift", range(4))
def test_no_border_between_blocks_shows(tmp_path: Path, encoding: str, shift: int) -> None:
    rows = [[str(number), "語" * (number % 7) + "\r\n" * (number % 3)] for number in range(8_000)]
    text = "id,text\r\n" + "".join(f'{number},"{cell}"\r\n' for number, cell in rows)
    content = (("#" * shift) + text).encode(encoding)
    assert len(content) > 2 * BLOCK

    reader = tabular.read(save(tmp_path, content), Layout("csv", encoding))

    assert [cells for _, cells in reader if isinstance(cells, list)] == rows


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_line_ends_are_read_also_in_large_files(tmp_path: Path, end: str) -> None:
    rows = [[str(number), "some text"] for number in range(10_000)]
    path = save(tmp_path, end.join(["id,text", *(",".join(row) for row in rows)]))

    assert good(tabular.read(path)) == list(enumerate(rows, 2))


def test_doubled_and_empty_column_names_are_made_unique(tmp_path: Path) -> None:
    path = save(tmp_path, 'text,text,,"two\nlines",text 2,\n1,2,3,4,5,6\n')

    assert tabular.columns(path, Layout("csv")) == (
        *("text", "text 3", "column 3"),
        *("two lines", "text 2", "column 6"),
    )


def test_without_a_header_columns_are_numbered(tmp_path: Path) -> None:
    path = save(tmp_path, "oops\n1,fine\n2,late\n")
    reader = tabular.read(path, Layout("csv", header=False))

    assert reader.columns == ["column 1", "column 2"]
    assert bad(reader) == [(1, "1 cell instead of 2")]


def test_a_header_without_rows_is_one_clear_sentence(tmp_path: Path) -> None:
    path = save(tmp_path, "id,text\n\n")

    with pytest.raises(FileProblem, match=r"^“items\.csv” has a header but no rows\."):
        tabular.preview(path)


def test_a_header_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="cannot be read: line 1 has bytes that are not utf-8"):
        tabular.read(save(tmp_path, b"id,Gr\xf6\xdfe\n1,2\n"), Layout("csv", "utf-8"))


@pytest.mark.parametrize("delimiter", ["", "::", '"', "\n"])
def test_a_delimiter_that_can_be_none_is_refused(tmp_path: Path, delimiter: str) -> None:
    with pytest.raises(FileProblem, match="cannot be a delimiter"):
        tabular.read(save(tmp_path, "id,text\n1,2\n"), Layout("csv", delimiter=delimiter))


@pytest.mark.parametrize("encoding", ["no-such", "hex"])
def test_an_unknown_encoding_is_named(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(FileProblem, match=f"There is no text encoding “{encoding}”"):
        tabular.read(save(tmp_path, "id,text\n1,2\n"), Layout("csv", encoding))


def test_an_encoding_that_the_file_rules_out_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="cannot be read as utf-16"):
        tabular.read(save(tmp_path, "id,text\n1,2\n"), Layout("csv", "utf-16"))


def test_plain_text_has_one_item_per_line(tmp_path: Path) -> None:
    path = save(tmp_path, "  first, with spaces \r\n\r\n \nsecond\n", "items.txt")
    reader = tabular.read(path)

    assert reader.columns == ["text"]
    assert good(reader) == [(1, ["  first, with spaces "]), (4, ["second"])]


def test_json_values_become_text(tmp_path: Path) -> None:
    first = {"id": 17, "text": "naïve\n“x”", "score": 0.5, "ok": True, "none": None, "more": {"a": [1, "ö"]}}
    path = save(tmp_path, f'{json.dumps(first)}\n\n{{"text": "late", "id": "x"}}\n', "items.jsonl")
    reader = tabular.read(path)

    assert reader.columns == ["id", "text", "score", "ok", "none", "more"]
    assert good(reader) == [
        (1, ["17", "naïve\n“x”", "0.5", "true", "", '{"a": [1, "ö"]}']),
        (3, ["x", "late", "", "", "", ""]),
    ]


@pytest.mark.parametrize("content", ["{}\n{}\n", '{"a": \n{}\n{', "[1]\n2\n"])
def test_json_lines_without_a_key_are_refused_in_a_sentence(tmp_path: Path, content: str) -> None:
    with pytest.raises(FileProblem, match="No line of “items.jsonl” is a JSON object with a key"):
        tabular.read(save(tmp_path, content, "items.jsonl"), Layout("jsonl"))


def test_json_that_is_broken_or_no_object_is_set_aside(tmp_path: Path) -> None:
    lines = ['{"a": "1"}', '{"a": ', "[1, 2]", '{"a": "\\u0000"}', '{"a": ["\\ud800"]}', "[" * 100_000]
    reader = tabular.read(save(tmp_path, "\n".join(lines)), Layout("jsonl"))

    assert good(reader) == [(1, ["1"])]
    assert bad(reader) == [
        (2, "no JSON: Expecting value at character 7"),
        (3, "JSON, but not an object with keys"),
        (4, "an escape for a NUL or for half of a character"),
        (5, "an escape for a NUL or for half of a character"),
        (6, "JSON that is nested too deeply or has too long a number"),
    ]


def test_a_json_key_that_comes_late_becomes_a_column(tmp_path: Path) -> None:
    lines = ['{"text": "x"}'] * 1_500 + ['{"text": "y", "note": "new"}', '{"text": "z"}']
    reader = tabular.read(save(tmp_path, "\n".join(lines)), Layout("jsonl"))

    assert reader.columns == ["text"]
    assert good(reader)[-3:] == [(1_500, ["x"]), (1_501, ["y", "new"]), (1_502, ["z", ""])]
    assert reader.columns == ["text", "note"]


def test_json_keys_that_never_end_are_bounded(tmp_path: Path) -> None:
    lines = [json.dumps({f"id{number}": "x"}) for number in range(1_200)]
    reader = tabular.read(save(tmp_path, "\n".join(lines)), Layout("jsonl"))

    assert len(good(reader)) == 1_000
    assert bad(reader)[0] == (1_001, "more than 1000 different keys up to here")


def test_the_preview_shows_the_first_rows_and_their_problems(tmp_path: Path) -> None:
    path = save(tmp_path, "id,text\n1,fine\n2\n3,late\n4,more\n")

    found = tabular.preview(path, rows=2)

    assert found == tabular.Preview(
        columns=("id", "text"),
        rows=(("1", "fine"), ("3", "late")),
        size=path.stat().st_size,
        problems=(BadRow(3, "1 cell instead of 2", "2"),),
    )


def test_a_preview_with_a_wrong_layout_ends_soon(tmp_path: Path) -> None:
    path = save(tmp_path, b"id,text\n" + b"1,caf\xe9\n" * 50_000)

    found = tabular.preview(path, Layout("csv", "utf-8"))

    assert found.rows == ()
    assert len(found.problems) == 100


def test_the_fraction_read_grows_to_one(tmp_path: Path) -> None:
    path = save(tmp_path, "id,text\n" + "1,some text of a row\n" * 20_000)
    reader = tabular.read(path)

    fractions = [reader.fraction() for _ in reader]

    assert fractions == sorted(fractions)
    assert 0 < fractions[0] < 0.5
    assert fractions[-1] == 1.0


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = save(tmp_path, "id,text\n" + "1,some text of a row in a long file\n" * 150_000)
    reader = tabular.read(path)
    tracemalloc.start()
    try:
        count = sum(1 for _ in reader)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert count == 150_000
    assert peak < 2_000_000 < path.stat().st_size
