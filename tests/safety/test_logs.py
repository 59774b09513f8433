"""Logs and crash reports: where it happened and of what kind it was, no text of an item, no key, no home folder."""

from __future__ import annotations

import logging
from logging import FileHandler
from pathlib import Path

import pytest

from annotator import app, paths
from annotator.logs import DiscreetFormatter, discreet, named

KEY = "sk-proj-abcdefghijklmnop1234567890"
ITEM = "My neighbour Ann has been ill since March."


class Broken(Exception):
    """A bug that quotes what it stumbled over."""


def failing() -> Broken:
    try:
        raise Broken(f"cannot label {ITEM!r} with {KEY}")
    except Broken as error:
        return error


def test_a_logged_error_names_its_kind_and_place_and_not_its_words(tmp_path: Path) -> None:
    handler = FileHandler(tmp_path / "log", encoding="utf-8")
    handler.setFormatter(DiscreetFormatter())
    logger = logging.Logger("annotator.tried")
    logger.addHandler(handler)
    error = failing()
    logger.error("It failed with %s in %s", KEY, Path.home() / "studies" / "x.annotator", exc_info=error)
    handler.close()

    written = (tmp_path / "log").read_text(encoding="utf-8")

    assert "tests.safety.test_logs.Broken" in written
    assert "in failing" in written
    assert "~/studies/x.annotator" in written.replace("\\", "/")
    assert not [secret for secret in (ITEM, "neighbour", KEY, str(Path.home())) if secret in written]


def test_a_crash_report_has_no_words_of_the_error_and_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    from annotator.ui.dialogs.crash import describe

    monkeypatch.setenv("HOME", str(Path(__file__).parents[2]))  # as where the program lies in somebody's home
    error = failing()
    told = describe(type(error), error.__traceback__)

    assert "~/tests/safety/test_logs.py" in told
    assert str(Path(__file__).parents[2]) not in told
    assert "neighbour" not in told
    assert "Python" in told


@pytest.mark.expects_warnings
def test_the_log_file_of_the_window_is_written_so(own_settings: Path) -> None:
    with app._log_file():
        logging.getLogger("annotator.tried").error("broken %s", KEY, exc_info=failing())

    written = paths.log_file().read_text(encoding="utf-8")
    assert "broken" in written
    assert KEY not in written
    assert "neighbour" not in written


@pytest.mark.expects_warnings
def test_the_log_file_is_made_with_the_first_warning(own_settings: Path) -> None:
    with app._log_file():
        logging.getLogger("annotator.tried").info("nothing of note")
        made_before = paths.log_file().exists()
        logging.getLogger("annotator.tried").warning("noted")

    logging.getLogger("annotator.tried").warning("after the window")
    assert not made_before
    assert paths.log_file().read_text(encoding="utf-8").count("\n") == 1
    assert "noted" in paths.log_file().read_text(encoding="utf-8")


@pytest.mark.expects_warnings
def test_a_log_that_cannot_be_written_stops_nothing(own_settings: Path) -> None:
    folder = paths.log_file().parent
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file where the folder should be", encoding="utf-8")
    with app._log_file():
        logging.getLogger("annotator.tried").warning("broken")
        logging.getLogger("annotator.tried").warning("and again")

    assert folder.is_file()


@pytest.mark.parametrize("home", ["/", ""])
def test_a_home_that_is_everything_names_nobody(monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    monkeypatch.setenv("HOME", home or "/")
    assert discreet("/usr/lib/x") == "/usr/lib/x"


def test_an_error_without_a_place_is_named_too() -> None:
    assert named(ZeroDivisionError, None) == "builtins.ZeroDivisionError\n".strip()
