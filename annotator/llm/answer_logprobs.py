"""Label log-probabilities from the first tokens of a free answer, where they tell the labels apart."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

from annotator.domain.model import Label
from annotator.llm.spelling import normal

_LEAST = 1e-9
_FURTHEST = 12  # tokens; what an answer means is clear by then

_DATA = re.compile(r"[{,]\s*\"label\"\s*:\s*\"")

# What is left of each label's spelling, by label id, as far as the label may still follow.
_Rest = dict[int, str]


def label_logprobs(places: Sequence[Any], labels: Sequence[Label], chosen: int) -> dict[int, float] | None:
    """Raw log-probability by label id; None where the answer, or its label where it is data, does not start with the
    chosen label.

    places: the answer's tokens as an OpenAI-compatible server reports them, each with `token`, `logprob` and
    `top_logprobs`. A label that never shows among the reported tokens gets the most that is consistent with that:
    what the reported ones leave over, and no more than the least of them.
    """
    rest = {label.id: _letters(label.name) for label in labels}
    begin = _begin(places)
    opening = next((i for i, place in enumerate(places) if i >= begin and _letters(place.token)), None)
    if opening is None or len(set(rest.values())) < len(rest) or not all(rest.values()):
        return None
    first = places[opening]
    if chosen not in _going_on(rest, _letters(first.token)):
        return None
    found = _shares(places[opening : opening + _FURTHEST], rest)
    reported = _probabilities(first)
    floor = max(_LEAST, min(1.0 - sum(reported.values()), *reported.values()))
    return {label.id: math.log(max(found.get(label.id, 0.0), floor)) for label in labels}


def _begin(places: Sequence[Any]) -> int:
    """The place of the answer in an answer that is data; the first one where it is none."""
    text = "".join(place.token for place in places)
    found = _DATA.search(text)
    length = 0
    for i, place in enumerate(places):
        length += len(place.token)
        if found is not None and length > found.end():
            return i
    return 0


def _shares(places: Sequence[Any], rest: _Rest) -> dict[int, float]:
    """Probability by label id of the labels in `rest`, given the answer before `places`."""
    if len(rest) == 1 or not places:
        return dict.fromkeys(rest, 1.0 / len(rest))
    taken = _letters(places[0].token)
    found = dict.fromkeys(rest, 0.0)
    for text, probability in _probabilities(places[0]).items():
        below = _going_on(rest, text)
        if not below:
            continue
        # Of a token that was not taken it is unknown how the model would have gone on: equal shares.
        for label, share in _shares(places[1:] if text == taken else (), below).items():
            found[label] += probability * share
    return found


def _going_on(rest: _Rest, text: str) -> _Rest:
    """The labels that may follow with this token; a complete one does where no longer one goes on."""
    longer = {label: left[len(text) :] for label, left in rest.items() if text and left.startswith(text)}
    if longer:
        return longer
    complete = {label: "" for label, left in rest.items() if not left}
    if complete:
        return complete
    return {} if text else rest


def _probabilities(place: Any) -> dict[str, float]:
    """Probability by the letters of a token: those that differ only in case, spaces or quotes are summed."""
    raw = {top.token: math.exp(top.logprob) for top in place.top_logprobs or []}
    raw[place.token] = math.exp(place.logprob)
    summed: dict[str, float] = {}
    for token, share in raw.items():
        summed[_letters(token)] = summed.get(_letters(token), 0.0) + share
    return summed


def _letters(text: str) -> str:
    """What a token, or a name, spells: no case, spaces, quotes or markup."""
    return "".join(normal(text).split()).strip("\"'`*#_.:{}[]()“”«»|-")
