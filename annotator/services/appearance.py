"""How items look on the page for annotating: a choice of the lead, kept with the project."""

from __future__ import annotations

from annotator.domain.appearance import Appearance, Fields
from annotator.domain.model import Changes
from annotator.storage import setup
from annotator.storage.database import Db

SETTING = "appearance"


def appearance(db: Db) -> Appearance:
    """As it was last chosen; what this version does not know is as if nobody had chosen."""
    found = setup.setting(db, SETTING, {})
    fields = found.get("fields", "")
    return Appearance(Fields(fields) if fields in list(Fields) else Fields.AUTO, bool(found.get("markdown", False)))


def set_appearance(db: Db, chosen: Appearance) -> Changes:
    return setup.set_setting(db, SETTING, {"fields": chosen.fields.value, "markdown": chosen.markdown})
