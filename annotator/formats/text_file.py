"""Opens files that should be text: refuses what is not, and streams the lines of what is, with bad bytes marked."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from annotator.errors import FileProblem
from annotator.formats import ordinary
from annotator.formats.layout import BadRow
from annotator.texts import english, say

SAMPLE = 2**20  # bytes looked at to recognise a file
MAX_LINE = 16 * 2**20  # characters of one line or one quoted cell; longer ones are set aside
_BLOCK = 2**16

_MAGIC = {
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"%PDF": "a PDF",
    b"PK\x03\x04": english("a zip archive"),
    b"\x1f\x8b": english("a compressed file"),
    b"SQLite format 3": "a database",
    b"PAR1": english("a Parquet file"),
    b"\xd0\xcf\x11\xe0": english("an old Office document"),
}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f]")


class Block(NamedTuple):
    """Whole lines with their ends. flawed: at least one of them has a `flaw`, so each must be looked at."""

    lines: list[str]
    flawed: bool


def sample(path: Path) -> bytes:
    """The first megabyte of a file that has something in it."""
    ordinary.check(path)
    try:
        with path.open("rb") as file:
            head = file.read(SAMPLE)
    except OSError as error:
        raise unreadable(path, error) from error
    if not head.removeprefix(codecs.BOM_UTF8).strip():
        raise FileProblem(say("“{file}” is empty.", file=path.name), hint=say("Choose a file with at least one row."))
    return head


def unreadable(path: Path, error: OSError) -> FileProblem:
    """Says in one sentence why the file cannot be opened."""
    if isinstance(error, FileNotFoundError):
        return FileProblem(
            say("There is no file “{file}”.", file=path.name),
            hint=say("Check the name and the folder, {folder_of}.", folder_of=folder_of(path)),
        )
    if path.is_dir():
        return FileProblem(
            say("“{file}” is a folder, not a file.", file=path.name or path), hint=say("Choose a file inside it.")
        )
    if isinstance(error, PermissionError):
        return FileProblem(say("“{file}” may not be read.", file=path.name), hint=say("Check the file's permissions."))
    return FileProblem(
        say("“{file}” cannot be read: {strerror}.", file=path.name, strerror=error.strerror or error),
        hint=say("Try a copy of it."),
    )


def folder_of(path: Path) -> str:
    """The folder that a file would be in, in full."""
    return str(path.absolute().parent)


def refuse_binary(path: Path, head: bytes) -> None:
    """Raises for pictures, archives and the like; a stray NUL in a text file is a bad row, not a reason to refuse."""
    what = next((name for magic, name in _MAGIC.items() if head.startswith(magic)), None)
    if what is None:
        control = len(_CONTROL.findall(head))
        limit = 0.3 if _is_utf8(head) else 0.02
        if control < 3 or control <= limit * len(head):
            return
        what = english("no text")
    hint = english("Choose a CSV, TSV, JSONL or plain-text file.")
    if path.suffix.lower() in {".xlsx", ".xls", ".ods"}:
        what, hint = "a spreadsheet", english("Save the sheet as CSV in the spreadsheet program and choose that.")
    elif what == "a compressed file" or what == "a zip archive":
        hint = english("Unpack it and choose the file inside.")
    raise FileProblem(say("“{file}” is {what}, not a text file with rows.", file=path.name, what=what), hint=hint)


def check_encoding(encoding: str) -> None:
    try:
        b"a".decode(encoding, "replace")
    except (LookupError, ValueError) as error:
        raise FileProblem(
            say("There is no text encoding “{encoding}”.", encoding=encoding),
            hint=say("Common ones are utf-8, cp1252, utf-16 and gb18030."),
        ) from error


class TextFile:
    """A text file that is read in blocks of whole lines, in bounded memory.

    size and position are bytes; position grows while `blocks` is consumed.
    """

    def __init__(self, path: Path, encoding: str) -> None:
        check_encoding(encoding)
        self.path = path
        self.encoding = encoding
        self.position = 0
        try:
            self.size = path.stat().st_size
        except OSError as error:
            raise unreadable(path, error) from error

    def blocks(self) -> Iterator[Block]:
        """All lines in order, without a byte-order mark. Line ends are kept as they are.

        A line longer than MAX_LINE is cut a little beyond that length, so that it can be told from a good one.
        """
        pending, pending_clean = "", True
        for text, clean in self._texts():
            end = _after_last_line(text)
            if not end:
                if len(pending) <= MAX_LINE:
                    pending += text
                    pending_clean = pending_clean and clean
                continue
            whole = pending + text[:end]
            flawed = not (clean and pending_clean) or "\0" in whole or len(pending) > MAX_LINE
            pending, pending_clean = text[end:], clean
            yield Block(list(io.StringIO(whole, newline="")), flawed)
        if pending:
            flawed = not pending_clean or "\0" in pending or len(pending) > MAX_LINE
            yield Block(list(io.StringIO(pending, newline="")), flawed)

    def lines(self) -> Iterator[tuple[int, str] | BadRow]:
        """Every line that is not blank with its number, without its line end; flawed ones as bad rows."""
        number = 0
        for lines, flawed in self.blocks():
            for number, line in enumerate(lines, number + 1):  # noqa: B020 - counts on over the blocks
                reason = self.flaw([line]) if flawed else None
                if reason:
                    yield BadRow(number, reason, shown(line))
                elif not line.isspace():
                    yield number, line.rstrip("\r\n")

    def flaw(self, lines: list[str]) -> str | None:
        """Why a row made of these lines is no text, or None."""
        if any(len(line) > MAX_LINE for line in lines):
            return english("a line of more than {value} million characters", value=MAX_LINE // 10**6)
        text = "".join(lines)
        if "\0" in text:
            return english("a NUL byte")
        if _UNDECODABLE.search(text):
            return english("bytes that are not {encoding}", encoding=self.encoding)
        return None

    def _texts(self) -> Iterator[tuple[str, bool]]:
        """Decoded pieces of the file, each with whether all of its bytes could be decoded."""
        decoder = codecs.getincrementaldecoder(self.encoding)()
        first = True
        try:
            with self.path.open("rb") as file:
                while True:
                    chunk = file.read(_BLOCK)
                    self.position = file.tell()
                    text, clean = _decode(decoder, chunk)
                    yield (text.removeprefix("\ufeff") if first else text), clean
                    if not chunk:
                        return
                    first = first and not text
        except OSError as error:
            raise unreadable(self.path, error) from error
        except UnicodeError as error:  # the codec refuses the file as a whole: no byte-order mark, for one
            raise FileProblem(
                say("“{file}” cannot be read as {encoding}.", file=self.path.name, encoding=self.encoding),
                hint=say("Choose another encoding."),
            ) from error


def shown(text: str) -> str:
    """Text of a bad row as it can be shown and stored: bytes of no text and NULs as \\xNN, half letters as \\uNNNN."""
    return _UNPRINTABLE.sub(lambda found: _escaped(found[0]), text.rstrip("\r\n"))


def _escaped(char: str) -> str:
    number = ord(char)
    is_half = 0xD800 <= number < 0xDC00 or number > 0xDCFF  # the other ones stand for a byte
    return f"\\u{number:04x}" if is_half else f"\\x{number & 0xFF:02x}"


def _after_last_line(text: str) -> int:
    """Index behind the last line end, 0 without one; a final \\r does not count, its \\n may be still to come."""
    return text.rfind("\n") + 1 or text.rfind("\r", 0, -1) + 1


def _decode(decoder: codecs.IncrementalDecoder, chunk: bytes) -> tuple[str, bool]:
    """Strict decoding first: it is as fast as reading, and tells that no row of the block needs a closer look."""
    try:
        text = decoder.decode(chunk, final=not chunk)
        return text, _is_whole(text)
    except UnicodeDecodeError:
        decoder.errors = _MARKED
        try:
            return decoder.decode(chunk, final=not chunk), False
        finally:
            decoder.errors = "strict"


def _is_whole(text: str) -> bool:
    """Whether there is no half of a character, which utf-7 and the like take for one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


# Undecodable bytes become lone surrogates, which hardly any decoder yields by itself. Python's own surrogateescape does
# that for bytes from 0x80 on only, which is not enough for UTF-16 and for the East Asian encodings.
_MARKED = "annotator.marked"
_UNDECODABLE = re.compile("[\ud800-\udfff]")
_UNPRINTABLE = re.compile("[\ud800-\udfff\0]")


def _mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(chr(0xDC00 + byte) for byte in error.object[error.start : error.end]), error.end


codecs.register_error(_MARKED, _mark)


def _is_utf8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True
