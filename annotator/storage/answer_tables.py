"""All answers to a question at once, as arrays: for merging and for what is said about everybody's work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.storage.database import Db
from annotator.storage.some_rows import some_at_once

_SPREAD = 2_654_435_761  # the golden ratio of 2**32, as Knuth multiplies keys for a table (volume 3, 6.4)
_AT = "coalesce(cast(julianday(answered_at) * 86400000 as integer), 0)"


class Answers(NamedTuple):
    """What merging needs of all labels given, one entry each; confidence is NaN where there is none."""

    item_id: NDArray[np.int64]
    annotator_id: NDArray[np.int64]
    label_id: NDArray[np.int64]
    confidence: NDArray[np.float64]


class Circumstances(NamedTuple):
    """All labels given with how they came about, one entry each; seconds is NaN where unknown.

    shown: whether the LLM's suggestion could be seen. op_id: rises with time. at: milliseconds by the clock of whoever
    answered, which tells answers apart that came together, as one operation.
    """

    item_id: NDArray[np.int64]
    annotator_id: NDArray[np.int64]
    label_id: NDArray[np.int64]
    op_id: NDArray[np.int64]
    at: NDArray[np.int64]
    shown: NDArray[np.bool_]
    seconds: NDArray[np.float64]


def answer_table(db: Db, question_id: int) -> Answers:
    """All labels given, by people and LLMs, in the order of items."""
    codes, confidence = _columns(db, question_id, ("item_id", "annotator_id", "label_id"), "confidence")
    item_id, annotator_id, label_id = codes.T
    return Answers(item_id, annotator_id, label_id, confidence)


def circumstances(db: Db, question_id: int, *, most: int | None = None) -> Circumstances:
    """All labels given, by people and LLMs, in the order of items.

    most: about so many of them, those to every k-th item, where there are more.
    """
    columns = ("item_id", "annotator_id", "label_id", "op_id", _AT, "exposure = 'shown'")
    codes, seconds = _columns(db, question_id, columns, "seconds", most)
    item_id, annotator_id, label_id, op_id, at, shown = codes.T
    return Circumstances(item_id, annotator_id, label_id, op_id, at, shown.astype(np.bool_), seconds)


def _columns(
    db: Db, question_id: int, columns: Sequence[str], real: str, most: int | None = None
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """(n_labels, columns of whole numbers) and (n_labels,) of others, in the order of items.

    They are read into their place: what grows in parts fills the memory twice, and leaves it in pieces.
    """
    asked, whole = {"question": question_id, "step": 1}, ", ".join(columns)
    given = "annotation where question_id = :question"
    with db.snapshot():  # as many rows come as were counted, while others answer
        size = int(db.value(f"select count(*) from {given}", asked))
        if most is not None and size > most:
            asked["step"] = -(-size // most)
            # Multiplied, since the rows of a file may come in turns: a good one, a bad one.
            given += f" and item_id * {_SPREAD} / 65536 % :step = 0"
            size = int(db.value(f"select count(*) from {given}", asked))
        codes = np.empty((size, len(columns)), dtype=np.int64)
        others = np.empty(size)
        labels = f"{given} and status = 'label' order by item_id, annotator_id"
        filled = 0
        for batch in some_at_once(db.conn.execute(f"select {whole}, {real} from {labels}", asked)):
            end = filled + len(batch)
            codes[filled:end] = [row[:-1] for row in batch]
            others[filled:end] = [row[-1] for row in batch]
            filled = end
    return codes[:filled], others[:filled]
