"""Things that need a look, each leading to its page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.services.overview import Notice
from annotator.ui import theme
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.layouts import clear
from annotator.ui.widgets.text import text_label

REACH = 6  # pixels by which a row that is pointed at is wider than its text

ICONS = {
    "file": ("file-alert-outline", "warn"),
    "warning": ("alert-circle-outline", "warn"),
    "run": ("progress-clock", "warn"),
    "simulated": ("account-group-outline", "muted"),
    "merge": ("scale-unbalanced", "warn"),
    "stale": ("update", "muted"),
    "annotator": ("account-alert-outline", "warn"),
    "route": ("directions-fork", "warn"),
}


class AttentionCard(Card):
    """`chosen(page, argument)` when an entry was clicked, or Enter pressed on it."""

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Needs a look"), parent)
        self.header.addStrut(theme.px(34))  # as high as a card with a button beside its title
        self.header.setContentsMargins(theme.px(REACH), 0, theme.px(REACH), 0)
        self.body.setContentsMargins(theme.px(20 - REACH), theme.px(18), theme.px(20 - REACH), theme.px(18))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(2))
        self._shown: tuple[Notice, ...] | None = None
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def set_notices(self, notices: Sequence[Notice]) -> None:
        if self._shown == tuple(notices):
            return  # a row may have the focus
        self._shown = tuple(notices)
        clear(self._rows)
        for notice in notices:
            row = _NoticeRow(notice)
            row.clicked.connect(lambda checked=False, to=notice: self.chosen.emit(to.page, to.argument))
            self._rows.addWidget(row)
        if not notices:
            nothing = text_label(self.tr("Nothing needs a look right now."), "muted")
            nothing.setContentsMargins(theme.px(REACH), 0, theme.px(REACH), 0)
            self._rows.addWidget(nothing)


class _NoticeRow(QPushButton):
    def __init__(self, notice: Notice) -> None:
        super().__init__()
        self.setProperty("role", "row")
        self.setAutoDefault(True)  # Enter is as good as the space bar
        self.setAccessibleName(f"{notice.title}: {notice.text}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        icon = IconLabel(*ICONS.get(notice.icon, ICONS["warning"]))
        text = QVBoxLayout()
        text.setSpacing(theme.px(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(REACH), theme.px(6), theme.px(REACH), theme.px(6))
        row.setSpacing(theme.px(12))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        for line, role in ((notice.title, "strong"), (notice.text, "secondary")):
            label = text_label(line, role, wrap=True)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            text.addWidget(label)
        icon.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = row

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row.totalHeightForWidth(width)
