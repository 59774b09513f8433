"""Comments and flags on items that somebody has not answered: how they travel, and what many copies say together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from annotator.domain.model import Status
from annotator.domain.undo import Action
from annotator.domain.union import HERE, Copy, Key, Operation, in_force

STATUS = "draft"  # in place of that of an answer
MARK = f'"status":"{STATUS}"'  # in a line of canonical JSON; within a text the quotes would have backslashes


class Draft(NamedTuple):
    """A comment and a flag on an item that is not answered yet."""

    comment: str = ""
    flagged: bool = False

    def as_answer(self) -> dict[str, Any]:
        """As it travels in place of an answer."""
        return {"status": STATUS, "comment": self.comment, "flagged": self.flagged}


def drafted(operation: Operation) -> Draft | None:
    """What an operation says in place of an answer; None for an answer, and for one that is taken back."""
    if operation.answer is None or MARK not in operation.answer:
        return None
    content = json.loads(operation.answer)
    return Draft(content["comment"], content["flagged"])


def answering(operations: Iterable[tuple[Key, Operation]]) -> Iterator[tuple[Key, Operation]]:
    """Without those that say nothing of an answer. Taking an answer back leaves its comment and its flag."""
    for key, operation in operations:
        if drafted(operation) is None:
            yield key, operation
        elif operation.action == Action.UNDO:
            yield key, operation._replace(answer=None)


def standing(operations: Sequence[tuple[Key, Operation]]) -> dict[Key, Draft]:
    """By key that was ever drafted, or whose answer was taken back: what stands now, an empty one for nothing.

    In a copy the last operation counts: an answer takes the draft over, and leaves its comment where it is taken back.
    What stands in several copies counts together, since neither knew of the other; the project itself is one, wherever
    its files went.
    """
    found: dict[Key, list[Draft]] = {
        key: [] for key, operation in operations if operation.answer is None or drafted(operation) is not None
    }
    placed = [((key, _where(operation.copy)), operation) for key, operation in operations if key in found]
    last, given = in_force(placed), in_force(each for each in placed if each[1].answer is not None)
    for place, operation in sorted(last.items(), key=lambda each: (each[1].counter, each[1].id)):
        left = _left_by(given[place]) if operation.answer is None and place in given else drafted(operation)
        found[place[0]].append(left or Draft())
    return {key: _together(drafts) for key, drafts in found.items()}


def _left_by(operation: Operation) -> Draft:
    """What stays where an answer is taken back, or the draft that there was."""
    content = json.loads(operation.answer or "{}")
    return uncovered(content.get("status"), content.get("comment") or "", flagged=bool(content.get("flagged")))


def uncovered(status: str | None, comment: str, *, flagged: bool) -> Draft:
    """Comment and flag of an answer that is taken back; of a skip without the reason, which is the first line."""
    return Draft(comment[comment.find("\n") + 1 :] if status == Status.SKIPPED else comment, flagged)


def _where(copy: Copy) -> Copy:
    return copy if copy.package else HERE


def _together(drafts: Sequence[Draft]) -> Draft:
    comments = dict.fromkeys(draft.comment for draft in drafts if draft.comment)
    return Draft("\n".join(comments), any(draft.flagged for draft in drafts))
