"""What many copies of a project say together: a union of operations by their ids, whatever came when and how often."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

Key = TypeVar("Key", bound=Hashable)
FIRST = 1


class Copy(NamedTuple):
    """One opened copy of a package. Somebody who opens a package twice has two copies, and so have two people."""

    package: str
    id: str


HERE = Copy("", "")  # the project that takes back, where what is said is not of a package


class Operation(NamedTuple):
    """One thing that was said in a copy about one item.

    counter: rises with every operation of a copy, and begins above all that its project knew when the package was
    made; no clock is asked. answer: what the annotation is from then on, as canonical JSON text; None where it was
    taken back.
    """

    id: str
    copy: Copy
    counter: int
    question: str
    item: str
    seen: str
    action: str
    answer: str | None
    at: str


def canonical(answer: Mapping[str, Any]) -> str:
    """Equal texts for equal answers."""
    return json.dumps(answer, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def union(*sets: Iterable[Operation]) -> dict[str, Operation]:
    """All operations by id. Commutative, associative and idempotent, also where somebody forged an id that is taken:
    of two operations of one id the greater counts."""
    found: dict[str, Operation] = {}
    for operations in sets:
        for operation in operations:
            known = found.get(operation.id)
            if known is None or _content(known) < _content(operation):
                found[operation.id] = operation
    return found


def in_force(operations: Iterable[tuple[Key, Operation]]) -> dict[Key, Operation]:
    """The operation that decides for each key (item, question and annotator): the last by counter, then by id."""
    found: dict[Key, Operation] = {}
    for key, operation in operations:
        known = found.get(key)
        if known is None or _order(known) < _order(operation):
            found[key] = operation
    return found


def numbered(copies: Iterable[Copy], annotator_of: Mapping[str, Hashable]) -> dict[Copy, int]:
    """Which annotator of a name each copy is: 1 is the one that the package was for, 2 is "Ann (2)".

    annotator_of: by package. One copy of each package is the annotator's own; all others are somebody else's each,
    since nobody can tell who they are. Depends on which copies there are, not on the order in which they came.
    """
    found: dict[Copy, int] = {}
    packages: set[str] = set()
    others: dict[Hashable, int] = {}
    for copy in sorted(set(copies), key=lambda copy: (copy.id, copy.package)):
        who = annotator_of[copy.package]
        if copy.package not in packages:
            packages.add(copy.package)
            found[copy] = FIRST
        else:
            others[who] = others.get(who, FIRST) + 1
            found[copy] = others[who]
    return found


def forked(operations: Iterable[Operation]) -> set[Copy]:
    """Copies that were themselves copied and went apart: the same counter stands for different operations."""
    found: set[Copy] = set()
    seen: dict[tuple[Copy, int], str] = {}
    for operation in operations:
        base = operation.id.partition(".")[0]
        if seen.setdefault((operation.copy, operation.counter), base) != base:
            found.add(operation.copy)
    return found


def _order(operation: Operation) -> tuple[int, str]:
    return operation.counter, operation.id


def _content(operation: Operation) -> tuple[object, ...]:
    return (*operation[:-2], operation.answer is not None, operation.answer or "", operation.at)
