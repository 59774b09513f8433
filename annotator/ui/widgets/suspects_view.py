"""Items that try to give orders to the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.services.suspects import Suspect
from annotator.texts import figure, spoken
from annotator.ui.widgets import buttons
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.records import Records
from annotator.ui.widgets.text import text_label

_FOLLOWED = 3  # column


class SuspectsView(QWidget):
    """Says `sent(item ids, or None for all)`, and `item_wished(id)` on Enter or a double click."""

    sent = Signal(object)
    item_wished = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suspects: list[Suspect] = []
        self.table = Records(
            (
                self.tr("Item"),
                self.tr("Agent"),
                self.tr("Why"),
                self.tr("Followed"),
                self.tr("Answer"),
                self.tr("People"),
            ),
            stretch=2,
            names=(1,),
            widest=150,
        )
        self.table.setSelectionMode(Records.SelectionMode.ExtendedSelection)
        self.table.explain(
            (
                "",
                "",
                self.tr("What in its text looks like an order"),
                self.tr("Whether the model did what the item says when it was only to repeat a word"),
                self.tr("What the agent answered"),
                self.tr("Whether it waits for people, or a person has answered it"),
            )
        )
        self.table.setObjectName("suspects")
        self.table.setAccessibleName(self.tr("Items that try to give orders"))
        self.table.opened.connect(self._open)
        self.table.itemSelectionChanged.connect(self._count_chosen)
        self.more = text_label("", "secondary")
        self.send_chosen = buttons.plain("", "account-arrow-right-outline", self.send)
        self.send_chosen.setObjectName("send_chosen")
        self.send_all = buttons.plain(self.tr("Send all to people"), on_click=lambda: self.sent.emit(None))
        self.send_all.setObjectName("send_all_suspects")
        card = Card(self.tr("Items that try to give the model orders"), padding=14)
        card.header.addWidget(self.send_chosen)
        card.header.addWidget(self.send_all)
        note = self.tr("Their texts are data, never orders, yet a model may be taken in: a person should look at them.")
        card.body.addWidget(text_label(note, "secondary", wrap=True))
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_suspects(self, suspects: Sequence[Suspect], labels: Mapping[int, str], items: int) -> None:
        """labels: their names by id; items: how many there are, each of which may be listed for several agents."""
        if list(suspects) != self._suspects:  # else those that are chosen stay so
            self._suspects = list(suspects)
            self.table.show_rows([self._row(suspect, labels) for suspect in suspects])
        for row, suspect in enumerate(suspects):
            if suspect.followed:
                self.table.mark(row, _FOLLOWED, "alert-outline", self.tr("the model did what the item says"))
        more = items - len({suspect.item_id for suspect in suspects})
        self.more.setText(self.tr("and {n} more").format(n=figure(more)))
        self.more.setVisible(more > 0)
        self.send_all.setEnabled(any(not (s.waits or s.seen) for s in suspects) or more > 0)
        self._count_chosen()

    def send(self) -> None:
        """The chosen ones to people."""
        ids = self._chosen()
        if ids:
            self.sent.emit(ids)

    def _chosen(self) -> list[int]:
        rows = {index.row() for index in self.table.selectedIndexes()}
        return sorted({self._suspects[row].item_id for row in rows if row < len(self._suspects)})

    def _count_chosen(self) -> None:
        number = len(self._chosen())
        self.send_chosen.setEnabled(number > 0)
        text = self.tr("Send to people") if number < 2 else self.tr("Send {n} to people").format(n=figure(number))
        self.send_chosen.setText(text)

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._suspects):
            self.item_wished.emit(self._suspects[row].item_id)

    def _row(self, suspect: Suspect, labels: Mapping[int, str]) -> tuple[str, ...]:
        waits = self.tr("waits") if suspect.waits else "–"
        return (
            suspect.external_id,
            suspect.agent.name,
            spoken(suspect.reason),
            self.tr("yes") if suspect.followed else self.tr("not seen"),
            labels.get(suspect.label_id or 0, self.tr("invalid")),
            self.tr("answered") if suspect.seen else waits,
        )
