"""A reviewer in front of the Review page, on a small project with answers of two people and an LLM."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from annotator.domain.model import Changes, Exposure, Kind, NewAnnotation, Status
from annotator.services import adjudicating, merging, project_file
from annotator.services.project_file import Db
from annotator.storage import annotators, answers, audit, gold
from annotator.ui.pages.review import ReviewPage
from annotator.ui.session import Session
from annotator.ui.widgets.empty import EmptyState

POSITIVE, NEGATIVE, NEUTRAL = 1, 2, 3  # label ids of the fixture's question, in its order
# Item 1: all alike. Item 2: people against each other. Items 3 and 4: the LLM against people.
SAID = {
    "Mira": (POSITIVE, NEGATIVE, NEUTRAL, POSITIVE),
    "Jon": (POSITIVE, POSITIVE, NEUTRAL, POSITIVE),
    "small-model": (POSITIVE, NEUTRAL, NEGATIVE, NEUTRAL),
}


def add_answers(db: Db) -> Changes:
    """Two people, of whom one commented, and an LLM with confidences."""
    question = project_file.question(db)
    changes = Changes()
    for name, labels in SAID.items():
        llm = name == "small-model"
        with db.atomic():
            who = annotators.named(db, name, kind=Kind.LLM if llm else Kind.HUMAN, simulated=name == "Jon")
        new = [
            NewAnnotation(
                item_id,
                Status.LABEL,
                label_id,
                confidence=0.58 if llm else None,
                comment="could be both" if name == "Mira" and item_id == 2 else "",
                exposure=Exposure.SHOWN if name == "Mira" and item_id == 2 else Exposure.BLIND,
            )
            for item_id, label_id in enumerate(labels, 1)
        ]
        changes |= answers.record(db, who.id, question.id, new, kind="annotate")
    return changes


def add_gold(db: Db) -> None:
    with db.atomic():
        op = audit.begin(db, "gold")
        gold.add_imported(db, op, project_file.question(db).id, [(n, NEUTRAL) for n in (1, 2, 3, 4)], "from a file")


class Here:
    """A reviewer in front of the page."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.qtbot = qtbot
        self.session = session
        self.page = ReviewPage(session)
        qtbot.addWidget(self.page)
        self.page.resize(1040, 760)
        self.page.show()

    def write(self, work: Callable[[Db], object]) -> None:
        done: list[object] = []
        self.session.write(work, owner=self.page, done=done.append)
        self.qtbot.waitUntil(lambda: bool(done))

    def sit_down(self, name: str = "Lea") -> None:
        with self.qtbot.waitSignal(self.session.annotator_changed):
            self.session.write(
                lambda db: project_file.add_person(db, name), owner=self.page, done=self.session.set_annotator
            )

    def merge(self) -> None:
        with self.qtbot.waitSignal(self.page.case_shown):
            self.write(merging.merge_and_store)

    def open(self, argument: object = None) -> None:
        self._let_read()
        with self.qtbot.waitSignal(self.page.case_shown):
            self.page.shown(argument)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """A key press that leads to a case being shown."""
        with self.qtbot.waitSignal(self.page.case_shown):
            self.qtbot.keyClick(self.page, key, modifiers[0] if modifiers else Qt.KeyboardModifier.NoModifier)

    def choose(self, name: str, data: str) -> None:
        """Another kind of items, or order, where there are some."""
        combo = self.page.findChild(QComboBox, name)
        with self.qtbot.waitSignal(self.page.case_shown):
            combo.setCurrentIndex(combo.findData(data))
            combo.activated.emit(combo.currentIndex())

    def _let_read(self) -> None:
        """Until the page has all that it asked for before: a list first, then the case that stands first in it."""
        for read in (self.session.compute, self.session.browse):
            done: list[object] = []
            read(lambda db: None, owner=self.page, done=done.append)
            self.qtbot.waitUntil(lambda done=done: bool(done))

    def gold_of(self, item_id: int) -> tuple[int | None, str, str] | None:
        found = adjudicating.case(self.session.read, item_id).gold
        return None if found is None else (found.label_id, found.source, found.why)

    def label_text(self, name: str) -> str:
        found = self.page.findChild(QLabel, name)
        return "" if found.isHidden() else str(found.text())

    def listed(self) -> list[int]:
        rows = self.page.view.conflicts.conflicts()
        return [found for row in range(rows.rowCount()) if (found := rows.item_id(row)) is not None]

    @property
    def item_id(self) -> int | None:
        return self.page.view.shown_item()


def unmerged_review(qtbot: QtBot, session: Session) -> Here:
    """The answers are there, and nothing is merged yet."""
    here = Here(qtbot, session)
    here.write(add_answers)
    here.sit_down()
    qtbot.waitUntil(lambda: here.page.findChild(EmptyState) is not None)
    return here
