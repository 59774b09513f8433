"""One distribution over the labels from several answers, or from numbers stated for some of the labels."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from annotator.texts import english

PANEL = english("vote share of {families} model families")

Distribution = dict[int, float]


class Opinion(NamedTuple):
    """What one model of a panel answered; label_id is None where it named none."""

    family: str
    label_id: int | None


class Combined(NamedTuple):
    """The label that several answers come to, its confidence 0..1, and where that comes from; no label, confidence or
    distribution where nobody named one."""

    label_id: int | None
    confidence: float | None
    distribution: Distribution | None
    source: str


def even(label_ids: Sequence[int]) -> Distribution:
    """Of an answer that says nothing."""
    return dict.fromkeys(label_ids, 1.0 / len(label_ids))


def certain(label_id: int, label_ids: Sequence[int]) -> Distribution:
    """Of an answer that is one vote."""
    return {each: float(each == label_id) for each in label_ids}


def spread(stated: Mapping[int, float], label_ids: Sequence[int]) -> Distribution:
    """Probability by label id from shares stated for some of them; sums to 1.

    What they leave is shared evenly by the labels not mentioned. Shares that sum to more than 1, or leave something
    where no label is left, are scaled.
    """
    total = sum(stated.values())
    others = [each for each in label_ids if each not in stated]
    if total <= 0.0:
        return even(label_ids)
    if total >= 1.0 or not others:
        return {each: stated.get(each, 0.0) / total for each in label_ids}
    rest = (1.0 - total) / len(others)
    return {each: stated.get(each, rest) for each in label_ids}


def mean(distributions: Sequence[Distribution]) -> Distribution:
    """Label by label; at least one distribution."""
    return {each: sum(d[each] for d in distributions) / len(distributions) for each in distributions[0]}


def likeliest(distribution: Distribution, named: Sequence[int]) -> int:
    """The label with the highest probability; of equal ones the one that was named first, then the first label."""
    top = max(distribution.values())
    best = [each for each, share in distribution.items() if share >= top - 1e-9]
    return next((each for each in named if each in best), best[0])


def panel(opinions: Sequence[Opinion], label_ids: Sequence[int]) -> Combined:
    """Vote share over model families: siblings make the same mistakes, so a family has one vote, which its models
    share. Of equal labels the one that more models named is taken, then the first label. Models that named no label
    are left out."""
    by_family: dict[str, list[int]] = defaultdict(list)
    for opinion in opinions:
        if opinion.label_id is not None:
            by_family[opinion.family].append(opinion.label_id)
    if not by_family:
        return Combined(None, None, None, "")
    votes = [mean([certain(label, label_ids) for label in labels]) for labels in by_family.values()]
    shares = mean(votes)
    models = Counter(label for labels in by_family.values() for label in labels)
    label_id = likeliest(shares, [label for label, _ in models.most_common()])
    return Combined(label_id, shares[label_id], shares, PANEL.format(families=len(by_family)))
