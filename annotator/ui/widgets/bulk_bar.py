"""Above the table: how many items are selected, what can be done to them all, and a last look before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from annotator.domain.words import counted
from annotator.services.bulk import Deed, Plan, sentence
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.fitting_words import FittingWords
from annotator.ui.widgets.popup import WordPopup
from annotator.ui.widgets.text import ElidedLabel, text_label

GAP = 8  # pixels
# Where there is no room for all words, these go first: their icons are known from everywhere.
WORDLESS_FIRST = ("flag", "tag", "export", "accept", "agent", "queue")


class BulkBar(QStackedWidget):
    """First the deeds, then the question whether to do one. Emits `wished(deed, tag)` and `confirmed(deed, tag)`."""

    wished = Signal(object, str)
    confirmed = Signal(object, str)
    cancelled = Signal()
    all_wished = Signal()
    export_wished = Signal()
    agent_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulk_bar")
        self._tags: Sequence[str] = ()
        self._asked: tuple[Deed, str] = (Deed.FLAG, "")
        self._count = text_label("", "muted")
        self._count.setObjectName("selected_count")
        self._all = buttons.link("", self.all_wished.emit)
        self._all.setObjectName("select_all")
        self._all.hide()  # until it is known how many there are
        self.buttons: dict[str, QPushButton] = {}
        self.addWidget(self._deeds())
        self.question = ElidedLabel("")
        self.question.setObjectName("bulk_question")
        self.yes = buttons.filled("", on_click=self._confirm)
        self.yes.setObjectName("bulk_yes")
        self.addWidget(self._preview())
        self._words = FittingWords(self, [self.buttons[name] for name in WORDLESS_FIRST], self._wanted)
        self.setFixedHeight(theme.px(36))

    @property
    def asking(self) -> bool:
        """Whether the question is in sight."""
        return self.currentIndex() == 1

    def set_scope(self, selected: int, total: int) -> None:
        """How many items are selected, of those that are shown."""
        self._count.setText(self.tr("{n} selected").format(n=figure(selected)))
        self._all.setText(self.tr("Select all {n}").format(n=figure(total)))
        self._all.setVisible(selected < total)
        self._words.fit()
        for button in self.buttons.values():
            button.setEnabled(selected > 0)
        if self.asking:
            self.cancel()

    def set_tags(self, tags: Sequence[str]) -> None:
        """Tags that there are already, to choose from."""
        self._tags = tags

    def ask(self, plan: Plan, tag: str) -> None:
        """Show what a deed would come to."""
        self._asked = (plan.deed, tag)
        self.question.set_text(sentence(plan, tag))
        self.yes.setText(self._answer(plan.deed, counted(plan.number, "item")))
        self.yes.setVisible(plan.number > 0)
        self.setCurrentIndex(1)
        (self.yes if plan.number else self.no).setFocus()

    def cancel(self) -> None:
        """Back to the deeds."""
        if self.asking:
            self.setCurrentIndex(0)
            self.cancelled.emit()

    def ask_tag(self) -> None:
        """Which tag; then as for every deed."""
        anchor = self.buttons["tag"]
        popup = WordPopup(self.tr("Tag for the selected items"), self.tr("Tag"), anchor, self._tags)
        popup.entered.connect(lambda text: self.wished.emit(Deed.TAG, text))
        popup.show_under(anchor, popup.line)

    def minimumSizeHint(self) -> QSize:
        """Without any words."""
        icons = len(self.buttons) * (self.height() + theme.px(GAP))
        return QSize(icons + self._count.sizeHint().width() + self._all.sizeHint().width(), self.height())

    def _wanted(self) -> int:
        """Pixels for what is in the row now."""
        widgets = [self._count, *self.buttons.values()] + ([] if self._all.isHidden() else [self._all])
        return sum(widget.sizeHint().width() + theme.px(GAP) for widget in widgets)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.asking and event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif self.asking and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.yes.isVisible() and not self.no.hasFocus():
                self._confirm()
            else:
                self.cancel()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        self.setCurrentIndex(0)
        self.confirmed.emit(*self._asked)

    def _answer(self, deed: Deed, items: str) -> str:
        return {
            Deed.QUEUE: self.tr("Send {items}"),
            Deed.ACCEPT: self.tr("Accept {items}"),
            Deed.FLAG: self.tr("Flag {items}"),
            Deed.TAG: self.tr("Tag {items}"),
        }[deed].format(items=items)

    def _deeds(self) -> QWidget:
        page, row = _row()
        row.addWidget(self._count)
        row.addWidget(self._all)
        row.addStretch(1)
        for name, text, icon, tip, target in (
            ("queue", self.tr("Send to people", "the items selected"), "account-arrow-right-outline",
             self.tr("Put them into the queue of people"), lambda: self.wished.emit(Deed.QUEUE, "")),
            ("accept", self.tr("Accept"), "check-decagram-outline",
             self.tr("Take the merged label of each as decided"), lambda: self.wished.emit(Deed.ACCEPT, "")),
            ("flag", self.tr("Flag"), "flag-outline", self.tr("To find them again"),
             lambda: self.wished.emit(Deed.FLAG, "")),
            ("tag", self.tr("Tag…"), "tag-outline", self.tr("To find them again by a word"), self.ask_tag),
            ("export", self.tr("Export…"), "tray-arrow-down", self.tr("Write these items as CSV"),
             self.export_wished.emit),
            ("agent", self.tr("Label with an LLM"), "robot-outline", self.tr("Let an agent answer these items"),
             self.agent_wished.emit),
        ):  # fmt: skip
            button = buttons.plain(text, icon, target)
            button.setObjectName(f"bulk_{name}")
            button.setToolTip(f"{text.rstrip('…')}: {tip}")
            button.setAccessibleName(text)
            self.buttons[name] = button
            row.addWidget(button)
        return page

    def _preview(self) -> QWidget:
        page, row = _row()
        self.no = buttons.plain(self.tr("Cancel"), on_click=self.cancel)
        self.no.setObjectName("bulk_no")
        row.addWidget(self.question, 1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        return page


def _row() -> tuple[QWidget, QHBoxLayout]:
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(GAP))
    return page, row
