"""Which operation Ctrl+Z takes back, worked out from the log alone."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Action(StrEnum):
    """What an operation is: a new deed, or the undoing or redoing of one."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


class Operation(NamedTuple):
    """One line of the log. `target` is the deed that an undo or redo concerns."""

    id: int
    action: Action
    target: int | None


class Targets(NamedTuple):
    """The deeds that undo and redo would act on now; None where there is nothing."""

    undo: int | None
    redo: int | None


def targets(operations: Iterable[Operation]) -> Targets:
    """What can be undone and redone after these operations, oldest first.

    A new deed empties the redo stack. An undo whose deed is not in the list (a list cut off at its start)
    changes nothing.
    """
    done: list[int] = []
    undone: list[int] = []
    for operation in operations:
        if operation.action is Action.DO:
            done.append(operation.id)
            undone.clear()
        elif operation.action is Action.UNDO and done and done[-1] == operation.target:
            undone.append(done.pop())
        elif operation.action is Action.REDO and undone and undone[-1] == operation.target:
            done.append(undone.pop())
    return Targets(done[-1] if done else None, undone[-1] if undone else None)
