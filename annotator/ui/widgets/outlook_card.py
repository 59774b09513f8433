"""What more answers of people would bring: the curve, where enough lies, and the target that the lead sets."""

from __future__ import annotations

from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QDoubleSpinBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotator.domain.model import Changes
from annotator.errors import UserError
from annotator.services import outlook
from annotator.services.outlook import Prospect
from annotator.services.project_file import Db
from annotator.ui import plotting, theme
from annotator.ui.session import Session
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.text import text_label

if TYPE_CHECKING:
    from annotator.ui.widgets.outlook_curve import OutlookCurve
    from annotator.ui.widgets.plot_card import PlotCard

TARGET = 95.0  # percent
LINES = 3  # as many sentences as a headline has at most


class OutlookCard(QWidget):
    """Reads by itself what it shows: when it comes into sight, and after merging, routing and settling.

    An answer alone changes nothing here; the refit that follows does.
    controls: the header of a card that this is a part of, for the target and the buttons. That card says the accuracy
    now, and what gold says of it.
    """

    def __init__(self, session: Session, parent: QWidget | None = None, *, controls: QHBoxLayout | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._controls = controls
        self._reading, self._stale = False, True
        self.prospect: Prospect | None = None
        self.plot_card: PlotCard | None = None
        self.target = _Percent(self.tr("Target accuracy"), self.tr(" %"))
        self.target.valueChanged.connect(lambda _: self._draw())
        self.lines = [text_label("", wrap=True) for _ in range(LINES)]
        self.origin = text_label("", "secondary", wrap=True)
        self.nothing = Card(self._title())
        self.nothing_text = text_label("", "muted", wrap=True)
        self.nothing.body.addWidget(self.nothing_text)
        if controls is not None:
            _unframe(self.nothing)
            self.nothing.body.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.setAccessibleName(self._title())
        session.changed.connect(self._changed)

    def refresh(self) -> None:
        """Read anew. While nobody looks it costs nothing; what changes meanwhile is taken in afterwards."""
        self._stale = True
        if self.isVisible() and not self._reading:
            self._reading, self._stale = True, False
            if self._stack.currentWidget() is self.nothing and not self.nothing_text.text():
                self.nothing_text.setText(self._under_way())
            self._session.compute(_read, owner=self, done=self._show, failed=self._failed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _changed(self, changes: Changes) -> None:
        if changes.posteriors and self.nothing_text.text():
            self.nothing_text.setText(self._under_way())  # what it asked for was done
        if changes.posteriors or changes.gold or changes.queue or changes.items or changes.setup:
            self.refresh()

    def _show(self, prospect: Prospect | None) -> None:
        self._reading, self.prospect = False, prospect
        if prospect is None:
            self.nothing_text.setText(
                self.tr("Merge the answers to see what more of them would bring, and how many are enough.")
            )
            self._stack.setCurrentWidget(self.nothing)
        else:
            # In a turn of its own, since making the plot takes a frame or two.
            QTimer.singleShot(0, self, self._draw)
        if self._stale:
            self.refresh()

    def _failed(self, error: UserError) -> None:
        self._reading = False
        self._session.tell(error)

    def _draw(self) -> None:
        if self.prospect is None:
            return
        target = round(self.target.value() / 100, 4)
        card, curve = self._plot()
        for label, sentence in zip_longest(self.lines, self._headline(self.prospect, target)):
            label.setText(sentence or "")
            label.setVisible(bool(sentence))
        self.origin.setText(" ".join(self.prospect.origin() if self._controls is None else self.prospect.doubts()))
        self.origin.setVisible(bool(self.origin.text()))
        curve.show_prospect(self.prospect, target)
        self._stack.setCurrentWidget(card)

    def _headline(self, prospect: Prospect, target: float) -> list[str]:
        """As part of a card that says the number now, without it; but for where the curve begins at another one."""
        told = prospect.headline(target)
        return told if self._controls is None or prospect.unanswered else told[1:]

    def _plot(self) -> tuple[PlotCard, OutlookCurve]:
        from annotator.ui.widgets.outlook_curve import OutlookCurve
        from annotator.ui.widgets.plot_card import PlotCard

        if self.plot_card is None:
            card = PlotCard(self._title(), self._note(), OutlookCurve(), self._numbers, self._copied)
            card.plot.setMinimumHeight(theme.px(260 if self._controls is None else 200))
            self._add_target(card.header)
            controls = [self.target, *card.findChildren(QAbstractButton)]
            card.body.setContentsMargins(*[theme.px(20)] * 4)  # in line with the cards above it
            if self._controls is not None:
                _unframe(card)
                _move(card.header, self._controls)
            for place, label in enumerate(self.lines, 1):
                card.body.insertWidget(place, label)
            card.body.addWidget(self.origin)
            self._stack.addWidget(card)
            self.plot_card = card
            for one, following in pairwise(controls):  # as they stand beside each other
                QWidget.setTabOrder(one, following)
        curve = self.plot_card.plot
        assert isinstance(curve, OutlookCurve)
        return self.plot_card, curve

    def _add_target(self, header: QHBoxLayout) -> None:
        """Between the title and the buttons."""
        label = text_label(self.tr("Target"), "muted")
        label.setBuddy(self.target)
        for place, widget in enumerate((label, self.target), 2):
            header.insertWidget(place, widget)

    def _numbers(self) -> str:
        return "" if self.prospect is None else self.prospect.numbers()

    def _copied(self, sentence: str) -> None:
        self._session.tell(sentence, "good")

    def _under_way(self) -> str:
        return self.tr("Working out what more answers would bring…")

    def _title(self) -> str:
        return self.tr("What more answers would bring")

    def _note(self) -> str:
        return self.tr(
            "Line: asked where an answer helps most. Dashed: one more answer for every item in turn."
            " Band: what chance leaves open (95 %)."
        )


def _unframe(card: Card) -> None:
    """As a part of another card."""
    card.setProperty("part", True)
    card.title.hide()
    card.body.setContentsMargins(0, 0, 0, 0)


def _move(header: QHBoxLayout, to: QHBoxLayout) -> None:
    """All but the title and the room behind it."""
    while (entry := header.takeAt(2)) is not None:
        if (widget := entry.widget()) is not None:
            to.addWidget(widget)


class _Percent(QDoubleSpinBox):
    """The wheel scrolls the page, not the number."""

    def __init__(self, name: str, suffix: str) -> None:
        super().__init__()
        self.setObjectName("outlook_target")
        self.setAccessibleName(name)
        self.setRange(50.0, 99.9)
        self.setDecimals(1)
        self.setSuffix(suffix)
        self.setValue(TARGET)
        self.setKeyboardTracking(False)  # half a number is no wish
        self.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _read(db: Db) -> Prospect | None:
    """On a worker thread, where loading the plot stops nobody."""
    found = outlook.read(db)
    if found is not None:
        plotting.load()
    return found
