"""Which keys an action may have: what else they do there, and what taking one over changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.ui.catalogue import WINDOW, Listed

# Keys that the system, or every list, button and text box, has a use for.
RESERVED = frozenset(
    ("Esc", "Tab", "Shift+Tab", "Backtab", "Return", "Enter", "Space", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A")
    + ("Ctrl+Tab", "Ctrl+Shift+Tab", "Alt+Tab", "Alt+F4", "Ctrl+Alt+Del", "Print", "Menu", "Del", "Ins")
)
_MODIFIERS = (
    Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock, Qt.Key.Key_unknown, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R,
)  # fmt: skip


class Why(Enum):
    """What stands against a key."""

    RESERVED = auto()
    DIGIT = auto()  # of labels, in this project or in another one
    LABEL = auto()  # of the project's own
    FIXED = auto()  # a key that a list or a text has a use for
    ACTION = auto()  # may be taken over


class Conflict(NamedTuple):
    """other: what has the key; None for one that is reserved everywhere, and for a digit."""

    why: Why
    other: Listed | None


def pressed(event: QKeyEvent) -> str:
    """The key of a press as settings keep it ("Ctrl+Shift+Z"), "" for a modifier alone or a key without a name.

    A letter counts by its place where the keyboard's own letter is not Latin; of a sign such as "?" the Shift that
    it takes here is left out, since other keyboards need none.
    """
    from annotator.ui.widgets.label_keys import latin

    key = Qt.Key(event.key()) if event.key() in Qt.Key._value2member_map_ else event.key()
    if key in _MODIFIERS:
        return ""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    placed = latin(event) if 0x7F < event.key() < Qt.Key.Key_Escape else ""
    if placed:
        key = Qt.Key(ord(placed.upper()))
    elif not chr(min(event.key(), 0x10FFFF)).isalpha() and 0x20 < event.key() < Qt.Key.Key_Escape:
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    number = key.value if isinstance(key, Qt.Key) else int(key)
    text = QKeySequence(number | modifiers.value).toString(QKeySequence.SequenceFormat.PortableText)
    return "" if " " in text or not text.isprintable() else text


def conflict(rows: Sequence[Listed], chosen: Listed, key: str) -> Conflict | None:
    """What the key does already where the chosen action works; None when it is free there."""
    if _same(key) in {_same(reserved) for reserved in RESERVED}:
        return Conflict(Why.RESERVED, None)
    if key.isdigit():  # labels take them before anything else, in every project
        return Conflict(Why.DIGIT, None)
    for other in rows:
        if other.action.name != chosen.action.name and _meet(other, chosen) and _has(other, key):
            return Conflict(_why(other), other)
    return None


def given(rows: Sequence[Listed], own: Mapping[str, str], chosen: Listed, keys: Sequence[str]) -> dict[str, str]:
    """The person's keys after the chosen action has got these, which every other action there loses."""
    result = dict(own)
    result[chosen.action.name] = " ".join(keys)
    for other in rows:
        if not other.changeable or other.action.name == chosen.action.name or not _meet(other, chosen):
            continue
        kept = [key for key in other.action.keys_now.split() if _same(key) not in {_same(taken) for taken in keys}]
        if kept != other.action.keys_now.split():
            result[other.action.name] = " ".join(kept)
    return _without_defaults(rows, result)


def reset(rows: Sequence[Listed], own: Mapping[str, str], chosen: Listed) -> dict[str, str]:
    """The person's keys after the chosen action has those of the table again."""
    return given(rows, own, chosen, chosen.action.keys.split())


def _without_defaults(rows: Sequence[Listed], own: Mapping[str, str]) -> dict[str, str]:
    defaults = {row.action.name: row.action.keys for row in rows}
    return {name: keys for name, keys in own.items() if defaults.get(name) != keys}


def _has(row: Listed, key: str) -> bool:
    return _same(key) in {_same(own) for own in row.action.keys_now.split()}


def _same(key: str) -> str:
    """One writing for the same key. A label's code of several digits ("0,7") begins with its first digit."""
    return QKeySequence(key.split(",")[0] or key).toString(QKeySequence.SequenceFormat.PortableText)


def _meet(one: Listed, other: Listed) -> bool:
    """Whether both can be meant by one press: in the window, on one page, or on one tab of it."""
    if WINDOW in (one.page, other.page):
        return True
    return one.page == other.page and (not one.tab or not other.tab or one.tab == other.tab)


def _why(row: Listed) -> Why:
    if row.changeable:
        return Why.ACTION
    return Why.LABEL if "_label_" in row.action.name else Why.FIXED
