"""Comparing everybody where there are many answers: the same values, read once, and stopped at once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from annotator.domain.agreement import Estimate, Statistic, Table, many, measure
from annotator.errors import Cancelled
from annotator.services import alt_test, comparing, importing, ledger, project_file
from annotator.services.comparing import Other, Standing
from annotator.services.project_file import Db
from tests.projects import make_project

ITEMS, PEOPLE, EACH = 7_000, 4, 3
LABELS = ("good", "bad", "mixed")


def project(folder: Path) -> Db:
    """Two LLMs that answer every item, and of four people three; gold for every second item."""
    random = np.random.default_rng(7)
    db = make_project(folder, [f"item {number}" for number in range(ITEMS)], LABELS)
    truth = random.integers(0, 3, ITEMS)

    def said(share: float) -> list[str]:
        right = random.random(ITEMS) < share
        return [LABELS[code] for code in np.where(right, truth, random.integers(0, 3, ITEMS))]

    llms = {name: said(share) for name, share in (("keen", 0.8), ("dull", 0.4))}
    people = [said(share) for share in np.linspace(0.7, 0.95, PEOPLE)]
    seats = np.argsort(random.random((ITEMS, PEOPLE)), axis=1)[:, :EACH]
    rows = [f"i{n},{name},llm,{label},0.8" for name, all_ in llms.items() for n, label in enumerate(all_)]
    rows += [f"i{n},p{who},human,{people[who][n]}," for n in range(ITEMS) for who in seats[n].tolist()]
    (folder / "said.csv").write_text("\n".join(["item,annotator,kind,label,confidence", *rows]), encoding="utf-8")
    importing.import_labels(db, folder / "said.csv")
    known = [f"i{n},{LABELS[truth[n]]}" for n in range(0, ITEMS, 2)]
    (folder / "gold.csv").write_text("\n".join(["item,label", *known]), encoding="utf-8")
    importing.import_gold(db, folder / "gold.csv")
    return db


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Db:
    return project(tmp_path_factory.mktemp("many"))


def everybody(db: Db, monkeypatch: pytest.MonkeyPatch | None = None) -> dict[str, Standing]:
    """With the patch every interval is one of resampling, as with few answers."""
    if monkeypatch is not None:
        monkeypatch.setattr(many, "SHARED", 10**9)
    return {standing.name: standing for standing in comparing.compare(db)}


def close(one: Estimate, other: Estimate) -> bool:
    if one.value is None or other.value is None:
        return one == other
    assert one.low is not None
    assert one.high is not None
    width = one.high - one.low
    return (
        one.value == pytest.approx(other.value, abs=1e-12)
        and (one.items, one.pairs) == (other.items, other.pairs)
        and one.low == pytest.approx(other.low, abs=0.1 * width)
        and one.high == pytest.approx(other.high, abs=0.1 * width)
    )


def test_many_answers_give_the_same_kappas_as_resampling_and_nearly_the_same_intervals(
    db: Db, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = everybody(db)
    slow = everybody(db, monkeypatch)
    assert list(quick) == list(slow)
    assert sorted(quick) == ["People", "dull", "keen", "p0", "p1", "p2", "p3"]
    for name in quick:
        assert close(quick[name].with_people, slow[name].with_people), name
        assert close(quick[name].with_gold, slow[name].with_gold), name
    # so the first ones were not resampled
    assert quick["keen"].with_people != slow["keen"].with_people
    assert quick["People"].with_people != slow["People"].with_people


def test_a_standing_agrees_with_the_pair_the_ledger_and_the_test_that_are_asked_for_alone(db: Db) -> None:
    found = everybody(db)
    people = [person for person in ledger.ledger(db).people if person.annotator.name == "p1"]
    for name in ("keen", "p1"):
        pair = comparing.pair(db, comparing.side(db, name), Other.GOLD)
        assert found[name].accuracy == pair.accuracy_one
        assert found[name].with_gold.value == pytest.approx(pair.kappa.value)
        assert found[name].with_gold.items == pair.items
    assert found["p1"].labels == people[0].answers
    assert {v.llm.name: v.result for v in alt_test.verdicts(db)} == {
        name: standing.verdict.result for name, standing in found.items() if standing.verdict is not None
    }


def test_comparing_can_be_stopped_while_it_reads_and_while_it_reckons(db: Db) -> None:
    def at_once(done: int, total: int | None) -> None:
        raise Cancelled

    def later(done: int, total: int | None) -> None:
        if done == 3:
            raise Cancelled

    for report in (at_once, later):
        with pytest.raises(Cancelled):
            comparing.compare(db, report=report)
    assert len(comparing.compare(db)) == 7
    assert not db.conn.in_transaction


def test_skipped_and_timed_answers_are_counted_where_no_label_was_given(tmp_path: Path) -> None:
    from annotator.domain.model import NewAnnotation, Status
    from annotator.storage import answers

    db = make_project(tmp_path)
    ann = project_file.add_person(db, "Ann")
    good = project_file.question(db).labels[0].id
    given = [NewAnnotation(1, Status.LABEL, good, None, seconds=4.0), NewAnnotation(2, Status.SKIPPED, None, None)]
    given += [NewAnnotation(3, Status.SKIPPED, None, None, seconds=8.0), NewAnnotation(4, Status.LABEL, good, None)]
    answers.record(db, ann.id, project_file.question(db).id, given)
    [standing] = comparing.compare(db)
    [person] = ledger.ledger(db).people
    assert (standing.labels, standing.skipped, standing.invalid) == (2, 2, 0)
    assert standing.seconds == pytest.approx(12.0) == pytest.approx(person.minutes * 60 / person.timed)
    assert (person.answers, person.timed, person.skipped) == (2, 1, 2)
    assert person.sentence == "Ann: 2 answers, 2 skipped; 0.2 min, without 1 of them whose time is unknown."
    db.close()


def test_few_meetings_or_few_of_each_pair_are_left_to_resampling() -> None:
    def meetings(n: int, pairs: int) -> many.Meetings:
        random = np.random.default_rng(0)
        return many.Meetings(np.arange(n) % pairs, np.arange(n), random.integers(0, 2, n), random.integers(0, 2, n))

    assert many.cohen(meetings(many.ENOUGH - 1, 1), n_pairs=1, n_labels=2) is None
    assert many.cohen(meetings(many.ENOUGH, many.ENOUGH // 100), n_pairs=many.ENOUGH // 100, n_labels=2) is None
    found = many.cohen(meetings(many.ENOUGH, 1), n_pairs=1, n_labels=2)
    assert found is not None
    assert found.low < 0 < found.high  # type: ignore[operator]


def test_the_interval_covers_what_many_items_would_show() -> None:
    """Drawn anew 200 times, 95 % of the intervals hold the kappa of a million items, but for chance."""
    random = np.random.default_rng(3)

    def drawn(n: int) -> tuple[np.ndarray, np.ndarray]:
        truth = random.integers(0, 3, n)
        sides = [np.where(random.random(n) < 0.8, truth, random.integers(0, 3, n)) for _ in range(2)]
        return sides[0], sides[1]

    def table(sides: tuple[np.ndarray, np.ndarray]) -> Table:
        return Table.from_matrix(np.stack(sides, axis=1), n_labels=3)

    true = measure(table(drawn(1_000_000)), Statistic.COHEN, resamples=0).value
    assert true is not None
    size, held = many.ENOUGH, 0
    for _ in range(200):
        one, other = drawn(size)
        found = many.cohen(many.Meetings(np.zeros(size, np.int64), np.arange(size), one, other), n_pairs=1, n_labels=3)
        assert found is not None
        held += found.low <= true <= found.high  # type: ignore[operator]
    assert 180 <= held <= 199
