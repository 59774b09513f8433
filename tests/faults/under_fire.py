"""A project labelled by a server that misbehaves, a key that is revoked half-way, and a process that is killed."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotator.llm.protocol import Fault
from annotator.services import project_file
from annotator.services.project_file import Db
from tests.projects import make_project
from tests.stub_server import Counts, Misbehaviour, StubServer

HERE = Path(__file__).parent
MOST_STARTS = 8  # until everything is answered
TRIES = 100  # to hold a process while something is unsaved
REVOKED, GOOD = "revoked-key", "good-key"


@dataclass
class Outcome:
    """What came of it.

    unsaved: replies that had been sent when the process was killed, and were not in the project; twice: items that were
    paid for more than once. unsettled: items that have neither an answer nor a reason. ends: how each start ended.
    booked: the requests that the project knows of; beside: the files that are left beside it.
    """

    items: int
    counts: Counts = field(default_factory=Counts)
    answered: int = 0
    invalid: int = 0
    failed: dict[str, int] = field(default_factory=dict)
    unsettled: int = 0
    unsaved: int = 0
    twice: int = 0
    cap: int = 0
    booked: int = 0
    beside: list[str] = field(default_factory=list)
    seconds: float = 0.0
    ends: list[str] = field(default_factory=list)


class UnderFire:
    """One project and one server."""

    def __init__(self, folder: Path, items: int, server: StubServer, **settings: Any) -> None:
        db = make_project(folder, [f"item {number}" for number in range(items)])
        self.project = db.path
        db.close()
        self._server = server
        self._settings = {"project": str(self.project), "address": server.address, "cap": {}} | settings

    def start(
        self, key: str, *, kill_at: int | None = None, with_caller: bool = False, **settings: Any
    ) -> dict[str, Any]:
        """Run until it ends, or until so many items are done: the last thing that it said.

        with_caller: whether the process that makes its requests is killed too, which finishes them otherwise.
        """
        told = json.dumps(self._settings | {"key": key} | settings)
        environment = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
        said: dict[str, Any] = {}
        with subprocess.Popen(
            [sys.executable, str(HERE / "run_agent.py"), told], stdout=subprocess.PIPE, text=True, env=environment
        ) as process:
            assert process.stdout is not None
            for line in process.stdout:
                if line.endswith("\n"):
                    said = json.loads(line)
                if kill_at is not None and said.get("done", 0) >= kill_at:
                    self._stop_with_unsaved(process)
                    process.kill()
                    if with_caller:
                        os.kill(said["caller"], signal.SIGKILL)
                    break
        return said

    def _stop_with_unsaved(self, process: subprocess.Popen[str]) -> None:
        """Hold the process where some replies have been sent that are not in the project, so that a kill has something
        to lose: it saves nothing meanwhile, and the replies to what it has asked come all the same."""
        for _ in range(TRIES):
            process.send_signal(signal.SIGSTOP)
            until = time.monotonic() + 1.0
            while time.monotonic() < until:
                if self._server.counts().replies - self._saved() >= self._settings["at_once"] // 2:
                    return
                time.sleep(0.01)
            process.send_signal(signal.SIGCONT)
            time.sleep(0.01)

    def _saved(self) -> int:
        """Whoever is held may be in the middle of writing; reading needs no lock."""
        with closing(sqlite3.connect(f"{self.project.as_uri()}?mode=ro", uri=True)) as conn:
            return int(conn.execute("select count(*) from annotation").fetchone()[0])

    def look(self, query: Callable[[Db], Any]) -> Any:
        db = project_file.open_project(self.project)
        try:
            return query(db)
        finally:
            db.close()

    def beside(self) -> list[str]:
        """Files of replies that are not saved."""
        known = {self.project.name + end for end in ("", "-wal", "-shm")}
        return [path.name for path in self.project.parent.glob(f"{self.project.name}*") if path.name not in known]

    def answered(self) -> set[str]:
        """The numbers of the items that have an answer in the file."""
        rows = "select i.external_id from annotation a join item i on i.id = a.item_id"
        return {row[0][1:] for row in self.look(lambda db: db.execute(rows).fetchall())}


def fault_table(folder: Path, items: int, misbehaviour: Mapping[str, Any], *, at_once: int, timeout: float) -> Outcome:
    """10 % of faults of all kinds, a SIGKILL after a quarter, a key that is revoked after half."""
    started = time.monotonic()
    cap = 2 * items
    outcome = Outcome(items, cap=cap)
    how = Misbehaviour(**misbehaviour, revoked={REVOKED: items // 2})
    with StubServer(how) as server:
        fire = UnderFire(folder, items, server, at_once=at_once, timeout=timeout, cap={"calls": cap})
        fire.start(REVOKED, kill_at=items // 4)
        outcome.ends.append("killed")
        outcome.unsaved = server.counts().replies - len(fire.answered())
        for key in (REVOKED, *[GOOD] * MOST_STARTS):
            end = fire.start(key)
            outcome.ends.append(end["ended"] if end["ended"] != "error" else end["why"])
            if len(fire.answered()) == items:
                break
        outcome.counts = server.counts()
        outcome.twice = sum(number > 1 for number in outcome.counts.paid.values())
        fire.look(lambda db: _take_stock(db, outcome))
    outcome.seconds = time.monotonic() - started
    return outcome


def killed_often(folder: Path, items: int, kills: int, *, at_once: int, with_caller: bool = False) -> Outcome:
    """So many SIGKILLs in the middle of a run with so many calls at once, then it is let end."""
    outcome = Outcome(items)
    with StubServer(Misbehaviour(latency=0.1)) as server:
        fire = UnderFire(folder, items, server, at_once=at_once, timeout=20.0)
        for _ in range(kills):
            fire.start(GOOD, kill_at=items // (kills + 1) - at_once, with_caller=with_caller)
            outcome.unsaved += server.counts().replies - len(fire.answered())
        outcome.ends.append(fire.start(GOOD)["ended"])
        outcome.counts = server.counts()
        outcome.twice = sum(number > 1 for number in outcome.counts.paid.values())
        fire.look(lambda db: _take_stock(db, outcome))
        outcome.booked = fire.look(lambda db: db.value("select sum(requests) from call"))
        outcome.beside = fire.beside()
    return outcome


def capped(folder: Path, items: int, cap: int, *, at_once: int, timeout: float) -> tuple[Counts, list[dict[str, Any]]]:
    """The same cap on calls given twice, with a SIGKILL before it is reached the first time."""
    with StubServer(Misbehaviour(refused=0.05, failed=0.02, latency=0.01)) as server:
        fire = UnderFire(folder, items, server, at_once=at_once, timeout=timeout, cap={"calls": cap})
        fire.start(GOOD, kill_at=cap // 2)
        ends = [fire.start(GOOD), fire.start(GOOD)]
        return server.counts(), ends


def _take_stock(db: Db, outcome: Outcome) -> None:
    by_status = dict(db.execute("select status, count(*) from annotation group by 1").fetchall())
    outcome.invalid = by_status.get("invalid", 0)
    outcome.answered = sum(by_status.values())
    latest = (
        "select error_class, count(*) from call c where not exists (select 1 from annotation a where a.item_id ="
        " c.item_id) and c.id = (select max(id) from call where item_id = c.item_id) group by 1"
    )
    outcome.failed = dict(db.execute(latest).fetchall())
    classified = sum(number for kind, number in outcome.failed.items() if kind in set(Fault))
    outcome.unsettled = outcome.items - outcome.answered - classified
