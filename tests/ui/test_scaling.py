"""The window on screens of other densities, and with a larger font: nothing is cut off."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.conftest import MakeProject

# Shows every page and tab at the least size that is promised, and prints each button and line that has too little room.
SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QLabel, QPushButton
from annotator import app
from annotator.ui import catalogue, theme
from annotator.ui.page_table import PAGES
from annotator.ui.widgets.text import ElidedLabel

application = app.application()
if float(sys.argv[2]):
    larger = application.font()
    larger.setPointSizeF(float(sys.argv[2]))
    application.setFont(larger)
    theme.apply(application, "light")
window = app.make_window(application)
window.resize(1280, 800)
window.show()
assert window.open_project(Path(sys.argv[1]))
print("ratio", window.devicePixelRatioF())

def cut(widget):
    room, wanted = widget.size(), widget.sizeHint()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(room.width()) > room.height() + 1
    return wanted.width() > room.width() + 1 or wanted.height() > room.height() + 1

def turn():
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()

with_tabs = {tab.page for tab in catalogue.tabs()}
places = [(name, None) for name in PAGES if name not in with_tabs]
places += [(tab.page, tab.tab) for tab in catalogue.tabs()]
for name, tab in places:
    window.view.go(name, tab)
    for _ in range(20):
        turn()
    for kind in (QPushButton, QLabel):
        for widget in window.view.findChildren(kind):
            if widget.isVisibleTo(window) and not isinstance(widget, ElidedLabel) and widget.text() and cut(widget):
                print("cut", name, tab, type(widget).__name__, repr(widget.text()[:40]),
                      widget.size().toTuple(), widget.sizeHint().toTuple())
window.close()
"""


@pytest.mark.parametrize(("scale", "points"), [(1, 0), (1.5, 0), (2, 0), (1, 13)])
def test_no_button_and_no_line_is_cut(make_project: MakeProject, scale: float, points: float) -> None:
    path = make_project()

    done = run(path, scale, points)

    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == f"ratio {float(scale)}"
    assert [line for line in lines if line.startswith("cut")] == []


def run(path: Path, scale: float, points: float) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", SCRIPT, str(path), str(points)],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
