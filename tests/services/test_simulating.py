from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from annotator import api
from annotator.errors import UserError
from annotator.services.simulating import LINES, _read, simulate


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Three people who answer 40 items; the third is always wrong."""
    rows = [(f"i{n}", w, "ab"[(n + (w == "z")) % 2]) for n in range(40) for w in ("x", "y", "z")]
    labels, gold = tmp_path / "labels.csv", tmp_path / "gold.csv"
    labels.write_text("task,worker,label\n" + "".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
    gold.write_text("task,label\n" + "".join(f"i{n},{'ab'[n % 2]}\n" for n in range(40)), encoding="utf-8")
    return labels, gold


def test_a_plan_says_how_accurate_how_many_answers_make_it(files: tuple[Path, Path]) -> None:
    plan = simulate(*files, policy="fixed")
    assert plan.points[0][0] == 0
    assert plan.points[-1][:2] == (3, 1)
    assert plan.points[-1][2] == plan.target
    assert plan.sentences()[0].startswith("answers per item")


def test_an_llm_among_the_annotators_or_a_simulated_one_is_there_from_the_start(files: tuple[Path, Path]) -> None:
    among = simulate(*files, llm="x")
    assert among.points[0][2] == 1.0
    assert among.points[-1][0] <= 2
    assert simulate(*files, llm_accuracy=1.0).points[0][2] == 1.0


def test_what_is_reached_with_the_last_answers_is_not_said_to_be_kept(files: tuple[Path, Path]) -> None:
    plan = simulate(*files, policy="fixed")
    late = replace(plan, reached_at=1.0, kept_from=None, late=True)
    assert late.sentences()[-1].startswith("Asking by “fixed” reaches that only with all answers")
    assert not any("keeps it" in text for text in late.sentences())
    assert "nearly all answers" in replace(late, reached_at=0.9967).sentences()[-1]


def test_what_takes_every_answer_is_reached_only_with_all(tmp_path: Path) -> None:
    labels, gold = tmp_path / "labels.csv", tmp_path / "gold.csv"
    rows = [(f"i{n}", "x", "abc"[n % 3]) for n in range(30)]
    labels.write_text("task,worker,label\n" + "".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
    gold.write_text("task,label\n" + "".join(f"i{n},{'abc'[n % 3]}\n" for n in range(30)), encoding="utf-8")

    plan = simulate(labels, gold, policy="random")

    assert (plan.points[-1][2], plan.late, plan.kept_from) == (1.0, True, None)
    assert "only with" in plan.sentences()[-1]
    assert plan.unanswered[:2] == (30, 29)
    assert plan.unanswered[-1] == 0
    assert plan.sentences()[0].endswith("items without an answer")
    assert any(text.startswith("Items without an answer count as") for text in plan.sentences())


def test_the_same_from_a_notebook(files: tuple[Path, Path]) -> None:
    import pandas as pd

    labels, gold = (pd.read_csv(path, dtype=str) for path in files)
    found = api.replay(labels, gold, llm="x")
    assert found.accuracy[0] == 1.0
    assert found.answers_per_item == [point[0] for point in simulate(*files, llm="x").points]
    assert api.replay(labels, gold, llm=0.9, policy="random").reached_at is not None


def test_what_cannot_be_is_one_sentence(files: tuple[Path, Path]) -> None:
    with pytest.raises(UserError, match="called “q”"):
        simulate(*files, llm="q")
    with pytest.raises(UserError, match="0 to 1"):
        simulate(*files, llm_accuracy=1.5)


def test_it_says_from_where_on_the_accuracy_is_no_chance(files: tuple[Path, Path]) -> None:
    plan = simulate(*files, llm_accuracy=0.9)

    assert plan.reached_at is not None
    assert plan.kept_from is not None
    assert plan.kept_from >= plan.reached_at
    assert any("15 % of all answers" in text for text in plan.sentences())
    never = replace(plan, kept_from=None)
    assert "chance" in never.sentences()[-1]


def test_of_a_long_curve_thirty_lines_are_told_with_both_ends(files: tuple[Path, Path]) -> None:
    plan = simulate(*files, policy="random")
    curve = tuple((n / 10, n / 100, 0.5) for n in range(101))

    told = replace(plan, points=curve, unanswered=(0,) * len(curve)).sentences()

    assert len(told) <= LINES + 5
    assert told[1].split()[0] == "0.00"
    assert any(line.split()[0] == "10.00" for line in told)


def test_ratings_are_replayed_as_ratings(tmp_path: Path) -> None:
    labels, gold = tmp_path / "labels.csv", tmp_path / "gold.csv"
    answers = [(f"i{n}", w, str(n % 10 + 1 + (w == "z" and n % 10 < 9))) for n in range(40) for w in ("x", "y", "z")]
    labels.write_text("task,worker,label\n" + "".join(",".join(row) + "\n" for row in answers), encoding="utf-8")
    gold.write_text("task,label\n" + "".join(f"i{n},{n % 10 + 1}\n" for n in range(40)), encoding="utf-8")

    assert simulate(labels, gold, ordinal=True, policy="fixed").points[-1][2] == 1.0
    answers_, _ = _read(labels, gold, None, ordinal=True)
    assert answers_.ordinal
    # The label that stands last in the order is 10, which as text would come second.
    assert answers_.label.max() == 9
    assert answers_.label[answers_.item == 9].tolist() == [9, 9, 9]


def test_labels_that_are_no_numbers_have_no_order(files: tuple[Path, Path]) -> None:
    with pytest.raises(UserError, match="no known order"):
        simulate(*files, ordinal=True)
