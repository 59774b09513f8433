"""A model's parameters as people write them: “temperature=0.2, max_tokens=50”."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.llm.agent_parts import PARAMETERS
from annotator.llm.strict_reading import Scalar
from annotator.texts import say

Parameters = tuple[tuple[str, Scalar], ...]


@dataclass(frozen=True)
class _Number:
    """A number in a range, both ends included."""

    least: float
    most: float = math.inf
    whole: bool = False

    def read(self, text: str) -> Scalar | None:
        try:
            value = int(text) if self.whole else float(text)
        except ValueError:
            return None
        return value if self.least <= value <= self.most and math.isfinite(value) else None

    def __str__(self) -> str:
        kind = say("a whole number") if self.whole else "a number"
        if self.most < math.inf:
            return say(
                "{kind} from {least} to {most}", kind=kind, least=format(self.least, "g"), most=format(self.most, "g")
            )
        return (
            say("{kind} of at least {least}", kind=kind, least=format(self.least, "g"))
            if self.least > -math.inf
            else kind
        )


@dataclass(frozen=True)
class _Word:
    """One of some words."""

    words: tuple[str, ...]

    def read(self, text: str) -> Scalar | None:
        return text.casefold() if text.casefold() in self.words else None

    def __str__(self) -> str:
        return say("one of {words}", words=", ".join(self.words))


_SHARE, _PENALTY, _TOKENS = _Number(0, 1), _Number(-2, 2), _Number(1, 10_000_000, whole=True)
_VALUES: dict[str, _Number | _Word] = {
    "temperature": _Number(0, 2),
    "top_p": _SHARE,
    "top_k": _Number(0, whole=True),
    "min_p": _SHARE,
    "seed": _Number(-math.inf, whole=True),
    "max_tokens": _TOKENS,
    "max_completion_tokens": _TOKENS,
    "num_ctx": _TOKENS,
    "frequency_penalty": _PENALTY,
    "presence_penalty": _PENALTY,
    "repetition_penalty": _Number(0, 10),
    "repeat_penalty": _Number(0, 10),
    "reasoning_effort": _Word(("none", "minimal", "low", "medium", "high", "xhigh")),
    "verbosity": _Word(("low", "medium", "high")),
    "service_tier": _Word(("auto", "default", "flex", "priority")),
}
NAMES = tuple(_VALUES)
assert frozenset(NAMES) == PARAMETERS


def read(texts: Iterable[str]) -> Parameters:
    """(name, value) of each parameter, by name; the texts hold NAME=VALUE, several of them with commas between.

    Raises UserError for a name that an agent cannot set, a value that is not of its kind, and a name that stands twice.
    """
    found: dict[str, Scalar] = {}
    for pair in (part.strip() for text in texts for part in text.split(",")):
        if not pair:
            continue
        name, value = _pair(pair)
        if name in found:
            raise UserError(say("The parameter “{name}” stands twice.", name=name), hint=say("Give it once."))
        found[name] = value
    return tuple(sorted(found.items()))


def checked(given: Parameters) -> Parameters:
    """What a file says, as strictly as what people write, and equal to it: 0 for a number that may be 0.5 is 0.0."""
    return tuple((name, _value(name, "" if isinstance(value, bool) else str(value))) for name, value in given)


def written(parameters: Parameters) -> str:
    """What `read` takes."""
    return ", ".join(f"{name}={value}" for name, value in parameters)


def known() -> list[tuple[str, str]]:
    """(name, what it takes in words) of every parameter that an agent can set."""
    return [(name, str(kind)) for name, kind in _VALUES.items()]


def _pair(pair: str) -> tuple[str, Scalar]:
    name, equals, text = (part.strip() for part in pair.partition("="))
    if not equals:
        raise UserError(
            say("“{pair}” is no parameter.", pair=pair[:60]), hint=say("Write NAME=VALUE, as in temperature=0.2.")
        )
    return name, _value(name, text)


def _value(name: str, text: str) -> Scalar:
    kind = _VALUES.get(name)
    if kind is None:
        raise UserError(
            say("“{name}” is not a parameter that an agent can set.", name=name[:60]),
            hint=say(
                "It can set {parameters}: {values}.",
                parameters=counted(len(_VALUES), "parameter"),
                values=", ".join(_VALUES),
            ),
        )
    value = kind.read(text)
    if value is None:
        raise UserError(
            say("“{text}” is no value of “{name}”.", text=text[:60], name=name), hint=say("It takes {kind}.", kind=kind)
        )
    return value
