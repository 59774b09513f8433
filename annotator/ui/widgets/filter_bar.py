"""Above the table of items: the search, the filters that are set as chips, saved ones, and the histogram."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from annotator.domain.filters import Filter, Range
from annotator.domain.model import Label
from annotator.services.browsing import Choices
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.brush_histogram import BrushHistogram
from annotator.ui.widgets.filter_menu import FilterMenu
from annotator.ui.widgets.fitting_words import FittingWords
from annotator.ui.widgets.flow_layout import FlowLayout
from annotator.ui.widgets.layouts import clear
from annotator.ui.widgets.popup import WordPopup
from annotator.ui.widgets.text import tool_tip

TYPING = 250  # ms without a key press before the search starts
_CHIP = 44  # characters


class FilterBar(QWidget):
    """`filter` is what it shows; emits `changed(Filter)` when somebody has changed it."""

    changed = Signal(object)
    save_wished = Signal(str)
    removal_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = Filter()
        self._labels: tuple[Label, ...] = ()
        self._choices = Choices()
        self.search = self._search_box()
        self.add_button = buttons.plain(self.tr("Add filter"), "filter-plus-outline", self.open_menu)
        self.add_button.setObjectName("add_filter")
        self.saved_button = buttons.plain(self.tr("Saved"), "bookmark-outline", self.open_saved)
        self.saved_button.setObjectName("saved_filters")
        self.histogram = BrushHistogram()
        self.histogram.brushed.connect(self._brush)
        self.chips = QWidget()
        self._chips = FlowLayout(theme.px(6), self.chips)
        self._lay_out()

    def set_filter(self, wanted: Filter) -> None:
        """Show it, without `changed`."""
        self._typing.stop()
        self.filter = wanted
        if self.search.text().strip() != wanted.text:
            self.search.blockSignals(True)
            self.search.setText(wanted.text)
            self.search.blockSignals(False)
        self.histogram.set_range(wanted.confidence)
        self._show_chips()

    def set_choices(self, labels: tuple[Label, ...], choices: Choices) -> None:
        """What there is to filter by."""
        self._labels, self._choices = labels, choices
        self._show_chips()

    def open_menu(self) -> None:
        """Everything that one can filter by; arrow keys and first letters choose."""
        menu = FilterMenu(self.filter, self._labels, self._choices, self._change, self.add_button)
        _open_under(menu, self.add_button)

    def open_saved(self) -> None:
        """Saved filters to take up again, and the saving of this one."""
        menu = QMenu(self.saved_button)
        for saved in self._choices.saved:
            menu.addAction(saved.name.replace("&", "&&")).triggered.connect(
                lambda checked=False, saved=saved: self._change(saved.filter)
            )
        if self._choices.saved:
            menu.addSeparator()
        keep = menu.addAction(self.tr("Save this filter…"))
        keep.setEnabled(bool(self.filter))
        keep.triggered.connect(lambda checked=False: self._ask_name())
        if self._choices.saved:
            removal = menu.addMenu(self.tr("Remove"))
            for saved in self._choices.saved:
                removal.addAction(saved.name.replace("&", "&&")).triggered.connect(
                    lambda checked=False, name=saved.name: self.removal_wished.emit(name)
                )
        _open_under(menu, self.saved_button)

    def focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def clear(self) -> None:
        """Show all items again."""
        self._change(Filter())

    def _remove(self, name: str) -> None:
        self._change(self.filter.without(name))

    def _change(self, wanted: Filter) -> None:
        self.set_filter(wanted)
        self.changed.emit(wanted)

    def _typed(self) -> None:
        text = " ".join(self.search.text().split())
        if text != self.filter.text:
            self.filter = replace(self.filter, text=text)
            self.changed.emit(self.filter)

    def _brush(self, chosen: Range | None) -> None:
        self._change(replace(self.filter, confidence=chosen))

    def _ask_name(self) -> None:
        known = [saved.name for saved in self._choices.saved]
        popup = WordPopup(self.tr("Save this filter as"), self.tr("Save"), self.saved_button, known, self._name())
        popup.entered.connect(self.save_wished.emit)
        popup.show_under(self.saved_button, popup.line)

    def _name(self) -> str:
        """Of the saved filter that is shown, if it is one."""
        shown = (saved.name for saved in self._choices.saved if self.filter and saved.filter == self.filter)
        return next(shown, "")

    def _show_chips(self) -> None:
        had_focus = self.chips.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        clear(self._chips)
        shown = [name for name in self.filter.conditions() if name != "text"]
        for name in shown:
            told = self.filter.told(name, self._choices.names)
            self._chips.addWidget(_Chip(told, partial(self._remove, name)))
        if len(shown) > 1 or (shown and self.filter.text):
            everything = buttons.link(self.tr("Clear all"), self.clear)
            everything.setObjectName("clear_filters")
            self._chips.addWidget(everything)
        self.chips.setVisible(bool(shown))
        name = self._name() or self.tr("Saved")
        self.saved_button.setText((name if len(name) < 24 else f"{name[:23]}…").replace("&", "&&"))
        if had_focus:
            first = self.chips.findChild(_Chip)
            (first or self.add_button).setFocus()

    def _search_box(self) -> QLineEdit:
        search = QLineEdit()
        search.setObjectName("search")
        search.setPlaceholderText(self.tr("Search in ids, texts and metadata"))
        search.setAccessibleName(self.tr("Search in ids, texts and metadata"))
        search.setToolTip(self.tr("Words are found by their beginnings; “words in quotation marks” as they stand."))
        search.setClearButtonEnabled(True)
        search.addAction(theme.icon("magnify"), QLineEdit.ActionPosition.LeadingPosition)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING)
        self._typing.timeout.connect(self._typed)
        search.textChanged.connect(lambda _: self._typing.start())
        search.returnPressed.connect(self._typed)
        return search

    def _lay_out(self) -> None:
        search = QWidget()
        line = QHBoxLayout(search)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        line.addWidget(self.search, 1)
        line.addWidget(self.add_button)
        line.addWidget(self.saved_button)
        FittingWords(search, (self.saved_button, self.add_button))
        column = QVBoxLayout()
        column.setSpacing(theme.px(8))
        column.addWidget(search)
        column.addWidget(self.chips)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addLayout(column, 1)
        row.addWidget(self.histogram, 0, Qt.AlignmentFlag.AlignTop)


class _Chip(QPushButton):
    """A condition; a click, Enter, Delete or Backspace takes it away."""

    def __init__(self, text: str, remove: Callable[[], object]) -> None:
        shown = text if len(text) <= _CHIP else f"{text[: _CHIP - 1]}…"
        super().__init__(f"{shown}  ×".replace("&", "&&"))
        self.setObjectName("chip")
        self.setProperty("role", "chip")
        self.setAutoDefault(False)
        self.setAccessibleName(self.tr("Remove filter: {filter}").format(filter=text))
        self.setToolTip(tool_tip(self.tr("{filter}: click to remove").format(filter=text)))
        self.clicked.connect(lambda checked=False: remove())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys:
            self.click()
        else:
            super().keyPressEvent(event)


def _open_under(menu: QMenu, anchor: QWidget) -> None:
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))
