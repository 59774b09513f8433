"""What every model takes, gives back and raises, whoever runs it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol

from annotator.domain.model import Question
from annotator.llm.methods import Rung

LABEL_PROBABILITY = "label probability"
BETWEEN = "\n---\n"  # the replies of several calls about one item


class ParseStatus(StrEnum):
    """Whether a reply names exactly one permitted label."""

    LABEL = "label"
    INVALID = "invalid"


class Fault(StrEnum):
    """Why a call failed, in the kinds a person can act on."""

    KEY = "key"
    CREDIT = "credit"
    RATE = "rate"
    SERVER = "server"
    TIMEOUT = "timeout"
    NETWORK = "network"
    CONTEXT = "context"
    REFUSED = "refused"
    ADDRESS = "address"
    OTHER = "other"


PASSING = frozenset({Fault.RATE, Fault.SERVER, Fault.TIMEOUT, Fault.NETWORK})
# With these no other item can succeed either, so the run should stop instead of failing item by item.
HOPELESS = frozenset({Fault.KEY, Fault.CREDIT, Fault.ADDRESS})


@dataclass(frozen=True)
class LabelRequest:
    """One item to be labelled. `text` is the item's fields as rendered; the question's labels have their ids.

    examples: (text, label name) pairs; where they are the same for every item the prompt's start stays cached.
    fields: (name, text) of each field, for templates that name them.
    """

    text: str
    question: Question
    examples: tuple[tuple[str, str], ...] = ()
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Reply:
    """What a model answered about one item.

    raw: what it wrote; of several calls one after the other, between `BETWEEN`.
    logprobs: raw log-probability by label id, before any calibration; None where the model gives none.
    label_id: the label named or most probable; None exactly when the reply is invalid.
    confidence: 0..1 before calibration with gold, from what `confidence_source` says; None when the reply is invalid.
    cost: in US dollars; None when unknown (a model on this machine costs 0).
    truncated: whether the item's text was cut to fit the model.
    rung: the form in which it answered, the lowest of several calls.
    distribution: probability by label id that the confidence was read from, sums to 1; None when the reply is invalid.
    calls: how many answers this took; tokens, cost and seconds are those of all of them.
    note: what was read into the reply, as a misspelt label; "" for nothing.
    suspicion: in what way the item tries to give the model orders, "" where it does not.
    """

    raw: str
    logprobs: dict[int, float] | None
    label_id: int | None
    confidence: float | None
    confidence_source: str
    parse_status: ParseStatus
    invalid_reason: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    seconds: float = 0.0
    cost: float | None = None
    truncated: bool = False
    rung: Rung = Rung.TEXT
    distribution: dict[int, float] | None = None
    calls: int = 1
    note: str = ""
    suspicion: str = ""


class Paid(NamedTuple):
    """What calls have used. cost: in US dollars, None where that of any of them is unknown."""

    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float | None = 0.0

    def plus(self, other: Paid) -> Paid:
        unknown = self.cost is None or other.cost is None
        return Paid(
            self.calls + other.calls,
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
            None if unknown else (self.cost or 0.0) + (other.cost or 0.0),
        )


class CallFailed(Exception):  # noqa: N818 - reads as what happened
    """One item that got no reply; the message is a sentence for a person and never holds a key.

    paid: the calls about this item that were answered before the one that failed, and are to be booked.
    """

    def __init__(
        self, kind: Fault, message: str, *, retry_after: float | None = None, paid: Paid | None = None
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.retry_after = retry_after  # seconds, as the server asked
        self.paid = paid or Paid()

    @property
    def passing(self) -> bool:
        """Whether the same call may succeed a little later."""
        return self.kind in PASSING

    @property
    def hopeless(self) -> bool:
        """Whether every other call of the run must fail the same way."""
        return self.kind in HOPELESS


class Model(Protocol):
    """A model that is ready to be asked; `close` frees what it holds and may be called twice."""

    @property
    def name(self) -> str: ...

    @property
    def family(self) -> str: ...

    @property
    def local(self) -> bool:
        """Whether no text leaves this machine."""
        ...

    @property
    def in_flight(self) -> int:
        """How many requests at once are worth having."""
        ...

    async def ask(self, request: LabelRequest) -> Reply:
        """The model's answer about one item; raises CallFailed when there is none, ModelProblem when there
        cannot be any."""
        ...

    async def close(self) -> None: ...
