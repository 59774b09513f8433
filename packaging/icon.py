"""Renders the icons of the application and of its files, from the Material Design set that qtawesome brings.

    PYTHONPATH=build/packaging/tools python packaging/icon.py        writes resources/icon/*.png, which are kept in git

The glyphs are from Material Design Icons (Pictogrammers), licensed under Apache-2.0.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

GLYPH = "label-multiple"  # of the application and its projects
GROUND, INK = "#3557D6", "#FFFFFF"  # the accent of the window's light theme, and what is written on it
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)  # pixels
KEPT = (16, 32, 48, 128, 256)  # what the window is given, and what is kept in git
_FINE = 4  # drawn so many times larger, then made smaller
_CORNER, _SHARE = 0.2, 0.66  # of the side: the corners' radius, and the glyph's size
PICTURES = Path(__file__).parents[1] / "resources" / "icon"


def draw(size: int, glyph: str = GLYPH) -> Image.Image:
    """An icon as a square of `size` pixels."""
    side = size * _FINE
    image = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle((0, 0, side - 1, side - 1), radius=round(side * _CORNER), fill=GROUND)
    face = ImageFont.truetype(_fonts("[0-9]*.ttf"), round(side * _SHARE))
    pen.text((side / 2, side / 2), _character(glyph), font=face, fill=INK, anchor="mm")
    return image.resize((size, size), Image.Resampling.LANCZOS)


def write_png(folder: Path, name: str = "annotator", glyph: str = GLYPH, sizes: tuple[int, ...] = SIZES) -> list[Path]:
    """One picture a size, called NAME-SIZE.png."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in sizes:
        draw(size, glyph).save(folder / f"{name}-{size}.png", optimize=True)
    return [folder / f"{name}-{size}.png" for size in sizes]


def write_ico(path: Path, glyph: str = GLYPH) -> Path:
    """For Windows: every size up to 256 in one file."""
    images = [draw(size, glyph) for size in SIZES if size <= 256]
    images[-1].save(path, format="ICO", append_images=images[:-1], sizes=[image.size for image in images])
    return path


def write_icns(path: Path, glyph: str = GLYPH) -> Path:
    """For macOS: every size in one file."""
    images = [draw(size, glyph) for size in (*SIZES, 1024)]
    images[-1].save(path, format="ICNS", append_images=images[:-1])
    return path


def _character(glyph: str) -> str:
    codes = json.loads(_fonts("charmap-*.json").read_text(encoding="utf-8"))
    return chr(int(codes[glyph], 16))


def _fonts(pattern: str) -> Path:
    spec = importlib.util.find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("qtawesome is not installed")
    folder = Path(spec.submodule_search_locations[0]) / "fonts"
    return next(folder.glob(f"materialdesignicons6-webfont-{pattern}"))


if __name__ == "__main__":
    write_png(PICTURES, sizes=KEPT)
