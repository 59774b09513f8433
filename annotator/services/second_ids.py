"""Ids for rows whose own is taken, where both rows are to be kept: “a (2)”, “a (3)” and so on."""

from __future__ import annotations

from annotator.domain.model import NewItem
from annotator.storage import items
from annotator.storage.database import Db


class SecondIds:
    """For one import. A row that is there already with this text gets none: else the same file would come in twice."""

    def __init__(self, db: Db) -> None:
        self._db = db
        self._texts: dict[str, set[bytes]] = {}  # hashes of what the rows of an id say
        self._last: dict[str, int] = {}  # the highest number in use behind an id, 1 for the id itself

    def new(self, row: NewItem) -> str | None:
        """An id that is free, for a row whose own is not; None where the row is there already."""
        if row.external_id not in self._texts:
            self._look_up(row.external_id)
        texts, said = self._texts[row.external_id], items.content_hash(row.fields)
        if said in texts:
            return None
        texts.add(said)
        self._last[row.external_id] += 1
        while items.ids_by_external(self._db, [name := self._name(row.external_id)]):
            self._last[row.external_id] += 1
        return name

    def _look_up(self, id_: str) -> None:
        texts: set[bytes] = set()
        self._texts[id_], self._last[id_] = texts, 1
        while known := items.ids_by_external(self._db, [self._name(id_)]):
            texts.add(items.content_hash(items.get(self._db, known[self._name(id_)]).fields))
            self._last[id_] += 1
        self._last[id_] -= 1

    def _name(self, id_: str) -> str:
        number = self._last[id_]
        return id_ if number == 1 else f"{id_} ({number})"
