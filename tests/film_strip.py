"""Pictures in a grid, each with its number and caption, as one picture: `python -m tests.screenshots film`."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

TARGET = Path("docs/pictures/team.png")
COLUMNS = 3
WIDTH, CAPTION, GAP = 800, 64, 24  # px: of a picture, the height of what is below it, between two
GROUND, INK, LINE = "#F4F5F8", "#1C2130", "#C9CEDA"
_PAPER = (WIDTH * 840) // 1280  # px: the height of a picture


def film() -> Path:
    """Let the four tell their story, and keep the film of it among the pictures of the documentation."""
    from tests.e2e import team_story

    with tempfile.TemporaryDirectory() as folder:
        make(team_story.tell(Path(folder)).pictures, TARGET)
    return TARGET


def make(pictures: Sequence[Path], target: Path) -> None:
    """Row by row in the order given. A QGuiApplication must be there, for the letters."""
    rows = -(-len(pictures) // COLUMNS)
    high = GAP + rows * (_PAPER + CAPTION + GAP)
    strip = QImage(GAP + COLUMNS * (WIDTH + GAP), high, QImage.Format.Format_RGB32)
    strip.fill(QColor(GROUND))
    painter = QPainter(strip)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for place, picture in enumerate(pictures):
        row, column = divmod(place, COLUMNS)
        frame = QRect(GAP + column * (WIDTH + GAP), GAP + row * (_PAPER + CAPTION + GAP), WIDTH, _PAPER)
        _draw(painter, frame, place + 1, QImage(str(picture)))
    painter.end()
    target.parent.mkdir(parents=True, exist_ok=True)
    strip.save(str(target))


def _draw(painter: QPainter, frame: QRect, number: int, image: QImage) -> None:
    small = image.scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    painter.drawImage(frame.topLeft(), small)
    painter.setPen(QColor(LINE))
    painter.drawRect(frame)
    painter.setPen(QColor(INK))
    font = QFont(painter.font())
    font.setPixelSize(20)
    painter.setFont(font)
    below = QRect(frame.left(), frame.bottom() + 6, frame.width(), CAPTION - 6)
    wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
    painter.drawText(below, int(wrapped), f"{number}  {image.text('Caption')}")
