"""Numbers in sentences for people."""

from __future__ import annotations

from annotator.texts import figure, say_count


def counted(number: int, noun: str, plural: str = "") -> str:
    """ "1 item", "2,000 items": the noun in the right number. plural: where it is not the noun with an s.

    Catalogs know it by "{n} items"; its words must stand in the sources as they are.
    """
    return say_count(number, f"{{n}} {noun}", f"{{n}} {plural or f'{noun}s'}")


def percent(share: float) -> str:
    """ "78 %" for 0.78."""
    return f"{figure(100 * share)} %"
