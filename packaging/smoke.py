"""Starts the built application where there is no Python, and does the main job with it: `make package-smoke`.

The environment is empty but for a home folder of its own. As root on Linux, Python, this checkout's code and the
network are hidden as well, by namespaces of the kernel.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import parts

FOLDER = parts.OUT / "dist" / parts.COMMAND
ITEMS = parts.ROOT / "resources" / "sample" / "items.csv"
_TIMEOUT = 600  # seconds; the demo takes one or two minutes
_HIDE = """
set -e
while [ "$1" != -- ]; do mount -t tmpfs none "$1"; shift; done
shift
if command -v ip >/dev/null; then ip link set lo up; fi
program=$1
shift
exec env -i HOME="$HOME" PATH="$HOME/bin" LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen "$program" "$@"
"""


@dataclass(frozen=True)
class Place:
    """The application, and a home folder in which nobody has been."""

    program: Path
    home: Path

    def run(self, *arguments: str) -> str:
        """What the application prints; it must end well."""
        command, environment = self._command(*arguments)
        done = subprocess.run(
            command, env=environment, cwd=self.home, capture_output=True, text=True, encoding="utf-8", timeout=_TIMEOUT
        )
        if done.returncode:
            raise SystemExit(f"{' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        command, environment = self._command(*arguments)
        return subprocess.Popen(command, env=environment, cwd=self.home)

    def _command(self, *arguments: str) -> tuple[list[str], dict[str, str]]:
        environment = {"HOME": str(self.home), "PATH": str(self.home / "bin"), "LANG": "C.UTF-8"}
        environment["QT_QPA_PLATFORM"] = "offscreen"
        if sys.platform == "win32":  # nothing starts without these
            environment |= {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
        direct = [str(self.program), *arguments]
        if not can_hide():
            return direct, environment
        wrapped = ["unshare", "--mount", *(["--net"] if shutil.which("ip") else []), "sh", "-c", _HIDE, "sh"]
        return [*wrapped, *hidden(), "--", *direct], {"HOME": str(self.home), "PATH": os.environ["PATH"]}


def main(built: Path = FOLDER) -> None:
    """Try the built folder, and the .deb where there is one."""
    say(
        f"Hidden: {', '.join(hidden())}{'; the network' if shutil.which('ip') else ''}"
        if can_hide()
        else "The environment is empty; Python and the network are not hidden (that takes root on Linux)."
    )
    with tempfile.TemporaryDirectory(prefix="annotator-smoke-") as folder:
        try_out("the folder", built / executable(), Path(folder, "home"))
        for package in parts.OUT.glob(f"{parts.COMMAND}_{parts.version()}_*.deb"):
            root = Path(folder, "root")
            subprocess.run(["dpkg-deb", "-x", str(package), str(root)], check=True)
            try_out("the .deb", root / "usr/bin" / parts.COMMAND, Path(folder, "other home"))


def try_out(name: str, program: Path, home: Path) -> None:
    """Everything with one application."""
    (home / "bin").mkdir(parents=True)
    place = Place(program, home)
    say(f"--- {name}")
    steps = {"version": version, "self-check": check, "demo": demo, "window": window, "package": package}
    for what, step in steps.items():
        started = time.monotonic()
        said = step(place)
        say(f"{what}, {time.monotonic() - started:.1f} s: {said}")


def version(place: Place) -> str:
    said = place.run("--version").strip()
    _need(said.endswith(parts.version()), f"the version is {said}")
    return said


def check(place: Place) -> str:
    lines = place.run("self-check").strip().splitlines()
    return "; ".join(lines)


def demo(place: Place) -> str:
    """The sample, labelled by the built-in model, merged and exported; and exported once more from the project."""
    place.run("demo", "--headless", "--dir", "made here")
    folder = place.home / "made here"
    project = next(folder.glob(f"*.{parts.PROJECT.suffix}"))
    place.run("export", str(project), "again.csv")
    ids = {row["id"] for row in _rows(ITEMS)}
    for file in (folder / "labels.csv", place.home / "again.csv"):
        rows = _rows(file)
        _need(len(rows) == len(ids), f"{file.name} has {len(rows)} rows, not {len(ids)}")
        _need(all(row["label"] for row in rows), f"{file.name} has rows without a label")
        _need({next(iter(row.values())) for row in rows} == ids, f"{file.name} has other items than the sample")
    return f"{len(ids)} rows, each with a label"


def window(place: Place) -> str:
    """What a double click on a project does."""
    project = next((place.home / "made here").glob(f"*.{parts.PROJECT.suffix}"))
    return _opened(place, project, project.stem)


def package(place: Place) -> str:
    """Work is sent out as a file, and a double click on that opens it."""
    project = next((place.home / "made here").glob(f"*.{parts.PROJECT.suffix}"))
    (place.home / "sent").mkdir()
    place.run("pack", str(project), "--to", "Ann", "--count", "5", "--out", "sent")
    sent = next((place.home / "sent").iterdir())
    return _opened(place, sent, f"{sent.stem}.{parts.PROJECT.suffix}")


def _opened(place: Place, file: Path, remembered: str) -> str:
    """The window opens on the file, has the project's name among those opened lately, and stays."""
    process = place.start(str(file))
    try:
        settings = place.home / ".config" / parts.NAME / "settings.ini"
        end = time.monotonic() + 60
        while not (settings.is_file() and remembered in settings.read_text(encoding="utf-8")):
            _need(process.poll() is None, f"the window ended with {process.returncode}")
            _need(time.monotonic() < end, f"the window did not open {file.name} in a minute")
            time.sleep(0.1)
        time.sleep(3)
        _need(process.poll() is None, f"the window ended with {process.returncode}")
    finally:
        process.terminate()
        process.wait(10)
    return f"open on {file.name}"


def executable() -> str:
    return f"{parts.COMMAND}.exe" if sys.platform == "win32" else parts.COMMAND


def can_hide() -> bool:
    return sys.platform.startswith("linux") and os.geteuid() == 0 and shutil.which("unshare") is not None


def hidden() -> list[str]:
    """Folders with Python in them, and our own code."""
    found = {Path(sys.prefix), Path(sys.base_prefix), parts.ROOT / "annotator", parts.ROOT / "resources"}
    found |= {*Path("/usr/lib").glob("python3*"), *Path("/usr/local/lib").glob("python3*")}
    return sorted(str(folder) for folder in found if folder.is_dir() and folder != Path("/usr"))


def say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _need(there: object, otherwise: str) -> None:
    if not there:
        raise SystemExit(f"FAILED: {otherwise}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
