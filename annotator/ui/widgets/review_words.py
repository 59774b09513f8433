"""What the Review page says about decisions, and what can be shown there."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from annotator.domain.model import Question
from annotator.domain.quoting import quoted
from annotator.services import adjudicating, reviewing
from annotator.services.adjudicating import Case, Decision, Gold
from annotator.texts import figure, moment
from annotator.ui import actions

IMPORTED = "imported"


def filters() -> tuple[tuple[str, str], ...]:
    """(text, kind of items) in their order."""
    return (
        (_tr("Conflicts"), "conflicts"),
        (_tr("Decided differently"), "contested"),
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
        return _tr("{count} items to measure by, at random").format(count=figure(count))
    noun = (_tr("1 conflict") if count == 1 else _tr("{count} conflicts")) if only == "conflicts" else (
        _tr("1 item") if count == 1 else _tr("{count} items")
    )  # fmt: skip
    named = {
        reviewing.GAIN: _tr("the most useful first"),
        reviewing.UNSURE: _tr("the least sure first"),
        reviewing.LLM_FIRST: _tr("the LLM against people first"),
        reviewing.ANSWERS: _tr("those with most answers first"),
    }.get(order, _tr("in the order of import"))
    return f"{noun.format(count=figure(count))}, {named}" if count > 1 else noun


def settled(case: Case, label_id: int | None, question: Question) -> str:
    """What was decided, and whether imported gold agrees."""
    names = {label.id: label.name for label in question.labels}
    decision = _tr("no right answer") if label_id is None else names[label_id]
    text = _tr("Settled: {title} → {label}.").format(title=adjudicating.excerpt(case.item, 40), label=decision)
    text = _with_way_back(text)
    gold = case.gold
    if gold is None or gold.source != IMPORTED or gold.label_id is None:
        return text
    if gold.label_id == label_id:
        return f"{text} {_tr('The imported gold agrees.')}"
    return f"{text} {_tr('The imported gold says {label}.').format(label=names.get(gold.label_id, ''))}"


def sent(case: Case, name: str) -> str:
    """What was sent back just now. name: to whom, "" for anybody."""
    text = _tr("Sent back to {name}: {title}.")
    return _with_way_back(text.format(name=name or _tr("anybody"), title=adjudicating.excerpt(case.item, 40)))


def _with_way_back(text: str) -> str:
    key = actions.key_of("review_undo")
    return f"{text} {_tr('{key} takes it back.').format(key=key)}" if key else text


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


def contested(case: Case, question: Question, names: Mapping[int, str]) -> str:
    """What was decided in two copies of the project that contradicts each other. names: by annotator id."""
    if not case.contested:
        return ""
    labels = {label.id: label.name for label in question.labels}
    parts = "; ".join(_decision(each, labels, names) for each in case.contested)
    return _tr(
        "Decided differently in both copies: {decisions}. Settle it anew; until then none of them counts."
    ).format(decisions=parts)


def _decision(decision: Decision, labels: Mapping[int, str], names: Mapping[int, str]) -> str:
    """ "Ann: spam, 2026-11-12 14:05, “clearly an advert”"."""
    who = _tr("from a file") if decision.annotator_id is None else names.get(decision.annotator_id, "?")
    label = _tr("no right answer") if decision.label_id is None else labels.get(decision.label_id, "?")
    reason = quoted(decision.why) if decision.why else ""
    return f"{who}: {', '.join(part for part in (label, _on(decision.at), reason) if part)}"


def _on(at: str) -> str:
    """When that was, in the time zone here; "" where it cannot be read."""
    try:
        return moment(datetime.datetime.fromisoformat(at))
    except ValueError:
        return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Review", text)
