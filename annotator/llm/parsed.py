"""What reading a reply gave: the one label it names, or why there is none."""

from __future__ import annotations

from typing import NamedTuple

from annotator.texts import english

CUT_OFF = english("The reply ends before an answer.")
EMPTY = english("The reply is empty.")
NONE_NAMED = english("The reply names none of the labels.")
ONLY_NEGATED = english("The reply only says what the label is not.")
ALIKE = english("Two labels differ only in case or spelling, and the reply fits both.")
NOT_PLAIN = english("The reply uses a label's word, but does not say plainly that it is the label.")
CORRECTED = english("The reply names a label and then takes it back.")
SETTLED = (ALIKE, NOT_PLAIN)  # looking further into the words of the reply would not give a label


class Parsed(NamedTuple):
    """`position`: index of the one label named, or None with the reason.

    stated: the confidence the reply claims, 0..1, or None.
    note: what was read into the reply, where it was not written exactly so.
    """

    position: int | None
    reason: str = ""
    stated: float | None = None
    note: str = ""
