"""sqlite-utils without pandas: it loads pandas only to recognise its timestamps, which we never store."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType


def load() -> ModuleType:
    """The sqlite_utils module, without the time and memory that pandas takes at start."""
    if "sqlite_utils" in sys.modules or "pandas" in sys.modules:
        return importlib.import_module("sqlite_utils")
    sys.modules["pandas"] = None  # type: ignore[assignment]  # the import system's own sign for "not available"
    try:
        return importlib.import_module("sqlite_utils")
    finally:
        del sys.modules["pandas"]
