"""A widget that sets others in lines, like words of a text, following the direction of reading."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Flow(QWidget):
    """Lines of widgets at their preferred sizes; its height follows from its width.

    It is no QLayout: PySide drops a reference to None whenever a layout's itemAt() written in Python returns it, and
    the interpreter dies of that after some hours.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 12, line_gap: int = 8) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        self._gap = gap
        self._line_gap = line_gap
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        widget.setParent(self)
        self._widgets.append(widget)
        if self.isVisible():  # else it comes into sight with this one, and is dressed only once
            widget.show()
            self._arrange()
        self.updateGeometry()

    def clear(self) -> None:
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return places[-1].bottom() + 1 if places else 0

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        sizes = [widget.sizeHint() for widget in self._widgets]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:  # one of them wants another size
            self._arrange()
            self.updateGeometry()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _arrange(self) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for widget, place in zip(self._widgets, self._places(self.width()), strict=True):
            if mirrored:
                place.moveLeft(self.width() - place.width() - place.x())
            widget.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        """Where each widget stands, in left-to-right terms; all of a line are as high as the highest so far."""
        x = y = line_height = 0
        places = []
        for widget in self._widgets:
            size = widget.sizeHint()
            if x and x + size.width() > width:
                x, y, line_height = 0, y + line_height + self._line_gap, 0
            places.append(QRect(x, y, size.width(), size.height()))
            x += size.width() + self._gap
            line_height = max(line_height, size.height())
        return places
