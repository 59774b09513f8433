"""Projects, packages and return files hold work that is nowhere else: nothing of another kind is written over them."""

from __future__ import annotations

import zlib
from enum import StrEnum
from pathlib import Path

from annotator.errors import FileProblem
from annotator.formats import sealing
from annotator.texts import say


class Kind(StrEnum):
    """What a file of ours is; by its suffix, or by its first bytes. SEALED: a package or a return file."""

    PROJECT = ".annotator"
    PACKAGE = ".annopack"
    RETURN = ".annoreturn"
    SEALED = "sealed"


_SQLITE, _MARK = b"SQLite format 3\0", b"ANNO"  # as in the header of a project
_ZIP, _MANIFEST, _NAME = b"PK\3\4", b"manifest.json", 30  # as `package_file` writes its first member
_BESIDE = ("-wal", "-shm")  # what SQLite keeps beside a project
_LOOK = 1 << 16  # bytes


def check(path: Path, writing: Kind | None = None) -> None:
    """A FileProblem where `path` is a file of ours by content or by name, unless of the kind that is to be written."""
    named, there = _named(path), path.is_file()
    # A project is not looked into: this process may have it open, and closing a handle to it would end SQLite's locks.
    holds = named if named is Kind.PROJECT else _holds(path) if there else None
    if holds is Kind.SEALED and writing is not None and named is writing:
        return  # which of the two it is only its name says
    wrong = next((kind for kind in (holds, named) if kind is not None and kind is not writing), None)
    if wrong is None:
        return
    said = (
        say("“{file}” is {kind}, and is not written over.", file=path.name, kind=_told(wrong))
        if there
        else say("“{file}” would be the name of {kind}.", file=path.name, kind=_told(wrong))
    )
    raise FileProblem(said, hint=say("Choose another name."))


def _named(path: Path) -> Kind | None:
    name = path.name
    for end in _BESIDE:
        name = name.removesuffix(end)
    suffix = Path(name).suffix.casefold()
    return next((kind for kind in (Kind.PROJECT, Kind.PACKAGE, Kind.RETURN) if kind == suffix), None)


def _holds(path: Path) -> Kind | None:
    try:
        with path.open("rb") as file:
            head = file.read(_LOOK)
    except OSError:
        return None  # whoever writes it finds out
    if head.startswith(_SQLITE):
        return Kind.PROJECT if head[68:72] == _MARK else None
    if sealing.is_sealed(head):
        return Kind.SEALED
    return _packed(head)


def _packed(head: bytes) -> Kind | None:
    """What the manifest says, whose first word is the kind."""
    after = _NAME + len(_MANIFEST)
    if not head.startswith(_ZIP) or head[_NAME:after] != _MANIFEST:
        return None
    extra = int.from_bytes(head[28:30], "little")
    try:
        said = zlib.decompressobj(-zlib.MAX_WBITS).decompress(head[after + extra :], _LOOK)
    except zlib.error:
        return None
    if b'"kind":"package"' in said:
        return Kind.PACKAGE
    return Kind.RETURN if b'"kind":"return"' in said else None


def _told(kind: Kind) -> str:
    match kind:
        case Kind.PROJECT:
            return say("a project")
        case Kind.PACKAGE:
            return say("a package")
        case Kind.RETURN:
            return say("a return file")
        case Kind.SEALED:
            return say("a package or a return file with a passphrase")
