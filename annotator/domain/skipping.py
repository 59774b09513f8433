"""Why an item is passed on; the words are kept with the answer, so that a lead can count them."""

from __future__ import annotations

UNCLEAR = "unclear"
LANGUAGE = "not my language"
TECHNICAL = "technical problem"
REASONS = (UNCLEAR, LANGUAGE, TECHNICAL)
