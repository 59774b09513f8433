"""Progress through a file, which is counted in bytes."""

from __future__ import annotations

from time import monotonic

from PySide6.QtWidgets import QWidget

from annotator.texts import figure
from annotator.ui.widgets.job_bar import JobBar, duration

_PARTS = 1_000
_SETTLED = 0.5  # seconds until a rate means something
_SMALL = 1_000_000  # bytes, below which a rate in MB says nothing


class FileProgress(JobBar):
    """A job bar for imports, which are all or nothing: stopping keeps nothing of the file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._begun = 0.0
        self._name = ""
        self.stopped.connect(lambda: self.text.setText(self.tr("Stopping; nothing of this file is kept…")))

    def begin(self, name: str) -> None:
        """`name` stands before the numbers."""
        self._name, self._begun = name, monotonic()
        self.start(name)

    def show_progress(self, done: int, total: int | None) -> None:
        """Bytes read so far, and in all."""
        if not self.stop_button.isEnabled():
            return
        if not total:
            self.bar.setRange(0, 0)
            return
        self.bar.setRange(0, _PARTS)
        self.bar.setValue(round(_PARTS * done / total))
        parts = [self.tr("{share} %").format(share=round(100 * done / total))]
        seconds = monotonic() - self._begun
        if seconds > _SETTLED and 0 < done < total and total >= _SMALL:
            rate = done / seconds
            parts.append(self.tr("{rate} MB a second").format(rate=figure(rate / 1000000.0, 1)))
            parts.append(self.tr("about {time} left").format(time=duration((total - done) / rate)))
        self.text.setText(f"{self._name} — {' · '.join(parts)}")
