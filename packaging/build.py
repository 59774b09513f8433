"""Builds the self-contained application for the platform that this runs on: `make package`.

PyInstaller and Pillow lie in build/packaging/tools, apart from .venv. The result is the folder
build/packaging/dist/annotator, and on Debian and its kin a .deb beside it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import deb
import icon
import libraries
import licences
import parts
import sizes

DIST = parts.OUT / "dist"
FOLDER = DIST / parts.COMMAND
_TOOLS = parts.OUT / "tools"


def main() -> None:
    draw_icons()
    run_pyinstaller()
    libraries.slim(FOLDER)
    licences.collect(FOLDER)
    say(*sizes.report(FOLDER, FOLDER.relative_to(parts.ROOT)))
    if sys.platform == "win32":
        say(f"For an installer: iscc /DVersion={parts.version()} packaging\\windows\\annotator.iss")
    if shutil.which("dpkg-deb"):
        package = deb.make_deb(FOLDER, parts.OUT)
        say(f"{package.relative_to(parts.ROOT)}: {sizes.megabytes(package.stat().st_size)}")


def draw_icons() -> None:
    for kind in parts.FILE_KINDS:
        icon.write_png(parts.ICONS, kind.suffix, kind.glyph)
        icon.write_ico(parts.ICONS / f"{kind.suffix}.ico", kind.glyph)
        icon.write_icns(parts.ICONS / f"{kind.suffix}.icns", kind.glyph)


def run_pyinstaller() -> None:
    # Without the second, litellm would ask the network for prices when PyInstaller imports it to look at it.
    environment = os.environ | {"PYTHONPATH": str(_TOOLS), "LITELLM_LOCAL_MODEL_COST_MAP": "True"}
    arguments = ["--noconfirm", "--log-level", "WARN", "--distpath", str(DIST), "--workpath", str(parts.OUT / "work")]
    spec = Path(__file__).with_name("annotator.spec")
    command = [sys.executable, "-m", "PyInstaller", *arguments, str(spec)]
    subprocess.run(command, check=True, env=environment, cwd=parts.ROOT)


def say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
