"""Agents as small TOML files, to carry them to another project. What a file means is checked by whoever reads it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli_w

from annotator.errors import FileProblem
from annotator.formats import ordinary
from annotator.formats.writing import replacing
from annotator.texts import english, say

FORMAT = 1
LARGEST = 4 * 2**20  # bytes; an agent without examples has a few thousand
_MARK = "annotator_agent"


def write(path: Path, content: Mapping[str, Any]) -> None:
    """Write tables, lists and values; the file appears when it is complete. Raises FileProblem."""
    # Several lines as they are, so that people can read a prompt; not where that would lose a carriage return.
    plain = "\r" not in repr(content).replace("\\r", "\r")
    text = tomli_w.dumps({_MARK: FORMAT, "agent": content}, multiline_strings=plain)
    with replacing(path, "utf-8") as file:
        file.write(text)


def read(path: Path) -> dict[str, Any]:
    """What `write` was given. Raises FileProblem for whatever is no agent file."""
    ordinary.check(path)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise FileProblem(
            say("“{file}” cannot be read: {strerror}.", file=path.name, strerror=error.strerror or error),
            hint=say(_HINT),
        ) from error
    if len(data) > LARGEST:
        raise FileProblem(say("“{file}” is too large for an agent.", file=path.name), hint=say(_HINT))
    content = _parsed(path, data)
    found = content.get(_MARK)
    if isinstance(found, bool) or not isinstance(found, int):
        raise FileProblem(say("“{file}” holds no agent.", file=path.name), hint=say(_HINT))
    if found > FORMAT:
        raise FileProblem(
            say("“{file}” was written by a newer Annotator.", file=path.name),
            hint=say("Update Annotator, and import the agent again."),
        )
    agent = content.get("agent")
    if found < FORMAT or not isinstance(agent, dict) or set(content) != {_MARK, "agent"}:
        raise FileProblem(say("“{file}” is not as an agent file should be.", file=path.name), hint=say(_HINT))
    return agent


def _parsed(path: Path, data: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise FileProblem(say("“{file}” is no text in UTF-8.", file=path.name), hint=say(_HINT)) from None
    except (ValueError, RecursionError) as error:
        where = str(error)[:120] if isinstance(error, tomllib.TOMLDecodeError) else english("it is nested too deeply")
        raise FileProblem(
            say("“{file}” is no TOML: {where}.", file=path.name, where=where.rstrip(".")), hint=say(_HINT)
        ) from None


_HINT = english("Choose a file that was exported as an agent.")
