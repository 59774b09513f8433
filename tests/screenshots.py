"""`make screenshots`: every page, tab, dialog and empty state of the window, light and dark, into build/screenshots.

Alone it renders everything: at two sizes, then each page at 200 %, from right to left, in German and in Chinese.
For one picture:

    python -m tests.screenshots --keep build/pictured --only review-light
    python -m tests.screenshots --keep build/pictured --scene pages --scale 2 --only annotate

and for the film strip in docs/pictures:

    python -m tests.screenshots film

`--keep` makes the projects once and uses them again; the sample takes a minute or two to be labelled.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

OUT = Path("build/screenshots")
SCHEMES = ("light", "dark")


def main() -> int:
    chosen = _arguments()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(chosen.scale)  # Qt reads it once, when it starts
    if chosen.film:
        return _film()
    OUT.mkdir(parents=True, exist_ok=True)
    if chosen.keep:
        chosen.keep.mkdir(parents=True, exist_ok=True)
        return _render(chosen, chosen.keep)
    with tempfile.TemporaryDirectory() as folder:
        return _render(chosen, Path(folder))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots")
    parser.add_argument("film", nargs="?", choices=["film"], help="only the film strip of docs/reliability.md")
    parser.add_argument("--keep", type=Path, help="a folder for the projects, used again the next time")
    parser.add_argument("--scene", action="append", default=[], help="one of the scenes (tests/screenshot_scenes.py)")
    parser.add_argument("--only", action="append", default=[], help="pictures with this in their names")
    parser.add_argument("--scheme", action="append", choices=SCHEMES, default=[])
    parser.add_argument("--scale", type=float, default=1, help="2 for 200 %%")
    parser.add_argument("--rtl", action="store_true", help="from right to left")
    parser.add_argument("--language", default="", help="de or zh_CN, else English")
    parser.add_argument("--font", default="", help="instead of the system's interface font")
    return parser.parse_args()


def _render(chosen: argparse.Namespace, folder: Path) -> int:
    os.environ["ANNOTATOR_SETTINGS"] = str(folder / "settings.ini")
    os.environ["XDG_DOCUMENTS_DIR"] = str(folder)
    from annotator.ui.settings import Settings
    from tests import screenshot_projects, screenshot_scenes
    from tests.screenshot_camera import Camera

    if chosen.font:
        _write_in(chosen.font)
    projects = screenshot_projects.make(folder)
    Settings().language = chosen.language or "en"
    mark = "".join(f"-{part}" for part in (_percent(chosen.scale), "rtl" * chosen.rtl, chosen.language) if part)
    camera = Camera(OUT, mark, tuple(chosen.only))
    for scheme in chosen.scheme or SCHEMES:
        for name in chosen.scene or screenshot_scenes.SCENES:
            screenshot_scenes.SCENES[name](camera, projects, scheme, chosen.rtl)
    whole = not (chosen.only or chosen.scene or mark)
    if whole:
        for option in (["--scale", "2"], ["--rtl"], ["--language", "de"], ["--language", "zh_CN"]):
            again = [sys.executable, "-m", "tests.screenshots", "--keep", str(folder), "--scene", "pages", *option]
            subprocess.run([*again, "--scheme", "light"], check=True)
    sys.stdout.write(f"{camera.taken} pictures in {OUT}\n")
    return 0


def _write_in(family: str) -> None:
    """As on a system with this interface font, in a usual size."""
    from PySide6.QtGui import QFont

    from annotator import app

    app.application().setFont(QFont(family, 10))


def _film() -> int:
    from PySide6.QtGui import QGuiApplication

    from tests import film_strip

    application = QGuiApplication([])  # kept, for the letters
    sys.stdout.write(f"{film_strip.film()}\n")
    del application
    return 0


def _percent(scale: float) -> str:
    return "" if scale == 1 else f"{100 * scale:.0f}"


if __name__ == "__main__":
    sys.exit(main())
