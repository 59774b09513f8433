"""The guideline: written beside how it looks, kept in versions, and asked about again where it has changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.domain.model import Changes
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import guidelines
from annotator.services.backups import Reason
from annotator.services.guidelines import Near, Older, Version
from annotator.services.project_file import Db
from annotator.ui import theme
from annotator.ui.actions import Action
from annotator.ui.pages.base import GAP
from annotator.ui.pages.setup_undo import SetupTab
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.ask_again import AskAgain
from annotator.ui.widgets.card import Card
from annotator.ui.widgets.guideline_history import GuidelineHistory
from annotator.ui.widgets.markdown import GuidelineView
from annotator.ui.widgets.notice import InlineNotice
from annotator.ui.widgets.splitter import Splitter
from annotator.ui.widgets.text import text_label


class GuidelineTab(SetupTab):
    """What was written and not saved stays, for each question, until it is saved or discarded."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._kept: dict[int, str] = {}
        self._question = session.question
        self.again = AskAgain()
        self.again.wished.connect(self._ask_again)
        self.editor = QPlainTextEdit()
        self.editor.setObjectName("setup_guideline")
        self.editor.setAccessibleName(self.tr("Guideline in Markdown"))
        self.editor.setPlaceholderText(self.tr("When to choose which label, in **Markdown**, with examples."))
        self.editor.setTabChangesFocus(True)
        self.editor.setPlainText(self._question.guideline)
        self.preview = GuidelineView()
        self.preview.setObjectName("setup_preview")
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.note = QLineEdit()
        self.note.setObjectName("setup_note")
        self.note.setAccessibleName(self.tr("What changed, and why"))
        self.note.setPlaceholderText(self.tr("what changed, and why"))
        self.note.returnPressed.connect(self.save)
        self.discard_button = buttons.quiet(self.tr("Discard"), "", self.discard)
        self.save_button = buttons.filled("", "", self.save)
        self.save_button.setObjectName("setup_save_guideline")
        self.notice = InlineNotice()
        self.history = GuidelineHistory()
        self.history.compared.connect(self._compare)
        self.history.taken.connect(self._take)
        self.editor.textChanged.connect(self._edited)
        session.question_changed.connect(self._load)
        self._lay_out()
        save = Action("setup_save_guideline", self.tr("Save the guideline"), "Ctrl+S", "setup", self.save)
        self.set_shortcuts([save, *self.undo_keys()])

    def shown(self, argument: object = None) -> None:
        self._load()

    def changed(self, changes: Changes) -> None:
        if changes.setup or changes.annotations or changes.queue or changes.gold:
            self._load()

    @property
    def dirty(self) -> bool:
        return self.editor.toPlainText() != self._question.guideline

    def save(self) -> None:
        """Put what is written in force as a new version."""
        text, note = self.editor.toPlainText(), self.note.text()
        if not self.dirty:
            return
        before = self._question.version
        number = before + 1

        def saved() -> None:
            self.note.clear()
            self.session.tell(self.tr("Version {number} of the guideline is in force.").format(number=number), "good")

        def write() -> None:
            who = self.session.annotator
            by = None if who is None else who.id
            self.session.write(
                lambda db: guidelines.save(db, text, note, by, before=before),
                owner=self,
                done=lambda _: saved(),
                failed=self._refused,
            )

        self.session.choose_annotator(self.window(), write, doing="changing")

    def discard(self) -> None:
        """Back to the version in force; the message brings back what was written."""
        if not self.dirty:
            return
        written, of = self.editor.toPlainText(), self._question.id
        self._write(self._question.guideline)
        self.session.offer(
            self.tr("What was written is discarded."), self.tr("Undo"), lambda: self._bring_back(written, of)
        )

    def _refused(self, error: UserError) -> None:
        self.session.look_at_setup()  # somebody else may have saved a version
        self.notice.show_text(str(error), "bad")

    def _load(self) -> None:
        """The text in force, unless another is being written; then the history and what is older."""
        dirty, before, asked = self.dirty, self._question, self.session.question
        if before.id != asked.id:
            if dirty:
                self._kept[before.id] = self.editor.toPlainText()
            self._question = asked
            self.editor.setPlainText(self._kept.pop(asked.id, asked.guideline))
        else:
            self._question = asked
            if not dirty and self.editor.toPlainText() != asked.guideline:
                self.editor.setPlainText(asked.guideline)
        self._edited()
        self.session.browse(_read, owner=self, done=lambda found: self._show(*found))

    def _show(self, versions: list[Version], older: Older, near: Near | None) -> None:
        self.history.show_versions(versions)
        self.again.show_older(guidelines.sentence(older), near)

    def _edited(self) -> None:
        text = self.editor.toPlainText()
        if self.preview.text() != text:
            self.preview.set_text(text)
        self.notice.clear()
        dirty = self.dirty
        self.save_button.setText(self.tr("Save as version {number}").format(number=self._question.version + 1))
        for widget in (self.save_button, self.discard_button):
            widget.setEnabled(dirty)

    def _compare(self, before: int, after: int) -> None:
        self.session.browse(
            lambda db: guidelines.compare(db, before, after), owner=self, done=self.history.show_difference
        )

    def _take(self, text: str) -> None:
        """An older version into the editor; it is in force once it is saved."""
        self._write(text)
        self.editor.setFocus()

    def _write(self, text: str) -> None:
        """In the place of what stands there, which the editor's own undo brings back."""
        cursor = QTextCursor(self.editor.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def _bring_back(self, written: str, of: int) -> None:
        """of: the question that it was written for. What is newer stays."""
        if self._question.id != of:
            self._kept.setdefault(of, written)
        elif not self.dirty:
            self._write(written)

    def _ask_again(self, unsure_only: bool, number: int) -> None:
        said = self.tr("People are asked again about {items}.").format(items=counted(number, "item"))
        self.change(lambda db, who: guidelines.ask_again(db, who, unsure_only=unsure_only)[1], said, before=Reason.BULK)

    def _lay_out(self) -> None:
        writing = Card("", padding=16)
        both = Splitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self.editor)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(theme.px(14), 0, 0, 0)
        column.addWidget(text_label(self.tr("How people see it"), "field"))
        column.addWidget(self.preview, 1)
        both.addWidget(shown)
        both.setSizes([1, 1])
        writing.body.addWidget(both, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.note, 1)
        foot.addWidget(self.discard_button)
        foot.addWidget(self.save_button)
        writing.body.addLayout(foot)
        writing.body.addWidget(self.notice)
        self.body.setSpacing(theme.px(GAP))
        self.body.addWidget(self.again)
        self.body.addWidget(writing, 3)
        self.body.addWidget(self.history, 2)


def _read(db: Db) -> tuple[list[Version], Older, Near | None]:
    older = guidelines.older(db)
    return guidelines.versions(db), older, guidelines.near(db) if older.by_people else None
