"""Icons from the Material Design set that qtawesome brings, painted in the colour of the moment."""

from __future__ import annotations

import functools
import importlib.util
import os
import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QStandardPaths, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap

DRAWN = "1"  # goes up when pictures of icons come to look different
_SIDES = r"\b(left|right)\b"
Shade = Callable[[QIcon.Mode], QColor]


def icon(name: str, shade: Shade) -> QIcon:
    """The icon of this name; `shade` is asked for its colour whenever it is painted."""
    return QIcon(_Glyph(_character(name_for(name)), shade))


def name_for(name: str) -> str:
    """The icon for this one in the layout of the moment: from right to left, what points onwards points to the left."""
    if QGuiApplication.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
        return name
    return re.sub(_SIDES, lambda found: "left" if found[0] == "right" else "right", name)


def image_file(name: str, colour: QColor, size: int) -> str:
    """A picture of the icon for the style sheet, which takes files only; it is kept for the next start."""
    file = f"{name}-{colour.name()[1:]}-{size}.png"
    cache = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    kept = Path(cache, "icons", DRAWN, file)
    if kept.exists():
        return kept.as_posix()
    engine = _Glyph(_character(name), lambda mode: colour)
    try:
        return _draw(engine, size, kept)
    except OSError:  # no home, or a full one
        return _draw(engine, size, _passing_folder() / file)


def _draw(engine: _Glyph, size: int, path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    for scale, suffix in ((2, "@2x"), (1, "")):  # the one that is looked for comes last
        drawn = engine.scaledPixmap(QSize(size, size) * scale, QIcon.Mode.Normal, QIcon.State.Off, 1.0)
        begun = path.with_name(f"{os.getpid()}.png")
        drawn.save(str(begun))
        begun.replace(path.with_stem(path.stem + suffix))
    return path.as_posix()


@functools.cache
def _passing_folder() -> Path:
    import atexit
    import tempfile

    folder = tempfile.TemporaryDirectory(prefix="annotator-icons-")
    atexit.register(folder.cleanup)
    return Path(folder.name)


class _Glyph(QIconEngine):
    """Paints a character of the icon font in the colour that it has at that moment."""

    def __init__(self, character: str, shade: Shade) -> None:
        super().__init__()
        self._character, self._shade = character, shade

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        face = QFont(_icon_family())
        face.setPixelSize(max(1, rect.height()))
        painter.setFont(face)
        painter.setPen(self._shade(mode))
        # Wider than high: the icon of a button, with room before its text.
        wide = rect.width() > rect.height()
        mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
        start = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        side = start | Qt.AlignmentFlag.AlignAbsolute if wide else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(QRectF(rect), side | Qt.AlignmentFlag.AlignVCenter, self._character)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """`size` is in the window's pixels, of which the screen has `scale` times as many."""
        found = QPixmap(size * scale)
        found.setDevicePixelRatio(scale)
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return found

    def clone(self) -> QIconEngine:
        return _Glyph(self._character, self._shade)


@functools.cache
def _icon_folder() -> Path:
    # qtawesome's import alone costs more than our window: its font files are all that is needed here.
    spec = importlib.util.find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("qtawesome is not installed")
    return Path(spec.submodule_search_locations[0]) / "fonts"


@functools.cache
def _character(name: str) -> str:
    # Looked for in the text: reading all seven thousand names would keep the window waiting for those few it shows.
    whole, quoted = _character_map(), f'"{name}"'.encode()
    found = whole.find(quoted)
    if found < 0:
        raise KeyError(name)
    code = whole.index(b'"', found + len(quoted)) + 1
    return chr(int(whole[code : whole.index(b'"', code)], 16))


@functools.cache
def _character_map() -> bytes:
    return _material("charmap", ".json").read_bytes()


@functools.cache
def _icon_family() -> str:
    number = QFontDatabase.addApplicationFont(str(_material("", ".ttf")))
    return QFontDatabase.applicationFontFamilies(number)[0]


def _material(kind: str, suffix: str) -> Path:
    """The file of the icons that are in use; their version stands in its name."""
    beginning = f"materialdesignicons6-webfont-{kind}"
    return next(file for file in _icon_folder().iterdir() if file.name.startswith(beginning) and file.suffix == suffix)
