"""The guideline and its versions: what changed, which answers are older, and asking again about those near a change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from annotator.domain.model import Changes
from annotator.domain.search_words import words_of
from annotator.domain.text_changes import Line, changed_lines, compared
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import packages
from annotator.services.setting_up import changed_meanwhile
from annotator.storage import annotators, audit, guidelines, items, relabelling, sending_back, setup
from annotator.storage.database import Db
from annotator.storage.guidelines import Older
from annotator.texts import english, figure, say, say_count

__all__ = [
    "Near",
    "Older",
    "Version",
    "ask_again",
    "compare",
    "left_out",
    "near",
    "older",
    "save",
    "sentence",
    "versions",
]

UNSURE = 0.9  # a merged label that is less probable than this is unsure
COMMON = 0.2  # a word that more than this share of the items have says nothing about which of them are meant
SHORTEST = 3  # characters of a word that is compared, in scripts with spaces
PAGE = 500
NOTE = english("The guideline has changed since you answered.")


@dataclass(frozen=True)
class Version:
    """One version of the guideline. who: "" where nobody is known; answers: given here while it was in force."""

    number: int
    text: str
    note: str
    who: str
    at: str
    answers: int


@dataclass(frozen=True)
class Near:
    """The items near the change that people answered under an older version only, and that are neither settled nor
    asked about again already.

    words, labels: those of the changed lines that the items share. item_ids: in their order; unsure: those of them
    whose merged label is not sure, or about which answers differ. older: all that people answered before.
    """

    item_ids: tuple[int, ...]
    unsure: tuple[int, ...]
    older: int
    words: tuple[str, ...]
    labels: tuple[str, ...]

    def chosen(self, *, unsure_only: bool) -> tuple[int, ...]:
        return self.unsure if unsure_only else self.item_ids

    @cached_property
    def sentence(self) -> str:
        """What is near the change, and why."""
        if not self.older:
            return say("There is nothing that people could be asked again about.")
        if not self.item_ids:
            return say("None of the {items} answered before is near the change.", items=counted(self.older, "item"))
        why = [say("words of the changed lines ({words})", words=", ".join(self.words[:6]))] if self.words else []
        why += [say("the labels named there ({labels})", labels=", ".join(self.labels))] if self.labels else []
        return say_count(
            len(self.item_ids),
            "{n} item of {older} answered before is near the change, by {why}; {unsure} of them unsure.",
            "{n} items of {older} answered before are near the change, by {why}; {unsure} of them unsure.",
            older=figure(self.older),
            why=say(" or ").join(why),
            unsure=figure(len(self.unsure)),
        )


def versions(db: Db) -> list[Version]:
    """All versions, the newest first."""
    names = {annotator.id: annotator.name for annotator in annotators.every(db)}
    given = guidelines.answered_under(db)
    return [
        Version(v.number, v.text, v.note, names.get(v.annotator_id or 0, ""), v.at, given.get(v.number, 0))
        for v in reversed(guidelines.versions(db))
    ]


def save(db: Db, text: str, note: str = "", by: int | None = None, *, before: int | None = None) -> Changes:
    """A new version, in force from now on; answers keep the version that they were given under.

    before: the version over which it was written; a UserError where another one is in force since.
    """
    packages.check_lead(db)
    if before is not None and setup.question(db).version != before:
        raise changed_meanwhile()
    if text.strip() == setup.question(db).guideline.strip():
        raise UserError(say("The guideline is as it was."), hint=say("Change it first."))
    return guidelines.save(db, text, " ".join(note.split()), by)


def compare(db: Db, before: int, after: int) -> list[Line]:
    """In what two versions differ."""
    texts = {version.number: version.text for version in guidelines.versions(db)}
    for number in (before, after):
        if number not in texts:
            raise UserError(
                say("There is no version {number} of the guideline.", number=number),
                hint=say("There are 1 to {max}.", max=max(texts)),
            )
    return compared(texts[before], texts[after])


def older(db: Db) -> Older:
    """The answers given here that are older than the guideline in force."""
    return guidelines.older(db)


def sentence(found: Older) -> str:
    """How many answers are older than the guideline; "" for none."""
    number = found.by_people + found.by_llms
    if not number:
        return ""
    parts = [say("{by_people} by people", by_people=figure(found.by_people))] if found.by_people else []
    parts += [say("{by_llms} by LLMs", by_llms=figure(found.by_llms))] if found.by_llms else []
    return say_count(
        number,
        "{n} answer is older than this guideline ({parts}).",
        "{n} answers are older than this guideline ({parts}).",
        parts=", ".join(parts),
    )


def left_out(db: Db) -> str:
    """Which answers are never older than the guideline; "" where there are none."""
    number = guidelines.from_files(db)
    if not number:
        return ""
    return say_count(
        number,
        "{n} answer came from a file, with no guideline known, and is not counted.",
        "{n} answers came from files, with no guideline known, and are not counted.",
    )


def near(db: Db) -> Near:
    """Which items the latest changes concern: a label that the changed lines name was given, or the text shares a word
    with them that few items have. Reads the texts of all items that people answered before."""
    with db.snapshot():
        question = setup.question(db)
        before = guidelines.older_of_people(db)
        texts = {version.number: version.text for version in guidelines.versions(db)}
        lines = {v: changed_lines(texts.get(v, ""), question.guideline) for v in {v for v, _ in before.values()}}
        named = {v: _named(lines[v], {label.id: label.name for label in question.labels}) for v in lines}
        words = {v: _words(lines[v]) for v in lines}
        shared = _shared(db, {item_id: words[v] for item_id, (v, _) in before.items()})
        found = [id_ for id_, (v, given) in before.items() if shared.get(id_) or given & named[v]]
        doubtful = guidelines.unsure(db, found, UNSURE)
        labels = {id_ for item_id in found for id_ in before[item_id][1] & named[before[item_id][0]]}
    return Near(
        item_ids=tuple(found),
        unsure=tuple(id_ for id_ in found if id_ in doubtful),
        older=len(before),
        words=tuple(sorted(set().union(*(shared[id_] for id_ in found if id_ in shared)))),
        labels=tuple(label.name for label in question.labels if label.id in labels),
    )


def ask_again(db: Db, by: int, *, unsure_only: bool = False) -> tuple[int, Changes]:
    """Ask people again about the items near the change, as one operation; their answers stay until there are new ones.

    Whoever comes first is asked. Returns how many items.
    """
    packages.check_lead(db)
    with db.atomic():
        chosen = near(db).chosen(unsure_only=unsure_only)
        if not chosen:
            return 0, Changes()
        op = audit.begin(db, relabelling.KIND, annotator_id=by)
        question_id = setup.question_id(db)
        audit.append(
            db, op, [sending_back.put(db, op, (id_, question_id), to=None, note=NOTE, by_id=by) for id_ in chosen]
        )
    return len(chosen), Changes(op, queue=True)


def _named(lines: Iterable[str], labels: dict[int, str]) -> frozenset[int]:
    """The labels whose names stand in these lines."""
    text = f" {' '.join(' '.join(words_of(line)) for line in lines)} "
    return frozenset(id_ for id_, name in labels.items() if f" {' '.join(words_of(name))} " in text)


def _words(lines: Iterable[str]) -> frozenset[str]:
    found = {word for line in lines for word in words_of(line)}
    return frozenset(word for word in found if len(word) >= SHORTEST or not word.isascii())


def _shared(db: Db, wanted: dict[int, frozenset[str]]) -> dict[int, frozenset[str]]:
    """By item id, the words of the change that its text shares, without those that many of these items have."""
    shared: dict[int, frozenset[str]] = {}
    seen: dict[str, int] = {}
    ids = list(wanted)
    for first in range(0, len(ids), PAGE):
        for item in items.page(db, ids[first : first + PAGE]):
            text = {word for value in item.fields.values() for word in words_of(value)}
            shared[item.id] = wanted[item.id] & text
            for word in shared[item.id]:
                seen[word] = seen.get(word, 0) + 1
    common = {word for word, number in seen.items() if number > max(1, COMMON * len(ids))}
    return {id_: words - common for id_, words in shared.items() if words - common}
