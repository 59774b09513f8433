"""SIGKILL at random moments: whatever was said to be saved is in the file, nothing is halved, and the file opens."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotator.services import backups, project_file
from tests import later_format
from tests.reliability.answering import Labelling
from tests.reliability.migrating import Migrating
from tests.reliability.whole_work import Bulk, Creating, Exporting, Importing

HERE = Path(__file__).parents[2]
KILLS = 50

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked to be killed")


def test_fifty_kills_over_all_kinds_of_work_lose_nothing() -> None:
    # A process of its own: one that has threads, as this may, is not to be forked.
    command = [sys.executable, "-m", "tests.reliability", "kills", "--count", str(KILLS)]
    ended = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert f"| **all** | **{KILLS}** | **0** |" in ended.stdout


def test_an_answer_that_is_gone_is_noticed(tmp_path: Path) -> None:
    kind = Labelling(tmp_path)
    kind.begin(0)

    with pytest.raises(AssertionError, match="more than the answer under way"):
        kind.check(0, [["done", [3, 1]], ["done", [4, 1]], ["begun", 5, 1]])


def test_an_answer_that_its_log_does_not_know_is_noticed(tmp_path: Path) -> None:
    kind = Bulk(tmp_path)
    kind.begin(0)
    kind.check(0, [0])
    db = project_file.open_project(kind._path)
    with db.atomic():
        me = project_file.add_person(db, "Mira").id
        op = db.value("select max(id) from op")
        row = (1, 1, me, "label", 1, "", 0, "blind", 1, op, "2026-01-01")
        names = "item_id, question_id, annotator_id, status, label_id, comment, flagged, exposure, guideline_version"
        db.execute(
            f"insert into annotation ({names}, op_id, answered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row
        )
    db.close()

    with pytest.raises(AssertionError, match="not what its log says"):
        kind.check(0, [0])


def test_half_an_import_is_noticed(tmp_path: Path) -> None:
    kind = Importing(tmp_path)
    kind.begin(0)
    with pytest.raises(AssertionError, match="after 2"):
        kind.check(0, [0, 1, 2])


def test_a_project_that_lacks_its_items_is_noticed(tmp_path: Path) -> None:
    kind = Creating(tmp_path)
    kind.begin(0)
    question = project_file.make_question("Sentiment", "What is it?", ["good", "bad"], "", "Review")
    project_file.create(tmp_path / "new 0" / "1.annotator", name="", question=question).close()

    with pytest.raises(AssertionError):
        kind.check(0, [0])


def test_half_an_export_is_noticed(tmp_path: Path) -> None:
    kind = Exporting(tmp_path)
    kind.begin(0)
    kind.check(0, [0])
    kind._target.write_bytes(kind._contents[0][:-1])

    with pytest.raises(AssertionError):
        kind.check(0, [0])


def test_half_a_migration_is_noticed(tmp_path: Path) -> None:
    kind = Migrating(tmp_path)
    kind.begin(0)
    kind.check(0, ["begun"])
    with later_format.known(), closing(project_file.open_project(kind._path)) as db, db.atomic():
        db.execute("delete from answered where item_id = 1")

    with pytest.raises(AssertionError, match="not what they were"):
        kind.check(0, ["begun"])


def test_a_migration_without_a_backup_is_noticed(tmp_path: Path) -> None:
    kind = Migrating(tmp_path)
    kind.begin(0)
    with later_format.known():
        project_file.open_project(kind._path).close()
    for backup in backups.of(kind._path):
        backup.path.unlink()

    with pytest.raises(AssertionError, match="no backup"):
        kind.check(0, ["begun", "open"])


def test_a_migration_that_was_done_and_is_gone_is_noticed(tmp_path: Path) -> None:
    kind = Migrating(tmp_path)
    kind.begin(0)

    with pytest.raises(AssertionError, match="the format is 1"):
        kind.check(0, ["begun", "open"])
