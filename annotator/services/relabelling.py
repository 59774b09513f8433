"""Two labels become one, or one becomes two: counted and shown first, one operation in the log, taken back as one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.domain.model import Changes, Label, Question
from annotator.domain.questions import make_question
from annotator.domain.search_words import query, searchable
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import packages
from annotator.storage import audit, items, relabelling, sending_back, setup
from annotator.storage.database import Db
from annotator.storage.relabelling import Uses
from annotator.texts import figure, say

PAGE = 500
_COMMAS = re.compile("[,\uff0c\u3001\u060c]")  # also the Chinese and the Arabic ones
_CHANGES = Changes(setup=True, annotations=True, gold=True, posteriors=True)


@dataclass(frozen=True)
class MergePlan:
    """What merging a label into another would do; `uses` is what names the label that goes."""

    label: Label
    into: Label
    uses: Uses

    @property
    def sentence(self) -> str:
        if self.uses == _NOTHING:
            return say("“{label}” goes. No answer names it.", label=self.label.name)
        return say(
            "“{label}” becomes “{into}” in {listed}.",
            label=self.label.name,
            into=self.into.name,
            listed=_listed(self.uses),
        )


@dataclass(frozen=True)
class SplitPlan:
    """What splitting a label would do. moved: what names it about items whose text is meant; asked: the items that
    people are asked about again."""

    label: Label
    new: str
    moved: Uses
    asked: int

    @property
    def sentence(self) -> str:
        told = [say("“{new}” is a new label beside “{label}”.", new=self.new, label=self.label.name)]
        if self.moved != _NOTHING:
            told.append(say("It takes over {listed}.", listed=_listed(self.moved)))
        if self.asked:
            told.append(
                say(
                    "People are asked again about {items}; until then the answers stay.",
                    items=counted(self.asked, "item"),
                )
            )
        if len(told) == 1:
            told.append(say("No answer changes, and nobody is asked again."))
        return " ".join(told)


def plan_merge(db: Db, label_id: int, into_id: int) -> MergePlan:
    """Look before it is done; changes nothing."""
    label, into = _pair(setup.question(db), label_id, into_id)
    with db.snapshot():
        return MergePlan(label, into, relabelling.uses(db, label_id))


def merge(db: Db, by: int, label_id: int, into_id: int) -> Changes:
    """Every answer, known label and rule that names the label names `into_id` from now on, also what comes later from
    a run under way. The result of merging answers counts no more; merge them anew."""
    packages.check_lead(db)
    with db.atomic():
        plan_merge(db, label_id, into_id)
        op = audit.begin(db, relabelling.KIND, annotator_id=by)
        rows = [setup.change_label(db, label_id, retired=1, merged_into=into_id)]
        rows += relabelling.move_rules(db, label_id, into_id) + relabelling.out_of_force(db)
        relabelling.move(db, op, label_id, into_id, seq=audit.append(db, op, rows))
    return _CHANGES


def plan_split(db: Db, label_id: int, new: str, *, search: str = "", ask: bool = False) -> SplitPlan:
    """Look before it is done; changes nothing. search: words in the texts of the items that are to be `new`, "" for
    none; between commas stand several, each of which is enough. ask: whether people are asked again about the others
    that they gave the label."""
    label, _ = _with_new(setup.question(db), label_id, new)
    with db.snapshot():
        moved = _found(db, label_id, search)
        asked = _asked(db, label_id, moved) if ask else []
        return SplitPlan(label, new.strip(), relabelling.uses(db, label_id, moved) if moved else _NOTHING, len(asked))


def split(db: Db, by: int, label_id: int, new: str, *, search: str = "", ask: bool = False) -> Changes:
    """See `plan_split`. The result of merging answers counts no more; merge them anew."""
    packages.check_lead(db)
    with db.atomic():
        question = setup.question(db)
        label, made = _with_new(question, label_id, new)
        moved = _found(db, label_id, search)
        asked = _asked(db, label_id, moved) if ask else []
        op = audit.begin(db, relabelling.KIND, annotator_id=by)
        place = question.labels.index(label) + 1
        rows = [
            setup.change_label(db, behind.id, position=n) for n, behind in enumerate(question.labels[place:], place + 1)
        ]
        rows.append(setup.add_label(db, question.id, made, position=place))
        new_id = int(rows[-1][1][0])
        note = say("“{label}” was split: there is also “{made}” now.", label=label.name, made=made.name)
        rows += [sending_back.put(db, op, (id_, question.id), to=None, note=note, by_id=by) for id_ in asked]
        rows += relabelling.out_of_force(db)
        relabelling.move(db, op, label_id, new_id, moved, seq=audit.append(db, op, rows))
    return _CHANGES | Changes(op, queue=bool(asked))


_NOTHING = Uses(0, 0, 0, 0, 0, 0, 0)


def _pair(question: Question, label_id: int, into_id: int) -> tuple[Label, Label]:
    labels = {label.id: label for label in question.labels}
    if label_id == into_id:
        raise UserError(say("A label cannot be merged into itself."), hint=say("Choose another one."))
    if label_id not in labels or into_id not in labels:
        raise UserError(say("A label is gone meanwhile."), hint=say("Look at the labels again."))
    if len(labels) <= 2:
        raise UserError(say("A question needs at least two labels."), hint=say("Add another label first."))
    return labels[label_id], labels[into_id]


def _with_new(question: Question, label_id: int, new: str) -> tuple[Label, Label]:
    """The label, and the new one with a colour and a key that are free."""
    labels = list(question.labels)
    label = next((each for each in labels if each.id == label_id), None)
    if label is None:
        raise UserError(say("The label is gone meanwhile."), hint=say("Look at the labels again."))
    made = make_question(question.name, question.text, [*labels, new], question.guideline, question.noun)
    return label, made.labels[-1]


def _found(db: Db, label_id: int, search: str) -> list[int]:
    """The items with the label in whose texts all words between two commas are."""
    wanted = [query(part) for part in _COMMAS.split(search) if part.strip()]
    if not wanted:
        return []
    found: list[int] = []
    candidates = relabelling.items_with(db, label_id)
    for first in range(0, len(candidates), PAGE):
        page = items.page(db, candidates[first : first + PAGE])
        for item in page:
            words = searchable(item.fields.values())
            found += [item.id] if any(each.found_in(words) for each in wanted) else []
    return found


def _asked(db: Db, label_id: int, moved: Sequence[int]) -> list[int]:
    there = set(moved)
    return [id_ for id_ in relabelling.answered_by_people(db, label_id) if id_ not in there]


def _listed(uses: Uses) -> str:
    """Which answers and known labels change, in words."""
    llms = say(" ({by_llms} by LLMs)", by_llms=figure(uses.by_llms)) if uses.by_llms else ""
    parts = []
    if uses.answers:
        parts.append(
            say(
                "{answers} of {annotators}{llms} about {items}",
                answers=counted(uses.answers, "answer"),
                annotators=counted(uses.annotators, "annotator"),
                llms=llms,
                items=counted(uses.items, "item"),
            )
        )
    parts += [say("{decisions} of review", decisions=counted(uses.decided, "decision"))] if uses.decided else []
    parts += [f"{counted(uses.gold, 'known label')}"] if uses.gold else []
    parts += (
        [say("{suggestions} that people saw", suggestions=counted(uses.suggested, "suggestion"))]
        if uses.suggested
        else []
    )
    return parts[0] if len(parts) == 1 else say("{parts} and {parts_2}", parts=", ".join(parts[:-1]), parts_2=parts[-1])
