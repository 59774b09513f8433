"""What taking files did to the answers of a project, as it is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass

from annotator.domain.model import Status
from annotator.storage.database import Row
from annotator.texts import say_count


@dataclass(frozen=True)
class News:
    """Answers and skips of items that had neither, what changed, and what somebody took back."""

    answers: int = 0
    skips: int = 0
    changed: int = 0
    gone: int = 0

    @property
    def total(self) -> int:
        return sum(astuple(self))

    def told(self) -> str:
        """Without a full stop: "2 new answers, 1 item skipped"; "" for nothing."""
        parts = (
            (self.answers, say_count(self.answers, "{n} new answer", "{n} new answers")),
            (self.skips, say_count(self.skips, "{n} item skipped", "{n} items skipped")),
            (self.changed, say_count(self.changed, "{n} answer changed", "{n} answers changed")),
            (self.gone, say_count(self.gone, "{n} answer taken back", "{n} answers taken back")),
        )
        return ", ".join(text for n, text in parts if n)


def of_changes(changes: Iterable[tuple[Row | None, Row | None]]) -> News:
    """changes: rows of answers before and after."""
    answers = skips = changed = gone = 0
    for before, after in changes:
        if after is None:
            gone += 1
        elif before is not None:
            changed += 1
        elif after["status"] == Status.SKIPPED:
            skips += 1
        else:
            answers += 1
    return News(answers, skips, changed, gone)
