"""The one place where our words meet crowd-kit's: the columns of a table of answers."""

from __future__ import annotations

ITEM = "task"
ANNOTATOR = "worker"
LABEL = "label"
KIND = "kind"
CONFIDENCE = "confidence"
FAMILY = "family"

REQUIRED = (ITEM, ANNOTATOR, LABEL)
