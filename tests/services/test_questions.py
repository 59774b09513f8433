"""A project of two questions: what is done for one leaves the other alone, from import to export."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.domain.filters import Filter
from annotator.domain.model import NewAnnotation, Status
from annotator.errors import UserError
from annotator.llm.scripted import ScriptedModel
from annotator.services import (
    adaptive,
    adjudicating,
    agents,
    agreement,
    annotating,
    confidence,
    exporting,
    item_story,
    ledger,
    merging,
    overview,
    prelabelling,
    prices,
    project_file,
    provenance,
    routing,
    saved_filters,
    setting_up,
    trying,
)
from annotator.services.agents import AgentChoice
from annotator.services.project_file import Db, looking_at
from annotator.storage import answers, calibrations, gold
from tests.loopback import LoopbackServer, says
from tests.projects import crowd, direct, label_ids, llm_answers, make_project
from tests.projects import gold as import_gold

FIRST, SECOND = 1, 2


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    db = make_project(tmp_path)
    setting_up.add_question(db, project_file.make_question("Topic", "What is it about?", ["price", "taste", "size"]))
    yield db
    db.close()


def prelabel(db: Db, said: str) -> ScriptedModel:
    model = ScriptedModel(lambda request: f"{said} | 80")

    async def opener(spec: object) -> ScriptedModel:
        return model

    asyncio.run(prelabelling.run(direct(db), AgentChoice("ollama/scripted"), opener=opener))
    return model


def test_a_question_is_chosen_by_its_name_and_the_first_one_without(db: Db) -> None:
    assert project_file.question(db).name == "Sentiment"
    assert project_file.look_at(db, "topic").label_names() == ("price", "taste", "size")
    assert project_file.question(db).name == "Topic"
    with pytest.raises(UserError, match="no question “Colour”") as error:
        project_file.look_at(db, "Colour")
    assert "“Sentiment”, “Topic”" in error.value.hint


def test_the_whole_job_for_one_question_leaves_the_other_as_it_was(db: Db, tmp_path: Path) -> None:
    mira = project_file.add_person(db, "Mira").id
    with looking_at(db, SECOND):
        model = prelabel(db, "price")
        routing.route(db, threshold=0.9, audit_share=0)
        import_gold(db, tmp_path, [("i0", "taste")])
        turn = annotating.next_turn(db, mira)
        assert turn is not None
        annotating.answer(db, mira, turn, label_ids(db)["taste"], seconds=1.0)
        merging.merge_and_store(db)
        saved_filters.save(db, "all", Filter())
        topic = overview.summary(db)
        out = exporting.export(db, tmp_path / "topic.csv")

    sentiment = overview.summary(db)

    assert [request.question.name for request in model.asked] == ["Topic"] * 8
    assert (topic.llm_answered, topic.waiting, topic.gold, topic.routed) == (8, 7, 1, True)
    assert topic.merge is not None
    assert (sentiment.llm_answered, sentiment.waiting, sentiment.gold, sentiment.routed) == (0, 0, 0, False)
    assert sentiment.merge is None
    assert sentiment.not_routed == 8
    assert saved_filters.every(db) == []
    assert answers.count(db, FIRST) == 0
    with out.path.open(encoding="utf-8") as file:
        assert {row["label"] for row in csv.DictReader(file)} <= {"price", "taste", "size"}


def test_routing_and_merging_of_one_question_keep_those_of_the_other(db: Db, tmp_path: Path) -> None:
    for question_id, label in ((FIRST, "good"), (SECOND, "price")):
        with looking_at(db, question_id):
            llm_answers(db, tmp_path, "gpt", [(f"i{n}", label, 0.3) for n in range(8)])
            routing.route(db, threshold=0.5, audit_share=0)
            merging.merge_and_store(db)
    for _ in range(2):  # older results are removed, of the same question only
        with looking_at(db, SECOND):
            routing.route(db, threshold=0.1, audit_share=0)
            merging.merge_and_store(db)

    first, second = merging.state(db), None
    with looking_at(db, SECOND):
        second, waiting = merging.state(db), overview.waiting(db)

    assert first is not None
    assert second is not None
    assert (first.items, first.stale, second.items, second.stale) == (8, 0, 8, 0)
    assert (overview.waiting(db), waiting) == (8, 0)


def test_answers_of_one_question_make_no_result_of_the_other_stale(db: Db, tmp_path: Path) -> None:
    crowd(db, tmp_path, [("i0", "a", "good"), ("i0", "b", "bad")])
    merging.merge_and_store(db)
    with looking_at(db, SECOND):
        crowd(db, tmp_path, [("i0", "a", "price"), ("i0", "b", "price"), ("i1", "a", "size"), ("i1", "b", "size")])
        together = agreement.report(db)

    state = merging.state(db)

    assert state is not None
    assert state.stale == 0
    assert [group.answers for group in together.groups if group.name == "people_blind"] == [4]
    assert answers.count(db, FIRST) == 2


def test_labels_are_imported_for_the_question_looked_at(db: Db, tmp_path: Path) -> None:
    with looking_at(db, SECOND):
        found = crowd(db, tmp_path, [("i0", "a", "price"), ("i1", "a", "good")])

    assert (found.added, found.rejected) == (1, 1)
    assert answers.count(db, SECOND) == 1
    assert gold.every(db, SECOND) == []


def test_what_is_learnt_of_an_llm_is_of_one_question(db: Db, tmp_path: Path) -> None:
    rows = [(f"i{n}", "good" if n % 2 else "bad", 0.9) for n in range(8)]
    llm_answers(db, tmp_path, "gpt", rows)
    import_gold(db, tmp_path, [(f"i{n}", "good") for n in range(8)])
    [gpt] = project_file.llms(db)

    confidence.on_gold(db, gpt)

    with looking_at(db, SECOND):
        assert confidence.calibrated(db, gpt, 0.9) == 0.9
        assert calibrations.learnt(db, gpt.uid) is None
    assert calibrations.learnt(db, gpt.uid) is not None


def test_an_agent_asks_each_question_in_a_run_of_its_own_and_its_costs_stand_apart(db: Db) -> None:
    prelabel(db, "good")
    with looking_at(db, SECOND):
        second = prelabel(db, "price")
        assert len(second.asked) == 8
        assert [agent.labels for agent in ledger.ledger(db).agents] == [8]
        [origin] = provenance.of_item(db, 1)
        assert origin.call.reply.startswith("price")
        assert len(prelabel(db, "price").asked) == 0

    [origin] = provenance.of_item(db, 1)
    assert origin.call.reply.startswith("good")
    [agent] = ledger.ledger(db).agents
    assert (agent.labels, agent.answers) == (8, 8)
    assert len(agents.agents(db)) == 1
    assert [event.what for event in item_story.of_item(db, 1).events] == ["good"]


def test_the_total_of_either_question_is_that_of_the_whole_project(db: Db) -> None:
    mira = project_file.add_person(db, "Mira").id
    topic = project_file.questions(db)[1].labels[0].id
    with LoopbackServer(lambda number, body: says("good | 80" if number < 8 else "price | 80")) as server:
        agent = AgentChoice("m", server.address)
        prices.set_price(db, "openai/m", 1.0, 2.0)
        asyncio.run(prelabelling.run(direct(db), agent))
        with looking_at(db, SECOND):
            asyncio.run(prelabelling.run(direct(db), agent))
            answers.record(db, mira, SECOND, [NewAnnotation(1, Status.LABEL, topic, seconds=30.0)])
            answers.record(db, mira, SECOND, [NewAnnotation(2, Status.LABEL, topic)])
            asyncio.run(trying.try_out(direct(db), agent, number=3, cache=prelabelling.Cache.NONE))
    setting_up.remove_question(db, SECOND)
    what = "select tokens_in + tokens_out as tokens, cost from"
    [spent] = db.conn.execute(f"select sum(tokens), total(cost) from ({what} call union all {what} trial)")

    first = ledger.ledger(db)
    with looking_at(db, SECOND):
        second = ledger.ledger(db)

    for found in (first, second):
        assert (found.tokens, found.money) == (spent[0], pytest.approx(spent[1])) == (19 * 44, pytest.approx(912e-6))
        assert (found.minutes, found.untimed, found.others.llms.requests) == (0.5, 1, 8)
    assert [found.agents[0].requests for found in (first, second)] == [8, 8]
    assert first.sentences[-2] == (
        "Other questions: 352 tokens in 8 requests; $0.00038; 0.5 min of people, and an unknown time for 1 answer."
    )
    assert second.sentences[-2] == "Other questions: 352 tokens in 8 requests; $0.00038; 0 min of people."
    assert first.as_dict()["other_questions"]["tokens_in"] == 8 * 40


def test_the_questions_of_an_item_come_one_after_the_other(db: Db) -> None:
    mira, ids = project_file.add_person(db, "Mira").id, label_ids(db)
    with looking_at(db, SECOND):
        topics = label_ids(db)
    turn = annotating.next_turn(db, mira)
    seen = []
    for _ in range(4):
        assert turn is not None
        seen.append((turn.item.external_id, turn.question_id))
        label = ids["good"] if turn.question_id == FIRST else topics["size"]
        annotating.answer(db, mira, turn, label, seconds=1.0)
        turn = annotating.turn_after(db, mira, turn)

    assert seen == [("i0", FIRST), ("i0", SECOND), ("i1", FIRST), ("i1", SECOND)]
    assert (answers.count(db, FIRST), answers.count(db, SECOND)) == (2, 2)


def test_a_question_whose_queue_lacks_the_item_is_not_asked_about_it(db: Db, tmp_path: Path) -> None:
    mira, ids = project_file.add_person(db, "Mira").id, label_ids(db)
    with looking_at(db, SECOND):
        llm_answers(db, tmp_path, "gpt", [(f"i{n}", "price", 0.2 if n == 1 else 0.95) for n in range(8)])
        routing.route(db, threshold=0.5, audit_share=0)
    seen, turn = [], annotating.next_turn(db, mira)
    while turn is not None and len(seen) < 3:
        seen.append((turn.item.external_id, turn.question_id))
        with looking_at(db, turn.question_id):
            annotating.skip(db, mira, turn, seconds=1.0)
        turn = annotating.turn_after(db, mira, turn)

    assert seen == [("i0", FIRST), ("i1", FIRST), ("i1", SECOND)]
    assert ids


def test_undo_goes_back_over_questions_in_the_order_of_answers(db: Db) -> None:
    mira, good = project_file.add_person(db, "Mira").id, label_ids(db)["good"]
    annotating.answer(db, mira, annotating.turn_of(db, mira, 1), good, seconds=1.0)
    with looking_at(db, SECOND):
        annotating.answer(db, mira, annotating.turn_of(db, mira, 2), label_ids(db)["size"], seconds=1.0)

    undone = [annotating.undo(db, mira), annotating.undo(db, mira)]

    assert [(u.item_ids, u.question_id) for u in undone if u] == [((2,), SECOND), ((1,), FIRST)]
    assert answers.count(db, FIRST) + answers.count(db, SECOND) == 0
    assert annotating.redo(db, mira) is not None
    assert (answers.count(db, FIRST), answers.count(db, SECOND)) == (1, 0)


def test_an_adaptive_queue_of_one_question_stops_by_the_results_of_that_question(db: Db, tmp_path: Path) -> None:
    for question_id, said in ((FIRST, ("good",) * 3), (SECOND, ("price", "size", "taste"))):
        with looking_at(db, question_id):
            crowd(
                db, tmp_path, [(f"i{n}", who, label) for n in range(8) for who, label in zip("abc", said, strict=True)]
            )
            merging.merge_and_store(db)
            adaptive.route(db, sure=0.8, most=5)

    with looking_at(db, SECOND):
        assert overview.waiting(db) == 8
    assert overview.waiting(db) == 0


def test_review_settles_one_question_and_leaves_the_other_in_conflict(db: Db, tmp_path: Path) -> None:
    lead = project_file.add_person(db, "Lead").id
    for question_id, pair in ((FIRST, ("good", "bad")), (SECOND, ("price", "size"))):
        with looking_at(db, question_id):
            crowd(db, tmp_path, [("i0", who, label) for who, label in zip("ab", pair, strict=True)])
            merging.merge_and_store(db)

    adjudicating.settle(db, lead, 1, label_ids(db)["good"])

    assert overview.summary(db).in_conflict == 0
    with looking_at(db, SECOND):
        assert overview.summary(db).in_conflict == 1
        with pytest.raises(UserError, match="not a label of this question"):
            adjudicating.settle(db, lead, 1, 1)


def test_questions_are_renamed_sorted_archived_and_asked_again(db: Db) -> None:
    lead = project_file.add_person(db, "Lead").id
    setting_up.edit_question(db, SECOND, name="Subject", text="About what?", by=lead)
    setting_up.move_question(db, SECOND, -1, by=lead)
    assert [asked.name for asked in project_file.questions(db)] == ["Subject", "Sentiment"]
    assert project_file.question(db).id == SECOND

    setting_up.remove_question(db, SECOND, by=lead)
    with pytest.raises(UserError, match="needs one question"):
        setting_up.remove_question(db, FIRST)
    assert [(info.question.name, info.archived) for info in setting_up.overview(db)] == [
        ("Sentiment", False),
        ("Subject", True),
    ]
    setting_up.restore_question(db, SECOND, by=lead)
    for _ in range(4):
        setting_up.undo(db, lead)

    assert [asked.name for asked in project_file.questions(db)] == ["Sentiment", "Topic"]
    with pytest.raises(UserError, match="“topic” already"):
        setting_up.edit_question(db, FIRST, name="topic")
