"""Loading pyqtgraph, which takes a second: off the UI thread, and only when somebody wants to see a plot."""

from __future__ import annotations

import importlib
import sys
import threading


def load() -> None:
    """Afterwards `annotator.ui.widgets.plot` and all that stand on it are imported in an instant."""
    hooks = sys.excepthook, threading.excepthook
    importlib.import_module("pyqtgraph")
    # It puts a hook of its own before ours; bugs are shown by dialogs/crash.py alone.
    sys.excepthook, threading.excepthook = hooks
