"""Whether a file is one that Annotator wrote before, such as an export: only that may be written anew unasked."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from annotator.errors import UserError
from annotator.formats import agent_file, own_files, package_file
from annotator.services import exporting
from annotator.services.packages import Role

_LOOK = 1 << 20  # bytes; the first line of an export has a column for every field and label
_ALL = 64 << 20  # bytes: no report is larger
_MADE_BY = "Annotator"  # as the reports name the program that made them


def is_export(path: Path) -> bool:
    """By the columns: those of an export of labels or of annotations, whoever has worked in the file since."""
    head = _head(path, _LOOK).decode("utf-8-sig", errors="replace")
    names = next(csv.reader(io.StringIO(head)), [])
    labels, annotations = list(exporting.RESULT_COLUMNS), list(exporting.ANNOTATION_COLUMNS)
    places = [names.index(labels[0])] if labels[0] in names else []
    return names[: len(annotations)] == annotations or (
        names[:1] == ["item_id"] and any(names[place : place + len(labels)] == labels for place in places)
    )


def is_report(path: Path) -> bool:
    """By what the file itself says made it, as a page or as PDF."""
    content = _head(path, _ALL)
    if content.startswith(b"%PDF-"):
        return f"{_MADE_BY} ".encode("utf-16-be") in content or f"/Creator ({_MADE_BY} ".encode() in content
    return f'<meta name="generator" content="{_MADE_BY} '.encode() in content[:_LOOK]


def is_agent(path: Path) -> bool:
    """By what it says: an agent that can be read."""
    try:
        agent_file.read(path)
    except UserError:
        return False
    return True


def check_return_place(path: Path) -> None:
    """A FileProblem where a return file is written over nothing of ours but a return file, asked or not."""
    own_files.check(path, own_files.Kind.RETURN)


def is_return_of(path: Path, role: Role, passphrase: str) -> bool:
    """Whether it was handed back from this same copy. One with another passphrase cannot be told."""
    try:
        with package_file.opened(path, passphrase) as contents:
            return contents.kind == "return" and contents.manifest["copy"] == role.copy
    except UserError:
        return False


def is_in_the_way(path: Path, role: Role, passphrase: str) -> bool:
    """Whether a return file of this copy would be written over something else."""
    return path.is_file() and path.stat().st_size > 0 and not is_return_of(path, role, passphrase)


def _head(path: Path, size: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(size)
    except OSError:
        return b""  # whoever writes it finds out
