"""What is recognised in files as people have them: encoding, kind, delimiter, quoting and header."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import FileProblem
from annotator.formats import tabular
from annotator.formats.tabular import Layout, recognise

GERMAN = ["Der Händler war überhaupt nicht freundlich", "Die Lieferung kam zu spät", "Größe passt – für 20 €"]
RUSSIAN = ["Отличный телефон, очень доволен", "Доставка опоздала на неделю", "Никому не советую"]
CHINESE = ["这部手机非常好，我很满意。", "快递晚了一周，不推荐给任何人。", "质量很差，屏幕坏了。"]
JAPANESE = ["とても良い電話です。買ってよかった。", "配達が一週間遅れました。", "おすすめしません。"]
GREEK = ["Πολύ καλό τηλέφωνο", "Η παράδοση άργησε μία εβδομάδα", "Δεν το συνιστώ"]


def save(folder: Path, text: str, *, name: str = "items.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def as_csv(texts: list[str], *, delimiter: str = ",") -> str:
    rows = [f'r{number}{delimiter}"{text}"' for number, text in enumerate(texts)]
    return "\r\n".join([f"id{delimiter}text", *rows, ""])


def texts_of(path: Path) -> list[str]:
    reader = tabular.read(path)
    place = reader.columns.index("text")
    return [row[1][place] for row in reader if not isinstance(row, tabular.BadRow)]


@pytest.mark.parametrize(
    ("texts", "written", "recognised"),
    [
        (GERMAN, "utf-8", "utf-8"),
        (GERMAN, "utf-8-sig", "utf-8-sig"),
        (GERMAN, "utf-16", "utf-16"),
        (GERMAN, "utf-16-le", "utf-16-le"),
        (GERMAN, "utf-16-be", "utf-16-be"),
        (CHINESE, "utf-16", "utf-16"),
        (GERMAN, "utf-32", "utf-32"),
        (GERMAN, "cp1252", "cp1252"),
        (GERMAN[:2], "latin-1", "cp1252"),
        (["Ça coûte très cher"], "cp1252", "cp1252"),
        (["Příliš žluťoučký kůň úpěl ďábelské ódy"], "cp1250", "cp1250"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8_r", "koi8_r"),
        (GREEK, "cp1253", "cp1253"),
        (CHINESE, "gb18030", "gb18030"),
        (CHINESE[:1], "gb18030", "gb18030"),
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE[:1], "shift_jis", "cp932"),
        (JAPANESE, "euc_jp", "euc_jp"),
    ],
)
def test_the_encoding_is_recognised_and_the_text_is_read_back(
    tmp_path: Path, texts: list[str], written: str, recognised: str
) -> None:
    path = save(tmp_path, as_csv(texts), encoding=written)

    assert recognise(path) == Layout("csv", recognised)
    assert texts_of(path) == texts


def test_an_accent_far_behind_the_beginning_still_decides_the_encoding(tmp_path: Path) -> None:
    plain = [f"all plain so far, number {number}" for number in range(60_000)]
    path = save(tmp_path, as_csv([*plain, *GERMAN]), encoding="cp1252")

    assert recognise(path).encoding == "cp1252"
    assert texts_of(path)[-3:] == GERMAN


def test_one_damaged_row_does_not_make_a_utf8_file_something_else(tmp_path: Path) -> None:
    path = tmp_path / "items.csv"
    path.write_bytes(as_csv(GERMAN * 3).encode() + b"r9,caf\xe9\r\n")

    assert recognise(path).encoding == "utf-8"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["items.csv", "items", "items.dat"])
def test_the_delimiter_is_recognised_whatever_the_file_is_called(tmp_path: Path, delimiter: str, name: str) -> None:
    text = as_csv(["late, again; sorry", "fine", "a|b, and c; d"], delimiter=delimiter)

    layout = recognise(save(tmp_path, text, name=name))

    assert (layout.delimiter, layout.header, layout.quoted) == (delimiter, True, True)
    assert layout.kind == ("tsv" if delimiter == "\t" else "csv")


def test_decimal_commas_do_not_hide_semicolons(tmp_path: Path) -> None:
    path = save(tmp_path, "name;length;width\nfirst;1,5;2,5\nsecond;3,5;4,5\n")

    assert recognise(path).delimiter == ";"


def test_delimiters_inside_quotes_do_not_count(tmp_path: Path) -> None:
    path = save(tmp_path, 'text,id\n"one; two\nthree; four",1\n"five; six",2\n', name="export")

    assert recognise(path).delimiter == ","
    assert texts_of(path) == ["one; two\nthree; four", "five; six"]


def test_quotation_marks_that_wrap_no_cell_are_only_characters(tmp_path: Path) -> None:
    rows = 'text\tlabel\n"Great" phone\tpos\n"Never again", she said\tneg\nok\tpos\n'
    path = save(tmp_path, rows, name="reviews.tsv")

    assert recognise(path) == Layout("tsv", delimiter="\t", quoted=False)
    assert texts_of(path) == ['"Great" phone', '"Never again", she said', "ok"]


def test_one_stray_quotation_mark_does_not_switch_quoting_off(tmp_path: Path) -> None:
    path = save(tmp_path, 'id,text\n1,"a, b"\n2,"c, d"\n3,"e" f\n4,"g, h"\n')

    assert recognise(path).quoted


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("id,text\n1,fine\n2,late\n", True),
        ("1,fine\n2,late\n", False),
        ("Rückmeldung,Quelle\nDas Paket kam viel zu spät und war auch noch offen,Web\nGut,Post\n", True),
        ("jahr;wert\n2020;1,5\n2021;2,5\n", True),
        ("The parcel came late. I am not happy!,neg\nAll fine,pos\nToo late,neg\n", False),
        ("good,pos\nbad,neg\nfine,pos\n", False),
        (",text,label\n0,fine,pos\n1,late,neg\n", True),
    ],
)
def test_the_header_is_told_from_a_row(tmp_path: Path, text: str, header: bool) -> None:
    assert recognise(save(tmp_path, text)).header is header


def test_a_table_of_one_column_is_a_table_if_its_name_says_so(tmp_path: Path) -> None:
    text = "text\nfine\nlate\n"

    assert recognise(save(tmp_path, text)) == Layout("csv")
    assert recognise(save(tmp_path, text, name="items.txt")).kind == "text"


def test_prose_with_commas_in_a_text_file_is_plain_text(tmp_path: Path) -> None:
    path = save(tmp_path, "Well, yes\nNo, never\nGood, then\n", name="reviews.txt")

    assert recognise(path) == Layout("text", header=False)


def test_tabs_make_a_text_file_a_table(tmp_path: Path) -> None:
    path = save(tmp_path, "task\tworker\tlabel\nr1\tann\tpos\nr2\tann\tneg\n", name="crowd.txt")

    assert recognise(path) == Layout("tsv", delimiter="\t")


@pytest.mark.parametrize("name", ["items.jsonl", "items.json", "items.txt", "items.csv"])
def test_json_lines_are_recognised_by_their_content(tmp_path: Path, name: str) -> None:
    path = save(tmp_path, '{"id": 1, "text": "fine"}\n{"id": 2, "text": "late"}\n', name=name)

    assert recognise(path) == Layout("jsonl", header=False)


@pytest.mark.parametrize("document", ['[{"id": 1}]', '{\n  "id": 1\n}\n'])
def test_a_json_document_is_refused_with_the_way_out(tmp_path: Path, document: str) -> None:
    with pytest.raises(FileProblem, match=r"“items\.json” is one JSON document") as caught:
        recognise(save(tmp_path, document, name="items.json"))
    assert "JSON Lines" in caught.value.hint


@pytest.mark.parametrize("content", [b"", b"\n \r\n", b"\xef\xbb\xbf", b"\xff\xfe\n\0", b"\xff\xfe"])
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "items.csv"
    path.write_bytes(content)

    with pytest.raises(FileProblem, match=r"^“items\.csv” is empty\. "):
        recognise(path)


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("photo.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\x06\0\0\0", "a picture"),
        ("paper.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n", "a PDF"),
        ("table.xlsx", b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0", "a spreadsheet"),
        ("items.csv.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\x03+J\xcd/*", "a compressed file"),
        ("program", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\xff\xfe\x80\x03" * 40, "no text"),
        ("noise.csv", bytes((7 * n * n + n) % 256 for n in range(4000)), "no text"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(tmp_path: Path, name: str, content: bytes, what: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(FileProblem) as caught:
        recognise(path)
    assert caught.value.message == f"“{name}” is {what}, not a text file with rows."
    assert caught.value.hint


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"^There is no file “no\.csv”\.") as caught:
        recognise(tmp_path / "no.csv")
    assert str(tmp_path) in caught.value.hint
    with pytest.raises(FileProblem, match="is a folder, not a file"):
        recognise(tmp_path)
    with pytest.raises(FileProblem, match=r"^“\.” is a folder, not a file\."):
        recognise(Path())


def test_a_given_delimiter_decides_and_header_and_quoting_are_recognised_with_it(tmp_path: Path) -> None:
    path = save(tmp_path, 'id/text\n1/"either/or"\n2/fine\n', name="reviews.txt")

    assert recognise(path).kind == "text"
    assert recognise(path, delimiter="/") == Layout("csv", delimiter="/")


def test_a_given_delimiter_that_separates_nothing_is_refused_with_the_right_one(tmp_path: Path) -> None:
    path = save(tmp_path, as_csv(["one", "two"]))

    with pytest.raises(FileProblem, match=r"“;” separates no cells in “items\.csv”") as caught:
        recognise(path, delimiter=";")
    assert "“,”" in caught.value.hint
    assert recognise(save(tmp_path, "text\nfine\n", name="one.csv"), delimiter=";").delimiter == ";"
