"""Which items somebody wants to see: a value that can be kept, sent between pages, and read out as a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any, NamedTuple

from annotator.errors import UserError


class State(StrEnum):
    """What an item can be filtered by. Of the first six, which the overview counts, every item is in exactly one."""

    ACCEPTED = "accepted"
    ANSWERED = "answered"  # by people
    WAITING = "waiting"
    CONFLICT = "conflict"
    SETTLED = "settled"
    NOT_ROUTED = "not routed"
    INVALID = "invalid"  # has a reply of an LLM that names no label
    SUSPICIOUS = "suspicious"  # tries to give an LLM orders
    FLAGGED = "flagged"
    COMMENTED = "commented"


class Agreement(StrEnum):
    """How the labels given to an item stand to one another. Skipped items and invalid replies do not count."""

    UNANIMOUS = "unanimous"  # two or more, all the same
    DIFFERING = "differing"
    LLM_AGAINST_PEOPLE = "llm against people"  # the LLM's label is not one of those that most people gave


class Range(NamedTuple):
    """From low to below high; a high of 1 is part of it."""

    low: float = 0.0
    high: float = 1.0


class Names(NamedTuple):
    """How people call the labels and annotators of a project, by id."""

    labels: Mapping[int, str]
    annotators: Mapping[int, str]


@dataclass(frozen=True)
class Filter:
    """All conditions that are set must hold; of several values of one condition, one is enough.

    text: what to search for in ids, fields and metadata. consensus, gold, llm, people: label ids, merged, known, and
    given by any LLM or any person; gold of None stands for "no right answer". annotators: ids of those of whom one has
    answered; with them, `llm` and `people` look at their answers alone. confidence: as the LLM last added claims it.
    entropy: of the merged result, 0 (sure) to 1. metadata: (column, value). comment: a text within a comment.
    """

    text: str = ""
    consensus: tuple[int, ...] = ()
    gold: tuple[int | None, ...] = ()
    llm: tuple[int, ...] = ()
    people: tuple[int, ...] = ()
    annotators: tuple[int, ...] = ()
    confidence: Range | None = None
    entropy: Range | None = None
    states: tuple[State, ...] = ()
    agreement: Agreement | None = None
    metadata: tuple[tuple[str, str], ...] = ()
    comment: str = ""
    tags: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is asked for; an empty filter finds all items."""
        return self != Filter()

    def without(self, name: str) -> Filter:
        """Without one of its conditions."""
        return self.having(name, getattr(Filter(), name))

    def having(self, name: str, value: Any) -> Filter:
        """With another value of one condition."""
        return replace(self, **{name: value})

    def conditions(self) -> list[str]:
        """The names of those that are set, in the order of a sentence."""
        return [part.name for part in fields(self) if getattr(self, part.name) != getattr(Filter(), part.name)]

    def as_dict(self) -> dict[str, Any]:
        """For JSON: only what is set."""
        return {name: _plain(getattr(self, name)) for name in self.conditions()}

    @classmethod
    def from_dict(cls, content: Mapping[str, Any]) -> Filter:
        """What `as_dict` gave. A UserError where a newer version has saved what this one does not know."""
        unknown = set(content) - {part.name for part in fields(cls)}
        try:
            if unknown:
                raise ValueError(", ".join(sorted(unknown)))
            return cls(**{name: _READ.get(name, tuple)(value) for name, value in content.items()})
        except (TypeError, ValueError) as error:
            raise UserError("This filter was saved by a newer Annotator.", hint="Set it up anew.") from error

    def sentence(self, names: Names) -> str:
        """ "Items with “refund”, LLM label positive, confidence .40 to .60": "All items" where nothing is set."""
        parts = [self.told(name, names) for name in self.conditions()]
        return f"Items with {', '.join(parts)}" if parts else "All items"

    def told(self, name: str, names: Names) -> str:
        """One condition in words."""
        value = getattr(self, name)
        if name in ("text", "comment"):
            return f"“{value}”" if name == "text" else f"“{value}” in a comment"
        if name in _LABELS:
            return f"{_LABELS[name]} {_either(names.labels.get(id_, 'no right answer') for id_ in value)}"
        if name == "annotators":
            return f"an answer of {_either(names.annotators.get(id_, 'somebody unknown') for id_ in value)}"
        if name in ("confidence", "entropy"):
            return f"{name} {number(value.low)} to {number(value.high)}"
        if name == "states":
            return f"status {_either(state.value for state in value)}"
        if name == "agreement":
            return _AGREEMENT[value]
        if name == "metadata":
            return ", ".join(f"{column} = {wanted}" for column, wanted in value)
        return f"tag {_either(value)}"


@dataclass(frozen=True)
class Sort:
    """The order of the items: one of ORDERS, "" for that of import, which also decides ties."""

    by: str = ""
    descending: bool = False


ORDERS = ("id", "text", "llm", "confidence", "consensus", "probability", "entropy", "answers", "gold")

_LABELS = {"consensus": "consensus", "gold": "gold", "llm": "LLM label", "people": "people's label"}
_AGREEMENT = {
    Agreement.UNANIMOUS: "all answers the same",
    Agreement.DIFFERING: "differing answers",
    Agreement.LLM_AGAINST_PEOPLE: "the LLM against people",
}


@dataclass(frozen=True)
class SavedFilter:
    """A filter under a name that its project keeps."""

    name: str
    filter: Filter = field(default_factory=Filter)


def number(value: float) -> str:
    """A share as tables write it: ".40", "1.00"."""
    return f"{value:.2f}".removeprefix("0")


def _either(words: Any) -> str:
    found: Sequence[str] = list(words)
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} or {found[-1]}"


def _range(value: Sequence[float]) -> Range:
    low, high = value
    return Range(float(low), float(high))


def _plain(value: Any) -> Any:
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


_READ: dict[str, Any] = {
    "text": str,
    "comment": str,
    "confidence": _range,
    "entropy": _range,
    "states": lambda value: tuple(map(State, value)),
    "agreement": Agreement,
    "metadata": lambda value: tuple((str(column), str(wanted)) for column, wanted in value),
}
