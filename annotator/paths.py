"""Where settings, logs and the shipped resources lie."""

from __future__ import annotations

import importlib.resources
from importlib.resources.abc import Traversable
from pathlib import Path

import platformdirs

APP = "Annotator"


def resource(*parts: str) -> Traversable:
    """A shipped file, for example resource("sample", "items.csv")."""
    return importlib.resources.files("annotator.resources").joinpath(*parts)


def settings_file() -> Path:
    return Path(platformdirs.user_config_dir(APP, appauthor=False)) / "settings.ini"


def log_file() -> Path:
    return Path(platformdirs.user_log_dir(APP, appauthor=False)) / "annotator.log"


def reply_cache() -> Path:
    """Where replies of models are kept for other projects, if the user wants that."""
    return Path(platformdirs.user_cache_dir(APP, appauthor=False)) / "replies.sqlite"


def documents() -> Path:
    """Where new projects go unless the user says otherwise."""
    return Path(platformdirs.user_documents_dir())
