"""A word about a break after long work: in its place on the page, never in the way, and gone for good on a click."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from annotator.ui import theme
from annotator.ui.settings import Settings
from annotator.ui.widgets import buttons
from annotator.ui.widgets.icon_label import IconLabel
from annotator.ui.widgets.text import ElidedLabel

PAUSE = 300  # seconds without an answer that are a break


class WorkMeter:
    """How long somebody has been answering without a break; `now` is any steadily growing clock in seconds."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._since: float | None = None
        self._last = 0.0

    def work(self) -> float:
        """An answer was given; returns the seconds worked by then."""
        at = self._now()
        if self._since is None or at - self._last >= PAUSE:
            self._since = at
        self._last = at
        return at - self._since

    def restart(self) -> None:
        """Count from now on."""
        self._since = self._last = self._now()


class BreakNote(QWidget):
    """Hidden until its time has come; how long that is, and whether it comes at all, is in the settings."""

    def __init__(self, settings: Settings, meter: WorkMeter | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("break_note")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._settings = settings
        self._meter = meter or WorkMeter()
        self._text = ElidedLabel()
        self.later = buttons.link(self.tr("Close (Esc)"), self.close_note)
        self.never = buttons.link(self.tr("Never remind me"), self.switch_off)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(IconLabel("coffee-outline"))
        row.addWidget(self._text)
        row.addWidget(self.later)
        row.addWidget(self.never)
        row.addStretch(1)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.accessibleName()

    def worked(self) -> None:
        """An answer was given."""
        wanted, seconds = self._settings.break_minutes, self._meter.work()
        if not wanted or seconds < 60 * wanted:
            self.hide()  # also after a break that was taken without a click
            return
        words = self.tr("You have worked for {minutes} minutes. A few minutes away from the screen do good.")
        self._text.set_text(words.format(minutes=int(seconds // 60)))
        self.show()

    def close_note(self) -> None:
        """It comes again after as long a time."""
        self._meter.restart()
        self.hide()

    def switch_off(self) -> None:
        """The menu of the page switches it on again."""
        self._settings.break_minutes = 0
        self.hide()
