"""Agents beside people, and two of them on the items that both answered."""

from __future__ import annotations

import asyncio
from pathlib import Path

import numpy as np
import pytest

from annotator.domain.intervals import wilson
from annotator.errors import UserError
from annotator.llm.agents import AgentSpec
from annotator.llm.scripted import ScriptedModel
from annotator.services import (
    agents,
    alt_test,
    annotating,
    comparing,
    comparing_words,
    ledger,
    merging,
    prelabelling,
    project_file,
    reliability,
)
from annotator.services.agents import AgentChoice
from annotator.services.comparing import Other, Standing
from annotator.services.project_file import Db
from annotator.storage import answers
from tests.projects import crowd, direct, gold, label_ids, llm_answers, make_project

ITEMS = 60


def truth(number: int) -> str:
    return "good" if number % 2 else "bad"


def other(label: str) -> str:
    return "bad" if label == "good" else "good"


def project(folder: Path) -> Db:
    """Sixty items with gold: an LLM wrong at every fifth, three people, of whom Cy is wrong at every third."""
    db = make_project(folder, [f"item {number}" for number in range(ITEMS)])
    said = [(f"i{n}", other(truth(n)) if n % 5 == 0 else truth(n), 0.6 if n % 5 == 0 else 0.9) for n in range(ITEMS)]
    llm_answers(db, folder, "llm", said)
    rows = [(f"i{n}", who, truth(n)) for n in range(ITEMS) for who in ("ann", "bob")]
    rows += [(f"i{n}", "cy", other(truth(n)) if n % 3 == 0 else truth(n)) for n in range(ITEMS)]
    crowd(db, folder, rows)
    gold(db, folder, [(f"i{n}", truth(n)) for n in range(ITEMS)])
    return db


def by_name(found: list[Standing]) -> dict[str, Standing]:
    return {standing.name: standing for standing in found}


def test_everybody_stands_beside_the_others_with_what_is_measured_elsewhere(tmp_path: Path) -> None:
    db = project(tmp_path)
    found = comparing.compare(db)
    everybody = by_name(found)

    assert [standing.name for standing in found] == ["llm", "People", "ann", "bob", "cy"]
    assert everybody["llm"].accuracy == wilson(48, 60)
    assert everybody["ann"].accuracy == wilson(60, 60)
    assert everybody["People"].accuracy == wilson(160, 180)
    assert everybody["cy"].with_gold.value == pytest.approx(1 / 3)
    assert everybody["llm"].with_people.pairs == 3 * ITEMS
    assert everybody["ann"].with_people.pairs == 2 * ITEMS
    [calibrated] = [s for s in reliability.report(db).sources if s.name == "llm" and s.stage == "calibrated"]
    assert everybody["llm"].stage == "calibrated"
    assert everybody["llm"].quality is not None
    assert everybody["llm"].quality.error == calibrated.quality.error
    [verdict] = alt_test.verdicts(db)
    assert everybody["llm"].verdict is not None
    assert everybody["llm"].verdict.result.winning_rate == verdict.result.winning_rate
    assert everybody["ann"].verdict is None
    told = comparing_words.sentences(found)
    assert "llm (LLM): 60 answers" in told
    assert any(line.startswith("  Kappa between people: ") for line in told)
    assert any("Alternative annotator test: " in line for line in told)
    db.close()


def test_a_confidence_that_says_nothing_is_not_praised_for_its_calibration_error(tmp_path: Path) -> None:
    db = make_project(tmp_path, [f"item {number}" for number in range(100)])
    gold(db, tmp_path, [(f"i{n}", truth(n)) for n in range(100)])
    rows = [(f"i{n}", truth(n) if n % 3 else other(truth(n)), (0.6, 0.9)[n // 3 % 2]) for n in range(100)]
    llm_answers(db, tmp_path, "llm", rows)

    [standing] = comparing.compare(db)

    assert standing.quality is not None
    assert standing.quality.error < 0.02  # it claims its accuracy of every answer
    [told] = [line for line in comparing_words.sentences([standing]) if line.startswith("  Confidence, calibrated")]
    assert told.endswith("; it does not tell right answers from wrong ones")
    db.close()


def test_kappa_with_people_is_that_of_the_blind_answers_alone(tmp_path: Path) -> None:
    db = make_project(tmp_path, [f"item {number}" for number in range(20)])
    llm_answers(db, tmp_path, "llm", [(f"i{n}", truth(n), 0.9) for n in range(20)])
    people = [project_file.add_person(db, name).id for name in ("Ann", "Bob")]
    labels = label_ids(db)
    llm = project_file.llms(db)[0]
    for number in range(20):
        for person, said, shown in ((0, truth(number), True), (1, truth(number // 2), False)):
            turn = annotating.turn_of(db, people[person], number + 1)
            annotating.answer(db, people[person], turn, labels[said], seconds=None, shown=shown)
    everybody = by_name(comparing.compare(db))

    assert everybody["llm"].with_people.pairs == 20  # with Bob, who saw no suggestion
    assert everybody["llm"].with_people.value == pytest.approx(0.0)
    pair = comparing.pair(db, llm.id, people[0])
    assert pair.shown == 20
    assert "In 20 of 20 items the person had seen an LLM's suggestion" in pair.notes[0]
    db.close()


def test_cost_and_speed_are_those_of_the_ledger(tmp_path: Path) -> None:
    db = make_project(tmp_path)

    async def opener(spec: AgentSpec) -> ScriptedModel:
        return ScriptedModel(lambda _: "good | 90")

    asyncio.run(prelabelling.run(direct(db), AgentChoice("ollama/m"), opener=opener))
    [standing] = comparing.compare(db)
    [cost] = ledger.ledger(db).agents

    assert (standing.money, standing.per_1000) == (0.0, 0.0)
    assert standing.seconds == pytest.approx(cost.seconds / 8)
    assert standing.as_dict()["money_per_1000"] == 0.0
    db.close()


def test_of_an_agent_whose_replies_were_all_known_nobody_can_tell_price_or_speed(tmp_path: Path) -> None:
    async def opener(spec: AgentSpec) -> ScriptedModel:
        return ScriptedModel(lambda _: "good | 90")

    db = project(tmp_path)
    asyncio.run(prelabelling.run(direct(db), AgentChoice("ollama/m"), opener=opener))
    [agent] = [each for each in comparing.compare(db) if each.is_llm and each.name != "llm"]
    assert (agent.all_known, agent.seconds is not None) == (False, True)
    with db.atomic():
        db.execute("update call set price_source = 'cache', cost = 0")

    [agent] = [each for each in comparing.compare(db) if each.is_llm and each.name != "llm"]
    assert (agent.all_known, agent.per_1000, agent.seconds) == (True, None, None)
    assert "  $0.00 so far, since all replies were known before" in comparing_words.sentences([agent])
    db.close()


def test_two_are_compared_on_what_both_answered_with_the_items_behind_each_cell(tmp_path: Path) -> None:
    db = project(tmp_path)
    llm_answers(db, tmp_path, "half", [(f"i{n}", truth(n), 0.9) for n in range(0, ITEMS, 2)])
    one, half, cy = (comparing.side(db, name) for name in ("llm", "half", "cy"))
    good, bad = (label_ids(db)[name] for name in ("good", "bad"))
    pair = comparing.pair(db, one, half)

    assert pair.items == 30
    assert pair.counts.tolist() == [[0, 6], [0, 24]]
    assert pair.same == wilson(24, 30)
    assert (pair.accuracy_one, pair.accuracy_other) == (wilson(24, 30), wilson(30, 30))
    assert (pair.only_one, pair.only_other) == (0, 6)
    assert comparing.items_behind(db, one, half, good, bad) == [n + 1 for n in range(0, ITEMS, 10)]
    assert comparing.items_behind(db, one, half, good, bad, limit=2, offset=1) == [11, 21]
    against = comparing.pair(db, cy, Other.GOLD)
    assert against.kappa.value == pytest.approx(1 / 3)
    for row, said in enumerate((good, bad)):
        for column, right in enumerate((good, bad)):
            behind = comparing.items_behind(db, cy, Other.GOLD, said, right)
            assert len(behind) == against.counts[row, column]
    assert np.array_equal(comparing.pair(db, half, one).counts, pair.counts.T)
    db.close()


def test_merged_labels_are_compared_once_there_are_some_and_a_note_says_what_is_unfair(tmp_path: Path) -> None:
    db = project(tmp_path)
    with pytest.raises(UserError, match="merged"):
        comparing.pair(db, 1, Other.CONSENSUS)
    merging.merge_and_store(db)
    pair = comparing.pair(db, comparing.side(db, "llm"), comparing.side(db, "consensus"))

    assert pair.items == ITEMS
    assert pair.notes == ("The merged labels were made from the answers of llm, too, so the two agree more for that.",)
    llm_answers(db, tmp_path, "later", [("i0", "good", 0.9)])
    assert "do not know yet" in comparing.pair(db, Other.CONSENSUS, Other.GOLD).notes[0]
    with pytest.raises(UserError, match="itself"):
        comparing.pair(db, Other.GOLD, Other.GOLD)
    db.close()


def test_an_item_that_an_agent_was_shown_as_an_example_is_scored_nowhere(tmp_path: Path) -> None:
    db = make_project(tmp_path, [f"item {number}" for number in range(12)])
    gold(db, tmp_path, [(f"i{n}", truth(n)) for n in range(12)])
    crowd(db, tmp_path, [(f"i{n}", who, truth(n)) for n in range(12) for who in ("ann", "bob")])

    async def opener(spec: AgentSpec) -> ScriptedModel:
        return ScriptedModel(lambda _: "good | 90")

    asyncio.run(prelabelling.run(direct(db), AgentChoice("ollama/m", examples=4), opener=opener))
    [agent] = agents.agents(db)
    shown = agent.spec.example_items
    # Nothing asks about them, but a file may bring such an answer.
    labels = label_ids(db)
    right = [(item_id, labels[truth(item_id - 1)]) for item_id in shown]
    new = [answers.NewAnnotation(item_id, answers.Status.LABEL, label_id, 0.99) for item_id, label_id in right]
    answers.record(db, agent.annotator.id, project_file.question(db).id, new)
    standing = by_name(comparing.compare(db))[agent.annotator.name]

    assert len(shown) == 4
    assert standing.labels == 12
    assert standing.accuracy.of == standing.with_gold.items == 8
    assert standing.with_people.items == 8
    assert standing.quality is not None
    assert standing.quality.items == 8
    for against in (Other.GOLD, comparing.side(db, "ann")):
        pair = comparing.pair(db, agent.annotator.id, against)
        assert pair.items == 8
        behind = [
            item_id
            for one in labels.values()
            for two in labels.values()
            for item_id in comparing.items_behind(db, agent.annotator.id, against, one, two)
        ]
        assert not set(behind) & set(shown)
    db.close()


def test_a_name_that_nobody_has_is_answered_with_those_that_there_are(tmp_path: Path) -> None:
    db = project(tmp_path)
    with pytest.raises(UserError, match="Nobody") as raised:
        comparing.side(db, "dee")
    assert "“cy”, “gold”, “consensus”" in raised.value.hint
    assert comparing.compare(make_project(tmp_path, name="empty")) == []
    assert comparing_words.sentences([]) == ["Nobody has answered yet."]
    db.close()
