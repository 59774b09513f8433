"""What the window remembers between two starts, in one small INI file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from annotator import paths

RECENT_KEPT = 8
BREAK_AFTER = 50  # minutes of work
ZOOM_STEPS = (0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5)


class Settings(QObject):
    """Settings of this person on this computer. What belongs to a project is kept in the project."""

    zoom_changed = Signal(float)
    scheme_changed = Signal(str)
    keys_changed = Signal()

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        """ANNOTATOR_SETTINGS names another file, so that tests and demonstrations leave a person's own alone."""
        super().__init__(parent)
        chosen = path or Path(os.environ.get("ANNOTATOR_SETTINGS") or paths.settings_file())
        self._store = QSettings(str(chosen), QSettings.Format.IniFormat)

    def value(self, key: str, default: str = "") -> str:
        found = self._store.value(key)
        return default if found is None else str(found)

    def set_value(self, key: str, value: str) -> None:
        self._store.setValue(key, value)
        self._store.sync()

    def recent(self) -> list[Path]:
        """Projects opened lately, the last one first; those that are gone are left out."""
        found: Any = self._store.value("recent", [])
        texts = [found] if isinstance(found, str) else list(found or [])
        return [Path(text) for text in texts if Path(text).is_file()]

    def remember(self, project: Path) -> None:
        project = project.resolve()
        others = [path for path in self.recent() if path != project]
        self._store.setValue("recent", [str(path) for path in [project, *others][:RECENT_KEPT]])
        self._store.sync()

    @property
    def scheme(self) -> str:
        """ "system", "light" or "dark"."""
        found = self.value("scheme", "system")
        return found if found in ("light", "dark") else "system"

    @scheme.setter
    def scheme(self, scheme: str) -> None:
        self.set_value("scheme", scheme)
        self.scheme_changed.emit(self.scheme)

    @property
    def language(self) -> str:
        """ "system", or one of those that the window speaks, as "de"."""
        return self.value("language", "system")

    @language.setter
    def language(self, language: str) -> None:
        self.set_value("language", language)

    @property
    def zoom(self) -> float:
        """Size of the text to be read, relative to its normal size."""
        try:
            return min(max(float(self.value("zoom", "1")), ZOOM_STEPS[0]), ZOOM_STEPS[-1])
        except ValueError:
            return 1.0

    def zoom_by(self, steps: int) -> None:
        """One step larger (1) or smaller (-1); 0 returns to the normal size."""
        nearest = min(range(len(ZOOM_STEPS)), key=lambda i: abs(ZOOM_STEPS[i] - self.zoom))
        index = min(max(nearest + steps, 0), len(ZOOM_STEPS) - 1) if steps else ZOOM_STEPS.index(1.0)
        self.set_value("zoom", str(ZOOM_STEPS[index]))
        self.zoom_changed.emit(ZOOM_STEPS[index])

    @property
    def break_minutes(self) -> int:
        """After how many minutes of work a break is suggested; 0 for never."""
        try:
            return max(0, int(self.value("break_minutes", str(BREAK_AFTER))))
        except ValueError:
            return BREAK_AFTER

    @break_minutes.setter
    def break_minutes(self, minutes: int) -> None:
        self.set_value("break_minutes", str(minutes))

    @property
    def guideline_folded(self) -> bool:
        return self.value("guideline") == "folded"

    @guideline_folded.setter
    def guideline_folded(self, folded: bool) -> None:
        self.set_value("guideline", "folded" if folded else "open")

    @property
    def progress_hidden(self) -> bool:
        """Whether how much is done, and how long the rest takes, are left out while annotating."""
        return self.value("progress") == "hidden"

    @progress_hidden.setter
    def progress_hidden(self, hidden: bool) -> None:
        self.set_value("progress", "hidden" if hidden else "shown")

    @property
    def own_keys(self) -> dict[str, str]:
        """The keys that this person has chosen, by the action's name; "" for an action that has none any more."""
        stored = self.value("keys")
        if not stored:
            return {}
        import json

        try:
            found = json.loads(stored)
        except ValueError:
            return {}
        if not isinstance(found, dict):
            return {}
        return {name: keys for name, keys in found.items() if isinstance(keys, str)}

    @own_keys.setter
    def own_keys(self, keys: Mapping[str, str]) -> None:
        import json

        self.set_value("keys", json.dumps(dict(keys), ensure_ascii=False))
        self.keys_changed.emit()

    def annotator_of(self, project: Path) -> str:
        """The name under which the person here annotated in this project, or "" when nobody has."""
        return self.value(f"annotator/{_key(project)}")

    def set_annotator_of(self, project: Path, name: str) -> None:
        self.set_value(f"annotator/{_key(project)}", name)
        self.set_value("last_annotator", name)

    def question_of(self, project: Path) -> str:
        """The name of the question that was looked at last in this project, "" for the first one."""
        return self.value(f"question/{_key(project)}")

    def set_question_of(self, project: Path, name: str) -> None:
        self.set_value(f"question/{_key(project)}", name)

    def watched_of(self, project: Path) -> str:
        """The folder that is watched for return files of this project, "" for none."""
        return self.value(f"watched/{_key(project)}")

    def set_watched_of(self, project: Path, folder: str) -> None:
        self.set_value(f"watched/{_key(project)}", folder)

    @property
    def last_annotator(self) -> str:
        return self.value("last_annotator")

    @property
    def geometry(self) -> QByteArray:
        found: Any = self._store.value("geometry")
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("geometry", geometry)
        self._store.sync()


def _key(project: Path) -> str:
    return str(project.resolve()).replace("/", "|").replace("\\", "|")
