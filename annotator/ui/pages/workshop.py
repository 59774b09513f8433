"""The prompt workshop: an agent is written, looked at on any item, tried out, compared with another, and kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QTabWidget, QWidget

from annotator.domain.model import Changes
from annotator.errors import UserError
from annotator.services import agent_files, agents, allowing, comparing_tries, drafting, redaction_preview, trying
from annotator.services.agents import AgentChoice, Kept
from annotator.services.comparing_tries import SideBySide
from annotator.services.drafting import EMBEDDED, AgentSpec, Draft, ExampleChoice, FewShot, Preview, TemplateProblem
from annotator.services.prelabelling import Control, Progress
from annotator.services.project_file import Db
from annotator.services.try_outcome import Outcome
from annotator.ui import agent_saving, theme
from annotator.ui.actions import Action
from annotator.ui.pages.agents_start import keep_key
from annotator.ui.pages.base import GAP
from annotator.ui.pages.tabbed import Tab
from annotator.ui.session import Session
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.splitter import Splitter
from annotator.ui.widgets.workshop_compare import WorkshopCompare
from annotator.ui.widgets.workshop_draft import WorkshopDraft
from annotator.ui.widgets.workshop_preview import WorkshopPreview
from annotator.ui.widgets.workshop_try import WorkshopTry

TYPING = 200  # ms without a key press before the preview follows
_PARTS = {"system prompt": "system", "prompt": "user", "start of the answer": "prefill"}
_FILES = "*.toml"


class WorkshopTab(Tab):
    """shown(agent's name) opens that agent. What is tried or previewed is worked out beside the window."""

    _came = Signal(object)  # a Progress from the loop's thread

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.service = trying.try_out
        self.preview: Preview | None = None
        self._saved: dict[str, AgentSpec] = {}
        self._drafts: dict[str, AgentSpec] = {}  # tried and not saved, by the names that they have here
        self._item: int | str = 1
        self._wish: str | None = None  # the agent to open as soon as the agents are known
        self._looking = self._again = self._try_next = False
        self._control: Control | None = None
        self._compared = 0
        self._make()
        self._lay_out()
        self._connect()
        self._bind_keys()

    def shown(self, argument: object = None) -> None:
        if isinstance(argument, str):
            self._wish = argument
        self._read_agents()
        self.look()

    def hidden(self) -> None:
        self._timer.stop()

    def changed(self, changes: Changes) -> None:
        if changes.runs or changes.gold or changes.items or changes.setup:
            self._read_agents()
            self.look()

    @property
    def looking(self) -> bool:
        """Whether what is shown may not be of what is set."""
        return self._timer.isActive() or self._looking

    def look(self) -> None:
        """Work the preview out anew; while one is worked out, the next begins after it."""
        self._timer.stop()
        if self.session.jobs.path is None:
            return
        if self._looking:
            self._again = True
            return
        try:
            draft = self.left.draft()
        except UserError as error:
            self._not_seen(error)
            return
        self._looking = True
        item, number = self._item, self.trying.number.value()
        self.session.compute(
            lambda db: drafting.preview(db, draft, item, number), owner=self, done=self._seen, failed=self._not_seen
        )

    def try_now(self) -> None:
        """Ask about the items as soon as it is known what would be asked, and that it may be."""
        self.right.setCurrentWidget(self.trying)
        if self.looking:
            self._try_next = True
            self.look()
        elif self.preview is not None and not self.trying.running:
            self._try(self.preview)

    def save(self) -> None:
        """Keep the agent in the project; a change of one that is there becomes its next version."""
        if self.preview is None or self.looking:
            self.session.tell(self.tr("The agent cannot be saved before its preview is there."), "warn")
            return
        if self.preview.spec.model == drafting.UNNAMED:
            self.session.tell(self.tr("Name the model first; a try finds out what a server calls it."), "warn")
            return
        spec = self.preview.spec
        self.session.write(lambda db: agents.keep(db, spec), owner=self, done=self._kept)

    def stop(self) -> None:
        if self._control is not None:
            self._control.stop()

    def open_agent(self, name: str) -> None:
        """Work on an agent of the project; on a new one where there is none of that name."""
        found = self._saved.get(name)
        self.left.load(Draft() if found is None else drafting.draft_of(found))
        self.left.choose_name(name)
        self.look()

    def _seen(self, preview: Preview) -> None:
        self._looking = False
        self.preview = preview
        self._item = preview.place
        self.left.show_problem("")
        self.left.editor.guideline.setChecked(drafting.shows_guideline(preview.spec.template))
        self.look_view.show_preview(preview)
        self.trying.show_plan(preview)
        self._show_state(preview)
        if self._again or self._timer.isActive():
            self._again = False
            self.look()
        elif self._try_next:
            self._try_next = False
            self._try(preview)

    def _not_seen(self, error: UserError) -> None:
        self._looking = False
        if self._again:
            self._again = False
            self.look()
            return
        self._try_next = False
        self.preview = None
        line = getattr(error, "line", 0)
        part = error.part if isinstance(error, TemplateProblem) else ""
        where = self.tr("In the {part}, line {n}: ").format(part=part, n=line) if part and line else ""
        sentence = f"{where}{error.message}" if part else str(error)
        self.left.show_problem(sentence, error.hint, _PARTS.get(part, ""), line)
        self.look_view.show_failure()
        self.trying.show_failure()
        self.left.save.setEnabled(False)
        self.left.state.setText("")

    def _wish_item(self, item: int | str) -> None:
        self._item = item
        self.look()

    def _show_state(self, preview: Preview) -> None:
        """Whether this is an agent of the project, and what was changed."""
        self.left.write_file.setEnabled(bool(preview.known_as))
        self.left.save.setEnabled(not preview.known_as)
        if preview.known_as:
            self.left.state.setText(self.tr("In the project as “{name}”.").format(name=preview.known_as))
        elif preview.changes:
            text = self.tr("Changed: {what}. Save makes a new version.")
            self.left.state.setText(text.format(what=", ".join(preview.changes)))
        else:
            self.left.state.setText(self.tr("Not saved yet."))

    def _try(self, preview: Preview) -> None:
        if not self.trying.button.isEnabled():
            return
        self._control = Control()
        self.trying.set_running(True)
        spec, key = preview.spec, self.trying.key.text().strip()
        if not key or spec.model == EMBEDDED:
            self._ask(spec, "")
            return
        choice = AgentChoice(spec.model, spec.api_base, exact=spec)
        self.session.jobs.on_background(
            lambda: keep_key(choice, key), owner=self, done=lambda why: self._key_kept(spec, key, why)
        )

    def _key_kept(self, spec: AgentSpec, key: str, why: str) -> None:
        """why: it could not be, "" where it was; it is then typed only once."""
        if not why:
            self.trying.key.clear()
            self.session.tell(self.tr("The key is kept in this computer's keyring."), "info")
        self._ask(spec, key)

    def _ask(self, spec: AgentSpec, key: str) -> None:
        store = self.session.jobs.store
        if spec.model == drafting.UNNAMED:
            asked = trying.served(store, spec.api_base, api_key=key)
            self.session.jobs.on_calls(asked, owner=self, done=self._served, failed=self._not_tried)
            return
        work = self.service(
            store,
            AgentChoice(spec.model, spec.api_base, exact=spec),
            number=self.trying.number.value(),
            cap=self.trying.cap.cap,
            control=self._control,
            progress=self._came.emit,
            api_key=key,
        )
        self.session.jobs.on_calls(work, owner=self, done=self._tried, failed=self._not_tried)

    def _show_redaction(self) -> None:
        """What is taken out of one of the items."""
        box, redaction = self.left.settings.redaction, self.left.settings.redaction.redaction
        self.session.compute(lambda db: redaction_preview.preview(db, redaction), owner=self, done=box.show_preview)

    def _served(self, model: str) -> None:
        """The server has said what it serves; the try goes on with that."""
        self._control = None
        self.trying.set_running(False)
        self.left.settings.model.setText(model)
        self.try_now()

    def _progressed(self, progress: Progress) -> None:
        self.trying.progress.set_progress(
            progress.done, progress.total, rate=progress.rate, seconds_left=progress.seconds_left
        )

    def _tried(self, outcome: Outcome) -> None:
        self._control = None
        self.trying.set_running(False)
        self.trying.show_outcome(outcome)
        if outcome.spec not in self._saved.values():
            name = next((name for name, spec in self._drafts.items() if spec == outcome.spec), "")
            self._drafts[name or self._draft_name(outcome.spec)] = outcome.spec
        self._offer_versions()
        self.look()

    def _draft_name(self, spec: AgentSpec) -> str:
        """With what was changed, as people tell drafts apart."""
        base = self.preview.base if self.preview else None
        changes = ", ".join(() if base is None else drafting.changes(base, spec))
        text = self.tr("Draft {n}: {changes}") if changes else self.tr("Draft {n}")
        return text.format(n=len(self._drafts) + 1, changes=changes)

    def _not_tried(self, error: UserError) -> None:
        self._control = None
        self.trying.set_running(False)
        self.trying.show_error(str(error))
        self.look()

    def _allow(self) -> None:
        """The lead has seen in the preview what leaves."""
        if self.preview is None or self.preview.sent is None:
            return
        place, shown = self.preview.goes_to, self.preview.sent.text
        self.session.write(lambda db: allowing.allow(db, place, shown=shown), owner=self, done=lambda _: self.look())

    def _read_agents(self) -> None:
        self.session.compute(_agents, owner=self, done=self._show_agents)

    def _show_agents(self, found: tuple[dict[str, AgentSpec], dict[str, str]]) -> None:
        self._saved, variables = found
        self.left.editor.offer(variables)
        self.left.show_agents(list(self._saved))
        self._offer_versions()
        if self._wish is not None:
            wish, self._wish = self._wish, None
            self.open_agent(wish)

    def _offer_versions(self) -> None:
        self.compare.offer([*self._saved, *(name for name in self._drafts if name not in self._saved)])
        self._compare()

    def _compare(self) -> None:
        """Only while it is looked at, and only for what was chosen last."""
        if self.right.currentWidget() is not self.compare:
            return
        self._compared += 1
        number, versions = self._compared, {**self._drafts, **self._saved}
        before, after = (versions.get(name) for name in self.compare.names)
        if before is None or after is None or len(versions) < 2:
            self.compare.show_failure(self.tr("Try or save two versions to see them side by side."))
            return
        one, other, items = before, after, self.trying.number.value()

        def show(pair: SideBySide) -> None:
            if number == self._compared:
                self.compare.show_pair(pair)

        self.session.compute(lambda db: comparing_tries.side_by_side(db, one, other, items), owner=self, done=show)

    def _kept(self, kept: Kept) -> None:
        sentence = self.tr("Saved as “{name}”.") if kept.new else self.tr("The project has it already: “{name}”.")
        self.session.tell(sentence.format(name=kept.name), "good")
        self._drafts = {name: spec for name, spec in self._drafts.items() if self.preview and spec != self.preview.spec}
        self._wish = kept.name
        self._read_agents()

    def _import(self) -> None:
        title = self.tr("Open an agent")
        path, _ = QFileDialog.getOpenFileName(self, title, "", self.tr("Agents ({files})").format(files=_FILES))
        if path:
            self.import_from(Path(path))

    def import_from(self, path: Path) -> None:
        """Work on the agent of a file."""
        self.session.compute(lambda db: agent_files.load(db, path), owner=self, done=self._imported)

    def _imported(self, choice: AgentChoice) -> None:
        spec = choice.spec()
        draft = drafting.draft_of(spec)
        if choice.examples:
            draft = drafting.with_few_shot(draft, FewShot(ExampleChoice.BALANCED, choice.examples))
        self.left.load(draft)
        self.left.choose_name("")
        self.look()

    def _export(self) -> None:
        name = self.preview.known_as if self.preview else ""
        if not name:
            return
        dialog = agent_saving.save_dialog(self, name)
        dialog.selectFile("agent.toml")
        dialog.fileSelected.connect(
            lambda path: self.export_to(name, Path(path), texts=agent_saving.with_texts(dialog))
        )
        dialog.open()

    def export_to(self, name: str, path: Path, *, texts: bool = False) -> None:
        """Write an agent of the project to a file; texts: also its examples and the names that it takes out."""
        told = agent_saving.told(name, path, texts=texts)
        self.session.compute(
            lambda db: agent_files.export(db, name, path, texts=texts),
            owner=self,
            done=lambda _: self.session.tell(told, "good"),
        )

    def _make(self) -> None:
        self.left = WorkshopDraft()
        self.look_view = WorkshopPreview()
        self.trying = WorkshopTry()
        self.compare = WorkshopCompare()
        self._timer = QTimer(self, singleShot=True, interval=TYPING)

    def _lay_out(self) -> None:
        split = Splitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(theme.px(GAP))
        split.addWidget(self.left)
        card = Card(padding=14)
        self.right = QTabWidget()
        self.right.setAccessibleName(self.tr("What the agent does"))
        self.right.addTab(self.look_view, self.tr("Preview"))
        self.right.addTab(self.trying, self.tr("Try"))
        self.right.addTab(self.compare, self.tr("Side by side"))
        card.body.addWidget(self.right)
        split.addWidget(card)
        split.setSizes([theme.px(460), theme.px(560)])
        split.setStretchFactor(1, 1)
        self.body.addWidget(split, 1)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.look)
        self._came.connect(self._progressed)
        self.left.opened.connect(self.open_agent)
        self.left.edited.connect(self._timer.start)
        self.left.settings.redaction.preview_wished.connect(self._show_redaction)
        self.left.save.clicked.connect(lambda: self.save())
        self.left.open_file.clicked.connect(lambda: self._import())
        self.left.write_file.clicked.connect(lambda: self._export())
        self.look_view.wished.connect(self._wish_item)
        self.look_view.items_wished.connect(lambda: self.session.go("items"))
        self.trying.wished.connect(self.try_now)
        self.trying.stopped.connect(self.stop)
        self.trying.allowed.connect(self._allow)
        self.trying.number_changed.connect(self._timer.start)
        self.compare.wished.connect(self._compare)
        self.right.currentChanged.connect(lambda _: self._compare())

    def _bind_keys(self) -> None:
        rows = [
            Action("workshop_try", self.tr("Try it out"), "Ctrl+T", "agents", self.try_now),
            Action("workshop_stop", self.tr("Stop"), "Ctrl+.", "agents", self.stop),
            Action("workshop_save", self.tr("Save the agent"), "Ctrl+S", "agents", self.save),
            Action(
                "workshop_before", self.tr("The item before"), "Alt+Left", "agents", lambda: self.look_view.step(-1)
            ),
            Action("workshop_next", self.tr("The next item"), "Alt+Right", "agents", lambda: self.look_view.step(1)),
        ]
        for place, name in enumerate((self.tr("Preview"), self.tr("Try"), self.tr("Side by side"))):
            go = partial(self.right.setCurrentIndex, place)
            rows.append(Action(f"workshop_{place}", name, f"Alt+{place + 1}", "agents", go))
        self.set_shortcuts(rows, {"Ctrl+C": self.tr("Copy the table")})


def _agents(db: Db) -> tuple[dict[str, AgentSpec], dict[str, str]]:
    """The project's agents by their names, and what a template can name."""
    return {agent.name: agent.spec for agent in agents.known(db)}, drafting.variables(db)
