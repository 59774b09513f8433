"""The wizard from a file of texts to a project: file, preview, columns, question, name, result."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget, QWizard

from annotator.ui.dialogs.new_project_columns import ColumnsPage
from annotator.ui.dialogs.new_project_file import FilePage
from annotator.ui.dialogs.new_project_name import Draft, NamePage
from annotator.ui.dialogs.new_project_preview import PreviewPage
from annotator.ui.dialogs.new_project_question import QuestionPage
from annotator.ui.dialogs.new_project_result import ResultPage
from annotator.ui.dialogs.new_project_source import ChosenFile
from annotator.ui.dialogs.wizard import Wizard
from annotator.ui.jobs import JobRunner


class NewProjectWizard(Wizard):
    """After it was accepted, `path` is the new project's file."""

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("New project"), parent)
        self.setObjectName("new_project")
        self.setOption(QWizard.WizardOption.NoCancelButtonOnLastPage)
        self.source = ChosenFile(jobs, self)
        self.file_page = FilePage(self.source)
        self.preview_page = PreviewPage(self.source)
        self.columns_page = ColumnsPage(self.source, offers_gold=True)
        self.question_page = QuestionPage()
        self.name_page = NamePage(jobs, self._draft)
        self.result_page = ResultPage(lambda: self.name_page.created)
        for page in (
            self.file_page,
            self.preview_page,
            self.columns_page,
            self.question_page,
            self.name_page,
            self.result_page,
        ):
            self.addPage(page)

    @property
    def path(self) -> Path | None:
        """The project made, None before there is one."""
        created = self.name_page.created
        return created.path if created else None

    def reject(self) -> None:
        """Leaving stops the import; a project that is there already is opened, not thrown away."""
        if self.name_page.created is not None:
            self.accept()
            return
        self.name_page.stop()
        super().reject()

    def _draft(self) -> Draft:
        assert self.source.path is not None
        assert self.source.inspection is not None
        return Draft(
            source=self.source.path,
            layout=self.source.inspection.layout,
            mapping=self.columns_page.mapping(),
            duplicates=self.columns_page.duplicates_chosen(),
            question=self.question_page.question(),
            bad_rows=self.columns_page.bad_rows_chosen(),
            gold=self.columns_page.takes_gold,
        )
