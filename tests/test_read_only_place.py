"""A project where nothing may be written, as on a read-only drive, is read by the commands that only read."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotator.cli.program import commands
from annotator.errors import ProjectProblem
from tests.projects import make_project


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "fixed"
    place.mkdir()
    make_project(place).close()
    path = place / "small.annotator"
    path.chmod(stat.S_IRUSR)
    place.chmod(stat.S_IRUSR | stat.S_IXUSR)
    if os.access(place, os.W_OK):
        pytest.skip("whoever is root may write everything, and Windows knows no such folders")
    yield path
    place.chmod(stat.S_IRWXU)


def run(*args: object) -> Result:
    result = CliRunner().invoke(commands, [str(arg) for arg in args], standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    return result


def test_reading_commands_read_it_say_so_and_leave_nothing_beside_it(path: Path, tmp_path: Path) -> None:
    done = run("status", path.with_suffix(""), "--json")
    assert json.loads(done.stdout)["items"] == 8
    assert done.stderr == "“small.annotator” may not be written here, so it is only read.\n"
    assert "text" in run("items", path, "--search", "text").stdout
    run("export", path, tmp_path / "labels.csv")
    assert (tmp_path / "labels.csv").is_file()
    assert not list(path.parent.glob("small.annotator?*"))


def test_writing_commands_say_that_it_may_not_be_written(path: Path) -> None:
    for command in (("merge", path), ("label", "add", path, "mixed", "--by", "Mira")):
        with pytest.raises(ProjectProblem, match="may not be written"):
            run(*command)
