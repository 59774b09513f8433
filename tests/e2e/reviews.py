"""What is labelled in the stories: reviews with their sentiment, and the keys that say it."""

from __future__ import annotations

from PySide6.QtCore import Qt

KEYS = {"positive": Qt.Key.Key_1, "negative": Qt.Key.Key_2}
REVIEWS = {
    "I love it, best purchase of the year!": "positive",
    "Terrible. It broke after one day.": "negative",
    "Absolutely wonderful, my whole family is happy with it.": "positive",
    "Awful quality, a waste of money.": "negative",
    "Great value and very friendly service.": "positive",
    "The worst hotel I have ever been to.": "negative",
    "Delicious food, we will come back soon!": "positive",
    "Rude staff, and the soup was cold.": "negative",
    "A beautiful, moving film.": "positive",
    "Boring from the first minute to the last.": "negative",
    "Works perfectly, thank you so much!": "positive",
    "It never arrived and nobody answers my mails.": "negative",
    "Quiet rooms and a lovely view of the sea.": "positive",
    "The battery is dead before noon.": "negative",
}
