"""Pictures of icons for the style sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from annotator.ui import icons

CACHE = QStandardPaths.StandardLocation.CacheLocation


def test_a_picture_is_drawn_once_for_both_kinds_of_screen_and_kept(qapp: QApplication) -> None:
    path = Path(icons.image_file("check-bold", QColor("#123456"), 14))
    drawn = path.stat().st_mtime_ns

    assert path.is_relative_to(QStandardPaths.writableLocation(CACHE))
    assert QImage(str(path)).width() == 14
    assert QImage(str(path.with_stem(path.stem + "@2x"))).width() == 28
    assert icons.image_file("check-bold", QColor("#123456"), 14) == path.as_posix()
    assert path.stat().st_mtime_ns == drawn
    assert len(list(path.parent.glob("*.png"))) % 2 == 0  # nothing half done is left


def test_where_nothing_can_be_kept_it_is_drawn_all_the_same(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "no folder").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "no folder"))

    path = Path(icons.image_file("check-bold", QColor("#654321"), 14))

    assert not path.is_relative_to(tmp_path)
    assert QImage(str(path)).width() == 14
