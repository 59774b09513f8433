"""A project file beside which lies the write-ahead log of another one, as after a kill and a copy by hand."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from annotator.errors import ProjectProblem
from annotator.services import annotating, project_file
from annotator.services.project_file import Db
from tests.projects import label_ids, make_project

OURS, OTHERS = "Mira", "Ben"


def answer(db: Db, name: str, number: int) -> None:
    me = project_file.add_person(db, name).id
    for _ in range(number):
        turn = annotating.next_turn(db, me)
        assert turn is not None
        annotating.answer(db, me, turn, label_ids(db)["good"], seconds=1)


def project(folder: Path, texts: Sequence[str], name: str) -> Path:
    """A project with three answers, closed: nothing lies beside it."""
    folder.mkdir()
    with closing(make_project(folder, texts)) as db:
        answer(db, name, 3)
        return db.path


def killed(path: Path, name: str) -> bytes:
    """The log that a program leaves which was killed after five answers more; the file is what it was before them."""
    before = path.read_bytes()
    log = path.with_name(f"{path.name}-wal")
    with closing(project_file.open_project(path)) as db:
        answer(db, name, 5)
        left = log.read_bytes()
        assert path.read_bytes() == before
    path.write_bytes(before)
    return left


def texts(what: str, number: int) -> list[str]:
    return [f"{what} {n} {'and more ' * 30}" for n in range(number)]


@pytest.mark.parametrize(("ours", "others"), [(8, 8), (8, 300), (300, 8), (120, 120)])
@pytest.mark.parametrize("read_only", [True, False])
def test_the_log_of_another_project_is_not_written_over_a_file(
    tmp_path: Path, ours: int, others: int, read_only: bool
) -> None:
    path = project(tmp_path / "ours", texts("ours", ours), OURS)
    log = path.with_name(f"{path.name}-wal")
    log.write_bytes(killed(project(tmp_path / "others", texts("others", others), OTHERS), OTHERS))
    before, beside = path.read_bytes(), log.read_bytes()

    for _ in range(2):  # also once SQLite has had a look at it
        with pytest.raises(ProjectProblem, match="“small.annotator-wal” belongs to another file") as told:
            project_file.open_project(path, read_only=read_only)
        assert "move “small.annotator-wal” away" in told.value.hint
        assert (path.read_bytes(), log.read_bytes()) == (before, beside)

    log.unlink()
    assert project_file.problems(path) == []
    with closing(project_file.open_project(path, read_only=read_only)) as db:
        assert [person.name for person in project_file.people(db)] == [OURS]


def test_the_log_that_a_kill_leaves_of_the_file_itself_is_read(tmp_path: Path) -> None:
    path = project(tmp_path / "ours", texts("ours", 120), OURS)
    path.with_name(f"{path.name}-wal").write_bytes(killed(path, OURS))

    with closing(project_file.open_project(path)) as db:
        assert db.value("select count(*) from annotation") == 8
    assert project_file.problems(path) == []


def test_the_log_of_a_later_state_is_not_written_over_an_older_copy(tmp_path: Path) -> None:
    path = project(tmp_path / "ours", texts("ours", 20), OURS)
    older = path.read_bytes()
    with closing(project_file.open_project(path)) as db, db.atomic():
        rows = ((f"u{n}", f"x{n}", '{"text":"' + "long " * 300 + '"}') for n in range(200))
        statement = "insert into item (uid, external_id, fields, metadata, content_hash) values (?, ?, ?, '{}', x'00')"
        db.conn.executemany(statement, rows)
    left = killed(path, OURS)
    path.write_bytes(older)
    path.with_name(f"{path.name}-wal").write_bytes(left)

    with pytest.raises(ProjectProblem, match="“small.annotator-wal” belongs to another file"):
        project_file.open_project(path)
    assert path.read_bytes() == older


def test_a_file_that_is_damaged_itself_is_told_as_such_whatever_lies_beside_it(tmp_path: Path) -> None:
    path = project(tmp_path / "ours", texts("ours", 120), OURS)
    left = killed(path, OURS)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(bytes(3_900))
    path.with_name(f"{path.name}-wal").write_bytes(left)

    with pytest.raises(ProjectProblem, match="“small.annotator” is damaged"):
        project_file.open_project(path)
