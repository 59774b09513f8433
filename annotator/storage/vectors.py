"""What texts mean, as vectors, by a hash of the text and of the way in which it was read; see `llm.meaning`.

They are not logged, since they follow from the texts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotator.storage.database import Db


def of(db: Db, keys: Sequence[bytes], size: int) -> dict[bytes, bytes]:
    """The vectors as they were kept; keys without one of so many bytes are absent, so what is damaged is read anew."""
    found: dict[bytes, bytes] = {}
    for key in keys:
        vector: bytes | None = db.value("select vector from text_vector where text_hash = ?", (key,))
        if vector is not None and len(vector) == size:
            found[key] = vector
    return found


def keep(db: Db, vectors: Mapping[bytes, bytes]) -> None:
    """Keep vectors by their keys; one that is there stays, so that what was chosen by it stays too."""
    with db.atomic():
        db.conn.executemany(
            "insert into text_vector (text_hash, vector) values (?, ?)"
            " on conflict do update set vector = excluded.vector"
            " where length(text_vector.vector) != length(excluded.vector)",
            vectors.items(),
        )
