"""Which items a run asks about: all, those that a filter found, or those that wait for people."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.storage import run_items, setup
from annotator.storage.database import Db
from annotator.storage.some_rows import AT_ONCE
from annotator.texts import say


class Which(StrEnum):
    """The kinds of selections."""

    ALL = "all"
    THESE = "these"
    WAITING = "waiting"
    UNLABELLED = "unlabelled"


@dataclass(frozen=True)
class Selection:
    """Items, of which a run asks about those that its agent has not answered yet.

    item_ids: of a selection of THESE, packed: a million objects take longer than a frame to make, and to free.
    what: how people call it, such as the filter's text.
    """

    which: Which = Which.ALL
    item_ids: Sequence[int] = ()
    what: str = ""

    def content(self) -> dict[str, Any]:
        """As it is kept with a run; equal for a run that would go on with the same selection."""
        if self.which is not Which.THESE:
            return {"which": self.which.value}
        return {"which": self.which.value, "what": self.what, "ids": _digest(self.item_ids)}


def everything() -> Selection:
    """All items."""
    return Selection()


def these(item_ids: Sequence[int] | NDArray[np.int64], what: str = "") -> Selection:
    """The items that a filter found: see `browsing.find`."""
    return Selection(Which.THESE, array("q", np.asarray(item_ids, dtype=np.int64).tobytes()), what)


def _digest(item_ids: Sequence[int]) -> str:
    """Equal for the same items, in whatever order they come."""
    ids, found = np.unique(np.asarray(item_ids, dtype=np.int64)), sha256()
    for first in range(0, ids.size, AT_ONCE):
        found.update(",".join(map(str, ids[first : first + AT_ONCE].tolist())).encode() + b",")
    return found.hexdigest()[:32]


def waiting() -> Selection:
    """The items that wait for people when the run begins."""
    return Selection(Which.WAITING, what=say("waiting for people"))


EVERYTHING = everything()


def unlabelled() -> Selection:
    """The items that nobody has answered when the run begins, neither people nor LLMs."""
    return Selection(Which.UNLABELLED, what=say("not labelled by anybody"))


def unanswered(
    db: Db, selection: Selection, annotator_id: int, *, without: Sequence[int] = (), limit: int | None = None
) -> list[int]:
    """Its items that this annotator has not answered, in the order of import, or of the queue of people.

    without: items that are left out, as an agent's examples are.
    """
    question_id = setup.question(db).id
    wanted = None if limit is None else limit + len(without)
    if selection.which is Which.ALL:
        found = run_items.unanswered(db, question_id, annotator_id, wanted)
    else:
        found = run_items.unanswered_of(db, question_id, annotator_id, _chosen(db, selection, question_id))
    left_out = set(without)
    return [item_id for item_id in found if item_id not in left_out][:limit]


def fixed(db: Db, selection: Selection) -> Selection:
    """The items that nobody has answered as they are now, for what goes over them more than once."""
    if selection.which is not Which.UNLABELLED:
        return selection
    return these(_chosen(db, selection, setup.question(db).id), selection.what)


def _chosen(db: Db, selection: Selection, question_id: int) -> Sequence[int]:
    """Its items, whoever has answered them; not of ALL."""
    if selection.which is Which.WAITING:
        return run_items.waiting(db, question_id)
    return run_items.unlabelled(db, question_id) if selection.which is Which.UNLABELLED else selection.item_ids


def count(db: Db, selection: Selection, annotator_id: int, *, without: Sequence[int] = ()) -> int:
    """How many `unanswered` would give."""
    if selection.which is not Which.ALL:
        return len(unanswered(db, selection, annotator_id, without=without))
    return run_items.unanswered_count(db, setup.question(db).id, annotator_id, without)
