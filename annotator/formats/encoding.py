"""Guesses the encoding of a text file: byte-order marks first, then UTF-8, then statistics."""

from __future__ import annotations

import codecs
from pathlib import Path

from annotator.formats.text_file import refuse_binary, unreadable

_SCANNED = 64 * 2**20  # bytes checked for UTF-8: a file often stays ASCII until its first name with an accent
_EVIDENCE = 2**18  # bytes of lines with non-ASCII bytes that decide
_STATISTICS = 2**16  # bytes of them that are given to charset_normalizer

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_JAPANESE = ("cp932", "euc_jp")
_CANDIDATES = [
    *("cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949"),
]
# Letters and marks of Western European text; without those that Central European and Turkish text turns into
# when it is read as cp1252.
_WESTERN = set("äöüßÄÖÜéèêëàâçîïôûùœæñáíóúåÅÉÈÀÇÑ¿¡“”„‘’–—…€£«»°")


def guess(path: Path, head: bytes) -> str:
    """The Python name of the file's encoding; raises FileProblem where the file is no text.

    head: the first bytes of the file. Plain ASCII counts as UTF-8.
    """
    marked = next((name for mark, name in _MARKS if head.startswith(mark)), None)
    if marked:
        return marked
    wide = _unmarked_utf16(head)
    if wide:
        return wide
    refuse_binary(path, head)
    try:
        return "utf-8" if _is_utf8(path) else _by_evidence(_evidence(path))
    except OSError as error:
        raise unreadable(path, error) from error


def _unmarked_utf16(head: bytes) -> str | None:
    """UTF-16 of mostly Latin text has a NUL in every second byte."""
    even, odd, half = head[0::2].count(0), head[1::2].count(0), len(head) / 2
    if odd > 0.4 * half and even < 0.02 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.02 * half:
        return "utf-16-be"
    return None


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while file.tell() < _SCANNED and (chunk := file.read(2**20)):
                decoder.decode(chunk)
        except UnicodeDecodeError:
            return False
    return True


def _evidence(path: Path) -> list[bytes]:
    """The first lines with non-ASCII bytes."""
    lines: list[bytes] = []
    amount = 0
    with path.open("rb") as file:
        while amount < _EVIDENCE and file.tell() < _SCANNED and (line := file.readline(_STATISTICS)):
            if not line.isascii():
                lines.append(line)
                amount += len(line)
    return lines


def _by_evidence(lines: list[bytes]) -> str:
    # A few damaged rows do not make a UTF-8 file something else: text in another encoding is hardly ever UTF-8.
    if sum(_decodes(line, "utf-8") for line in lines) * 2 >= len(lines):
        return "utf-8"
    text = b"".join(lines)[:_STATISTICS]
    japanese = next((name for name in _JAPANESE if _kana_share(text, name) > 0.25), None)
    return japanese or _by_statistics(text)


def _by_statistics(text: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(text, cp_isolation=_CANDIDATES).best()
    found = best.encoding if best else "cp1252"
    if found in {"cp1250", "cp1254"} and _is_western(text):  # short texts fit all three
        return "cp1252"
    return found


def _kana_share(text: bytes, encoding: str) -> float:
    """Share of Japanese syllables among the non-ASCII characters; charset statistics miss them in short texts."""
    characters = [c for c in text.decode(encoding, errors="ignore") if not c.isascii()]
    return sum("\u3040" <= c <= "\u30ff" for c in characters) / max(len(characters), 1)


def _is_western(text: bytes) -> bool:
    return all(c.isascii() or c in _WESTERN for c in text.decode("cp1252", errors="replace"))


def _decodes(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
