"""Third page of the wizard: what each column becomes, and what happens to ids that come twice."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from annotator.services import importing
from annotator.services.importing import BadRows, Duplicates, Inspection, Mapping
from annotator.ui.dialogs.new_project_source import ChosenFile
from annotator.ui.dialogs.wizard import WizardPage
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.column_mapping import ColumnMapping
from annotator.ui.widgets.combo import ComboBox
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.wrapping import WrappingCheckBox


class ColumnsPage(WizardPage):
    """Preset with what the columns look like."""

    def __init__(self, source: ChosenFile, parent: QWidget | None = None, *, offers_gold: bool = False) -> None:
        """offers_gold: whether a column of known labels can be taken along as gold, else it is said how later."""
        super().__init__(
            QCoreApplication.translate("ColumnsPage", "What is in the columns?"),
            QCoreApplication.translate(
                "ColumnsPage",
                "Fields are shown and labelled. Metadata is kept with the item. An id lets you import again later.",
            ),
            parent,
        )
        self._source = source
        self._shown: Inspection | None = None
        self.columns = ColumnMapping()
        self.columns.changed.connect(self._changed)
        self.duplicates = ComboBox()
        self.duplicates.setObjectName("duplicates")
        self.duplicates.addItem(self.tr("Keep the first, skip the others"), "skip")
        self.duplicates.addItem(self.tr("Update: the last one counts"), "update")
        self.duplicates.addItem(self.tr("Keep both: the later one as “id (2)”"), "both")
        self.duplicates.addItem(self.tr("Refuse the file"), "refuse")
        self.bad_rows = ComboBox()
        self.bad_rows.setObjectName("bad_rows")
        self.bad_rows.addItem(self.tr("Set it aside"), "set-aside")
        self.bad_rows.addItem(self.tr("Refuse the file"), "refuse")
        self._offers_gold = offers_gold
        self.gold = WrappingCheckBox("")
        self.gold.setObjectName("take_gold")
        self.gold.hide()
        self._notice = InlineNotice()
        card = Card()
        card.body.addWidget(self.columns)
        self.body.addWidget(card, 1)
        self.body.addWidget(self.gold)
        self.body.addWidget(self._notice)
        self.body.addLayout(self._choices())

    def mapping(self) -> Mapping:
        return self.columns.mapping()

    def duplicates_chosen(self) -> Duplicates:
        return cast(Duplicates, self.duplicates.currentData())

    def bad_rows_chosen(self) -> BadRows:
        return cast(BadRows, self.bad_rows.currentData())

    @property
    def takes_gold(self) -> bool:
        """Whether the column of known labels becomes gold."""
        return bool(self._offers_gold and self._gold_column()) and self.gold.isChecked()

    def initializePage(self) -> None:
        inspection = self._source.inspection
        if inspection is not None and inspection is not self._shown:
            self._shown = inspection
            self.columns.show_columns(inspection.columns, inspection.rows, inspection.mapping)
        self._changed()

    def cleanupPage(self) -> None:
        """Going back keeps what was chosen; it is preset anew only when the file was read anew."""

    def isComplete(self) -> bool:
        return bool(self.columns.mapping().fields)

    def _choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(2, 1)
        rows = ((self.tr("When an id comes twice"), self.duplicates), (self.tr("When a row is bad"), self.bad_rows))
        for place, (text, choice) in enumerate(rows):
            label = QLabel(text)
            label.setBuddy(choice)
            grid.addWidget(label, place, 0)
            grid.addWidget(choice, place, 1)
        return grid

    def _gold_column(self) -> str:
        return importing.gold_for_later(self._shown.columns if self._shown else (), self.columns.mapping())

    def _changed(self) -> None:
        mapping, gold = self.columns.mapping(), self._gold_column()
        self.gold.setVisible(self._offers_gold and bool(gold))
        if gold:
            text = self.tr("“{column}” holds known labels: take them as gold where they are names of your labels")
            self.gold.say(text.replace("{column}", gold))
        if not mapping.fields:
            self._notice.show_text(self.tr("Choose at least one column as a field: the text to label."), "bad")
        elif mapping.id_column is None:
            self._notice.show_text(self.tr("Without an id, items are called row-N after their line."), "info")
        elif gold and not self._offers_gold:
            self._notice.show_text(
                self.tr(
                    "If “{column}” holds known labels, choose the same file under “Import gold…” on the Items page"
                    " later: it becomes gold where it has the names of your labels."
                ).format(column=gold),
                "info",
            )
        else:
            self._notice.clear()
        self.duplicates.setEnabled(mapping.id_column is not None)
        self.completeChanged.emit()
