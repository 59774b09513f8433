"""How far a run is and what it came to, for the window and the command line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from annotator.domain.model import Changes
from annotator.domain.words import counted
from annotator.llm.spending import NOTHING, Amount
from annotator.texts import figure, numeral, say, say_count

Failures = tuple[tuple[str, str, int], ...]  # (class, sentence, number of items) of items that got no reply


@dataclass(frozen=True)
class Used:
    """What replies took. cached: how many were known from before, and cost nothing. unpriced: calls whose price nobody
    knows. money: US dollars, of the others. spent: the most that all calls together may have cost, also those without
    an answer; of an interrupted run with what it had spent before."""

    requests: int = 0
    cached: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    money: float = 0.0
    unpriced: int = 0
    spent: Amount = NOTHING

    @property
    def cost(self) -> str:
        """In words."""
        if self.unpriced:
            known = say("{money} and ", money=dollars(self.money)) if self.money else ""
            return say("{known}an unknown price for {calls}", known=known, calls=counted(self.unpriced, "call"))
        return dollars(self.money) if self.money else "nothing"


@dataclass(frozen=True)
class Progress:
    """How far a run is; rate in items a second, seconds_left None until it can be told.

    waiting: replies of an interrupted run that are waited for before anything is asked, as far as is known.
    reading: texts that the built-in model has yet to read before anything is asked; None where it reads nothing.
    """

    done: int
    total: int
    labelled: int
    invalid: int
    failed: int
    rate: float
    seconds_left: float | None
    used: Used = Used()
    waiting: int | None = None
    reading: int | None = None


@dataclass(frozen=True)
class Summary:
    """What a run came to. model: as litellm names it, also where the server was asked for it.

    stopped: before it had asked about everything. why: by what, in a sentence, where that was not a person.
    suspicious: items that try to give the model orders. cut: items whose text was cut to fit the model. repaired:
    invalid replies that people's rules repaired, which then have a label too. note: what was done in another way than
    was asked for, in a sentence. total: items that it was to ask about.
    """

    agent_name: str
    model: str
    asked: int
    labelled: int
    invalid: int
    failed: int
    failures: Failures
    stopped: bool
    seconds: float
    why: str = ""
    used: Used = Used()
    suspicious: int = 0
    cut: int = 0
    repaired: int = 0
    note: str = ""
    total: int = 0
    changes: Changes = field(default_factory=lambda: Changes(annotations=True, runs=True))

    def as_dict(self) -> dict[str, Any]:
        """For --json."""
        content = {name: value for name, value in vars(self).items() if name != "changes"}
        return content | {"used": vars(self.used) | {"spent": self.used.spent._asdict()}}


def sentences(summary: Summary) -> list[str]:
    """What a run came to, for people."""
    if not summary.asked and not summary.stopped:
        return [
            *([summary.note] if summary.note else []),
            say(
                "{agent_name} has been asked about every item already; there was nothing to do.",
                agent_name=summary.agent_name,
            ),
        ]
    invalid = summary.invalid - summary.repaired
    rest = (
        [say("{repaired} of them by a rule that repaired the reply", repaired=figure(summary.repaired))]
        if summary.repaired
        else []
    )
    rest += [say_count(invalid, "{n} reply named no label", "{n} replies named no label")] if invalid else []
    rest += [say_count(summary.failed, "{n} item got no reply", "{n} items got no reply")] if summary.failed else []
    rest += (
        [say_count(summary.used.cached, "{n} reply came from the cache", "{n} replies came from the cache")]
        if summary.used.cached
        else []
    )
    rest += [say("it cost {cost}", cost=summary.used.cost)] if summary.used.money or summary.used.unpriced else []
    labelled = summary.labelled + summary.repaired
    done = say(
        "labelled {labelled} of {items} in {seconds} s",
        labelled=figure(labelled),
        items=counted(max(summary.asked, summary.total), "item"),
        seconds=figure(summary.seconds),
    )
    told = ["; ".join([f"{summary.agent_name} {done}", *rest]) + "."]
    told += [summary.note] if summary.note else []
    told += [f"  {counted(number, 'item')}: {sentence}" for _, sentence, number in summary.failures]
    if summary.cut:
        told.append(too_long(summary.cut))
    if summary.suspicious:
        told.append(
            say_count(
                summary.suspicious,
                "{n} item tries to give the model orders: look at it.",
                "{n} items try to give the model orders: look at them.",
            )
        )
    if summary.stopped:
        told.append(summary.why or say("Stopped; start again to go on with the rest."))
    return told


def waiting_for(left: int) -> str:
    """What an interrupted run that goes on does first, for people."""
    return say_count(
        left,
        "Waiting for {n} reply that is still on its way from before …",
        "Waiting for {n} replies that are still on their way from before …",
    )


def reading(left: int) -> str:
    """What comes first where examples are chosen by what they mean, for people."""
    return say_count(
        left,
        "The built-in model reads {n} text, to find the examples nearest in meaning …",
        "The built-in model reads {n} texts, to find the examples nearest in meaning …",
    )


def too_long(number: int) -> str:
    """About texts of which the model has read the beginning only."""
    return say_count(
        number,
        "{n} text is too long for the model: it has read the beginning only.",
        "{n} texts are too long for the model: it has read their beginnings only.",
    )


def suspects(number: int) -> str:
    """ "3 items try to give the model orders"."""
    return say_count(number, "{n} item tries to give the model orders", "{n} items try to give the model orders")


def dollars(money: float) -> str:
    """US dollars in as many digits as say something."""
    if money and money < 0.01:
        return f"${numeral(f'{money:.2g}' if money >= 0.0001 else f'{money:.1e}')}"
    return f"${figure(money, 2)}"
