"""Why an item is passed on; the words are kept with the answer, so that a lead can count them."""

from __future__ import annotations

from annotator.texts import english

UNCLEAR = english("unclear")
LANGUAGE = english("not my language")
TECHNICAL = english("technical problem")
REASONS = (UNCLEAR, LANGUAGE, TECHNICAL)
