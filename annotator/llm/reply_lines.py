"""A free answer line by line: which lines are the answer, and which only talk about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from annotator.llm.harmless import words
from annotator.llm.near_misses import NEGATING


@dataclass
class Lines:
    """A reply's lines by what they are, bare of numbering and ornament where they are short values.

    text: everything but what is said of confidence. final, answers: what follows "final answer:" and "label:" or the
    like. checked: ticked boxes of a list. alone: lines that stand for themselves, and what follows any other short
    name and colon. several: whether there is more than one line; last: the last of them.
    open_quote: the last answer begins with a quotation mark and never comes to its end.
    """

    text: str = ""
    final: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    checked: list[str] = field(default_factory=list)
    alone: list[str] = field(default_factory=list)
    several: bool = False
    last: str = ""
    open_quote: bool = False


def read_lines(text: str, bare: Callable[[str], str], names_label: Callable[[str], bool]) -> Lines:
    """text: a reply in normal form. bare: takes numbering, bullets and quotes off. names_label: whether a text has a
    label in it, so that it is no mere name of what follows."""
    rows = [row for row in _joined(text.split("\n")) if bare(row)]
    lines = Lines(text="\n".join(rows), several=len(rows) > 1)
    explained = False
    for row in rows:
        found = _NAMED.match(row)
        if found and names_label(found["name"]):
            found = None
        explained = _read_row(row, found, lines, bare, explained)
    lines.last = bare(rows[-1]) if rows else ""
    return lines


def _read_row(row: str, found: re.Match[str] | None, lines: Lines, bare: Callable[[str], str], explained: bool) -> bool:
    """Sorts one line in; returns whether what follows explains an answer given before. found: its name and value."""
    box = _BOX.match(row)
    if box and bare(row[box.end() :]):
        if (box["mark"] or box["sign"]) not in " ☐":
            lines.checked.append(bare(row[box.end() :]))
        return explained
    name = bare(found["name"]) if found else ""
    if found and _is_answer(name):
        value = found["value"].strip()
        lines.open_quote = value[:1] in ('"', "“") and not re.search(r"[\"”]", value[1:])
        (lines.final if name.startswith(("final", "conclusion")) else lines.answers).append(bare(value))
        return False
    if found and name in _EXPLAINING:
        return True
    if not explained:
        lines.alone.append(bare(row))
        if found and name not in _LISTING and of_it(words(name)) and _SAYING.isdisjoint(name.split()):
            lines.alone.append(bare(found["value"]))
    return explained


def _is_answer(name: str) -> bool:
    said = words(name.removesuffix(" is"))
    if not said or len(said) > 4 or not of_it(said):
        return False
    return said[-1] in _ANSWERING or name in _ANSWERING


def of_it(name: Sequence[str]) -> bool:
    """Whether what a name in these words stands for can be the answer, and not another one, or only a condition."""
    return _OF_ANOTHER.isdisjoint(name) and NEGATING.isdisjoint(name)


def _joined(rows: list[str]) -> list[str]:
    """Lines, with a list that was broken over several as one, and an answer's name with the answer below it."""
    whole: list[str] = []
    for row in rows:
        before = whole[-1] if whole else ""
        goes_on = _GOES_ON.search(before) or _ONLY_NAME.fullmatch(before) or _ONLY_NOT.fullmatch(before)
        if row.strip() and goes_on:
            whole[-1] = f"{before} {row.strip()}"
        elif row.strip():
            whole.append(row)
    return whole


_ANSWERING = frozenset(
    ["answer", "label", "category", "class", "classification", "verdict", "prediction", "conclusion", "output"]
    + ["antwort", "réponse", "respuesta", "risposta", "resposta", "ответ", "метка", "cevap", "الجواب", "الإجابة"]
    + ["答案", "标签", "标籤", "分类", "分類", "答え", "回答", "ラベル", "정답", "답", "라벨", "उत्तर"]
)
_EXPLAINING = frozenset(
    ["reason", "reasons", "reasoning", "explanation", "rationale", "justification", "why", "because", "note", "notes"]
    + ["begründung", "grund", "raison", "explication", "razón", "motivo", "причина", "原因", "理由", "解释", "解釋"]
)
_OF_ANOTHER = frozenset(
    ["wrong", "incorrect", "previous", "other", "possible", "alternative", "second", "example", "given", "old", "no"]
    + ["not", "suggested", "unlikely", "least", "less", "rejected", "excluded", "ruled", "dismissed", "discarded"]
    + ["opposite", "false", "if", "unless", "when", "error", "flagged", "instead", "falsch", "faux", "falso"]
)
_SAYING = frozenset(["is", "are", "was", "it", "this", "i", "he", "she", "they", "we", "you"])
_LISTING = frozenset(
    ["option", "options", "labels", "categories", "choices", "classes", "possible labels", "the options are", "input"]
    + ["example", "examples", "text", "not", "either", "choose", "question"]
)
_NAMED = re.compile(r"(?P<name>[^:=|]{1,40}?)[\s*_\"'`]*(?::|=>|->|→|=)(?!/)[\s>]*(?P<value>.*)$")
_ONLY_NAME = re.compile(
    rf"[\s\W]*(?:(?:the|my|final)\s+)*(?:{'|'.join(sorted(_ANSWERING))})(?:\s+is)?[\s*_\"'`]*[:=]?[\s*_]*"
)
_GOES_ON = re.compile(r"(?:[,、/|]|\b(?:or|and|oder|und|ou|et|o|y|или|и))\s*$")
_ONLY_NOT = re.compile(r"\W*(?:not|never|nicht|pas|не|ليس|不是)\W*")
_BOX = re.compile(r"^[\s*•·-]*(?:\[(?P<mark>[ x✓✔√])\]|(?P<sign>[☐☑✅☒✓✔]))\s*")
