"""A bug on the command line is told in one line that quotes nothing; what the system refuses is told as such."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn

import pytest

from annotator.cli import main
from annotator.cli.program import BUG
from annotator.services import project_file

SECRET = "My neighbour Ann has been ill since March."


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`annotator check` stumbles over an item, whose words are in the error."""

    def problems(path: Path) -> NoReturn:
        raise KeyError(SECRET, path)

    monkeypatch.setattr(project_file, "problems", problems)
    monkeypatch.setattr(sys, "argv", ["annotator", "check", str(tmp_path / "x.annotator")])
    monkeypatch.setenv("HOME", str(Path(__file__).parents[2]))  # as where the program lies in somebody's home


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[object, str]]:
    """The exit code of a command, and what it says on stderr."""

    def said(*arguments: str) -> tuple[object, str]:
        monkeypatch.setattr(sys, "argv", ["annotator", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        return left.value.code, capsys.readouterr().err

    return said


@pytest.mark.usefixtures("broken")
def test_it_is_one_line_without_a_traceback_and_without_words_of_the_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main()
    told = capsys.readouterr().err

    assert left.value.code == BUG
    assert told.startswith("This is a bug in Annotator (builtins.KeyError; ~/")
    assert "in problems" in told
    assert len(told.splitlines()) == 1
    assert "neighbour" not in told
    assert str(Path(__file__).parents[2]) not in told


@pytest.mark.usefixtures("broken")
def test_whoever_develops_it_sees_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "flags", SimpleNamespace(dev_mode=True))
    with pytest.raises(KeyError):
        main()


@pytest.mark.parametrize("command", ["status", "check", "merge", "recover"])
def test_a_name_that_no_file_can_have_is_one_sentence(
    command: str, said: Callable[..., tuple[object, str]], tmp_path: Path
) -> None:
    to = ["--to", str(tmp_path / "x.annotator")] if command == "recover" else []
    code, told = said(command, "x" * 5_000, *to)
    assert code == 1
    assert len(told.splitlines()) == 1
    assert len(told) < 400


def test_a_name_that_cannot_be_printed_is_shown_as_far_as_it_can_be(said: Callable[..., tuple[object, str]]) -> None:
    code, told = said("status", "a\udcffb")
    assert code == 1
    assert "a�b" in told
