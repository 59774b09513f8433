"""Packages and return files: a zip with a manifest and JSON Lines, which a stranger may have made."""

from __future__ import annotations

import contextlib
import io
import itertools
import json
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotator.errors import FileProblem
from annotator.formats import ordinary, package_rows, sealing, text_file, writing
from annotator.formats.own_files import Kind
from annotator.formats.sealing import PassphraseNeeded, WrongPassphrase
from annotator.texts import figure, say

__all__ = ["Contents", "PassphraseNeeded", "WrongPassphrase", "check_size", "opened", "write"]

MANIFEST = "manifest.json"
LARGEST_FILE = 256 << 20  # bytes
LARGEST_CONTENT = 1 << 30  # bytes unpacked, of all members
LONGEST_LINE = 8 << 20  # bytes
MOST_ROWS = 2_000_000
DRAFT = b'"status":"draft"'  # in a line as we write them; within a text the quotes would have backslashes
MOST_PACKED = 200  # times smaller than unpacked: texts get 3 to 20 times smaller
SMALL = 1 << 20  # bytes unpacked, below which nobody minds how well they were packed
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same rows make the same bytes, whenever they are written
_NAMES = frozenset({MANIFEST, *(f"{name}.jsonl" for name in package_rows.MEMBERS)})


class Contents:
    """An open package or return file. manifest: checked; rows are checked one by one as they are read."""

    def __init__(self, archive: zipfile.ZipFile, name: str, *, sealed: bool) -> None:
        self._archive, self._name = archive, name
        self.sealed = sealed
        self.manifest = package_rows.checked_manifest(package_rows.parsed(self._whole(MANIFEST), name), name)

    @property
    def kind(self) -> str:
        return str(self.manifest["kind"])

    def rows(self, member: str) -> Iterator[dict[str, Any]]:
        """The rows of a member, none where the file has no such member. A FileProblem at the first bad one."""
        check, file, count = package_rows.MEMBERS[member], f"{member}.jsonl", 0
        for line in self._lines(file) if file in self._archive.namelist() else ():
            found = package_rows.parsed(line, self._name)
            if not check(found):
                raise package_rows.damaged(self._name)
            count += 1
            yield found
        if count != self.manifest["counts"].get(member, 0):
            raise package_rows.damaged(self._name)

    def _lines(self, file: str) -> Iterator[bytes]:
        with _told(self._name):
            lines = self._archive.open(file)
        with lines:
            for count in itertools.count(1):
                with _told(self._name):
                    line = lines.readline(LONGEST_LINE + 1)
                if len(line) > LONGEST_LINE or count > MOST_ROWS:
                    raise _too_large(self._name)
                if not line:
                    return
                yield line

    def _whole(self, file: str) -> bytes:
        return next(self._lines(file), b"")


def write(
    path: Path, manifest: Mapping[str, Any], members: Mapping[str, Iterable[Mapping[str, Any]]], passphrase: str = ""
) -> None:
    """Write the file; it appears under its name when it is complete and on disk.

    manifest: without `format` and `counts`, which are filled in. The same content gives the same bytes, unless it is
    sealed with a passphrase.
    """
    lines = {name: [_checked(path, name, row) for row in rows] for name, rows in members.items()}
    counts = {name: len(found) for name, found in lines.items()}
    later = any(DRAFT in line for line in lines.get("operations", ()))
    full = {**manifest, "format": package_rows.FORMAT if later else package_rows.EARLIER, "counts": counts}
    if not package_rows.MANIFESTS[full["kind"]](full):  # a reader would refuse it
        raise FileProblem(
            say("A name or a note is too long for “{file}”.", file=path.name),
            hint=say("Shorten it to {most} characters.", most=figure(package_rows.LONGEST_NAME)),
        )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in [(MANIFEST, [_line(full)]), *((f"{n}.jsonl", found) for n, found in lines.items())]:
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o100600 << 16
            archive.writestr(entry, b"".join(content))
    made = buffer.getvalue()
    if len(made) > LARGEST_FILE or sum(sum(map(len, found)) for found in lines.values()) > LARGEST_CONTENT:
        raise FileProblem(
            say("“{file}” would be too large for a package.", file=path.name),
            hint=say("Send fewer items in each package."),
        )
    kind = Kind.PACKAGE if full["kind"] == "package" else Kind.RETURN
    writing.write_bytes(path, sealing.seal(made, passphrase) if passphrase else made, kind)


@contextmanager
def opened(path: Path, passphrase: str = "") -> Iterator[Contents]:
    """The file at `path`, open for the length of a block. A FileProblem, in one sentence, where it is none of ours."""
    content = _read(path)
    sealed = sealing.is_sealed(content)
    if sealed:
        if not passphrase:
            raise PassphraseNeeded(path.name)
        content = sealing.unseal(content, passphrase, path.name)
    _check_end(content, path.name)
    with _told(path.name):
        archive = zipfile.ZipFile(io.BytesIO(content))
    with archive:
        _check_members(archive, path.name)
        yield Contents(archive, path.name, sealed=sealed)


def check_size(path: Path) -> None:
    """A FileProblem for what is too large for a package, before it is read to its end; or is no ordinary file."""
    ordinary.check(path)
    with contextlib.suppress(OSError):  # whoever reads it finds out
        if path.stat().st_size > LARGEST_FILE:
            raise _too_large(path.name)


def _read(path: Path) -> bytes:
    check_size(path)
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise text_file.unreadable(path, error) from error
    if len(content) > LARGEST_FILE:
        raise _too_large(path.name)
    return content


def _check_end(content: bytes, name: str) -> None:
    """Refuse a long list of members before it is read: it alone could fill the memory."""
    end = content[-22:]
    if len(end) < 22 or not end.startswith(b"PK\5\6") or content[-42:].startswith(b"PK\6\7"):
        raise package_rows.damaged(name)
    entries, size = struct.unpack("<HI", end[10:16])
    if entries > len(_NAMES) or size > 4096:
        raise package_rows.damaged(name)


def _check_members(archive: zipfile.ZipFile, name: str) -> None:
    """Only members of ours, each once, none packed as a bomb is."""
    found = archive.infolist()
    names = [entry.filename for entry in found]
    if MANIFEST not in names or not _NAMES.issuperset(names) or len(set(names)) < len(names):
        raise package_rows.damaged(name)
    if any(entry.flag_bits & 1 or entry.compress_type not in _PACKED for entry in found):
        raise package_rows.damaged(name)
    if sum(entry.file_size for entry in found) > LARGEST_CONTENT or any(map(_is_bomb, found)):
        raise _too_large(name)


_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > SMALL and entry.file_size > MOST_PACKED * entry.compress_size


def _too_large(name: str) -> FileProblem:
    return FileProblem(
        say("“{name}” holds more than a package may.", name=name), hint=say("Do not open it; ask who sent it.")
    )


# A damaged list of members makes the library seek before the beginning, decode what is no text, and the like.
_FOUND = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    LookupError,
    OverflowError,
)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """What the zip library finds wrong, in our sentence."""
    try:
        yield
    except _FOUND as error:
        raise package_rows.damaged(name) from error


def _checked(path: Path, member: str, row: Mapping[str, Any]) -> bytes:
    """What a reader would refuse is not written."""
    line = _line(row)
    if len(line) > LONGEST_LINE or not package_rows.MEMBERS[member](row):
        raise FileProblem(
            say(
                "“{file}” cannot hold a text of more than {longest_text} characters.",
                file=path.name,
                longest_text=figure(package_rows.LONGEST_TEXT),
            ),
            hint=say("Leave out the items or the columns with such long texts."),
        )
    return line


def _line(row: Mapping[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode() + b"\n"
