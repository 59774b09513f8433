"""The adaptive queue: it offers the item whose next answer helps most, and stops asking when a label is sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from annotator.domain import queueing
from annotator.domain.model import Annotator, Kind
from annotator.domain.queueing import MOST, SURE, Standing
from annotator.domain.routing import Confidences, Outlook, Reason, Split
from annotator.errors import UserError
from annotator.services import confidence, routing
from annotator.services.routing import RouteResult
from annotator.storage import annotators, answers, calls, items, posteriors, queue, setup
from annotator.storage.database import Db
from annotator.storage.posteriors import Posterior
from annotator.storage.queue import Queued, Routing
from annotator.texts import say

__all__ = ["MOST", "SURE"]

MODE = "adaptive"
AHEAD = 100  # items of the queue among which the best for an annotator is looked for
NEW = 40  # labels after which an annotator is not new any more, whatever the others answer
BLOCK = 4096  # items whose probabilities are in memory at a time


Part = tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]


@dataclass(frozen=True, eq=False)
class Ranking:
    """What an average person's answer is worth. item_ids, worth, sure, given, invalid: (n_items,)."""

    item_ids: NDArray[np.int64]
    worth: NDArray[np.float64]
    sure: NDArray[np.bool_]
    given: NDArray[np.int64]
    invalid: NDArray[np.bool_]

    def routes(self) -> list[tuple[int, Reason, int | None]]:
        place = queueing.order(self.worth, self.sure, self.given)
        return queueing.routes(self.item_ids, place, self.invalid)


@dataclass(frozen=True)
class Offer:
    """The item to show next. first: the first position of the queue at which anything waits for the annotator."""

    item: Queued
    first: int


def route(db: Db, *, sure: float = SURE, most: int = MOST) -> RouteResult:
    """Let people answer what helps most, until each label is `sure` or has `most` answers of people.

    All items that an LLM or people answered are candidates; where no LLM answered, all items are. Replaces the
    routing in force.
    """
    _check(sure, most)
    confidences, llm = _confidences(db)
    rows = posteriors.every(db) if posteriors.several_answered(db) else ()
    ranking = rank(db, sure, rows, posteriors.people_right(db))
    split = queueing.split(ranking.sure, ranking.given, confidences)
    parameters = {"mode": MODE, "sure": sure, "answers_per_item": most, "annotator": llm}
    return routing.put_in_force(db, ranking.routes(), parameters, split)


def preview(confidences: Confidences, outlook: Outlook, sure: float) -> Split:
    """The split of an adaptive routing, without putting anything in force."""
    return queueing.split((outlook.error <= 1 - sure) & outlook.acceptable(), outlook.given, confidences)


def in_force(db: Db) -> Routing | None:
    """The routing in force if it is an adaptive one."""
    found = queue.current(db)
    return found if found is not None and found.parameters.get("mode") == MODE else None


def rank(db: Db, sure: float, merged: Iterable[Posterior], right: float | None) -> Ranking:
    """All candidates by item id. merged: results of merging that count more than an LLM's confidence.

    right: how often an average person is right, where that is known.
    """
    question = setup.question(db)
    confidences, _ = _confidences(db)
    given = queue.given(db, question.id)
    n_labels = len(question.labels)
    coin = queueing.one_coin(queueing.AVERAGE_RIGHT if right is None else right, n_labels)
    said_of = {} if confidences is None else _said_of(confidences)
    parts = [_merged_part(block, given, coin, said_of) for block in _blocks(merged)]
    if confidences is None:
        ids = np.array(items.ids(db), dtype=np.int64)
        nothing = np.full(ids.size, np.nan)  # all labels alike
        confidences = Confidences(ids, nothing, not_answered=0, held=np.ones(ids.size, dtype=np.bool_))
    for first in range(0, max(confidences.item_ids.size, 1), BLOCK):
        rows = slice(first, first + BLOCK)
        value = confidences.confidence[rows]
        found = _part(confidences.item_ids[rows], queueing.spread(value, n_labels), given, coin)
        parts.append(_never_sure(found, np.isnan(value)))
    without_label = confidences.item_ids[confidences.invalid]
    ids, worth, top, count = (np.concatenate(column) for column in zip(*parts, strict=True))
    ids, kept = np.unique(ids, return_index=True)  # of an item's entries the merged one
    unseen = np.isin(ids, calls.suspect_items(db)) & (count[kept] == 0)
    worth = queueing.meeting(worth[kept], count[kept])
    return Ranking(ids, worth, (top[kept] >= sure) & ~unseen, count[kept], np.isin(ids, without_label))


def next_open(db: Db, question_id: int, annotator_id: int, *, after: int = -1) -> Offer | None:
    """Of the first items that wait for this annotator, the one that their answer helps most; None when none waits."""
    waiting = queue.following(db, question_id, annotator_id, after=after, limit=AHEAD)
    own, shared = queue.first_shared(db, question_id, annotator_id, NEW)
    if own >= NEW:
        shared = queueing.SHARED
    candidates = {found.item_id: found for found in waiting}
    if shared < queueing.SHARED:
        others = queue.lately_answered(db, question_id, annotator_id)
        candidates |= {found.item_id: found for found in queue.open_among(db, question_id, annotator_id, others)}
    if not candidates:
        return None
    # Of equal ones the first is taken, so they are put into the order of the queue.
    in_order = sorted(candidates.values(), key=lambda found: (found.position, found.item_id))
    return Offer(_best(db, question_id, annotator_id, in_order, shared), in_order[0].position)


def _best(db: Db, question_id: int, annotator_id: int, candidates: list[Queued], shared: int) -> Queued:
    """Items without a merged result are left to the next one, unless there is none of any."""
    rows = {}
    if posteriors.several_answered(db):
        rows = posteriors.of_items(db, [found.item_id for found in candidates])
    known = [found for found in candidates if found.item_id in rows]
    if known:
        posterior = np.stack([np.frombuffer(rows[found.item_id].probabilities) for found in known])
        posterior = queueing.by_confidence(posterior, _llm_alone(db, question_id, [rows[f.item_id] for f in known]))
    else:
        known = candidates
        n_labels = len(setup.question(db).labels)
        posterior = np.full((len(known), n_labels), 1 / max(n_labels, 1))
    given = queue.given_to(db, question_id, [found.item_id for found in known])
    standing = Standing(posterior, np.array([given.get(found.item_id, 0) for found in known], dtype=np.int64))
    return known[queueing.best_for(standing, _confusion(db, annotator_id, posterior.shape[1]), shared)]


def _llm_alone(db: Db, question_id: int, rows: list[Posterior]) -> NDArray[np.float64]:
    """(n_rows,): the calibrated confidence of the LLM where it alone answered, else NaN."""
    given = answers.of_items(db, question_id, [row.item_id for row in rows if row.answers == 1])
    claimed, claims = np.full(len(rows), np.nan), dict[int, Annotator]()
    for number, row in enumerate(rows):
        for said in given.get(row.item_id, []):
            if said.annotator.kind is Kind.LLM and said.label_id is not None and said.confidence is not None:
                claimed[number], claims[number] = said.confidence, said.annotator
    for llm in set(claims.values()):
        own = [number for number, who in claims.items() if who == llm]
        claimed[own] = confidence.all_calibrated(db, llm, claimed[own])
    return claimed


def _confusion(db: Db, annotator_id: int, n_labels: int) -> NDArray[np.float64]:
    """[answered, truth]: the annotator's own as merging estimates it, else that of an average person."""
    own = posteriors.reliability_of(db, annotator_id)
    if own is not None and own.confusion is not None:
        matrix = np.frombuffer(own.confusion)
        if matrix.size == n_labels**2:
            return matrix.reshape(n_labels, n_labels)
    right = posteriors.people_right(db) if own is None else own.reliability
    return queueing.one_coin(queueing.AVERAGE_RIGHT if right is None else right, n_labels)


def _confidences(db: Db) -> tuple[Confidences | None, str]:
    """Those of the LLM that answered last, calibrated, and its name; None where no LLM answered anything."""
    found = routing.preview(db) if annotators.every(db, Kind.LLM) else None
    if found is None or not found.item_ids.size:
        return None, ""
    llm, _ = routing.llm_answers(db)
    return found, llm.name


def _said_of(confidences: Confidences) -> dict[int, float]:
    return dict(zip(confidences.item_ids.tolist(), confidences.confidence.tolist(), strict=True))


def _blocks(merged: Iterable[Posterior]) -> Iterator[list[Posterior]]:
    rows = iter(merged)
    while block := list(islice(rows, BLOCK)):
        yield block


def _merged_part(
    block: list[Posterior], given: dict[int, int], coin: NDArray[np.float64], said_of: dict[int, float]
) -> Part:
    """How sure an item is says the merge; what an answer is worth where only the LLM answered, its confidence."""
    ids = np.array([row.item_id for row in block], dtype=np.int64)
    posterior = np.frombuffer(b"".join(row.probabilities for row in block)).reshape(len(block), -1)
    said = [said_of.get(row.item_id, np.nan) if row.answers == 1 else np.nan for row in block]
    _, worth, _, count = _part(ids, queueing.by_confidence(posterior, np.array(said)), given, coin)
    return ids, worth, posterior.max(axis=1, initial=0.0), count


def _never_sure(part: Part, which: NDArray[np.bool_]) -> Part:
    """Without a label that can be accepted an item is not sure, however little one asks for."""
    ids, worth, top, count = part
    return ids, worth, np.where(which, -1.0, top), count


def _part(
    ids: NDArray[np.int64], posterior: NDArray[np.float64], given: dict[int, int], coin: NDArray[np.float64]
) -> Part:
    """(item ids, worth, highest posterior, labels given by people), (n_items,) each."""
    count = np.array([given.get(item_id, 0) for item_id in ids.tolist()], dtype=np.int64)
    return ids, queueing.gain(Standing(posterior, count), coin), posterior.max(axis=1, initial=0.0), count


def _check(sure: float, most: int) -> None:
    if not 0 < sure <= 1:
        raise UserError(
            say("The probability to stop at is {sure}.", sure=format(sure, "g")),
            hint=say("Choose one above 0, at most 1, as 0.95."),
        )
    if most < 1:
        raise UserError(say("Each item needs at least one answer."), hint=say("Choose 1 or more answers at most."))
