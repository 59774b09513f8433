"""Layouts that several pages have, and taking a layout's content out again."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from annotator.ui import theme
from annotator.ui.widgets.splitter import Splitter


def clear(layout: QLayout) -> None:
    """Remove and delete everything in `layout`, and in the layouts inside it."""
    while (entry := layout.takeAt(0)) is not None:
        widget, inner = entry.widget(), entry.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()


def halves(parent: QWidget, left: QWidget, right: QWidget, widths: tuple[int, int]) -> None:
    """Fill `parent` with two cards side by side that a person can make wider or narrower. widths: pixels, at first."""
    splitter = Splitter()
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(theme.px(16))
    for card, width in ((left, widths[0]), (right, widths[1])):
        splitter.addWidget(card)
        splitter.setStretchFactor(splitter.indexOf(card), width)
    splitter.setSizes([theme.px(width) for width in widths])
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(splitter)
