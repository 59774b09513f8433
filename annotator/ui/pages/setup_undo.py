"""Changing what is asked: by whom, with a message that offers to take it back."""

from __future__ import annotations

from collections.abc import Callable

from annotator.domain.model import Annotator, Changes
from annotator.errors import UserError
from annotator.services import setting_up
from annotator.services.backups import Reason
from annotator.services.project_file import Db
from annotator.ui.actions import Action
from annotator.ui.pages.tabbed import Tab


class SetupTab(Tab):
    """A tab of the Setup page; Ctrl+Z takes back what the person here changed last on it."""

    def change(
        self,
        work: Callable[[Db, int], object],
        said: str,
        *,
        done: Callable[[], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        before: Reason | None = None,
    ) -> None:
        """Write as the person here; asks first who that is. said: what is then told, with a button to undo it.
        before: the reason of the backup that is made first, where answers or many items change."""

        def write() -> None:
            who = self.session.annotator
            assert isinstance(who, Annotator)
            if before is None:
                self.session.write(lambda db: work(db, who.id), owner=self, done=written, failed=failed)
            else:
                self.session.write_after_backup(
                    before, lambda db: work(db, who.id), owner=self, done=written, failed=failed
                )

        def written(_: object) -> None:
            if done is not None:
                done()
            self.session.offer(said, self.tr("Undo"), self.undo)

        self.session.choose_annotator(self.window(), write, doing="changing")

    def undo(self) -> None:
        self._revert(setting_up.undo, self.tr("Taken back."), self.tr("There is nothing of yours here to take back."))

    def redo(self) -> None:
        self._revert(setting_up.redo, self.tr("Done again."), self.tr("There is nothing to redo."))

    def undo_keys(self) -> list[Action]:
        return [
            Action(
                "setup_undo", self.tr("Take back the last change of questions or labels"), "Ctrl+Z", "setup", self.undo
            ),
            Action("setup_redo", self.tr("Do it again"), "Ctrl+Y Ctrl+Shift+Z", "setup", self.redo),
        ]

    def _revert(self, revert: Callable[[Db, int], Changes | None], said: str, nothing: str) -> None:
        who = self.session.annotator
        if who is None:
            self.session.tell(nothing)
            return
        self.session.write_after_backup(  # taking back a merged label changes as many answers as merging did
            Reason.LABELS,
            lambda db: revert(db, who.id),
            owner=self,
            done=lambda changes: self.session.tell(nothing if changes is None else said),
        )
