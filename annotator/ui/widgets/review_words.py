"""What the Review page says about decisions, and what can be shown there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from annotator.domain.model import Question
from annotator.services import adjudicating, reviewing
from annotator.services.adjudicating import Case, Gold

IMPORTED = "imported"


def filters() -> tuple[tuple[str, str], ...]:
    """(text, kind of items) in their order."""
    return (
        (_tr("Conflicts"), "conflicts"),
        (_tr("LLM against people"), "llm"),
        (_tr("Everything unsettled"), "all"),
        (_tr("Sent back"), "sent"),
        (_tr("No right answer"), "none"),
        (_tr("All settled"), "settled"),
        (_tr("At random, to measure"), adjudicating.RANDOM),
    )


def orders() -> tuple[tuple[str, str], ...]:
    """(text, order) in their order."""
    return (
        (_tr("Most useful first"), reviewing.GAIN),
        (_tr("Least sure first"), reviewing.UNSURE),
        (_tr("LLM against people first"), reviewing.LLM_FIRST),
        (_tr("Most answers first"), reviewing.ANSWERS),
        (_tr("As imported"), reviewing.IMPORTED),
    )


def counted(only: str, order: str, count: int) -> str:
    """Beside the title: how many items there are, and in which order."""
    if not count:
        return ""
    if only == adjudicating.RANDOM:
        return _tr("{count} items without gold, at random").format(count=f"{count:,}")
    noun = (_tr("1 conflict") if count == 1 else _tr("{count} conflicts")) if only == "conflicts" else (
        _tr("1 item") if count == 1 else _tr("{count} items")
    )  # fmt: skip
    named = {
        reviewing.GAIN: _tr("the most useful first"),
        reviewing.UNSURE: _tr("the least sure first"),
        reviewing.LLM_FIRST: _tr("the LLM against people first"),
        reviewing.ANSWERS: _tr("those with most answers first"),
    }.get(order, _tr("in the order of import"))
    return f"{noun.format(count=f'{count:,}')}, {named}" if count > 1 else noun


def settled(case: Case, label_id: int | None, question: Question) -> str:
    """What was decided, and whether imported gold agrees."""
    names = {label.id: label.name for label in question.labels}
    decision = _tr("no right answer") if label_id is None else names[label_id]
    text = _tr("Settled: {title} → {label}. Ctrl+Z takes it back.").format(
        title=adjudicating.excerpt(case.item, 40), label=decision
    )
    gold = case.gold
    if gold is None or gold.source != IMPORTED or gold.label_id is None:
        return text
    if gold.label_id == label_id:
        return f"{text} {_tr('The imported gold agrees.')}"
    return f"{text} {_tr('The imported gold says {label}.').format(label=names.get(gold.label_id, ''))}"


def known(gold: Gold | None, question: Question, *, shown: bool) -> str:
    """What is known to be right. shown: imported gold, too, which else would lead the decision."""
    if gold is None or (gold.source == IMPORTED and not shown):
        return _tr("There is no imported gold for this item.") if shown else ""
    names = {label.id: label.name for label in question.labels}
    name = _tr("no right answer") if gold.label_id is None else names.get(gold.label_id, "")
    text = _tr("Imported gold: {label}") if gold.source == IMPORTED else _tr("Settled: {label}")
    return " — ".join(part for part in (text.format(label=name), gold.why) if part)


def sent_back(case: Case, names: Mapping[int, str]) -> str:
    """To whom the item was sent back. names: by annotator id."""
    sent = case.sent_back
    if sent is None:
        return ""
    to = _tr("anybody") if sent.annotator_id is None else names.get(sent.annotator_id, "")
    return _tr("Sent back to {name}: “{note}”. It waits for an answer.").format(name=to, note=sent.note)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Review", text)
