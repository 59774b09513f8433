"""What became of files that were taken, in numbers and in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from annotator.domain.model import Changes
from annotator.services.joining import Joined
from annotator.services.news import News
from annotator.services.packages import Aside
from annotator.texts import figure, say, say_count

LISTED = 10  # item ids that are told in a sentence


@dataclass(frozen=True)
class Came:
    """What became of one file. problem: why it was not taken, "" where it was.

    locked: whether a passphrase may open it. new, known: operations that were not there yet, and that were. news: what
    the new ones did to answers. answers_now, skipped_now: of this copy, in force. edited: ids of items whose text has
    changed since the package was made. merged_labels, older_guideline: answers with a label that another one stands for
    now, and answers given under an older guideline. drafts: flags and comments on items without an answer. aside: what
    could not be placed. warnings: what else is to be known, in sentences. joined: what came of another copy of the
    project.
    """

    path: Path
    name: str
    annotator: str = ""
    new: int = 0
    known: int = 0
    answers_now: int = 0
    skipped_now: int = 0
    edited: tuple[str, ...] = ()
    merged_labels: int = 0
    older_guideline: int = 0
    drafts: int = 0
    aside: tuple[Aside, ...] = ()
    warnings: tuple[str, ...] = ()
    problem: str = ""
    locked: bool = False
    news: News = News()
    joined: Joined | None = None

    @property
    def brought(self) -> bool:
        """Whether operations came, or parts of another copy that stand in no operation."""
        return bool(self.new) or (self.joined is not None and self.joined.added)

    def sentences(self) -> Iterator[str]:
        if self.problem:
            yield self._refused()
            return
        if self.joined is not None:
            yield say("{file}: another copy of this project, {news}.", file=self.name, news=self._news())
            yield from self.joined.sentences()
            return
        if self._all_aside:
            yield say_count(
                len(self.aside),
                "{file}: {annotator}, {news}: {n} answer is kept aside, since {why}.",
                "{file}: {annotator}, {news}: {n} answers are kept aside, such as one since {why}.",
                file=self.name,
                annotator=self.annotator,
                news=say("nothing that has its place yet") if self.brought else say("nothing new"),
                why=self.aside[0].why,
            )
        else:
            passed = say(", {skipped} skipped", skipped=figure(self.skipped_now)) if self.skipped_now else ""
            yield say(
                "{file}: {annotator}, {news}; {answers} in all{skipped}.",
                file=self.name,
                annotator=self.annotator,
                news=self._news(),
                answers=figure(self.answers_now),
                skipped=passed,
            )
        yield from self._since()
        yield from self.warnings

    @property
    def _all_aside(self) -> bool:
        """Whether answers came and none of them counts, where "0 in all" would sound as if they were lost."""
        return bool(self.aside) and not (self.answers_now or self.skipped_now or self.news.total)

    def _refused(self) -> str:
        """Most problems name the file themselves."""
        if self.name in self.problem:
            return say("Not taken: {problem}", problem=self.problem)
        return say("{file}: not taken. {problem}", file=self.name, problem=self.problem)

    def _news(self) -> str:
        return self.news.told() or (say("no new answers") if self.brought else say("nothing new"))

    def _since(self) -> Iterator[str]:
        if self.edited:
            more = "" if len(self.edited) <= LISTED else " …"
            yield say_count(
                len(self.edited),
                "The text of {n} item has changed since it was sent: {items}.",
                "The texts of {n} items have changed since they were sent: {items}.",
                items=", ".join(self.edited[:LISTED]) + more,
            )
        if self.merged_labels:
            yield say_count(
                self.merged_labels,
                "{n} answer has a label that was merged since, and counts for the one in its place.",
                "{n} answers have a label that was merged since, and count for the one in its place.",
            )
        if self.older_guideline:
            yield say_count(
                self.older_guideline,
                "{n} answer was given under an older guideline, and is marked with its version.",
                "{n} answers were given under an older guideline, and are marked with its version.",
            )
        if self.drafts:
            yield say_count(
                self.drafts,
                "A flag or comment on {n} item without an answer came along.",
                "Flags and comments on {n} items without an answer came along.",
            )
        if self.aside and not self._all_aside:
            yield say_count(
                len(self.aside),
                "{n} answer is kept aside, since {why}.",
                "{n} answers are kept aside, such as one since {why}.",
                why=self.aside[0].why,
            )

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "file": str(self.path),
            "annotator": self.annotator or None,
            "new": self.new,
            "known": self.known,
            "news": asdict(self.news),
            "answers": self.answers_now,
            "skipped": self.skipped_now,
            "edited": list(self.edited),
            "merged_labels": self.merged_labels,
            "older_guideline": self.older_guideline,
            "drafts": self.drafts,
            "aside": [vars(each) for each in self.aside],
            "warnings": list(self.warnings),
            "problem": self.problem or None,
            "joined": None if self.joined is None else self.joined.as_dict(),
        }


@dataclass(frozen=True)
class Report:
    """What came of taking files. news: what happened to the answers of the project.

    placed_later: operations from earlier that were kept aside and have a place now. brought: whether anything came
    that was not in the project yet. undoable: whether undo takes it back.
    """

    files: tuple[Came, ...]
    news: News = News()
    placed_later: int = 0
    changes: Changes = field(default_factory=Changes)
    brought: bool = False
    undoable: bool = False

    @property
    def changed(self) -> int:
        """How many answers are others now, new ones too."""
        return self.news.total

    @property
    def refused(self) -> tuple[Came, ...]:
        return tuple(came for came in self.files if came.problem)

    def sentences(self) -> list[str]:
        """Of each file, in their order."""
        return [sentence for came in self.files for sentence in came.sentences()] + self._later()

    def taken(self) -> list[str]:
        """As `sentences`, without the files that were refused."""
        return [sentence for came in self.files if not came.problem for sentence in came.sentences()] + self._later()

    def together(self) -> str:
        """All files in a sentence, and how many were refused in another."""
        if not self.refused:
            return self._together()
        one, many = "{n} file was not taken.", "{n} files were not taken."
        return f"{self._together()} {say_count(len(self.refused), one, many)}"

    def _together(self) -> str:
        if self.news.total:
            return f"{self.news.told()}."
        if not self.brought:
            return say("Nothing was new.")
        if any(came.joined is not None and came.joined.added for came in self.files):
            return say("What only the other copy had is here now, too.")
        aside = sum(len(came.aside) for came in self.files)
        if aside:
            return say_count(aside, "{n} answer is kept aside.", "{n} answers are kept aside.")
        return say("No answer is new.")

    def _later(self) -> list[str]:
        told = []
        if self.placed_later:
            told.append(
                say_count(
                    self.placed_later,
                    "{n} answer that was kept aside has its place now.",
                    "{n} answers that were kept aside have their places now.",
                )
            )
        return told
