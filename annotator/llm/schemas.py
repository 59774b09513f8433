"""What an answer as data must look like, in words that servers understand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from annotator.llm.methods import Rung, Shape


def response_format(rung: Rung, shape: Shape, names: Sequence[str]) -> dict[str, Any] | None:
    """The parameter of that name for a rung of answers as data, None for other rungs."""
    if rung is Rung.OBJECT:
        return {"type": "json_object"}
    if rung is not Rung.SCHEMA:
        return None
    schema = {"name": "answer", "schema": answer_schema(shape, names), "strict": True}
    return {"type": "json_schema", "json_schema": schema}


def answer_schema(shape: Shape, names: Sequence[str]) -> dict[str, Any]:
    """A JSON schema that permits nothing but the labels. It sets no limits to numbers and lists, which some servers
    refuse."""
    label = {"type": "string", "enum": list(names)}
    sure = {"label": label, "confidence": {"type": "integer"}}
    if shape is Shape.LABEL:
        return _object({"label": label})
    if shape is Shape.SURE:
        return _object(sure)
    return _object({"guesses": {"type": "array", "items": _object(sure)}})


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    required = list(properties)
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
