"""`annotator plan`: what more answers of people would bring, on the command line."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from annotator.cli import main
from annotator.services import merging
from tests.projects import crowd, make_project


class Ran(NamedTuple):
    """A command that is over."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs the program in the test's folder."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["annotator", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        assert isinstance(left.value.code, int)
        return Ran(left.value.code, *capsys.readouterr())

    return run


@pytest.fixture
def project(tmp_path: Path) -> str:
    """Sixty items, each answered by two people who often differ; merged."""
    db = make_project(tmp_path, [f"text {number}" for number in range(60)])
    rows = [
        (f"i{n}", who, ("good", "bad")[(n + n % 3 // step) % 2])
        for n in range(60)
        for step, who in ((1, "a"), (2, "b"))
    ]
    crowd(db, tmp_path, rows)
    merging.merge_and_store(db)
    db.close()
    return "small"


def test_it_tells_where_things_stand_what_the_target_takes_and_what_is_enough(run: Run, project: str) -> None:
    done = run("plan", project, "--target", "0.999", "--answers", "50")

    assert done.code == 0, done.err
    lines = done.out.splitlines()
    assert lines[0].startswith("Expected accuracy now ")
    assert lines[1].startswith("50 more answers, asked for where they help most, bring it to ")
    assert lines[2].startswith("99.9 % is out of reach: about ")
    assert "set one more label right" in lines[3]
    assert "without gold nothing measures it" in lines[4]


def test_as_json_it_gives_the_points_of_the_curve(run: Run, project: str) -> None:
    found = json.loads(run("plan", project, "--answers", "30", "--json").out)

    points = found["points"]
    assert points[0] == pytest.approx(
        {"answers": 0, "expected": found["expected_now"], "one_more_each": found["expected_now"]}
        | {edge: points[0][edge] for edge in ("low", "high")}
    )
    assert found["expected_now"] < found["expected_after"] <= found["best"] < 1
    assert found["items"] == 60
    assert found["target"] is None
    assert found["enough"] <= points[-1]["answers"]


def test_more_answers_than_are_ever_asked_for_are_told_to_be_so(run: Run, project: str) -> None:
    done = run("plan", project, "--answers", "100000")

    assert "nothing more is asked" in done.out.splitlines()[1]
    assert "one more for every item" not in done.out


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("--target", "95"), 1, "The target accuracy is 95. Give one above 0, at most 1, as 0.95."),
        (("--target", "0"), 1, "The target accuracy is 0."),
        (("--answers", "-3"), 2, "-3 is not in the range"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(
    run: Run, project: str, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    done = run("plan", project, *arguments)

    assert done.code == code
    assert sentence in done.err
    assert done.out == ""


def test_before_a_merge_it_says_what_to_do(run: Run, tmp_path: Path) -> None:
    make_project(tmp_path).close()

    done = run("plan", "small")

    assert done.code == 1
    assert done.err.startswith("Nothing is merged yet, so there is no accuracy to expect.")
    assert "`annotator merge" in done.err
