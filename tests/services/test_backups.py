"""Backups: made while answers are written, only of what has changed, thinned out, and put back without a loss."""

from __future__ import annotations

import datetime
import os
import shutil
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from annotator import paths
from annotator.errors import Cancelled, DamagedProject, ProjectProblem, UserError
from annotator.services import annotating, backups, project_file, putting_back
from annotator.services.backups import Reason
from annotator.services.project_file import Db
from annotator.storage import database, snapshots
from tests.projects import label_ids, make_project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(make_project(tmp_path)) as db:
        return db.path


def answer(path: Path, number: int = 1, who: str = "Mira") -> None:
    with closing(project_file.open_project(path)) as db:
        _answer(db, number, who)


def _answer(db: Db, number: int, who: str) -> None:
    me = project_file.add_person(db, who).id
    for _ in range(number):
        turn = annotating.next_turn(db, me)
        assert turn is not None
        annotating.answer(db, me, turn, label_ids(db)["good"], seconds=1)


def answers(path: Path) -> int:
    with closing(database.open_as_it_is(path)) as db:
        return int(db.value("select count(*) from annotation"))


def numbers(path: Path) -> list[int]:
    return [backup.number for backup in backups.of(path)]


def pretend(path: Path, ages: list[datetime.timedelta], size: int = 0) -> Path:
    """Files with the names that backups of these ages have, the oldest first; the folder they are in."""
    folder = backups.folder_of(path)
    folder.mkdir(parents=True, exist_ok=True)
    for number, age in enumerate(ages, 1):
        at = datetime.datetime.now(datetime.UTC) - age
        (folder / f"{number:06} {at:%Y-%m-%d %H.%M.%S} hour.annotator").write_bytes(bytes(size))
    return folder


# --- making


def test_a_backup_is_a_project_like_any_other(path: Path) -> None:
    answer(path, 3)
    made = backups.keep(path, Reason.OPENING)
    assert made is not None
    assert project_file.problems(made.path) == []
    assert answers(made.path) == 3
    assert not list(made.path.parent.glob("*.part"))


def test_what_a_kill_has_left_of_a_backup_goes_and_one_under_way_stays(path: Path) -> None:
    left = [pretend(path, []) / f"000001 2026-01-01 10.00.0{number} hour.annotator.part" for number in range(2)]
    for part, hours in zip(left, (7, 5), strict=True):
        part.write_bytes(b"half")
        os.utime(part, times=(time.time() - hours * 3_600,) * 2)

    assert backups.keep(path, Reason.OPENING) is not None

    assert [part.exists() for part in left] == [False, True]


def test_half_a_backup_that_a_kill_left_in_the_same_second_is_no_damage_of_the_next(path: Path) -> None:
    now = datetime.datetime.now(datetime.UTC)
    for second in range(60):
        clock = (now + datetime.timedelta(seconds=second)).strftime("%Y-%m-%d %H.%M.%S")
        half = pretend(path, []) / f"000001 {clock} opening.annotator.part"
        half.write_bytes(path.read_bytes()[:5000])

    assert backups.keep(path, Reason.OPENING) is not None


def test_backups_lie_in_the_data_folder_for_their_owner_only(path: Path) -> None:
    made = backups.keep(path, Reason.OPENING)
    assert made is not None
    assert made.path.is_relative_to(paths.backups())
    if os.name == "posix":
        assert made.path.stat().st_mode & 0o077 == 0
        assert made.path.parent.stat().st_mode & 0o077 == 0


def test_what_has_not_changed_gets_no_new_backup(path: Path) -> None:
    assert backups.keep(path, Reason.OPENING) is not None
    assert backups.keep(path, Reason.HOUR) is None
    project_file.open_project(path).close()
    assert backups.keep(path, Reason.HOUR) is None
    answer(path)
    assert backups.keep(path, Reason.HOUR) is not None
    assert numbers(path) == [2, 1]


def test_a_write_that_only_moves_into_the_file_is_no_change(path: Path) -> None:
    with closing(project_file.open_project(path)) as db:
        _answer(db, 2, "Mira")
        assert backups.keep(path, Reason.HOUR) is not None
    # Closing has brought what was in the log beside the file into it: other bytes, the same content.
    assert backups.keep(path, Reason.HOUR) is None
    assert numbers(path) == [1]


def test_answers_are_written_while_a_backup_is_made_and_it_is_of_one_moment(tmp_path: Path) -> None:
    with closing(make_project(tmp_path, [f"text {number} {'long ' * 200}" for number in range(8_000)])) as db:
        seen: list[int] = []

        def look(done: int, total: int | None) -> None:
            """Called between two steps of the backup."""
            _answer(db, 1, "Mira")
            seen.append(done)

        found: list[backups.Backup | None] = []
        work = threading.Thread(target=lambda: found.append(backups.keep(db.path, Reason.HOUR, look_later)))
        steps: list[threading.Event] = [threading.Event(), threading.Event()]

        def look_later(done: int, total: int | None) -> None:
            steps[0].set()
            assert steps[1].wait(30)

        work.start()
        assert steps[0].wait(30)
        look(0, None)
        steps[1].set()
        work.join()
        (made,) = found
        assert made is not None
        assert answers(db.path) == 1
        assert answers(made.path) == 0
        assert project_file.problems(made.path) == []


def test_a_backup_that_is_stopped_leaves_nothing(path: Path) -> None:
    def stop(done: int, total: int | None) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        backups.keep(path, Reason.OPENING, stop)
    assert backups.of(path) == []
    assert not list(backups.folder_of(path).glob("*annotator*"))


def test_a_damaged_project_is_not_backed_up(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9_000])
    with pytest.raises(DamagedProject):
        backups.keep(path, Reason.OPENING)
    assert backups.of(path) == []


def test_a_limit_of_nothing_makes_none(path: Path) -> None:
    backups.set_limit(0)
    assert backups.limit_megabytes() == 0
    assert backups.keep(path, Reason.OPENING) is None


def test_where_no_backup_can_be_written_a_sentence_says_so(path: Path) -> None:
    paths.backups().parent.mkdir(parents=True, exist_ok=True)
    paths.backups().write_text("a file where the folder should be")
    with pytest.raises(ProjectProblem, match="No backup of “small.annotator” could be made"):
        backups.keep(path, Reason.OPENING)


# --- thinning


def test_the_last_of_each_hour_day_and_month_stay(path: Path) -> None:
    day = datetime.timedelta(days=1)
    ages = [400 * day, 399 * day, 200 * day]  # months
    ages += [10 * day, 10 * day, 5 * day]  # days; two at one time
    ages += [datetime.timedelta(minutes=minutes) for minutes in (20, 19, 18, 17, 16, 15, 14, 13)]
    folder = pretend(path, ages)

    backups.thin(folder, 1_000_000)

    kept = numbers(path)
    assert kept[: backups.ALWAYS] == [14, 13, 12, 11, 10]
    assert {6, 5, 3} <= set(kept)
    assert 4 not in kept
    assert len({1, 2} & set(kept)) >= 1


def test_beyond_the_limit_the_oldest_go_and_the_latest_stays(path: Path) -> None:
    folder = pretend(path, [datetime.timedelta(hours=hours) for hours in range(20, 0, -1)], size=1_000)
    backups.thin(folder, 4_500)
    assert numbers(path) == [20, 19, 18, 17]
    backups.thin(folder, 10)
    assert numbers(path) == [20]


def test_a_clock_that_was_turned_back_does_not_cost_the_latest(path: Path) -> None:
    folder = pretend(path, [datetime.timedelta(days=-30), datetime.timedelta(days=-29), datetime.timedelta(days=400)])
    backups.thin(folder, 1_000_000)
    assert numbers(path)[0] == 3
    answer(path)
    made = backups.keep(path, Reason.HOUR)
    assert made is not None
    assert made.number == 4


# --- putting back


def test_the_preview_counts_now_beside_then(path: Path) -> None:
    answer(path, 2)
    then = backups.keep(path, Reason.OPENING)
    assert then is not None
    answer(path, 3)
    answer(path, 1, "Ben")

    rows = {row.what: (row.now, row.then) for row in putting_back.preview(path, then)}

    assert rows["Items"] == (8, 8)
    assert rows["Answers of Mira"] == (5, 2)
    assert rows["Answers of Ben"] == (1, 0)


def test_putting_back_keeps_the_project_of_now_as_a_backup(path: Path) -> None:
    answer(path, 2)
    then = backups.keep(path, Reason.OPENING)
    assert then is not None
    answer(path, 3)

    done = putting_back.restore(path, then)

    assert answers(path) == 2
    assert project_file.problems(path) == []
    assert done.kept == backups.of(path)[0].path
    assert answers(backups.of(path)[0].path) == 5
    putting_back.restore(path, backups.of(path)[0])
    assert answers(path) == 5


def test_whoever_has_the_project_open_sees_it_put_back(path: Path) -> None:
    then = backups.keep(path, Reason.OPENING)
    assert then is not None
    with closing(project_file.open_project(path)) as other:
        _answer(other, 2, "Mira")
        putting_back.restore(path, then)
        assert other.value("select count(*) from annotation") == 0
        _answer(other, 1, "Mira")
    assert answers(path) == 1


def test_a_damaged_project_is_set_aside_as_it_is(path: Path) -> None:
    answer(path, 2)
    then = backups.keep(path, Reason.OPENING)
    assert then is not None
    damaged = path.read_bytes()[:9_000]
    path.write_bytes(damaged)
    assert [row.now for row in putting_back.preview(path, then)][0] is None

    done = putting_back.restore(path, then)

    assert answers(path) == 2
    assert done.kept is not None
    assert done.kept.read_bytes() == damaged


def test_a_project_that_is_gone_comes_back(path: Path) -> None:
    answer(path, 2)
    backups.keep(path, Reason.OPENING)
    path.unlink()
    (kept,) = backups.everything()
    assert kept.project == path

    putting_back.restore(path, kept.backups[0])

    assert answers(path) == 2


def test_a_backup_becomes_a_new_project_beside_the_old(path: Path) -> None:
    answer(path, 2)
    then = backups.keep(path, Reason.OPENING)
    assert then is not None
    answer(path, 1)
    new = path.with_name("new.annotator")

    putting_back.restore_to(then, new)

    assert (answers(path), answers(new)) == (3, 2)
    with pytest.raises(ProjectProblem, match="exists already"):
        putting_back.restore_to(then, new)


def test_a_damaged_backup_is_not_put_back(path: Path) -> None:
    then = backups.keep(path, Reason.OPENING)
    assert then is not None
    content = bytearray(then.path.read_bytes())
    content[len(content) // 2 :] = bytes(len(content) - len(content) // 2)
    then.path.write_bytes(content)
    answer(path, 1)
    with pytest.raises(DamagedProject):
        putting_back.restore(path, then)
    assert answers(path) == 1


def test_a_number_that_no_backup_has_is_told_with_those_there_are(path: Path) -> None:
    backups.keep(path, Reason.OPENING)
    with pytest.raises(UserError, match="no backup 7"):
        backups.named(path, 7)


# --- a file that has lost its place


@pytest.mark.skipif(os.name == "nt", reason="an open file can be neither moved nor deleted there")
@pytest.mark.parametrize("how", ["deleted", "moved", "replaced"])
def test_what_was_saved_is_rescued_when_the_file_is_gone(path: Path, how: str) -> None:
    with closing(project_file.open_project(path)) as db:
        _answer(db, 3, "Mira")
        if how == "deleted":
            path.unlink()
        elif how == "moved":
            path.rename(path.with_name("elsewhere.annotator"))
        else:
            shutil.copy(path, path.with_name("copy"))
            path.with_name("copy").replace(path)
        with pytest.raises(ProjectProblem, match="was moved or deleted") as raised:
            _answer(db, 1, "Mira")
    assert not path.with_name("small.annotator-wal").exists()  # it would spoil whatever comes to stand here
    rescued = path.with_name("small (rescued).annotator")
    assert str(rescued) in raised.value.hint
    assert answers(rescued) == 3
    assert project_file.problems(rescued) == []


@pytest.mark.skipif(os.name == "nt", reason="an open file can be neither moved nor deleted there")
def test_what_was_saved_is_rescued_also_when_nothing_was_written_after_the_file_had_gone(path: Path) -> None:
    with closing(project_file.open_project(path)) as db:
        _answer(db, 3, "Mira")
        path.rename(path.with_name("elsewhere.annotator"))
    assert answers(path.with_name("small (rescued).annotator")) == 3


@pytest.mark.skipif(os.name == "nt", reason="an open file can be neither moved nor deleted there")
def test_a_file_that_is_put_back_in_its_place_is_worked_on(path: Path) -> None:
    elsewhere = path.with_name("elsewhere.annotator")
    with closing(project_file.open_project(path)) as db:
        path.rename(elsewhere)
        with pytest.raises(ProjectProblem, match="moved or deleted"):
            _answer(db, 1, "Mira")
        elsewhere.rename(path)
        _answer(db, 2, "Mira")
    assert answers(path) == 2


def test_copies_are_the_same_when_only_their_counts_of_writes_differ(path: Path) -> None:
    copy = path.with_name("copy")
    content = bytearray(path.read_bytes())
    content[24:28] = b"abcd"
    copy.write_bytes(content)
    assert snapshots.same(path, copy)
    content[-1] ^= 1
    copy.write_bytes(content)
    assert not snapshots.same(path, copy)


def test_many_takings_within_minutes_do_not_push_out_what_was_kept_for_another_reason(path: Path) -> None:
    opened = backups.keep(path, Reason.OPENING)
    assert opened is not None
    for _ in range(7):
        answer(path)
        backups.settle(path, backups.keep(path, Reason.TAKE), needed=True)
    answer(path)
    backups.settle(path, backups.keep(path, Reason.TAKE), needed=False)
    assert numbers(path)[:5] == [8, 7, 6, 5, 4]
    assert numbers(path)[-1] == 1
    assert backups.keep(path, Reason.HOUR) is not None  # what is in the file now is in none of them
