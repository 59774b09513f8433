"""The DataFrame function for notebooks, `annotator.api.aggregate`."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from annotator.api import aggregate
from annotator.errors import UserError


def answers(*rows: Any, columns: tuple[str, ...] = ("task", "worker", "label")) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns))


SMALL = answers(
    ("t2", "ann", "yes"),
    ("t2", "bob", "yes"),
    ("t2", "cem", "no"),
    ("t1", "ann", "no"),
    ("t1", "bob", "no"),
    ("t1", "cem", "yes"),
    ("t3", "ann", "yes"),
    ("t3", "bob", "yes"),
)


def test_the_result_speaks_of_the_tasks_workers_and_labels_given() -> None:
    result = aggregate(SMALL)

    assert result.probabilities.index.tolist() == ["t2", "t1", "t3"]
    assert result.probabilities.columns.tolist() == ["no", "yes"]
    assert result.labels.to_dict() == {"t2": "yes", "t1": "no", "t3": "yes"}
    assert result.annotators["annotator"].tolist() == ["ann", "bob", "cem"]
    assert result.annotators["answers"].tolist() == [3, 3, 2]
    assert result.annotators["kind"].unique().tolist() == ["human"]
    assert result.method == "auto"
    assert result.reason.endswith(".")


def test_reliability_ranks_those_who_agree_before_the_one_who_does_not() -> None:
    reliability = aggregate(SMALL).annotators.set_index("annotator")["reliability"]

    assert reliability["ann"] > reliability["cem"]


def test_confusion_matrices_come_by_annotator_with_columns_that_sum_to_1() -> None:
    confusion = aggregate(SMALL, method="dawid-skene").confusion

    assert list(confusion) == ["ann", "bob", "cem"]
    assert confusion["cem"].index.name == "answered"
    assert confusion["cem"].columns.name == "truth"
    assert np.allclose(confusion["cem"].sum(axis=0), 1)
    assert confusion["ann"].loc["yes", "yes"] > confusion["cem"].loc["yes", "yes"]
    with pytest.raises(KeyError):
        confusion["nobody"]


@pytest.mark.parametrize(
    "gold",
    [
        {"t2": "no"},
        pd.Series({"t2": "no"}),
        answers(("t2", "no"), columns=("task", "label")),
    ],
)
def test_gold_may_be_a_dict_a_series_or_a_table(gold: Any) -> None:
    result = aggregate(SMALL, gold)

    assert result.labels["t2"] == "no"
    assert result.probabilities.loc["t2", "no"] == 1


def test_with_gold_the_alternatives_come_with_their_scores() -> None:
    tasks = [f"t{number}" for number in range(20)]
    rows = [(task, worker, "yes") for task in tasks for worker in ("ann", "bob")] + [(t, "cem", "no") for t in tasks]

    result = aggregate(answers(*rows), dict.fromkeys(tasks[:8], "yes"))

    assert result.alternatives[0].method == "auto"
    assert {"majority-vote", "one-coin", "dawid-skene"} <= {found.method for found in result.alternatives}
    assert all(0 <= found.accuracy <= 1 and found.log_loss >= 0 for found in result.alternatives)
    assert aggregate(answers(*rows)).alternatives == ()


def test_a_label_that_occurs_in_gold_alone_is_a_label() -> None:
    result = aggregate(SMALL, {"t2": "maybe", "t1": "no"})

    assert result.probabilities.columns.tolist() == ["maybe", "no", "yes"]
    assert result.labels["t2"] == "maybe"


def test_gold_tasks_without_answers_are_left_out_with_a_warning() -> None:
    result = aggregate(SMALL, {"t2": "no", "t9": "no"})

    assert "t9" not in result.probabilities.index
    assert any("1 gold tasks have no answer" in text for text in result.warnings)


def test_kinds_and_families_reach_the_result() -> None:
    table = SMALL.assign(kind=["Human", "llm", None] * 2 + ["human", "LLM"], family=["", "gpt", None] * 2 + ["", "gpt"])

    kinds = aggregate(table).annotators.set_index("annotator")["kind"]

    assert kinds.to_dict() == {"ann": "human", "bob": "llm", "cem": "human"}


def test_the_later_of_two_answers_to_a_task_counts() -> None:
    table = answers(("t", "ann", 1), ("t", "bob", 2), ("t", "cem", 2), ("t", "ann", 2), ("u", "ann", 1))

    result = aggregate(table, method="majority-vote")

    assert result.annotators["answers"].tolist() == [2, 1, 1]
    assert result.probabilities.loc["t", 2] > 0.8


@pytest.mark.parametrize("labels", [[3, 1, 1], [True, False, True], ["ja", "nein", "ja"], [1, "one", 1]])
def test_labels_keep_their_type(labels: list[Any]) -> None:
    table = pd.DataFrame({"task": [1, 1, 2], "worker": ["a", "b", "a"], "label": labels})

    result = aggregate(table)

    assert set(result.probabilities.columns) == set(labels)
    assert result.labels[2] == labels[2]


def test_categorical_columns_are_understood() -> None:
    table = SMALL.astype("category")

    result = aggregate(table, {"t2": "maybe", "t1": "no"})

    assert result.probabilities.columns.tolist() == ["maybe", "no", "yes"]
    assert result.labels["t3"] == "yes"


def test_one_annotator_and_one_label_are_enough() -> None:
    result = aggregate(answers(("t", "ann", "x"), ("u", "ann", "x")))

    assert result.probabilities["x"].tolist() == [1, 1]


def test_ratings_are_ordered_by_number_and_have_medians() -> None:
    rows = [
        (f"t{task}", worker, label) for task in range(6) for worker, label in zip("abc", ("9", "10", "2"), strict=True)
    ]

    result = aggregate(answers(*rows), ordinal=True)

    assert result.probabilities.columns.tolist() == ["2", "9", "10"]
    assert result.medians is not None
    assert result.medians.index.tolist() == result.labels.index.tolist()
    assert set(result.medians) == {"9"}
    assert aggregate(answers(*rows)).medians is None


def test_the_order_of_labels_can_be_given_or_be_that_of_a_category() -> None:
    order = ["low", "medium", "high"]
    table = answers(("t", "a", "low"), ("t", "b", "high"), ("u", "a", "high"), ("u", "b", "medium"))
    categories = table.assign(label=pd.Categorical(table["label"], categories=order, ordered=True))

    given, from_category = aggregate(table, ordinal=order), aggregate(categories, ordinal=True)

    assert given.probabilities.columns.tolist() == order
    assert from_category.probabilities.columns.tolist() == order
    assert np.allclose(given.probabilities, from_category.probabilities)


def test_an_order_may_hold_labels_that_nobody_gave() -> None:
    result = aggregate(SMALL, ordinal=["no", "maybe", "yes"])

    assert result.probabilities.columns.tolist() == ["no", "maybe", "yes"]
    assert np.isfinite(result.probabilities.to_numpy()).all()


@pytest.mark.parametrize(
    ("order", "message"), [(["no"], "has no 'yes'"), (["no", "yes", "no"], "stands twice"), ([], "has no 'yes'")]
)
def test_an_order_that_does_not_fit_is_refused_in_one_sentence(order: list[str], message: str) -> None:
    with pytest.raises(UserError, match=message) as refused:
        aggregate(SMALL, ordinal=order)

    assert refused.value.hint


def test_the_table_given_is_left_as_it_was() -> None:
    table = SMALL.assign(confidence=[0.5, None] * 4)
    before = table.copy()

    aggregate(table, {"t2": "no"})

    pd.testing.assert_frame_equal(table, before)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (SMALL.drop(columns="worker"), "no column worker"),
        (SMALL.iloc[:0], "are empty"),
        (SMALL.assign(label=[None, *SMALL["label"][1:]]), "1 rows without a label; the first is row 1"),
        (SMALL.assign(task=[*SMALL["task"][:-1], np.nan]), "without a task; the first is row 8"),
        (SMALL.assign(kind="robot"), "“robot” is no kind"),
        (SMALL.assign(kind=["llm"] + ["human"] * 7), "human in some rows and llm in others"),
        (SMALL.assign(confidence=1.5), "outside 0 to 1"),
        (SMALL.assign(confidence="high"), "no number"),
    ],
)
def test_bad_input_is_refused_in_one_sentence_with_a_hint(table: pd.DataFrame, message: str) -> None:
    with pytest.raises(UserError, match=message) as refused:
        aggregate(table)

    assert refused.value.hint


@pytest.mark.parametrize(
    ("gold", "message"),
    [
        ({"t2": 1}, "No gold label was ever given"),
        ({2: "no"}, "No gold task has an answer"),
        (pd.Series(["no", "yes"], index=["t2", "t2"]), "two different gold labels"),
        ({"t2": None}, "have no label"),
        (answers(("t2",), columns=("task",)), "no column label"),
    ],
)
def test_bad_gold_is_refused_in_one_sentence_with_a_hint(gold: Any, message: str) -> None:
    with pytest.raises(UserError, match=message) as refused:
        aggregate(SMALL, gold)

    assert refused.value.hint
