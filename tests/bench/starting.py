"""Start to window shown, against a bare PySide6 window, and without the packages that take seconds to load."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.table import Row

ROUNDS = 5
HEAVY = ("litellm", "pandas", "crowdkit", "sklearn", "scipy", "pyqtgraph")

OURS = f"""
import sys
from annotator import app
application = app.application()
window = app.make_window(application)
window.show()
application.processEvents()
window.close()
window.jobs.close()
print(",".join(name for name in {HEAVY!r} if name in sys.modules))
"""
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
application.processEvents()
"""


def run() -> list[Row]:
    ours, bare, loaded = [], [], ""
    for _ in range(ROUNDS):
        seconds, loaded = _timed(OURS)
        ours.append(seconds)
        bare.append(_timed(BARE)[0])
    ratio = min(ours) / min(bare)
    return [
        Row("start to window shown", f"{min(ours):.2f} s", f"bare PySide6 window {min(bare):.2f} s", ratio, "", None),
        Row("heavy packages loaded at start", loaded or "none", ", ".join(HEAVY), None, "none", not loaded),
    ]


def _timed(code: str) -> tuple[float, str]:
    with tempfile.TemporaryDirectory() as folder:
        settings = {"ANNOTATOR_SETTINGS": str(Path(folder, "s.ini")), "QT_QPA_PLATFORM": "offscreen"}
        started = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, **settings}
        )
        return time.perf_counter() - started, done.stdout.strip()
