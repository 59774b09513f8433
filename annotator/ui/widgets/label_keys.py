"""Which keys choose which label, and which key a person meant on whatever keyboard layout they have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from string import ascii_lowercase

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from annotator.domain.model import Label
from annotator.domain.questions import RESERVED_KEYS
from annotator.ui.actions import Action, own_letters

DIGITS = "123456789"
LISTED = 40  # labels that the key sheet lists one by one
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

# The keys as they lie on the desk, for layouts whose digit row types other signs (French) or whose letters are not
# Latin (Russian, Greek, Arabic). X11 and Wayland number keys by place; macOS has its own numbers.
_XKB = {10 + place: digit for place, digit in enumerate(f"{DIGITS}0")} | {
    first + place: letter
    for first, row in ((24, "qwertyuiop"), (38, "asdfghjkl"), (52, "zxcvbnm"))
    for place, letter in enumerate(row)
}
_WINDOWS = {2 + place: digit for place, digit in enumerate(f"{DIGITS}0")} | {
    first + place: letter
    for first, row in ((16, "qwertyuiop"), (30, "asdfghjkl"), (44, "zxcvbnm"))
    for place, letter in enumerate(row)
}
_MAC_DIGITS = dict(zip((18, 19, 20, 21, 23, 22, 26, 28, 25, 29), f"{DIGITS}0", strict=True))
_MAC_LETTERS = dict(
    zip(
        (0, 11, 8, 2, 14, 3, 5, 4, 34, 38, 40, 37, 46, 45, 31, 35, 12, 15, 1, 17, 32, 9, 13, 7, 16, 6),
        ascii_lowercase,
        strict=True,
    )
)
_PLACES: Mapping[str, Mapping[int, str]] = {
    "xcb": _XKB,
    "wayland": _XKB,
    "windows": _WINDOWS,
    "cocoa": _MAC_DIGITS | _MAC_LETTERS,
}


@dataclass
class LabelKeys:
    """`shown`: the key drawn on each label, in their order; `targets`: position by key, or by code of several digits.

    `typed`: the digits of a code that were pressed so far.
    """

    shown: tuple[str, ...]
    targets: dict[str, int]
    typed: str = ""

    @property
    def coded(self) -> bool:
        """Whether a label takes more than one key."""
        return bool(self.shown) and len(self.shown[0]) > 1

    def of(self, position: int) -> str:
        """Every key of one label, separated by spaces, as the key sheet lists them; a code as "0,7"."""
        return " ".join(",".join(key.upper()) for key, target in self.targets.items() if target == position)

    def caps(self) -> tuple[str, ...]:
        """By position, what is drawn on each label: its keys, separated by a space ("1 O"), or its code."""
        return self.shown if self.coded else tuple(self.of(position) for position in range(len(self.shown)))

    def reachable(self) -> frozenset[int]:
        """The positions whose codes begin with what was typed; none before anything was."""
        if not self.typed:
            return frozenset()
        return frozenset(target for key, target in self.targets.items() if key.startswith(self.typed))


def assign(labels: Sequence[Label]) -> LabelKeys:
    """One key for each label where there are enough of them, else the label's number as a code: 01, 02, ..."""
    return _single_keys(labels) or _codes(len(labels))


def _codes(count: int) -> LabelKeys:
    """Every code is as long as the others, so that none has to wait for what may follow."""
    shown = tuple(f"{number:0{len(str(count))}}" for number in range(1, count + 1))
    return LabelKeys(shown, {code: position for position, code in enumerate(shown)})


def _single_keys(labels: Sequence[Label]) -> LabelKeys | None:
    """Digits by position for the first nine, each label's own letter, and for the others a free letter.

    Letters with a meaning of their own (skip, flag, ...) are left to it, also where an older file gives them away, and
    so are those that the person here has given to commands.
    None where a label would be left without a key.
    """
    targets = {DIGITS[position]: position for position in range(min(len(labels), len(DIGITS)))}
    own: dict[int, str] = {}
    for position, label in enumerate(labels):
        key = label.key.casefold()
        if key and key not in RESERVED_KEYS | own_letters() and key not in targets:
            targets[key] = position
            own[position] = key
    for position in range(len(DIGITS), len(labels)):
        if position not in own:
            _give_free_letter(position, labels[position].name.casefold(), targets, own)
    shown = tuple(DIGITS[i] if i < len(DIGITS) else own.get(i, "").upper() for i in range(len(labels)))
    return LabelKeys(shown, targets) if all(shown) else None


def label_rows(labels: Sequence[Label], page: str, choose: Callable[[int], object]) -> list[Action]:
    """The labels' keys for the key sheet. They work through keyPressEvent, whatever the keyboard's layout."""
    keys = assign(labels)
    if len(labels) > LISTED:
        text = QCoreApplication.translate("LabelKeys", "A label, by the number on it")
        return [Action(f"{page}_label_1", text, keys.of(0), page, lambda: None)]
    return [
        Action(f"{page}_label_{n + 1}", label.name, keys.of(n), page, partial(choose, label.id))
        for n, label in enumerate(labels)
    ]


def readings(event: QKeyEvent, platform: str = "") -> list[str]:
    """What the key press may mean, the likeliest first: the sign typed, the digit or letter, the key by its place.

    Empty with Ctrl, Alt or Meta held: those are commands.
    """
    if event.modifiers() & _COMMANDS:
        return []
    found = [event.text().casefold()] if event.text().strip() else []
    key = event.key()
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9 or Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
        found.append(chr(key).lower())
    elif placed := _by_place(event, platform or QGuiApplication.platformName()):
        found.append(placed)
    return found


def latin(event: QKeyEvent, platform: str = "") -> str:
    """The Latin letter, in lower case, at the place of a key whose own letter is not Latin; "" if unknown."""
    found = _by_place(event, platform or QGuiApplication.platformName())
    return found if found.isalpha() else ""


def chosen(event: QKeyEvent, keys: LabelKeys) -> int | None:
    """The position of the label that a key press means; None when it means none or repeats by itself.

    A digit that begins a code, or goes on with one, is kept in `keys.typed`; one that leads nowhere changes nothing.
    """
    if event.isAutoRepeat():
        return None
    for reading in readings(event):
        typed = keys.typed + reading
        if typed in keys.targets:
            keys.typed = ""
            return keys.targets[typed]
        if reading.isdigit() and any(key.startswith(typed) for key in keys.targets):
            keys.typed = typed
            return None
    return None


def _give_free_letter(position: int, name: str, targets: dict[str, int], own: dict[int, str]) -> None:
    for letter in (*name, *ascii_lowercase):
        if letter.isalpha() and letter not in RESERVED_KEYS | own_letters() and letter not in targets:
            targets[letter] = position
            own[position] = letter
            return


def _by_place(event: QKeyEvent, platform: str) -> str:
    code = event.nativeVirtualKey() if platform == "cocoa" else event.nativeScanCode()
    if platform == "cocoa" and not event.text():  # code 0 is the letter A there, and also "unknown"
        return ""
    found = _PLACES.get(platform, {}).get(code, "")
    if found and found in f"{DIGITS}0":
        # With Shift the digit row means its signs on purpose.
        return "" if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else found
    return found if event.key() > 0x7F else ""
