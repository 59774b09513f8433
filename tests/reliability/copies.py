"""Three copies of one project in which anything is done, and which take each other in every order: the same result."""

from __future__ import annotations

import asyncio
import itertools
import random
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from annotator.domain.model import Label
from annotator.errors import UserError
from annotator.llm.scripted import ScriptedModel
from annotator.services import (
    adjudicating,
    annotating,
    browsing,
    bulk,
    guidelines,
    joining,
    packages,
    prelabelling,
    project_file,
    relabelling,
    setting_up,
    taking,
)
from annotator.services.agent_choice import AgentChoice
from annotator.services.packing import Wish
from annotator.services.project_file import Db
from annotator.storage import comparing_files, gold, items, marks
from tests import projects
from tests.services import sending
from tests.services.test_copies_in_any_order import add_rows, take_copy
from tests.services.test_two_leads import person

ACTS = 40  # in each run, of all copies together
TAKES = 0.12  # how often a copy takes another one in between
NAMES = ("ace", "bee", "cat", "dog")
PEOPLE, LEADS = ("Ann", "Bo", "Cy"), ("Lea", "Ben")


class Chance:
    """What anybody may do, in a copy that is chosen, to something that is chosen."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder, self._chance = folder, random.Random(seed)
        self._sent: list[Path] = []
        self._deeds = {
            self._answer: 5.0,
            self._draft: 1.0,
            self._undo: 2.0,
            self._redo: 1.0,
            self._decide: 4.0,
            self._withdraw: 2.0,
            self._settle: 2.0,
            self._change_label: 4.0,
            self._sort: 2.0,
            self._add_label: 1.0,
            self._remove_label: 1.0,
            self._merge: 1.0,
            self._split: 1.0,
            self._undo_setup: 1.0,
            self._word: 1.0,
            self._guideline: 1.0,
            self._question: 0.6,
            self._import: 3.0,
            self._ask_model: 1.0,
            self._mark: 1.0,
            self._send: 0.7,
            self._come_back: 2.0,
        }

    def act(self, copies: list[Db]) -> None:
        db = self._chance.choice(copies)
        others = [each for each in copies if each is not db]
        if others and self._chance.random() < TAKES:
            take_copy(db, self._chance.choice(others))
            return
        [deed] = self._chance.choices(list(self._deeds), list(self._deeds.values()))
        with suppress(UserError):  # what cannot be done is not done
            deed(db)

    def _one(self, *among: str) -> str:
        return self._chance.choice(among)

    def _lead(self, db: Db) -> int:
        return person(db, self._one(*LEADS))

    def _labels(self, db: Db) -> list[Label]:
        return list(project_file.question(db).labels)

    def _label(self, db: Db) -> str:
        return self._chance.choice(self._labels(db)).name

    def _item(self, db: Db) -> int:
        return self._chance.choice(items.ids(db)[:5])

    def _answer(self, db: Db) -> None:
        [item] = items.page(db, [self._item(db)])
        said = self._chance.choice([self._label(db), None])
        sending.answer_in(db, person(db, self._one(*PEOPLE)), item.external_id, said, self._one("", "hm"))

    def _draft(self, db: Db) -> None:
        who, flagged = person(db, self._one(*PEOPLE)), self._chance.random() < 0.5
        annotating.save_draft(db, who, self._item(db), comment=self._one("", "x", "y"), flagged=flagged)

    def _undo(self, db: Db) -> None:
        annotating.undo(db, person(db, self._one(*PEOPLE)))

    def _redo(self, db: Db) -> None:
        annotating.redo(db, person(db, self._one(*PEOPLE)))

    def _decide(self, db: Db) -> None:
        label_id = self._chance.choice([*(label.id for label in self._labels(db)), None])
        adjudicating.settle(db, self._lead(db), self._item(db), label_id, drawn=self._chance.random() < 0.5)

    def _withdraw(self, db: Db) -> None:
        self._chance.choice([adjudicating.undo, adjudicating.undo, adjudicating.redo])(db, self._lead(db))

    def _settle(self, db: Db) -> None:
        for item_id in sorted(joining.contested(db))[:1]:
            adjudicating.settle(db, self._lead(db), item_id, self._chance.choice(self._labels(db)).id)

    def _change_label(self, db: Db) -> None:
        label, labels = self._label(db), self._labels(db)
        changes = (
            {"name": self._one(*NAMES)},
            {"colour": self._one("#111111", "#222222")},
            {"key": self._one(*"DEHI")},
        )
        change = self._chance.choice(changes)
        changed = [replace(each, **change) if each.name == label else each for each in labels]
        setting_up.save_labels(db, changed, self._lead(db))

    def _sort(self, db: Db) -> None:
        labels = self._labels(db)
        self._chance.shuffle(labels)
        setting_up.save_labels(db, labels, self._lead(db))

    def _add_label(self, db: Db) -> None:
        setting_up.save_labels(db, [Label(self._one(*NAMES)), *self._labels(db)], self._lead(db))

    def _remove_label(self, db: Db) -> None:
        label = self._label(db)
        setting_up.save_labels(db, [each for each in self._labels(db) if each.name != label], self._lead(db))

    def _merge(self, db: Db) -> None:
        label, into = self._chance.sample(self._labels(db), 2)
        relabelling.merge(db, self._lead(db), label.id, into.id)

    def _split(self, db: Db) -> None:
        label = self._chance.choice(self._labels(db))
        relabelling.split(db, self._lead(db), label.id, self._one(*NAMES), search=self._one("lovely", "fine"))

    def _undo_setup(self, db: Db) -> None:
        setting_up.undo(db, self._lead(db))

    def _word(self, db: Db) -> None:
        change = {self._one("name", "text", "noun"): self._one(*NAMES)}
        setting_up.edit_question(db, project_file.question(db).id, by=self._lead(db), **change)  # type: ignore[arg-type]

    def _guideline(self, db: Db) -> None:
        guidelines.save(db, f"Be {self._one(*NAMES)}.", "", self._lead(db))

    def _question(self, db: Db) -> None:
        question = self._chance.choice(project_file.questions(db))
        if question.id == project_file.question(db).id:
            made = project_file.make_question(self._one(*NAMES), "?", ["x", "y"])
            setting_up.add_question(db, made, self._lead(db))
        elif self._chance.random() < 0.5:
            setting_up.move_question(db, question.id, 1, by=self._lead(db))
        else:
            setting_up.remove_question(db, question.id, by=self._lead(db))

    def _import(self, db: Db) -> None:
        item, label = f"i{self._chance.randrange(5)}", self._label(db)
        match self._chance.randrange(4):
            case 0:
                add_rows(db, self._folder, f"n{self._chance.randrange(3)},{self._one('same', 'other')}\n")
            case 1:
                projects.crowd(db, self._folder, [(item, self._one("Ann", "Worker"), label)])
            case 2:
                projects.gold(db, self._folder, [(item, label)])
            case 3:
                projects.llm_answers(db, self._folder, "of a file", [(item, label, 0.9)])

    def _ask_model(self, db: Db) -> None:
        label = self._label(db)

        async def opener(*_: object, **__: object) -> ScriptedModel:
            return ScriptedModel(lambda _: label)

        choice = AgentChoice("ollama/scripted")
        asyncio.run(prelabelling.run(projects.direct(db), choice, limit=2, opener=opener))

    def _mark(self, db: Db) -> None:
        deed = self._chance.choice([bulk.Deed.TAG, bulk.Deed.FLAG])
        bulk.do(db, self._lead(db), deed, [self._item(db)], self._one(*NAMES))

    def _send(self, db: Db) -> None:
        wish = Wish(to=(self._one("Dee", "Ann"),), each=4)
        [package] = sending.send(db, self._folder / f"out{len(self._sent)}", wish).values()
        self._sent.append(sending.opened(package, self._folder / f"open{len(self._sent)}"))

    def _come_back(self, db: Db) -> None:
        if with_items := [path for path in self._sent if sending.items_in(path)]:
            path = self._chance.choice(with_items)
            with closing(project_file.open_project(path)) as opened:
                label = self._label(opened)
            sending.answer(path, {self._chance.choice(sending.items_in(path)): label})
            taking.take(db, [sending.hand_back(path, path.with_suffix(packages.RETURN_SUFFIX))])


def seen(db: Db) -> dict[str, object]:
    """All that anybody sees, by names and ids that are the same in all copies."""
    names = {item.external_id: item.fields for item in items.page(db, items.ids(db))}
    question = project_file.question(db)
    given = [
        (row.external_id, each) for row in browsing.rows(db, items.ids(db)) for each in browsing.answers_to(db, row.id)
    ]
    conflicts = joining.contested(db)
    return {
        "items": names,
        "conflicts": {item.external_id for item in items.page(db, sorted(conflicts))},
        "questions": sorted(map(repr, comparing_files.questions(db))),
        "order": [[each.name, *each.label_names()] for each in project_file.questions(db)],
        "looks": sorted((each.name, each.colour, each.key) for each in question.labels),
        "guideline": [(each.number, each.text, each.who) for each in guidelines.versions(db)],
        "answers": {(about[0], about[1]): about[2:] for about in _entries(db)},
        "confidences": {(about, each.annotator.name): each.confidence for about, each in given},
        "times": {(about, each.annotator.name): each.answered_at for about, each in given},
        "measuring": len(gold.measuring(db, question.id)),
        "drafts": sending.drafts(db),
        "marks": {row.external_id: sorted(marks.of_item(db, row.id)) for row in browsing.rows(db, items.ids(db))},
        "aside": sorted((each.annotator, each.item, each.why) for each in packages.aside(db)),
    }


def _entries(db: Db) -> list[tuple[str, str, object]]:
    """Answers of people and LLMs, and decisions. Items that both imported have different ids inside."""
    parts: list[tuple[str, Callable[[Db], object]]] = [
        ("human", lambda db: comparing_files.answers(db, "human")),
        ("llm", lambda db: comparing_files.answers(db, "llm")),
        ("decided", comparing_files.decisions),
    ]
    return [
        (f"{name} {entry.about}", f"{entry.whose} {question}", entry.means)
        for name, read in parts
        for key, entry in read(db)  # type: ignore[attr-defined]
        for question in (key.split(" ")[1],)
    ]


def differences(folder: Path, seed: int) -> list[str]:
    """One run of acts in three copies, which are then taken in all six orders: a line for each order, and part of what
    is seen of a project, that did not come to the same."""
    paths = _copies(folder, Chance(folder, seed))
    expected: dict[str, object] = {}
    found: list[str] = []
    for mine, *others in itertools.permutations(paths):
        order = f"seed {seed}, {mine.stem} takes {' and '.join(other.stem for other in others)}"
        tried = Path(shutil.copy(mine, folder / "tried.annotator"))
        with closing(project_file.open_project(tried)) as db:
            for time in ("once", "twice"):  # the second time changes nothing
                for other in others:
                    taking.take(db, [other])
                came = seen(db)
                expected = expected or came
                found += [
                    f"{order}, {time}: {part} {came[part]}, first {expected[part]}"
                    for part in expected
                    if came[part] != expected[part]
                ]
        found += [f"{order}: {problem}" for problem in project_file.problems(tried)]
    return found


def _copies(folder: Path, chance: Chance) -> list[Path]:
    """Three copies of a project that went apart."""
    paths = [folder / f"{name}.annotator" for name in "abc"]
    with closing(projects.make_project(folder, labels=("good", "bad", "mid"), name="a")) as a:
        for _ in range(4):
            chance.act([a])
        a.conn.execute("pragma wal_checkpoint(truncate)")
        for path in paths[1:]:
            shutil.copy(a.path, path)
        with closing(project_file.open_project(paths[1])) as b, closing(project_file.open_project(paths[2])) as c:
            for _ in range(ACTS):
                chance.act([a, b, c])
            for db in (a, b, c):
                db.conn.execute("pragma wal_checkpoint(truncate)")
    return paths
