"""Reading the answers of others, and gold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.domain.model import Exposure, Kind
from annotator.errors import FileProblem
from annotator.formats import tabular
from annotator.formats.crowd import CrowdRow, GoldRow, read_crowd, read_gold
from annotator.formats.tabular import BadRow


def save(folder: Path, text: str, name: str = "labels.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("crowd.tsv", "task\tworker\tlabel\nr-1\tann\tpositive\nr-2\tllm:gpt-x@v3\tneg\n"),
        ("crowd.csv", "Item,Annotator,Label\nr-1,ann,positive\nr-2,llm:gpt-x@v3,neg\n"),
        ("crowd.csv", "label;Worker ID;item-id\npositive ; ann;r-1\nneg;llm:gpt-x@v3;r-2\n"),
        (
            "crowd.jsonl",
            '{"item_id": "r-1", "user": "ann", "answer": "positive"}\n'
            '{"item_id": "r-2", "user": "llm:gpt-x@v3", "answer": "neg"}\n',
        ),
    ],
)
def test_the_usual_names_of_columns_are_understood(tmp_path: Path, name: str, text: str) -> None:
    assert list(read_crowd(tabular.read(save(tmp_path, text, name)))) == [
        CrowdRow(tabular.read(tmp_path / name).layout.header + 1, "r-1", "ann", "positive", Kind.HUMAN, None, ""),
        CrowdRow(tabular.read(tmp_path / name).layout.header + 2, "r-2", "llm:gpt-x@v3", "neg", Kind.LLM, None, ""),
    ]


def test_kind_confidence_and_family_are_read_where_they_stand(tmp_path: Path) -> None:
    path = save(
        tmp_path,
        "task,worker,label,worker_kind,confidence,family\n1,m1,pos,LLM,0.75,gpt\n1,ann,neg,human,,\n1,bob,neg,,1,\n",
    )

    assert list(read_crowd(tabular.read(path))) == [
        CrowdRow(2, "1", "m1", "pos", Kind.LLM, 0.75, "gpt"),
        CrowdRow(3, "1", "ann", "neg", Kind.HUMAN, None, ""),
        CrowdRow(4, "1", "bob", "neg", Kind.HUMAN, 1.0, ""),
    ]


def test_rows_that_say_nothing_usable_are_set_aside(tmp_path: Path) -> None:
    rows = [
        *("1,ann,,human,", ",ann,pos,human,", "1, ,pos,human,", "1,ann,pos,dog,"),
        *("1,ann,pos,human,high", "1,ann,pos,human,1.5", "1,ann,pos,human,nan", "1,ann,pos"),
    ]
    path = save(tmp_path, "\n".join(["task,worker,label,kind,confidence", "1,ann,pos,human,0.5", *rows]))

    found = list(read_crowd(tabular.read(path)))

    range_reason = "a confidence must be a number from 0 to 1, such as 0.80 for 80 %"
    assert found == [
        CrowdRow(2, "1", "ann", "pos", Kind.HUMAN, 0.5, ""),
        BadRow(3, "no label", rows[0]),
        BadRow(4, "no item", rows[1]),
        BadRow(5, "no annotator", rows[2]),
        BadRow(6, "a kind that is neither human nor llm", rows[3]),
        BadRow(7, range_reason, rows[4]),
        BadRow(8, range_reason, rows[5]),
        BadRow(9, range_reason, rows[6]),
        BadRow(10, "3 cells instead of 5", rows[7]),
    ]


def test_missing_columns_are_named_at_once(tmp_path: Path) -> None:
    reader = tabular.read(save(tmp_path, "task,who,verdict\n1,ann,pos\n"))

    with pytest.raises(
        FileProblem, match=r"no column “annotator” and no column “label”; the file has: task, who, verdict\."
    ):
        read_crowd(reader)


@pytest.mark.parametrize("header", ["task,label", "item,gold", "id,Gold Label"])
def test_gold_is_read(tmp_path: Path, header: str) -> None:
    path = save(tmp_path, f"{header}\nr-1,pos\nr-2,\n,neg\n")

    assert list(read_gold(tabular.read(path))) == [
        GoldRow(2, "r-1", "pos"),
        GoldRow(3, "r-2", ""),
        BadRow(4, "no item", ",neg"),
    ]


def test_columns_that_are_chosen_go_before_those_that_are_called_so(tmp_path: Path) -> None:
    path = save(tmp_path, "item,annotator,label,confidence,second look\nr-1,ann,pos,80,neg\n")
    chosen = {"label": "second look", "confidence": ""}

    assert list(read_crowd(tabular.read(path), chosen)) == [CrowdRow(2, "r-1", "ann", "neg", Kind.HUMAN, None, "")]
    assert list(read_gold(tabular.read(path), {"label": "second look"})) == [GoldRow(2, "r-1", "neg")]
    with pytest.raises(FileProblem, match="There is no column “looks”"):
        read_crowd(tabular.read(path), {"label": "looks"})


def test_a_column_that_is_chosen_for_one_thing_is_not_another(tmp_path: Path) -> None:
    path = save(tmp_path, "task,item,worker,label\n7,r-1,ann,pos\n")

    assert list(read_crowd(tabular.read(path), {"family": "task"})) == [
        CrowdRow(2, "r-1", "ann", "pos", Kind.HUMAN, None, "7")
    ]


def test_a_gold_column_goes_before_an_answer(tmp_path: Path) -> None:
    path = save(tmp_path, "item,label,gold\nr-1,pos,neg\n")

    assert list(read_gold(tabular.read(path))) == [GoldRow(2, "r-1", "neg")]


def test_a_long_name_of_a_column_is_cut_in_a_sentence(tmp_path: Path) -> None:
    columns = {f"c{number}": "" for number in range(50)}

    with pytest.raises(FileProblem, match="no column “label”; the file has: item, A{40}…, c0, ") as caught:
        read_gold(tabular.read(save(tmp_path, json.dumps({"item": "i1", "A" * 5_000: "", **columns}), "gold.jsonl")))

    assert len(caught.value.message) < 200


def test_a_gold_file_without_labels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="no column “label”"):
        read_gold(tabular.read(save(tmp_path, "item,text\nr-1,hello\n")))


def test_labels_without_annotators_may_be_gold_and_that_is_said(tmp_path: Path) -> None:
    reader = tabular.read(save(tmp_path, "item,label\nr-1,pos\n", "known.csv"))

    with pytest.raises(FileProblem, match=r"“known\.csv” does not say who gave the labels") as caught:
        read_crowd(reader)
    assert "--gold" in caught.value.hint


def test_exposure_is_unknown_unless_the_file_says_it(tmp_path: Path) -> None:
    rows = "1,ann,pos,shown\n2,ann,pos,Blind\n3,ann,pos,\n4,ann,pos,maybe\n"
    path = save(tmp_path, f"item,annotator,label,exposure\n{rows}")

    *answers, bad = read_crowd(tabular.read(path))

    found = [answer.exposure for answer in answers if isinstance(answer, CrowdRow)]
    assert found == [Exposure.SHOWN, Exposure.BLIND, Exposure.UNKNOWN]
    assert bad == BadRow(5, "an exposure that is none of blind, shown and unknown", "4,ann,pos,maybe")
