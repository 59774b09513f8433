from __future__ import annotations

import asyncio
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.routing import Confidences, Reason, decide
from annotator.errors import UserError
from annotator.llm.scripted import ScriptedModel
from annotator.services import agents, annotating, prelabelling, project_file, routing
from annotator.services.project_file import Db
from tests.projects import direct, label_ids, make_project


@given(
    values=st.lists(st.one_of(st.floats(0, 1), st.just(float("nan"))), min_size=1, max_size=60),
    threshold=st.floats(0, 1),
    share=st.floats(0, 1),
    seed=st.integers(0, 5),
)
def test_every_item_goes_to_exactly_one_side_and_the_preview_is_right(
    values: list[float], threshold: float, share: float, seed: int
) -> None:
    confidences = Confidences(np.arange(1, len(values) + 1), np.array(values), not_answered=0)

    routes = decide(confidences, threshold=threshold, audit_share=share, seed=seed)
    split = confidences.split(threshold, share)

    reasons = [reason for _, reason, _ in routes]
    queue = sorted(position for *_, position in routes if position is not None)
    assert [item for item, *_ in routes] == list(range(1, len(values) + 1))
    assert queue == list(range(split.people + split.audit))
    assert reasons.count(Reason.AUDIT) == split.audit
    assert reasons.count(Reason.INVALID) == split.invalid
    assert reasons.count(Reason.CONFIDENT) == split.accepted
    for value, (_, reason, position) in zip(values, routes, strict=True):
        assert (reason is Reason.CONFIDENT) == (position is None)
        if not np.isnan(value):
            assert (reason is Reason.UNCERTAIN) == (value < threshold)


def _prelabelled(folder: Path) -> Db:
    db = make_project(folder)
    scale = {"lovely": 0.99, "dreadful": 0.97, "fine": 0.55, "awful": 0.9, "superb": 0.95, "broken": 0.6, "great": 0.92}
    model = ScriptedModel(
        lambda request: f"good | {100 * scale[request.text]:.0f}" if request.text in scale else "no idea"
    )

    async def opener(spec: object) -> ScriptedModel:
        return model

    choice = agents.AgentChoice("openai/scripted")
    asyncio.run(prelabelling.run(direct(db), choice, opener=opener))
    return db


def test_uncertain_invalid_and_audited_items_wait_for_people(tmp_path: Path) -> None:
    db = _prelabelled(tmp_path)

    result = routing.route(db, threshold=0.8, audit_share=0.05)

    assert result.split._asdict() == {"people": 3, "audit": 1, "accepted": 4, "invalid": 1, "not_answered": 0}
    mira = project_file.add_person(db, "Mira").id
    seen = []
    while turn := annotating.next_turn(db, mira):
        seen.append((turn.item.fields["text"], turn.reason))
        annotating.answer(db, mira, turn, label_ids(db)["good"], seconds=1)
    assert {text for text, reason in seen if reason != "audit"} == {"useless", "fine", "broken"}
    assert len(seen) == 4
    db.close()


def test_one_answer_is_enough_unless_more_are_wanted(tmp_path: Path) -> None:
    db = _prelabelled(tmp_path)
    routing.route(db, threshold=0.8, audit_share=0, answers_per_item=2)
    people = [project_file.add_person(db, name).id for name in ("Mira", "Jo", "Kim")]
    for person in people[:2]:
        while turn := annotating.next_turn(db, person):
            annotating.answer(db, person, turn, label_ids(db)["good"], seconds=1)
    assert annotating.progress(db, people[0]) == annotating.Progress(done=3, open=0)
    assert annotating.next_turn(db, people[2]) is None
    db.close()


def test_a_skipped_item_goes_to_somebody_else(tmp_path: Path) -> None:
    db = _prelabelled(tmp_path)
    routing.route(db, threshold=0.8, audit_share=0)
    mira, jo = (project_file.add_person(db, name).id for name in ("Mira", "Jo"))
    first = annotating.next_turn(db, mira)
    assert first is not None
    annotating.skip(db, mira, first, seconds=1)
    second, other = annotating.next_turn(db, mira), annotating.next_turn(db, jo)
    assert second is not None
    assert other is not None
    assert second.item.id != first.item.id
    assert other.item.id == first.item.id
    db.close()


def test_routing_without_llm_answers_says_what_to_do(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    with pytest.raises(UserError, match="Pre-label"):
        routing.route(db, threshold=0.8)
    db.close()


@pytest.mark.parametrize(
    "wrong", [{"threshold": 1.5}, {"threshold": 0.5, "audit_share": 2}, {"threshold": 0.5, "answers_per_item": 0}]
)
def test_wrong_numbers_are_refused(tmp_path: Path, wrong: dict[str, float]) -> None:
    db = _prelabelled(tmp_path)
    with pytest.raises(UserError):
        routing.route(db, **wrong)  # type: ignore[arg-type]
    db.close()
