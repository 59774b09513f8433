"""Catalogs of translations: Qt's .ts files, with one message for each text, and the tables that translators fill."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from extraction import Message

CONTEXT = "Annotator"  # one for all: the window looks texts up without regard to classes
FORMS = {"de": 2, "zh_CN": 1}  # forms of a text that depends on a number: German has one for 1 and one for the rest
_LANGUAGE = {"de": "de_DE", "zh_CN": "zh_CN"}
_PLACE = re.compile(r"(?<!\{)\{(\w*(?:[:!][^{}]*)?)\}(?!\})")
_HAN = re.compile(r"[\u3400-\u9fff]")

Key = tuple[str, str]
Catalog = dict[Key, list[str]]  # (text, comment) -> its forms; one of them empty: not translated yet


def read(path: Path) -> Catalog:
    """{} where there is none yet."""
    if not path.exists():
        return {}
    found: Catalog = {}
    for node in ET.parse(path).iter("message"):
        translation = node.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
        found[node.findtext("source") or "", node.findtext("comment") or ""] = forms
    return found


def write(path: Path, language: str, messages: Mapping[Key, Message], catalog: Catalog) -> None:
    """The messages with what is translated of them; what is no message any more is left out."""
    root = ET.Element("TS", version="2.1", language=_LANGUAGE[language], sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for key, message in messages.items():
        _append(context, message, _forms(message, language, catalog.get(key, [])))
    ET.indent(root, "  ")
    text = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def table(
    messages: Mapping[Key, Message], language: str, catalog: Catalog, *, everything: bool
) -> list[dict[str, Any]]:
    """What a translator fills: the texts without a translation, or all of them."""
    rows = []
    for key, message in messages.items():
        forms = _forms(message, language, catalog.get(key, []))
        if everything or not all(forms):
            rows.append(_row(message, forms))
    return rows


def filled(rows: list[dict[str, Any]]) -> Catalog:
    """What a translator has filled in."""
    found: Catalog = {}
    for row in rows:
        given = row["translation"]
        forms = [given] if isinstance(given, str) else list(given)
        if all(forms):
            found[row["source"], row.get("comment", "")] = forms
    return found


def faults(messages: Mapping[Key, Message], language: str, catalog: Catalog) -> list[str]:
    """What is wrong with the translations, one line each; missing ones are no fault here."""
    return [
        f"{fault}: {message.source!r} -> {form!r}"
        for key, message in messages.items()
        for form in catalog.get(key, [])
        if form and (fault := _fault(message, form, language))
    ]


def missing(messages: Mapping[Key, Message], language: str, catalog: Catalog) -> list[str]:
    """Texts without a translation, or with too few forms of it."""
    return [
        message.source for key, message in messages.items() if not all(_forms(message, language, catalog.get(key, [])))
    ]


def load_rows(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return rows


def save_rows(path: Path, rows: list[dict[str, Any]]) -> None:
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def _forms(message: Message, language: str, known: list[str]) -> list[str]:
    wanted = FORMS[language] if message.one else 1
    return known if len(known) == wanted else [""] * wanted


def _row(message: Message, forms: list[str]) -> dict[str, Any]:
    row: dict[str, Any] = {"source": message.source}
    row |= {"comment": message.comment} if message.comment else {}
    row |= {"one": message.one} if message.one else {}
    return row | {"where": message.where[0], "translation": forms if message.one else forms[0]}


def _fault(message: Message, form: str, language: str) -> str:
    wanted, given = set(_PLACE.findall(message.source)), set(_PLACE.findall(form))
    if message.one:  # "one item" may leave its number out
        wanted, given = wanted - {"n"}, given - {"n"}
    if wanted != given:
        return "other places for values"
    if re.match(r"\s*", form)[0] != re.match(r"\s*", message.source)[0] and not _HAN.search(form):  # type: ignore[index]
        return "other spaces at the start"
    if form[-1:].isspace() != message.source[-1:].isspace() and not _HAN.search(form):
        return "other spaces at the end"
    return ""


def _append(context: ET.Element, message: Message, forms: list[str]) -> None:
    node = ET.SubElement(context, "message", {"numerus": "yes"} if message.one else {})
    ET.SubElement(node, "source").text = message.source
    if message.comment:
        ET.SubElement(node, "comment").text = message.comment
    if message.one:
        ET.SubElement(node, "extracomment").text = f"Of one: {message.one}"
    translation = ET.SubElement(node, "translation", {} if all(forms) else {"type": "unfinished"})
    if not message.one:
        translation.text = forms[0]
        return
    for form in forms:
        ET.SubElement(translation, "numerusform").text = form
