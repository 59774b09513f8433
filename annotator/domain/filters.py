"""Which items somebody wants to see: a value that can be kept, sent between pages, and read out as a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any, NamedTuple

from annotator.errors import UserError
from annotator.texts import english, fraction, say, spoken


class State(StrEnum):
    """What an item can be filtered by. Of the first six, which the overview counts, every item is in exactly one."""

    ACCEPTED = english("accepted")
    ANSWERED = english("answered")  # by people
    WAITING = english("waiting")
    CONFLICT = english("conflict")
    SETTLED = english("settled")
    NOT_ROUTED = english("not routed")
    CONTESTED = english("decided differently")  # in two copies of the project; of those in conflict
    INVALID = english("invalid")  # has a reply of an LLM that names no label
    FAILED = english("no reply")  # an LLM was asked about it, and has not answered
    SUSPICIOUS = english("suspicious")  # tries to give an LLM orders
    FLAGGED = english("flagged")
    COMMENTED = english("commented")
    MEASURED_BY = english("gold that measures")  # with a label that answers are measured by


class Agreement(StrEnum):
    """How the labels given to an item stand to one another. Skipped items and invalid replies do not count."""

    UNANIMOUS = "unanimous"  # two or more, all the same
    DIFFERING = "differing"
    LLM_AGAINST_PEOPLE = english("llm against people")  # the LLM's label is not one of those that most people gave


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
        try:
            return cls(**{name: _READ[name](value) for name, value in content.items()})
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            raise UserError(say("This filter was saved by a newer Annotator."), hint=say("Set it up anew.")) from error

    def sentence(self, names: Names) -> str:
        """ "Items with “refund”, LLM label positive, confidence .40 to .60": "All items" where nothing is set."""
        parts = [self.told(name, names) for name in self.conditions()]
        return say("Items with {parts}", parts=", ".join(parts)) if parts else say("All items")

    def told(self, name: str, names: Names) -> str:
        """One condition in words."""
        value = getattr(self, name)
        if name in ("text", "comment"):
            return f"“{value}”" if name == "text" else say("“{value}” in a comment", value=value)
        if name in _LABELS:
            return f"{spoken(_LABELS[name])} {_either(names.labels.get(id_, say('no right answer')) for id_ in value)}"
        if name == "annotators":
            return say(
                "an answer of {either}",
                either=_either(names.annotators.get(id_, say("somebody unknown")) for id_ in value),
            )
        if name in _MEASURES:
            low, high = fraction(value.low), fraction(value.high)
            return say("{name} {number} to {number_2}", name=spoken(_MEASURES[name]), number=low, number_2=high)
        if name == "states":
            return say("status {either}", either=_either(spoken(state.value) for state in value))
        if name == "agreement":
            return spoken(_AGREEMENT[value])
        if name == "metadata":
            return ", ".join(f"{column} = {wanted}" for column, wanted in value)
        return say("tag {either}", either=_either(value))


@dataclass(frozen=True)
class Sort:
    """The order of the items: one of ORDERS, "" for that of import, which also decides ties."""

    by: str = ""
    descending: bool = False


MOST_VALUES = 1_000  # of one condition
ORDERS = ("id", "text", "llm", "confidence", "consensus", "probability", "entropy", "answers", "gold")

_LABELS = {
    "consensus": english("consensus"),
    "gold": english("gold"),
    "llm": english("LLM label"),
    "people": english("people's label"),
}
_MEASURES = {"confidence": english("confidence"), "entropy": english("entropy")}
_AGREEMENT = {
    Agreement.UNANIMOUS: english("all answers the same"),
    Agreement.DIFFERING: english("differing answers"),
    Agreement.LLM_AGAINST_PEOPLE: english("the LLM against people"),
}


@dataclass(frozen=True)
class SavedFilter:
    """A filter under a name that its project keeps."""

    name: str
    filter: Filter = field(default_factory=Filter)


def _either(words: Any) -> str:
    found: Sequence[str] = list(words)
    return found[0] if len(found) == 1 else say("{found} or {found_2}", found=", ".join(found[:-1]), found_2=found[-1])


# What stands in a file may come from anybody, so each value is looked at before it is believed.
def _list(read: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, ...]]:
    def reading(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) > MOST_VALUES:
            raise TypeError
        return tuple(map(read, value))

    return reading


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    value.encode()  # UnicodeError for half of a character
    return value


def _id(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 2**63:
        raise TypeError
    return value


def _range(value: Sequence[float]) -> Range:
    low, high = value
    if not all(type(end) in (int, float) and 0 <= end <= 1 for end in value):
        raise TypeError
    return Range(float(low), float(high))


def _pair(value: Any) -> tuple[str, str]:
    column, wanted = value
    return _text(column), _text(wanted)


def _plain(value: Any) -> Any:
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


_READ: dict[str, Callable[[Any], Any]] = {
    "text": _text,
    "comment": _text,
    "consensus": _list(_id),
    "gold": _list(lambda value: None if value is None else _id(value)),
    "llm": _list(_id),
    "people": _list(_id),
    "annotators": _list(_id),
    "confidence": _range,
    "entropy": _range,
    "states": _list(State),
    "agreement": Agreement,
    "metadata": _list(_pair),
    "tags": _list(_text),
}
