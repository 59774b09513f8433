"""How two project files differ, in counts and lists; both are only read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from annotator.services import project_file
from annotator.storage import comparing_files, identities, joining
from annotator.storage.comparing_files import Entry
from annotator.storage.database import Db
from annotator.texts import english, figure, say, say_count, spoken

Found = TypeVar("Found")

LISTED = 10  # entries of a list that are told in sentences

_PARTS: dict[str, Callable[[Db], Iterable[tuple[str, Entry]]]] = {
    "items": comparing_files.items,
    "questions": comparing_files.questions,
    "answers": lambda db: comparing_files.answers(db, "human"),
    "llm_answers": lambda db: comparing_files.answers(db, "llm"),
    "decisions": comparing_files.decisions,
    "packages": comparing_files.packages,
    "runs": comparing_files.runs,
}
_TITLES = {
    "items": english("Items"),
    "questions": english("Questions and labels"),
    "answers": english("Answers of people"),
    "llm_answers": english("Answers of LLMs"),
    "decisions": english("Decisions and known labels"),
    "packages": english("Packages"),
    "runs": english("Runs"),
}
_SOURCES = {"adjudicated": english("settled"), "imported": english("imported")}  # of decisions


@dataclass(frozen=True)
class Changed:
    """Something that is in both, and not the same. Items differ in their texts, of which nothing is told."""

    what: str
    a: str
    b: str


@dataclass(frozen=True)
class Part:
    """One kind of things. only_a, only_b: what is in one file alone; same: how many are alike."""

    name: str
    same: int
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]
    changed: tuple[Changed, ...]

    @property
    def differs(self) -> bool:
        return bool(self.only_a or self.only_b or self.changed)

    @property
    def contradicts(self) -> bool:
        """Whether people say one thing here and another there; such parts are told first."""
        return bool(self.changed) and self.name in ("answers", "decisions")

    @property
    def title(self) -> str:
        return spoken(_TITLES[self.name])


@dataclass(frozen=True)
class Difference:
    """a, b: the files. copies: whether both are of one project. settings: names of those that are not the same."""

    a: Path
    b: Path
    copies: bool
    parts: tuple[Part, ...]
    settings: tuple[str, ...]

    @property
    def differs(self) -> bool:
        return bool(self.settings) or any(part.differs for part in self.parts)

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        found: dict[str, Any] = {"a": str(self.a), "b": str(self.b), "copies": self.copies, "differs": self.differs}
        for part in self.parts:
            found[part.name] = {
                "same": part.same,
                "only_a": list(part.only_a),
                "only_b": list(part.only_b),
                "changed": [vars(each) for each in part.changed],
            }
        return found | {"settings": list(self.settings)}

    def sentences(self) -> list[str]:
        lines = [] if self.copies else [say("These are not copies of one project.")]
        for part in sorted(self.parts, key=lambda part: not part.contradicts):
            if part.differs:
                lines += _lines(part)
        if self.settings:
            lines.append(say("Settings that differ: {names}.", names=", ".join(self.settings)))
        return lines or [say("There is no difference.")]


def diff(a: Path, b: Path) -> Difference:
    """What one file has and the other has not, and what they say differently."""
    with (
        closing(project_file.open_project(a, read_only=True)) as one,
        closing(project_file.open_project(b, read_only=True)) as other,
        one.snapshot(),
        other.snapshot(),
    ):
        twins = _read(other, lambda db: _read(one, lambda first: comparing_files.twins(first, db)))
        return Difference(
            a=one.path,
            b=other.path,
            copies=_read(one, identities.project) == _read(other, identities.project),
            parts=tuple(_part(name, _entries(one, name), _entries(other, name, twins)) for name in _PARTS),
            settings=tuple(joining.settings(one, other)),
        )


def _entries(db: Db, part: str, twins: Mapping[str, str] | None = None) -> dict[str, Entry]:
    """By key. twins: items that go by the key of the other file."""
    found = _read(db, lambda db: dict(_PARTS[part](db)))
    return {_of_twin(key, twins): entry for key, entry in found.items()} if twins else found


def _of_twin(key: str, twins: Mapping[str, str]) -> str:
    item, space, rest = key.partition(" ")
    return f"{twins.get(item, item)}{space}{rest}"


def _read(db: Db, read: Callable[[Db], Found]) -> Found:
    """What is read of one of the files; DamagedProject, which names it, where that cannot be read."""
    with db.explaining():
        return read(db)


def _part(name: str, a: dict[str, Entry], b: dict[str, Entry]) -> Part:
    both = a.keys() & b.keys()
    changed = [key for key in both if a[key].means != b[key].means]
    first = {key: a[key].means[0] == b[key].means[0] for key in changed}  # another label before another comment
    changed.sort(key=lambda key: (first[key], _named(name, a[key]), a[key].says, b[key].says))
    return Part(
        name=name,
        same=len(both) - len(changed),
        only_a=tuple(sorted(_named(name, a[key], says=True) for key in a.keys() - b.keys())),
        only_b=tuple(sorted(_named(name, b[key], says=True) for key in b.keys() - a.keys())),
        changed=tuple(_changed(name, a[key], b[key]) for key in changed),
    )


def _changed(part: str, a: Entry, b: Entry) -> Changed:
    if part in ("items", "questions"):
        return Changed(_named(part, a), _named(part, a), _named(part, b))
    if a.whose != b.whose:  # a label that came from a file here, and was decided there
        return Changed(a.about, _with_source(a), _with_source(b))
    return Changed(_named(part, a), a.says, b.says)


def _named(part: str, entry: Entry, *, says: bool = False) -> str:
    about, whose, said, _ = entry
    whose = spoken(_SOURCES.get(whose, whose)) if part == "decisions" else whose
    name = f"{about}, {whose}" if whose else about
    return f"{name}: {said}" if says and said and part in ("answers", "llm_answers", "decisions") else name


def _with_source(entry: Entry) -> str:
    return f"{entry.says} ({spoken(_SOURCES.get(entry.whose, entry.whose))})"


def _lines(part: Part) -> list[str]:
    title = part.title
    lines = [
        say(
            "{title}: {a} only in the first, {b} only in the second, {changed} not the same, {same} alike.",
            title=title,
            a=figure(len(part.only_a)),
            b=figure(len(part.only_b)),
            changed=figure(len(part.changed)),
            same=figure(part.same),
        )
    ]
    lines += _first([f"{each.what}: {each.a} | {each.b}" for each in part.changed])
    return lines + _first([f"< {name}" for name in part.only_a]) + _first([f"> {name}" for name in part.only_b])


def _first(told: list[str]) -> list[str]:
    """The first of a list, and how many more there are."""
    more = len(told) - LISTED
    rest = [say_count(more, "… and {n} more", "… and {n} more")] if more > 0 else []
    return [f"  {line}" for line in [*told[:LISTED], *rest]]
