"""Takes pictures of a window that has calmed down."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.ui.main_window import MainWindow

SETTLE = 700  # milliseconds that a page is given to load and calm down
SIZES = ((1280, 800), (1920, 1080))


class Camera:
    """Writes a file for each picture that is wanted. mark: of this run, behind each name. only: parts of names."""

    def __init__(self, folder: Path, mark: str = "", only: Sequence[str] = ()) -> None:
        self._folder, self._mark, self._only = folder, mark, only
        self.taken = 0

    def wants(self, name: str) -> bool:
        return not self._only or any(part in name for part in self._only)

    def window(self, window: MainWindow, name: str, size: tuple[int, int] = SIZES[0], patience: int = 1) -> None:
        """patience: as many times as long as usual, for what is worked out first."""
        shown = f"{name}-{size[0]}x{size[1]}"
        if not self.wants(shown):
            return
        window.resize(*size)
        _read(window)
        wait(patience * SETTLE)
        self._save(window, shown)

    def alone(self, widget: QWidget, name: str) -> None:
        """A dialog at its own size."""
        if self.wants(name):
            wait(SETTLE)
            self._save(widget, name)

    def _save(self, widget: QWidget, name: str) -> None:
        widget.grab().save(str(self._folder / f"{name}{self._mark}.png"))
        self.taken += 1


def _read(window: MainWindow) -> None:
    """Until the page has what it reads beside the window, and what that made it read, also on a busy machine."""
    for _ in range(6):
        done: list[None] = []
        if window.session is None:
            return
        window.session.compute(lambda db: None, owner=window, done=done.append)
        while not done:
            wait(20)


def wait(milliseconds: int) -> None:
    """Let the window work for so long."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
