"""Merging answers that stand in a DataFrame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from annotator.domain.aggregation import columns
from annotator.domain.aggregation.responses import Floats, Ints, Responses
from annotator.domain.model import Kind
from annotator.errors import UserError

if TYPE_CHECKING:
    import pandas as pd

    from annotator.domain.aggregation.merged import Alternative, Merged

    Gold = pd.DataFrame | pd.Series[Any] | Mapping[Any, Any]


class Confusions(Mapping[Any, "pd.DataFrame"]):
    """Each annotator's confusion matrix: rows the label answered, columns the truth; columns sum to 1.

    Made when asked for, so that 100,000 annotators cost nothing. Empty where there are too many labels and
    annotators for full matrices.
    """

    def __init__(self, annotators: pd.Index[Any], labels: pd.Index[Any], matrices: Floats | None) -> None:
        self._annotators = annotators if matrices is not None else annotators[:0]
        self._labels = labels
        self._matrices = matrices

    def __getitem__(self, annotator: Any) -> pd.DataFrame:
        import pandas as pd

        if self._matrices is None:
            raise KeyError(annotator)
        return pd.DataFrame(
            self._matrices[self._annotators.get_loc(annotator)],
            index=self._labels.rename("answered"),
            columns=self._labels.rename("truth"),
        )

    def __iter__(self) -> Iterator[Any]:
        return iter(self._annotators)

    def __len__(self) -> int:
        return len(self._annotators)


@dataclass(frozen=True, eq=False)
class Aggregation:
    """Merged labels.

    probabilities: task x label; rows sum to 1, gold tasks are certain. Calibrated with the automatic method.
    labels: the most probable label of each task.
    medians: with ordinal labels, the first label at which each task's probabilities reach one half; else None.
    annotators: one row each: annotator, kind (human or llm), answers, reliability (estimated chance of a right
        answer).
    confusion: by annotator, P(answered | truth) as a DataFrame.
    method, reason: how it was merged, and why so; warnings: what the result cannot promise.
    alternatives: with gold and the automatic method, each way to merge with its accuracy and log loss on gold that it
        did not know; the automatic method first.
    effective_votes: independent votes that a task's answers are worth; correlation: of the errors of LLMs, or of
        people where there are no LLMs. NaN where the method does not estimate them.
    """

    probabilities: pd.DataFrame
    labels: pd.Series[Any]
    annotators: pd.DataFrame
    confusion: Confusions
    method: str
    reason: str
    warnings: tuple[str, ...]
    alternatives: tuple[Alternative, ...] = ()
    effective_votes: float = float("nan")
    correlation: float = float("nan")
    medians: pd.Series[Any] | None = None


def aggregate(
    labels: pd.DataFrame,
    gold: Gold | None = None,
    method: str = "auto",
    *,
    ordinal: bool | Sequence[Any] = False,
) -> Aggregation:
    """Merge answers of people and LLMs into a probability for each label of each task.

    labels: one row for each answer, with the columns task, worker and label, and by choice kind (human or llm;
    all human where it is missing), confidence (0 to 1, empty where unknown) and family (of an LLM). If a worker
    answered a task twice, the later row counts.
    gold: known labels, as a DataFrame with task and label, a Series or a dict by task.
    method: one of `annotator.domain.aggregation.choose.METHODS`.
    ordinal: whether the labels have an order, as ratings do: True for that of numbers, of an ordered category or of
    the alphabet, or all labels from the lowest to the highest.
    Raises UserError where the input cannot be used.
    """
    from annotator.domain.aggregation import choose

    answers = coded(labels, gold, ordinal=ordinal)
    merged = choose.merge(answers.responses, answers.gold, method)
    return _aggregation(answers, merged)


class Coded(NamedTuple):
    """Answers as codes, and what the codes stand for."""

    responses: Responses
    gold: Ints | None
    tasks: pd.Index[Any]
    workers: pd.Index[Any]
    labels: pd.Index[Any]
    warnings: tuple[str, ...]


def coded(labels: pd.DataFrame, gold: Gold | None, *, ordinal: bool | Sequence[Any] = False) -> Coded:
    """The answers as arrays; arguments as of `aggregate`."""
    import pandas as pd

    _check_table(labels, columns.REQUIRED, "The labels")
    known = _gold_series(gold)
    item, tasks = pd.factorize(labels[columns.ITEM])
    annotator, workers = pd.factorize(labels[columns.ANNOTATOR])
    names = _label_names(labels[columns.LABEL], known, ordinal)
    responses = Responses.from_codes(
        item,
        annotator,
        names.get_indexer(pd.Index(labels[columns.LABEL])),
        n_items=len(tasks),
        n_annotators=len(workers),
        n_labels=len(names),
        kinds=_kinds(labels, annotator, workers),
        families=_families(labels, annotator, len(workers)),
        confidence=_confidence(labels),
        ordinal=ordinal is not False,
    )
    codes, warnings = (None, ()) if known is None else _gold_codes(known, pd.Index(tasks), names)
    return Coded(responses, codes, pd.Index(tasks), pd.Index(workers), names, warnings)


def _aggregation(answers: Coded, merged: Merged) -> Aggregation:
    import pandas as pd

    tasks = answers.tasks.rename(columns.ITEM)
    label_names = answers.labels.rename(columns.LABEL)
    annotators = pd.DataFrame(
        {
            "annotator": answers.workers,
            "kind": [kind.value for kind in answers.responses.kinds],
            "answers": answers.responses.answers_per_annotator,
            "reliability": merged.reliability,
        }
    )
    named = merged.median if merged.median is None else label_names.take(merged.median).to_numpy()
    return Aggregation(
        probabilities=pd.DataFrame(merged.posterior, index=tasks, columns=label_names),
        labels=pd.Series(label_names.take(merged.consensus).to_numpy(), index=tasks, name=columns.LABEL),
        annotators=annotators,
        confusion=Confusions(answers.workers, answers.labels, merged.confusion),
        method=merged.method,
        reason=merged.reason,
        warnings=(*answers.warnings, *merged.warnings),
        alternatives=merged.alternatives,
        effective_votes=merged.effective_votes,
        correlation=merged.correlation,
        medians=None if named is None else pd.Series(named, index=tasks, name=columns.LABEL),
    )


def _check_table(table: pd.DataFrame, required: tuple[str, ...], what: str) -> None:
    """Raise UserError unless it is a table that has rows, and the columns, all filled."""
    import pandas as pd

    if not isinstance(table, pd.DataFrame):
        raise UserError(
            f"{what} are no DataFrame but a {type(table).__name__}.",
            hint=f"Give a pandas DataFrame with the columns {', '.join(required)}.",
        )
    missing = [name for name in required if name not in table.columns]
    if missing:
        raise UserError(
            f"{what} have no column {' and no column '.join(missing)}.",
            hint=f"Name the columns {', '.join(required)}.",
        )
    if not len(table):
        raise UserError(f"{what} are empty.", hint="Give at least one row.")
    for name in required:
        empty = table[name].isna()
        if empty.any():
            raise UserError(
                f"{what} have {int(empty.sum())} rows without a {name}; the first is row {int(empty.argmax()) + 1}.",
                hint="Fill them or drop them, for example with dropna().",
            )


def _label_names(
    answered: pd.Series[Any], known: pd.Series[Any] | None, ordinal: bool | Sequence[Any]
) -> pd.Index[Any]:
    """All labels, of the answers and the gold, in their natural order where they have one, or in the order given."""
    import pandas as pd

    names: pd.Index[Any] = pd.Index(answered.unique())
    if known is not None:
        if not known.isin(names).any():
            raise UserError(
                f"No gold label was ever given as an answer: gold has {known.iloc[0]!r}, the answers {names[0]!r}.",
                hint="Write labels alike in both: 1 and “1” are two labels.",
            )
        names = names.append(pd.Index(known.unique())).unique()
    if not isinstance(ordinal, bool):
        return _in_order_given(names, ordinal)
    categories = list(answered.cat.categories) if ordinal and isinstance(answered.dtype, pd.CategoricalDtype) else []
    ordered: pd.Index[Any] = pd.Index(_in_order(names, ordinal, categories), dtype=names.dtype)
    return ordered


def _in_order(names: pd.Index[Any], ordinal: bool, categories: list[Any]) -> list[Any]:
    place = {name: position for position, name in enumerate(categories)}
    if ordinal and set(names) <= place.keys():
        return sorted(names, key=place.__getitem__)
    try:
        return sorted(names, key=float if ordinal else None)  # as text “10” comes before “9”
    except (TypeError, ValueError):
        pass
    try:
        return sorted(names)
    except TypeError:  # labels of several types have no order of their own
        return sorted(names, key=str)


def _in_order_given(names: pd.Index[Any], order: Sequence[Any]) -> pd.Index[Any]:
    import pandas as pd

    given: pd.Index[Any] = pd.Index(list(order))
    if given.has_duplicates:
        raise UserError("A label stands twice in the order given.", hint="Name each label once.")
    left_out = names.difference(given, sort=False)
    if len(left_out):
        raise UserError(f"The order given has no {left_out[0]!r}.", hint="Name every label, from lowest to highest.")
    return given


def _kinds(labels: pd.DataFrame, annotator: Ints, workers: pd.Index[Any]) -> list[Kind]:
    if columns.KIND not in labels.columns:
        return [Kind.HUMAN] * len(workers)
    text = labels[columns.KIND].fillna(Kind.HUMAN.value).astype(str).str.strip().str.lower()
    text = text.replace("", Kind.HUMAN.value)
    unknown = ~text.isin([kind.value for kind in Kind])
    if unknown.any():
        raise UserError(
            f"“{text[unknown].iloc[0]}” is no kind of annotator.", hint="Write human or llm in the column kind."
        )
    by_llm = (text == Kind.LLM.value).to_numpy()
    llm_answers = np.bincount(annotator, weights=by_llm, minlength=len(workers))
    both = (llm_answers > 0) & (llm_answers < np.bincount(annotator, minlength=len(workers)))
    if both.any():
        raise UserError(
            f"Worker {workers[int(both.argmax())]} is human in some rows and llm in others.",
            hint="Give people and LLMs different names.",
        )
    return [Kind.LLM if count else Kind.HUMAN for count in llm_answers]


def _families(labels: pd.DataFrame, annotator: Ints, n_workers: int) -> list[str] | None:
    """The family that stands in each worker's last row that has one."""
    if columns.FAMILY not in labels.columns:
        return None
    named = labels[columns.FAMILY].notna().to_numpy()
    families = [""] * n_workers
    for worker, family in zip(annotator[named], labels[columns.FAMILY][named], strict=True):
        families[worker] = str(family)
    return families


def _confidence(labels: pd.DataFrame) -> Floats | None:
    import pandas as pd

    if columns.CONFIDENCE not in labels.columns:
        return None
    given = labels[columns.CONFIDENCE]
    try:
        numbers = pd.to_numeric(given.replace("", None))
    except (ValueError, TypeError) as error:
        raise UserError(
            "The column confidence holds something that is no number.",
            hint="Give each confidence as a number from 0 to 1, or leave it empty.",
        ) from error
    return numbers.to_numpy(np.float64, na_value=np.nan)


def _gold_series(gold: Gold | None) -> pd.Series[Any] | None:
    """Gold labels by task, none missing; None where there are none."""
    import pandas as pd

    if gold is None or len(gold) == 0:
        return None
    if isinstance(gold, pd.DataFrame):
        required = (columns.ITEM, columns.LABEL)
        _check_table(gold, required, "The gold labels")
        known = gold.set_index(columns.ITEM)[columns.LABEL]
    else:
        known = gold if isinstance(gold, pd.Series) else pd.Series(dict(gold))
    if known.isna().any():
        raise UserError("Some gold tasks have no label.", hint="Drop them, for example with dropna().")
    differing = known.groupby(level=0).nunique() > 1
    if differing.any():
        raise UserError(
            f"Task {differing.idxmax()} has two different gold labels.", hint="Keep one gold label for each task."
        )
    return known[~known.index.duplicated()]


def _gold_codes(known: pd.Series[Any], tasks: pd.Index[Any], names: pd.Index[Any]) -> tuple[Ints, tuple[str, ...]]:
    import pandas as pd

    position = tasks.get_indexer(known.index)
    found = position >= 0
    if not found.any():
        raise UserError(
            f"No gold task has an answer: gold has {known.index[0]!r}, the labels {tasks[0]!r}.",
            hint="Write tasks alike in both: 1 and “1” are two tasks.",
        )
    gold = np.full(len(tasks), -1, dtype=np.int64)
    gold[position[found]] = names.get_indexer(pd.Index(known))[found]
    left_out = int((~found).sum())
    return gold, (f"{left_out:,} gold tasks have no answer and were left out.",) if left_out else ()
