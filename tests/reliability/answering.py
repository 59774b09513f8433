"""Killed while a person answers, takes answers back and gives them again, and while a model labels."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.llm.agents import AgentSpec
from annotator.llm.protocol import LabelRequest, Reply
from annotator.llm.scripted import ScriptedModel
from annotator.services import agents, annotating, prelabelling, project_file, saving
from annotator.services.project_file import Db
from tests.projects import direct, make_project
from tests.reliability.killing import Say, checked

ITEMS = 400
FRESH = 20  # kills of one file, before a new one is made
ANSWERS = "select item_id, label_id from annotation where annotator_id = ?"


class Labelling:
    """An answer that was said to be saved is there; of the one that was not, there is all or nothing."""

    name, longest = "labelling, undo and redo", 0.15

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder
        self._known: dict[int, int] = {}

    def begin(self, number: int) -> None:
        if number % FRESH == 0:
            db = make_project(self._folder, [f"text {n}" for n in range(ITEMS)], name=f"labelling{number}")
            self._path, self._known = db.path, {}
            db.close()

    def work(self, number: int, say: Say) -> None:
        db = project_file.open_project(self._path)
        me = project_file.add_person(db, "Mira").id
        labels = [label.id for label in project_file.question(db).labels]
        rng = random.Random(number)
        say(["open"])
        while True:
            say(["done", *_deed(db, me, labels, rng, say)])

    def check(self, number: int, said: list[Any]) -> None:
        begun: list[int] | None = None
        for word, *content in said:
            begun = content if word == "begun" else None
            for item_id, label_id in content if word == "done" else ():
                _put(self._known, item_id, label_id)
        db = checked(self._path)
        me = project_file.add_person(db, "Mira").id
        found = dict(db.execute(ANSWERS, [me]).fetchall())
        db.close()
        changed = {
            item: found.get(item) for item in found.keys() | self._known if found.get(item) != self._known.get(item)
        }
        assert len(changed) <= 1, f"more than the answer under way differs: {changed}"
        if begun:
            assert changed in ({}, {begun[0]: begun[1]}), f"{changed} instead of {begun}"
        self._known = found


class Prelabelling:
    """What was said to be saved is there, each once, and is not asked for again.

    What becomes of replies that were paid for and not saved yet: tests/faults/test_unsaved_replies.py.
    """

    name, longest = "runs of a model", 0.35

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder
        self._saved = 0
        self._settled: set[str] = set()

    def begin(self, number: int) -> None:
        if number % FRESH == 0:
            db = make_project(self._folder, [f"text {n}" for n in range(10 * ITEMS)], name=f"run{number}")
            self._path, self._saved, self._settled = db.path, 0, set()
            db.close()

    def work(self, number: int, say: Say) -> None:
        saving.SAVE_EVERY, saving.SHARE = 0.01, 1.0  # many small batches, also on a slow disk
        db = project_file.open_project(self._path)

        async def opener(spec: AgentSpec) -> ScriptedModel:
            return _Telling(say)

        run = prelabelling.run(
            direct(db),
            agents.AgentChoice("ollama/m"),
            progress=lambda state: say(["saved", state.done]),
            opener=opener,
        )
        asyncio.run(run)

    def check(self, number: int, said: list[Any]) -> None:
        asked = [content for word, content in said if word == "asked"]
        again = self._settled & set(asked)
        assert not again, f"asked for again: {sorted(again)[:5]}"
        saved = max((content for word, content in said if word == "saved"), default=0)
        db = checked(self._path)
        found = db.value("select count(*) from annotation")
        doubled = "select count(*) from (select item_id from call group by item_id having count(*) > 1)"
        assert db.value(doubled) == 0
        assert db.value("select count(*) from call") == found
        texts = "select json_extract(i.fields, '$.text') from call c join item i on i.id = c.item_id"
        self._settled = {row[0] for row in db.execute(texts)}
        db.close()
        assert found >= self._saved + saved, f"{found} of {self._saved} + {saved} answers"
        self._saved = found


class _Telling(ScriptedModel):
    """Says what it is asked, and answers after a moment."""

    def __init__(self, say: Say) -> None:
        super().__init__(lambda request: {"good": 0.7, "bad": 0.3} if len(request.text) % 2 else "good")
        self._say = say

    async def ask(self, request: LabelRequest) -> Reply:
        self._say(["asked", request.text])
        await asyncio.sleep(0.001)
        return await super().ask(request)


def _deed(db: Db, me: int, labels: list[int], rng: random.Random, say: Say) -> Iterator[tuple[int, int | None]]:
    """Answer, take back, or give again; yields (item, its answer now) for what has changed."""
    drawn = rng.random()
    if drawn < 0.7:
        turn = annotating.turn_of(db, me, rng.randint(1, ITEMS))
        label = rng.choice(labels)
        say(["begun", turn.item.id, label])
        annotating.answer(db, me, turn, label, seconds=0.1)
        yield turn.item.id, label
        return
    say(["begun"])
    undone = annotating.undo(db, me) if drawn < 0.9 else annotating.redo(db, me)
    for item_id in undone.item_ids if undone else ():
        own = annotating.turn_of(db, me, item_id).own
        yield item_id, own.label_id if own else None


def _put(known: dict[int, int], item_id: int, label_id: int | None) -> None:
    if label_id is None:
        known.pop(item_id, None)
    else:
        known[item_id] = label_id
