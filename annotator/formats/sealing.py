"""Files under a passphrase: encrypted and authenticated as a whole, with a key that is slow to guess."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator

from annotator.errors import FileProblem
from annotator.texts import say

MAGIC = b"ANNOTATOR SEALED 1\n"  # stands for everything below: a stranger's file chooses neither cipher nor costs
COST = 2**17  # of scrypt, with blocks of 8: 128 MB and some tenths of a second for each guess
CHUNK = 1 << 20  # bytes encrypted at a time
_SALT, _PREFIX, _TAG = 16, 7, 16


class PassphraseNeeded(FileProblem):
    """A sealed file, and no passphrase."""

    def __init__(self, name: str) -> None:
        super().__init__(
            say("“{name}” is locked with a passphrase.", name=name),
            hint=say("Ask whoever sent it for the passphrase."),
        )


class WrongPassphrase(FileProblem):
    """A sealed file that this passphrase does not open, or that was changed: which of the two cannot be told."""

    def __init__(self, name: str) -> None:
        super().__init__(
            say("The passphrase does not open “{name}”.", name=name),
            hint=say("Check it, or ask for the file once more."),
        )


def is_sealed(head: bytes) -> bool:
    """Whether a file that begins so is sealed."""
    return head.startswith(MAGIC)


def seal(content: bytes, passphrase: str) -> bytes:
    """The content under a passphrase; each time with a new salt, so that equal contents do not look equal. Accents may
    be typed as letters of their own, as some systems do, or not."""
    salt, prefix = os.urandom(_SALT), os.urandom(_PREFIX)
    head = MAGIC + salt + prefix
    return head + b"".join(_encrypted(content, head, _key(unicodedata.normalize("NFC", passphrase), salt), prefix))


def unseal(sealed: bytes, passphrase: str, name: str) -> bytes:
    """What `seal` was given. name: of the file, for the sentence in which a wrong passphrase ends."""
    typed = unicodedata.normalize("NFC", passphrase)
    try:
        return _unsealed(sealed, typed, name)
    except WrongPassphrase:
        if typed == passphrase:
            raise
        return _unsealed(sealed, passphrase, name)  # sealed before accents counted as the same however they are typed


def _unsealed(sealed: bytes, passphrase: str, name: str) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    size = len(MAGIC) + _SALT + _PREFIX
    head = sealed[:size]
    salt, prefix = head[len(MAGIC) : -_PREFIX], head[-_PREFIX:]
    parts = []
    try:
        cipher = AESGCM(_key(passphrase, salt))
        for nonce, start, end in _chunks(len(sealed) - size, CHUNK + _TAG, prefix):
            parts.append(cipher.decrypt(nonce, sealed[size + start : size + end], head))
    except (InvalidTag, ValueError) as error:  # ValueError: cut shorter than a tag
        raise WrongPassphrase(name) from error
    return b"".join(parts)


def _encrypted(content: bytes, head: bytes, key: bytes, prefix: bytes) -> Iterator[bytes]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(key)
    for nonce, start, end in _chunks(len(content), CHUNK, prefix):
        yield cipher.encrypt(nonce, content[start:end], head)


def _chunks(size: int, chunk: int, prefix: bytes) -> Iterator[tuple[bytes, int, int]]:
    """(nonce, start, end). The nonce counts the chunks and marks the last one, so that none can be left out, moved or
    cut off unseen (Hoang, Reyhanitabar, Rogaway, Vizár 2015: the construction STREAM)."""
    starts = range(0, max(size, 1), chunk)
    for number, start in enumerate(starts):
        last = number == len(starts) - 1
        yield prefix + number.to_bytes(4, "big") + bytes([last]), start, min(start + chunk, size)


def _key(passphrase: str, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt=salt, length=32, n=COST, r=8, p=1).derive(passphrase.encode("utf-8", "surrogatepass"))
