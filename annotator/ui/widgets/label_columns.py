"""Which column of a file says what of the answers of others, or of known labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from annotator.services.label_columns import What, required
from annotator.ui.widgets.column_choices import LEAVE_OUT, ColumnChoices


class LabelColumns(ColumnChoices):
    """Each thing is said by one column."""

    def __init__(self, what: What, parent: QWidget | None = None) -> None:
        offered = _offered(what)
        super().__init__(offered, {becomes: LEAVE_OUT for _, becomes in offered if becomes != LEAVE_OUT}, parent)
        self._what = what
        self._preset: dict[str, str] = {}

    def show_columns(self, columns: Sequence[str], rows: Sequence[Sequence[str]], preset: Mapping[str, str]) -> None:
        """preset: our words, and the columns that are taken for them unless another is chosen."""
        self._preset = dict(preset)
        becomes = {name: word for word, name in preset.items()}
        self.show_choices(columns, rows, {name: becomes.get(name, LEAVE_OUT) for name in columns})

    def asked(self) -> dict[str, str]:
        """What is chosen otherwise than it was preset: our words, and the columns or "" for none."""
        now = {becomes: name for name, becomes in self.chosen() if becomes != LEAVE_OUT}
        words = {**self._preset, **now}
        return {word: now.get(word, "") for word in words if now.get(word) != self._preset.get(word)}

    def complete(self) -> bool:
        """Whether there is a column for everything that must be said."""
        return set(required(self._what)) <= {becomes for _, becomes in self.chosen()}


def _offered(what: What) -> list[tuple[str, str]]:
    texts = {
        "item": QCoreApplication.translate("LabelColumns", "Id of the item"),
        "annotator": QCoreApplication.translate("LabelColumns", "Who answered"),
        "label": QCoreApplication.translate("LabelColumns", "Label"),
        "confidence": QCoreApplication.translate("LabelColumns", "Confidence, 0 to 1"),
        "kind": QCoreApplication.translate("LabelColumns", "Human or LLM"),
        "family": QCoreApplication.translate("LabelColumns", "Family of the LLM"),
        "exposure": QCoreApplication.translate("LabelColumns", "Whether a suggestion was seen"),
        "comment": QCoreApplication.translate("LabelColumns", "Comment"),
        "seconds": QCoreApplication.translate("LabelColumns", "Seconds it took"),
        "answered_at": QCoreApplication.translate("LabelColumns", "When it was answered"),
    }
    words = required(what) if what == "gold" else tuple(texts)
    if what == "gold":
        texts["label"] = QCoreApplication.translate("LabelColumns", "Known label")
    leave_out = (QCoreApplication.translate("LabelColumns", "Leave out"), LEAVE_OUT)
    return [*((texts[word], word) for word in words), leave_out]
