"""Makes a .deb of the built folder: the program, its menu entry, what it is, the types of its files, and icons."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import libraries
import parts

HERE = Path(__file__).with_name("linux")
PLACE = Path("usr/lib/annotator")
# A font and the keyboards' layouts, for libraries that are brought along and find theirs in the system.
_DATA = {"fontconfig-config", "xkb-data"}
_GLIBC = re.compile(rb"GLIBC_2\.(\d+)")


def make_deb(folder: Path, out: Path) -> Path:
    """The package of the built folder, in `out`; built by dpkg-deb, with files owned by root."""
    root = out / "deb"
    shutil.rmtree(root, ignore_errors=True)
    lay_out(folder, root)
    control = root / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(control_file(folder), encoding="utf-8")
    package = out / f"{parts.COMMAND}_{parts.version()}_{architecture()}.deb"
    # zstd, which dpkg reads in Debian 12 and Ubuntu 18.04 and later, packs in a tenth of the time of xz.
    command = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z9", "--build", str(root), str(package)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(root)
    return package


def lay_out(folder: Path, root: Path) -> None:
    """What the package installs, under `root` as under /."""
    shutil.copytree(folder, root / PLACE, symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin" / parts.COMMAND).symlink_to(Path("..", "lib", "annotator", parts.COMMAND))
    _copy(HERE / "annotator.desktop", root / "usr/share/applications/annotator.desktop")
    _copy(HERE / "annotator-mime.xml", root / "usr/share/mime/packages/annotator.xml")
    _copy(HERE / "annotator.metainfo.xml", root / f"usr/share/metainfo/{parts.IDENTIFIER}.metainfo.xml")
    _copy(parts.ROOT / "LICENSE", root / "usr/share/doc/annotator/copyright")
    for picture in parts.ICONS.glob("annotator-*.png"):
        _copy(picture, _icons(root, picture) / "apps/annotator.png")
    for kind in parts.FILE_KINDS:
        for picture in parts.ICONS.glob(f"{kind.suffix}-*.png"):
            _copy(picture, _icons(root, picture) / "mimetypes" / f"{kind.mime.replace('/', '-')}.png")


def control_file(folder: Path) -> str:
    kilobytes = sum(file.lstat().st_size for file in folder.rglob("*")) // 1024
    depends = [f"libc6 (>= 2.{newest_glibc(folder)})", *sorted(system_packages(folder) - {"libc6"} | _DATA)]
    template = (HERE / "control").read_text(encoding="utf-8")
    return template.format(
        version=parts.version(), architecture=architecture(), kilobytes=kilobytes, depends=", ".join(depends)
    )


@cache
def architecture() -> str:
    """As Debian calls it, such as "amd64"."""
    return _output("dpkg", "--print-architecture").strip()


def newest_glibc(folder: Path) -> int:
    """The newest version 2.x of the C library that anything in the folder asks for."""
    return max(int(number) for file in libraries.binaries(folder) for number in _GLIBC.findall(file.read_bytes()))


def system_packages(folder: Path) -> set[str]:
    """The packages with the libraries that the program needs and does not bring along.

    Qt's plugins besides those for X11 and Wayland are left out: they are optional, and unused where theirs are missing.
    """
    files = libraries.binaries(folder)
    brought = {file.name for file in folder.rglob("*.so*")}
    needed = set().union(*(libraries.needed(file) for file in files if _is_needed(file)))
    return {package for name in needed - brought if (package := _package_of(name))}


def _is_needed(file: Path) -> bool:
    return "plugins" not in file.parts or file.name in ("libqxcb.so", "libqwayland.so")


@cache
def _package_of(library: str) -> str:
    """The package that installed a library of this name here, "" where none did."""
    found = re.search(rf"^\s*{re.escape(library)} .*=> (\S+)$", _output("ldconfig", "-p"), re.MULTILINE)
    if not found:
        return ""
    for path in (found[1], str(Path(found[1]).resolve()), "/usr" + found[1]):
        done = subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.partition(":")[0]
    return ""


def _icons(root: Path, picture: Path) -> Path:
    """The folder for icons of the picture's size."""
    size = picture.stem.partition("-")[2]
    return root / "usr/share/icons/hicolor" / f"{size}x{size}"


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
