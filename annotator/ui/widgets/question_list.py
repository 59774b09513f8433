"""The questions of a project in their order, with what can be done to each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from annotator.domain.words import counted
from annotator.services.setting_up import QuestionInfo
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.text import text_label, tool_tip

WIDTH, LEAST = 232, 176
_ID, _ARCHIVED = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class QuestionList(Card):
    """`chosen(id)`, `moved(id, by)`, `archived(id, whether it is to be asked again)`."""

    chosen = Signal(int)
    added = Signal()
    moved = Signal(int, int)
    archived = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Questions"), parent, padding=16)
        self.setMinimumWidth(theme.px(LEAST))
        self.setMaximumWidth(theme.px(WIDTH))
        self.list = QListWidget()
        self.list.setObjectName("questions")
        self.list.setAccessibleName(self.tr("Questions"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda item, _: self._current(item))
        self.told = text_label("", "secondary", wrap=True)
        self.up = buttons.icon_button("arrow-up", self.tr("Ask earlier"), lambda: self._move(-1))
        self.down = buttons.icon_button("arrow-down", self.tr("Ask later"), lambda: self._move(1))
        self.archive = buttons.icon_button("archive-outline", self.tr("Ask no more; answers stay"), self._archive)
        self.add_button = buttons.quiet(self.tr("Add a question"), "plus", self.added.emit)
        self.add_button.setObjectName("add_question")
        self._infos: list[QuestionInfo] = []
        tools = QHBoxLayout()
        tools.setSpacing(theme.px(2))
        for name, button in (("up", self.up), ("down", self.down), ("archive", self.archive)):
            button.setObjectName(f"question_{name}")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            tools.addWidget(button)
        tools.addStretch(1)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.told)
        self.body.addLayout(tools)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_questions(self, infos: Sequence[QuestionInfo], chosen: int) -> None:
        self._infos = list(infos)
        self.list.blockSignals(True)
        self.list.clear()
        for info in self._infos:
            name = info.question.name
            item = QListWidgetItem(self.tr("{name} (not asked)").format(name=name) if info.archived else name)
            item.setData(_ID, info.question.id)
            item.setData(_ARCHIVED, info.archived)
            item.setToolTip(tool_tip(info.question.text))
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.select(chosen)

    def select(self, question_id: int) -> None:
        """0 for one that is not in the list yet."""
        self.list.blockSignals(True)
        place = next((n for n, info in enumerate(self._infos) if info.question.id == question_id), -1)
        self.list.setCurrentRow(place)
        self.list.blockSignals(False)
        self._show_tools()

    def _current(self, item: QListWidgetItem | None) -> None:
        self._show_tools()
        if item is not None and not item.data(_ARCHIVED):
            self.chosen.emit(item.data(_ID))

    def _info(self) -> QuestionInfo | None:
        place = self.list.currentRow()
        return self._infos[place] if 0 <= place < len(self._infos) else None

    def _show_tools(self) -> None:
        info, asked = self._info(), [each for each in self._infos if not each.archived]
        there = info is not None and not info.archived
        self.up.setEnabled(there and info is not asked[0])
        self.down.setEnabled(there and info is not asked[-1])
        self.archive.setEnabled(info is not None and (info.archived or len(asked) > 1))
        again = info is not None and info.archived
        name = self.tr("Ask it again") if again else self.tr("Ask no more; answers stay")
        self.archive.setToolTip(name)
        self.archive.setAccessibleName(name)
        self.archive.setIcon(theme.icon("archive-arrow-up-outline" if again else "archive-outline", "muted"))
        self.told.setText("" if info is None else counted(info.answers, "answer"))

    def _move(self, by: int) -> None:
        info = self._info()
        if info is not None:
            self.moved.emit(info.question.id, by)

    def _archive(self) -> None:
        info = self._info()
        if info is not None:
            self.archived.emit(info.question.id, info.archived)
