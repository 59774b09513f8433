"""`annotator calibrate`, and the warning of `annotator route`, as a script meets them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from annotator.services import confidence
from annotator.services.project_file import open_project
from tests.projects import gold, llm_answers, make_project
from tests.test_command_line import annotator, asked

ITEMS = 120


def _project(folder: Path, *, known: int) -> Path:
    """An LLM whose confidence says nothing about which of its answers are right."""
    db = make_project(folder, texts=[f"text {number}" for number in range(ITEMS)])
    sure = np.random.default_rng(3).random(ITEMS).round(3)
    rows = [(f"i{number}", "bad" if number % 4 == 0 else "good", float(sure[number])) for number in range(ITEMS)]
    llm_answers(db, folder, "oracle", rows)
    if known:
        gold(db, folder, [(f"i{number}", "good") for number in range(known)])
    db.close()
    return db.path


def test_calibrating_says_what_a_confidence_is_worth_and_puts_it_in_force(tmp_path: Path) -> None:
    path = _project(tmp_path, known=100)

    said = annotator("calibrate", path)
    found = asked("calibrate", path)

    assert "oracle, as given: calibration error 0." in said
    assert "How sure oracle is does not tell its right answers from its wrong ones" in said
    assert [source["stage"] for source in found["sources"]] == ["as given", "calibrated"]
    assert found["calibrations"][0]["useless"] is True
    assert found["sources"][1]["expected_calibration_error"] < found["sources"][0]["expected_calibration_error"]
    db = open_project(path)
    assert confidence.on_gold(db).changes.operation is None
    db.close()


def test_calibrating_without_gold_says_what_is_missing(tmp_path: Path) -> None:
    assert "settle items at random in Review, or import gold" in annotator("calibrate", _project(tmp_path, known=0))


@pytest.mark.parametrize("known", [0, 100])
def test_a_threshold_on_a_confidence_without_signal_is_warned_of(tmp_path: Path, known: int) -> None:
    path = _project(tmp_path, known=known)
    said = annotator("route", path, "--threshold", "0.5")
    assert ("route by target quality instead" in said) == bool(known)
    assert bool(asked("route", path, "--threshold", "0.5")["warning"]) == bool(known)
