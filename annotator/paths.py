"""Where settings, logs and the shipped resources lie."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # slow to import, and the window opens before anything of it is needed
    from importlib.resources.abc import Traversable

APP = "Annotator"


def resource(*parts: str) -> Traversable:
    """A shipped file, for example resource("sample", "items.csv")."""
    import importlib.resources

    return importlib.resources.files("annotator.resources").joinpath(*parts)


def documentation(*parts: str) -> Traversable:
    """A shipped page or picture, for example documentation("guide", "06-review.md")."""
    import importlib.resources

    return importlib.resources.files("annotator.resources.docs").joinpath(*parts)


def settings_file() -> Path:
    import platformdirs

    return Path(platformdirs.user_config_dir(APP, appauthor=False)) / "settings.ini"


def log_file() -> Path:
    import platformdirs

    return Path(platformdirs.user_log_dir(APP, appauthor=False)) / "annotator.log"


def reply_cache() -> Path:
    """Where replies of models are kept for other projects, if the user wants that."""
    import platformdirs

    return Path(platformdirs.user_cache_dir(APP, appauthor=False)) / "replies.sqlite"


def backups() -> Path:
    """Where backups of projects are kept: not beside them, so that they outlive a deleted folder and a lost drive."""
    import platformdirs

    return Path(platformdirs.user_data_dir(APP, appauthor=False)) / "backups"


def documents() -> Path:
    """Where new projects go unless the user says otherwise."""
    import platformdirs

    return Path(platformdirs.user_documents_dir())
