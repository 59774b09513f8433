"""Planning from collected answers: how many answers does a project like this need?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from annotator.domain import replay as replays
from annotator.domain.aggregation.responses import Responses
from annotator.domain.model import Kind
from annotator.domain.replay import KEPT, POLICIES, Policy
from annotator.domain.words import percent
from annotator.errors import UserError
from annotator.formats import crowd, tabular
from annotator.formats.layout import BadRow
from annotator.texts import say

__all__ = ["POLICIES", "Policy"]

LINES = 30  # of the curve that are told; all are in its points


@dataclass(frozen=True)
class Plan:
    """What a replay says: (human answers per item, share of all, accuracy) at each refit.

    unanswered: items that nobody has answered by then, which count as the label that is most frequent so far.
    target: accuracy of merging everything; reached_at: the share of answers at which it is reached and kept for three
    steps, or to the end where fewer follow, which late says; kept_from: at which it is reached and kept for KEPT of all
    answers too, None also where less follows.
    """

    points: tuple[tuple[float, float, float], ...]
    target: float
    reached_at: float | None
    kept_from: float | None
    policy: Policy
    unanswered: tuple[int, ...]
    late: bool

    def sentences(self) -> list[str]:
        """The curve and its verdict, for people."""
        told = ["answers per item   of all   accuracy   items without an answer"]
        shown = np.unique(np.linspace(0, len(self.points) - 1, min(len(self.points), LINES)).round().astype(int))
        told += [
            f"{per_item:16.2f}   {percent(share):>6}   {_or_none(accuracy):>8}   {without:23,}"
            for (per_item, share, accuracy), without in ((self.points[step], self.unanswered[step]) for step in shown)
        ]
        if any(self.unanswered):
            told.append(
                "Items without an answer count as the label that is most frequent so far; where two are about as"
                " frequent, one more answer can change which that is, and the accuracy by many points."
            )
        told.append(f"Merging all answers gives {_or_none(self.target)}.")
        if self.reached_at is None:
            told.append(f"Asking by “{self.policy}” does not reach that and keep it for three steps.")
        elif self.late:
            told.append(
                f"Asking by “{self.policy}” reaches that only with {_share(self.reached_at)}: too little is asked after"
                " that to say whether it is kept."
            )
        else:
            told.append(
                f"Asking by “{self.policy}” reaches that with {_share(self.reached_at)}, and"
                " keeps it for at least three steps."
            )
            told.append(self._kept())
        return told

    def _kept(self) -> str:
        if self.kept_from is None:
            return f"It is not seen to be kept for {percent(KEPT)} of all answers, so it may be chance."
        return f"From {percent(self.kept_from)} on it is kept for {percent(KEPT)} of all answers."


def _share(share: float) -> str:
    if share >= 1:
        return "all answers"
    return "nearly all answers" if percent(share) == percent(1) else f"{percent(share)} of the answers"


def _or_none(accuracy: float) -> str:
    """Before the first answer there is nothing to be right."""
    return "-" if np.isnan(accuracy) else f"{100 * accuracy:.1f} %"


def simulate(
    labels: Path,
    gold: Path,
    *,
    llm: str | None = None,
    llm_accuracy: float | None = None,
    policy: Policy = "adaptive",
    seed: int = 0,
    ordinal: bool = False,
) -> Plan:
    """Replay the answers of a file against the gold of another, with an LLM among them, a simulated one, or none.

    ordinal: whether the labels, which are numbers then, have an order, as ratings do.
    """
    if llm_accuracy is not None and not 0 <= llm_accuracy <= 1:
        raise UserError(
            say("The LLM's accuracy is {llm_accuracy}.", llm_accuracy=format(llm_accuracy, "g")),
            hint=say("Give a number from 0 to 1, for example 0.8."),
        )
    answers, known = _read(labels, gold, llm, ordinal)
    if llm_accuracy is not None:
        answers = replays.beside_llm(answers, known, llm_accuracy, seed=seed)
    found = replays.replay(answers, known, policy=policy, seed=seed)
    target = replays.accuracy_of_all(answers, known)
    points = zip(found.answers_per_item, found.share, found.accuracy, strict=True)
    curve = tuple((float(a), float(s), float(c)) for a, s, c in points)
    reached = found.reaches(target)
    late = reached is not None and not found.follows(reached)
    without = tuple(found.unanswered.tolist())
    return Plan(curve, target, reached, found.kept_from(target), policy, without, late)


def _read(
    labels: Path, gold: Path, llm: str | None, ordinal: bool
) -> tuple[Responses, np.ndarray[tuple[int], np.dtype[np.int64]]]:
    rows = [row for row in crowd.read_crowd(tabular.read(labels)) if not isinstance(row, BadRow)]
    rows_of_gold = (row for row in crowd.read_gold(tabular.read(gold)) if not isinstance(row, BadRow))
    known = {row.item: row.label for row in rows_of_gold if row.label}
    if not rows:
        raise UserError(
            say("“{labels}” has no usable answer.", labels=labels.name),
            hint=say("It needs the columns task, worker and label."),
        )
    people = {row.annotator: row for row in rows}
    if llm is not None and llm not in people:
        raise UserError(
            say("No annotator is called “{llm}”.", llm=llm), hint=say("Give the name as it stands in the file.")
        )
    items = {name: code for code, name in enumerate(dict.fromkeys(row.item for row in rows))}
    annotators = {name: code for code, name in enumerate(people)}
    in_order = _in_order({row.label for row in rows} | set(known.values()), ordinal)
    names = {name: code for code, name in enumerate(in_order)}
    responses = Responses.from_codes(
        np.array([items[row.item] for row in rows], dtype=np.int64),
        np.array([annotators[row.annotator] for row in rows], dtype=np.int64),
        np.array([names[row.label] for row in rows], dtype=np.int64),
        n_items=len(items),
        n_annotators=len(annotators),
        n_labels=len(names),
        kinds=[Kind.LLM if name == llm else row.kind for name, row in people.items()],
        families=[row.family for row in people.values()],
        confidence=[np.nan if row.confidence is None else row.confidence for row in rows],
        ordinal=ordinal,
    )
    return responses, np.array([names[known[name]] if name in known else -1 for name in items], dtype=np.int64)


def _in_order(labels: set[str], ordinal: bool) -> list[str]:
    if not ordinal:
        return sorted(labels)
    try:
        return sorted(labels, key=float)  # as text “10” comes before “9”
    except ValueError:
        raise UserError(
            say("Labels that are no numbers have no known order."), hint=say("Number them, or leave their order out.")
        ) from None
