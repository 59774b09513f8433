"""Estimates count what is sent: texts as they are after personal data was taken out."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.domain.redaction import Private, Redaction
from annotator.services import drafting, estimating, prelabelling
from annotator.services.agents import AgentChoice
from annotator.services.drafting import Draft
from annotator.services.project_file import Db
from tests.loopback import LoopbackServer, says
from tests.projects import direct, gold, make_project

ITEMS = 40
MAIL = "a.very.long.personal.address.of.somebody@a.very.long.host.name.example.org"
REDACTION = Redaction((Private.EMAIL,))
GPT = AgentChoice("openai/gpt-4o")
JSON = drafting.ready("json").template


def project(folder: Path) -> Db:
    return make_project(folder, [f"Write to {number}{MAIL} today." for number in range(ITEMS)])


def test_what_is_taken_out_is_not_counted_and_not_paid(tmp_path: Path) -> None:
    db = project(tmp_path)
    plain = estimating.estimate(db, GPT)
    redacted = estimating.estimate(db, replace(GPT, redaction=REDACTION))
    assert (plain.items, redacted.items, redacted.tokens_known) == (ITEMS, ITEMS, True)
    assert redacted.tokens_in < plain.tokens_in - 5 * ITEMS
    assert plain.money is not None
    assert redacted.money is not None
    saved = (plain.tokens_in - redacted.tokens_in) * 2.5e-06
    assert plain.money[0] - redacted.money[0] == pytest.approx(saved)
    db.close()


def test_the_estimate_is_that_of_the_messages_that_are_sent(tmp_path: Path) -> None:
    db = project(tmp_path)
    gold(db, tmp_path, [("i0", "good"), ("i1", "bad")])
    with LoopbackServer(lambda number, body: says('{"label": "good"}')) as server:
        choice = AgentChoice("m", server.address, 2, redaction=REDACTION)
        found = estimating.estimate(db, choice)
        asyncio.run(prelabelling.run(direct(db), choice))
        sent = [body["messages"] for body in server.requests]
    assert MAIL not in str(sent)
    assert len(sent) == found.items == ITEMS - 2
    characters = sum(len(message["content"].encode()) for messages in sent for message in messages)
    beside = found.tokens_in - characters / 4  # the form of the answer, the messages' frames, and rounding
    assert 0 < beside < len(sent) * 100
    unredacted = estimating.estimate(db, replace(choice, redaction=Redaction()))
    assert unredacted.tokens_in - found.tokens_in > 15 * 3 * len(sent)  # the item and both examples
    db.close()


def test_the_workshop_counts_the_redacted_text_too(tmp_path: Path) -> None:
    db = project(tmp_path)
    plain = drafting.preview(db, Draft(model="openai/gpt-4o", template=JSON))
    redacted = drafting.preview(db, Draft(model="openai/gpt-4o", template=JSON, redaction=REDACTION))
    for one, other in ((plain.estimate, redacted.estimate), (plain.tries, redacted.tries)):
        assert one is not None
        assert other is not None
        assert other.tokens_in < one.tokens_in
    db.close()
