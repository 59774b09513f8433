"""What is asked: the questions of a project and their labels, changed without losing an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.domain.model import Changes, Label, Question
from annotator.domain.questions import LONGEST_NAME, check_label_name, check_length, make_question
from annotator.domain.undo import Action
from annotator.errors import UserError
from annotator.services import packages
from annotator.services.project_file import looking_at
from annotator.storage import answers, audit, gold, relabelling, setup
from annotator.storage.database import Db
from annotator.storage.relabelling import Uses
from annotator.texts import say, say_count

_WORDS = ("name", "text", "noun")
_CHANGED = Changes(setup=True, annotations=True, gold=True, posteriors=True, queue=True)


@dataclass(frozen=True)
class QuestionInfo:
    """A question with what there is of it. known: labels known from a file or settled in review."""

    question: Question
    answers: int
    known: int
    archived: bool

    @property
    def used(self) -> bool:
        return bool(self.answers or self.known)


def overview(db: Db) -> list[QuestionInfo]:
    """All questions in their order, those that are archived last."""
    asked = [(question, False) for question in setup.questions(db)]
    asked += [(question, True) for question in setup.questions(db, archived=True)]
    return [
        QuestionInfo(
            question,
            answers.count_labels(db, question.id),
            gold.count(db, question.id, "imported") + gold.count(db, question.id, "adjudicated"),
            archived,
        )
        for question, archived in asked
    ]


def add_question(db: Db, question: Question, by: int | None = None) -> Changes:
    """A new question behind the others; its id is found by its name."""
    packages.check_lead(db)
    made = make_question(question.name, question.text, question.labels, question.guideline, question.noun)
    _check_name(db, made.name, 0)
    return setup.add_question(db, made, by)


def edit_question(
    db: Db,
    question_id: int,
    *,
    name: str | None = None,
    text: str | None = None,
    noun: str | None = None,
    by: int | None = None,
) -> Changes:
    """Change what is given; answers stay. The guideline has versions of its own."""
    given = {"name": name, "text": text, "noun": noun}
    values = {key: " ".join(value.split()) for key, value in given.items() if value is not None}
    for key, value in values.items():
        if not value:
            raise UserError(say("The question needs a {key}.", key=key), hint=say("Write at least one word."))
    if "name" in values:
        check_length(values["name"], LONGEST_NAME)
        _check_name(db, values["name"], question_id)
    return _changed(db, question_id, values, by)


def move_question(db: Db, question_id: int, by_places: int, *, by: int | None = None) -> Changes:
    """Up (-1) or down (1) in the order in which questions are asked."""
    packages.check_lead(db)
    order = [question.id for question in setup.questions(db)]
    place = order.index(question_id)
    order.insert(min(max(place + by_places, 0), len(order) - 1), order.pop(place))
    with db.atomic():
        op = audit.begin(db, relabelling.KIND, annotator_id=by)
        audit.append(db, op, [setup.change_question(db, id_, position=n) for n, id_ in enumerate(order)])
    return Changes(op, setup=True)


def remove_question(db: Db, question_id: int, *, by: int | None = None) -> Changes:
    """Ask it no more. What was answered stays in the file, and it can be asked again."""
    if [question.id for question in setup.questions(db)] == [question_id]:
        raise UserError(say("A project needs one question."), hint=say("Add another one first."))
    return _changed(db, question_id, {"archived": 1}, by)


def restore_question(db: Db, question_id: int, *, by: int | None = None) -> Changes:
    """Ask a question again that was archived."""
    return _changed(db, question_id, {"archived": 0}, by)


def save_labels(db: Db, labels: Sequence[Label], by: int | None = None) -> Changes:
    """See `save_question`."""
    return save_question(db, replace(setup.question(db), labels=tuple(labels)), by)


def save_question(db: Db, wanted: Question, by: int | None = None, *, before: Question | None = None) -> Changes:
    """The question looked at, with its labels, as it shall be but for its guideline, which has versions of its own.

    Labels are known by their ids, new ones have id 0. Names, colours, keys, meanings and order are changed in place, so
    that answers stay. A label that is left out goes, which is refused when anything uses it. One operation; nothing is
    written where nothing changes.

    before: as it was when the change was begun; a UserError where somebody else has changed it since, and that would be
    lost.
    """
    packages.check_lead(db)
    question = setup.question(db)
    if before is not None and written_of(before) != written_of(question):
        raise changed_meanwhile()
    made = make_question(wanted.name, wanted.text, wanted.labels, question.guideline, wanted.noun)
    _check_name(db, made.name, question.id)
    checked = made.labels
    known = {label.id: label for label in question.labels}
    kept = {label.id for label in checked if label.id}
    if kept - set(known):
        raise UserError(say("A label is gone meanwhile."), hint=say("Look at the labels again."))
    for label in checked:
        if label.id and label.name != known[label.id].name:
            check_label_name(label.name)
    gone = [label for id_, label in known.items() if id_ not in kept]
    for label in gone:
        _check_unused(db, label)
    values = {key: getattr(made, key) for key in _WORDS if getattr(made, key) != getattr(question, key)}
    if checked == question.labels and not values:
        return Changes()
    with db.atomic():
        op = audit.begin(db, relabelling.KIND, annotator_id=by)
        rows = _put_labels(db, question.id, checked, gone, known)
        rows += [setup.change_question(db, question.id, **values)] if values else []
        same = [label.id for label in checked] == [label.id for label in question.labels]
        rows += [] if same else relabelling.out_of_force(db)
        audit.append(db, op, rows)
    return replace(Changes(op, setup=True), posteriors=not same)


def changed_meanwhile() -> UserError:
    return UserError(
        say("The question was changed elsewhere meanwhile."),
        hint=say("What you wrote stands beside what is new: look at both, and save again."),
    )


def written_of(question: Question) -> tuple[object, ...]:
    """What `save_question` writes."""
    return question.name, question.noun, question.text, question.labels


def rebased(written: Question, before: Question, now: Question) -> Question:
    """What was written over `before`, as a change of `now`: what others have changed, added or taken away since is as
    they left it, unless it was written about."""
    was, there = ({label.id: label for label in each.labels} for each in (before, now))
    kept = [there.get(label.id, label) if label == was.get(label.id) else label for label in written.labels]
    kept = [label for label in kept if label.id in there or label.id not in was]
    # A label that was new when it was written, and is stored by now.
    held = {label.id for label in kept}
    stored = {label.name: label.id for label in now.labels if label.id not in held}
    kept = [label if label.id else replace(label, id=stored.get(label.name, 0)) for label in kept]
    held = {label.id for label in kept}
    new = [label for label in now.labels if label.id not in was and label.id not in held]
    labels = [*kept, *new]
    mine = [label.id for label in written.labels if label.id in was]
    if mine == [label.id for label in before.labels if label.id in mine]:  # sorted by nobody here
        place = {label.id: number for number, label in enumerate(now.labels)}
        labels.sort(key=lambda label: place.get(label.id, len(place)))
    words = {key: getattr(now if getattr(written, key) == getattr(before, key) else written, key) for key in _WORDS}
    return replace(written, **words, labels=tuple(labels))


def undo(db: Db, by: int) -> Changes | None:
    """Take back this person's latest change of questions and labels, exactly; None where there is none.

    Raises UserError where something that it changed was changed again since.
    """
    return _CHANGED if relabelling.revert(db, by, Action.UNDO) else None


def redo(db: Db, by: int) -> Changes | None:
    return _CHANGED if relabelling.revert(db, by, Action.REDO) else None


def _changed(db: Db, question_id: int, values: Mapping[str, object], by: int | None) -> Changes:
    packages.check_lead(db)
    with db.atomic():
        op = audit.begin(db, relabelling.KIND, annotator_id=by)
        audit.append(db, op, [setup.change_question(db, question_id, **values)])
    return Changes(op, setup=True)


def _put_labels(
    db: Db, question_id: int, labels: Sequence[Label], gone: Sequence[Label], known: dict[int, Label]
) -> list[audit.LoggedRow]:
    rows = [setup.change_label(db, label.id, retired=1) for label in gone]
    renamed = [label for label in labels if label.id and label.name != known[label.id].name]
    for label in renamed:  # out of the way first, or two names that are exchanged would be the same for a moment
        setup.put_label(db, label.id, {"name": f"\0{label.id}"})
    for position, label in enumerate(labels):
        values = {"name": label.name, "description": label.description, "colour": label.colour, "key": label.key}
        if label.id == 0:
            rows.append(_added(db, question_id, label, values | {"position": position}))
            continue
        noun, key, before, after = setup.change_label(db, label.id, **values, position=position)
        rows.append((noun, key, (before or {}) | {"name": known[label.id].name}, after))
    return rows


def _added(db: Db, question_id: int, label: Label, values: dict[str, object]) -> audit.LoggedRow:
    """A label that was removed comes back as that label where one of its name is added, so that what came back from
    annotators meanwhile, and was kept aside since it says that label, has its place again."""
    removed = setup.removed_label(db, question_id, label.name)
    if removed is None:
        return setup.add_label(db, question_id, label, position=int(str(values["position"])))
    return setup.change_label(db, removed, **values, retired=0)


def _check_unused(db: Db, label: Label) -> None:
    found = relabelling.uses(db, label.id)
    number = found.answers + found.decided + found.gold + found.suggested
    if number:
        raise UserError(
            say_count(
                number,
                "“{label}” cannot be removed: {n} answer or known label uses it.",
                "“{label}” cannot be removed: {n} answers or known labels use it.",
                label=label.name,
            ),
            hint=say("Merge it into another label instead."),
        )


def _check_name(db: Db, name: str, but: int) -> None:
    everything = [*setup.questions(db), *setup.questions(db, archived=True)]
    if any(question.id != but and question.name.casefold() == name.casefold() for question in everything):
        raise UserError(say("There is a question “{name}” already.", name=name), hint=say("Choose another name."))


def uses(db: Db, label_id: int) -> Uses:
    """What there is with a label of the question looked at."""
    return relabelling.uses(db, label_id)


def label_named(db: Db, name: str) -> Label:
    """A label of the question looked at; another case will do. Raises UserError with the labels that there are."""
    labels = setup.question(db).labels
    found = [label for label in labels if label.name == name] or [
        label for label in labels if label.name.casefold() == name.strip().casefold()
    ]
    if not found:
        raise UserError(
            say("There is no label “{name}”.", name=name),
            hint=say("There are: {labels}.", labels=", ".join(each.name for each in labels)),
        )
    return found[0]


__all__ = [
    "QuestionInfo",
    "add_question",
    "edit_question",
    "label_named",
    "looking_at",
    "move_question",
    "overview",
    "redo",
    "remove_question",
    "restore_question",
    "save_labels",
    "save_question",
    "undo",
    "uses",
]
