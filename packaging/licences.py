"""Puts the licence of every package that is in the application beside it, as their terms want."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import shutil
import sys
from pathlib import Path

import parts

_LICENCE = re.compile(r"(^|/)(licen[cs]es?/.+|(licen[cs]e|copying|notice|authors)[^/]*)$", re.IGNORECASE)
_FIELDS = ("Name", "Version", "License", "License-Expression", "Classifier", "Home-page", "Project-URL")
_COMMON = Path("/usr/share/common-licenses")  # Debian's
_QT = ("LGPL-3", "GPL-3")  # PySide6 names them, but does not bring their texts


def collect(folder: Path) -> int:
    """Writes licences/PACKAGE-VERSION/... for what was packed; returns the number of packages."""
    target = folder / "licences"
    shutil.rmtree(target, ignore_errors=True)
    packed = top_levels(parts.OUT / "work" / "annotator" / "PYZ-00.toc") | {path.name for path in _inner(folder)}
    found = [each for each in importlib.metadata.distributions() if provides(each) & packed]
    for each in found:
        if not _copy(each, target):
            _declare(each, target)
    for name in _QT:
        if (text := _COMMON / name).is_file():
            shutil.copyfile(text, target / f"{name}.txt")
    shutil.copyfile(parts.ROOT / "LICENSE", folder / "LICENSE")
    if (python := python_licence()) is not None:
        (target / "Python").mkdir(parents=True, exist_ok=True)
        shutil.copyfile(python, target / "Python" / "LICENSE.txt")
    return len(found)


def top_levels(contents: Path) -> set[str]:
    """The packages whose code is in PyInstaller's archive, by its own list of it."""
    _, modules, *_ = ast.literal_eval(contents.read_text(encoding="utf-8"))
    return {name.partition(".")[0] for name, *_ in modules}


def provides(distribution: importlib.metadata.Distribution) -> set[str]:
    """The names by which a package is imported."""
    tops = {Path(str(file)).parts[0] for file in distribution.files or ()}
    return {top.partition(".")[0] for top in tops if not top.endswith((".dist-info", ".pth")) and top != ".."}


def python_licence() -> Path | None:
    places = (Path(sys.base_prefix, "LICENSE.txt"), Path(importlib.__file__).parents[1] / "LICENSE.txt")
    return next((place for place in places if place.is_file()), None)


def _copy(distribution: importlib.metadata.Distribution, target: Path) -> list[Path]:
    copied = []
    for file in distribution.files or ():
        source = Path(str(distribution.locate_file(file)))
        if not source.is_file() or ".dist-info" not in str(file) or not _LICENCE.search(file.as_posix()):
            continue
        place = target / f"{distribution.name}-{distribution.version}" / source.name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, place)
        copied.append(place)
    return copied


def _declare(distribution: importlib.metadata.Distribution, target: Path) -> None:
    """What a package says about its licence, where it does not bring the text."""
    about = distribution.metadata
    said = [f"{field}: {value}" for field in _FIELDS for value in about.get_all(field) or ()]
    place = target / f"{distribution.name}-{distribution.version}"
    place.mkdir(parents=True, exist_ok=True)
    (place / "METADATA.txt").write_text("\n".join(said) + "\n", encoding="utf-8")


def _inner(folder: Path) -> list[Path]:
    inner = folder / "_internal"
    return [*inner.iterdir()] if inner.is_dir() else []
