"""A plot with its title, a line that says how to read it, and buttons that copy it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.text import text_label


class PlotCard(Card):
    """numbers: what is plotted, as CSV. copied: called with a sentence when something is on the clipboard."""

    def __init__(
        self,
        title: str,
        note: str,
        plot: QWidget,
        numbers: Callable[[], str],
        copied: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent, padding=14)
        self._numbers, self._copied = numbers, copied
        self.plot = plot
        picture = buttons.icon_button("image-outline", self.tr("Copy as a picture: {plot}").format(plot=title))
        picture.clicked.connect(lambda: self.copy_picture())
        picture.setObjectName("copy_picture")
        table = buttons.icon_button("table", self.tr("Copy the numbers as CSV: {plot}").format(plot=title))
        table.clicked.connect(lambda: self.copy_numbers())
        table.setObjectName("copy_numbers")
        self.let_title_wrap()
        self.header.addWidget(picture)
        self.header.addWidget(table)
        self.body.addWidget(text_label(note, "secondary", wrap=True))
        self.body.addWidget(plot, 1)

    def copy_picture(self) -> None:
        QGuiApplication.clipboard().setPixmap(self.plot.grab())
        self._copied(self.tr("The picture is on the clipboard."))

    def copy_numbers(self) -> None:
        QGuiApplication.clipboard().setText(self._numbers())
        self._copied(self.tr("The numbers are on the clipboard."))
