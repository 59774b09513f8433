"""The overview's numbers when several LLMs have answered different items."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from pathlib import Path

import pytest

from annotator.domain.filters import Filter, State
from annotator.errors import UserError
from annotator.llm.protocol import CallFailed, Fault, LabelRequest
from annotator.llm.scripted import Said, ScriptedModel
from annotator.services import (
    adjudicating,
    annotating,
    browsing,
    importing,
    item_story,
    ledger,
    merging,
    overview,
    prelabelling,
    project_file,
    routing,
    setting_up,
)
from annotator.services.agents import AgentChoice
from annotator.services.overview import Summary
from annotator.services.project_file import Db
from annotator.ui.pages.next_step import Step, next_step
from tests.projects import TEXTS, crowd, direct, gold, label_ids, make_project
from tests.test_command_line import asked

FIRST, SECOND = AgentChoice("ollama/first"), AgentChoice("ollama/second")


def ask(db: Db, choice: AgentChoice, answered: Collection[str], said: str) -> None:
    """The agent says the same of these items, and gets no reply to the others."""

    def script(request: LabelRequest) -> Said:
        if request.text not in answered:
            raise CallFailed(Fault.REFUSED, "The provider refused this text.")
        return said

    async def opener(spec: object) -> ScriptedModel:
        return ScriptedModel(script)

    asyncio.run(prelabelling.run(direct(db), choice, opener=opener))


@pytest.fixture
def two_agents(tmp_path: Path) -> Db:
    """Items 1 to 6 have an answer of the first agent, 4 to 8 one of the second, which answered last."""
    db = make_project(tmp_path)
    ask(db, FIRST, TEXTS[:6], "good | 90")
    ask(db, SECOND, TEXTS[3:], "bad | 70")
    return db


def summary(db: Db) -> Summary:
    """The overview, of which the parts make up the whole."""
    found = overview.summary(db)
    parts = (found.settled, found.waiting, found.in_conflict, found.answered_by_people, found.accepted)
    assert sum(parts) + found.not_routed == found.items
    assert found.routable <= found.not_routed
    assert found.waiting == overview.waiting(db)
    return found


def test_every_item_that_some_llm_has_answered_counts_once(two_agents: Db) -> None:
    found = summary(two_agents)

    assert [(agent.annotator.name, agent.labelled, agent.left) for agent in found.agents] == [
        ("ollama/first", 6, 2),
        ("ollama/second", 5, 3),
    ]
    assert (found.llm_answered, found.not_routed, found.routable) == (8, 8, 5)
    two_agents.close()


def test_items_that_an_agent_gave_no_reply_to_are_told_and_found_with_the_reasons(two_agents: Db) -> None:
    told = [(notice.title, notice.argument) for notice in summary(two_agents).attention if notice.page == "items"]
    behind = Filter(states=(State.FAILED,))
    assert told == [("2 items without a reply", behind), ("3 items without a reply", behind)]
    assert browsing.find(two_agents, behind).tolist() == [1, 2, 3, 7, 8]
    [source] = item_story.of_item(two_agents, 1).sources[:1]
    assert (source.facts.count("price"), source.note) == (0, "The provider refused this text.")

    two_agents.close()
    listed = asked("invalid", two_agents.path, "--no-reply")
    assert [(each["item"], each["agent"]) for each in listed[:2]] == [("i0", "ollama/second"), ("i1", "ollama/second")]
    assert {each["reason"] for each in listed} == {"The provider refused this text."}


def test_an_item_that_an_agent_has_answered_since_is_not_without_a_reply(two_agents: Db) -> None:
    ask(two_agents, SECOND, TEXTS, "bad | 70")

    assert browsing.find(two_agents, Filter(states=(State.FAILED,))).tolist() == [7, 8]
    two_agents.close()


def test_with_imported_gold_merging_llms_alone_does_not_say_that_there_is_no_gold(
    two_agents: Db, tmp_path: Path
) -> None:
    gold(two_agents, tmp_path, [("i0", "good"), ("i1", "bad")])
    merging.merge_and_store(two_agents)

    told = [notice.text for notice in summary(two_agents).attention if notice.icon == "merge"]
    assert any("nothing is settled" in text for text in told)
    assert not any("no gold" in text for text in told)
    two_agents.close()


def test_routing_names_whose_answers_it_goes_by_and_leaves_the_other_items_out(two_agents: Db) -> None:
    result = routing.route(two_agents, threshold=0.8, audit_share=0)

    assert (result.llm, result.split.people, result.split.not_answered) == ("ollama/second", 5, 3)
    found = summary(two_agents)
    assert (found.waiting, found.accepted, found.not_routed, found.routable) == (5, 0, 3, 0)
    two_agents.close()


def test_what_cannot_be_routed_does_not_keep_the_next_step_at_routing(two_agents: Db) -> None:
    assert next_step(summary(two_agents)) is Step.ROUTE
    routing.route(two_agents, threshold=0.8, audit_share=0)
    mira = project_file.add_person(two_agents, "Mira").id
    while turn := annotating.next_turn(two_agents, mira):
        annotating.answer(two_agents, mira, turn, label_ids(two_agents)["bad"], seconds=1)

    found = summary(two_agents)

    assert (found.answered_by_people, found.not_routed) == (5, 3)
    assert next_step(found) is Step.MERGE
    ask(two_agents, SECOND, TEXTS, "good | 95")  # the rest
    assert summary(two_agents).routable == 3
    assert next_step(overview.summary(two_agents)) is Step.ROUTE
    two_agents.close()


def test_llms_that_contradict_each_other_are_a_conflict_that_review_lists(two_agents: Db) -> None:
    routing.route(two_agents, threshold=0.5, audit_share=0)
    merging.merge_and_store(two_agents)

    found = summary(two_agents)

    assert found.in_conflict == adjudicating.conflict_count(two_agents) == 3
    assert (found.accepted, found.not_routed) == (2, 3)
    two_agents.close()


def test_answers_of_an_llm_from_a_file_count_as_an_llms(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    path = tmp_path / "llm.csv"
    rows = "".join(f"i{number},bot,good,llm,0.9\n" for number in range(4))
    path.write_text(f"item,annotator,label,kind,confidence\n{rows}", encoding="utf-8")
    crowd(db, tmp_path, [("i7", "ann", "bad")])
    assert (summary(db).llm_answered, summary(db).routable) == (0, 0)
    with pytest.raises(UserError, match="No item has an LLM's answer"):
        routing.route(db, threshold=0.8)

    importing.import_labels(db, path)

    assert (summary(db).llm_answered, summary(db).routable) == (4, 4)
    assert routing.route(db, threshold=0.8, audit_share=0).split.accepted == 4
    assert (summary(db).accepted, summary(db).not_routed, summary(db).answered_by_people) == (4, 3, 1)
    db.close()


def test_what_was_skipped_is_no_answer_wherever_answers_are_counted(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    ann, bo = (project_file.add_person(db, name).id for name in ("Ann", "Bo"))
    good = label_ids(db)["good"]
    annotating.answer(db, ann, annotating.turn_of(db, ann, 1), good, seconds=2.0)
    for who, item_id in ((ann, 2), (ann, 3), (bo, 1)):
        annotating.skip(db, who, annotating.turn_of(db, who, item_id), seconds=3.0)

    found = summary(db)

    assert [(who.name, number, found.skipped[who.id]) for who, number in found.annotators] == [
        ("Ann", 1, 2),
        ("Bo", 0, 1),
    ]
    assert overview.sentences(found)[3:5] == [
        "  Ann (person): 1 answer, 2 skipped",
        "  Bo (person): 0 answers, 1 skipped",
    ]
    assert [(each.answers, each.skipped) for each in merging.annotator_report(db)] == [(1, 2), (0, 1)]
    assert [row.answers for row in browsing.rows(db, [1, 2])] == [1, 0]
    assert [info.answers for info in setting_up.overview(db)] == [1]
    people = ledger.ledger(db).people
    assert [(each.answers, each.timed, each.skipped, each.minutes * 60) for each in people] == [
        (1, 1, 2, 8.0),
        (0, 0, 1, 3.0),
    ]
    assert annotating.skipped(db, ann) == 2
    db.close()


def test_where_everything_was_skipped_nobody_has_answered(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    ann = project_file.add_person(db, "Ann").id
    assert not summary(db).answered
    annotating.skip(db, ann, annotating.turn_of(db, ann, 1), seconds=3.0)
    assert not summary(db).answered
    annotating.answer(db, ann, annotating.turn_of(db, ann, 1), label_ids(db)["good"], seconds=2.0)
    assert summary(db).answered
    db.close()
