"""Two versions of an agent side by side: in what they differ, and what each said about the same items."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.services.comparing_tries import Pair, SideBySide
from annotator.ui import theme
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.records import Records
from annotator.ui.widgets.text import text_label
from annotator.ui.widgets.workshop_editor import fixed_font
from annotator.ui.widgets.workshop_try import mark_right


class WorkshopCompare(QWidget):
    """`wished`: two others were chosen."""

    wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before = self._chooser("compare_before", self.tr("One version"))
        self.after = self._chooser("compare_after", self.tr("The other version"))
        self.differences = QPlainTextEdit()
        self.differences.setObjectName("differences")
        self.differences.setAccessibleName(self.tr("In what they differ"))
        self.differences.setReadOnly(True)
        self.differences.setTabChangesFocus(True)
        self.differences.setFont(fixed_font())
        self.differences.setFixedHeight(theme.px(150))
        self.totals = text_label("", "", wrap=True)
        self.totals.setObjectName("compare_totals")
        self.notice = InlineNotice()
        self.table = self._new_table()
        self._lay_out()

    def offer(self, names: Sequence[str]) -> None:
        """What can be chosen; two of them are, the latest last, unless somebody has chosen others."""
        for place, combo in enumerate((self.before, self.after)):
            chosen = combo.currentText()
            combo.blockSignals(True)
            combo.clear()
            combo.addItems(list(names))
            usual = max(len(names) - 2 + place, 0)
            combo.setCurrentIndex(names.index(chosen) if chosen in names and combo.property("chosen") else usual)
            combo.blockSignals(False)

    @property
    def names(self) -> tuple[str, str]:
        return self.before.currentText(), self.after.currentText()

    def show_pair(self, pair: SideBySide) -> None:
        self.differences.setPlainText("\n".join(pair.differences))
        self.totals.setText(pair.sentence)
        self.notice.show_text(pair.missing)
        self.table.show_rows([self._row(each) for each in pair.rows])
        mark_right(self.table, 1, [each.before_right for each in pair.rows])
        mark_right(self.table, 2, [each.after_right for each in pair.rows])
        for row, each in enumerate(pair.rows):
            if each.differ:
                self.table.mark(row, 0, "not-equal-variant", self.tr("they differ"))

    def show_failure(self, sentence: str) -> None:
        self.differences.setPlainText("")
        self.totals.setText("")
        self.table.show_rows([])
        self.notice.show_text(sentence, "info")

    def _row(self, each: Pair) -> tuple[str, ...]:
        before, after = (each.before, each.before_confidence), (each.after, each.after_confidence)
        return (each.item, " ".join(before).strip(), " ".join(after).strip(), each.gold, each.text)

    def _chooser(self, name: str, meaning: str) -> QComboBox:
        combo = ComboBox()
        combo.setObjectName(name)
        combo.setAccessibleName(meaning)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(12)
        combo.activated.connect(lambda _: combo.setProperty("chosen", True))
        combo.currentIndexChanged.connect(lambda _: self.wished.emit())
        return combo

    def _new_table(self) -> Records:
        titles = (self.tr("Item"), self.tr("One"), self.tr("Other"), self.tr("Gold"), self.tr("Text"))
        table = Records(titles, stretch=4)
        table.setObjectName("side_by_side")
        table.setAccessibleName(self.tr("What each said"))
        said = self.tr("Its label, how sure it says it is, 0 to 1, and a mark for whether gold agrees")
        known = self.tr("The label that is known to be right")
        table.explain((self.tr("Marked where the two differ"), said, said, known, ""))
        return table

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(8))
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.before, 1)
        row.addWidget(text_label(self.tr("and"), "muted"))
        row.addWidget(self.after, 1)
        column.addLayout(row)
        column.addWidget(self.totals)
        column.addWidget(self.notice)
        column.addWidget(self.differences)
        column.addWidget(self.table, 1)
