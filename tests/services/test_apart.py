"""Merging and exports in a process of their own: the same results, stopped at once, and done here where it fails."""

from __future__ import annotations

import dataclasses
import io
import os
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from annotator import children
from annotator.errors import Cancelled, UserError
from annotator.services import apart, exporting, merging, parcels, project_file, setting_up
from annotator.services.project_file import Db
from annotator.storage import posteriors, setup
from tests.projects import crowd, make_project

ITEMS = 40


@pytest.fixture
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(apart, "LARGE", 1)
    db = make_project(tmp_path, [f"text {number}" for number in range(ITEMS)])
    rng = np.random.default_rng(0)
    rows = [(f"i{i}", f"p{p}", ("good", "bad")[rng.integers(2)]) for i in range(ITEMS) for p in range(3)]
    crowd(db, tmp_path, rows)
    yield db
    db.close()


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The processes that were started."""
    found: list[Any] = []
    real = children.start

    def start(*given: Any, **named: Any) -> Any:
        found.append(real(*given, **named))
        return found[-1]

    monkeypatch.setattr(children, "start", start)
    return found


@pytest.mark.parametrize("method", ["auto", "majority-vote", "dawid-skene"])
def test_a_merge_apart_is_the_merge(db: Db, begun: list[Any], method: str) -> None:
    found, expected = apart.merge(db, method), merging.merge(db, method)
    assert len(begun) == 1
    assert found.header == expected.header
    assert found.reliabilities == expected.reliabilities
    assert found.warnings == expected.warnings
    for field in posteriors.Posterior._fields:
        one, other = getattr(found.rows, field), getattr(expected.rows, field)
        assert one.dtype == other.dtype
        assert np.array_equal(one, other)
    assert merging.store(db, found).items == ITEMS


def test_a_merge_apart_is_of_the_question_looked_at(db: Db, tmp_path: Path, begun: list[Any]) -> None:
    first = setup.question(db).id
    setting_up.add_question(db, project_file.make_question("Tone", "Which tone?", ("warm", "cold")))
    project_file.look_at(db, "Tone")
    crowd(db, tmp_path, [("i1", "Ann", "warm")])
    assert len(apart.merge(db).rows) == 1
    db.question_id = first
    assert len(apart.merge(db).rows) == ITEMS
    assert len(begun) == 2


def test_small_projects_start_no_process(db: Db, tmp_path: Path, begun: list[Any], monkeypatch: Any) -> None:
    monkeypatch.setattr(apart, "LARGE", 10 * ITEMS)
    assert len(apart.merge(db).rows) == ITEMS
    assert apart.export(db, tmp_path / "few.csv").rows == ITEMS
    assert not begun


@pytest.mark.parametrize(
    "wanted", [{}, {"what": "annotations"}, {"per_annotator": True, "shares": True, "excel": True, "defuse": False}]
)
def test_an_export_apart_is_the_export(db: Db, tmp_path: Path, begun: list[Any], wanted: dict[str, Any]) -> None:
    merging.merge_and_store(db)
    found = apart.export(db, tmp_path / "apart.csv", **wanted)
    expected = exporting.export(db, tmp_path / "here.csv", **wanted)
    assert len(begun) == 1
    assert dataclasses.replace(found, path=expected.path) == expected
    assert (tmp_path / "apart.csv").read_bytes() == (tmp_path / "here.csv").read_bytes()


def test_chosen_items_are_exported_in_their_order(db: Db, tmp_path: Path, begun: list[Any]) -> None:
    only = np.array([7, 3, 5])
    assert apart.export(db, tmp_path / "some.csv", only=only).rows == 3
    rows = (tmp_path / "some.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert [row.partition(",")[0] for row in rows] == ["i6", "i2", "i4"]
    assert len(begun) == 1


def test_an_export_that_is_not_wanted_any_more_leaves_nothing(db: Db, tmp_path: Path, begun: list[Any]) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    seen: list[Path] = []

    def report(done: int, total: int | None) -> None:
        if done:
            seen.extend(folder.iterdir())  # half-written
            raise Cancelled

    with (
        closing(make_project(tmp_path, [f"text {n}" for n in range(20_000)], name="long")) as long,
        pytest.raises(Cancelled),
    ):
        apart.export(long, folder / "labels.csv", report=report)
    assert begun[0].returncode is not None
    assert seen
    assert not list(folder.iterdir())


def test_a_merge_that_is_not_wanted_any_more_ends(db: Db, begun: list[Any]) -> None:
    def report(done: int, total: int | None) -> None:
        if begun:
            raise Cancelled

    with pytest.raises(Cancelled):
        apart.merge(db, report=report)
    assert begun[0].returncode is not None


@pytest.mark.expects_warnings
def test_what_cannot_be_done_apart_is_done_here(db: Db, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MODULE", "annotator.services.there_is_none")
    assert len(apart.merge(db).rows) == ITEMS
    assert apart.export(db, tmp_path / "labels.csv").rows == ITEMS

    def none(*given: Any, **named: Any) -> Any:
        raise OSError("no more processes")

    monkeypatch.setattr(children, "start", none)
    assert len(apart.merge(db).rows) == ITEMS


def test_what_is_wrong_is_told_as_ever(db: Db, tmp_path: Path, begun: list[Any]) -> None:
    with pytest.raises(UserError, match="project file itself"):
        apart.export(db, db.path)
    with pytest.raises(UserError, match="folder"):
        apart.export(db, tmp_path / "nowhere" / "labels.csv")
    assert len(begun) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere threads have no niceness of their own")
def test_it_gives_way_in_a_group_of_its_own_and_in_our_session(db: Db, begun: list[Any]) -> None:
    seen = set()

    def report(done: int, total: int | None) -> None:
        if begun:  # and at work
            pid = begun[0].pid
            seen.add((os.getpriority(os.PRIO_PROCESS, pid), os.getpgid(pid) == pid, os.getsid(pid) == os.getsid(0)))

    apart.merge(db, report=report)

    nice = min(os.getpriority(os.PRIO_PROCESS, 0) + children.GIVES_WAY, 19)
    assert seen == {(nice, True, True)}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere threads have no niceness of their own")
def test_one_thread_can_give_way_alone() -> None:
    def given_way() -> int:
        children.give_way(threading.get_native_id())
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    before = os.getpriority(os.PRIO_PROCESS, 0)
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(given_way).result() == children.GIVES_WAY
    assert os.getpriority(os.PRIO_PROCESS, 0) == before


@pytest.mark.expects_warnings
def test_a_process_that_is_killed_costs_nothing_but_time(db: Db, begun: list[Any]) -> None:
    def report(done: int, total: int | None) -> None:
        if begun and begun[0].poll() is None:
            begun[0].kill()

    assert len(apart.merge(db, report=report).rows) == ITEMS
    assert begun[0].returncode != 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="reads /proc")
def test_it_ends_when_nobody_listens_any_more(db: Db) -> None:
    with Path(os.devnull).open("wb") as nowhere:
        child = children.start(apart.MODULE, apart.CHILD, nowhere, apart=True)
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.close()  # as the system does it for a window that was killed
    child.stdout.close()
    deadline = time.monotonic() + 60
    while child.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    assert child.returncode is not None


@given(
    said=st.dictionaries(st.text(), st.none() | st.integers() | st.text()),
    sent=st.dictionaries(
        st.text(),
        arrays.arrays(st.sampled_from(["i8", "f8", "u1"]), arrays.array_shapes(min_dims=1, min_side=0, max_dims=2)),
        max_size=3,
    ),
    cut=st.integers(0, 200),
)
def test_a_parcel_comes_as_it_was_sent_or_not_at_all(said: dict[str, Any], sent: dict[str, Any], cut: int) -> None:
    pipe = io.BytesIO()
    parcels.send(pipe, said, sent)
    whole = pipe.getvalue()
    found = parcels.receive(io.BytesIO(whole))
    assert found is not None
    assert found.said == said
    assert found.arrays.keys() == sent.keys()
    for name, array in sent.items():
        assert found.arrays[name].dtype == array.dtype
        assert found.arrays[name].shape == array.shape
        assert found.arrays[name].tobytes() == array.tobytes()
    if cut:
        assert parcels.receive(io.BytesIO(whole[: max(len(whole) - cut, 0)])) is None
