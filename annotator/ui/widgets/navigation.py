"""The slim column at the left: the project, its pages, and whether anything leaves this computer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.domain.words import counted
from annotator.texts import figure
from annotator.ui import actions, theme
from annotator.ui.widgets import buttons, language_menu
from annotator.ui.widgets.keycap import paint_focus
from annotator.ui.widgets.question_switch import QuestionSwitch
from annotator.ui.widgets.text import text_label
from annotator.ui.widgets.two_lines import TwoLineLabel

WIDTH, ROW = 188, 36
SAVING_SHOWN_AFTER = 400  # ms; most writes are over before an eye could read it


class NavigationButton(QAbstractButton):
    """Icon, name, and at the right a number of things that wait there."""

    def __init__(self, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = {token: theme.icon(icon, token) for token in ("muted", "accent")}
        self._count = 0
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(theme.px(ROW))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    @property
    def count(self) -> int:
        return self._count

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(f"{self.text()}, {figure(count)}" if count else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDTH - 24), theme.px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if chosen else "hover"))
            painter.drawRoundedRect(whole, theme.px(7), theme.px(7))
        self._paint_content(painter, whole.adjusted(theme.px(11), 0, -theme.px(11), 0))
        if self.hasFocus():
            paint_focus(painter, whole, theme.px(7))

    def _paint_content(self, painter: QPainter, area: QRectF) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side, gap = theme.px(16), theme.px(11)
        icon = QRectF(area.left(), area.center().y() - side / 2, side, side)
        text = area.adjusted(side + gap, 0, 0, 0)
        if mirrored:
            icon.moveRight(area.right())
            text = area.adjusted(0, 0, -side - gap, 0)
        token = "accent" if self.isChecked() else "muted"
        self._icons[token].paint(painter, icon.toRect())
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(1.04, semibold=self.isChecked()))
        painter.setPen(theme.colour("accent" if self.isChecked() else "text"))
        leading, trailing = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if mirrored:
            leading, trailing = trailing, leading
        painter.drawText(text, centre | leading, self.text())
        if self._count:
            painter.setFont(theme.font(theme.SECONDARY))
            painter.setPen(theme.colour("muted"))
            painter.drawText(text, centre | trailing, figure(self._count))


class Navigation(QFrame):
    """Emits `chosen(page)`; shows what it is told."""

    chosen = Signal(str)
    closing_wished = Signal()
    scheme_wished = Signal()
    languages_wished = Signal(QWidget)  # below which
    keys_wished = Signal()
    guide_wished = Signal()
    question_chosen = Signal(int)

    def __init__(self, pages: Mapping[str, tuple[str, str]], parent: QWidget | None = None) -> None:
        """pages: name -> (icon, text), in order."""
        super().__init__(parent)
        self.setFixedWidth(theme.px(WIDTH))
        self._items, self._saved = "", self.tr("saved")
        self.name = TwoLineLabel("", "card-title")
        self.state = text_label("", "secondary")
        self.locality = text_label("", "secondary", wrap=True)
        self.buttons: dict[str, NavigationButton] = {}
        self._saving = QTimer(self, singleShot=True, interval=SAVING_SHOWN_AFTER)
        self._saving.timeout.connect(lambda: self._show_state(self.tr("saving…")))
        column = QVBoxLayout(self)
        inside = theme.px(12)
        column.setContentsMargins(inside, theme.px(18), inside, theme.px(10))
        column.setSpacing(theme.px(2))
        column.addWidget(self.name)
        column.addWidget(self.state)
        self.questions = QuestionSwitch()
        self.questions.chosen.connect(self.question_chosen)
        column.addWidget(self.questions)
        column.addSpacing(theme.px(14))
        self._add_pages(column, pages)
        column.addStretch(1)
        column.addWidget(self.locality)
        column.addSpacing(theme.px(4))
        column.addLayout(self._tools())

    def set_project(self, name: str, items: int) -> None:
        self.name.set_text(name)
        self._items = counted(items, "item")
        self._show_state(self._saved)

    def set_writing(self, writes: int) -> None:
        """How many writes are on their way: "saved" is said only when none is."""
        if writes and not self._saving.isActive():
            self._saving.start()
        elif not writes:
            self._saving.stop()
            self._show_state(self.tr("saved"))

    def show_not_saved(self) -> None:
        """The file could not take what was done last; until it takes something else, nobody may think so."""
        self._show_state(self.tr("not saved"))

    def set_questions(self, names: Mapping[int, str], chosen: int) -> None:
        """Names by id, in order; a switch is shown where there is more than one."""
        self.questions.set_questions(names, chosen)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        for page, count in counts.items():
            self.buttons[page].set_count(count)

    def set_hosts(self, hosts: list[str]) -> None:
        """Where item texts went or go; none: nothing leaves this computer."""
        if hosts:
            self.locality.setText(self.tr("Texts are sent to {hosts}").format(hosts=", ".join(hosts)))
        else:
            self.locality.setText(self.tr("Local only — nothing leaves this computer"))

    def select(self, page: str) -> None:
        self.buttons[page].setChecked(True)

    def _show_state(self, saved: str) -> None:
        self._saved = saved
        self.state.setText(f"{self._items} · {saved}" if self._items else "")

    def _add_pages(self, column: QVBoxLayout, pages: Mapping[str, tuple[str, str]]) -> None:
        group = QButtonGroup(self)
        for page, (icon, text) in pages.items():
            button = NavigationButton(icon, text)
            button.setObjectName(f"go_{page}")
            actions.mention(button, f"go_{page}", f"{text} ({{key}})")
            button.clicked.connect(lambda checked=False, page=page: self.chosen.emit(page))
            group.addButton(button)
            self.buttons[page] = button
            column.addWidget(button)

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)  # five fit beside each other
        tools = (
            ("folder-outline", self.tr("All projects"), self.closing_wished, "close_project"),
            ("theme-light-dark", self.tr("Light, dark, or as the system"), self.scheme_wished, "scheme"),
            ("keyboard-outline", self.tr("Keys"), self.keys_wished, "keys"),
            ("help-circle-outline", self.tr("Guide"), self.guide_wished, "guide"),
        )
        made = []
        for icon, name, signal, object_name in tools:
            button = buttons.icon_button(icon, name, signal.emit)
            button.setObjectName(object_name)
            actions.mention(button, object_name, f"{name} ({{key}})")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.append(button)
        made.append(language_menu.new_button(self.languages_wished))
        for button in made:
            button.setFixedWidth((theme.px(WIDTH) - 2 * theme.px(12)) // len(made))
            row.addWidget(button)
        row.addStretch(1)
        return row
