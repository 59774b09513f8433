"""Somebody in front of the page for annotating, on a real project file and real threads."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.domain.model import Annotation, Changes, Kind, NewAnnotation, Status
from annotator.services import adjudicating, project_file
from annotator.services.project_file import Db
from annotator.storage import annotators, answers
from annotator.ui.pages.annotate import AnnotatePage
from annotator.ui.session import Session

CONTROL = Qt.KeyboardModifier.ControlModifier
POSITIVE, NEGATIVE, NEUTRAL = 1, 2, 3  # label ids of the fixture's question, in its order


class Here:
    """A person in front of the page."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.qtbot = qtbot
        self.session = session
        self.page = AnnotatePage(session)
        qtbot.addWidget(self.page)
        self.page.resize(1000, 760)

    def sit_down(self, name: str) -> Here:
        self.add(name)
        self.open()
        return self

    def open(self, argument: object = None) -> None:
        with self.qtbot.waitSignal(self.page.item_shown):
            self.page.show()
            self.page.shown(argument)

    def add(self, name: str) -> None:
        with self.qtbot.waitSignal(self.session.annotator_changed):
            self.session.write(
                lambda db: project_file.add_person(db, name), owner=self.page, done=self.session.set_annotator
            )

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """A key press that leads to an item being shown."""
        with self.qtbot.waitSignal(self.page.item_shown):
            self.qtbot.keyClick(self.page, key, modifiers[0] if modifiers else Qt.KeyboardModifier.NoModifier)

    def skip(self, key: Qt.Key = Qt.Key.Key_Return) -> None:
        """Skip the item; the key is what answers why."""
        self.qtbot.keyClick(self.page, Qt.Key.Key_S)
        with self.qtbot.waitSignal(self.page.item_shown):
            self.qtbot.keyClick(self.page.view.skip_choice, key)

    def write(self, work: Callable[[Db], object]) -> None:
        done: list[object] = []
        self.session.write(work, owner=self.page, done=done.append)
        self.qtbot.waitUntil(lambda: bool(done))

    @property
    def text(self) -> str:
        item = self.page.view.item_view.item
        assert item is not None
        return item.fields["text"]

    def everybody(self, item_id: int) -> tuple[Annotation, ...]:
        return adjudicating.case(self.session.read, item_id).answers

    def label_of(self, item_id: int) -> int | None:
        here = self.session.annotator
        found = [a for a in self.everybody(item_id) if a.annotator == here]
        return found[0].label_id if found else None

    def selected(self) -> list[str]:
        return [button.label.name for button in self.page.view.pad.buttons() if button.isChecked()]


def add_llm_answers(db: Db) -> Changes:
    """What a run leaves behind: an answer with a confidence for each item."""
    with db.atomic():
        llm = annotators.named(db, "small-model", kind=Kind.LLM)
    new = [NewAnnotation(n, Status.LABEL, NEGATIVE, confidence=0.87) for n in (1, 2, 3, 4)]
    return answers.record(db, llm.id, project_file.question(db).id, new, kind="prelabel")
