"""A language that nobody speaks: every text in brackets, with accents, and longer.

What stands outside of brackets on the screen was not translated; what is cut off has no room for longer words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTableWidget,
    QWidget,
)

from annotator import texts
from annotator.texts import Language
from annotator.ui.widgets.text import ElidedLabel

LONGER = 0.4
_ACCENTS = str.maketrans("aceinosuyzACEINOSUYZ", "äçéïñöšüýžÄÇÉÏÑÖŠÜÝŽ")
_KEPT = re.compile(r"(\{\w*(?:[:!][^{}]*)?\}|<[^>]*>|&\w+;)")
_WORD = re.compile(r"[A-Za-z]{2,}")
# Not for translating: keys, units, formats, methods and statistics by their names.
NAMES = re.compile(
    r"\b(Ctrl|Shift|Alt|Esc|Enter|Return|Space|Backspace|Tab|Del|Ins|Home|End|Left|Right|Up|Down|PgUp|PgDown|F\d+|"
    r"min|ms|MB|Wh|CSV|HTML|PDF|JSON|JSONL|TSV|UTF|AUROC|Annotator|Deutsch|English|"
    r"auto|majority-vote|one-coin|dawid-skene(-plain)?|crowd-kit[:/]?\w*|temperature|top_p|max_tokens|seed|"
    r"utf-\d+(-sig)?|cp\d+|iso8859-1|gb18030|big5|Ollama|LM Studio|vLLM|llama\.cpp|"
    r"https?://\S*|[\w.-]+/[\w./-]+|\w+_\w+)"
)


def spelt(text: str) -> str:
    """The text in the language: the same places for values, the spaces at its ends kept."""
    middle = text.strip()
    if not middle:
        return text
    before, after = text[: text.index(middle)], text[text.index(middle) + len(middle) :]
    accented = "".join(part if _KEPT.fullmatch(part) else part.translate(_ACCENTS) for part in _KEPT.split(middle))
    more = " ~~~~~" * len(middle)  # may be broken into lines, as words may
    return f"{before}[{accented}{more[: max(1, round(LONGER * len(middle)) - 2)]}]{after}"


class Pseudo(QTranslator):
    """Knows every text, in every number."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return spelt(source)


@contextmanager
def spoken() -> Iterator[None]:
    """Everything that is made in the block speaks it."""
    translator = Pseudo()
    QCoreApplication.installTranslator(translator)
    texts.speak(Language(lambda text, n: spelt(text)))
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)
        texts.speak(None)


def untranslated(text: str, data: re.Pattern[str]) -> str:
    """What of a text is neither in brackets nor data nor a name; an ellipsis may have taken the closing bracket."""
    text = NAMES.sub("", data.sub("", text))
    depth, outside = 0, []
    for sign in text:
        depth += sign == "["
        if not depth:
            outside.append(sign)
        depth -= sign == "]" and depth > 0
    return " ".join(_WORD.findall("".join(outside)))


def visible_texts(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Every text on the widgets in sight, with their tool tips and the names that a screen reader says."""
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisibleTo(root):
            continue
        for text in (*_own(widget), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()):
            if text:
                yield widget, re.sub(r"<style.*?</style>|<[^>]*>", " ", text, flags=re.DOTALL)


def cut(root: QWidget) -> Iterator[QWidget]:
    """Buttons and labels with less room than their text needs; those that elide by themselves have a tool tip."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QLabel | QAbstractButton) and widget.text() and _too_small(widget):
            yield widget


def room(widget: QWidget) -> str:
    """How much it has and wants, in pixels."""
    has, wants = widget.size(), widget.sizeHint()
    return f"{has.width()} x {has.height()} of {wants.width()} x {wants.height()}"


def _own(widget: QWidget) -> list[str]:
    if isinstance(widget, ElidedLabel):
        return []  # its whole text is its accessible name
    if isinstance(widget, QLabel | QAbstractButton):
        return [widget.text()]
    if isinstance(widget, QGroupBox):
        return [widget.title()]
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        return [widget.placeholderText()]
    if isinstance(widget, QComboBox):
        return [widget.itemText(row) for row in range(widget.count())]
    if isinstance(widget, QTabBar):
        return [widget.tabText(row) for row in range(widget.count())]
    if isinstance(widget, QTableWidget):
        heads = [widget.horizontalHeaderItem(column) for column in range(widget.columnCount())]
        cells = [widget.item(row, column) for row in range(widget.rowCount()) for column in range(widget.columnCount())]
        return [item.text() for item in (*heads, *cells) if item is not None]
    return []


def _too_small(widget: QLabel | QAbstractButton) -> bool:
    room, wanted = widget.size(), widget.sizeHint()
    if widget.hasHeightForWidth():
        return widget.heightForWidth(room.width()) > room.height() + 1
    return wanted.width() > room.width() + 1 or wanted.height() > room.height() + 1
