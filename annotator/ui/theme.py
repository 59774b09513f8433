"""Colours, type and spacing of the window, light and dark, in one place."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui import icons, style

if TYPE_CHECKING:  # the window opens before any project does
    from annotator.domain.model import Label


class Tokens(NamedTuple):
    """The colours by what they are for. `on_accent` is writing on a filled button."""

    bg: str
    surface: str
    line: str
    text: str
    muted: str
    faint: str  # never for anything that must be read
    accent: str
    accent_soft: str
    on_accent: str
    good: str
    warn: str
    bad: str
    settled: str
    hover: str
    key: str  # surface of a key cap


LIGHT = Tokens(
    bg="#F6F7F9", surface="#FFFFFF", line="#E3E6EB", text="#1B2330", muted="#5F6B80", faint="#98A2B3",
    accent="#3557D6", accent_soft="#E9EEFD", on_accent="#FFFFFF", good="#177A4F", warn="#AD5B05", bad="#C0362C",
    settled="#7A4BB5", hover="#F1F3F7", key="#F6F7F9",
)  # fmt: skip
DARK = Tokens(
    bg="#14171C", surface="#1B1F26", line="#2C323C", text="#E8EBF0", muted="#9AA4B2", faint="#6B7584",
    accent="#8CA5FF", accent_soft="#26304D", on_accent="#14171C", good="#5CC596", warn="#E0A458", bad="#F0857D",
    settled="#B48CE8", hover="#232832", key="#14171C",
)  # fmt: skip

# Sizes relative to the system's interface font.
TITLE, ITEM_TITLE, ITEM_TEXT, CARD_TITLE, NORMAL, SECONDARY = 1.8, 1.5, 1.35, 1.1, 1.0, 0.92

_current = LIGHT


def tokens() -> Tokens:
    return _current


def is_dark() -> bool:
    return _current is DARK


def colour(token: str) -> QColor:
    """The colour of a token ("accent") now, or of a colour's own name ("#3B6FD4")."""
    return QColor(getattr(_current, token, token))


def apply(app: QApplication, scheme: str = "system") -> None:
    """Dress the application in "light", "dark", or what the system uses."""
    global _current
    _current = DARK if resolved(app, scheme) == "dark" else LIGHT
    app.setPalette(_palette(_current))
    app.setStyleSheet(style.sheet(_sheet_colours(_current), pt, px))


def resolved(app: QApplication, scheme: str) -> str:
    """ "light" or "dark"."""
    if scheme in ("light", "dark"):
        return scheme
    return "dark" if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"


def pt(factor: float) -> float:
    """A font size in points, relative to the system's interface font."""
    return round(_base_points() * factor, 2)


def px(pixels: int) -> int:
    """A length drawn for a 13-pixel font, in proportion to the font in use."""
    return max(1, round(pixels * _scale(QApplication.font())))


def font(factor: float = NORMAL, *, semibold: bool = False) -> QFont:
    found = QFont(QApplication.font())
    found.setPointSizeF(pt(factor))
    if semibold:
        found.setWeight(QFont.Weight.DemiBold)
    return found


def role(widget: QWidget, name: str) -> None:
    """How the style sheet shows a widget; see style.py for the names."""
    widget.setProperty("role", name)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def contrast(one: QColor, other: QColor) -> float:
    """WCAG contrast ratio, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def label_colour(label: Label, position: int = 0, scheme: str = "") -> QColor:
    """The label's colour, moved towards black or white until it stands out from a card (3 to 1)."""
    return QColor(_standing_out(label, position, {"light": LIGHT, "dark": DARK}.get(scheme, _current)))


@functools.lru_cache(maxsize=1_000)
def _standing_out(label: Label, position: int, tone: Tokens) -> QColor:
    from annotator.domain.questions import COLOURS

    found = QColor(label.colour) if label.colour else QColor()
    if not found.isValid():
        found = QColor(COLOURS[position % len(COLOURS)])
    surface, towards = QColor(tone.surface), QColor(tone.text)
    for step in range(11):
        shade = mixed(found, towards, step / 10)
        if contrast(shade, surface) >= 3:
            return shade
    return towards


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """`share` of the other colour in the one."""

    def between(first: float, second: float) -> float:
        return first + (second - first) * share

    return QColor.fromRgbF(
        between(one.redF(), other.redF()), between(one.greenF(), other.greenF()), between(one.blueF(), other.blueF())
    )


def icon(name: str, token: str = "muted") -> QIcon:
    """An icon of the Material Design set by name ("robot-outline"); it follows the theme by itself."""

    def shade(mode: QIcon.Mode) -> QColor:
        return colour("faint" if mode is QIcon.Mode.Disabled else token)

    return icons.icon(name, shade)


def pixmap(name: str, token: str = "muted", size: int = 18) -> QPixmap:
    """For labels. Ask again when the theme changes."""
    return icon(name, token).pixmap(QSize(px(size), px(size)))


@functools.lru_cache(maxsize=8)  # asked a hundred times for each item that is shown
def _scale(interface: QFont) -> float:
    return max(1.0, QFontInfo(interface).pixelSize() / 13)


def _base_points() -> float:
    return QFontInfo(QApplication.font()).pointSizeF()


def _luminance(shade: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(shade.redF()) + 0.7152 * linear(shade.greenF()) + 0.0722 * linear(shade.blueF())


def _sheet_colours(tone: Tokens) -> dict[str, str]:
    accent, text = QColor(tone.accent), QColor(tone.text)
    shades = {
        "accent_hover": mixed(accent, text, 0.12),
        "accent_pressed": mixed(accent, text, 0.25),
        "handle": mixed(QColor(tone.line), QColor(tone.faint), 0.35),
    }
    images = {
        "check_image": icons.image_file("check-bold", QColor(tone.on_accent), px(16)),
        "dot_image": icons.image_file("circle-medium", QColor(tone.on_accent), px(16)),
        "down_image": icons.image_file("chevron-down", QColor(tone.muted), px(16)),
        "up_image": icons.image_file("chevron-up", QColor(tone.muted), px(16)),
        "left_image": icons.image_file("chevron-left", QColor(tone.muted), px(16)),
        "right_image": icons.image_file("chevron-right", QColor(tone.muted), px(16)),
    }
    return {**tone._asdict(), **{name: shade.name() for name, shade in shades.items()}, **images}


def _palette(tone: Tokens) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: tone.bg,
        QPalette.ColorRole.WindowText: tone.text,
        QPalette.ColorRole.Base: tone.surface,
        QPalette.ColorRole.AlternateBase: tone.bg,
        QPalette.ColorRole.Text: tone.text,
        QPalette.ColorRole.PlaceholderText: tone.muted,
        QPalette.ColorRole.Button: tone.surface,
        QPalette.ColorRole.ButtonText: tone.text,
        QPalette.ColorRole.BrightText: tone.bad,
        QPalette.ColorRole.ToolTipBase: tone.surface,
        QPalette.ColorRole.ToolTipText: tone.text,
        QPalette.ColorRole.Highlight: tone.accent,
        QPalette.ColorRole.HighlightedText: tone.on_accent,
        QPalette.ColorRole.Accent: tone.accent,
        QPalette.ColorRole.Link: tone.accent,
        QPalette.ColorRole.LinkVisited: tone.accent,
        QPalette.ColorRole.Light: tone.surface,
        QPalette.ColorRole.Midlight: tone.line,
        QPalette.ColorRole.Mid: tone.line,
        QPalette.ColorRole.Dark: tone.faint,
        QPalette.ColorRole.Shadow: tone.faint,
    }
    found = QPalette()
    for palette_role, code in roles.items():
        found.setColor(palette_role, QColor(code))
    for palette_role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        found.setColor(QPalette.ColorGroup.Disabled, palette_role, QColor(tone.faint))
    return found
