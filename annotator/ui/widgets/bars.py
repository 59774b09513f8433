"""Flat bars: one share, or several parts of a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui import theme


class StackedBar(QWidget):
    """Parts of a whole, left to right, as (amount, colour token or colour). What is missing to `total` stays empty."""

    def __init__(
        self, parts: Sequence[tuple[float, str | QColor]] = (), total: float | None = None, *, height: int = 14,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._parts: list[tuple[float, str | QColor]] = []
        self._total = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(height))
        self.set_parts(parts, total)

    def set_parts(self, parts: Sequence[tuple[float, str | QColor]], total: float | None = None) -> None:
        self._parts = [(max(0.0, amount), shade) for amount, shade in parts]
        self._total = max(total or 0.0, sum(amount for amount, _ in self._parts))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        whole = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
        painter.setClipPath(outline)
        painter.fillRect(whole, theme.colour("line"))
        left = 0.0
        for width, shade in self._widths():
            painter.fillRect(QRectF(left, 0, width, whole.height()), _colour(shade))
            left += width

    def _widths(self) -> list[tuple[float, str | QColor]]:
        """Every part that is not empty can be seen: it gets at least 3 pixels."""
        if not self._total:
            return []
        least = [max(amount / self._total * self.width(), 3.0) if amount else 0.0 for amount, _ in self._parts]
        shrink = min(1.0, self.width() / sum(least)) if sum(least) else 1.0
        return [(width * shrink, shade) for width, (_, shade) in zip(least, self._parts, strict=True)]


class Bar(StackedBar):
    """A share from 0 to 1."""

    def __init__(
        self, fraction: float = 0.0, colour: str | QColor = "accent", *, height: int = 8, parent: QWidget | None = None
    ) -> None:
        self._colour = colour
        super().__init__(height=height, parent=parent)
        self.set_fraction(fraction)

    def set_fraction(self, fraction: float, colour: str | QColor | None = None) -> None:
        self._colour = colour or self._colour
        share = min(max(fraction, 0.0), 1.0)
        self.set_parts([(share, self._colour)], 1.0)
        self.setAccessibleDescription(f"{share:.0%}")


def _colour(shade: str | QColor) -> QColor:
    return shade if isinstance(shade, QColor) else theme.colour(shade)
