from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from annotator import api
from annotator.errors import UserError
from tests.projects import crowd, make_project


def test_a_project_is_read_merged_and_exported_from_a_script(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    crowd(db, tmp_path, [("i0", "a", "good"), ("i0", "b", "good"), ("i1", "a", "bad")])
    db.close()

    with api.open_project(db.path) as project:
        assert project.labels == ("good", "bad")
        assert project.merge().items == 2
        items, annotations = project.items(), project.annotations()
        assert project.export(tmp_path / "out.csv").reconciled
        assert project.status().items == 8

    assert items.loc["i0", "label"] == "good"
    assert items.loc["i0", "annotator: a"] == "good"
    assert len(items) == 8
    assert sorted(annotations["annotator"]) == ["a", "a", "b"]


def test_a_missing_project_is_a_user_error(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no project file"):
        api.open_project(tmp_path / "none.annotator")


def test_what_cannot_be_used_is_a_user_error(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    db.close()
    project = api.open_project(db.path)
    project.close()
    project.close()

    with pytest.raises(UserError, match="“small.annotator” is closed"):
        project.items()
    with pytest.raises(UserError, match="The labels are no DataFrame but a list"):
        api.aggregate([1])  # type: ignore[arg-type]


def test_importing_the_api_loads_nothing_slow() -> None:
    slow = ("litellm", "pandas", "crowdkit", "sklearn")
    code = f"import sys, annotator.api, annotator.cli; print([m for m in {slow} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
