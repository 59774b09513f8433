"""What stands above the Annotate page of an opened package: whose it is, until when, and the way to hand it back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from annotator.services.packages import Role
from annotator.ui import actions, theme
from annotator.ui.widgets import buttons, language_menu
from annotator.ui.widgets.question_switch import QuestionSwitch
from annotator.ui.widgets.text import ElidedLabel

DEADLINE = 240  # pixels of its text at most
NARROW = 1_040  # pixels of a bar that has no room for the words of every button


class PackageBar(QFrame):
    """Says what was wished; the window does it."""

    hand_back_wished = Signal()
    feedback_wished = Signal()
    closing_wished = Signal()
    scheme_wished = Signal()
    languages_wished = Signal(QWidget)  # below which
    keys_wished = Signal()
    guide_wished = Signal()

    def __init__(self, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("package_bar")
        self.name = ElidedLabel(role.project_name, "card-title")
        until = self.tr("Until: {deadline}").format(deadline=role.deadline) if role.deadline else ""
        self.deadline = ElidedLabel(until, "pill")
        self.deadline.setObjectName("deadline")
        self.deadline.setMaximumWidth(theme.px(DEADLINE))
        self.deadline.setVisible(bool(until))
        self.note = ElidedLabel(role.note, "muted")
        self.note.setObjectName("package_note")
        self.questions = QuestionSwitch()
        self.feedback = buttons.plain(self.tr("Feedback on earlier answers"), "message-text-outline")
        self.feedback.setObjectName("package_feedback")
        self.feedback.setAccessibleName(self.feedback.text())
        self.feedback.setVisible(bool(role.feedback))
        self.feedback.clicked.connect(lambda _: self.feedback_wished.emit())
        self.hand_back = buttons.filled(self.tr("Hand back…"), "send-outline", self.hand_back_wished.emit)
        self.hand_back.setObjectName("hand_back_button")
        actions.mention(self.hand_back, "hand_back", self.tr("Write a return file ({key})"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(28), theme.px(12), theme.px(28), 0)
        row.setSpacing(theme.px(12))
        for widget in (self.name, self.deadline):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.note, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.questions)
        row.addWidget(self.feedback)
        row.addLayout(self._tools())
        row.addWidget(self.hand_back)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the deadline needs the room more than the button's words."""
        super().resizeEvent(event)
        words = self.feedback.accessibleName()
        narrow = event.size().width() < theme.px(NARROW)
        self.feedback.setText("" if narrow else words)
        self.feedback.setToolTip(words if narrow else "")
        buttons.put_icon(self.feedback, "message-text-outline", beside_text=not narrow)

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(2))
        tools = (
            ("folder-outline", self.tr("All projects"), self.closing_wished, "close_project"),
            ("theme-light-dark", self.tr("Light, dark, or as the system"), self.scheme_wished, "scheme"),
            ("keyboard-outline", self.tr("Keys"), self.keys_wished, "keys"),
            ("help-circle-outline", self.tr("Guide"), self.guide_wished, "guide"),
        )
        for icon, name, signal, object_name in tools:
            button = buttons.icon_button(icon, name, signal.emit)
            actions.mention(button, object_name, f"{name} ({{key}})")
            row.addWidget(button)
        row.addWidget(language_menu.new_button(self.languages_wished))
        return row
