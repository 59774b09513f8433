"""Undo is worked out from the log; here it is compared with a naive list of states."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.undo import Action, Operation, targets
from annotator.services import annotating, project_file
from annotator.services.project_file import Db
from tests.projects import label_ids, make_project

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.integers(0, 3), st.sampled_from(["good", "bad"])),
        st.tuples(st.just("skip"), st.integers(0, 3), st.just("")),
        st.tuples(st.just("undo"), st.just(0), st.just("")),
        st.tuples(st.just("redo"), st.just(0), st.just("")),
        st.tuples(st.just("reopen"), st.just(0), st.just("")),
    ),
    max_size=25,
)


class Naive:
    """Whole states in two lists."""

    def __init__(self) -> None:
        self.state: dict[int, str] = {}
        self.past: list[dict[int, str]] = []
        self.future: list[dict[int, str]] = []

    def do(self, item: int, value: str) -> None:
        self.past.append(dict(self.state))
        self.future.clear()
        self.state[item] = value

    def move(self, source: list[dict[int, str]], sink: list[dict[int, str]]) -> None:
        if source:
            sink.append(dict(self.state))
            self.state = source.pop()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, number=st.integers(0, 10**9))
def test_undo_and_redo_equal_a_list_of_states_also_across_restarts(
    steps: list[tuple[str, int, str]], number: int, tmp_path_factory: object
) -> None:
    folder: Path = tmp_path_factory.mktemp("undo")  # type: ignore[attr-defined]
    db = make_project(folder)
    me, other = (project_file.add_person(db, name).id for name in ("Mira", "Jo"))
    labels = label_ids(db)
    annotating.answer(db, other, annotating.turn_of(db, other, 1), labels["bad"], seconds=1.0)
    naive = Naive()
    for step, item, value in steps:
        if step == "answer":
            annotating.answer(db, me, annotating.turn_of(db, me, item + 1), labels[value], seconds=1.0)
            naive.do(item + 1, value)
        elif step == "skip":
            annotating.skip(db, me, annotating.turn_of(db, me, item + 1), seconds=1.0)
            naive.do(item + 1, "skipped")
        elif step == "undo":
            annotating.undo(db, me)
            naive.move(naive.past, naive.future)
        elif step == "redo":
            annotating.redo(db, me)
            naive.move(naive.future, naive.past)
        else:
            db.close()
            db = project_file.open_project(db.path)
        assert _state(db, me) == naive.state
    assert _state(db, other) == {1: "bad"}
    db.close()


def test_an_undo_whose_deed_was_cut_off_changes_nothing() -> None:
    assert targets([Operation(5, Action.UNDO, 2), Operation(6, Action.DO, None)]) == (6, None)


def _state(db: Db, annotator_id: int) -> dict[int, str]:
    names = {id_: name for name, id_ in label_ids(db).items()}
    found = {}
    for item_id in range(1, 9):
        own = annotating.turn_of(db, annotator_id, item_id).own
        if own is not None:
            found[item_id] = names.get(own.label_id or 0, own.status.value)
    return found
