"""Planning from collected answers: how many answers does a project like this need?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from annotator.domain import replay as replays
from annotator.domain.aggregation.responses import Responses
from annotator.domain.model import Kind
from annotator.domain.replay import POLICIES, Policy
from annotator.domain.words import percent
from annotator.errors import UserError
from annotator.formats import crowd, tabular
from annotator.formats.layout import BadRow

__all__ = ["POLICIES", "Policy"]


@dataclass(frozen=True)
class Plan:
    """What a replay says: (human answers per item, share of all, accuracy) at each refit.

    target: accuracy of merging everything; reached_at: the share of answers at which it is reached and kept.
    """

    points: tuple[tuple[float, float, float], ...]
    target: float
    reached_at: float | None
    policy: Policy

    def sentences(self) -> list[str]:
        """The curve and its verdict, for people."""
        told = ["answers per item   of all   accuracy"]
        told += [
            f"{per_item:16.2f}   {percent(share):>6}   {_or_none(accuracy):>8}"
            for per_item, share, accuracy in self.points
        ]
        told.append(f"Merging all answers gives {_or_none(self.target)}.")
        if self.reached_at is None:
            told.append(f"Asking by “{self.policy}” does not reach that and keep it for three steps.")
        else:
            told.append(
                f"Asking by “{self.policy}” reaches that with {percent(self.reached_at)} of the answers, and"
                " keeps it for at least three steps."
            )
        return told


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
) -> Plan:
    """Replay the answers of a file against the gold of another, with an LLM among them, a simulated one, or none."""
    if llm_accuracy is not None and not 0 <= llm_accuracy <= 1:
        raise UserError(f"The LLM's accuracy is {llm_accuracy:g}.", hint="Give a number from 0 to 1, for example 0.8.")
    answers, known = _read(labels, gold, llm)
    if llm_accuracy is not None:
        label, confidence = replays.simulated_llm(known, answers.n_labels, llm_accuracy, seed=seed)
        answers = replays.with_llm(answers, label, confidence)
    found = replays.replay(answers, known, policy=policy, seed=seed)
    target = replays.accuracy_of_all(answers, known)
    points = zip(found.answers_per_item, found.share, found.accuracy, strict=True)
    curve = tuple((float(a), float(s), float(c)) for a, s, c in points)
    return Plan(curve, target, found.reaches(target), policy)


def _read(labels: Path, gold: Path, llm: str | None) -> tuple[Responses, np.ndarray[tuple[int], np.dtype[np.int64]]]:
    rows = [row for row in crowd.read_crowd(tabular.read(labels)) if not isinstance(row, BadRow)]
    known = {row.item: row.label for row in crowd.read_gold(tabular.read(gold)) if not isinstance(row, BadRow)}
    if not rows:
        raise UserError(f"“{labels.name}” has no usable answer.", hint="It needs the columns task, worker and label.")
    people = {row.annotator: row for row in rows}
    if llm is not None and llm not in people:
        raise UserError(f"No annotator is called “{llm}”.", hint="Give the name as it stands in the file.")
    items = {name: code for code, name in enumerate(dict.fromkeys(row.item for row in rows))}
    annotators = {name: code for code, name in enumerate(people)}
    names = {name: code for code, name in enumerate(sorted({row.label for row in rows} | set(known.values())))}
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
    )
    return responses, np.array([names[known[name]] if name in known else -1 for name in items], dtype=np.int64)
