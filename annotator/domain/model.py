"""The values that travel between the layers: questions, labels, annotators, annotations, and progress."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

# Called as report(done, total) from long jobs; total is None while unknown. Raises Cancelled when the user
# has pressed stop, so a job stops wherever it reports.
Report = Callable[[int, int | None], None]


def silent(done: int, total: int | None) -> None:
    """A Report that shows nothing and never stops."""


class Kind(StrEnum):
    """What an annotator is."""

    HUMAN = "human"
    LLM = "llm"


class Status(StrEnum):
    """What an annotation says; an item without any annotation is a fourth case, not a status."""

    LABEL = "label"
    SKIPPED = "skipped"
    INVALID = "invalid"  # an LLM's reply that names no permitted label


class Exposure(StrEnum):
    """Whether the annotator could see the LLM's suggestion before answering."""

    BLIND = "blind"
    SHOWN = "shown"
    UNKNOWN = "unknown"  # an answer from a file: nobody here can tell


@dataclass(frozen=True)
class Label:
    """One permitted answer to a question. `id` is 0 until stored."""

    name: str
    description: str = ""
    colour: str = ""
    key: str = ""
    id: int = 0


@dataclass(frozen=True)
class Question:
    """What is asked of each item.

    name: short, as it stands before an answer ("Sentiment"); it is also how small models are prompted.
    text: the whole question ("What is the sentiment of this review?").
    noun: what an item is called ("Review").
    """

    name: str
    text: str
    labels: tuple[Label, ...]
    guideline: str = ""
    noun: str = "Text"
    version: int = 1
    id: int = 0

    def label_names(self) -> tuple[str, ...]:
        return tuple(label.name for label in self.labels)


@dataclass(frozen=True)
class Annotator:
    """Who answers: a person, or one version of an LLM agent; `simulated` where a script made the answers up."""

    id: int
    uid: str
    name: str
    kind: Kind
    family: str = ""
    simulated: bool = False


class NewItem(NamedTuple):
    """An input row on its way into the project. line: where it begins in its file, 0 where that is not known."""

    external_id: str
    fields: dict[str, str]
    metadata: dict[str, str]
    line: int = 0


@dataclass(frozen=True)
class Item:
    """One stored item."""

    id: int
    external_id: str
    fields: dict[str, str]
    metadata: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class NewAnnotation:
    """An answer on its way into the project. `label_id` is set exactly when status is LABEL.

    confidence: 0..1 or None where the annotator gives none.
    distribution: calibrated probability by label id, or None.
    seconds: time from shown to answered, or None.
    reason: why it was skipped, one line; "" where none was given.
    """

    item_id: int
    status: Status
    label_id: int | None = None
    confidence: float | None = None
    distribution: dict[int, float] | None = None
    comment: str = ""
    flagged: bool = False
    exposure: Exposure = Exposure.BLIND
    suggested_label_id: int | None = None
    seconds: float | None = None
    run_id: int | None = None
    reason: str = ""


@dataclass(frozen=True)
class Annotation:
    """An annotator's current answer to the project's question about one item.

    answered_at: ISO 8601; "" where it came from a file that does not say when it was given.
    reason: why they skipped it, or "".
    """

    item_id: int
    annotator: Annotator
    status: Status
    label_id: int | None
    confidence: float | None
    comment: str
    flagged: bool
    exposure: Exposure
    seconds: float | None
    answered_at: str
    reason: str = ""


@dataclass(frozen=True)
class Changes:
    """What kinds of things a write changed, so that views refresh only what they show."""

    operation: int | None = None
    items: bool = False
    setup: bool = False
    annotations: bool = False
    queue: bool = False
    posteriors: bool = False
    gold: bool = False
    runs: bool = False
    marks: bool = False

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            operation=self.operation if other.operation is None else other.operation,
            items=self.items or other.items,
            setup=self.setup or other.setup,
            annotations=self.annotations or other.annotations,
            queue=self.queue or other.queue,
            posteriors=self.posteriors or other.posteriors,
            gold=self.gold or other.gold,
            runs=self.runs or other.runs,
            marks=self.marks or other.marks,
        )
