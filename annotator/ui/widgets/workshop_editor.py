"""The editor of a prompt template: one page for each of its parts, with what a template can name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPlainTextEdit, QTabWidget, QTextEdit, QVBoxLayout, QWidget

from annotator.services.drafting import PromptTemplate
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.fitting_words import FittingWords
from annotator.ui.widgets.text import tool_tip
from annotator.ui.widgets.wrapping import WrappingCheckBox

PARTS = ("system", "user", "prefill")


class TemplateColours(QSyntaxHighlighter):
    """Values, conditions and comments of a template stand out from its words, also when they go over several lines."""

    def rehighlight_later(self) -> None:
        """After the theme has changed."""
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        start, kind = (0, _KINDS[self.previousBlockState()]) if self.previousBlockState() > 0 else (-1, None)
        if kind is None:
            start, kind = _next(text, 0)
        self.setCurrentBlockState(0)
        while kind is not None:
            opens, token = kind
            end = text.find(_CLOSED_BY[opens], start)
            length = (len(text) if end < 0 else end + 2) - start
            shade = QTextCharFormat()
            shade.setForeground(theme.colour(token))
            self.setFormat(start, length, shade)
            if end < 0:
                self.setCurrentBlockState(_KINDS.index(kind))
                return
            start, kind = _next(text, end + 2)


class PromptEditor(QWidget):
    """Shows and takes a `PromptTemplate`; `edited` follows whatever somebody changes in it."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._given: dict[str, tuple[str, str]] = {}  # by part how what was set last stands in the editor, and that
        self._setting = False
        titles = (self.tr("System prompt"), self.tr("Prompt for the item"), self.tr("Start of the answer"))
        self.pages = QTabWidget()
        self.pages.setAccessibleName(self.tr("Parts of the prompt"))
        self.edits: dict[str, QPlainTextEdit] = {}
        short = (self.tr("System"), self.tr("Item"), self.tr("Answer's start"))  # all three fit beside "Insert"
        for place, (part, title, tab) in enumerate(zip(PARTS, titles, short, strict=True)):
            self.edits[part] = self._page(part, title)
            self.pages.addTab(self.edits[part], tab)
            self.pages.setTabToolTip(place, title)
        self._colours = [TemplateColours(edit.document()) for edit in self.edits.values()]
        self.turns = WrappingCheckBox(self.tr("Examples as turns of the chat"))
        self.turns.setObjectName("turns")
        self.turns.toggled.connect(lambda _: self._edited())
        self.guideline = WrappingCheckBox(self.tr("Send the guideline, word for word"))
        self.guideline.setObjectName("send_guideline")
        self.insert = buttons.quiet(self.tr("Insert"), "code-braces")
        self.insert.setObjectName("insert_variable")
        self.insert.setToolTip(self.tr("A value that the prompt can name"))
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self.insert.setMenu(self._menu)
        self._lay_out()

    def template(self) -> PromptTemplate:
        """As it stands in the editor."""
        texts = {part: self._text(part) for part in self.edits}
        return PromptTemplate(name=self._name, turns=self.turns.isChecked(), **texts)

    def _text(self, part: str) -> str:
        """Nothing is changed by being looked at: the editor knows of no other line ends than its own."""
        written = _written(self.edits[part])
        shown, given = self._given.get(part, ("", ""))
        return given if written == shown else written

    def set_template(self, template: PromptTemplate) -> None:
        """Show another one; Ctrl+Z in the editor brings the words before it back. `edited` does not follow."""
        self._setting = True
        self._name = template.name
        for part, edit in self.edits.items():
            _replace(edit, getattr(template, part))
            self._given[part] = (_written(edit), getattr(template, part))
        self.turns.setChecked(template.turns)
        self._setting = False
        if not getattr(template, self.current_part).strip():
            self.show_first()

    def show_first(self) -> None:
        """Bring the first part that says something in sight."""
        first = next((part for part, edit in self.edits.items() if edit.toPlainText().strip()), "user")
        self.pages.setCurrentIndex(PARTS.index(first))

    def offer_start(self, offered: bool) -> None:
        """Whether the answer can be begun for the model; what was begun stays in sight."""
        place = PARTS.index("prefill")
        self.pages.setTabVisible(place, offered or bool(self.edits["prefill"].toPlainText().strip()))

    @property
    def current_part(self) -> str:
        return PARTS[max(self.pages.currentIndex(), 0)]

    def offer(self, variables: Mapping[str, str]) -> None:
        """What can be inserted: expressions, and what each is."""
        menu = self._menu
        menu.clear()
        for name, meaning in variables.items():
            action = menu.addAction(name)
            action.setToolTip(tool_tip(meaning))
            action.setStatusTip(meaning)
            action.triggered.connect(partial(self.insert_text, _snippet(name)))

    def insert_text(self, text: str, checked: bool = False) -> None:
        """At the cursor of the part in sight, as if it were typed."""
        edit = self.edits[self.current_part]
        edit.insertPlainText(text)
        edit.setFocus()

    def mark_line(self, part: str, line: int) -> None:
        """Where something is wrong; 0 for nowhere."""
        for name, edit in self.edits.items():
            edit.setExtraSelections([_marked(edit, line)] if line and name == part else [])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            for colours in self._colours:
                colours.rehighlight_later()

    def _edited(self) -> None:
        if not self._setting:
            self.edited.emit()

    def _page(self, part: str, title: str) -> QPlainTextEdit:
        edit = QPlainTextEdit()
        edit.setObjectName(f"prompt_{part}")
        edit.setAccessibleName(title)
        edit.setFont(fixed_font())
        edit.setTabChangesFocus(True)  # the page can be left by keyboard; a prompt needs no tabs
        edit.setMinimumHeight(theme.px(90))
        edit.textChanged.connect(self._edited)
        return edit

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        self.pages.setCornerWidget(self.insert, Qt.Corner.TopRightCorner)
        tabs = self.pages.tabBar()
        FittingWords(self.pages, (self.insert,), lambda: tabs.sizeHint().width() + self.insert.sizeHint().width())
        column.addWidget(self.pages, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(self.guideline)
        row.addWidget(self.turns)
        row.addStretch(1)
        column.addLayout(row)


def fixed_font() -> QFont:
    """The system's font of letters that are all as wide, in the size of the interface."""
    found = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    found.setPointSizeF(theme.pt(theme.SECONDARY))
    return found


def _written(edit: QPlainTextEdit) -> str:
    """Its text, with no-break spaces, of which `toPlainText` makes plain ones."""
    return edit.document().toRawText().replace("\u2029", "\n")


def _replace(edit: QPlainTextEdit, text: str) -> None:
    if _written(edit) == text:
        return
    cursor = QTextCursor(edit.document())
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.insertText(text)
    edit.moveCursor(QTextCursor.MoveOperation.Start)


def _marked(edit: QPlainTextEdit, line: int) -> QTextEdit.ExtraSelection:
    block = edit.document().findBlockByNumber(line - 1)
    mark = QTextEdit.ExtraSelection()
    mark.cursor = QTextCursor(block if block.isValid() else edit.document().lastBlock())
    shade = theme.mixed(theme.colour("surface"), theme.colour("bad"), 0.18)
    mark.format.setBackground(shade)
    mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
    return mark


def _snippet(name: str) -> str:
    """A list is gone through, everything else is printed."""
    if name in _LISTS:
        one = name.removesuffix("s")
        return f"{{% for {one} in {name} %}}\n{{{{ {_LISTS[name].format(one)} }}}}\n{{% endfor %}}"
    if name == "guideline":
        return "{% if guideline %}\n{{ guideline }}\n{% endif %}"
    return f"{{{{ {name} }}}}"


def _next(text: str, start: int) -> tuple[int, tuple[str, str] | None]:
    found = _OPENS.search(text, start)
    if found is None:
        return -1, None
    return found.start(), next(kind for kind in _KINDS if kind[0] == found[0])


_LISTS = {"labels": "{}.described", "examples": "{}.text"}
_OPENS = re.compile(r"\{\{|\{%|\{#")
# A block's state is the place of what is still open at its end; 0 is nothing.
_KINDS = (("", ""), ("{{", "accent"), ("{%", "settled"), ("{#", "muted"))
_CLOSED_BY = {"{{": "}}", "{%": "%}", "{#": "#}"}
