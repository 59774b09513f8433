"""The guide in a window of its own, beside the work: nothing waits for it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from annotator.texts import figure
from annotator.ui import actions, guide, language, theme
from annotator.ui.actions import Action
from annotator.ui.settings import Settings
from annotator.ui.widgets.guide_text import GuideText
from annotator.ui.widgets.text import text_label, tool_tip

LIST, ROW = 250, 34  # pixels


class GuideDialog(QDialog):
    """Its pages at the left, the one that is read beside them, and a search above it."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setWindowTitle(self.tr("Guide"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._settings = settings
        self._names = list(guide.pages())
        self._before: list[str] = []  # pages that links led away from
        self._found: list[QTextCursor] = []
        self._at = 0
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages of the guide"))
        self.list.setFixedWidth(theme.px(LIST))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for page in guide.pages().values():
            item = QListWidgetItem(page.title, self.list)
            item.setToolTip(tool_tip(page.title))
            item.setSizeHint(QSize(0, theme.px(ROW)))
        self.list.currentRowChanged.connect(self._show_row)
        self.text = GuideText()
        self.text.followed.connect(self._follow)
        self.text.left.connect(self._ask)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Search this page"))
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(partial(self.step, 1))
        self.said = text_label("", "secondary")
        self.english = QLabel(self.tr("The guide is written in English."))
        self._lay_out()
        self.rows = self._table()
        actions.bind(self, self.rows)
        actions.mention(self.search, "guide_search", self.tr("Search this page ({key})"))
        self.search.setPlaceholderText(self.tr("Search this page"))
        self.text.set_zoom(settings.zoom)
        settings.zoom_changed.connect(self.text.set_zoom)

    @property
    def page(self) -> str:
        """The name of the page in sight, "guide/06-review.md"."""
        return self._names[max(self.list.currentRow(), 0)]

    def open_at(self, name: str) -> None:
        """Show a page; the focus is in its text, so that it is read and scrolled by keys at once."""
        self._before.clear()
        self._go(name)
        self.english.setVisible(language.chosen(self._settings.language) != "en")
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus()

    def step(self, by: int) -> None:
        """To the next place where the words stand, or the one before; where the page has none, to a page that has."""
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self._show_place()
        elif elsewhere := self._elsewhere():
            self._go(elsewhere)

    def back(self) -> None:
        """To the page that a link led away from."""
        if self._before:
            self._go(self._before.pop())

    def _go(self, name: str) -> None:
        if name != self.page or self.list.currentRow() < 0:
            self.list.setCurrentRow(self._names.index(name))

    def _follow(self, name: str) -> None:
        self._before.append(self.page)
        self._go(name)

    def _turn(self, by: int) -> None:
        row = min(max(self.list.currentRow() + by, 0), len(self._names) - 1)
        self.list.setCurrentRow(row)

    def _show_row(self, row: int) -> None:
        self.text.show_page(guide.pages()[self._names[row]])
        self._search()

    def _search(self) -> None:
        self._found = self.text.find_all(self.search.text())
        self._at = 0
        if self._found:
            self._show_place()
            return
        elsewhere = self._elsewhere()
        title = guide.pages()[elsewhere].title if elsewhere else ""
        said = self.tr("Not on this page. Enter: to “{page}”.").format(page=title) if elsewhere else ""
        nowhere = self.tr("Nowhere in the guide.") if self.search.text().strip() else ""
        self.said.setText(said or nowhere)

    def _show_place(self) -> None:
        self.text.go_to(self._found[self._at])
        number, of = figure(self._at + 1), figure(len(self._found))
        self.said.setText(self.tr("{number} of {all}").format(number=number, all=of))

    def _elsewhere(self) -> str:
        """The next page that has the words, "" where none has."""
        words = self.search.text().strip().casefold()
        here = self._names.index(self.page)
        others = [*self._names[here + 1 :], *self._names[:here]]
        found = (name for name in others if words in guide.pages()[name].plain().casefold())
        return next(found, "") if words else ""

    def _ask(self, address: str) -> None:
        """Nothing outside is opened before it is known where that is."""
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("Guide"))
        box.setText(self.tr("Open this address in the browser?"))
        box.setInformativeText(address)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setStandardButtons(QMessageBox.StandardButton.Open | QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.accepted.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
        box.open()

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        row.setSpacing(theme.px(14))
        row.addWidget(self.list)
        column = QVBoxLayout()
        column.setSpacing(theme.px(10))
        top = QHBoxLayout()
        top.setSpacing(theme.px(12))
        top.addWidget(self.search)
        top.addWidget(self.said, 1)
        top.addWidget(self.english)
        self.search.setFixedWidth(theme.px(260))
        theme.role(self.english, "secondary")
        column.addLayout(top)
        column.addWidget(self.text, 1)
        row.addLayout(column, 1)
        self.resize(theme.px(1080), theme.px(720))

    def _table(self) -> list[Action]:
        def row(name: str, text: str, keys: str, target: object) -> Action:
            return Action(name, text, keys, "guide", target)  # type: ignore[arg-type]

        zoom = self._settings.zoom_by
        return [
            row("guide_search", self.tr("Search this page"), "Ctrl+F", self._to_search),
            row("guide_next_place", self.tr("Next place found"), "F3", lambda: self.step(1)),
            row("guide_place_before", self.tr("Place found before"), "Shift+F3", lambda: self.step(-1)),
            row("guide_next", self.tr("Next page of the guide"), "Ctrl+PgDown", lambda: self._turn(1)),
            row("guide_previous", self.tr("Page before"), "Ctrl+PgUp", lambda: self._turn(-1)),
            row("guide_back", self.tr("Back from a link"), "Alt+Left", self.back),
            row("guide", self.tr("Guide"), "F1", self.close),
            row("larger", self.tr("Larger item text"), "Ctrl++ Ctrl+=", lambda: zoom(1)),
            row("smaller", self.tr("Smaller item text"), "Ctrl+-", lambda: zoom(-1)),
            row("normal_size", self.tr("Normal item text"), "Ctrl+0", lambda: zoom(0)),
        ]
