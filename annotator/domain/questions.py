"""Checking a question and giving its labels colours and keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from string import ascii_lowercase

from annotator.domain.model import Label, Question
from annotator.errors import UserError
from annotator.texts import say

# Told apart also with the common kinds of colour blindness when neighbours are compared; never used alone.
COLOURS = (
    "#3B6FD4",
    "#C2571A",
    "#2B8A6E",
    "#8A4FBF",
    "#B8860B",
    "#C23B6B",
    "#2A86A8",
    "#6B7A1E",
    "#7A5A45",
    "#5B6475",
)
SHOWN = 30  # characters of a name that is refused
LONGEST_LABEL = 200  # characters
LONGEST_NAME = 100  # of a question or a person
# What commands and files call “no label is right”.
RESERVED_NAMES = frozenset(("-", "none"))
# Letters with a meaning of their own on the pages where labels are chosen.
RESERVED_KEYS = frozenset("sfcnag?")


def make_question(
    name: str, text: str, labels: Sequence[str | Label], guideline: str = "", noun: str = "Text"
) -> Question:
    """A question that can be asked: at least two different labels, each with a colour and, if one is free, a letter.

    Raises UserError saying what is missing. Digits choose labels by position, so keys are letters only.
    """
    named = [Label(label) if isinstance(label, str) else label for label in labels]
    named = [
        replace(label, name=label.name.strip(), description=label.description.strip(), key=label.key.strip().casefold())
        for label in named
    ]
    for label in named:
        if not label.id:
            check_label_name(label.name)
    check_length(name.strip(), LONGEST_NAME)
    if not text.strip():
        raise UserError(say("The question has no text."), hint=say("Write what is asked of each item."))
    _check_labels(named)
    return Question(
        name=name.strip() or "Label",
        text=text.strip(),
        labels=tuple(_with_keys(_with_colours(named))),
        guideline=guideline,
        noun=noun.strip() or "Text",
    )


def check_label_name(name: str) -> None:
    """UserError where no new label may be called this."""
    check_length(name, LONGEST_LABEL)
    if name.casefold() in RESERVED_NAMES:
        raise UserError(
            say("A label cannot be called “{name}”: commands say it where no label is right.", name=name),
            hint=say("Choose another name."),
        )


def check_length(name: str, most: int) -> None:
    """UserError where a name is longer than `most` characters, or more than one line."""
    if len(name.splitlines()) > 1:
        raise UserError(
            say("The name “{name}” has a line break.", name=_begin(" ".join(name.split()))),
            hint=say("Write it in one line."),
        )
    if len(name) > most:
        raise UserError(
            say("The name “{name}” is too long: a name has {most} characters at most.", name=_begin(name), most=most),
            hint=say("Shorten it."),
        )


def _begin(name: str) -> str:
    return name if len(name) <= SHOWN else f"{name[:SHOWN]}…"


def _check_labels(labels: Sequence[Label]) -> None:
    names = [label.name for label in labels]
    if any(not name for name in names):
        raise UserError(say("A label has no name."), hint=say("Name it, or remove it."))
    if len(names) < 2:
        raise UserError(say("A question needs at least two labels."), hint=say("Add labels, for example: yes, no."))
    _check_twice("label", [name.casefold() for name in names], names)
    keys = [label.key for label in labels if label.key]
    free = ", ".join(letter.upper() for letter in ascii_lowercase if letter not in RESERVED_KEYS and letter not in keys)
    free = say("Free are: {letters}.", letters=free) if free else say("No letter is free: leave it empty.")
    _check_twice("key", keys, keys, free)
    for key in keys:
        if len(key) != 1 or not key.isalpha() or key in RESERVED_KEYS:
            reserved = say(
                "Reserved are S (skip), F (flag), C (comment), G (guideline), N (next item; in review no right answer)"
                " and A (in review the merged label); digits work by position."
            )
            raise UserError(say("“{key}” cannot be a label's key.", key=key), hint=f"{free} {reserved}")


def _check_twice(what: str, folded: Sequence[str], shown: Sequence[str], free: str = "") -> None:
    """free: what may be taken instead."""
    seen: set[str] = set()
    for key, name in zip(folded, shown, strict=True):
        if key in seen:
            raise UserError(
                say("The {what} “{name}” occurs twice.", what=what, name=name),
                hint=f"{say('Each must be different.')} {free}".strip(),
            )
        seen.add(key)


def _with_colours(labels: Sequence[Label]) -> list[Label]:
    return [
        label if label.colour else replace(label, colour=COLOURS[position % len(COLOURS)])
        for position, label in enumerate(labels)
    ]


def _with_keys(labels: Sequence[Label]) -> list[Label]:
    taken = set(RESERVED_KEYS) | {label.key for label in labels}
    result: list[Label] = []
    for label in labels:
        letters = (c for c in label.name.casefold() if c.isascii() and c.isalpha() and c not in taken)
        key = label.key or next(letters, "")
        taken.add(key)
        result.append(replace(label, key=key))
    return result
