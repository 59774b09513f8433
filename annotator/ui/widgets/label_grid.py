"""Buttons for labels in rows; with a thousand labels, only those are made that have been in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QWidget

from annotator.domain.model import Label
from annotator.ui import theme
from annotator.ui.widgets.keycap import keys_size
from annotator.ui.widgets.label_button import COMPACT_HEIGHT, HEIGHT, LabelButton

GAP, COMPACT_GAP = 10, 6
SEEN, COMPACT_SEEN = 5, 6  # rows; more scroll, so that the item keeps its room
NARROWEST = 190  # pixels of a button before there is one column less
COMPACT_NARROWEST, COMPACT_WIDEST = 150, 230  # of low buttons, as their names need it
MEASURED = 200  # names that the width of low buttons is taken from
_NO_LIMIT = 16_777_215  # Qt's
MANY = 12  # more labels than this stand in low buttons
AT_ONCE = 60  # up to so many labels all have their buttons from the start


class LabelGrid(QScrollArea):
    """Says which label was clicked; what is marked is what it was told to mark."""

    clicked = Signal(int)  # label id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[Label, ...] = ()
        self._keys: tuple[str, ...] = ()
        self._made: dict[int, LabelButton] = {}  # by position
        self._order: list[int] = []  # the positions in sight, in the order they are shown
        self._places: dict[int, int] = {}  # by position, where in that order
        self._selected: int | None = None
        self._suggested: tuple[int | None, str] = (None, "")
        self._reached: frozenset[int] = frozenset()
        self._narrowest = theme.px(NARROWEST)
        self._room = _NO_LIMIT
        self._surface = QWidget()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._surface)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._fill())

    def set_labels(self, labels: Sequence[Label], keys: Sequence[str]) -> None:
        """Show these; nothing is marked any more. keys: what is drawn on each."""
        for button in self._made.values():
            button.hide()
            button.deleteLater()
        self._labels, self._keys, self._made = tuple(labels), tuple(keys), {}
        self._selected, self._suggested, self._reached = None, (None, ""), frozenset()
        self._narrowest = self._needed() if self._compact else theme.px(NARROWEST)
        self.show_only(range(len(labels)))

    def set_room(self, pixels: int) -> None:
        """Take no more height than this, but for two rows."""
        self._room = pixels
        self._arrange()

    def show_only(self, positions: Sequence[int]) -> None:
        """These alone, in this order, from the first on."""
        self._order = list(positions)
        self._places = {position: place for place, position in enumerate(self._order)}
        for position, button in self._made.items():
            button.setVisible(position in self._places)
        self.verticalScrollBar().setValue(0)
        self._arrange()

    def select(self, label_id: int | None) -> None:
        """The answer, which is scrolled to where it is out of sight."""
        self._selected = label_id
        for button in self._made.values():
            button.setChecked(button.label.id == label_id)
        place = next((n for n, position in enumerate(self._order) if self._labels[position].id == label_id), None)
        if place is not None:
            self.see(place)

    def suggest(self, label_id: int | None, text: str) -> None:
        before, self._suggested = self._suggested, (label_id, text)
        for button in self._made.values():
            if button.label.id in (before[0], label_id):
                button.set_suggested(text if button.label.id == label_id else "")

    def reach(self, positions: frozenset[int]) -> None:
        """Those that the keys pressed so far lead to; the first of them is brought into sight."""
        self._reached = positions
        for position, button in self._made.items():
            button.set_reached(position in positions)
        places = [self._places[position] for position in positions if position in self._places]
        if places:
            self.see(min(places))

    def see(self, place: int) -> None:
        """Scroll so that the button at this place of the order is in sight."""
        row = place // self._columns()
        top, bar = row * self._row(), self.verticalScrollBar()
        if top < bar.value():
            bar.setValue(top)
        elif top + self._row() > bar.value() + self.viewport().height():
            bar.setValue(top + self._row() - self._gap() - self.viewport().height())

    def buttons(self) -> tuple[LabelButton, ...]:
        """Those that there are, in the order of the labels."""
        return tuple(self._made[position] for position in sorted(self._made))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @property
    def _compact(self) -> bool:
        return len(self._labels) > MANY

    def _gap(self) -> int:
        return theme.px(COMPACT_GAP if self._compact else GAP)

    def _row(self) -> int:
        return theme.px(COMPACT_HEIGHT if self._compact else HEIGHT) + self._gap()

    def _needed(self) -> int:
        """The width, in pixels, in which the names of low buttons can be read."""
        metrics = QFontMetrics(theme.font(semibold=True))
        widest = max(metrics.horizontalAdvance(label.name) for label in self._labels[:MEASURED])
        key = max(keys_size(keys.split(), self.font()).width() for keys in (self._keys[0], self._keys[-1]))
        return min(max(widest + key + theme.px(40), theme.px(COMPACT_NARROWEST)), theme.px(COMPACT_WIDEST))

    def _columns(self) -> int:
        """Three as a rule, two for two or four labels, as many as fit for many."""
        count = len(self._labels)
        width, gap = self.viewport().width() + self._gap(), self._gap()
        room = width // (self._narrowest + gap)
        if self._compact:  # a name that is cut is better than one column of a hundred rows
            room = max(room, min(2, width // (theme.px(COMPACT_NARROWEST) + gap)))
        return max(1, min(room if self._compact else {1: 1, 2: 2, 4: 2}.get(count, 3), room))

    def _arrange(self) -> None:
        if not self._labels:
            return
        rows = -(-len(self._labels) // self._columns())
        seen = min(rows, COMPACT_SEEN if self._compact else SEEN, max(2, (self._room + self._gap()) // self._row()))
        self.setFixedHeight(seen * self._row() - self._gap())
        shown = max(1, -(-len(self._order) // self._columns()))
        self._surface.resize(self.viewport().width(), shown * self._row() - self._gap())
        for position, button in self._made.items():
            if position in self._places:
                button.setGeometry(self._place(self._places[position]))
        self._fill()

    def _fill(self) -> None:
        """Make the buttons that are in sight now; up to AT_ONCE labels, all."""
        columns = self._columns()
        first, last = 0, len(self._order)
        if last > AT_ONCE:
            first = self.verticalScrollBar().value() // self._row() * columns
            last = min(last, first + (self.height() // self._row() + 3) * columns)
        for place in range(first, last):
            if self._order[place] not in self._made:
                self._make(self._order[place]).setGeometry(self._place(place))

    def _make(self, position: int) -> LabelButton:
        label = self._labels[position]
        button = LabelButton(label, self._keys[position], position, self._surface, compact=self._compact)
        button.setObjectName(f"label_{position + 1}")
        button.setChecked(label.id == self._selected)
        button.set_suggested(self._suggested[1] if label.id == self._suggested[0] else "")
        button.set_reached(position in self._reached)
        button.clicked.connect(lambda checked=False: self._clicked(label.id))
        self._made[position] = button
        button.show()
        return button

    def _place(self, place: int) -> QRect:
        columns, gap, whole = self._columns(), self._gap(), self._surface.width()
        row, column = divmod(place, columns)
        left, right = (round(n * (whole + gap) / columns) for n in (column, column + 1))
        found = QRect(left, row * self._row(), right - left - gap, self._row() - gap)
        return QStyle.visualRect(self.layoutDirection(), self._surface.rect(), found)

    def _clicked(self, label_id: int) -> None:
        # The click has toggled the button; what is shown stays what is stored until the page says otherwise.
        for button in self._made.values():
            button.setChecked(button.label.id == self._selected)
        self.clicked.emit(label_id)
