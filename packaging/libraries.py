"""What the built folder's libraries need, on Linux; drops those that nothing needs, and debugging information."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

_NEEDED = re.compile(r"NEEDED\s+(\S+)")
_PYTHON = ("libpython*", "lib-dynload/*")
_SEARCHED = re.compile(r"^\s*(RPATH|RUNPATH)\s", re.MULTILINE)


def slim(folder: Path) -> None:
    """Linux only; elsewhere, and without binutils, the folder stays as it is."""
    if not sys.platform.startswith("linux") or not shutil.which("objdump") or not shutil.which("strip"):
        return
    drop_unneeded(folder)
    for library in binaries(folder):
        if library.parent != folder and can_strip(library):  # the program has the Python code appended, which would go
            subprocess.run(["strip", "--strip-unneeded", str(library)], check=True)


def drop_unneeded(folder: Path) -> list[str]:
    """Delete system and Qt libraries that came with a plugin which was left out; returns their names."""
    needs = {file: needed(file) for file in binaries(folder)}
    dropped: list[str] = []
    while True:
        wanted = set().union(*needs.values())
        orphans = [file for file in needs if _came_along(file, folder) and file.name not in wanted]
        if not orphans:
            return dropped
        for file in orphans:
            file.unlink()
            del needs[file]
            dropped.append(file.name)


def binaries(folder: Path) -> list[Path]:
    """The program and every library, links left out."""
    files = [file for file in folder.rglob("*") if ".so" in file.name or file.parent == folder]
    return [file for file in files if file.is_file() and not file.is_symlink() and _begins(file) == b"\x7fELF"]


def needed(file: Path) -> set[str]:
    """The names of the libraries that this one is linked to."""
    return set(_NEEDED.findall(_headers(file)))


def can_strip(library: Path) -> bool:
    """A library that a wheel gave a search path may break when stripped; Python's had theirs from the start."""
    return any(map(library.match, _PYTHON)) or not _SEARCHED.search(_headers(library))


def _headers(file: Path) -> str:
    return subprocess.run(["objdump", "-p", str(file)], check=True, capture_output=True, text=True).stdout


def _came_along(file: Path, folder: Path) -> bool:
    """Whether a library is there only because others are linked to it. Python's own is loaded by its name."""
    place = file.relative_to(folder).as_posix()
    along = re.fullmatch(r"_internal/(PySide6/Qt/lib/)?lib[^/]+\.so[^/]*", place)
    return along is not None and not file.name.startswith("libpython")


def _begins(file: Path) -> bytes:
    with file.open("rb") as content:
        return content.read(4)
