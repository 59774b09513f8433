"""What the merge says of an item, and why, in words."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from math import exp

from PySide6.QtCore import QCoreApplication

from annotator.domain.model import Annotator, Kind
from annotator.domain.quoting import quoted
from annotator.services.adjudicating import Case
from annotator.services.merging import AnnotatorReport
from annotator.services.weighing import MUCH, Weight
from annotator.texts import figure, moment, numeral
from annotator.ui.widgets.conflict_list import short

AUTO = "auto"
_MOST = 1_000  # times as likely; beyond, only that it is more
_ENOUGH_GOLD = 20  # a share of fewer items says more about chance than about the annotator
_LEAST = 0.005  # parts that round to nothing are not shown


def why(case: Case, method: str, name_of: Callable[[Annotator], str], *, hidden: bool = False) -> str:
    """One sentence or two; "" where nothing is merged. hidden: not to say who is an LLM."""
    if not case.merged:
        return ""
    if case.weight is None:
        return _no_weights(case, method)
    weight = case.weight
    text = _tr("{label} is {times} as likely as {other}").format(
        label=quoted(weight.label.name), other=quoted(weight.other.name), times=times(weight.log_odds)
    )
    leading = _leading(case, weight)
    text += f", {_tr('mostly because of {name}').format(name=name_of(leading))}." if leading is not None else "."
    if abs(weight.discount) >= MUCH:
        text = f"{text} {_discounted(case, weight, hidden=hidden)}"
    return text


def parts(weight: Weight) -> list[tuple[float, str, str]]:
    """(log odds, name, meaning) of what is no answer; what is next to nothing is left out."""
    less = weight.discount * sum(weight.answers.values()) <= 0
    found = (
        (
            weight.prior,
            _tr("How frequent labels are"),
            _tr("What is expected before anybody has answered, from how frequent the labels are and from gold."),
        ),
        (
            weight.discount,
            _tr("Together they count for less") if less else _tr("Together they count for more"),
            _tr(
                "Each answer is shown as it would count alone. Annotators err together on hard items, and LLMs of one"
                " family on the same ones, so that together they count for less than their sum."
            ),
        ),
    )
    return [part for part in found if abs(part[0]) >= _LEAST]


def weights_meaning() -> str:
    return _tr(
        "How much each answer speaks for the most probable label (to the right) or for the next one (to the left): the"
        " logarithm of the odds that it adds. All bars together are what the merge says."
    )


def right_meaning() -> str:
    return _tr("How often an item is what this annotator says, when they give this label; from the last merge")


def meaning(part: float, weight: Weight) -> str:
    """What one bar says."""
    one, other = (weight.label, weight.other) if part >= 0 else (weight.other, weight.label)
    text = _tr("By itself this answer makes {label} {times} as likely against {other}.")
    return text.format(label=quoted(one.name), other=quoted(other.name), times=times(abs(part)))


def reliability(who: str, label: str, share: float, report: AnnotatorReport | None) -> str:
    """label: "" for any."""
    if label:
        text = _tr("When {who} says “{label}”, the item is “{label}” in {percent} of cases, as merging estimates it.")
    else:
        text = _tr("An answer of {who} is right in {percent} of cases, as merging estimates it.")
    text = text.format(who=who, label=label, percent=percent(share))
    known = None if report is None else report.accuracy
    if known is None or known.value is None or known.of < _ENOUGH_GOLD:
        return text
    measured = _tr("Of {count} items with gold {percent} were right (95 % interval {low} to {high}).").format(
        count=known.of, percent=percent(known.value), low=short(known.low), high=short(known.high)
    )
    return f"{text} {measured}"


def times(log_odds: float) -> str:
    """ "3.2 times", from log odds of at least 0."""
    value = exp(min(log_odds, 50.0))
    if value >= _MOST:
        return _tr("over {count} times").format(count=figure(_MOST))
    return _tr("{count} times").format(count=figure(value, 1) if value < 10 else figure(value))


def signed(value: float) -> str:
    """With its sign, a true minus, and one digit behind the point; two where it is small."""
    text = f"{value:+.1f}" if abs(value) >= 0.1 else f"{value:+.2f}"
    return "0" if not text.strip("+-0.") else numeral(text).replace("-", "−")


def percent(share: float) -> str:
    return f"{figure(100 * share)} %"


def duration(seconds: float | None) -> str:
    if seconds is None:
        return ""
    if seconds < 60:
        return _tr("{count} s").format(count=figure(seconds, 1) if seconds < 10 else figure(seconds))
    return _tr("{count} min").format(count=figure(seconds / 60))


def answered(at: str) -> str:
    """When an answer was given, in the time zone here; "" where that cannot be read."""
    if not at:
        return _tr("Imported; the file does not say when it was given")
    try:
        when = datetime.datetime.fromisoformat(at)
    except ValueError:
        return ""
    return _tr("Answered on {when}").format(when=moment(when))


def numbered(number: int) -> str:
    return _tr("Annotator {number}").format(number=number)


def simulated(name: str) -> str:
    """The name of one that a script made up, saying so unless it does already."""
    return name if "simulated" in name.casefold() else _tr("{name} (simulated)").format(name=name)


def _no_weights(case: Case, method: str) -> str:
    if case.breaks_down:
        return _tr("Answers came after the last merge; merge again to see what each of them weighs.")
    if method == AUTO:
        return _tr("This merge was stored without what each answer weighs; merge again to see it.")
    return _tr("The method {method} does not tell what each answer weighs; auto does.").format(method=method)


def _leading(case: Case, weight: Weight) -> Annotator | None:
    """Whose answer speaks most for the label; None where no one does."""
    by_id = {answer.annotator.id: answer.annotator for answer in case.answers}
    best = max(weight.answers, key=lambda id_: weight.answers[id_], default=None)
    return by_id.get(best) if best is not None and weight.answers[best] > 0 else None


def _discounted(case: Case, weight: Weight, *, hidden: bool) -> str:
    llms = [a.annotator for a in case.answers if a.annotator.kind is Kind.LLM and a.label_id is not None]
    families = {llm.family for llm in llms}
    if len(llms) > len(families) and not hidden:
        return _tr("LLMs of one family err together, so that their answers count for less.")
    if weight.discount * sum(weight.answers.values()) <= 0:
        return _tr("Annotators err together on hard items, so that their answers together count for less.")
    return _tr("Answers that agree are believed a little more together.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Evidence", text)
