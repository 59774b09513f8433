"""Several agents together: all at once as a panel, or one after the other as a cascade."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QVBoxLayout, QWidget

from annotator.services.agents import AgentChoice
from annotator.ui import theme
from annotator.ui.widgets import buttons
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.layouts import clear
from annotator.ui.widgets.routing_choices import decimal_box
from annotator.ui.widgets.run_terms import FIELDS
from annotator.ui.widgets.text import ElidedLabel, text_label

ALONE, PANEL, CASCADE = "alone", "panel", "cascade"
SURE = 0.8  # how sure an agent of a cascade must be for its label to be left at that


class Member(NamedTuple):
    """An agent of the team. key: its API key, for this run only; threshold: 0 to 1, of a cascade."""

    choice: AgentChoice
    name: str
    key: str
    threshold: QDoubleSpinBox


class TeamForm(QWidget):
    """`changed` when the plan may be another; `add_wished` when the agent of the form is to join."""

    changed = Signal()
    add_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members: list[Member] = []
        self.kind = ComboBox()
        self.kind.setObjectName("team_kind")
        self.kind.addItem(self.tr("One agent"), ALONE)
        self.kind.addItem(self.tr("Several at once: a panel"), PANEL)
        self.kind.addItem(self.tr("One after the other: a cascade"), CASCADE)
        self.kind.currentIndexChanged.connect(lambda _: self._show())
        self.add = buttons.plain(self.tr("Add the model above"), "plus", self.add_wished.emit)
        self.add.setObjectName("add_to_team")
        self._about = text_label("", "secondary", wrap=True)
        self._rows = QVBoxLayout()
        self._lay_out()
        self._show()

    @property
    def mode(self) -> str:
        """ALONE, PANEL or CASCADE."""
        return str(self.kind.currentData())

    @property
    def members(self) -> Sequence[Member]:
        return tuple(self._members)

    @property
    def thresholds(self) -> tuple[float, ...]:
        """Of a cascade, 0 to 1; else none."""
        return tuple(round(m.threshold.value(), 4) for m in self._members) if self.mode == CASCADE else ()

    def join(self, choice: AgentChoice, name: str, key: str = "") -> bool:
        """Add an agent; tells whether it was not there yet."""
        if any(member.choice == choice for member in self._members):
            return False
        box = decimal_box(f"sure_{len(self._members) + 1}", 1.0, 0.05)
        box.setMinimum(0.01)
        box.setValue(SURE)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda _: self.changed.emit())
        self._members.append(Member(choice, name, key, box))
        self._show()
        return True

    def leave(self, place: int) -> None:
        del self._members[place]
        self._show()

    def _show(self) -> None:
        """The members in their order, each with its threshold where that matters."""
        for member in self._members:
            member.threshold.setParent(None)
        clear(self._rows)
        for place, member in enumerate(self._members):
            self._rows.addLayout(self._row(place, member))
        together = self.mode != ALONE
        self.add.setVisible(together)
        self._about.setVisible(together)
        about = {
            PANEL: self.tr("All of them answer every item; their answers are merged as those of several annotators."),
            CASCADE: self.tr(
                "The first answers every item, each further one what those before it are unsure of. What the last is"
                " unsure of, and an audit sample of the rest, goes to people."
            ),
        }
        self._about.setText(about.get(self.mode, ""))
        self.changed.emit()

    def _row(self, place: int, member: Member) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        if self.mode == ALONE:
            return row
        name = ElidedLabel(f"{place + 1}  {member.name}", "strong")
        name.setObjectName(f"member_{place + 1}")
        row.addWidget(name, 1)
        if self.mode == CASCADE:
            row.addWidget(text_label(self.tr("sure from"), "muted"))
            member.threshold.setAccessibleName(self.tr("{name} is sure from").format(name=member.name))
            row.addWidget(member.threshold)
            member.threshold.show()
        remove = buttons.icon_button("close", self.tr("Take out"), lambda: self.leave(place))
        remove.setObjectName(f"leave_{place + 1}")
        row.addWidget(remove)
        return row

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        label = text_label(self.tr("Who answers"), "muted")
        label.setBuddy(self.kind)
        self.label = label
        self.kind.setFixedWidth(theme.px(FIELDS))
        self.kind.setAccessibleName(label.text())
        row.addWidget(label)
        row.addWidget(self.kind)
        row.addWidget(self.add)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._about)
        column.addLayout(self._rows)
