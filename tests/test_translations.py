"""The catalogs: every text for people is in them, translated, with its places for values; and none bypasses them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import catalogs
import extraction
import pytest
import translations
from PySide6.QtCore import QTranslator

from annotator import texts
from annotator.texts import Language

SOURCES = Path(translations.ROOT, "annotator")
# Calls that show their text to people as it stands.
SHOWING = {
    "setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName",
    "setAccessibleDescription", "setTitle", "setSubTitle", "setStatusTip", "setSuffix", "setPrefix",
    "setSpecialValueText", "setLabelText", "addTab", "addAction", "addRow", "setHeaderLabels",
    "setHorizontalHeaderLabels", "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "text_label",
    "ElidedLabel", "Paragraph", "Card", "EmptyState", "set_text", "tell", "UserError", "FileProblem",
    "ProjectProblem", "DamagedProject", "ModelProblem",
}  # fmt: skip
ROLES = re.compile(r"^[a-z]+(-[a-z]+)*$")  # of the theme, names of objects and icons
NAMES = {"Annotator", "{} — Annotator"}  # the same in every language
WITHOUT_A_WINDOW = ("cli/", "api/", "app.py", "services/demo.py")  # English, as all of the command line


@pytest.fixture(params=sorted(catalogs.FORMS))
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def known() -> dict[tuple[str, str], extraction.Message]:
    return translations.messages()


def test_every_text_of_the_sources_is_translated(
    language: str, known: dict[tuple[str, str], extraction.Message]
) -> None:
    catalog = catalogs.read(translations.ts(language))

    assert catalogs.missing(known, language, catalog) == []
    assert set(catalog) == set(known)  # else `make translations` was forgotten
    assert translations.STORED.read_text(encoding="utf-8") == translations.stored_text(known)


def test_translations_have_the_places_and_spaces_of_their_texts(
    language: str, known: dict[tuple[str, str], extraction.Message]
) -> None:
    assert catalogs.faults(known, language, catalogs.read(translations.ts(language))) == []


def test_compiled_catalogs_say_what_the_catalogs_say(language: str) -> None:
    compiled = QTranslator()
    compiled.load(str(translations.ts(language).with_suffix(".qm")))
    catalog = catalogs.read(translations.ts(language))

    for (source, comment), forms in catalog.items():
        if all(forms):
            numbers = (1, 2)[-len(forms) :] if len(forms) > 1 else (-1,)
            assert [compiled.translate(catalogs.CONTEXT, source, comment, n) for n in numbers] == forms


def test_no_text_for_people_is_shown_as_it_stands() -> None:
    found = [
        f"{path.relative_to(SOURCES)}:{line}: {text}"
        for path in sorted(SOURCES.rglob("*.py"))
        if not path.relative_to(SOURCES).as_posix().startswith(WITHOUT_A_WINDOW)
        for line, text in bypassing(path.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_a_text_that_is_shown_as_it_stands_is_found() -> None:
    assert list(bypassing('button.setText("Save")')) == [(1, "Save")]
    assert list(bypassing('raise UserError(f"There is no {name}.", hint="Look.")')) == [
        (1, "There is no {}."),
        (1, "Look."),
    ]
    assert list(bypassing('button.setText(self.tr("Save")); QLabel(f"{n} / {m}"); text_label("", "muted")')) == []


def test_a_table_for_translators_comes_back_filled(tmp_path: Path) -> None:
    messages = {
        message.key: message
        for message in extraction.of_source('self.tr("Open"); say("{n} of {m}", n=1, m=2); counted(3, "item")', "a.py")
    }
    path = tmp_path / "de.ts"
    rows = catalogs.table(messages, "de", {}, everything=False)
    assert [row["translation"] for row in rows] == ["", "", ["", ""]]

    for row, form in zip(rows, ("Öffnen", "{n} von {m}", ["{n} Eintrag", "{n} Einträge"]), strict=True):
        row["translation"] = form
    catalogs.write(path, "de", messages, catalogs.filled(rows))

    assert catalogs.missing(messages, "de", catalogs.read(path)) == []
    assert catalogs.faults(messages, "de", catalogs.read(path)) == []
    assert catalogs.faults(messages, "de", {("{n} of {m}", ""): ["{n} von {k}"]}) == [
        "other places for values: '{n} of {m}' -> '{n} von {k}'"
    ]


def test_an_f_string_cannot_be_translated() -> None:
    with pytest.raises(extraction.Unreadable, match="a.py:1"):
        list(extraction.of_source('say(f"{n} items")', "a.py"))


def test_sentences_from_below_the_window_follow_its_language() -> None:
    german = {
        "{items} wait.": "{items} warten.",
        "{n} items": "{n} Einträge",
        "votes of {people}": "Stimmen von {people}",
        "people": "Personen",
    }

    def lookup(text: str, n: int) -> str:
        return "{n} Eintrag" if (text, n) == ("{n} items", 1) else german.get(text, "")

    texts.speak(Language(lookup, ".", ",", ["votes of {people}", "people", "{n} of {m} in {m}"]))
    try:
        items = texts.say_count(1200, "{n} item", "{n} items")
        assert texts.say("{items} wait.", items=items) == "1.200 Einträge warten."
        assert texts.say_count(1, "{n} item", "{n} items") == "1 Eintrag"
        assert texts.figure(1234.5, 2) == "1.234,50"
        assert texts.english("votes of {people}", people="people") == "votes of people"
        assert texts.spoken("votes of people") == "Stimmen von Personen"
        assert texts.spoken("something else") == "something else"
        assert texts.spoken("1.5 of 2,000 in 2,000") == "1,5 of 2.000 in 2.000"
    finally:
        texts.speak(None)
    assert texts.spoken("votes of people") == "votes of people"
    assert texts.say_count(2000, "{n} item", "{n} items") == "2,000 items"


def bypassing(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of what stands in a call of SHOWING without tr or say around it."""
    for node in ast.walk(ast.parse(source)):
        name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
        if not isinstance(node, ast.Call) or name not in SHOWING:
            continue
        for value in [*node.args, *(word.value for word in node.keywords if word.arg in ("hint", "text"))]:
            text = _text(value)
            if re.search(r"[^\W\d_]", text.replace("{}", "")) and not ROLES.match(text) and text not in NAMES:
                yield node.lineno, text


def _text(value: ast.expr) -> str:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return value.value
    if isinstance(value, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in value.values)
    return ""
