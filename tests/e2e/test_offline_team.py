"""A lead and three annotators in four processes: from sending out to the merged export, with files alone."""

from __future__ import annotations

import csv
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests import projects
from tests.e2e import labels_offline
from tests.test_command_line import annotator, asked

PEOPLE = {"Ann": "good", "Bo": "good", "Cy": "bad"}


def at_work(folder: Path, name: str, count: int, version: int) -> subprocess.Popen[bytes]:
    """One annotator goes on in a folder of their own."""
    own = folder / name
    own.mkdir(exist_ok=True)
    package = folder / "out" / f"small - {name}.annopack"
    back = folder / "drive" / f"{name}.{version}.annoreturn"
    arguments = [package, own, back, PEOPLE[name], count]
    return subprocess.Popen([sys.executable, "-m", labels_offline.__name__, *map(str, arguments)])


def test_three_annotators_at_once_and_the_lead_merges_what_they_return(tmp_path: Path) -> None:
    with closing(projects.make_project(tmp_path)) as db:
        lead = db.path
    (tmp_path / "out").mkdir()
    (tmp_path / "drive").mkdir()
    to = [part for name in PEOPLE for part in ("--to", name)]
    assert len(asked("pack", lead, *to, "--overlap", 3, "--out", tmp_path / "out")["files"]) == 3

    for version, count in enumerate((3, 5)):  # half done, then all
        working = [at_work(tmp_path, name, count, version) for name in PEOPLE]
        assert [process.wait(120) for process in working] == [0, 0, 0]
    files = sorted((tmp_path / "drive").iterdir(), reverse=True)
    report = asked("take", lead, *files)
    assert [each["problem"] for each in report["files"]] == [None] * 6
    assert report["changed"] == 24

    annotator("merge", lead)
    annotator("export", lead, tmp_path / "labels.csv")
    with (tmp_path / "labels.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["label"] for row in rows} == {"good"}
    assert len(rows) == 8
