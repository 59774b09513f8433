"""The three who label what was sent to them: Ann at one go, Ben half at first, Cleo in two packages."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from annotator.ui.dialogs.hand_back import HandBackDialog
from annotator.ui.dialogs.passphrase import PassphraseDialog
from annotator.ui.pages.annotate import AnnotatePage
from tests.e2e import steps
from tests.e2e.person import CONTROL
from tests.e2e.reviews import KEYS
from tests.e2e.team_member import DEADLINE, IDS, PASSPHRASE, PATIENCE, Member

BOTH = CONTROL | Qt.KeyboardModifier.ShiftModifier


class Annotator:
    """What all of them do."""

    def __init__(self, member: Member) -> None:
        self.member = member
        self.arguments = (self.receive(1),)  # as a double click on the file has it

    def receive(self, number: int) -> Path:
        """A package as it comes to their own computer."""
        sent = self.member.package(number)
        return Path(shutil.copy(sent, self.member.home / sent.name))

    @property
    def page(self) -> AnnotatePage:
        """The only page of a package, once its first item takes keys."""
        member = self.member
        member.see(lambda: member.window.view is not None and member.window.view.page is not None)
        view = member.window.view
        assert view is not None
        assert view.pages == ["annotate"]
        assert not view.navigation.isVisible()
        page = view.page
        assert isinstance(page, AnnotatePage)
        member.see(lambda: page.view.working and not page._busy)
        return page

    def label(self, page: AnnotatePage, count: int | None = None) -> None:
        """The next items, or all that are left."""
        while page.view.working and count != 0:
            self.answer(page)
            count = None if count is None else count - 1

    def answer(self, page: AnnotatePage, label: str = "") -> None:
        """What they think of the item in sight, or this label."""
        text = steps.read(page)
        label = label or self.member.label_for(text)
        self.member.pressed[IDS[text]] = label
        steps.turn(self.member, page, KEYS[label])

    def hand_back(self, version: int, passphrase: str = "") -> HandBackDialog:
        """Write the return file; the dialog that says so stays."""
        member = self.member
        member.press(Qt.Key.Key_H, BOTH)
        dialog = member.dialog(HandBackDialog)
        member.click(dialog.file)
        file = f"{member.name}.{version}.annoreturn"
        member.type(f"~/{file}", instead=True)
        for field in (dialog.passphrase.first, dialog.passphrase.again) if passphrase else ():
            member.click(field)
            member.type(passphrase)
        member.click(dialog.write_button)
        member.see(lambda: "Send “" in dialog.notice.text)
        self.send(member.home / file, member.returned(version))
        return dialog

    def send(self, file: Path, to: Path) -> None:
        """It is there at once and whole, as with any good carrier."""
        whole = shutil.copy(file, to.with_suffix(".part"))
        Path(whole).rename(to)

    def close(self, dialog: HandBackDialog) -> None:
        self.member.click(dialog.close_button)
        self.member.see(lambda: not isinstance(QApplication.activeWindow(), HandBackDialog))


class Ann(Annotator):
    """Takes an answer back, and says something else instead."""

    def __call__(self) -> None:
        member, page = self.member, self.page
        bar = member.window.view.package_bar if member.window.view is not None else None
        assert bar is not None
        assert DEADLINE in bar.deadline.text()
        member.picture(4, "a double click opens her package: the question and her items, nothing else")
        self.label(page, 3)
        text = steps.read(page)
        self.answer(page, next(label for label in KEYS if label != member.label_for(text)))
        steps.turn(member, page, Qt.Key.Key_Z, CONTROL)
        assert steps.read(page) == text
        self.label(page)
        dialog = self.hand_back(1)
        member.picture(6, "all answered by keys, one of them undone and given anew; she hands back")
        self.close(dialog)
        member.press(Qt.Key.Key_Q, CONTROL)


class Ben(Annotator):
    """Hands back half done. When that is taken, he corrects one of those answers and goes on to the end."""

    def __call__(self) -> None:
        member, page = self.member, self.page
        self.label(page, 5)
        dialog = self.hand_back(1)
        member.picture(5, "hands back what he has so far, half of it")
        self.close(dialog)
        member.see((member.shared / "first files taken").exists, within=2 * PATIENCE)
        waiting = steps.read(page)
        steps.turn(member, page, Qt.Key.Key_Left)
        text = steps.read(page)
        assert text != waiting
        self.answer(page, next(label for label in KEYS if label != member.pressed[IDS[text]]))
        member.see(lambda: steps.read(page) == waiting)
        self.label(page)
        dialog = self.hand_back(2)
        member.picture(9, "goes on, corrects an answer that is back already, and hands back again")
        self.close(dialog)
        member.press(Qt.Key.Key_Q, CONTROL)


class Cleo(Annotator):
    """Has a second package, under a passphrase, which she mistypes once."""

    def __call__(self) -> None:
        member, page = self.member, self.page
        self.label(page)
        self.close(self.hand_back(1))
        self.open_second()
        member.see(lambda: member.window.jobs.path == member.home / "Reviews - Cleo 2.annotator")
        self.label(self.page)
        self.close(self.hand_back(2, PASSPHRASE))
        member.press(Qt.Key.Key_Q, CONTROL)

    def open_second(self) -> None:
        member = self.member
        waiting = QTimer(member.window, interval=20)  # ms
        waiting.timeout.connect(lambda: self._name_it(waiting))
        waiting.start()
        member.press(Qt.Key.Key_O, CONTROL)  # comes back when the dialog has been answered
        member.dialog(PassphraseDialog)
        member.type("kept between us three")
        member.press(Qt.Key.Key_Return)
        member.see(lambda: any(dialog.notice.text for dialog in member.window.findChildren(PassphraseDialog)))
        member.dialog(PassphraseDialog)
        member.type(PASSPHRASE[:-4])
        member.picture(7, "her second package is locked; she knows the passphrase")
        member.type(PASSPHRASE[-4:])
        member.press(Qt.Key.Key_Return)

    def _name_it(self, waiting: QTimer) -> None:
        if isinstance(QApplication.activeWindow(), QFileDialog):
            waiting.stop()
            steps.choose(self.member, self.receive(2))
