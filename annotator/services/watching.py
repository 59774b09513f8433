"""A folder, such as a synced one or a stick, is watched for return files."""

from __future__ import annotations

from pathlib import Path

from annotator.errors import UserError
from annotator.formats.package_file import LARGEST_FILE
from annotator.services import taking
from annotator.services.opening_packages import content_hash
from annotator.services.packages import RETURN_SUFFIX
from annotator.services.taking import Report
from annotator.storage import takings
from annotator.storage.database import Db
from annotator.texts import say

EVERY = 2.0  # seconds between two looks that tell whether a file is still being written

AT_ONCE = 100  # files that are taken together; the others at the next look, so that work in the window goes on
# Looks after which a refused file that seems unchanged is read once more. Some programs make a file of its full size
# before they fill it, and on a stick (FAT) the time of a change is known to two seconds only.
ONCE_MORE = 5

_Size = tuple[int, int]


class Watch:
    """Looks into one folder again and again; belongs to one thread.

    A file counts when two looks in a row found it the same, so that one that is still being copied is left alone.
    What was taken already, under whatever name, and what could not be taken, is not offered again until it changes.

    must_be_there: whether a folder that is not there is a UserError; else it may come later, as a stick does.
    """

    def __init__(self, folder: Path, *, must_be_there: bool = True) -> None:
        self.folder = Path(folder)
        self._sizes: dict[Path, _Size] = {}
        self._unchanged: dict[Path, int] = {}  # looks
        self._contents: dict[tuple[Path, _Size], str] = {}
        self._refused: set[str] = set()
        if must_be_there and not self.folder.is_dir():
            raise UserError(
                say("There is no folder “{folder}”.", folder=self.folder), hint=say("Choose one that is there.")
            )

    def look(self, db: Db) -> list[Path]:
        """The return files that are new; an empty list too while the folder is away, as a stick that is pulled out."""
        now = self._now()
        still = [path for path, size in now.items() if self._sizes.get(path) == size]
        self._sizes = now
        self._unchanged = {path: self._unchanged.get(path, 0) + 1 for path in still}
        passed_over = takings.contents(db) | self._refused | {""}
        return [path for path in still if self._content(path, now[path]) not in passed_over]

    def take(self, db: Db, *, by: int | None = None, passphrase: str = "", most: int | None = AT_ONCE) -> Report | None:
        """Take what is new, so many files at most; None where nothing is. After a UserError, which is one of the
        project, it is still new."""
        found = self.look(db)[:most]
        if not found:
            return None
        report = taking.take_or_refuse(db, found, by=by, passphrase=passphrase)
        self._refused |= {self._content(came.path, self._sizes[came.path]) for came in report.files if came.problem}
        return report

    def _now(self) -> dict[Path, _Size]:
        found = {}
        try:
            for path in sorted(self.folder.iterdir()):
                if path.suffix.lower() == RETURN_SUFFIX and not path.is_symlink() and path.is_file():
                    status = path.stat()
                    if status.st_size <= LARGEST_FILE:  # a larger one would be read to its end only to be refused
                        found[path] = (status.st_size, status.st_mtime_ns)
        except OSError:
            return {}
        return found

    def _content(self, path: Path, size: _Size) -> str:
        if self._unchanged[path] == ONCE_MORE and self._contents.get((path, size)) in self._refused:
            del self._contents[path, size]
        if (path, size) not in self._contents:
            try:
                self._contents[path, size] = content_hash(path)
            except UserError:  # away again
                return ""
        return self._contents[path, size]
