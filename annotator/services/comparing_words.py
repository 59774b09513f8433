"""Comparisons of agents and people in words, for the command line."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.domain.confidence_quality import Signal
from annotator.domain.intervals import Share
from annotator.domain.words import counted, percent
from annotator.services import measuring
from annotator.services.agreement import in_words
from annotator.services.comparing import Pair, Standing
from annotator.services.estimating import duration
from annotator.services.run_summary import dollars
from annotator.texts import figure, numeral, say


def sentences(found: Sequence[Standing], left_out: str = "") -> list[str]:
    """A few lines for each. left_out: about gold that does not count, see `measuring`."""
    if not found:
        return [say("Nobody has answered yet.")]
    lines = [line for standing in found for line in _lines(standing)]
    return [*lines, say("Note: {note}", note=left_out)] if left_out else lines


def pair_sentences(found: Pair) -> list[str]:
    """What the two say of the same items, as a table with a row for each label of the first."""
    if not found.items:
        return [say("No item has a label of both {one} and {other}.", one=found.one, other=found.other)]
    same = say("they say the same of {share}", share=_share(found.same))
    told = [
        say(
            "{one} and {other}, on {items} that both labelled: {same}.",
            one=found.one,
            other=found.other,
            items=counted(found.items, "item"),
            same=same,
        )
    ]
    told.append(say("Cohen's kappa: {in_words}.", in_words=in_words(found.kappa)))
    if found.accuracy_one.of and say("Gold") not in (found.one, found.other):
        told.append(
            say(
                "On gold {one} is right on {share}, {other} on"
                " {share_2}; {only_one} are right by {one} alone,"
                " {only_other} by {other} alone.",
                one=found.one,
                share=_share(found.accuracy_one),
                other=found.other,
                share_2=_share(found.accuracy_other),
                only_one=figure(found.only_one),
                only_other=figure(found.only_other),
            )
        )
    return [*told, *_table(found), *(say("Note: {note}", note=note) for note in found.notes)]


def without_label(found: Standing) -> list[str]:
    """How many answers say no label, by why."""
    told = [say("{skipped} skipped", skipped=figure(found.skipped))] if found.skipped else []
    return told + ([say("{invalid} invalid", invalid=figure(found.invalid))] if found.invalid else [])


def without_signal(found: Standing) -> str:
    """Of a confidence that is the same whether the answer is right or wrong: its calibration error may still be small,
    as that of one number for all answers is. "" for all others."""
    if found.quality is None or found.quality.auroc.signal is not Signal.ABSENT:
        return ""
    return say("it does not tell right answers from wrong ones")


def _lines(found: Standing) -> list[str]:
    rest = without_label(found)
    who = "LLM" if found.is_llm else say("all of them") if found.who is None else "person"
    told = [f"{found.name} ({who}): {', '.join([counted(found.labels, 'answer'), *rest])}"]
    if found.accuracy.of:
        told.append(
            say("  Right on {share} of {of} with gold", share=_share(found.accuracy), of=figure(found.accuracy.of))
            + measuring.invalid(found.invalid_on_gold)
        )
    if found.who is not None:
        told.append(say("  Kappa with gold: {in_words}", in_words=in_words(found.with_gold)))
    told.append(say("  Kappa {withs}: {in_words}", withs=_with(found), in_words=in_words(found.with_people)))
    told += _calibration(found) + _cost(found)
    if found.verdict is not None:
        told.append(say("  Alternative annotator test: {sentence}", sentence=found.verdict.sentence))
    return told


def _with(found: Standing) -> str:
    if found.who is None:
        return say("between people")
    return say("with people") if found.is_llm else say("with the other people")


def _calibration(found: Standing) -> list[str]:
    quality = found.quality
    if quality is None:
        return []
    area = quality.auroc
    surer = (
        say("AUROC undefined")
        if area.value is None
        else say(
            "AUROC {value} ({low} to {high})",
            value=figure(area.value, 2),
            low=figure(area.low, 2),
            high=figure(area.high, 2),
        )
    )
    told = say(
        "  Confidence, {stage}: calibration error {error}, {surer}",
        stage=found.stage,
        error=figure(quality.error, 3),
        surer=surer,
    )
    return ["; ".join(filter(None, (told, without_signal(found))))]


def _cost(found: Standing) -> list[str]:
    parts = []
    if found.is_llm and found.money is not None:
        if found.all_known:
            each = say("since all replies were known before")
        elif found.per_1000 is None:
            each = say("an unknown price")
        else:
            each = say("{money} for 1,000 items", money=dollars(found.per_1000))
        parts.append(say("{money} so far, {each}", money=dollars(found.money), each=each))
    if found.seconds is not None:
        quick = f"{numeral(f'{found.seconds:.2g}')} s" if found.seconds < 60 else duration(found.seconds)
        parts.append(say("{quick} for an item", quick=quick))
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
    return [say("Rows: {one}; columns: {other}", one=found.one, other=found.other), f"  {'':{width}}{head}", *rows]


def _share(share: Share) -> str:
    return say(
        "{share} ({share_2} to {share_3})",
        share=percent(share.value or 0),
        share_2=percent(share.low),
        share_3=percent(share.high),
    )
