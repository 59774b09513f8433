"""How far a run is and what it came to, for the window and the command line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from annotator.domain.model import Changes
from annotator.domain.words import counted
from annotator.llm.spending import NOTHING, Amount

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
            known = f"{dollars(self.money)} and " if self.money else ""
            return f"{known}an unknown price for {counted(self.unpriced, 'call')}"
        return dollars(self.money) if self.money else "nothing"


@dataclass(frozen=True)
class Progress:
    """How far a run is; rate in items a second, seconds_left None until it can be told."""

    done: int
    total: int
    labelled: int
    invalid: int
    failed: int
    rate: float
    seconds_left: float | None
    used: Used = Used()


@dataclass(frozen=True)
class Summary:
    """What a run came to. model: as litellm names it, also where the server was asked for it.

    stopped: before it had asked about everything. why: by what, in a sentence, where that was not a person.
    suspicious: items that try to give the model orders. repaired: invalid replies that people's rules repaired, which
    then have a label too.
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
    repaired: int = 0
    changes: Changes = field(default_factory=lambda: Changes(annotations=True, runs=True))

    def as_dict(self) -> dict[str, Any]:
        """For --json."""
        content = {name: value for name, value in vars(self).items() if name != "changes"}
        return content | {"used": vars(self.used) | {"spent": self.used.spent._asdict()}}


def sentences(summary: Summary) -> list[str]:
    """What a run came to, for people."""
    if not summary.asked and not summary.stopped:
        return [f"{summary.agent_name} has been asked about every item already; there was nothing to do."]
    invalid = summary.invalid - summary.repaired
    rest = [f"{summary.repaired:,} of them by a rule that repaired the reply"] if summary.repaired else []
    rest += [counted(invalid, "reply", "replies") + " named no label"] if invalid else []
    rest += [counted(summary.failed, "item") + " got no reply"] if summary.failed else []
    rest += [counted(summary.used.cached, "reply", "replies") + " came from the cache"] if summary.used.cached else []
    rest += [f"it cost {summary.used.cost}"] if summary.used.money or summary.used.unpriced else []
    labelled = summary.labelled + summary.repaired
    done = f"labelled {labelled:,} of {counted(summary.asked, 'item')} in {summary.seconds:.0f} s"
    told = ["; ".join([f"{summary.agent_name} {done}", *rest]) + "."]
    told += [f"  {counted(number, 'item')}: {sentence}" for _, sentence, number in summary.failures]
    if summary.suspicious:
        told.append(f"{suspects(summary.suspicious)}: look at {'it' if summary.suspicious == 1 else 'them'}.")
    if summary.stopped:
        told.append(summary.why or "Stopped; start again to go on with the rest.")
    return told


def suspects(number: int) -> str:
    """ "3 items try to give the model orders"."""
    return f"{counted(number, 'item')} {'tries' if number == 1 else 'try'} to give the model orders"


def dollars(money: float) -> str:
    """US dollars in as many digits as say something."""
    if money and money < 0.01:
        return f"${money:.2g}" if money >= 0.0001 else f"${money:.1e}"
    return f"${money:,.2f}"
