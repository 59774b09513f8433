"""Disks that are full, read-only, unplugged or slow to be synced, under a real session: one clear sentence each, work
goes on as soon as it can, and every answer that was shown as saved is in the file."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator import paths
from annotator.services import project_file
from tests.faults.faulty import FaultyDisk, Worker, command, working
from tests.projects import make_project

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="faults are injected by LD_PRELOAD")

FULL = "The disk that holds “small.annotator” is full."
FAILED = "The disk failed while using “small.annotator”."
NAME = "small.annotator"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("faulty")
    FaultyDisk(folder)
    return folder


@pytest.fixture
def disk(library: Path) -> FaultyDisk:
    return FaultyDisk(library)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    with closing(make_project(tmp_path, [f"text {number} {'long ' * 50}" for number in range(300)])) as db:
        return db.path


def answered(project: Path) -> dict[int, int]:
    """Every stored answer, of a file that is sound."""
    assert project_file.problems(project) == []
    with closing(project_file.open_project(project)) as db:
        return dict(db.execute("select item_id, label_id from annotation").fetchall())


def saved(worker: Worker, said: dict[int, int], times: int = 1) -> None:
    for _ in range(times):
        done = worker.do("answer")
        assert "told" not in done, done
        said[done["item"]] = done["label"]


def goes_on(worker: Worker, project: Path, said: dict[int, int]) -> None:
    """Answers are saved again, and none that was shown as saved is missing at the end."""
    saved(worker, said, 3)
    worker.do("close")
    assert answered(project) == said


@pytest.mark.parametrize("after", [0, 1, 2, 3, 5])
def test_a_disk_that_is_full_is_one_sentence_and_work_goes_on_when_there_is_room(
    disk: FaultyDisk, project: Path, after: int
) -> None:
    said: dict[int, int] = {}
    with working(disk, project) as worker:
        saved(worker, said, 5)
        disk.full(NAME, after)
        told = told_within(worker, said, 10)
        assert (told["told"], told["hint"]) == (FULL, "Free some space; nothing was lost.")
        assert worker.do("count") == {"items": 300}  # reading goes on
        disk.mend()
        goes_on(worker, project, said)


@pytest.mark.parametrize("calls", ["w", "s", "ws"])
def test_a_disk_that_fails_to_write_or_to_sync_is_one_sentence(disk: FaultyDisk, project: Path, calls: str) -> None:
    said: dict[int, int] = {}
    with working(disk, project) as worker:
        saved(worker, said, 5)
        disk.fail(errno.EIO, calls=calls, pattern=NAME)
        assert told_within(worker, said, 10)["told"] == FAILED
        disk.mend()
        goes_on(worker, project, said)


def test_an_unplugged_drive_is_one_sentence_and_comes_back(disk: FaultyDisk, project: Path) -> None:
    said: dict[int, int] = {}
    with working(disk, project) as worker:
        saved(worker, said, 5)
        disk.gone(NAME)
        for _ in range(3):
            assert worker.do("answer")["told"] == FAILED
        disk.mend()
        goes_on(worker, project, said)


def test_closing_on_an_unplugged_drive_loses_nothing(disk: FaultyDisk, project: Path) -> None:
    said: dict[int, int] = {}
    with working(disk, project) as worker:
        saved(worker, said, 8)
        disk.gone(NAME)
        assert worker.do("close") == {"closed": True}
    disk.mend()
    assert answered(project) == said


def test_a_full_disk_while_merging_keeps_the_result_of_before(disk: FaultyDisk, project: Path) -> None:
    said: dict[int, int] = {}
    with working(disk, project) as worker:
        saved(worker, said, 10)
        assert worker.do("merge") == {"items": 10}
        disk.full(NAME, 2)
        assert worker.do("merge")["told"] == FULL
        disk.mend()
        assert worker.do("merge") == {"items": 10}
        goes_on(worker, project, said)


def test_a_full_disk_while_a_backup_is_made_leaves_no_part_and_work_goes_on(disk: FaultyDisk, project: Path) -> None:
    said: dict[int, int] = {}
    with working(disk, project) as worker:
        saved(worker, said, 3)
        disk.full("backups/small")
        assert worker.do("keep")["told"] == "There is no room for a backup of “small.annotator”."
        disk.fail(errno.EIO, calls="w", pattern="backups/small", after=3)
        assert worker.do("keep")["told"] == FAILED
        saved(worker, said, 1)
        assert not [file for file in paths.backups().rglob("*") if file.name.endswith((".part", ".annotator"))]
        disk.mend()
        assert worker.do("keep") == {"kept": True}
        goes_on(worker, project, said)


def test_a_file_that_may_not_be_written_opens_with_one_sentence(disk: FaultyDisk, project: Path) -> None:
    before = project.read_bytes()
    disk.fail(errno.EROFS, calls="o", pattern=NAME)
    with working(disk, project) as worker:
        assert worker.opened["told"] == "“small.annotator” may not be written."
    disk.mend()
    assert project.read_bytes() == before


def test_a_project_on_a_disk_that_cannot_be_read_is_one_sentence(disk: FaultyDisk, project: Path) -> None:
    disk.gone(NAME)
    with working(disk, project) as worker:
        assert worker.opened["told"] in (FAILED, "“small.annotator” cannot be read.")
    disk.mend()
    assert answered(project) == {}


@pytest.mark.parametrize("after", [0, 4, 20])
def test_a_full_disk_while_importing_leaves_the_project_as_it_was(
    disk: FaultyDisk, project: Path, tmp_path: Path, after: int
) -> None:
    rows = tmp_path / "more.csv"
    rows.write_text("id,text\n" + "".join(f"m{number},{'new ' * 400}\n" for number in range(3_000)))
    disk.full(NAME, after)
    done = command(disk, "import", project, rows)
    disk.mend()
    assert (done.returncode, done.stderr.strip()) == (1, f"{FULL} Free some space; nothing was lost.")
    with closing(project_file.open_project(project)) as db:
        assert db.value("select count(*) from item") == 300
    assert command(disk, "import", project, rows).returncode == 0


def test_a_full_disk_while_exporting_leaves_the_export_of_before(
    disk: FaultyDisk, project: Path, tmp_path: Path
) -> None:
    out = tmp_path / "labels.csv"
    out.write_text("the one of before")
    disk.full("labels")
    done = command(disk, "export", project, out)
    disk.mend()
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr
    assert out.read_text() == "the one of before"
    assert sorted(file.name for file in tmp_path.glob("*labels*")) == ["labels.csv"]


def test_a_full_disk_while_a_project_is_made_leaves_nothing(disk: FaultyDisk, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("id,text\n" + "".join(f"m{number},{'new ' * 400}\n" for number in range(500)))
    disk.full("new.annotator", 30)
    done = command(disk, "new", tmp_path / "new.annotator", "--labels", "good,bad", "--items", rows)
    disk.mend()
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "new.annotator").exists()


def test_a_full_disk_while_recovering_leaves_no_half_project(disk: FaultyDisk, project: Path, tmp_path: Path) -> None:
    disk.full("whole", 5)
    done = command(disk, "recover", project, "--to", tmp_path / "whole.annotator")
    disk.mend()
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "is full" in done.stderr
    assert not (tmp_path / "whole.annotator").exists()
    assert command(disk, "recover", project, "--to", tmp_path / "whole.annotator").returncode == 0


def test_a_clock_that_is_turned_back_changes_neither_order_nor_undo(disk: FaultyDisk, project: Path) -> None:
    said: dict[int, int] = {}
    with working(disk, project) as worker:
        saved(worker, said, 3)
        disk.late(400 * 86_400)
        saved(worker, said, 2)
        assert worker.do("keep") == {"kept": True}
        last = max(said)
        assert worker.do("undo") == {"undone": True}
        del said[last]
        again = worker.do("answer")
        assert again["item"] == last
        said[last] = again["label"]
        disk.mend()
        goes_on(worker, project, said)
    with closing(project_file.open_project(project)) as db:
        at = [row[0] for row in db.execute("select at from op where kind = 'annotate' order by id").fetchall()]
    assert at != sorted(at)  # the clock did go back


def test_two_windows_on_one_file_both_save_everything(disk: FaultyDisk, project: Path) -> None:
    first: dict[int, int] = {}
    second: dict[int, int] = {}
    with working(disk, project, "Mira") as one, working(disk, project, "Ben") as other:
        for _ in range(15):
            saved(one, first)
            saved(other, second)
        one.do("close")
        saved(other, second, 2)
        other.do("close")
    assert project_file.problems(project) == []
    with closing(project_file.open_project(project)) as db:
        rows = db.execute(
            "select w.name, item_id, label_id from annotation a join annotator w on w.id = a.annotator_id"
        ).fetchall()
    assert {item: label for name, item, label in rows if name == "Mira"} == first
    assert {item: label for name, item, label in rows if name == "Ben"} == second


def test_a_power_cut_at_any_moment_keeps_every_answer_that_was_shown_as_saved(
    disk: FaultyDisk, project: Path, tmp_path: Path
) -> None:
    """The file and its log as they are at one moment, without what SQLite shares in memory; each also with the last
    write torn, as far as it was not shown as saved."""
    said: dict[int, int] = {}
    log = project.with_name(f"{NAME}-wal")
    with working(disk, project) as worker:
        for number in range(12):
            saved(worker, said)
            safe = log.stat().st_size
            worker.ask("answer")  # under way while the power goes
            os.kill(worker.process.pid, signal.SIGSTOP)
            copies = [_copy(project, tmp_path / f"cut {number}", None)]
            whole = log.stat().st_size
            if whole > safe:
                copies.append(_copy(project, tmp_path / f"torn {number}", safe + (whole - safe) // 2))
            os.kill(worker.process.pid, signal.SIGCONT)
            for copy in copies:
                found = answered(copy)
                assert said.items() <= found.items()
                assert len(found) <= len(said) + 1
            done: dict[str, Any] = worker._read()
            said[done["item"]] = done["label"]
        worker.do("close")
    assert answered(project) == said


def test_a_file_that_is_moved_while_it_is_open_is_told_and_everything_is_kept(
    disk: FaultyDisk, project: Path, tmp_path: Path
) -> None:
    said: dict[int, int] = {}
    with working(disk, project) as worker:
        saved(worker, said, 4)
        project.rename(tmp_path / "elsewhere.annotator")
        told = worker.do("answer")
        assert told["told"].startswith("“small.annotator” was moved or deleted")
        worker.do("close")
    assert answered(project.with_name("small (rescued).annotator")) == said


def _copy(project: Path, folder: Path, length: int | None) -> Path:
    """length: of the log; None for all of it."""
    folder.mkdir()
    shutil.copy(project, folder)
    log = project.with_name(f"{NAME}-wal").read_bytes()
    (folder / f"{NAME}-wal").write_bytes(log[:length])
    return folder / NAME


def told_within(worker: Worker, said: dict[int, int], times: int) -> dict[str, Any]:
    """What was told by the first answer that could not be saved, among the next so many."""
    for _ in range(times):
        done = worker.do("answer")
        if "told" in done:
            return done
        said[done["item"]] = done["label"]
    raise AssertionError("nothing failed")
