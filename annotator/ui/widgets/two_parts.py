"""Two parts of a tab: beside each other, or one below the other where there is too little room for that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from annotator.ui import theme
from annotator.ui.widgets.splitter import Splitter

GAP = 16  # pixels between them
NARROW = 860  # pixels of a tab that has no room for two cards beside each other


class TwoParts(Splitter):
    """To be scrolled: below each other they may need more height than the window has. Says by `arrange` if they are."""

    def __init__(
        self,
        one: QWidget,
        other: QWidget,
        *,
        beside: tuple[int, int],
        below: tuple[int, int],
        parent: QWidget | None = None,
    ) -> None:
        """beside: their widths to begin with, in pixels. below: their least heights, 0 for what they ask for."""
        super().__init__(parent=parent)
        self._parts, self._beside, self._below = (one, other), beside, below
        self.setChildrenCollapsible(False)
        self.setHandleWidth(GAP)
        for part, width in zip(self._parts, beside, strict=True):
            self.addWidget(part)
            self.setStretchFactor(self.indexOf(part), width)
        self.setSizes([theme.px(width) for width in beside])

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:  # a part needs another height; Qt does not pass that on
            self.updateGeometry()
        return done

    def arrange(self, width: int) -> bool:
        """As there is room in so many pixels; whether one stands below the other."""
        narrow = width < theme.px(NARROW)
        direction = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if direction is not self.orientation():
            self.setOrientation(direction)
            for part, height in zip(self._parts, self._below, strict=True):
                part.setMinimumHeight(theme.px(height) if narrow and height else 0)
            self.setSizes([theme.px(size) for size in (self._below if narrow else self._beside)])
        return narrow
