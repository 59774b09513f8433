"""One table of what can be done by key: shown in the key sheet, bound to a page or the window.

The keys of the table are those to begin with. A person may choose others (`use`); what is bound, and every text that
names a key (`mention`), follows at once (`renew`).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QWidget

_NAME, _DEFAULT, _SAYS = "action_named", "keys_to_begin_with", "says_key"
_own: dict[str, str] = {}  # the keys that the person here has chosen, by the action's name
_known: dict[str, str] = {}  # the keys to begin with of everything that was bound so far


class Action(NamedTuple):
    """name: how tests and settings know it. keys: one or more, separated by a space ("Ctrl+Y Ctrl+Shift+Z").

    page: where it works ("annotate"), or "window". Letters and digits reach a text box first, so typing never acts.
    """

    name: str
    text: str
    keys: str
    page: str
    target: Callable[[], object]

    @property
    def keys_now(self) -> str:
        """The keys in force here: the person's own, or those of the table."""
        return _own.get(self.name, self.keys)

    def sequences(self) -> list[QKeySequence]:
        return _sequences(self.keys_now)

    def key_text(self) -> str:
        """The first key as the system writes it, "" where there is none."""
        return native(self.keys_now)


def use(own: Mapping[str, str]) -> None:
    """These keys count from now on, by the action's name; `renew` brings them to what is bound already."""
    _own.clear()
    _own.update(own)


def own_letters() -> frozenset[str]:
    """Single signs, in lower case, that the person here has given to commands; labels leave them alone."""
    return frozenset(key.casefold() for keys in _own.values() for key in keys.split() if len(key) == 1)


def native(keys: str) -> str:
    """The first of several keys as the system writes it, "" where there is none."""
    sequences = _sequences(keys)
    return written(sequences[0]) if sequences else ""


def written(sequence: QKeySequence) -> str:
    """As the system writes it; Return is "Enter", as on most keyboards and in every other text, save on a Mac."""
    if sys.platform != "darwin":
        portable = sequence.toString(QKeySequence.SequenceFormat.PortableText)
        sequence = QKeySequence(portable.replace("Return", "Enter"))
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def key_of(name: str) -> str:
    """The key of an action that is bound somewhere, for texts that name it."""
    return native(_own.get(name, _known.get(name, "")))


def bind(widget: QWidget, rows: Sequence[Action]) -> list[QAction]:
    """Make each row work while the focus is in `widget`. ValueError when two rows begin with one key."""
    taken: dict[str, str] = {}
    bound = []
    for row in rows:
        for key in _portable(_sequences(row.keys)):
            if taken.setdefault(key, row.name) != row.name:
                raise ValueError(f"{row.name} and {taken[key]} both want {key}")
        _known[row.name] = row.keys
        bound.append(_bound(widget, row))
    _tell_keys(widget)
    return bound


def unbind(widget: QWidget, bound: Sequence[QAction]) -> None:
    """Take actions back, for rows that follow the labels."""
    for action in bound:
        widget.removeAction(action)
        action.deleteLater()


def renew(whole: QWidget) -> None:
    """After `use`: bind anew what is bound within `whole`, and write its texts anew that name keys."""
    for action in whole.findChildren(QAction):
        default = action.property(_DEFAULT)
        if default is not None:
            action.setShortcuts(_sequences(_own.get(action.objectName(), str(default))))
    _tell_keys(whole)


def mention(widget: QWidget, name: str, says: str = "{key}") -> None:
    """Let a text name the key of an action now and later: a label's own, else the tool tip.

    says: with {key}; what is in brackets around it is left out where the action has no key.
    """
    widget.setProperty(_NAME, name)
    widget.setProperty(_SAYS, says)
    if name in _known:
        _tell_key(widget)


def by_place(widget: QWidget, event: QKeyEvent) -> bool:
    """Do what a letter key is bound to by its place, where the keyboard's own letter is not Latin."""
    if not 0x7F < event.key() < Qt.Key.Key_Escape:  # Latin, or no letter at all
        return False
    from annotator.ui.widgets.label_keys import latin

    letter = latin(event)
    if not letter:
        return False
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    meant = QKeySequence(QKeyCombination(modifiers, Qt.Key(ord(letter.upper()))))
    for action in widget.actions():
        if action.isEnabled() and meant in action.shortcuts() and (action.autoRepeat() or not event.isAutoRepeat()):
            action.trigger()
            return True
    return False


def _bound(widget: QWidget, row: Action) -> QAction:
    action = QAction(row.text, widget)
    action.setObjectName(row.name)
    action.setProperty(_DEFAULT, row.keys)
    action.setShortcuts(row.sequences())
    context = Qt.ShortcutContext.WindowShortcut if row.page == "window" else None
    action.setShortcutContext(context or Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda checked=False: row.target())
    widget.addAction(action)
    return action


def _sequences(keys: str) -> list[QKeySequence]:
    return [QKeySequence(key) for key in keys.split()]


def _portable(sequences: Sequence[QKeySequence]) -> list[str]:
    return [sequence.toString(QKeySequence.SequenceFormat.PortableText) for sequence in sequences]


def _tell_keys(whole: QWidget) -> None:
    for widget in whole.findChildren(QWidget):
        if widget.property(_NAME) is not None:
            _tell_key(widget)


def _tell_key(widget: QWidget) -> None:
    key, says = key_of(str(widget.property(_NAME))), str(widget.property(_SAYS))
    if hasattr(widget, "set_key"):
        widget.set_key(key)
        return
    text = says.replace("{key}", key) if key else says.replace(" ({key})", "").replace("{key}", "")
    if isinstance(widget, QLabel):
        widget.setText(text if key else "")
    else:
        widget.setToolTip(text.strip())
