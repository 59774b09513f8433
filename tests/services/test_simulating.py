from __future__ import annotations

from pathlib import Path

import pytest

from annotator import api
from annotator.errors import UserError
from annotator.services.simulating import simulate


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
