"""What the files of packages are called."""

from __future__ import annotations

import re
import unicodedata

from annotator.services.packages import PACKAGE_SUFFIX

LONGEST_PART = 80  # bytes of a file's name that the project and the annotator have each; systems take 255 in all
# What Windows takes for a device, whatever stands behind a dot.
_DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))}


def free(project: str, name: str, number: int, taken: set[str]) -> str:
    """A name that no other package of the project has on any system: what comes back is called like it, too, and often
    lies in one folder. taken: the names of the others, as `folded`; this one is added."""
    again = f" {number}" if number > 1 else ""
    stem, place = f"{_plain(project)} - {_plain(name)}{again}", 1
    if stem.split(".")[0].rstrip().upper() in _DEVICES:
        stem = f"_{stem}"
    found = f"{stem}{PACKAGE_SUFFIX}"
    while folded(found) in taken:
        place += 1
        found = f"{stem} ({place}){PACKAGE_SUFFIX}"
    taken.add(folded(found))
    return found


def folded(file_name: str) -> str:
    """Equal for names that are one on some system: in capitals or not, with accents composed or not."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", file_name).casefold())


def _plain(name: str) -> str:
    """As part of a file's name on every system."""
    whole = re.sub(r'[\x00-\x1f\x7f<>:"/\\|?*]', "_", name).strip(". ")
    short = whole.encode(errors="replace")[:LONGEST_PART].decode(errors="ignore")  # a letter that was cut is left out
    return short.strip(". ") or "_"
