"""Where settings, logs and the shipped resources lie."""

from __future__ import annotations

import functools
import importlib.util
from pathlib import Path

APP = "Annotator"


def resource(*parts: str) -> Path:
    """A shipped file, for example resource("sample", "items.csv")."""
    return _folder("annotator.resources").joinpath(*parts)


def documentation(*parts: str) -> Path:
    """A shipped page or picture, for example documentation("guide", "06-review.md")."""
    return _folder("annotator.resources.docs").joinpath(*parts)


@functools.cache
def _folder(package: str) -> Path:
    # We are never run from a zip file, and importing importlib.resources would keep the window waiting.
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"{package} is not installed")
    return Path(spec.submodule_search_locations[0])


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


def locks() -> Path:
    """Where runs keep others from running as well."""
    import platformdirs

    return Path(platformdirs.user_data_dir(APP, appauthor=False)) / "runs"


def documents() -> Path:
    """Where new projects go unless the user says otherwise."""
    import platformdirs

    return Path(platformdirs.user_documents_dir())
