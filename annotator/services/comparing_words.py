"""Comparisons of agents and people in words, for the command line."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.domain.intervals import Share
from annotator.domain.words import counted, percent
from annotator.services.agreement import in_words
from annotator.services.comparing import Pair, Standing
from annotator.services.estimating import duration
from annotator.services.run_summary import dollars


def sentences(found: Sequence[Standing]) -> list[str]:
    """A few lines for each."""
    if not found:
        return ["Nobody has answered yet."]
    return [line for standing in found for line in _lines(standing)]


def pair_sentences(found: Pair) -> list[str]:
    """What the two say of the same items, as a table with a row for each label of the first."""
    if not found.items:
        return [f"No item has a label of both {found.one} and {found.other}."]
    same = f"they say the same of {_share(found.same)}"
    told = [f"{found.one} and {found.other}, on {counted(found.items, 'item')} that both labelled: {same}."]
    told.append(f"Cohen's kappa: {in_words(found.kappa)}.")
    if found.accuracy_one.of and "Gold" not in (found.one, found.other):
        told.append(
            f"On gold {found.one} is right on {_share(found.accuracy_one)}, {found.other} on"
            f" {_share(found.accuracy_other)}; {found.only_one:,} are right by {found.one} alone,"
            f" {found.only_other:,} by {found.other} alone."
        )
    return [*told, *_table(found), *(f"Note: {note}" for note in found.notes)]


def _lines(found: Standing) -> list[str]:
    rest = [f"{found.skipped:,} skipped"] if found.skipped else []
    rest += [f"{found.invalid:,} invalid"] if found.invalid else []
    who = "LLM" if found.is_llm else "all of them" if found.who is None else "person"
    told = [f"{found.name} ({who}): {', '.join([counted(found.labels, 'label'), *rest])}"]
    if found.accuracy.of:
        told.append(f"  Right on {_share(found.accuracy)} of {found.accuracy.of:,} with gold")
    if found.who is not None:
        told.append(f"  Kappa with gold: {in_words(found.with_gold)}")
    told.append(f"  Kappa {_with(found)}: {in_words(found.with_people)}")
    told += _calibration(found) + _cost(found)
    if found.verdict is not None:
        told.append(f"  Alternative annotator test: {found.verdict.sentence}")
    return told


def _with(found: Standing) -> str:
    if found.who is None:
        return "between people"
    return "with people" if found.is_llm else "with the other people"


def _calibration(found: Standing) -> list[str]:
    quality = found.quality
    if quality is None:
        return []
    area = quality.auroc
    surer = "AUROC undefined" if area.value is None else f"AUROC {area.value:.2f} ({area.low:.2f} to {area.high:.2f})"
    return [f"  Confidence, {found.stage}: calibration error {quality.error:.3f}, {surer}"]


def _cost(found: Standing) -> list[str]:
    parts = []
    if found.is_llm and found.money is not None:
        each = "an unknown price" if found.per_1000 is None else f"{dollars(found.per_1000)} for 1,000 items"
        parts.append(f"{dollars(found.money)} so far, {each}")
    if found.seconds is not None:
        quick = f"{found.seconds:.2g} s" if found.seconds < 60 else duration(found.seconds)
        parts.append(f"{quick} for an item")
    return [f"  {'; '.join(parts)}"] if parts else []


def _table(found: Pair) -> list[str]:
    names = [label.name for label in found.labels]
    width = max(map(len, [*names, found.one])) + 2
    widths = [max(len(name), 7) + 2 for name in names]
    head = "".join(f"{name:>{w}}" for name, w in zip(names, widths, strict=True))
    rows = [
        f"  {name:{width}}" + "".join(f"{number:>{w},}" for number, w in zip(row, widths, strict=True))
        for name, row in zip(names, found.counts.tolist(), strict=True)
    ]
    return [f"Rows: {found.one}; columns: {found.other}", f"  {'':{width}}{head}", *rows]


def _share(share: Share) -> str:
    return f"{percent(share.value or 0)} ({percent(share.low)} to {percent(share.high)})"
