"""Replies that came and were not saved when the program was killed, or were still to come, are not paid for again."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Coroutine, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from annotator.llm import caller_file
from annotator.llm.agents import AgentSpec
from annotator.llm.protocol import Model
from annotator.llm.registry import open_model
from annotator.llm.spending import Amount
from annotator.services import asking, journal, ledger, prelabelling, prices, project_file
from annotator.services.agents import AgentChoice
from annotator.services.journal import Journal
from annotator.services.prelabelling import Cap, Control
from annotator.services.project_file import Db
from annotator.services.run_summary import Progress, Summary
from tests.loopback import Behaviour, Exchange, LoopbackServer, fails, says
from tests.projects import direct, make_project

HERE = Path(__file__).parent
ITEMS = 40
ANSWERED = 10  # before the kill
UNDER_WAY = 4  # at the kill
REPLY = {"text": "good", "finish": "stop", "places": [], "usage": [3, 1, None], "model": "m", "listed": None}


class Killed(NamedTuple):
    """A project whose run was killed, with the server that it asked: it answers what was under way when it is let."""

    project: Path
    server: LoopbackServer
    go_on: threading.Event

    @property
    def file(self) -> Path:
        [found] = beside(self.project)
        return found


@pytest.fixture
def killed(tmp_path: Path) -> Iterator[Killed]:
    db = make_project(tmp_path, ["text" + "!" * (number % 2) + f" {number:02}" for number in range(ITEMS)])
    db.close()
    go_on, all_there = threading.Event(), threading.Event()

    def behave(number: int, body: dict[str, Any]) -> Behaviour:
        if number == ANSWERED + UNDER_WAY - 1:
            all_there.set()
        return answered if number < ANSWERED else when_let

    def answered(exchange: Exchange) -> None:
        says("no label at all" if "!" in exchange.body["messages"][-1]["content"] else "good")(exchange)

    def when_let(exchange: Exchange) -> None:
        go_on.wait()
        answered(exchange)

    with LoopbackServer(behave) as server:
        script = [sys.executable, str(HERE / "killed_unsaved.py"), str(db.path), server.address, str(UNDER_WAY)]
        environment = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
        with subprocess.Popen(script, env=environment) as process:
            try:
                assert all_there.wait(120)
            finally:
                process.kill()
        yield Killed(db.path, server, go_on)
        go_on.set()


def test_a_reply_that_was_not_saved_or_not_there_at_a_kill_is_not_asked_for_again(killed: Killed) -> None:
    db = project_file.open_project(killed.project)
    assert db.value("select count(*) from call") == 0
    missing: list[int] = []

    def progress(state: Progress) -> None:
        if state.waiting is not None:
            missing.append(state.waiting)
            killed.go_on.set()

    go_on(db, killed, progress)

    assert max(missing) == UNDER_WAY
    assert len(killed.server.requests) == ITEMS
    calls = "select count(*), count(distinct item_id), count(distinct run_id), sum(requests), sum(tokens_in) from call"
    assert db.execute(calls).fetchone() == (ITEMS, ITEMS, 1, ITEMS, 40 * ITEMS)
    assert db.value("select count(*) from annotation where status = 'invalid'") == ITEMS // 2
    assert beside(killed.project) == []
    db.close()


def test_replies_to_an_earlier_wording_of_the_question_are_not_taken_for_answers(killed: Killed) -> None:
    killed.go_on.set()
    db = project_file.open_project(killed.project)
    with db.atomic():
        db.execute("update question set text = 'How is it?', version = version + 1")

    go_on(db, killed)

    assert len(killed.server.requests) == ANSWERED + UNDER_WAY + ITEMS
    assert beside(killed.project) == []
    db.close()


def test_a_line_that_was_cut_off_costs_only_its_own_reply(killed: Killed) -> None:
    killed.go_on.set()
    asyncio.run(journal.all_home(killed.file, lambda left: None, lambda: False))
    killed.file.write_bytes(killed.file.read_bytes()[:-20])
    db = project_file.open_project(killed.project)

    go_on(db, killed)

    assert len(killed.server.requests) == ITEMS + 1
    assert beside(killed.project) == []
    db.close()


def test_what_a_run_over_some_items_does_not_need_is_there_for_the_next(killed: Killed) -> None:
    killed.go_on.set()
    db = project_file.open_project(killed.project)

    go_on(db, killed, limit=3)
    assert len(killed.server.requests) == ANSWERED + UNDER_WAY
    assert beside(killed.project) != []

    go_on(db, killed)
    assert len(killed.server.requests) == ITEMS
    assert beside(killed.project) == []
    db.close()


def test_what_was_spent_before_a_kill_counts_against_a_cap_that_is_given_afterwards(killed: Killed) -> None:
    killed.go_on.set()
    db = project_file.open_project(killed.project)
    choice = AgentChoice("m", killed.server.address)
    for _ in range(2):
        summary = asyncio.run(prelabelling.run(direct(db), choice, cap=Cap(calls=20)))
        assert (summary.stopped, summary.used.spent) == (True, Amount(20, 20 * 44))
        assert len(killed.server.requests) == 20
    db.close()


class Slow:
    """A server that answers ten requests, and four more when it is let; so many are asked for at once."""

    def __init__(self) -> None:
        self.go_on, self.all_there = threading.Event(), threading.Event()
        self.server = LoopbackServer(self._behave)

    def _behave(self, number: int, body: dict[str, Any]) -> Behaviour:
        if number == ANSWERED + UNDER_WAY - 1:
            self.all_there.set()
        return says("good") if number < ANSWERED else self._when_let

    def _when_let(self, exchange: Exchange) -> None:
        self.go_on.wait()
        says("good")(exchange)

    def run(self, db: Db, **more: Any) -> Coroutine[Any, Any, Summary]:
        choice = AgentChoice("m", self.server.address)
        return prelabelling.run(direct(db), choice, concurrency=UNDER_WAY, **more)


@pytest.mark.parametrize("how", ["stopped", "cancelled"])
def test_what_was_under_way_when_a_run_was_stopped_is_paid_for_once_and_booked_as_what_it_cost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(asking, "GRACE", 0.0)
    db, slow, control = make_project(tmp_path, [f"text {number:02}" for number in range(ITEMS)]), Slow(), Control()
    prices.set_price(db, "openai/m", 10, 10)

    async def interrupted() -> None:
        task = asyncio.create_task(slow.run(db, cap=Cap(money=100.0), control=control))
        await asyncio.to_thread(slow.all_there.wait, 60)
        control.stop() if how == "stopped" else task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    with slow.server:
        try:
            asyncio.run(interrupted())
            then, tokens = ledger.ledger(db), db.value("select spent_tokens from run")
            cap = Cap(tokens=tokens)  # of which nothing is left as long as the worst is booked
            summary = asyncio.run(slow.run(db, cap=cap, progress=lambda state: slow.go_on.set()))
        finally:
            slow.go_on.set()
        assert len(slow.server.requests) == ITEMS

    each = 44 * 10e-6
    assert (then.tokens, then.money) == (44 * ANSWERED, pytest.approx(each * ANSWERED))
    assert then.perhaps > each * UNDER_WAY
    assert (summary.labelled, summary.stopped) == (ITEMS - ANSWERED, False)
    assert summary.used.spent == Amount(ITEMS, 44 * ITEMS, pytest.approx(each * ITEMS))
    found = ledger.ledger(db)
    assert (found.tokens, found.money, found.perhaps) == (44 * ITEMS, pytest.approx(each * ITEMS), 0.0)
    assert beside(db.path) == []
    db.close()


def test_a_run_that_is_stopped_before_its_first_reply_comes_home_finds_it_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "GRACE", 0.0)
    monkeypatch.setattr(sys.modules[__name__], "ANSWERED", 0)
    db, slow, control = make_project(tmp_path, ["a", "b", "c", "d"]), Slow(), Control()

    async def stopped() -> Summary:
        task = asyncio.create_task(slow.run(db, control=control))
        await asyncio.to_thread(slow.all_there.wait, 60)
        control.stop()
        return await task

    with slow.server:
        try:
            assert asyncio.run(stopped()).asked == 0
            again = asyncio.run(slow.run(db, progress=lambda state: slow.go_on.set()))
        finally:
            slow.go_on.set()
        assert len(slow.server.requests) == again.labelled == UNDER_WAY
    db.close()


def test_what_came_home_is_not_paid_again_though_the_next_start_is_stopped_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "GRACE", 0.0)
    monkeypatch.setattr(sys.modules[__name__], "ANSWERED", 0)
    db, slow = make_project(tmp_path, ["a", "b", "c", "d"]), Slow()

    async def stopped(*, loading: bool) -> Summary:
        control = Control()

        async def opener(spec: AgentSpec) -> Model:
            if loading:
                control.stop()
            return await open_model(spec)

        task = asyncio.create_task(slow.run(db, control=control, opener=opener))
        await asyncio.to_thread(slow.all_there.wait, 60)
        if not loading:
            control.stop()
        return await task

    with slow.server:
        try:
            assert asyncio.run(stopped(loading=False)).asked == 0
        finally:
            slow.go_on.set()
        [file] = beside(db.path)
        asyncio.run(journal.all_home(file, lambda left: None, lambda: False))
        assert asyncio.run(stopped(loading=True)).asked == 0
        assert asyncio.run(slow.run(db)).labelled == len(slow.server.requests) == UNDER_WAY
    assert beside(db.path) == []
    db.close()


def test_a_reply_that_came_at_the_moment_its_run_was_cancelled_is_booked_as_what_it_cost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "GRACE", 0.0)
    monkeypatch.setattr(sys.modules[__name__], "ANSWERED", 0)
    monkeypatch.setattr(sys.modules[__name__], "UNDER_WAY", 1)
    db, slow = make_project(tmp_path, ["a"]), Slow()
    prices.set_price(db, "openai/m", 10, 10)

    async def interrupted() -> None:
        task = asyncio.create_task(slow.run(db, cap=Cap(money=100.0)))
        await asyncio.to_thread(slow.all_there.wait, 60)
        slow.go_on.set()
        [file] = [path for path in tmp_path.iterdir() if path.name.startswith(f"{db.path.name}-0")]
        while not caller_file.read(file):
            time.sleep(0.01)
        time.sleep(0.2)  # the reply is in this process, and nobody here hears it
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    with slow.server:
        asyncio.run(interrupted())
        assert db.value("select count(*) from call") == 0
        summary = asyncio.run(slow.run(db, cap=Cap(money=100.0)))
        assert len(slow.server.requests) == summary.labelled == 1

    found = ledger.ledger(db)
    assert (found.tokens, found.money, found.perhaps) == (44, pytest.approx(44 * 10e-6), 0.0)
    assert beside(db.path) == []
    db.close()


def test_nothing_more_is_sent_when_a_run_is_stopped(tmp_path: Path) -> None:
    db, control = make_project(tmp_path, ["one"]), Control()

    def behave(number: int, body: dict[str, Any]) -> Behaviour:
        control.stop()
        return fails(429, "slow down", headers={"Retry-After": "0.01"})

    with LoopbackServer(behave) as server:
        summary = asyncio.run(
            prelabelling.run(direct(db), AgentChoice("m", server.address), control=control, concurrency=1)
        )
        assert len(server.requests) == 1
    assert summary.stopped
    db.close()


def test_what_is_no_reply_in_a_file_of_another_hand_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "file"
    wrong = [{"text": 5}, {**REPLY, "usage": [10**30, 1, None]}, {**REPLY, "places": [["a", "b", None, []]]}]
    lines = [{"number": str(n), "key": "k", "reply": reply} for n, reply in enumerate([*wrong, REPLY])]
    path.write_text("\n".join(["[]", "{", '{"key": 1}', *map(json.dumps, lines)]) + "\n")
    replies = Journal(path)

    found = replies.take("k")
    assert found is not None
    assert (found.choices[0].message.content, found.number) == ("good", "3")
    assert replies.take("k") is None
    asyncio.run(replies.close(drop=True))
    assert not path.exists()


def test_a_file_that_nobody_writes_into_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert caller_file.on_their_way(path) is None
    path.write_text('{"left": 3}\n')
    assert caller_file.on_their_way(path) is None
    replies = caller_file.ReplyFile(path)
    replies.note_left(2)
    assert caller_file.on_their_way(path) == 2
    replies.note(caller_file.Kept("1", "k", REPLY))
    assert caller_file.on_their_way(path) == 1
    replies.saved(["1"])
    replies.close()
    assert not path.exists()


def test_what_is_saved_is_not_found_again_beside_what_is_not(tmp_path: Path) -> None:
    path = tmp_path / "file"
    replies = caller_file.ReplyFile(path)
    for number in ("1", "2", "3"):
        replies.note(caller_file.Kept(number, "k", REPLY))
    replies.saved(["1", "3"])
    replies.close()
    assert [kept.number for kept in caller_file.read(path)] == ["2"]


def go_on(db: Db, killed: Killed, progress: Any = lambda state: None, **wanted: Any) -> None:
    """Let the agent go on."""
    choice = AgentChoice("m", killed.server.address)
    summary = asyncio.run(prelabelling.run(direct(db), choice, progress=progress, **wanted))
    assert summary.failed == 0


def beside(project: Path) -> list[Path]:
    """Files of replies that are not saved."""
    known = {project.name + end for end in ("", "-wal", "-shm")}
    return [path for path in project.parent.glob(f"{project.name}*") if path.name not in known]
