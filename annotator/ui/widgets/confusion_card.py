"""What one annotator confuses, beside what merging estimates, the merged labels, or gold; cells lead to their items."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.services.merging import AnnotatorReport
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.confusion_grid import ConfusionGrid
from annotator.ui.widgets.text import text_label
from annotator.ui.widgets.two_lines import TwoLineLabel


class Truth(StrEnum):
    """What the columns stand for."""

    ESTIMATED = "estimated"
    MERGED = "merged"
    GOLD = "gold"


class Counts(NamedTuple):
    """Items by what an annotator answered and what the truth is: (n_labels, n_labels)."""

    report: AnnotatorReport
    truth: Truth
    cells: NDArray[np.int64]


class ConfusionCard(Card):
    """Says `cell_chosen(answered, truth)` by the places of labels, and `truth_chosen`."""

    cell_chosen = Signal(int, int)
    truth_chosen = Signal(object)
    copied = Signal(str)  # a sentence

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=14)
        self._title = TwoLineLabel("", "card-title", middle=True)
        self.chooser = ComboBox()
        self.chooser.setObjectName("confusion_truth")
        self.chooser.setAccessibleName(self.tr("What the columns stand for"))
        for truth, words in (
            (Truth.ESTIMATED, self.tr("beside the truth as estimated, in %")),
            (Truth.MERGED, self.tr("beside the merged labels, counted")),
            (Truth.GOLD, self.tr("beside gold, counted")),
        ):
            self.chooser.addItem(words, truth.value)
        self.chooser.currentIndexChanged.connect(lambda _: self.truth_chosen.emit(self.truth))
        self._note = text_label("", "secondary", wrap=True)
        self.grid = ConfusionGrid()
        self.grid.cell_chosen.connect(self.cell_chosen)
        self.picture = buttons.icon_button("image-outline", self.tr("Copy the matrix as a picture"), self.copy_picture)
        self.picture.setObjectName("copy_picture")
        self.table = buttons.icon_button("table", self.tr("Copy the matrix as CSV"), self.copy_numbers)
        self.table.setObjectName("copy_numbers")
        head, row = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.picture)
        head.addWidget(self.table)
        row.addWidget(self.chooser)
        row.addStretch(1)
        self.body.addLayout(head)
        self.body.addLayout(row)
        self.body.addWidget(self._note)
        self.body.addWidget(self.grid, 1)
        self.body.addStretch(0)
        self.clear()

    @property
    def truth(self) -> Truth:
        return Truth(self.chooser.currentData())

    @property
    def note(self) -> str:
        return self._note.text()

    def clear(self) -> None:
        self._show(False, "")
        self._title.set_text("")

    def show_estimate(self, report: AnnotatorReport) -> None:
        """The matrix that merging has estimated; says what to do where it has not."""
        self._entitle(report)
        if report.confusion is None:
            self._show(
                False,
                self.tr(
                    "Nothing to show yet: merge with a method that estimates confusion matrices, such as dawid-skene."
                ),
            )
            return
        self.grid.show_matrix(report.labels, report.confusion)
        self._show(
            True,
            self.tr(
                "Of 100 items that are truly what a column says, as many are answered as each row says. Click a cell,"
                " or press Enter on it, to see its items; they are counted by the merged label."
            ),
        )

    def show_counts(self, found: Counts) -> None:
        """Says what to do where there are none."""
        self._entitle(found.report)
        gold = found.truth is Truth.GOLD
        if not found.cells.any():
            self._show(
                False,
                self.tr(
                    "No item with gold has a label of this annotator: settle items at random in Review, or import gold."
                )
                if gold
                else self.tr("Nothing to show yet: merge the answers first."),
            )
            return
        name = self.tr("Gold") if gold else self.tr("Merged labels")
        self.grid.show_counts(found.report.labels, found.cells, (found.report.annotator.name, name))
        words = self.tr(
            "Rows: what {name} answered. Columns: {truth}. Click a cell, or press Enter on it, to see its items."
        )
        truth = self.tr("gold") if gold else self.tr("the merged label")
        self._show(True, words.format(name=found.report.annotator.name, truth=truth))

    def copy_picture(self) -> None:
        QGuiApplication.clipboard().setPixmap(self.grid.grab())
        self.copied.emit(self.tr("The picture is on the clipboard."))

    def copy_numbers(self) -> None:
        QGuiApplication.clipboard().setText(self.grid.numbers())
        self.copied.emit(self.tr("The numbers are on the clipboard."))

    def _entitle(self, report: AnnotatorReport) -> None:
        self._title.set_text(self.tr("How {name} answers").format(name=report.annotator.name))

    def _show(self, something: bool, note: str) -> None:
        self._note.setText(note)
        for widget in (self.grid, self.picture, self.table):
            widget.setVisible(something)
