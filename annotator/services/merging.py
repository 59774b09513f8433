"""Merging everybody's answers into a probability for each label of each item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from annotator.domain.intervals import Share, wilson
from annotator.domain.model import Annotation, Annotator, Kind, Report, Status, silent
from annotator.services import measuring, weighing
from annotator.services.fit import Fit
from annotator.services.putting_in_force import MergeResult, Storing
from annotator.storage import annotators, answer_tables, answers, audit, gold, posteriors, setup
from annotator.storage.database import Db
from annotator.texts import spoken

if TYPE_CHECKING:
    from annotator.domain.aggregation.merged import Merged
    from annotator.domain.aggregation.responses import Responses

AUTO = "auto"
CODED = 100_000  # answers at a time


@dataclass(frozen=True)
class Computed:
    """A result of merging that is not stored yet. fit: what the automatic method learnt; None for the others."""

    header: dict[str, Any]
    rows: posteriors.Posteriors
    reliabilities: list[posteriors.Reliability]
    warnings: tuple[str, ...]
    fit: Fit | None = None


@dataclass(frozen=True)
class MergeState:
    """The result in force; `stale` counts the answers and decisions that came after it.

    expected_accuracy: mean probability of the merged labels. accuracy: measured on gold. left_out: why that is not all
    gold, in sentences.
    """

    method: str
    reason: str
    warnings: tuple[str, ...]
    at: str
    stale: int
    items: int
    expected_accuracy: float | None
    accuracy: Share
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class AnnotatorReport:
    """How an annotator does: `reliability` as merging estimates it, `accuracy` against gold only.

    answers: with invalid replies, which are wrong ones, and without what was `skipped`, which is none.
    confusion: (n_labels, n_labels), [answered, truth], columns sum to 1, labels in the question's order.
    """

    annotator: Annotator
    answers: int
    reliability: float | None
    accuracy: Share
    confusion: NDArray[np.float64] | None
    labels: tuple[str, ...]
    skipped: int = 0


def methods() -> dict[str, str]:
    """Every merging method with a line on what it does."""
    from annotator.domain.aggregation.choose import METHODS

    return dict(METHODS)


def merge(db: Db, method: str = AUTO, report: Report = silent, *, last: Fit | None = None) -> Computed:
    """Merge all answers; only reads, so that it can run beside the work of others. `store` puts it in force.

    last: what an earlier merge learnt; the automatic method goes on from there.
    """
    from annotator.domain.aggregation import choose

    report(0, None)
    with db.snapshot():
        op_id = audit.last_operation(db)
        question = setup.question(db)
        label_ids = [label.id for label in question.labels]
        people = annotators.every(db)
        responses, item_ids = _responses(db, question.id, label_ids, people)
        report(1, 3)
        known = _decisions(db, question.id, item_ids, label_ids)
    start = None if last is None else last.start(item_ids, label_ids)
    merged = choose.merge(responses, known, method, start=start)
    report(2, 3)
    header = {
        "op_id": op_id,
        "method": merged.method,
        "reason": merged.reason,
        "parameters": {
            "asked": method,
            "iterations": merged.iterations,
            "converged": merged.converged,
            "class_prior": [float(p) for p in merged.class_prior],
            "warnings": list(merged.warnings),
            "alternatives": [alternative._asdict() for alternative in merged.alternatives],
            "effective_votes": _number(merged.effective_votes),
            "correlation": _number(merged.correlation),
            "ordinal": responses.ordinal,
        },
        "labels": label_ids,
    }
    rows = _rows(responses, merged, known, item_ids, label_ids)
    codes = {annotator.id: code for code, annotator in enumerate(people)}
    fitted = merged.fitted
    fit = None if fitted is None else Fit(item_ids, tuple(label_ids), codes, len(people), fitted)
    header["scales"] = None if fit is None else weighing.pack(fit)
    return Computed(header, rows, _reliabilities(responses, merged, people), merged.warnings, fit)


def refit(db: Db, last: Fit | None, report: Report = silent) -> Computed:
    """Merge by the automatic method from the last solution, for running in the background while people answer."""
    return merge(db, AUTO, report, last=last)


def update_item(fit: Fit, given: Sequence[Annotation]) -> dict[int, float]:
    """By label id: the probabilities of an item from all its answers, everything else as in the last fit."""
    return fit.probabilities(given)


def store(db: Db, computed: Computed) -> MergeResult:
    """Put a result in force, as one operation."""
    storing = Storing(computed)
    for step in storing.steps():
        step(db)
    return storing.result()


def merge_and_store(db: Db, method: str = AUTO, report: Report = silent) -> MergeResult:
    return store(db, merge(db, method, report))


def state(db: Db) -> MergeState | None:
    """The result in force, None before the first merge."""
    merging = posteriors.current(db)
    if merging is None:
        return None
    count, expected = posteriors.mean_probability(db)
    warnings = tuple(merging.parameters.get("warnings", ()))
    stale = posteriors.changed_since(db, merging.op_id)
    measured = posteriors.on_gold(db, setup.question(db).id)
    left_out = (measuring.left_out(db), measuring.known_to(merging.method, measured.known))
    return MergeState(
        merging.method,
        spoken(merging.reason),
        tuple(map(spoken, warnings)),
        merging.at,
        stale,
        count,
        expected,
        wilson(measured.right, measured.of),
        tuple(filter(None, left_out)),
    )


def answer_count(db: Db) -> int:
    """Answers of any status: whether there is anything to merge, or to look at."""
    return answers.count(db, setup.question(db).id)


def annotator_report(db: Db) -> list[AnnotatorReport]:
    """Everybody who answered or skipped anything, people first, in the order in which they joined."""
    question = setup.question(db)
    size = len(question.labels)
    counts: dict[int, int] = {}
    skipped: dict[int, int] = {}
    for (annotator_id, status), number in answers.counts(db, question.id).items():
        given, passed = (0, number) if status is Status.SKIPPED else (number, 0)
        counts[annotator_id] = counts.get(annotator_id, 0) + given
        skipped[annotator_id] = skipped.get(annotator_id, 0) + passed
    merged = {r.annotator_id: r for r in posteriors.reliabilities(db)}
    scores = answers.scores(db, question.id)
    result = []
    for annotator in sorted(annotators.every(db), key=lambda a: (a.kind, a.id)):
        if annotator.id not in counts:
            continue
        found = merged.get(annotator.id)
        matrix = found.confusion if found else None
        result.append(
            AnnotatorReport(
                annotator=annotator,
                answers=counts[annotator.id],
                reliability=found.reliability if found else None,
                accuracy=wilson(*scores.get(annotator.id, (0, 0))),
                confusion=None if matrix is None else np.frombuffer(matrix).reshape(size, size),
                labels=question.label_names(),
                skipped=skipped[annotator.id],
            )
        )
    return result


def _responses(
    db: Db, question_id: int, label_ids: list[int], who: list[Annotator]
) -> tuple[Responses, NDArray[np.int64]]:
    """The answers as arrays, and the ids of the items that have one, in the order of their codes.

    After the annotators comes a person without answers: what is learnt about that one holds for whoever joins next.
    """
    from annotator.domain.aggregation.responses import Responses
    from annotator.services.agreement import is_ordinal

    table = answer_tables.answer_table(db, question_id)
    item_ids, item_codes = _coded(table.item_id)
    annotator_ids = np.array([a.id for a in who], dtype=np.int64)
    order = np.argsort(label_ids)
    responses = Responses.from_codes(
        item_codes,
        np.searchsorted(annotator_ids, table.annotator_id),
        order[np.searchsorted(np.array(label_ids), table.label_id, sorter=order)],
        n_items=item_ids.size,
        n_annotators=len(who) + 1,
        n_labels=len(label_ids),
        kinds=[*(a.kind for a in who), Kind.HUMAN],
        families=[*(a.family for a in who), ""],
        confidence=table.confidence,
        ordinal=is_ordinal(db),
    )
    return responses, item_ids


def _coded(ids: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The different ones of ascending ids, and for each id which of them it is.

    np.unique would do it for all at once, with Python's global lock in its hands for a tenth of a second.
    """
    found: list[NDArray[np.int64]] = []
    codes, count, last = np.empty_like(ids), 0, -1
    for first in range(0, ids.size, CODED):
        block = ids[first : first + CODED]
        new = np.diff(block, prepend=last) != 0
        found.append(block[new])
        codes[first : first + CODED] = np.cumsum(new) + (count - 1)
        count, last = count + found[-1].size, int(block[-1])
    return np.concatenate(found) if found else ids, codes


def _decisions(db: Db, question_id: int, item_ids: NDArray[np.int64], label_ids: list[int]) -> NDArray[np.int64]:
    """(n_items,): the label that somebody settled looking at the item, -1 where none.

    Imported gold is kept for scoring, so not used; what was accepted with others would confirm what merging said.
    """
    known = np.full(item_ids.size, -1)
    code = {label_id: number for number, label_id in enumerate(label_ids)}
    settled = {item_id: code[label_id] for item_id, label_id in gold.looked_at(db, question_id)}
    for row in np.flatnonzero(np.isin(item_ids, list(settled))):
        known[row] = settled[int(item_ids[row])]
    return known


def _rows(
    responses: Responses,
    merged: Merged,
    known: NDArray[np.int64],
    item_ids: NDArray[np.int64],
    label_ids: list[int],
) -> posteriors.Posteriors:
    from annotator.domain.aggregation.consensus import consensus, entropy

    posterior = _what_answers_say(responses, merged, known)
    best = consensus(posterior, responses, reliability=merged.reliability, class_prior=merged.class_prior)
    differing, llm_differs = _disagreement(responses)
    return posteriors.Posteriors(
        item_id=item_ids,
        label_id=np.array(label_ids)[best],
        probability=np.clip(posterior[np.arange(best.size), best], 0, 1),
        entropy=entropy(posterior),
        answers=responses.answers_per_item,
        differing=differing,
        llm_differs=llm_differs,
        probabilities=posterior,
    )


def _what_answers_say(responses: Responses, merged: Merged, known: NDArray[np.int64]) -> NDArray[np.float64]:
    """(n_items, n_labels): the posterior, and for settled items what it would be without the decision.

    A decision teaches about the annotators, but is kept beside the merged result and never replaces it.
    """
    from annotator.domain.aggregation import dawid_skene
    from annotator.domain.aggregation.voting import evidence_weights, smoothed_shares

    if merged.from_answers is not None:
        return merged.from_answers
    settled = known >= 0
    if not settled.any():
        return merged.posterior
    weights = evidence_weights(responses)
    if merged.confusion is None:
        alone = smoothed_shares(responses, weights=weights)
    else:
        alone = dawid_skene.posterior(responses.votes(weights), merged.confusion, merged.class_prior)
    return np.where(settled[:, None], alone, merged.posterior)


def _number(value: float) -> float | None:
    """None for NaN, which JSON has no word for."""
    return float(value) if np.isfinite(value) else None


def _disagreement(responses: Responses) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each item 0/1: whether its answers differ, and whether an LLM's is not the one most people gave."""
    from annotator.domain.aggregation.voting import vote_counts

    by_llm = responses.by_llm[responses.annotator].astype(float)
    llm, people = vote_counts(responses, by_llm), vote_counts(responses, 1 - by_llm)
    differing = ((llm + people) > 0).sum(axis=1) > 1
    top = people >= people.max(axis=1, keepdims=True)
    against = ((llm > 0) & ~top).any(axis=1) & (people.sum(axis=1) > 0)
    return differing.astype(np.int64), against.astype(np.int64)


def _reliabilities(responses: Responses, merged: Merged, who: list[Annotator]) -> list[posteriors.Reliability]:
    counts = responses.answers_per_annotator
    return [
        posteriors.Reliability(
            annotator.id,
            int(counts[code]),
            float(merged.reliability[code]),
            None if merged.confusion is None else merged.confusion[code].tobytes(),
        )
        for code, annotator in enumerate(who)
        if counts[code]
    ]


def llm_accuracy(db: Db) -> list[tuple[Annotator, Share]]:
    """Each LLM's accuracy against gold, with its interval."""
    scores = answers.scores(db, setup.question(db).id)
    return [(llm, wilson(*scores.get(llm.id, (0, 0)))) for llm in annotators.every(db, Kind.LLM)]
