"""What two people changed in two copies of a project, as it is told to whoever puts them together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotator.storage.database import Row
from annotator.storage.joining_registers import ORDER, Registers, Thing, last, latest
from annotator.texts import say

_WORDS = frozenset({"name", "text", "noun", "description", "colour", "key"})  # of which both values are told
_LONGEST = 60  # characters of a value that is told


def overruled(thing: Thing, ours: Registers, theirs: Registers, both: Registers) -> Any:
    """What does not count of what was changed in both copies, neither knowing of the other; None where it was not."""
    if thing[2] == ORDER or not _apart(thing, ours, theirs):
        return None
    values = [last(each[thing], None) for each in (ours, theirs)]
    counts = last(both[thing], None)
    return next((value for value in values if value != counts), None)


def in_words(thing: Thing, row: Row, value: Any) -> str:
    """What was changed in both copies. row: as it is now; value: what does not count."""
    name = thing[2]
    if name == "guideline":
        return say("the guideline of “{question}”, whose other text is among its versions", question=row["name"])
    if name not in _WORDS:
        return str(row["name"])
    return say("“{kept}”, and not “{left}”", kept=_short(row[name]), left=_short(value))


def orders(ours: Registers, theirs: Registers, both: Registers, after: Mapping[tuple[str, int], Row]) -> list[str]:
    """Of the questions whose labels were sorted in both copies, in words: the order that does not count."""
    told: dict[int, str] = {}
    for thing in both:
        noun, id_, name = thing
        if (noun, name) == ("label", ORDER) and _apart(thing, ours, theirs):
            question = int(after["label", id_]["question_id"])
            side = ours if last(ours[thing], None) != last(both[thing], None) else theirs
            labels = [
                (last(side[thing_], 0), row["uid"], row["name"])
                for (noun_, id_there), row in after.items()
                if noun_ == "label"
                and row["question_id"] == question
                and not row["retired"]
                and (thing_ := (noun_, id_there, ORDER)) in side
            ]
            if last(side[thing], None) != last(both[thing], None):
                names = ", ".join(label for *_, label in sorted(labels))
                told[question] = say(
                    "the order of the labels of “{question}”, and not {labels}",
                    question=after["question", question]["name"],
                    labels=names,
                )
    return list(told.values())


def needed(both: Registers, ours: Registers, theirs: Registers, after: Mapping[tuple[str, int], Row]) -> set[str]:
    """The names of what one of the two took out of use, and what is in use since somebody uses it, or since a project
    cannot do without it."""
    found = set()
    for thing, writes in both.items():
        noun, id_, name = thing
        if name in ("archived", "retired") and not after[noun, id_][name]:
            newest = [write for write in writes.values() if write.order == latest(writes)]
            gone = [write for write in newest if write.value not in (0, [0, None])]
            known = ours.get(thing, {}).keys() & theirs.get(thing, {}).keys()
            found |= {str(after[noun, id_]["name"]) for write in gone if write.uid not in known}
    return found


def _apart(thing: Thing, ours: Registers, theirs: Registers) -> bool:
    """Whether both copies changed it, neither knowing of the other."""
    here, there = ours.get(thing, {}).keys(), theirs.get(thing, {}).keys()
    return not here <= there and not there <= here


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
