"""Who is sitting here, and the way to somebody else."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from annotator.domain.model import Annotator
from annotator.services import project_file
from annotator.ui import theme
from annotator.ui.session import Session
from annotator.ui.widgets import buttons
from annotator.ui.widgets.text import tool_tip

WIDEST, BRIEF, LEAST = 360, 220, 90  # pixels of its text: at most, of the shorter one, and at least
NAMES_LISTED = 12  # an imported crowd can have hundreds; anybody else is reached by typing the name


class AnnotatorButton(QPushButton):
    """Shows a text such as "Annotating as Mira · blind"; its menu changes the person, and holds the page's choices."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._whole, self._brief = "", ""
        self._extra: list[QAction] = []
        self.setObjectName("annotator_button")
        self.setProperty("role", "quiet")
        self.setAutoDefault(False)
        buttons.put_icon(self, "account-outline")
        self.show_text("")
        self.clicked.connect(self._open)

    def show_text(self, text: str, brief: str = "") -> None:
        """brief: instead, where there is no room for all of it. A long name is cut in the middle, so that what stands
        behind it stays."""
        self._whole, self._brief = text, brief
        self.setAccessibleName(text)
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        wanted = min(self.fontMetrics().horizontalAdvance(self._whole), theme.px(WIDEST))
        return QSize(self._around() + wanted, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """It gives way to what stands beside it, as far as the shorter text is."""
        least = min(max(self.fontMetrics().horizontalAdvance(self._brief), theme.px(LEAST)), theme.px(BRIEF))
        return QSize(min(self.sizeHint().width(), self._around() + least), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def add_choice(self, action: QAction) -> None:
        """Offer this below the names."""
        self._extra.append(action)

    def menu_now(self) -> QMenu:
        """The menu as it would open now."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._session.role is not None:  # what somebody else answers in a package would not be handed back
            menu.addActions(self._extra)
            return menu
        group = QActionGroup(menu)
        for person in self._listed():
            action = menu.addAction(buttons.literal(person.name))
            action.setCheckable(True)
            action.setActionGroup(group)
            action.setChecked(person == self._session.annotator)
            action.triggered.connect(lambda checked=False, chosen=person: self._session.set_annotator(chosen))
        other = menu.addAction(self.tr("Somebody else…"))
        other.triggered.connect(lambda checked=False: self._ask())
        if self._extra:
            menu.addSeparator()
            menu.addActions(self._extra)
        return menu

    def _fit(self) -> None:
        """Before it is in sight it has no width of its own."""
        widest = theme.px(WIDEST)
        room = min(self.width() - self._around(), widest) if self.isVisible() else widest
        metrics = self.fontMetrics()
        shown = next(
            (text for text in (self._whole, self._brief) if text and metrics.horizontalAdvance(text) <= room), ""
        )
        shown = shown or metrics.elidedText(self._brief or self._whole, Qt.TextElideMode.ElideMiddle, room)
        self.setText(buttons.literal(shown))
        change = self.tr("Change who is sitting here")
        self.setToolTip(change if shown == self._whole else tool_tip(f"{self._whole}\n{change}"))

    def _around(self) -> int:
        """Pixels of the icon and what is left free around the text."""
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text().replace("&&", "&"))

    def _listed(self) -> list[Annotator]:
        people = [person for person in project_file.people(self._session.read) if not person.simulated]
        here = self._session.annotator
        first = [here] if here is not None else []
        return (first + [person for person in people if person != here])[:NAMES_LISTED]

    def _ask(self) -> None:
        self._session.choose_annotator(self.window(), lambda: None, again=True)

    def _open(self) -> None:
        menu = self.menu_now()
        corner = self.mapToGlobal(QPoint(self.width() - menu.sizeHint().width(), self.height()))
        menu.popup(corner)
