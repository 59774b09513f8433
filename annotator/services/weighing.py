"""Why the merge says what it says of an item: what each answer weighs for the first label against the second."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from annotator.domain.model import Annotation, Label
from annotator.services.fit import Fit
from annotator.storage import posteriors, scales
from annotator.storage.database import Db

if TYPE_CHECKING:
    from annotator.domain.aggregation.evidence import Scales
    from annotator.services.merging import AnnotatorReport

# Answers given since the last merge make the parts sum up to something else than what is shown.
SAME = 1e-4  # nats
MUCH = 0.1  # nats: a discount below this is not worth a word


@dataclass(frozen=True, eq=False)
class Kept:
    """What a result keeps of its fit. annotators, labels: code by id; newcomer: code of a person it does not know."""

    scales: Scales
    annotators: dict[int, int]
    labels: dict[int, int]
    newcomer: int


@dataclass(frozen=True)
class Weight:
    """Log odds, in nats, for the most probable label against the next one, which sum up to those of the merge.

    answers: by annotator id, what each answer would weigh alone. discount: what is taken off all of them together.
    """

    label: Label
    other: Label
    prior: float
    answers: dict[int, float]
    discount: float

    @property
    def log_odds(self) -> float:
        return self.prior + sum(self.answers.values()) + self.discount

    @property
    def widest(self) -> float:
        """The largest part, for bars of one scale."""
        return max(abs(part) for part in (self.prior, self.discount, *self.answers.values()))


def pack(fit: Fit) -> bytes | None:
    """For keeping with a result; None where it would be too large."""
    from annotator.domain.aggregation.evidence import Scales

    found = Scales.of(fit.fitted)
    if found is None:
        return None
    codes = np.array([fit.annotators[id_] for id_ in sorted(fit.annotators)], dtype=np.int64)
    kept = {"ids": np.array(sorted(fit.annotators), dtype=np.int64), "codes": codes}
    file = io.BytesIO()
    np.savez_compressed(
        file,
        allow_pickle=False,
        **found.arrays(),
        **kept,
        label_ids=np.array(fit.label_ids, dtype=np.int64),
        newcomer=np.array(fit.newcomer),
    )
    return file.getvalue()


def kept(db: Db) -> Kept | None:
    """Of the result in force; None where its method has no breakdown, or it was stored without one."""
    merging = posteriors.current(db)
    if merging is None:
        return None
    key = (str(db.path), merging.id, merging.at)
    if key not in _last:
        content = scales.of(db, merging.id)
        found = None if content is None else _unpacked(content)
        _last.clear()
        _last[key] = found
        return found
    return _last.get(key)


def weight(
    kept: Kept, given: Sequence[Annotation], merged: Sequence[tuple[Label, float]], *, settled: bool = False
) -> Weight | None:
    """What speaks for the first label of `merged` against the second.

    settled: a decision on the item taught the merge; what that alone changed is left out of `merged`, and stands in the
    discount. None where the answers are not those that `merged` is made of: some came later, or by an unknown LLM.
    """
    from annotator.domain.aggregation.evidence import evidence
    from annotator.domain.aggregation.pooling import ItemAnswers

    if len(merged) < 2 or min(merged[0][1], merged[1][1]) <= 0:
        return None
    said = [answer for answer in given if answer.label_id in kept.labels]
    who = [kept.annotators.get(a.annotator.id, kept.newcomer if a.annotator.kind == "human" else -1) for a in said]
    if not said or min(who) < 0:
        return None
    answers = ItemAnswers(
        np.array(who, dtype=np.int64),
        np.array([kept.labels[a.label_id or 0] for a in said], dtype=np.int64),
        np.array([np.nan if a.confidence is None else a.confidence for a in said], dtype=np.float64),
    )
    first, second = merged[0], merged[1]
    found = evidence(kept.scales, answers, kept.labels[first[0].id], kept.labels[second[0].id])
    by_id = {a.annotator.id: float(part) for a, part in zip(said, found.answers, strict=True)}
    told = Weight(first[0], second[0], found.prior, by_id, found.discount)
    rest = float(np.log(first[1] / second[1])) - told.log_odds
    if settled:
        return replace(told, discount=told.discount + rest)
    return told if abs(rest) < SAME else None


def says(db: Db, given: Sequence[Annotation], about: Mapping[int, AnnotatorReport]) -> dict[int, float]:
    """By annotator id: P(the item is what they say | they gave the label that they gave), from the confusion matrices
    and the class prior in force."""
    merging = posteriors.current(db)
    if merging is None:
        return {}
    prior = np.array(merging.parameters.get("class_prior", ()))
    code = {label_id: number for number, label_id in enumerate(merging.labels)}
    found = {}
    for answer in given:
        report, label = about.get(answer.annotator.id), code.get(answer.label_id or 0)
        if label is None or report is None or report.confusion is None or len(report.confusion) != prior.size:
            continue
        joint = report.confusion[label] * prior
        found[answer.annotator.id] = float(joint[label] / joint.sum()) if joint.sum() > 0 else 0.0
    return found


_last: dict[
    tuple[str, int, str], Kept | None
] = {}  # unpacking them again for each item would take longer than the rest


def _unpacked(content: bytes) -> Kept:
    from annotator.domain.aggregation.evidence import Scales

    with np.load(io.BytesIO(content), allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files}
    ids, codes = arrays.pop("ids").tolist(), arrays.pop("codes").tolist()
    labels = {id_: code for code, id_ in enumerate(arrays.pop("label_ids").tolist())}
    newcomer = int(arrays.pop("newcomer"))
    return Kept(Scales.from_arrays(arrays), dict(zip(ids, codes, strict=True)), labels, newcomer)
