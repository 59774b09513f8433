"""What the page for annotating shows: the lead's choices for the project, and a person's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from annotator.domain.appearance import Appearance, Fields
from annotator.services import appearance
from annotator.ui import actions
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.menu_head import head

BREAKS = (0, 25, 50, 90)  # minutes


class ViewButton(QPushButton):
    """A menu; `changed` follows what concerns this person only, the project's changes come through the session."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._own: list[tuple[str, str, Callable[[], object]]] = []
        self.chosen = Appearance()
        self.setObjectName("view_button")
        self.setProperty("role", "quiet")
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        buttons.put_icon(self, "tune-variant")
        self.setText(self.tr("View"))
        self.setToolTip(self.tr("How the item's text stands here, and what is shown beside it"))
        self.clicked.connect(self._open)

    def load(self) -> Appearance:
        """As the project says now."""
        self.chosen = appearance.appearance(self._session.read)
        return self.chosen

    def add_own(self, text: str, name: str, target: Callable[[], object]) -> None:
        """Offer this among what concerns the person here only. name: of the action whose key does the same."""
        self._own.append((text, name, target))

    def menu_now(self) -> QMenu:
        """The menu as it would open now."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        head(menu, self.tr("For everybody in this project"))
        where = {
            Fields.AUTO: self.tr("Side by side where two texts are to compare"),
            Fields.BESIDE: self.tr("Fields side by side"),
            Fields.STACKED: self.tr("Fields one below the other"),
        }
        group = QActionGroup(menu)
        now = self.chosen.fields
        for fields, text in where.items():
            self._choice(menu, text, now is fields, partial(self._keep, fields=fields), group)
        menu.addSeparator()
        markdown = not self.chosen.markdown
        self._choice(menu, self.tr("Texts are Markdown"), self.chosen.markdown, lambda: self._keep(markdown=markdown))
        menu.addSeparator()
        head(menu, self.tr("For you"))
        for text, name, target in self._own:
            key = actions.key_of(name)
            menu.addAction(f"{text} ({key})" if key else text).triggered.connect(
                lambda checked=False, target=target: target()
            )
        shown = not self._session.settings.progress_hidden
        self._choice(menu, self.tr("Progress and time left"), shown, lambda: self._hide_progress(shown))
        self._add_breaks(menu.addMenu(self.tr("Remind me of a break")))
        return menu

    def _add_breaks(self, menu: QMenu) -> None:
        group, now = QActionGroup(menu), self._session.settings.break_minutes
        for minutes in sorted({*BREAKS, now}):
            text = self.tr("after {minutes} minutes of work").format(minutes=minutes) if minutes else self.tr("never")
            self._choice(menu, text, minutes == now, partial(self._break_after, minutes), group)

    def _choice(
        self, menu: QMenu, text: str, on: bool, target: Callable[[], object], group: QActionGroup | None = None
    ) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        if group is not None:
            action.setActionGroup(group)
        action.setChecked(on)
        action.triggered.connect(lambda checked=False: target())
        return action

    def _keep(self, *, fields: Fields | None = None, markdown: bool | None = None) -> None:
        wanted = self.chosen
        wanted = wanted if fields is None else replace(wanted, fields=fields)
        wanted = wanted if markdown is None else replace(wanted, markdown=markdown)
        if wanted != self.chosen:
            self._session.write(lambda db: appearance.set_appearance(db, wanted), owner=self)

    def _hide_progress(self, hidden: bool) -> None:
        self._session.settings.progress_hidden = hidden
        self.changed.emit()

    def _break_after(self, minutes: int) -> None:
        self._session.settings.break_minutes = minutes
        self.changed.emit()

    def _open(self) -> None:
        menu = self.menu_now()
        menu.popup(self.mapToGlobal(QPoint(self.width() - menu.sizeHint().width(), self.height())))
