"""Last page of the wizard: what became of the rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QLabel, QWidget, QWizard

from annotator.services.importing import ImportResult
from annotator.texts import figure, say_count
from annotator.ui.dialogs.new_project_name import Created
from annotator.ui.dialogs.wizard import WizardPage
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.rejected_rows import RejectedRows


class ResultPage(WizardPage):
    """Every row of the file is accounted for: added, updated, skipped, or set aside with its reason."""

    def __init__(self, created: Callable[[], Created | None], parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ResultPage", "Your project is ready"), parent=parent)
        self._created = created
        self.setFinalPage(True)
        self.setButtonText(QWizard.WizardButton.FinishButton, self.tr("Open project"))
        self._number = QLabel()
        self._number.setObjectName("imported_count")
        self._number.setProperty("role", "big-number")
        self._text = QLabel()
        self._text.setProperty("role", "muted")
        self._notice, self._gold = InlineNotice(), InlineNotice()
        self.rejected = RejectedRows()
        self.body.addWidget(self._number)
        self.body.addWidget(self._text)
        self.body.addWidget(self._notice)
        self.body.addWidget(self._gold)
        self.body.addSpacing(12)
        self.body.addWidget(self.rejected, 10)
        self.body.addStretch(1)

    def initializePage(self) -> None:
        created = self._created()
        assert created is not None
        result = created.result
        self._number.setText(figure(result.added))
        parts = [self.tr("item imported") if result.added == 1 else self.tr("items imported")]
        if result.updated:
            parts.append(self.tr("{n} updated by a later row").format(n=figure(result.updated)))
        if result.skipped:
            parts.append(self.tr("{n} skipped because their id came before").format(n=figure(result.skipped)))
        if created.gold is not None:
            known = created.gold.added + created.gold.updated
            parts.append(say_count(known, "{n} known label taken as gold", "{n} known labels taken as gold"))
            if created.gold.without_gold:
                parts.append(self.tr("{n} without gold").format(n=figure(created.gold.without_gold)))
        self._text.setText(" · ".join(parts))
        self._show_gold(created.gold)
        if not result.rejected:
            self._notice.show_text(self.tr("No row was set aside."), "good")
        else:
            self._notice.show_text(
                self.tr("Mend these rows in a copy of the file and import it on the Items page."), "warn"
            )
        QTimer.singleShot(0, self, self._focus_finish)  # after the wizard has set its own focus
        self.rejected.show_rows(created.rejected, result.rejected, created.reasons)

    def _show_gold(self, gold: ImportResult | None) -> None:
        """Rows without a known label are no bad rows: they are items all the same."""
        if gold is None or not gold.rejected:
            self._gold.clear()
            return
        text = say_count(
            gold.rejected,
            "{n} row gave no gold: its known label is none of yours, or another row contradicts it. Items lists it.",
            "{n} rows gave no gold: their known labels are none of yours, or contradict each other. Items lists them.",
        )
        self._gold.show_text(text, "info" if gold.added else "warn")

    def _focus_finish(self) -> None:
        self.wizard().button(QWizard.WizardButton.FinishButton).setFocus()
