"""How an annotator's kind is shown: by an icon, with words for those who ask."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.domain.model import Annotator, Kind


def kind_of(annotator: Annotator) -> tuple[str, str]:
    """The icon's name, and what it means."""
    if annotator.kind is Kind.LLM:
        return "robot-outline", QCoreApplication.translate("AnnotatorKind", "LLM")
    if annotator.simulated:
        return "account-cog-outline", QCoreApplication.translate("AnnotatorKind", "simulated: made up by a script")
    return "account-outline", QCoreApplication.translate("AnnotatorKind", "person")
