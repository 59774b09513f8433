"""Target quality: a random audit sample, answered by people, and the threshold that it allows to promise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.domain.guarantee import Promise, first_sample, guarantee
from annotator.domain.model import Annotator, Changes
from annotator.domain.routing import Confidences, Split, audit_order, decide_promised, decide_sample
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import routing
from annotator.storage import queue, setup, verdicts
from annotator.storage.database import Db
from annotator.texts import figure, say, say_count

AUDITS = "audits"  # the setting with the seed of the random order, and the sizes of the samples by LLM
DELTA = 0.05
TARGET = 0.95


@dataclass(frozen=True)
class Look:
    """Where a promise stands.

    sizes: of the samples looked at so far, and last the one that counts now; each look spends half of the delta that
    the ones before have left, so that looking again cannot make a promise out of luck.
    sample: (m,), positions of its items in `confidences`, in random order; answered: (m,), by people, without seeing
    the LLM's label. promise: what the largest sample that is answered in full says, None before the first.
    """

    llm: Annotator
    confidences: Confidences
    target: float
    delta: float
    seed: int
    sizes: tuple[int, ...]
    sample: NDArray[np.int64]
    answered: NDArray[np.bool_]
    promise: Promise | None

    @property
    def waiting(self) -> int:
        """Items of the sample that people have still to answer."""
        return int((~self.answered).sum())

    @property
    def promised(self) -> bool:
        return self.promise is not None and self.promise.threshold is not None and not self.waiting

    @property
    def hopeless(self) -> bool:
        """Whether more audit answers would not help."""
        return not self.waiting and not self.promised

    @property
    def sentence(self) -> str:
        """What a lead can repeat."""
        judged = say("Judged by answers of people, and by what was settled in review.")
        said = "" if self.promise is None else f"{self.llm.name}: {self.promise.sentence} {judged}"
        if not self.waiting:
            return said
        waits = say(
            "An audit sample of {items}, drawn at random from all {labels} labels of this LLM, is to be answered"
            " by people first: {open}.",
            items=counted(self.sample.size, "item"),
            labels=figure(self._labels),
            open=self._open(),
        )
        return f"{said} {waits}" if said else waits

    def _open(self) -> str:
        if self.waiting == self.sample.size > 1:
            return say("all are open")
        return say_count(self.waiting, "{n} of {size} is open", "{n} of {size} are open", size=figure(self.sample.size))

    @property
    def split(self) -> Split:
        """What putting this in force would do; before a promise only the open items of the sample are asked for."""
        values = self.confidences.confidence
        invalid = int(self.confidences.invalid.sum())
        if self.promise is None or self.promise.threshold is None or not self.promised:
            return Split(0, self.waiting, 0, invalid, self.confidences.not_answered)
        threshold, accepted = self.promise.threshold, self.promise.accepted
        audit = int((values[self.sample] >= threshold).sum())
        return Split(values.size - accepted, audit, accepted - audit, invalid, self.confidences.not_answered)

    @property
    def _labels(self) -> int:
        return int((~np.isnan(self.confidences.confidence)).sum())


@dataclass(frozen=True)
class TargetResult:
    """What was put in force, if anything: the sample, the promised threshold, or nothing where there is no hope.

    waiting, answered, again: as in a RouteResult.
    """

    look: Look
    split: Split
    waiting: int
    answered: int
    changes: Changes
    again: int = 0

    @property
    def already(self) -> list[str]:
        """As of a RouteResult."""
        return routing.done_before(self.answered, self.again)

    def as_dict(self) -> dict[str, Any]:
        """The split, and the promise or what is missing; the threshold is there only when it is promised."""
        found, promise = self.look, self.look.promise
        return {
            **self.split._asdict(),
            "waiting": self.waiting,
            "answered": self.answered,
            "asked_again": self.again,
            "promised": found.promised,
            "threshold": promise.threshold if promise is not None and found.promised else None,
            "lower_bound": None if promise is None else promise.lower_bound,
            "audited": 0 if promise is None else promise.audited,
            "audit_sample": len(found.sample),
            "audit_waiting": found.waiting,
            "needed_more": found.waiting or (None if promise is None else promise.needed_more),
            "sentence": found.sentence,
        }


def look(
    db: Db,
    target: float,
    delta: float = DELTA,
    *,
    audit: int | None = None,
    annotator_id: int | None = None,
    seed: int = 0,
) -> Look:
    """What can be promised of an LLM's labels now, or what is missing; only reads.

    audit: audit answers wanted in all, at least; estimated where it is None.
    """
    _check(target, delta, audit)
    llm, confidences = routing.llm_answers(db, annotator_id)
    stored = setup.setting(db, AUDITS, {})
    seed = _seed(db, stored, seed)
    valid = np.flatnonzero(~np.isnan(confidences.confidence))
    if audit is not None and audit > valid.size:
        labels = counted(int(valid.size), "label")
        raise UserError(
            say(
                "The audit sample is {audit}, but {llm} gave {labels} with a confidence.",
                audit=figure(audit),
                llm=llm.name,
                labels=labels,
            ),
            hint=say("Choose fewer items, or leave --audit out."),
        )
    order = valid[audit_order(confidences.item_ids[valid], seed)]
    known = verdicts.of_people_on(db, setup.question(db).id, llm.id)
    ids = confidences.item_ids[order].tolist()
    answered = np.array([item in known for item in ids], dtype=bool)
    right = np.array([known.get(item, False) for item in ids], dtype=bool)
    complete = int(answered.size if answered.all() else answered.argmin())
    sizes = _first_size(tuple(stored.get("sizes", {}).get(llm.uid, ())), complete, order.size, target, delta, audit)
    promise = None
    while complete >= sizes[-1]:
        size = sizes[-1]
        promise = guarantee(confidences.confidence, order[:size], right[:size], target, delta, look=len(sizes))
        larger = _next_size(promise, size, order.size, audit)
        if larger is None:
            break
        sizes = (*sizes, larger)
    sample = order[: sizes[-1]]
    return Look(llm, confidences, target, delta, seed, sizes, sample, answered[: sizes[-1]], promise)


def route_to_target(
    db: Db,
    *,
    target: float,
    delta: float = DELTA,
    audit: int | None = None,
    answers_per_item: int = 1,
    annotator_id: int | None = None,
    seed: int = 0,
) -> TargetResult:
    """Send the audit sample to people or, once they have answered it, accept what can be promised and send the rest.

    The sample's items and seed stay with the project, so that its answers count again in every later routing.
    """
    if answers_per_item < 1:
        raise UserError(say("Each item needs at least one answer."), hint=say("Choose 1 or more answers per item."))
    found = look(db, target, delta, audit=audit, annotator_id=annotator_id, seed=seed)
    stored = setup.setting(db, AUDITS, {})
    sizes = {**stored.get("sizes", {}), found.llm.uid: list(found.sizes)}
    settings: dict[str, Any] = {AUDITS: {"seed": found.seed, "sizes": sizes}}
    if found.hopeless:
        return TargetResult(found, found.split, 0, 0, setup.set_setting(db, AUDITS, settings[AUDITS]))
    promise = found.promise
    if found.promised and promise is not None and promise.threshold is not None:
        routes = decide_promised(found.confidences, promise.threshold, found.sample)
    else:
        routes = decide_sample(found.confidences, found.sample, found.answered)
    result = routing.put_in_force(db, routes, _parameters(found, answers_per_item), found.split, settings)
    return TargetResult(found, result.split, result.waiting, result.answered, result.changes, result.again)


def _parameters(found: Look, answers_per_item: int) -> dict[str, Any]:
    promise = found.promise
    return {
        "mode": "target",
        "target_accuracy": found.target,
        "delta": found.delta,
        "promised": found.promised,
        "threshold": promise.threshold if promise is not None and found.promised else None,
        "lower_bound": promise.lower_bound if promise is not None else None,
        "sentence": found.sentence,
        "audit": len(found.sample),
        "drawn": "uniformly at random from all labels of the LLM, in the order of audit_order",
        "looks": len(found.sizes),
        "answers_per_item": answers_per_item if found.promised else 1,
        "annotator": found.llm.name,
        "seed": found.seed,
    }


def _first_size(
    sizes: tuple[int, ...], complete: int, items: int, target: float, delta: float, audit: int | None
) -> tuple[int, ...]:
    """The sizes with the one that is being answered; it may grow as long as nobody has looked at it."""
    if not sizes:
        return (min(audit or first_sample(target, delta / 2, items), items),)
    last = min(sizes[-1], items)
    if audit is not None and complete < last:
        last = min(max(last, audit), items)
    return (*sizes[:-1], last)


def _next_size(promise: Promise, size: int, items: int, audit: int | None) -> int | None:
    """The size of a larger sample, None where this one settles it."""
    wanted = size + (promise.needed_more or 0)
    if audit is not None and audit > size:
        wanted = audit
    return min(wanted, items) if min(wanted, items) > size else None


def _seed(db: Db, stored: dict[str, Any], seed: int) -> int:
    """The seed of the first sample stays; before it that of the routing in force, whose audit answers then count."""
    current = queue.current(db)
    before = seed if current is None else current.parameters.get("seed", seed)
    return int(stored.get("seed", before))


def _check(target: float, delta: float, audit: int | None) -> None:
    if not 0 < target < 1:
        raise UserError(
            say("The target accuracy is {target}.", target=format(target, "g")),
            hint=say("Choose a share between 0 and 1, for example 0.95."),
        )
    if not 0 < delta < 1:
        raise UserError(
            say("Delta is {delta}.", delta=format(delta, "g")),
            hint=say("Choose the risk of a false promise, for example 0.05."),
        )
    if audit is not None and audit < 1:
        raise UserError(
            say("The audit sample is {audit}.", audit=figure(audit)),
            hint=say("Choose 1 or more items, or leave it out."),
        )
