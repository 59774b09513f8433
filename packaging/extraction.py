"""Finds every text for people in the sources: those in calls of tr, translate, say, say_count, counted, english."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

NOT_SHOWN = ("annotator/texts.py", "annotator/domain/words.py", "annotator/cli/", "annotator/api/")  # in the window


@dataclass
class Message:
    """one: the English text for a single one, of a text that depends on a number {n}. stored: marked by `english`."""

    source: str
    comment: str = ""
    one: str = ""
    stored: bool = False
    where: list[str] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str]:
        return self.source, self.comment


PROMPT_TEXTS = ("title", "about")  # of the ready prompts, which are stored with the agents that use them


class Unreadable(Exception):
    """A call that should hold its text but does not, such as one with an f-string."""


def of_folder(folder: Path) -> dict[tuple[str, str], Message]:
    """All messages of the Python files in a folder, by source and comment, sorted."""
    found: dict[tuple[str, str], Message] = {}
    for path in sorted(folder.rglob("*.py")):
        place = path.relative_to(folder.parent).as_posix()
        if place.startswith(NOT_SHOWN):
            continue
        for message in of_source(path.read_text(encoding="utf-8"), place):
            known = found.setdefault(message.key, message)
            known.one, known.stored = known.one or message.one, known.stored or message.stored
            if place not in known.where:
                known.where.append(place)
    return dict(sorted(found.items()))


def of_prompts(folder: Path) -> dict[tuple[str, str], Message]:
    """Names and descriptions of the ready prompts; what a model reads is not translated."""
    found = {}
    for path in sorted(folder.glob("*.toml")):
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        for message in (
            Message(content[key], stored=True, where=[f"resources/prompts/{path.name}"]) for key in PROMPT_TEXTS
        ):
            found[message.key] = message
    return found


def of_template(path: Path) -> dict[tuple[str, str], Message]:
    """The texts of a Jinja template, each written out in a call of say or say_count."""
    source = path.read_text(encoding="utf-8")
    calls = re.findall(r"\b(?:say|say_count)\((?:[^()]|\([^()]*\))*\)", source)
    nested = [inner for call in calls for inner in re.findall(r"\bsay\(\"[^\"]*\"\)", call[1:])]
    found = {}
    for message in of_source("\n".join([*calls, *nested]), f"resources/report/{path.name}"):
        found[message.key] = message
    return found


def of_source(source: str, place: str = "") -> Iterator[Message]:
    """The messages of one file. Unreadable with the line, where a text is not written out."""
    tree = ast.parse(source)
    named = _named(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        try:
            for message in _of_call(node, named):
                message.where.append(place)
                yield message
        except Unreadable as error:
            raise Unreadable(f"{place}:{node.lineno}: {error}") from error


def _named(tree: ast.Module) -> list[tuple[int, str, ast.expr]]:
    """Line, name and text of each text that is given a name."""
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Assign):
            continue
        for target in node.targets:
            pairs = [(target, node.value)]
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(target.elts, node.value.elts, strict=False))
            found += [
                (node.lineno, name.id, text) for name, text in pairs if isinstance(name, ast.Name) if _is_text(text)
            ]
    return sorted(found, key=lambda row: row[0])


def _of_call(node: ast.Call, named: list[tuple[int, str, ast.expr]]) -> Iterable[Message]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    args = node.args
    if name in ("tr", "_tr") and args:
        return [Message(text, _comment(args, 1)) for text in _texts(args[0], name)]
    if name == "translate" and len(args) > 1 and _is_text(args[0]):
        return [Message(text, _comment(args, 2)) for text in _texts(args[1], name)]
    if name == "say" and args:
        return [Message(text) for text in _texts(args[0], name)]
    if name == "english" and args:
        return [Message(text, stored=True) for text in _texts(args[0], name)]
    if name == "say_count" and len(args) == 3:
        return [_counted(*(_only(_latest(arg, named)) for arg in args[1:]))]
    if name == "counted" and len(args) > 1 and _is_text(args[1]):
        noun = _only(args[1])
        plural = _only(args[2]) if len(args) > 2 else f"{noun}s"
        return [_counted(f"{{n}} {noun}", f"{{n}} {plural}")]
    return []


def _counted(one: str, many: str) -> Message:
    return Message(many, one=one)


def _texts(node: ast.expr, name: str) -> Iterator[str]:
    """The texts that an argument can be; nothing for a variable, whose values are marked where they are made."""
    if isinstance(node, ast.IfExp):
        yield from _texts(node.body, name)
        yield from _texts(node.orelse, name)
    elif isinstance(node, ast.JoinedStr):
        raise Unreadable(f"{name}() needs the text itself, with {{places}} for values, not an f-string")
    elif _is_text(node):
        text = _only(node)
        if text:
            yield text


def _comment(args: list[ast.expr], position: int) -> str:
    return _only(args[position]) if len(args) > position and _is_text(args[position]) else ""


def _latest(node: ast.expr, named: list[tuple[int, str, ast.expr]]) -> ast.expr:
    """What a name stands for where it is used."""
    if not isinstance(node, ast.Name):
        return node
    return next((text for line, name, text in reversed(named) if name == node.id and line < node.lineno), node)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _only(node: ast.expr) -> str:
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        raise Unreadable("a text is not written out")
    return node.value
