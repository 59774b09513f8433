"""What came back and cannot be taken as it is: replies that name no label, and items that give orders."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from annotator.domain.model import Annotator, Changes, Question, Report
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import agents, browsing, repairing, suspects
from annotator.services.backups import Reason
from annotator.services.project_file import Db
from annotator.services.repairing import InvalidReply, Rule, RulePreview
from annotator.services.suspects import Suspect
from annotator.texts import figure
from annotator.ui.actions import Action
from annotator.ui.pages.reading_tab import ReadingTab
from annotator.ui.session import Session
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.invalid_view import InvalidView
from annotator.ui.widgets.item_view import paging
from annotator.ui.widgets.label_keys import label_rows
from annotator.ui.widgets.rule_view import RuleView, Wish
from annotator.ui.widgets.suspects_view import SuspectsView

SHOWN = 500  # rows of each list
PARTS = ("invalid", "rules", "suspicious")  # what `shown` takes


class _State(NamedTuple):
    """What the tab shows, read at one go. invalid: replies in all, of the agent that is looked at or of every one."""

    agents: list[Annotator]
    replies: list[InvalidReply]
    invalid: int
    rules: list[tuple[Annotator, Rule]]
    suspects: list[Suspect]
    suspicious: int


class RepliesTab(ReadingTab[_State]):
    """Three parts: replies to be repaired one by one, rules that repair many, and suspicious items."""

    title = "Replies"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._agent: int | None = None
        self._question: Question | None = None
        self._repaired: set[tuple[int, int]] = set()  # (item, agent); a list that was read before is shown without
        self.invalid = InvalidView(session.settings)
        self.invalid.meant.connect(self._repair)
        self.invalid.chosen.connect(self._show_item)
        self.invalid.agent_chosen.connect(self._look_at)
        self.invalid.rule_wished.connect(self._make_rule)
        self.rules = RuleView()
        self.rules.preview_wished.connect(self._preview)
        self.rules.applied.connect(self._apply)
        self.rules.removed.connect(self._remove)
        self.suspects = SuspectsView()
        self.suspects.sent.connect(self._send)
        self.suspects.item_wished.connect(lambda item_id: session.go("review", item_id))
        self.parts = QTabWidget()
        self.parts.setObjectName("reply_parts")
        self._invalid_faces, self._suspect_faces = self._faces_of_parts()
        for widget in (self._invalid_faces, self.rules, self._suspect_faces):
            self.parts.addTab(widget, "")
        self.set_faces(
            self.parts,
            EmptyState(
                "robot-outline",
                self.tr("No agent has answered yet"),
                self.tr("Replies that name no label, and items that try to give orders, are listed here."),
                self.tr("Pre-label with an LLM"),
                lambda: session.go("agents", "label"),
            ),
        )
        self._bind_keys()
        self._show_question()

    def shown(self, argument: object = None) -> None:
        """argument: one of `PARTS`; anything else leaves the part in sight as it is."""
        if argument in PARTS:
            self.parts.setCurrentIndex(PARTS.index(str(argument)))
        super().shown()

    def focus_first(self) -> None:
        places = (self.invalid.table, self.rules.text, self.suspects.table)
        places[self.parts.currentIndex()].setFocus()

    def changed(self, changes: Changes) -> None:
        if changes.setup:
            self._show_question()
        if changes.annotations or changes.runs or changes.setup or changes.queue or changes.gold:
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_front = self.parts.currentWidget() is self._invalid_faces and self.invalid.isVisible()
        label_id = self.invalid.pad.label_for(event) if in_front else None
        if label_id is not None:
            event.accept()
            self.invalid.choose(label_id)
        elif in_front and event.key() == Qt.Key.Key_Escape and self.invalid.pad.typed:
            self.invalid.pad.forget_typed()
        elif in_front and paging(event):
            self.invalid.item.page(paging(event))
        else:
            super().keyPressEvent(event)

    def read(self, db: Db, report: Report) -> _State:
        who, known = self._agent, agents.agents(db)
        report(0, None)
        replies = repairing.invalid(db, who, limit=SHOWN)
        # Answers from a file may be of an LLM that is no agent here.
        everybody = {info.annotator.id: info.annotator for info in known} | {r.agent.id: r.agent for r in replies}
        mumbled = {info.annotator.id: info.invalid for info in known}
        number = sum(invalid for agent, invalid in mumbled.items() if who in (None, agent))
        return _State(
            agents=sorted(everybody.values(), key=lambda agent: -mumbled.get(agent.id, 0)),
            replies=replies,
            invalid=max(number, len(replies)),
            rules=[(agent, rule) for agent in everybody.values() for rule in repairing.rules(db, agent.id)],
            suspects=suspects.suspects(db, limit=SHOWN),
            suspicious=suspects.count(db),
        )

    def show_state(self, state: _State) -> bool:
        self.invalid.show_agents(state.agents)
        self.rules.show_agents(state.agents)
        fresh = [reply for reply in state.replies if (reply.item_id, reply.agent.id) not in self._repaired]
        self.invalid.show_replies(fresh, state.invalid - len(state.replies))
        self._invalid_faces.setCurrentIndex(0 if state.invalid or self._agent is not None else 1)
        self.rules.show_rules(state.rules)
        if self.rules.wish is not None:
            self.rules.try_again()
        names = {label.id: label.name for label in self.session.question.labels}
        self.suspects.show_suspects(state.suspects, names, state.suspicious)
        self._suspect_faces.setCurrentIndex(0 if state.suspects else 1)
        titles = (
            (self.tr("Invalid replies"), state.invalid),
            (self.tr("Rules"), len(state.rules)),
            (self.tr("Suspicious items"), state.suspicious),
        )
        for place, (title, number) in enumerate(titles):
            self.parts.setTabText(place, f"{title} ({figure(number)})" if number else title)
        return bool(state.agents)

    def undo(self) -> None:
        self._revert(repairing.undo, self.tr("There is no repair of yours to take back."), self.tr("Taken back: "))

    def redo(self) -> None:
        self._revert(repairing.redo, self.tr("There is nothing to redo."), self.tr("Done again: "))

    def _repair(self, reply: InvalidReply, label_id: int) -> None:
        """As the person who sits here; the next reply comes at once, so that nobody waits for the file."""
        key = (reply.item_id, reply.agent.id)

        def failed(error: UserError) -> None:
            self._repaired.discard(key)
            self.session.tell(error)
            self.refresh()

        def repair(who: int) -> None:
            self._repaired.add(key)
            self.invalid.pass_over(reply)
            self.session.write(lambda db: repairing.repair_by_hand(db, *key, label_id, who), owner=self, failed=failed)

        self._as_somebody(repair)

    def _as_somebody(self, then: Callable[[int], object]) -> None:
        def seated() -> None:
            if self.session.annotator is not None:
                then(self.session.annotator.id)

        self.session.choose_annotator(self.window(), seated)

    def _revert(self, revert: Callable[[Db, int], int | None], nothing: str, done: str) -> None:
        who = self.session.annotator
        if who is None:
            self.session.tell(nothing)
            return

        def reverted(number: int | None) -> None:
            if number is None:
                self.session.tell(nothing)
                return
            self._repaired.clear()
            what = counted(number, "reply", "replies") if number else self.tr("a rule")
            self.session.tell(f"{done}{what}.")
            self.session.announce(Changes(annotations=True, setup=True))

        self.session.write(lambda db: revert(db, who.id), owner=self, done=reverted)

    def _show_item(self, reply: InvalidReply | None) -> None:
        shown = self.invalid.item.item
        if reply is None or shown is None or shown.id != reply.item_id:
            self.invalid.show_item(None if reply is None else browsing.item(self.session.read, reply.item_id))

    def _look_at(self, agent: int | None) -> None:
        self._agent = agent
        self.refresh()
        self.invalid.table.setFocus()

    def _make_rule(self, reply: InvalidReply) -> None:
        self.parts.setCurrentWidget(self.rules)
        self.rules.begin(reply)

    def _preview(self, wish: Wish) -> None:
        self.session.compute(
            lambda db: repairing.preview_rule(db, *wish),
            owner=self,
            done=partial(self._previewed, wish),
            failed=lambda error: self._previewed(wish, None, str(error)),
        )

    def _previewed(self, wish: Wish, preview: RulePreview | None, why: str = "") -> None:
        if wish == self.rules.wish:
            self.rules.show_preview(preview, why)

    def _apply(self, wish: Wish, preview: RulePreview) -> None:
        def done(_: Changes) -> None:
            if self.rules.wish == wish:  # or another one is being written, while the backup was made
                self.rules.text.setText("")  # unlike clear(), it leaves no typing for Ctrl+Z to take back
                self.rules.text.setFocus()
            replies = counted(preview.to_repair, "reply", "replies")
            text = self.tr("{replies} repaired; later ones are, too.").format(replies=replies)
            self.session.offer(text, self.tr("Undo"), self.undo)

        self._as_somebody(
            lambda who: self.session.write_after_backup(
                Reason.BULK, lambda db: repairing.apply_rule(db, *wish, who), owner=self, done=done
            )
        )

    def _remove(self, agent: int, rule: int) -> None:
        def done(_: Changes) -> None:
            self.session.offer(self.tr("The rule is gone; what it repaired stays."), self.tr("Undo"), self.undo)

        self._as_somebody(
            lambda who: self.session.write(
                lambda db: repairing.remove_rule(db, agent, rule, who), owner=self, done=done
            )
        )

    def _send(self, items: list[int] | None) -> None:
        def sent(result: tuple[Changes, int]) -> None:
            changes, number = result
            self.session.announce(changes)
            more = counted(number, "more item waits", "more items wait")
            self.session.tell(self.tr("{more} for people.").format(more=more), "good" if number else "info")

        self.session.write(lambda db: suspects.send_to_people(db, items), owner=self, done=sent)

    def _show_question(self) -> None:
        """Its labels, their keys, and both in the key sheet."""
        question = self.session.question
        if question == self._question:
            return
        self._question = question
        self.invalid.set_question(question)
        self.rules.set_question(question)
        labels = label_rows(question.labels, "agents", self.invalid.choose)
        self.shortcuts = [*self._commands, *self._built_in(), *labels]

    def _built_in(self) -> list[Action]:
        """Keys that the tab and its lists read themselves."""
        rows = (
            ("replies_page_down", self.tr("Read on in a long text"), "Space"),
            ("replies_page_up", self.tr("Back in a long text"), "Shift+Space"),
            ("replies_remove_rule", self.tr("Remove the rule, in the list"), "Del"),
        )
        return [Action(name, text, keys, "agents", lambda: None) for name, text, keys in rows]

    def _bind_keys(self) -> None:
        self._commands = [
            Action("replies_undo", self.tr("Undo"), "Ctrl+Z", "agents", self.undo),
            Action("replies_redo", self.tr("Redo"), "Ctrl+Shift+Z Ctrl+Y", "agents", self.redo),
            Action("replies_rule", self.tr("Make a rule of the reply"), "Ctrl+R", "agents", self.invalid.make_rule),
        ]
        self.set_shortcuts(self._commands)

    def _faces_of_parts(self) -> tuple[QStackedWidget, QStackedWidget]:
        invalid, suspicious = QStackedWidget(), QStackedWidget()
        invalid.addWidget(self.invalid)
        invalid.addWidget(
            EmptyState(
                "check-circle-outline",
                self.tr("Every reply names a label"),
                self.tr("There is nothing to repair. Next, people look at what the agents are unsure of."),
                self.tr("Choose what people check"),
                lambda: self.session.go("agents", "people"),
            )
        )
        suspicious.addWidget(self.suspects)
        suspicious.addWidget(
            EmptyState(
                "shield-check-outline",
                self.tr("No item tries to give orders"),
                self.tr("Items that an agent has met and that look like orders to a model are listed here."),
            )
        )
        return invalid, suspicious
