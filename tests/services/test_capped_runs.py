"""Runs with a cap, against a real server: what is spent, what is kept, and how they go on."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import ModelProblem, UserError
from annotator.services import (
    agents,
    allowing,
    annotating,
    ledger,
    prelabelling,
    prices,
    project_file,
    provenance,
    selecting,
)
from annotator.services.agents import AgentChoice
from annotator.services.prelabelling import Cap, Limits
from annotator.services.project_file import Db
from annotator.services.run_summary import Summary, sentences
from annotator.storage import calls, runs
from tests.projects import crowd, direct, label_ids, make_project
from tests.stub_server import Misbehaviour, StubServer

ITEMS = 60
WORST = 2_000  # tokens, more than any of these requests may take


def project(folder: Path) -> Db:
    return make_project(folder, [f"item {number}" for number in range(ITEMS)])


def run(db: Db, server: StubServer, **more: Any) -> Summary:
    return asyncio.run(prelabelling.run(direct(db), AgentChoice("m", server.address), **more))


def latest(db: Db) -> runs.Run:
    [agent] = runs.agents(db)
    found = runs.latest(db, agent.id)
    assert found is not None
    return found


def test_a_run_stops_at_its_cap_with_one_sentence_and_goes_on_with_a_higher_one(tmp_path: Path) -> None:
    db = project(tmp_path)
    with StubServer(Misbehaviour(latency=0.002)) as server:
        first = run(db, server, cap=Cap(calls=25))
        again = run(db, server, cap=Cap(calls=25))
        assert server.counts().requests == 25
        stopped = latest(db)
        higher = run(db, server, cap=Cap(calls=40))
        assert server.counts().requests == 40
        last = run(db, server)

    assert (first.stopped, first.labelled, again.asked, higher.labelled, last.labelled) == (True, 25, 0, 15, 20)
    assert sentences(first)[-1] == first.why
    assert first.why.count("cap of 25 calls") == 1
    assert (stopped.status, stopped.why, stopped.spent.calls) == ("stopped", first.why, 25)
    assert latest(db).id == stopped.id
    assert (latest(db).status, latest(db).why, latest(db).spent.calls) == ("finished", "", ITEMS)
    db.close()


def test_a_cap_on_tokens_is_nearly_used_up_and_never_passed(tmp_path: Path) -> None:
    db = project(tmp_path)
    with StubServer(Misbehaviour(latency=0.002)) as server:
        summary = run(db, server, cap=Cap(tokens=WORST + 10 * 44), concurrency=8)
        served = server.counts().replies
    assert summary.stopped
    assert 10 <= served <= (WORST + 10 * 44) // 44
    assert summary.used.spent.tokens == served * 44
    db.close()


def test_whenever_a_run_is_killed_only_requests_under_way_are_perhaps_paid(tmp_path: Path) -> None:
    db = project(tmp_path)
    prices.set_price(db, "openai/m", 100, 400)
    noted: list[tuple[int, int]] = []
    ledgers: list[ledger.Ledger] = []

    def look(state: prelabelling.Progress) -> None:
        noted.append((latest(db).spent.calls, state.used.spent.calls))
        ledgers.append(ledger.ledger(db))

    with StubServer(Misbehaviour(latency=0.05)) as server:
        run(db, server, cap=Cap(money=20), concurrency=4, progress=look)

    assert all(spent <= calls <= spent + 4 for calls, spent in noted)
    each = 40 * 100e-6 + 4 * 400e-6
    perhaps = [found.perhaps + found.money for found in ledgers]
    assert all(0 < most < each * spent + 4 * 1.0 for most, (_, spent) in zip(perhaps, noted, strict=True))
    assert any("more for requests without an answer; " in found.sentences[-1] for found in ledgers)
    assert (ledger.ledger(db).perhaps, ledger.ledger(db).money) == (0.0, pytest.approx(each * ITEMS))
    db.close()


def test_a_cap_that_breaks_off_the_last_item_ends_nothing_and_holds_at_the_next_start(tmp_path: Path) -> None:
    db = make_project(tmp_path, ["item 1"])
    with StubServer(Misbehaviour(failed=1.0)) as server:
        first, again = (run(db, server, cap=Cap(calls=2)) for _ in range(2))
        assert server.counts().requests == 2

    assert (first.stopped, first.failed, again.stopped, again.asked) == (True, 1, True, 0)
    assert again.why.count("cap of 2 calls") == 1
    assert latest(db).status == "stopped"
    db.close()


def test_a_cap_in_money_is_refused_where_the_price_is_unknown(tmp_path: Path) -> None:
    db = project(tmp_path)
    allowing.allow(db, "192.0.2.1")
    with pytest.raises(UserError, match="price of .* is unknown") as caught:
        asyncio.run(
            prelabelling.run(direct(db), AgentChoice("m", "http://192.0.2.1:1/v1"), cap=Cap(money=1.0), api_key="k")
        )
    assert "calls or of tokens" in caught.value.hint
    assert runs.agents(db) == []
    db.close()


def test_a_model_on_this_machine_costs_nothing_and_reaches_no_cap_in_money(tmp_path: Path) -> None:
    db = project(tmp_path)
    with StubServer() as server:
        summary = run(db, server, cap=Cap(money=0.01))
    assert (summary.labelled, summary.stopped, summary.used.money) == (ITEMS, False, 0.0)
    [(_, call)] = calls.of_item(db, 1)
    assert (call.price_source, call.cost, call.tokens_in, call.tokens_out) == ("this machine", 0.0, 40, 4)
    db.close()


def test_every_call_says_what_was_asked_and_how_it_went(tmp_path: Path) -> None:
    db = project(tmp_path)
    with StubServer(Misbehaviour(failed=0.3, invalid=0.2, seed=3)) as server:
        run(db, server, limits=Limits(at_once=8))
    [agent] = runs.agents(db)
    assert agent.spec["model"] == "openai/m"
    kept = [call for item_id in range(1, ITEMS + 1) for _, call in calls.of_item(db, item_id)]
    assert len(kept) == len({call.request_hash for call in kept}) == ITEMS
    assert {call.parse_status for call in kept} == {"label", "invalid"}
    assert {call.rung for call in kept} == {"JSON schema"}
    assert sum(call.requests for call in kept) == latest(db).spent.calls > ITEMS
    assert all(call.answers == 1 and call.seconds > 0 and call.reply for call in kept)
    assert {call.confidence for call in kept if call.parse_status == "label"} == {0.9}
    db.close()


def test_an_answer_says_where_it_comes_from(tmp_path: Path) -> None:
    db = project(tmp_path)
    with StubServer() as server:
        run(db, server, selection=selecting.these([2]))
        address = server.address
    with db.atomic():
        db.execute("delete from annotation")
    with StubServer() as other:  # another address: nothing is known there
        run(db, other, selection=selecting.these([2]))

    newest, first = provenance.of_item(db, 2)

    assert (first.spec.api_base, first.call.parse_status, first.call.reply) == (
        address,
        "label",
        '{"label": "bad", "confidence": 90}',
    )
    assert newest.agent_hash != first.agent_hash
    assert newest.call.request_hash != first.call.request_hash
    assert first.spec.content_hash() == first.agent_hash
    assert first.annotator.name == f"m at {address}"
    db.close()


def test_an_agent_that_is_at_work_is_not_started_again(tmp_path: Path) -> None:
    db = project(tmp_path)

    async def twice(server: StubServer) -> list[object]:
        choice = AgentChoice("m", server.address)
        both = (prelabelling.run(direct(db), choice) for _ in range(2))
        return list(await asyncio.gather(*both, return_exceptions=True))

    with StubServer(Misbehaviour(latency=0.005)) as server:
        found = asyncio.run(twice(server))
        assert set(server.counts().paid.values()) == {1}
    [refused] = [each for each in found if isinstance(each, UserError)]
    assert "is labelling items of this project already" in refused.message
    db.close()


def test_a_key_that_is_revoked_stops_the_run_and_keeps_every_answer(tmp_path: Path) -> None:
    db = project(tmp_path)
    with StubServer(Misbehaviour(latency=0.002, revoked={"old": 20})) as server:
        with pytest.raises(ModelProblem, match="API key"):
            run(db, server, api_key="old", concurrency=4)
        assert agents.agents(db)[0].answered == 20
        assert "API key" in latest(db).why
        assert run(db, server, api_key="new").labelled == ITEMS - 20
        assert set(server.counts().paid.values()) == {1}
    assert latest(db).status == "finished"
    db.close()


def test_the_ledger_has_tokens_requests_and_time_of_an_agent_and_minutes_of_people(tmp_path: Path) -> None:
    db = project(tmp_path)
    with StubServer(Misbehaviour(failed=0.2, seed=1)) as server:
        run(db, server)
    person = project_file.add_person(db, "Mira").id
    for item_id, seconds in ((1, 30.0), (2, 90.0), (3, None)):
        turn = annotating.turn_of(db, person, item_id)
        annotating.answer(db, person, turn, label_ids(db)["good"], seconds=seconds)
    ledger.set_energy_factor(db, 0.5)

    found = ledger.ledger(db)

    [agent], [mira] = found.agents, found.people
    assert (agent.labels, agent.tokens_in, agent.tokens_out, agent.unpriced) == (ITEMS, 40 * ITEMS, 4 * ITEMS, 0)
    assert agent.requests == latest(db).spent.calls > ITEMS
    assert agent.energy == pytest.approx(44 * ITEMS / 1_000 * 0.5)
    assert agent.seconds > 0
    assert (mira.answers, mira.timed, mira.minutes) == (3, 2, 2.0)
    assert found.sentences[-1] == (
        "In all: $0.00; 2,640 tokens; about 1.32 Wh (an estimate); 2 min of people, and an unknown time for 1 answer."
    )
    assert found.as_dict()["agents"][0]["annotator"] == agent.annotator.name
    db.close()


def test_the_ledger_never_tells_an_unknown_time_as_none_and_counts_invalid_replies(tmp_path: Path) -> None:
    db = project(tmp_path)
    crowd(db, tmp_path, [("i0", "ann", "good"), ("i1", "ann", "bad")])
    with StubServer(Misbehaviour(invalid=1.0)) as server:
        run(db, server)

    found = ledger.ledger(db)

    assert f": 0 answers, {ITEMS} invalid; " in found.sentences[0]
    assert found.sentences[-2] == "ann: 2 answers; it is unknown how long that took."
    assert found.sentences[-1] == "In all: $0.00; 2,640 tokens; an unknown time of people for 2 answers."
    db.close()
