"""Numbers in sentences for people."""

from __future__ import annotations


def counted(number: int, noun: str, plural: str = "") -> str:
    """ "1 item", "2,000 items": the noun in the right number. plural: where it is not the noun with an s."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def percent(share: float) -> str:
    """ "78 %" for 0.78."""
    return f"{100 * share:.0f} %"
