from __future__ import annotations

import asyncio
import json
from pathlib import Path

import numpy as np
import pytest

from annotator.domain.aggregation import scoring
from annotator.domain.confidence_calibration import Way
from annotator.llm.scripted import ScriptedModel
from annotator.services import (
    adjudicating,
    agents,
    annotating,
    confidence,
    merging,
    prelabelling,
    project_file,
    reliability,
    routing,
)
from annotator.services.project_file import Db
from annotator.services.reliability import Stage
from annotator.storage import annotators, audit, posteriors
from tests.projects import crowd, direct, gold, label_ids, llm_answers, make_project

ITEMS = 240
BOASTFUL, EMPTY = "boastful", "empty"


def _truth(number: int) -> str:
    return "good" if number % 2 else "bad"


def _answered(folder: Path, *, gold_items: int = 0) -> Db:
    """240 items answered by an LLM that is surer than it may be, and by one whose confidence says nothing."""
    db = make_project(folder, texts=[f"text {number}" for number in range(ITEMS)])
    random = np.random.default_rng(7)
    honest = random.beta(4, 1.2, ITEMS)
    boast = 1 / (1 + np.exp(-(2.5 * np.log(honest / (1 - honest)) + 1)))
    for name, says, right in (
        (BOASTFUL, boast, random.random(ITEMS) < honest),
        (EMPTY, random.beta(9, 1, ITEMS), random.random(ITEMS) < 0.8),
    ):
        labels = [_truth(number) if right[number] else _truth(number + 1) for number in range(ITEMS)]
        rows = [(f"i{number}", labels[number], round(float(says[number]), 6)) for number in range(ITEMS)]
        llm_answers(db, folder, name, rows)
    if gold_items:
        _add_gold(db, folder, range(gold_items))
    return db


def _add_gold(db: Db, folder: Path, numbers: range) -> None:
    gold(db, folder, [(f"i{number}", _truth(number)) for number in numbers])


def _source(db: Db, name: str, stage: Stage) -> reliability.Source:
    return next(s for s in reliability.report(db).sources if s.name == name and s.stage is stage)


def _llm(db: Db, name: str) -> confidence.Calibration:
    return next(c for c in reliability.report(db).calibrations if c.llm.name == name)


def test_without_gold_there_is_nothing_to_measure_and_the_way_out_is_said(tmp_path: Path) -> None:
    db = _answered(tmp_path)
    found = reliability.report(db)
    assert (found.sources, found.gold, found.stale) == ((), 0, False)
    (sentence,) = reliability.sentences(found)
    assert "settle items at random in Review, or import gold" in sentence
    db.close()


def test_every_llm_is_measured_as_given_and_calibrated(tmp_path: Path) -> None:
    db = _answered(tmp_path, gold_items=200)
    given, calibrated = (_source(db, BOASTFUL, stage).quality for stage in (Stage.GIVEN, Stage.CALIBRATED))

    assert given.items == calibrated.items == 200
    assert given.accuracy == calibrated.accuracy
    assert given.error > 0.1
    assert calibrated.error < 0.6 * given.error
    assert calibrated.log_loss < given.log_loss
    assert calibrated.auroc.value == pytest.approx(given.auroc.value or 0, abs=0.01)
    assert calibrated.mean_confidence == pytest.approx(calibrated.accuracy.value or 0, abs=0.02)
    db.close()


def test_a_confidence_that_says_nothing_is_called_so_and_replaced_by_the_accuracy(tmp_path: Path) -> None:
    db = _answered(tmp_path, gold_items=200)
    found = _llm(db, EMPTY)

    assert found.calibrator.way is Way.ACCURACY
    assert "does not tell its right answers from its wrong ones" in found.warning
    assert "route by target quality instead" in found.warning
    assert "carries no signal" in _source(db, EMPTY, Stage.CALIBRATED).method
    assert _llm(db, BOASTFUL).warning == ""
    assert "is surer where it is right (AUROC" in reliability.verdict(_llm(db, BOASTFUL))
    db.close()


def test_a_calibrated_confidence_that_is_still_off_is_useless_as_a_probability_wherever_it_is_used(
    tmp_path: Path,
) -> None:
    db = _answered(tmp_path, gold_items=24)
    found = _llm(db, BOASTFUL)
    error = _source(db, BOASTFUL, Stage.CALIBRATED).quality.error

    assert error > confidence.EXACT
    assert found.inexact
    assert "useless as a probability" in found.warning
    assert f"off by {error:.3f}" in found.warning
    assert "route by target quality, not by a threshold" in found.warning
    assert found.warning in reliability.sentences(reliability.report(db))
    assert routing.preview(db, found.llm.id).warning == found.warning
    db.close()


def test_a_calibrated_confidence_that_is_exact_or_replaced_is_not_called_inexact(tmp_path: Path) -> None:
    db = _answered(tmp_path, gold_items=ITEMS)

    assert _source(db, BOASTFUL, Stage.CALIBRATED).quality.error <= confidence.EXACT
    assert not _llm(db, BOASTFUL).inexact
    assert not _llm(db, EMPTY).inexact
    db.close()


def test_too_little_gold_is_no_verdict(tmp_path: Path) -> None:
    db = _answered(tmp_path, gold_items=6)
    assert [source.stage for source in reliability.report(db).sources] == [Stage.GIVEN, Stage.GIVEN]
    assert reliability.verdict(_llm(db, EMPTY)).startswith("6 gold items cannot tell")
    _add_gold(db, tmp_path, range(6, 14))
    assert _llm(db, EMPTY).calibrator.unproven
    assert "not shown yet" in _llm(db, EMPTY).warning
    db.close()


def test_merged_labels_are_measured_by_what_their_answers_say(tmp_path: Path) -> None:
    """Also of settled items, whose merged probability is what it would be without the decision."""
    db = _answered(tmp_path, gold_items=100)
    lead = project_file.add_person(db, "Mira").id
    for number in range(100, 140):
        adjudicating.settle(db, lead, number + 1, label_ids(db)[_truth(number)], drawn=True)
    merging.merge_and_store(db)

    report = reliability.report(db)
    found = report.sources[0]

    assert (found.name, found.stage, report.gold, report.settled) == ("Merged labels", Stage.MERGED, 140, 40)
    current, names = posteriors.current(db), label_ids(db)
    assert current is not None
    rows = [row for row in posteriors.every(db) if row.item_id <= 140]
    p = np.array([np.frombuffer(row.probabilities) for row in rows])
    truth = np.array([current.labels.index(names[_truth(row.item_id - 1)]) for row in rows])
    expected = scoring.scores(p, truth, np.array([current.labels.index(row.label_id) for row in rows]))
    assert found.quality.items == 140
    assert found.quality.accuracy.value == pytest.approx(expected.accuracy)
    claim, right = p.max(axis=1), p.argmax(axis=1) == truth
    assert found.quality.brier == pytest.approx(np.mean((claim - right) ** 2))  # of the chosen label, as for LLMs
    assert found.quality.log_loss == pytest.approx(-np.log(np.where(right, claim, 1 - claim)).mean())
    assert found.quality.error == pytest.approx(expected.expected_calibration_error)
    assert found.quality.bins.confidence[-1] < 1  # decisions are not counted as what merging knew
    db.close()


def test_items_where_no_label_is_right_are_left_out(tmp_path: Path) -> None:
    db = _answered(tmp_path, gold_items=20)
    lead = project_file.add_person(db, "Mira").id
    adjudicating.settle(db, lead, 30, None)
    merging.merge_and_store(db)
    report = reliability.report(db)
    assert report.gold == 20
    assert {source.quality.items for source in report.sources} == {20}
    db.close()


def test_items_that_an_agent_was_shown_as_examples_do_not_measure_it(tmp_path: Path) -> None:
    db = make_project(tmp_path, texts=[f"text {number}" for number in range(40)])
    _add_gold(db, tmp_path, range(40))

    async def opener(spec: object) -> ScriptedModel:
        return ScriptedModel(lambda request: "good | 80")

    asyncio.run(prelabelling.run(direct(db), agents.AgentChoice("ollama/scripted", examples=8), opener=opener))
    (given, _) = reliability.report(db).sources
    assert given.quality.items == 32
    db.close()


def test_gold_that_is_no_random_sample_is_said_to_be_none(tmp_path: Path) -> None:
    db = _answered(tmp_path)
    llm = next(a for a in annotators.every(db) if a.name == BOASTFUL)
    given = routing.preview(db, llm.id)
    hard = given.item_ids[np.argsort(given.confidence)][:60]
    gold(db, tmp_path, [(f"i{item - 1}", _truth(int(item) - 1)) for item in hard])
    note = _source(db, BOASTFUL, Stage.GIVEN).note
    assert note.startswith("The gold items are no random sample: the mean confidence of boastful is 0.")
    assert _source(db, EMPTY, Stage.GIVEN).note == ""
    db.close()


def test_what_is_in_force_follows_gold_when_asked_to(tmp_path: Path) -> None:
    db = _answered(tmp_path, gold_items=40)
    assert reliability.report(db).stale
    first = confidence.on_gold(db)
    assert [c.llm.name for c in first.calibrations] == [BOASTFUL, EMPTY]
    assert first.changes.operation == audit.last_operation(db)
    assert not reliability.report(db).stale
    assert confidence.on_gold(db).changes.operation is None  # nothing new, nothing written

    _add_gold(db, tmp_path, range(40, 120))

    assert reliability.report(db).stale
    again = confidence.on_gold(db).calibrations[0]
    assert again.calibrator.gold == 120
    assert "120 gold items" in again.method
    db.close()


def test_calibrating_changes_neither_labels_nor_stored_confidences(tmp_path: Path) -> None:
    db = _answered(tmp_path, gold_items=200)
    before = db.conn.execute("select * from annotation order by item_id, annotator_id").fetchall()
    confidence.on_gold(db)
    routing.route(db, threshold=0.8)
    assert db.conn.execute("select * from annotation order by item_id, annotator_id").fetchall() == before
    db.close()


def test_a_threshold_means_calibrated_confidence(tmp_path: Path) -> None:
    db = _answered(tmp_path, gold_items=200)
    boastful = _llm(db, BOASTFUL).llm
    given = routing.llm_answers(db, boastful.id)[1]
    shown = routing.preview(db, boastful.id)

    result = routing.route(db, threshold=0.9, audit_share=0, annotator_id=boastful.id)

    assert shown.gold == 200
    assert result.split == shown.split(0.9, 0)
    assert result.split.accepted < given.split(0.9, 0).accepted
    assert result.warning == ""
    current = routing.current(db)
    assert current is not None
    assert "calibrated on 200 gold items" in current.parameters["confidence"]
    assert (np.argsort(shown.confidence, kind="stable") == np.argsort(given.confidence, kind="stable")).mean() > 0.95
    db.close()


def test_a_threshold_on_a_confidence_without_signal_is_warned_of(tmp_path: Path) -> None:
    db = _answered(tmp_path, gold_items=200)
    empty = _llm(db, EMPTY).llm
    accuracy = float(routing.preview(db, empty.id).confidence[0])
    below = routing.route(db, threshold=accuracy - 0.01, audit_share=0, annotator_id=empty.id)
    above = routing.route(db, threshold=accuracy + 0.01, audit_share=0, annotator_id=empty.id)
    assert (below.split.accepted, above.split.accepted) == (ITEMS, 0)
    assert "a threshold accepts all of them or none" in below.warning
    db.close()


def test_without_gold_routing_takes_the_confidence_as_it_is(tmp_path: Path) -> None:
    db = _answered(tmp_path)
    llm, given = routing.llm_answers(db)
    shown = routing.preview(db, llm.id)
    np.testing.assert_array_equal(shown.confidence, given.confidence)
    assert (shown.gold, shown.warning) == (0, "")
    assert routing.route(db, threshold=0.8).warning == ""
    db.close()


def test_suggestions_show_the_confidence_that_is_in_force(tmp_path: Path) -> None:
    db = _answered(tmp_path, gold_items=200)
    mira = project_file.add_person(db, "Mira").id
    before = annotating.turn_of(db, mira, 220).suggestion
    confidence.on_gold(db)
    after = annotating.turn_of(db, mira, 220).suggestion
    assert before is not None
    assert after is not None
    assert before.by == after.by == EMPTY
    assert after.confidence == pytest.approx(float(routing.preview(db).confidence[219]))
    assert after.confidence != before.confidence
    assert after.label_id == before.label_id
    db.close()


def test_a_run_calibrates_on_the_gold_there_is(tmp_path: Path) -> None:
    db = make_project(tmp_path, texts=[f"text {number}" for number in range(60)])
    _add_gold(db, tmp_path, range(60))

    def says(request: object) -> str:
        number = int(request.text.split()[1])  # type: ignore[attr-defined]
        return f"{_truth(number + (number % 5 == 0))} | {60 if number % 5 == 0 else 99 - number % 4}"

    async def opener(spec: object) -> ScriptedModel:
        return ScriptedModel(says)

    asyncio.run(prelabelling.run(direct(db), agents.AgentChoice("ollama/scripted"), opener=opener))
    assert not reliability.report(db).stale
    (info,) = agents.agents(db)
    assert info.calibration == "stated by the script; calibrated on 60 gold items by a logistic and an isotonic curve"
    db.close()


def test_items_drawn_at_random_are_a_sample_that_goes_on(tmp_path: Path) -> None:
    db = _answered(tmp_path, gold_items=40)
    merging.merge_and_store(db)
    lead = project_file.add_person(db, "Mira").id
    drawn = [c.item_id for c in adjudicating.conflicts(db, adjudicating.RANDOM)]
    assert sorted(drawn) == list(range(41, ITEMS + 1))
    assert adjudicating.conflict_count(db, adjudicating.RANDOM) == ITEMS - 40
    assert drawn != sorted(drawn)
    adjudicating.settle(db, lead, drawn[0], label_ids(db)["good"], drawn=True)
    assert [c.item_id for c in adjudicating.conflicts(db, adjudicating.RANDOM)] == drawn[1:]
    db.close()


def test_the_numbers_behind_the_plots_can_be_read_again(tmp_path: Path) -> None:
    db = _answered(tmp_path, gold_items=200)
    merging.merge_and_store(db)
    found = _source(db, BOASTFUL, Stage.GIVEN).quality
    head, *rows = reliability.bins_csv(found.bins).splitlines()
    assert head == "from,to,items,mean_confidence,share_right,low,high"
    assert [int(row.split(",")[2]) for row in rows] == found.bins.count.tolist()
    head, *rows = reliability.risk_coverage_csv(found.risk_coverage).splitlines()
    assert head == "coverage,items,confidence_at_least,share_right,low,high"
    assert float(rows[-1].split(",")[3]) == pytest.approx(found.accuracy.value or 0, abs=1e-5)
    content = json.loads(json.dumps(reliability.report(db).as_dict()))
    assert [source["stage"] for source in content["sources"]][:2] == ["merged", "as given"]
    db.close()


def test_people_are_not_measured_by_confidence(tmp_path: Path) -> None:
    db = make_project(tmp_path, texts=["a", "b"])
    crowd(db, tmp_path, [("i0", "ann", "good"), ("i1", "ann", "bad")])
    gold(db, tmp_path, [("i0", "good"), ("i1", "bad")])
    assert reliability.report(db).sources == ()
    db.close()
