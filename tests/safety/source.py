"""The source of the application, as trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "annotator"


def modules() -> Iterator[tuple[str, ast.Module]]:
    """(path within the package, tree) of every module."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def named(node: ast.expr) -> str:
    """What is called: "os.system" for a call of it, "" for what has no name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{named(node.value)}.{node.attr}".removeprefix(".")
    return ""
