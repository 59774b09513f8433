"""Where a project lies: SQLite's locks do not reach over a network, and what syncs a folder knows nothing of them.

Only names are looked at: of folders, of what a service leaves in them, and of mounts. Nothing in a project is read.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path, PurePath, PureWindowsPath

from annotator.texts import say

MOUNTS = Path("/proc/mounts")

_SERVICES = {
    "OneDrive": r"onedrive( - .+)?",
    "Dropbox": r"dropbox( \(.+\))?",
    "Google Drive": r"google ?drive",
    "iCloud": r"icloud ?drive|com~apple~clouddocs",
    "Nextcloud": r"nextcloud",
    "Syncthing": r"syncthing",
}
_MARKS = {
    "OneDrive": ".849C9593-D756-4E56-8D6E-42412F2A707B",
    "Dropbox": ".dropbox.cache",
    "Google Drive": ".tmp.driveupload",
    "Nextcloud": ".nextcloudsync.log",
    "Syncthing": ".stfolder",
}
_OVER_A_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|ncpfs|afs|coda|ceph|lustre|gpfs|beegfs\w*|orangefs|glusterfs|davfs\d?"
    r"|fuse\.(sshfs|rclone|gvfsd-fuse|glusterfs|ceph\S*|davfs\S*|s3fs|smbnetfs|curlftpfs|onedriver|google-drive-\S+)"
)
_ESCAPED = re.compile(r"\\([0-7]{3})")


def warning(project: Path, mounts: Path = MOUNTS) -> str:
    """What to tell whoever opens the project or makes it, with what to do; "" for a folder of this computer's own.

    mounts: a table of what is mounted where, as Linux keeps it; elsewhere there is none.
    """
    place = _resolved(project)
    if over_a_network(place, mounts):
        return say(
            "“{file}” is on a network drive, where work can be lost: close it, move it to a disk of this computer,"
            " and open it there.",
            file=project.name,
        )
    service = synced_by(place)
    if not service:
        return ""
    return say(
        "“{file}” is in a folder that {service} syncs, which can spoil it while it is open: close it, move it to"
        " another folder, and open it there.",
        file=project.name,
        service=service,
    )


def synced_by(project: PurePath) -> str:
    """The service that syncs one of the folders the project is in, by its name or by what is left in it; else ""."""
    return _first(project, _named) or _first(project, _marked)


def over_a_network(project: Path, mounts: Path = MOUNTS) -> bool:
    """Whether the project's drive is another computer's."""
    return (
        on_a_share(str(project)) or _remote_letter(project) or bool(_OVER_A_NETWORK.fullmatch(_kind(project, mounts)))
    )


def on_a_share(path: str) -> bool:
    r"""Whether a path of Windows names a computer, as in `\\server\share\project`."""
    drive = PureWindowsPath(path).drive if path.startswith("\\\\") else ""
    return drive.upper().startswith("\\\\?\\UNC\\") or (drive != "" and drive[2:4] not in ("?\\", ".\\"))


def _resolved(project: Path) -> Path:
    try:
        return project.resolve()
    except (OSError, RuntimeError):  # links in a circle
        return project.absolute()


def _first(project: PurePath, service_of: Callable[[PurePath], str]) -> str:
    return next(filter(None, map(service_of, project.parents)), "")


def _named(folder: PurePath) -> str:
    name = folder.name.casefold()
    if folder.parent.name == "CloudStorage":  # where macOS keeps them all, such as “GoogleDrive-mira@example.org”
        name = name.partition("-")[0]
    return next((service for service, shape in _SERVICES.items() if re.fullmatch(shape, name)), "")


def _marked(folder: PurePath) -> str:
    return next((service for service, mark in _MARKS.items() if _there(Path(folder) / mark)), "")


def _there(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:  # a folder that may not be looked into
        return False


def _kind(project: Path, mounts: Path) -> str:
    """Of the file system that holds the project, as the table of mounts names it; "" where there is no table."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    depth, found = 0, ""
    for line in lines:
        _, _, rest = line.partition(" ")
        at, _, rest = rest.partition(" ")
        point = Path(_ESCAPED.sub(lambda code: chr(int(code[1], 8)), at))
        if len(point.parts) >= depth and point in project.parents:  # of two at one point, the later covers the other
            depth, found = len(point.parts), rest.partition(" ")[0]
    return found


def _remote_letter(project: Path) -> bool:
    """Whether a letter of Windows, such as Z:, stands for another computer's folder."""
    if sys.platform == "win32":
        import ctypes

        remote = 4  # DRIVE_REMOTE
        return bool(ctypes.windll.kernel32.GetDriveTypeW(project.anchor) == remote)
    return False
