"""Which items there are to review, in which order, and how people are called while nobody is to know who they are."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotator.domain import settling
from annotator.domain.model import Changes, Item
from annotator.domain.routing import audit_order
from annotator.storage import annotators, decisions, gold, items, posteriors, setup
from annotator.storage import reviewing as storage
from annotator.storage.database import Db

RANDOM = "random"
GAIN, UNSURE, LLM_FIRST, ANSWERS, IMPORTED = "gain", "unsure", "llm", "answers", "imported"
ORDERS = (GAIN, UNSURE, LLM_FIRST, ANSWERS, IMPORTED)

WEIGHED = 250_000  # items, the least sure, among which it is told what settling each gains
AVERAGE_RIGHT = 0.8  # of annotators about whom merging says nothing
ANONYMISED = "review_anonymised"  # the setting of the project
_SEED = 1  # not that of audit samples, which are answered without seeing what others said


@dataclass(frozen=True)
class Conflict:
    """An item in the review list. entropy: 0 (sure) to 1 (all labels alike)."""

    item_id: int
    external_id: str
    title: str
    entropy: float


@dataclass(frozen=True, eq=False)
class Listing:
    """Items in their order, (n_items,) each. numbers: what they are ordered by: the expected gain, the number of
    answers, or else the entropy; NaN where nothing is merged."""

    item_ids: NDArray[np.int64]
    numbers: NDArray[np.float64]


def listing(db: Db, only: str, order: str = GAIN) -> Listing:
    """All items of a kind, in one of ORDERS.

    only: "conflicts" (answers differ, and no more are waited for; in the order of gain, what two copies decided
    differently comes first), "contested" (that alone), "llm" (the LLM against most people), "all" (what is not
    settled), "sent" (sent back, and not answered since), "none" (no right answer), "settled", or RANDOM: items that
    nothing is measured by yet, in an order drawn at random, so that the first so many are a sample of all; those that
    were settled for another reason are among them.
    """
    question_id = setup.question(db).id
    if only == RANDOM:
        return _drawn(db, question_id)
    with db.snapshot():
        found = storage.listed(db, question_id, only)
        unsure = -np.nan_to_num(found.entropy, nan=-1.0)
        if order == GAIN and only not in (storage.SETTLED, storage.NO_ANSWER):
            by_gain = _by_gain(db, question_id, found, unsure)
            return _contested_first(db, question_id, by_gain) if only == storage.CONFLICTS else by_gain
    keys = {
        LLM_FIRST: (found.item_ids, unsure, -found.llm_differs),
        ANSWERS: (found.item_ids, unsure, -found.answers),
        IMPORTED: (found.item_ids,),
    }.get(order, (found.item_ids, unsure))
    chosen = np.lexsort(keys)
    numbers = found.answers.astype(np.float64) if order == ANSWERS else found.entropy
    return Listing(found.item_ids[chosen], numbers[chosen])


def count(db: Db, only: str) -> int:
    question_id = setup.question(db).id
    if only == RANDOM:
        return posteriors.to_draw(db, question_id)[0].size
    return storage.count(db, question_id, only)


def rows(db: Db, item_ids: list[int], numbers: list[float]) -> list[Conflict]:
    """What the list shows of these items; those that are gone are left out."""
    by_id = {item.id: item for item in items.page(db, item_ids)}
    return [
        Conflict(item_id, by_id[item_id].external_id, excerpt(by_id[item_id]), number)
        for item_id, number in zip(item_ids, numbers, strict=True)
        if item_id in by_id
    ]


def titles(db: Db, item_ids: list[int]) -> dict[int, str]:
    """How the list names these items."""
    return {item.id: excerpt(item) or item.external_id for item in items.page(db, item_ids)}


def excerpt(item: Item, length: int = 120) -> str:
    """The start of the first field that says something, on one line."""
    text = next((text for text in item.fields.values() if text.strip()), item.external_id)
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"


def anonymised(db: Db) -> bool:
    return bool(setup.setting(db, ANONYMISED, False))


def set_anonymised(db: Db, hidden: bool) -> Changes:
    """Whether reviewers see who gave which answer; kept with the project."""
    return setup.set_setting(db, ANONYMISED, hidden)


def numbers(db: Db) -> dict[int, int]:
    """By annotator id, people and LLMs, a number that says nothing about who it is and stays while nobody joins."""
    everybody = sorted(annotators.every(db), key=lambda who: hashlib.sha256(who.uid.encode()).digest())
    return {who.id: number for number, who in enumerate(everybody, 1)}


def _by_gain(db: Db, question_id: int, found: storage.Listed, unsure: NDArray[np.float64]) -> Listing:
    """What settling gains is told for the least sure; the others follow as they are."""
    order = np.lexsort((found.item_ids, unsure))
    chosen, rest = np.sort(order[:WEIGHED]), order[WEIGHED:]
    worth = _gain(db, question_id, found.item_ids[chosen])
    best = np.lexsort((found.item_ids[chosen], -worth))
    ids = np.concatenate([found.item_ids[chosen][best], found.item_ids[rest]])
    return Listing(ids, np.concatenate([worth[best], np.full(rest.size, np.nan)]))


def _contested_first(db: Db, question_id: int, found: Listing) -> Listing:
    """Somebody has decided on them already, and it does not count until they are settled anew."""
    if not decisions.any_contested(db, question_id):
        return found
    contested = np.isin(found.item_ids, list(decisions.contested(db, question_id)))
    order = np.argsort(~contested, kind="stable")
    return Listing(found.item_ids[order], found.numbers[order])


def _gain(db: Db, question_id: int, item_ids: NDArray[np.int64]) -> NDArray[np.float64]:
    """item_ids: ascending."""
    merged = posteriors.current(db)
    if merged is None or not item_ids.size:
        return np.zeros(item_ids.size)
    posterior = storage.posterior_of(db, item_ids, len(merged.labels))
    given = storage.given(db, question_id, item_ids)
    who, annotator = np.unique(given.annotator_ids, return_inverse=True)
    code = np.argsort(merged.labels)[np.searchsorted(np.sort(merged.labels), given.label_ids)]
    checked, right = (
        gold.checked(db, question_id),
        {r.annotator_id: r.reliability for r in posteriors.reliabilities(db)},
    )
    return settling.gain(
        posterior,
        np.searchsorted(item_ids, given.item_ids),
        annotator,
        code,
        checked=np.array([checked.get(id_, 0) for id_ in who.tolist()], dtype=np.int64),
        reliability=np.array([right.get(id_) or AVERAGE_RIGHT for id_ in who.tolist()], dtype=np.float64),
    )


def _drawn(db: Db, question_id: int) -> Listing:
    """The order stays while items are settled or come in, so that a sample that is left half-way goes on as one."""
    ids, entropy = posteriors.to_draw(db, question_id)
    order = audit_order(ids, _SEED)
    return Listing(ids[order], entropy[order])
