"""How many answers does a project need? Collected answers replayed as if asked for one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.api.aggregation import coded
from annotator.domain import replay as replays
from annotator.domain.aggregation import columns
from annotator.domain.model import Kind
from annotator.domain.replay import Policy
from annotator.errors import UserError

if TYPE_CHECKING:
    import pandas as pd

    from annotator.api.aggregation import Gold


class Replayed(NamedTuple):
    """One entry each refit: human answers per item so far, their share of all, accuracy on gold, and (unanswered) how
    many items have no answer yet. Those count as the label that is most frequent by then."""

    answers_per_item: list[float]
    share: list[float]
    accuracy: list[float]
    target: float
    reached_at: float | None
    kept_from: float | None
    unanswered: list[int]


def replay(
    labels: pd.DataFrame,
    gold: Gold,
    llm: str | float | None = None,
    policy: Policy = "adaptive",
    seed: int = 0,
    *,
    ordinal: bool | Sequence[Any] = False,
) -> Replayed:
    """Accuracy of the merged labels while people's answers come in where the policy asks for them.

    labels: as for `aggregate`. gold: known labels, for measuring only.
    llm: the worker whose answers are there from the start; or an accuracy from 0 to 1, for which an LLM is simulated;
    or None, in which case workers of kind llm are there from the start, if there are any.
    ordinal: as for `aggregate`.
    target: accuracy of merging all answers; reached_at: the share of human answers at which it is first reached and
    kept for three steps, or to the end where fewer follow; None if never. Steps are small at first; kept_from is the
    share at which it is kept for 15 % of all human answers too, None also where fewer than that, or than three steps,
    follow.
    """
    answers = coded(_with_kind(labels, llm) if isinstance(llm, str) else labels, gold, ordinal=ordinal)
    if answers.gold is None:
        raise UserError("There is no gold.", hint="Give known labels for some of the tasks.")
    responses = answers.responses
    if isinstance(llm, (int, float)) and not isinstance(llm, bool):
        if not 0 <= llm <= 1:
            raise UserError(f"The LLM's accuracy is {llm:g}.", hint="Give a number from 0 to 1, for example 0.8.")
        responses = replays.beside_llm(responses, answers.gold, float(llm), seed=seed)
    found = replays.replay(responses, answers.gold, policy=policy, seed=seed)
    target = replays.accuracy_of_all(responses, answers.gold)
    return Replayed(
        found.answers_per_item.tolist(),
        found.share.tolist(),
        found.accuracy.tolist(),
        target,
        reached_at=found.reaches(target),
        kept_from=found.kept_from(target),
        unanswered=found.unanswered.tolist(),
    )


def _with_kind(labels: pd.DataFrame, llm: str) -> pd.DataFrame:
    """The answers with this worker marked as an LLM."""
    is_llm = labels[columns.ANNOTATOR].astype(str) == llm
    if not is_llm.any():
        raise UserError(f"No worker is called “{llm}”.", hint="Give the name as it stands in the column worker.")
    kind = labels[columns.KIND] if columns.KIND in labels.columns else Kind.HUMAN.value
    marked = labels.assign(**{columns.KIND: kind})
    marked.loc[is_llm, columns.KIND] = Kind.LLM.value
    return marked
