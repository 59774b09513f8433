"""How far people and LLMs agree: every statistic with its interval, or why there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from annotator.services.agreement import MEANINGS, TITLES, AgreementReport, Estimate, Group, Statistic
from annotator.texts import figure, say, spoken
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.records import Records, left_out_line
from annotator.ui.widgets.text import text_label, tool_tip

_STATISTIC, _ITEMS, _PAIRS, _NOTE = 1, 4, 5, 6
_WHOLE = 12  # rows that are in sight without scrolling in the table


class AgreementCard(Card):
    """One row for each group of answers and statistic."""

    ordinal_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=14)
        self._note = text_label(
            self.tr(
                "Beyond percent agreement, 0 is what chance alone would give and 1 is complete agreement."
                " Missing answers are left out. Intervals (95 %) come from drawing the items anew."
            ),
            "secondary",
            wrap=True,
        )
        self.ordinal = QCheckBox(self.tr("The labels have an order, as ratings do"))
        self.ordinal.setObjectName("ordinal")
        self.ordinal.clicked.connect(self.ordinal_changed)
        self.table = Records(
            (
                self.tr("Between"),
                self.tr("Statistic"),
                self.tr("Value"),
                self.tr("95 % interval"),
                self.tr("Items"),
                self.tr("Pairs"),
                "",
            ),
            numbers=(2, 3, 4, 5),
            stretch=_NOTE,
        )
        self.table.keep_whole(_WHOLE)
        self.table.let_give_way(_NOTE, _PAIRS, _ITEMS)
        self.table.setObjectName("agreement")
        self.table.setAccessibleName(self.tr("Agreement"))
        self._nothing = text_label("", "muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        for widget in (self._note, self.ordinal):
            self.body.addWidget(widget)
        self.body.addWidget(self._nothing, 1)  # the table's room, where there is none
        self.body.addWidget(self.table, 1)
        self.body.addWidget(left_out_line(self.table))
        self.show_report(None)

    def show_report(self, report: AgreementReport | None) -> None:
        """None: it is being worked out."""
        groups = report.groups if report is not None else ()
        self._nothing.setText(
            self.tr("Being worked out …") if report is None else self.tr("Only one annotator has answered so far.")
        )
        self._nothing.setVisible(not groups)
        self.table.setVisible(bool(groups))
        if report is not None:
            self.ordinal.setChecked(report.ordinal)
        rows = [(group, name, found) for group in groups for name, found in group.estimates.items()]
        self.table.show_rows([self._row(*row) for row in rows])
        for number, (_, name, found) in enumerate(rows):
            for column, tip in ((_STATISTIC, spoken(MEANINGS[name])), (_NOTE, spoken(found.reason))):
                cell = self.table.item(number, column)
                if cell is not None:
                    cell.setToolTip(tool_tip(tip) if tip else "")

    def _row(self, group: Group, name: Statistic, found: Estimate) -> tuple[str, ...]:
        first = next(iter(group.estimates)) is name
        return (
            group.title if first else "",
            spoken(TITLES[name]),
            self.tr("undefined") if found.value is None else _number(name, found.value),
            "" if found.low is None or found.high is None else _bounds(name, found.low, found.high),
            figure(found.items),
            figure(found.pairs),
            spoken(found.reason),
        )


def _number(name: Statistic, value: float) -> str:
    return f"{figure(100 * value, 1)} %" if name is Statistic.PERCENT else figure(value, 3)


def _bounds(name: Statistic, low: float, high: float) -> str:
    return (
        f"{figure(100 * low, 1)}–{figure(100 * high, 1)}"
        if name is Statistic.PERCENT
        else say("{low} to {high}", low=figure(low, 3), high=figure(high, 3))
    )
