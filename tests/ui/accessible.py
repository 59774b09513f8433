"""What somebody without a mouse, or without eyes, meets: names, roles, the way of Tab, the ring of focus."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)

_ROLE = QAccessible.Role
# Of what a person stands on and can do something with; anything else would be announced as nothing in particular.
SENSIBLE = {
    _ROLE.Button, _ROLE.CheckBox, _ROLE.RadioButton, _ROLE.EditableText, _ROLE.ComboBox, _ROLE.SpinBox, _ROLE.Slider,
    _ROLE.List, _ROLE.Table, _ROLE.Tree, _ROLE.PageTabList, _ROLE.StaticText, _ROLE.Link, _ROLE.ButtonMenu,
    _ROLE.ButtonDropDown, _ROLE.Graphic, _ROLE.Chart, _ROLE.Document, _ROLE.ListItem, _ROLE.Canvas, _ROLE.Grouping,
    _ROLE.ScrollBar, _ROLE.Pane, _ROLE.Indicator, _ROLE.Terminal, _ROLE.Heading, _ROLE.HotkeyField,
}  # fmt: skip


def focusable(root: QWidget) -> list[QWidget]:
    """What is in sight and takes the focus by Tab."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisibleTo(root) and widget.isEnabled() and takes_tab(widget)
    ]


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def nameless(root: QWidget) -> list[str]:
    """Those without a name, or with a role that says nothing."""
    found = []
    for widget in focusable(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None:
            found.append(f"{describe(widget)}: not accessible")
        elif not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{describe(widget)}: no name")
        elif interface.role() not in SENSIBLE:
            found.append(f"{describe(widget)}: {interface.role()}")
    return found


def mouse_only(root: QWidget) -> list[str]:
    """What does something when clicked, but cannot be reached by Tab and is not marked as doing what a key does."""
    return [
        describe(widget)
        for widget in root.findChildren(QAbstractButton)
        if widget.isVisibleTo(root) and widget.isEnabled() and not takes_tab(widget) and not _inside_control(widget)
    ]


def tab_order(root: QWidget) -> list[QWidget]:
    """The widgets in the order in which Tab goes through them, from the first one on."""
    return [widget for widget in _chain(root) if widget in set(focusable(root))]


def backwards(root: QWidget) -> list[str]:
    """Steps of Tab that go up within the same column, or to the left within the same line, of one surface."""
    found = []
    order = tab_order(root)
    for one, next_one in zip(order, order[1:], strict=False):
        if one.parentWidget() is not next_one.parentWidget():
            continue
        first, second = _place(one, root), _place(next_one, root)
        same_line = abs(first.y() - second.y()) < min(one.height(), next_one.height()) / 2
        back = second.x() < first.x() if same_line else second.y() < first.y()
        if back and second.x() <= first.x() + one.width():
            found.append(f"{describe(one)} -> {describe(next_one)}")
    return found


def unmarked(root: QWidget) -> list[str]:
    """What looks the same with the focus and without it."""
    found = []
    root.grab()  # everything is laid out and dressed before anything is compared
    QApplication.processEvents()
    for widget in focusable(root):
        if widget.width() < 2 or widget.height() < 2:
            continue
        _nowhere(root)
        _scroll_to(widget)
        before = _picture(widget, root)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if widget.hasFocus() and _picture(widget, root) == before:
            found.append(describe(widget))
    return found


def describe(widget: QWidget) -> str:
    """Enough to find it in the code."""
    owners: list[str] = []
    at = widget.parentWidget()
    while at is not None and len(owners) < 3:
        if type(at).__name__ not in ("QWidget", "QStackedWidget", "QScrollArea", "QFrame"):
            owners.append(type(at).__name__)
        at = at.parentWidget()
    said = widget.objectName() or widget.accessibleName() or (widget.text() if hasattr(widget, "text") else "")
    return f"{type(widget).__name__}[{str(said)[:40]}] in {' < '.join(owners)}"


def _nowhere(root: QWidget) -> None:
    at = QApplication.focusWidget()
    if at is not None:
        at.clearFocus()
    QApplication.processEvents()


def _scroll_to(widget: QWidget) -> None:
    """As Tab does."""
    at = widget.parentWidget()
    while at is not None:
        if isinstance(at, QScrollArea):
            at.ensureWidgetVisible(widget)
        at = at.parentWidget()
    QApplication.processEvents()


def _picture(widget: QWidget, root: QWidget) -> QImage:
    """The widget with a little around it, where a ring may be."""
    area = widget.rect().translated(_place(widget, root)).adjusted(-4, -4, 4, 4)
    if isinstance(widget, QLineEdit):
        widget.setCursorPosition(len(widget.text()))
    return root.grab(area).toImage()


def _place(widget: QWidget, root: QWidget) -> QPoint:
    return widget.mapTo(root, QPoint(0, 0))


def _chain(root: QWidget) -> Iterator[QWidget]:
    at, seen = root.nextInFocusChain(), set[int]()
    while at is not None and id(at) not in seen and at is not root:
        seen.add(id(at))
        if root.isAncestorOf(at):
            yield at
        at = at.nextInFocusChain()


def _inside_control(widget: QWidget) -> bool:
    """Part of a larger control, such as the arrows of a number field or of a bar of tabs."""
    parent = widget.parentWidget()
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive() and any(takes_tab(button) for button in group.buttons()):
        return True  # Tab comes to the one that is chosen, the arrows go on from there
    radios = [one for one in parent.children() if isinstance(one, QRadioButton)] if parent is not None else []
    if isinstance(widget, QRadioButton) and any(takes_tab(one) for one in radios):
        return True
    inside = isinstance(parent, (QComboBox, QLineEdit, QAbstractScrollArea)) or type(parent).__name__ == "QTabBar"
    return inside or widget.objectName().startswith("qt_") or type(parent).__name__ == "Toast"
