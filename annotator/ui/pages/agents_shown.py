"""The agents of the project on the Label tab: shown, tried out, exported and imported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from annotator.services import agent_files, agent_views, agents
from annotator.services.agents import AgentChoice, AgentInfo
from annotator.services.project_file import Db
from annotator.ui import agent_saving
from annotator.ui.agent_saving import SUFFIX
from annotator.ui.model_test import ModelTest
from annotator.ui.session import Session
from annotator.ui.widgets.agent_detail import About
from annotator.ui.widgets.agent_form import AgentForm
from annotator.ui.widgets.agent_tables import AgentTables


class AgentsShown(QObject):
    """Lives as long as its tables. What is chosen in them to label goes into the form."""

    def __init__(self, tables: AgentTables, form: AgentForm, session: Session) -> None:
        super().__init__(tables)
        self._tables, self._form, self._session = tables, form, session
        self._tested = ""  # the agent whose test goes on
        self.testing = ModelTest(session, self._show_tested, self)
        detail = tables.detail
        tables.agent_chosen.connect(self._read)
        tables.new_button.clicked.connect(lambda: form.reset())
        tables.import_button.clicked.connect(lambda: self._ask_file())
        detail.chosen.connect(self._use)
        detail.tested.connect(self._test_or_stop)
        detail.opened.connect(lambda name: session.go("agents", ("workshop", name)))
        detail.exported.connect(self._ask_target)

    def import_agent(self, path: Path) -> None:
        """Let the agent of a file label; it is of this project once it has answered."""

        def loaded(choice: AgentChoice) -> None:
            name = choice.place().display_name
            self._form.choose(choice, name)
            self._session.tell(self.tr("“{name}” from {file} labels when you start.").format(name=name, file=path.name))

        self._session.compute(lambda db: agent_files.load(db, path), owner=self, done=loaded)

    def export_agent(self, name: str, path: Path, *, texts: bool = False) -> None:
        """texts: also its examples and the names that it takes out, which belong to this project."""
        target = path if path.suffix else path.with_suffix(SUFFIX)

        def write(db: Db) -> str:
            agent_files.export(db, name, target, texts=texts)
            return agent_saving.told(name, target, texts=texts)

        self._session.compute(
            write,
            owner=self,
            done=lambda sentence: self._tables.detail.notice.show_text(sentence, "good"),
            failed=lambda error: self._tables.detail.notice.show_text(str(error), "bad"),
        )

    def _read(self, name: str) -> None:
        if self._session.labelling.running and name == self._tables.detail.name:
            return  # what it is stays; what it has done is in the table

        def show(about: About | None) -> None:
            if about is not None and about.name == self._tables.chosen:
                self._tables.detail.show_about(about)

        self._session.compute(lambda db: _about(db, name), owner=self, done=show)

    def _use(self, name: str) -> None:
        self._session.compute(
            lambda db: agents.choice_of(db, name), owner=self, done=lambda choice: self._form.choose(choice, name)
        )

    def _test_or_stop(self, name: str) -> None:
        if self.testing.running:
            self.testing.stop()
            return

        def test(choice: AgentChoice) -> None:
            self._tested = name
            self.testing.start(choice)
            self._tables.detail.show_testing()

        self._session.compute(lambda db: agents.choice_of(db, name), owner=self, done=test)

    def _show_tested(self, sentence: str, level: str) -> None:
        """Nothing of it where another agent is in sight by now."""
        self._tables.detail.show_tested(sentence if self._tested == self._tables.detail.name else "", level)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self._tables, self.tr("Import an agent"))
        dialog.setNameFilter(self.tr("Agents (*{suffix})").format(suffix=SUFFIX))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.import_agent(Path(path)))
        dialog.open()

    def _ask_target(self, name: str) -> None:
        dialog = agent_saving.save_dialog(self._tables, name)
        dialog.fileSelected.connect(
            lambda path: self.export_agent(name, Path(path), texts=agent_saving.with_texts(dialog))
        )
        dialog.open()


def _about(db: Db, name: str) -> About | None:
    """None where the agent has gone meanwhile, as one does whose first run got no reply."""
    found = agents.agents(db)
    info = next((each for each in found if each.annotator.name == name), None)
    if info is None:
        return None
    before = _before(found, info)
    return About(
        name,
        agent_views.description(info),
        agent_views.said(agent_views.sent_first(db, info.spec)),
        before,
        agent_views.in_words(agent_views.differences(db, before, name)) if before else (),
    )


def _before(found: list[AgentInfo], info: AgentInfo) -> str:
    """The name of the version before: the latest earlier agent that is called the same but for its number."""
    earlier = found[: found.index(info)]
    same = [each.annotator.name for each in earlier if each.spec.display_name == info.spec.display_name]
    return same[-1] if same else ""
