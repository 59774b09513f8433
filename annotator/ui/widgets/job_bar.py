"""Progress of a long job, with pause and stop."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from annotator.texts import figure, say
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.text import text_label

SHOWN_AFTER = 600  # ms; what is over sooner needs no progress


class JobBar(QWidget):
    """Hidden until start(); appears when the job takes longer than a moment; finish() hides it."""

    pause_toggled = Signal(bool)  # True: pause, False: go on
    stopped = Signal()

    def __init__(self, *, pausable: bool = False, stoppable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_AFTER)
        self._timer.timeout.connect(self.show)
        self._title = ""
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.text = text_label("", "secondary", wrap=True)
        self.pause_button = buttons.plain(self.tr("Pause"), "pause")
        self.pause_button.setCheckable(True)
        self.pause_button.toggled.connect(self._toggle_pause)
        self.stop_button = buttons.plain(self.tr("Stop"), "stop", self._stop)
        self._lay_out()
        self.pause_button.setVisible(pausable)  # only now: a widget without a parent would become a window
        self.stop_button.setVisible(stoppable)
        self.hide()

    def start(self, title: str = "") -> None:
        """`title` stands before the numbers ("Importing")."""
        self._title = title
        self.text.setText(title)
        self.bar.setRange(0, 0)
        self.pause_button.setChecked(False)
        self.stop_button.setEnabled(True)
        self.pause_button.setEnabled(True)
        self._timer.start()

    def set_progress(
        self, done: int, total: int | None, *, rate: float | None = None, seconds_left: float | None = None
    ) -> None:
        """rate: items a second."""
        self.bar.setRange(0, total or 0)
        self.bar.setValue(min(done, total or 0))
        numbers = in_numbers(done, total, rate, seconds_left)
        self.text.setText(f"{self._title} — {numbers}" if self._title else numbers)

    def finish(self) -> None:
        self._timer.stop()
        self.hide()

    def _lay_out(self) -> None:
        """The words over the whole width: they are what grows."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.bar, 1)
        row.addWidget(self.pause_button)
        row.addWidget(self.stop_button)
        column.addLayout(row)

    def _toggle_pause(self, paused: bool) -> None:
        self.pause_button.setText(self.tr("Go on") if paused else self.tr("Pause"))
        self.pause_button.setIcon(theme.icon("play" if paused else "pause"))
        self.pause_toggled.emit(paused)

    def _stop(self) -> None:
        self.stop_button.setEnabled(False)
        self.pause_button.setEnabled(False)
        self.text.setText(self.tr("Stopping; what is done stays…"))
        self.stopped.emit()


def in_numbers(done: int, total: int | None, rate: float | None = None, seconds_left: float | None = None) -> str:
    """ "120 of 500 · 5.1 a second · about 75 s left"."""
    translate = QCoreApplication.translate
    count = translate("JobBar", "{done} of {total}") if total else "{done}"
    parts = [count.format(done=figure(done), total=figure(total or 0))]
    if rate:
        parts.append(translate("JobBar", "{rate} a second").format(rate=_rate(rate)))
    if seconds_left is not None and done:
        parts.append(translate("JobBar", "about {time} left").format(time=duration(seconds_left)))
    return " · ".join(parts)


def duration(seconds: float) -> str:
    """A time to come, in the one or two units that matter."""
    whole = max(1, round(seconds))
    if whole < 90:
        return f"{whole} s"
    minutes = round(whole / 60)
    return (
        say("{minutes} min", minutes=minutes)
        if minutes < 90
        else say("{minutes} h {minutes_2} min", minutes=minutes // 60, minutes_2=minutes % 60)
    )


def _rate(rate: float) -> str:
    return figure(rate) if rate >= 10 else figure(rate, 1)
