"""Rows of a JSON Lines file: one object per line, its keys are the columns."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from annotator.formats.layout import BadRow, Row
from annotator.formats.text_file import TextFile, shown
from annotator.texts import english

_SAMPLED = 1000  # lines whose keys make the columns
_MOST_COLUMNS = 1000  # keys that never end (ids used as keys) must not fill the memory
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def keys(file: TextFile) -> list[str]:
    """The keys of the first lines, in order of appearance."""
    found: dict[str, None] = {}
    for line in islice(file.lines(), _SAMPLED):
        parsed = None if isinstance(line, BadRow) else _parsed(line[1])
        if isinstance(parsed, dict):
            found |= dict.fromkeys(parsed)
    return list(found)[:_MOST_COLUMNS]


def rows(file: TextFile, columns: list[str]) -> Iterator[Row | BadRow]:
    """One row per line that is not blank; numbers and nested values become JSON text, null and missing keys empty.

    A key that is met for the first time extends `columns`, and from then on the rows have that many cells more.
    """
    known = set(columns)
    for found in file.lines():
        if isinstance(found, BadRow):
            yield found
            continue
        line, text = found
        parsed = _parsed(text)
        if isinstance(parsed, str):
            yield BadRow(line, parsed, shown(text))
            continue
        if not parsed.keys() <= known:
            new = [key for key in parsed if key not in known]
            if len(known) + len(new) > _MOST_COLUMNS:
                yield BadRow(
                    line,
                    english("more than {most_columns} different keys up to here", most_columns=_MOST_COLUMNS),
                    shown(text),
                )
                continue
            columns += new
            known.update(new)
        get = parsed.get
        yield line, [value if type(value := get(key)) is str else _text(value) for key in columns]


def _parsed(text: str) -> dict[str, Any] | str:
    """The object of a line, or what is wrong with it."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        return english("no JSON: {msg} at character {pos}", msg=error.msg, pos=error.pos + 1)
    except (RecursionError, ValueError):  # nested a thousand deep, or a number of thousands of digits
        return english("JSON that is nested too deeply or has too long a number")
    if not isinstance(found, dict):
        return english("JSON, but not an object with keys")
    # Escapes can name what no text can hold, and only they can: the line itself has been decoded.
    if "\\u" in text and not all(map(_is_storable, (*found, *found.values()))):
        return english("an escape for a NUL or for half of a character")
    return found


def _is_storable(value: Any) -> bool:
    return _UNSTORABLE.search(value if isinstance(value, str) else _text(value)) is None


def _text(value: Any) -> str:
    return "" if value is None else json.dumps(value, ensure_ascii=False)
