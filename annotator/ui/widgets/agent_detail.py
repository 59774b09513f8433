"""One agent of the project: what it is, what it sends, and in what it differs from the version before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QTabWidget, QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.text import ElidedLabel


@dataclass(frozen=True)
class About:
    """An agent in words, line by line. before: the name of the version before, "" for none."""

    name: str
    description: Sequence[str]
    sent: Sequence[str]
    before: str
    differs: Sequence[str]


class AgentDetail(QWidget):
    """Its signals name the agent."""

    chosen = Signal(str)
    tested = Signal(str)
    opened = Signal(str)  # in the workshop
    exported = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.title = ElidedLabel("", "strong", middle=True)
        self.use = buttons.plain(self.tr("Label with it"), "play-outline", lambda: self.chosen.emit(self._name))
        self.test = buttons.plain(self.tr("Test"), "pulse", lambda: self.tested.emit(self._name))
        self.workshop = buttons.plain(self.tr("Workshop"), "tools", lambda: self.opened.emit(self._name))
        self.export = buttons.plain(self.tr("Export…"), "tray-arrow-down", lambda: self.exported.emit(self._name))
        for button, name in self._named():
            button.setObjectName(name)
        self._show_test_button()
        self.workshop.setToolTip(self.tr("Open it in the workshop"))
        self.notice = InlineNotice()
        self.description, self.sent, self.differs = _text("description"), _text("sent"), _text("differs")
        self.tabs = QTabWidget()
        self.tabs.addTab(self.description, self.tr("What it is"))
        self.tabs.addTab(self.sent, self.tr("What it sends"))
        self.tabs.addTab(self.differs, "")
        self.description.setAccessibleName(self.tr("What it is"))
        self.sent.setAccessibleName(self.tr("What it sends"))
        self.differs.setAccessibleName(self.tr("How it differs"))
        self._lay_out()

    @property
    def name(self) -> str:
        """Of the agent shown."""
        return self._name

    def show_about(self, about: About) -> None:
        if about.name != self._name:
            self.notice.clear()
        self._name = about.name
        self.title.set_text(about.name)
        for text, lines in (
            (self.description, about.description),
            (self.sent, about.sent),
            (self.differs, about.differs),
        ):
            if text.toPlainText() != "\n".join(lines):  # so that nobody loses their place in it
                text.setPlainText("\n".join(lines))
        self.tabs.setTabVisible(2, bool(about.before))
        self.tabs.setTabText(2, self.tr("New since the version before"))
        self.tabs.setTabToolTip(2, about.before)

    def show_testing(self) -> None:
        """Until it has ended, the button stops it."""
        self.test.setText(self.tr("Stop the test"))
        self.test.setToolTip(self.tr("It ends by itself within a minute"))
        buttons.put_icon(self.test, "stop")
        self.notice.clear()

    def show_tested(self, sentence: str, level: str) -> None:
        self._show_test_button()
        self.notice.show_text(sentence, level)

    def _show_test_button(self) -> None:
        self.test.setText(self.tr("Test"))
        self.test.setToolTip(self.tr("Ask its model one small question of our own; no item is sent"))
        buttons.put_icon(self.test, "pulse")

    def _named(self) -> Sequence[tuple[QPushButton, str]]:
        return (
            (self.use, "use_agent"),
            (self.test, "test_agent"),
            (self.workshop, "open_in_workshop"),
            (self.export, "export_agent"),
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.title)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for button, _ in self._named():
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.notice)
        column.addWidget(self.tabs, 1)


def _text(name: str) -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setObjectName(f"agent_{name}")
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    return text
