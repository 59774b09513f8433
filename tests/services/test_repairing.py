"""Replies that name no label: listed with their text, and repaired by people, by hand or by rule."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from annotator.domain.model import Status
from annotator.errors import UserError
from annotator.llm.agents import AgentSpec
from annotator.llm.protocol import LabelRequest
from annotator.llm.redacting import RedactingModel
from annotator.llm.scripted import Said, ScriptedModel
from annotator.services import (
    agents,
    browsing,
    exporting,
    merging,
    prelabelling,
    project_file,
    redacting,
    repairing,
    routing,
)
from annotator.services.agents import AgentChoice
from annotator.services.project_file import Db
from annotator.services.repairing import How
from annotator.services.run_summary import Summary
from tests.projects import direct, gold, label_ids, llm_answers, make_project

REPLIES = {
    "one": "good | 90",
    "two": "a thumbs up",
    "three": "thumbs up or bad",
    "four": "no idea",
    "five": "Thumbs up!",
}


def says(request: LabelRequest) -> Said:
    return REPLIES[request.text]


async def opener(spec: AgentSpec) -> ScriptedModel:
    return ScriptedModel(says, name="scripted")


@dataclass
class Repairing:
    """A project whose agent has been asked, mostly without a label in its replies."""

    db: Db
    agent: int
    ann: int
    good: int
    bad: int

    def run(self, limit: int | None = None) -> Summary:
        choice = AgentChoice("ollama/scripted")
        return asyncio.run(prelabelling.run(direct(self.db), choice, limit=limit, opener=opener))

    def invalid(self) -> dict[str, str]:
        return {reply.external_id: reply.raw for reply in repairing.invalid(self.db, self.agent)}

    def answer(self, item_id: int) -> tuple[Status, int | None, float | None]:
        [found] = browsing.answers_to(self.db, item_id)
        return found.status, found.label_id, found.confidence


@pytest.fixture
def at_work(tmp_path: Path) -> Iterator[Repairing]:
    db = make_project(tmp_path, list(REPLIES))
    labels = label_ids(db)
    ann = project_file.add_person(db, "Ann").id
    made = Repairing(db, 0, ann, labels["good"], labels["bad"])
    made.run(4)
    made.agent = agents.agents(db)[0].annotator.id
    yield made
    db.close()


def test_invalid_replies_are_listed_with_their_text_and_the_reason(at_work: Repairing) -> None:
    found = repairing.invalid(at_work.db)

    assert [(reply.external_id, reply.raw) for reply in found] == [
        ("i1", "a thumbs up"),
        ("i2", "thumbs up or bad"),
        ("i3", "no idea"),
    ]
    assert all(reply.reason.startswith("The reply") for reply in found)
    assert [reply.external_id for reply in repairing.invalid(at_work.db, limit=1, offset=1)] == ["i2"]


def test_a_reply_repaired_by_hand_is_an_answer_that_says_so_and_can_be_taken_back(at_work: Repairing) -> None:
    db = at_work.db
    changes = repairing.repair_by_hand(db, 4, at_work.agent, at_work.bad, at_work.ann)

    assert changes.annotations
    assert at_work.answer(4) == (Status.LABEL, at_work.bad, None)
    [repair] = repairing.of_item(db, 4)
    assert (repair.rule, repair.by.name if repair.by else "") == (None, "Ann")
    assert repair.sentence.startswith("The reply named no label; it was repaired by hand by Ann, ")
    assert "i3" not in at_work.invalid()
    assert agents.agents(db)[0].invalid == 2
    assert repairing.undo(db, at_work.ann) == 1
    assert at_work.answer(4) == (Status.INVALID, None, None)
    assert repairing.of_item(db, 4) == []
    assert repairing.redo(db, at_work.ann) == 1
    assert at_work.answer(4) == (Status.LABEL, at_work.bad, None)
    assert [known.item_id for known in repairing.repaired(db, at_work.agent)] == [4]
    assert repairing.redo(db, at_work.ann) is None


def test_a_repair_can_be_corrected_but_a_valid_answer_cannot_be_changed(at_work: Repairing) -> None:
    db = at_work.db
    repairing.apply_rule(db, at_work.agent, How.IS, "no idea", at_work.bad, at_work.ann)
    repairing.repair_by_hand(db, 4, at_work.agent, at_work.good, at_work.ann)
    assert at_work.answer(4)[1] == at_work.good
    repairing.undo(db, at_work.ann)

    [repair] = repairing.of_item(db, 4)
    assert repair.label_id == at_work.bad
    assert repair.rule is not None  # as before the correction
    with pytest.raises(UserError, match="no invalid reply"):
        repairing.repair_by_hand(db, 1, at_work.agent, at_work.bad, at_work.ann)
    with pytest.raises(UserError, match="no such label"):
        repairing.repair_by_hand(db, 3, at_work.agent, 99, at_work.ann)


def test_a_rule_tells_what_it_would_do_and_leaves_alone_what_could_mean_another_label(at_work: Repairing) -> None:
    db = at_work.db
    seen = repairing.preview_rule(db, at_work.agent, How.CONTAINS, "thumbs up", at_work.good)

    assert (seen.matched, seen.to_repair, seen.to_leave) == (2, 1, 1)
    assert [reply.external_id for reply in seen.repaired] == ["i1"]
    assert [reply.external_id for reply in seen.ambiguous] == ["i2"]
    assert seen.sentence == "It repairs 1 invalid reply; 1 more could mean another label and stays invalid."
    assert len(at_work.invalid()) == 3  # nothing has been changed
    repairing.apply_rule(db, at_work.agent, How.CONTAINS, "thumbs up", at_work.good, at_work.ann)
    assert set(at_work.invalid()) == {"i2", "i3"}
    assert at_work.answer(2) == (Status.LABEL, at_work.good, None)


def test_replies_that_two_rules_read_differently_stay_invalid(at_work: Repairing) -> None:
    db = at_work.db
    repairing.apply_rule(db, at_work.agent, How.PATTERN, "up!$", at_work.bad, at_work.ann)
    repairing.apply_rule(db, at_work.agent, How.CONTAINS, "thumbs up", at_work.good, at_work.ann)
    summary = at_work.run()

    assert (summary.invalid, summary.repaired) == (1, 0)
    assert at_work.invalid()["i4"] == "Thumbs up!"
    with pytest.raises(UserError, match="such a rule"):
        repairing.preview_rule(db, at_work.agent, How.CONTAINS, "Thumbs up.", at_work.bad)


def test_a_kept_rule_repairs_later_replies_and_the_agent_stays_the_same(at_work: Repairing) -> None:
    db = at_work.db
    before = agents.agents(db)[0].spec.content_hash()
    repairing.apply_rule(db, at_work.agent, How.CONTAINS, "thumbs up", at_work.good, at_work.ann)
    summary = at_work.run()

    assert (summary.asked, summary.invalid, summary.repaired) == (1, 1, 1)
    told = prelabelling.sentences(summary)[0]
    assert "labelled 1 of 1 item in" in told
    assert "; 1 of them by a rule that repaired the reply" in told
    assert "named no label" not in told
    half = prelabelling.sentences(replace(summary, asked=270, labelled=234, invalid=36, repaired=11))[0]
    assert "labelled 245 of 270 items in" in half
    assert "; 11 of them by a rule that repaired the reply; 25 replies named no label" in half
    assert at_work.answer(5) == (Status.LABEL, at_work.good, None)
    [repair] = repairing.of_item(db, 5)
    assert repair.rule is not None
    assert (repair.rule.text, repair.by.name if repair.by else "") == ("thumbs up", "Ann")
    [agent] = agents.agents(db)
    assert agent.spec.content_hash() == before
    assert agent.invalid == 2
    raw = db.conn.execute("select reply, parse_status from call where item_id = 5").fetchone()
    assert raw == ("Thumbs up!", "invalid")  # what came back stays as it came


def test_a_rule_is_taken_back_with_what_it_repaired_and_removed_without(at_work: Repairing) -> None:
    db = at_work.db
    repairing.apply_rule(db, at_work.agent, How.CONTAINS, "thumbs up", at_work.good, at_work.ann)
    [rule] = repairing.rules(db, at_work.agent)
    repairing.remove_rule(db, at_work.agent, rule.id, at_work.ann)
    assert repairing.rules(db, at_work.agent) == []
    assert at_work.answer(2)[0] is Status.LABEL
    repairing.undo(db, at_work.ann)
    assert repairing.rules(db, at_work.agent) == [rule]
    assert repairing.undo(db, at_work.ann) == 1
    assert repairing.rules(db, at_work.agent) == []
    assert set(at_work.invalid()) == {"i1", "i2", "i3"}
    repairing.apply_rule(db, at_work.agent, How.IS, "no idea", at_work.bad, at_work.ann)
    assert [known.id for known in repairing.rules(db, at_work.agent)] == [rule.id + 1]  # never the same number
    with pytest.raises(UserError, match="no rule 99"):
        repairing.remove_rule(db, at_work.agent, 99, at_work.ann)


def test_whoever_takes_a_correction_back_has_not_repaired_what_stood_there_before(at_work: Repairing) -> None:
    db, agent = at_work.db, at_work.agent
    bob = project_file.add_person(db, "Bob").id
    repairing.apply_rule(db, agent, How.CONTAINS, "thumbs up", at_work.good, at_work.ann)
    repairing.repair_by_hand(db, 4, agent, at_work.bad, at_work.ann)
    before = repairing.repaired(db, agent)

    for item_id, label_id in ((2, at_work.bad), (4, at_work.good), (4, at_work.bad)):
        repairing.repair_by_hand(db, item_id, agent, label_id, bob)
    corrected = {each.item_id: (each.by.name if each.by else "", each.rule) for each in repairing.repaired(db, agent)}
    assert corrected == {2: ("Bob", None), 4: ("Bob", None)}
    for _ in range(3):
        repairing.undo(db, bob)
    assert repairing.repaired(db, agent) == before
    assert [each.by.name if each.by else "" for each in before] == ["Ann", "Ann"]
    repairing.redo(db, bob)
    assert repairing.of_item(db, 2)[0].by == project_file.add_person(db, "Bob")


def test_nobody_takes_back_what_somebody_else_has_made_of_a_reply_since(at_work: Repairing) -> None:
    db, agent = at_work.db, at_work.agent
    bob = project_file.add_person(db, "Bob").id
    repairing.apply_rule(db, agent, How.CONTAINS, "thumbs up", at_work.good, at_work.ann)
    repairing.repair_by_hand(db, 2, agent, at_work.bad, bob)

    with pytest.raises(UserError, match="Somebody else has repaired 1 of these replies since"):
        repairing.undo(db, at_work.ann)
    assert at_work.answer(2) == (Status.LABEL, at_work.bad, None)
    assert len(repairing.rules(db, agent)) == 1

    repairing.undo(db, bob)
    assert repairing.undo(db, at_work.ann) == 1
    assert at_work.answer(2)[0] is Status.INVALID
    repairing.repair_by_hand(db, 2, agent, at_work.bad, bob)
    with pytest.raises(UserError, match="Somebody else"):
        repairing.redo(db, at_work.ann)
    assert repairing.rules(db, agent) == []


def test_repaired_answers_are_merged_scored_and_exported_as_what_they_are(at_work: Repairing, tmp_path: Path) -> None:
    db = at_work.db
    gold(db, tmp_path, [("i0", "good"), ("i1", "good"), ("i3", "good")])
    repairing.apply_rule(db, at_work.agent, How.CONTAINS, "thumbs up", at_work.good, at_work.ann)
    repairing.repair_by_hand(db, 4, at_work.agent, at_work.bad, at_work.ann)
    merging.merge_and_store(db)
    exporting.export(db, tmp_path / "annotations.csv", what="annotations")
    exporting.export(db, tmp_path / "labels.csv")

    right = agents.agents(db)[0].accuracy
    assert (right.of, round((right.value or 0) * right.of)) == (3, 2)
    with (tmp_path / "annotations.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["item_id"]: (row["label"], row["repaired"]) for row in csv.DictReader(file)}
    assert rows == {
        "i0": ("good", ""),
        "i1": ("good", "by rule: thumbs up"),
        "i2": ("", ""),
        "i3": ("bad", "by hand"),
    }
    with (tmp_path / "labels.csv").open(encoding="utf-8", newline="") as file:
        assert [row["label"] for row in csv.DictReader(file)] == ["good", "good", "", "bad", ""]


def test_a_repair_is_no_new_answer_of_an_agent(at_work: Repairing, tmp_path: Path) -> None:
    db = at_work.db
    llm_answers(db, tmp_path, "later", [("i0", "bad", 0.6)])
    repairing.repair_by_hand(db, 4, at_work.agent, at_work.bad, at_work.ann)

    assert routing.llm_answers(db)[0].name == "later"


def test_what_was_taken_out_is_put_back_where_people_read_and_write_rules(tmp_path: Path) -> None:
    db = make_project(tmp_path, ["write to a@b.org"])
    hidden = redacting.chosen(["email"], [])

    async def redacted(spec: AgentSpec) -> RedactingModel:
        return RedactingModel(ScriptedModel(lambda asked: asked.text.replace("write to", "ask")), hidden)

    choice = AgentChoice("ollama/scripted", redaction=hidden)
    asyncio.run(prelabelling.run(direct(db), choice, opener=redacted))
    agent = agents.agents(db)[0].annotator.id

    assert "a@b.org" not in db.conn.execute("select reply from call").fetchone()[0]
    [reply] = repairing.invalid(db)
    assert reply.raw == "ask a@b.org"
    assert repairing.preview_rule(db, agent, How.IS, "ask a@b.org", label_ids(db)["good"]).to_repair == 1
    db.close()
