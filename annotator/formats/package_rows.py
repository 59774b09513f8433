"""What may stand in a package or return file: every row is checked before anybody uses it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from annotator.errors import FileProblem
from annotator.texts import say

FORMAT = 2
EARLIER = 1  # the format of a file without drafts, which an older Annotator can open
LONGEST_TEXT = 2_000_000  # characters of one text: as much as an item or a guideline may have
LONGEST_NAME = 1_000
MOST_LABELS = 10_000
HIGHEST = 2**53  # of a number: what every program that reads JSON can hold

Check = Callable[[Any], bool]
_UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_OPERATION = re.compile(_UID.pattern + r"(\.\d{1,7})?")
_COLOUR = re.compile(r"(#[0-9a-fA-F]{3,8}|[a-zA-Z]{1,30})?")
_HASH = re.compile(r"[0-9a-f]{32}")


def text(longest: int = LONGEST_TEXT) -> Check:
    """A text that can be written as UTF-8."""
    return lambda value: isinstance(value, str) and len(value) <= longest and _is_whole(value)


def whole(low: int, high: int = HIGHEST) -> Check:
    """A whole number from low to high."""
    return lambda value: type(value) is int and low <= value <= high


def one_of(*known: str) -> Check:
    return lambda value: isinstance(value, str) and value in known


def matching(pattern: re.Pattern[str]) -> Check:
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


def number_or_none(low: float, high: float) -> Check:
    return lambda value: value is None or (type(value) in (int, float) and low <= value <= high)


def moment(value: Any) -> bool:
    """A time with its zone, as ISO 8601 text."""
    try:
        return isinstance(value, str) and len(value) <= 40 and datetime.fromisoformat(value).utcoffset() is not None
    except ValueError:
        return False


def or_none(check: Check) -> Check:
    return lambda value: value is None or check(value)


def row(**fields: Check) -> Check:
    """An object with exactly these fields."""
    return lambda value: (
        isinstance(value, dict) and value.keys() == fields.keys() and all(fields[name](value[name]) for name in fields)
    )


def rows(check: Check, most: int) -> Check:
    return lambda value: isinstance(value, list) and len(value) <= most and all(map(check, value))


def texts(value: Any) -> bool:
    """An object of texts by name, as the fields of an item."""
    name, content = text(LONGEST_NAME), text()
    return isinstance(value, dict) and len(value) <= 1_000 and all(name(n) and content(c) for n, c in value.items())


def counts(value: Any) -> bool:
    number = whole(0)
    return isinstance(value, dict) and value.keys() <= MEMBERS.keys() and all(map(number, value.values()))


def _is_whole(value: str) -> bool:
    """Half of a surrogate pair, which JSON can say, is no text."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


_uid, _name, _flag = matching(_UID), text(LONGEST_NAME), (lambda value: type(value) is bool)

_BOTH: dict[str, Check] = {
    "format": whole(1),
    "project": _uid,
    "project_name": _name,
    "package": _uid,
    "annotator": _name,
    "base": whole(0, HIGHEST // 2),
    "made": moment,
    "counts": counts,
}
MANIFESTS: Mapping[str, Check] = {
    "package": row(kind=one_of("package"), number=whole(1), blind=_flag, deadline=_name, note=text(), **_BOTH),
    "return": row(kind=one_of("return"), copy=_uid, **_BOTH),
}
_ANSWER = row(
    status=one_of("label", "skipped"),
    label=or_none(_uid),
    comment=text(),
    flagged=_flag,
    exposure=one_of("blind", "shown", "unknown"),
    suggested=or_none(_uid),
    seconds=number_or_none(0, 1e9),
    version=whole(0),
    at=moment,
)
_DRAFT = row(status=one_of("draft"), comment=text(), flagged=_flag)


def _answer(value: Any) -> bool:
    return _ANSWER(value) and (value["status"] == "label") == (value["label"] is not None)


_OPERATION_ROW = row(
    op=matching(_OPERATION),
    n=whole(1),
    question=_uid,
    item=_uid,
    hash=matching(_HASH),
    action=one_of("do", "undo", "redo"),
    answer=or_none(lambda value: _DRAFT(value) or _answer(value)),
    at=moment,
)


def _operation(value: Any) -> bool:
    """A draft is written, or stays of an answer that is taken back; nothing does it again."""
    if not _OPERATION_ROW(value):
        return False
    return value["action"] != "redo" or value["answer"] is None or value["answer"]["status"] != "draft"


_LABEL = row(label=_uid, name=_name, description=text(), colour=matching(_COLOUR), key=text(10))

MEMBERS: Mapping[str, Check] = {
    "questions": row(
        question=_uid,
        name=_name,
        kind=one_of("choice"),
        text=text(),
        noun=_name,
        guideline=text(),
        version=whole(1),
        labels=rows(_LABEL, MOST_LABELS),
    ),
    "items": row(item=_uid, id=_name, fields=texts, metadata=texts, hash=matching(_HASH)),
    "suggestions": row(item=_uid, question=_uid, label=_uid, confidence=number_or_none(0, 1), by=_name),
    "feedback": row(item=_name, text=text(), said=_name, right=_name, question=_name, passage=text()),
    "operations": _operation,
}


def parsed(line: bytes, name: str) -> Any:
    """The JSON value of a line; a FileProblem where it is none, or one that is nested without end."""
    try:
        return json.loads(line, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise damaged(name) from error


def damaged(name: str) -> FileProblem:
    return FileProblem(
        say("“{name}” is damaged, or no package.", name=name),
        hint=say("Ask for the file once more."),
    )


def newer(name: str) -> FileProblem:
    return FileProblem(
        say("“{name}” was made by a newer Annotator.", name=name), hint=say("Update Annotator and open the file again.")
    )


def checked_manifest(value: Any, name: str) -> dict[str, Any]:
    """The manifest of either kind."""
    if isinstance(value, dict) and type(value.get("format")) is int and value["format"] > FORMAT:
        raise newer(name)
    check = MANIFESTS.get(str(value.get("kind"))) if isinstance(value, dict) else None
    if check is None or not check(value):
        raise damaged(name)
    found: dict[str, Any] = value
    return found


def _no_number(text: str) -> float:
    raise ValueError(text)  # NaN and the infinities are not JSON
