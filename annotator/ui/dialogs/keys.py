"""The key sheet: every key that works here, and what it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.actions import Action, written
from annotator.ui.catalogue import Listed
from annotator.ui.dialogs.key_editor import KeyEditor
from annotator.ui.settings import Settings
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.keycap import KeyCap
from annotator.ui.widgets.text import ElidedLabel

WIDEST = 280  # pixels of what a key does


class KeySheet(QDialog):
    """Opened and closed with "?"; Escape closes it too. Its button turns it into the place where keys are changed."""

    def __init__(
        self,
        groups: Mapping[str, Sequence[Action]],
        changeable: Callable[[], Sequence[Listed]],
        settings: Settings,
        parent: QWidget,
    ) -> None:
        """groups: title -> rows, shown side by side in this order. changeable: everything that has a key anywhere."""
        super().__init__(parent)
        self._changeable, self._settings = changeable, settings
        self.editor: KeyEditor | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("key_sheet")
        self.setWindowTitle(self.tr("Keys"))
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(theme.px(16))
        for title, actions in groups.items():
            if rows := [action for action in actions if action.keys_now]:
                columns.addWidget(_group(title, rows), 0, Qt.AlignmentFlag.AlignTop)
        self._scroll = scroll = QScrollArea()
        scroll.setAccessibleName(self.tr("Keys"))
        scroll.setWidgetResizable(True)
        scroll.setWidget(content)
        self._whole = whole = QVBoxLayout(self)
        inside = theme.px(20)
        whole.setContentsMargins(inside, inside, inside, inside)
        whole.setSpacing(theme.px(14))
        whole.addWidget(scroll)
        self.change = buttons.plain(self.tr("Change keys…"), on_click=self.edit)
        self.change.setObjectName("change_keys")
        whole.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeading)
        wanted = content.sizeHint()
        height = wanted.height() + 4 * inside + self.change.sizeHint().height()
        self.resize(min(wanted.width() + 3 * inside, theme.px(980)), min(height, theme.px(680)))
        scroll.setFocus()

    def edit(self) -> None:
        """From looking keys up to changing them."""
        self.editor = KeyEditor(self._changeable, self._settings)
        self._scroll.hide()
        self.change.hide()
        self._whole.addWidget(self.editor)
        self.resize(theme.px(720), max(self.height(), theme.px(600)))
        self.editor.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "?" and self.editor is None:
            self.accept()
            return
        super().keyPressEvent(event)


def _group(title: str, rows: Sequence[Action]) -> Card:
    card = Card(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(12))
    grid.setVerticalSpacing(theme.px(6))
    grid.setColumnStretch(1, 1)
    for line, row in enumerate(rows):
        grid.addLayout(_caps(row), line, 0)
        does = ElidedLabel(row.text)
        does.setMaximumWidth(theme.px(WIDEST))
        does.setAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        )
        grid.addWidget(does, line, 1)
    card.body.addLayout(grid)
    return card


def _caps(row: Action) -> QHBoxLayout:
    caps = QHBoxLayout()
    caps.setSpacing(theme.px(4))
    for sequence in row.sequences():
        cap = KeyCap(written(sequence))
        cap.setAccessibleName(cap.text())
        caps.addWidget(cap)
    caps.addStretch(1)
    return caps
