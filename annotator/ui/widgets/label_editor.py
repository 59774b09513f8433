"""The labels of a question as rows to edit: digit, colour, name, description and key."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.model import Label
from annotator.domain.questions import COLOURS, RESERVED_KEYS
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.scrolled import scrolled
from annotator.ui.widgets.text import text_label

_SWATCH = 16  # px
_KEY = 4  # the column of the keys


class LabelEditor(QWidget):
    """Rows of labels. `labels()` leaves out rows where nothing is written; what is missing is said elsewhere."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, rows: int = 2) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._body = QWidget()
        self._body.setObjectName("label_rows")
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(2, 2)
        self._grid.setColumnStretch(3, 3)
        for column, text in enumerate(
            ("", self.tr("Colour"), self.tr("Label"), self.tr("What it means"), self.tr("Key"))
        ):
            heading = QLabel(text)
            heading.setProperty("role", "muted")
            heading.setToolTip(key_meaning() if column == _KEY else "")
            self._grid.addWidget(heading, 0, column)
        add = buttons.quiet(self.tr("Add a label"), "plus", self._add_and_focus)
        add.setObjectName("add_label")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scrolling(add), 1)
        for _ in range(rows):
            self._append(Label(""))

    def labels(self) -> list[Label]:
        """The labels that have a name or a description, in order; colours and keys may be empty."""
        written = [row.label() for row in self._rows]
        return [label for label in written if label.name or label.description]

    def set_labels(self, labels: list[Label], *, at_least: int = 0) -> None:
        """at_least: rows, of which those without a label are empty."""
        while self._rows:
            self._take(self._rows[-1])
        for label in [*labels, *[Label("")] * (at_least - len(labels))]:
            self._append(label)
        self._arrange()

    def name_edit(self, position: int) -> QLineEdit:
        return self._rows[position].name

    def _scrolling(self, add: QPushButton) -> QScrollArea:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self._body)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(add)
        below.addWidget(
            text_label(self.tr("A key left empty gets a free letter of the name."), "secondary", wrap=True), 1
        )
        column.addLayout(below)
        column.addStretch(1)
        return scrolled(holder, sideways=True)

    def _add_and_focus(self) -> None:
        self._append(Label(""))
        self._rows[-1].name.setFocus()
        self.changed.emit()

    def _append(self, label: Label) -> None:
        row = _Row(label, len(self._rows), self)
        row.edited.connect(self.changed)
        row.moved.connect(lambda by: self._move(row, by))
        row.removed.connect(lambda: self._remove(row))
        row.finished.connect(lambda: self._after(row))
        self._rows.append(row)
        self._arrange()

    def _after(self, row: _Row) -> None:
        """Enter goes to the next label, and from the last one makes another."""
        position = self._rows.index(row) + 1
        if position < len(self._rows):
            self._rows[position].name.setFocus()
        elif row.name.text().strip():
            self._add_and_focus()

    def _move(self, row: _Row, by: int) -> None:
        position = self._rows.index(row)
        self._rows.insert(position + by, self._rows.pop(position))
        self._arrange()
        self.changed.emit()

    def _remove(self, row: _Row) -> None:
        self._take(row)
        self._arrange()
        self.changed.emit()

    def _take(self, row: _Row) -> None:
        self._rows.remove(row)
        for widget in row.widgets():
            self._grid.removeWidget(widget)
            widget.deleteLater()
        row.deleteLater()

    def _arrange(self) -> None:
        previous: QWidget | None = None
        for position, row in enumerate(self._rows):
            row.place(position, last=position == len(self._rows) - 1, few=len(self._rows) <= 2)
            for column, widget in enumerate(row.widgets()):
                self._grid.addWidget(widget, position + 1, column)
                if previous is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    QWidget.setTabOrder(previous, widget)
                previous = widget if widget.focusPolicy() & Qt.FocusPolicy.TabFocus else previous


class _Row(QWidget):
    """The widgets of one label; they stand in the editor's grid, this one only owns and joins them."""

    edited = Signal()
    moved = Signal(int)
    removed = Signal()
    finished = Signal()

    def __init__(self, label: Label, position: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._id = label.id
        self.digit = QLabel()
        self.digit.setProperty("role", "muted")
        self.swatch = QToolButton()
        self.swatch.setIconSize(QSize(_SWATCH, _SWATCH))
        self.swatch.setAutoRaise(True)
        self.swatch.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.swatch.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.swatch.setMenu(self._colours())
        self.name = self._edit(label.name, self.tr("Name of label {n}"), self.tr("for example: positive"))
        self.description = self._edit(label.description, self.tr("Meaning of label {n}"), self.tr("when to choose it"))
        self.key = self._edit(label.key, self.tr("Key of label {n}"), "")
        self.key.setMaxLength(1)
        self.key.setToolTip(key_meaning())
        self.key.setFixedWidth(self.key.fontMetrics().averageCharWidth() * 6)
        self.up = self._button("arrow-up", self.tr("Move up"), lambda: self.moved.emit(-1))
        self.down = self._button("arrow-down", self.tr("Move down"), lambda: self.moved.emit(1))
        self.remove = self._button("trash-can-outline", self.tr("Remove this label"), self.removed.emit)
        self.buttons = QWidget()
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.up, self.down, self.remove):
            row.addWidget(button)
        self._colour = ""
        self._choose(label.colour or COLOURS[position % len(COLOURS)])

    def widgets(self) -> tuple[QWidget, ...]:
        return (self.digit, self.swatch, self.name, self.description, self.key, self.buttons)

    def label(self) -> Label:
        return Label(
            self.name.text().strip(),
            self.description.text().strip(),
            self._colour,
            self.key.text().strip(),
            self._id,
        )

    def place(self, position: int, *, last: bool, few: bool) -> None:
        number = position + 1
        self.digit.setText(str(number) if number < 10 else "")
        self.up.setEnabled(position > 0)
        self.down.setEnabled(not last)
        self.remove.setEnabled(not few)
        self.name.setObjectName(f"label_name_{number}")
        self.key.setObjectName(f"label_key_{number}")
        self.remove.setObjectName(f"label_remove_{number}")
        self.up.setObjectName(f"label_up_{number}")
        for edit in (self.name, self.description, self.key):
            edit.setAccessibleName(str(edit.property("pattern")).format(n=number))
        self.swatch.setAccessibleName(self.tr("Colour of label {n}").format(n=number))

    def _edit(self, text: str, pattern: str, placeholder: str) -> QLineEdit:
        edit = QLineEdit(text)
        edit.setCursorPosition(0)  # a long text is seen from its beginning
        edit.setProperty("pattern", pattern)
        edit.setPlaceholderText(placeholder)
        edit.textEdited.connect(lambda _: self.edited.emit())
        edit.returnPressed.connect(self.finished)
        return edit

    def _button(self, icon: str, text: str, target: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(theme.icon(icon, "muted"))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(target)
        return button

    def _colours(self) -> QMenu:
        names = (
            self.tr("Blue"),
            self.tr("Orange"),
            self.tr("Green"),
            self.tr("Purple"),
            self.tr("Gold"),
            self.tr("Pink"),
            self.tr("Turquoise"),
            self.tr("Olive"),
            self.tr("Brown"),
            self.tr("Grey"),
        )
        menu = QMenu(self)
        for colour, name in zip(COLOURS, names, strict=True):
            action = menu.addAction(swatch(colour), name)
            action.triggered.connect(lambda _=False, colour=colour: self._pick(colour))
        return menu

    def _pick(self, colour: str) -> None:
        self._choose(colour)
        self.edited.emit()

    def _choose(self, colour: str) -> None:
        self._colour = colour
        self.swatch.setIcon(swatch(colour))


def key_meaning() -> str:
    reserved = ", ".join(sorted(key.upper() for key in RESERVED_KEYS if key.isalpha()))
    return QCoreApplication.translate(
        "LabelEditor",
        "A letter that chooses the label, beside its number; {reserved} are reserved for other things. Left empty, it"
        " gets a free one of the label's name.",
    ).format(reserved=reserved)


def swatch(colour: str) -> QIcon:
    """A filled circle of this colour."""
    pixmap = QPixmap(2 * _SWATCH, 2 * _SWATCH)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(2, 2, 2 * _SWATCH - 4, 2 * _SWATCH - 4)
    painter.end()
    return QIcon(pixmap)
