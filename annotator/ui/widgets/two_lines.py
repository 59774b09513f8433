"""A name in two lines."""

from __future__ import annotations

from PySide6.QtGui import QTextLayout, QTextOption

from annotator.ui.widgets.text import ElidedLabel, tool_tip


class TwoLineLabel(ElidedLabel):
    """A name that goes on in a second line before it is cut."""

    def _fit(self) -> None:
        self.ensurePolished()  # the letters of its role are wider than those before it
        width = max(self.contentsRect().width(), 20)
        layout = QTextLayout(self._whole, self.font())
        layout.setTextOption(_anywhere())
        layout.beginLayout()
        first = layout.createLine()
        if first.isValid():
            first.setLineWidth(width)
        layout.endLayout()
        end = first.textLength() if first.isValid() else 0
        rest = self.fontMetrics().elidedText(self._whole[end:], self._cut, width)
        self.setText("\n".join(line for line in (self._whole[:end].rstrip(), rest) if line))
        self.setToolTip("" if self._whole.endswith(rest) else tool_tip(self._whole))


def _anywhere() -> QTextOption:
    """Lines end between words, or within one that is longer than a line."""
    found = QTextOption()
    found.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return found
