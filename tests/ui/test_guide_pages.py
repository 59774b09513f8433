"""What the guide says is so: its links and pictures are there, its keys are keys, its words stand in the window."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import parts
import pytest
import translations
from pytestqt.qtbot import QtBot

from annotator.ui import actions, catalogue, guide
from annotator.ui.dialogs.guide import GuideDialog
from tests.ui import windows
from tests.ui.conftest import MakeProject

DOCS = parts.ROOT / "docs"
FOLDER = DOCS / "guide"
NAMES = sorted(path.name for path in FOLDER.glob("[0-9]*.md"))
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)]*)\)")
KEY = re.compile(
    r"(?:(?:Ctrl|Shift|Alt)\+)*"
    r"(?:[A-Z]|F\d+|Enter|Esc|Space|Backspace|Home|End|PgUp|PgDown|Left|Right|Up|Down|[0-9?/.+=-])"
)
# Of fields, lists and what lies over the window, everywhere the same.
OF_FIELDS = {"Return", "Esc"}


def text(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def prose(name: str) -> str:
    """Without line breaks, and without what is code."""
    return re.sub(r"`[^`]*`", "", " ".join(text(name).split()))


def keys_named(name: str) -> set[str]:
    spans = re.findall(r"`([^`]+)`", text(name))
    return {span.replace("Enter", "Return") for span in spans if KEY.fullmatch(span)}


def test_there_are_ten_short_pages_with_a_picture_or_two() -> None:
    assert [name[:2] for name in NAMES] == [f"{number:02}" for number in range(1, 11)]
    for name in NAMES:
        assert 200 <= len(prose(name).split()) <= 480, name
        assert 1 <= text(name).count("![") <= 2, name
        assert text(name).startswith(f"# {int(name[:2])} "), name


@pytest.mark.parametrize("name", [*NAMES, "README.md"])
def test_every_link_and_picture_is_there_and_every_picture_is_described(name: str) -> None:
    found = LINK.findall(text(name))
    assert found
    for picture, said, target in found:
        assert (FOLDER / target).is_file(), target
        assert not picture or len(said) > 10
        assert picture or name == "README.md" or guide.target(f"guide/{name}", target) in guide.pages()


def test_every_picture_is_shown_somewhere_and_they_are_small() -> None:
    shown = {Path(target).name for name in NAMES for picture, _, target in LINK.findall(text(name)) if picture}
    files = list((FOLDER / "pictures").iterdir())
    assert {file.name for file in files} == shown
    assert sum(file.stat().st_size for file in files) < 3_000_000


def test_the_index_names_every_page_by_its_title() -> None:
    listed = [(target, title) for _, title, target in LINK.findall(text("README.md"))]
    titles = [page.title.partition(" ")[2] for page in guide.pages().values() if page.name.startswith(guide.FOLDER)]
    assert listed[:10] == list(zip(NAMES, titles, strict=True))


def test_every_key_that_is_named_is_one_of_the_window_or_of_a_page_that_the_text_names(
    qtbot: QtBot, make_project: MakeProject
) -> None:
    with windows.shown(qtbot, make_project()) as window:
        assert window.view is not None
        everywhere = OF_FIELDS | {key for row in window._table() for key in row.keys.split()}
        of_pages = catalogue.listed(window.view)
        window.show_guide()
        dialog = window.findChild(GuideDialog)
        assert dialog is not None
        everywhere |= {key for row in dialog.rows for key in row.keys.split()}
        dialog.close()
    for name in NAMES:
        pages = {at.partition("/")[0] for at, page in guide.ABOUT.items() if page == f"guide/{name}"}
        pages |= {page for page in window_pages() if f"**{window_pages()[page]}**" in text(name)}
        there = {key for row in of_pages if row.page in pages for key in row.action.keys.split()}
        assert keys_named(name) <= everywhere | there, name
        assert keys_named(name) or name.startswith("09"), name


@cache
def words_of_the_window() -> set[str]:
    """All texts of the sources, and of those with a {place} what stands before it."""
    sources = [source for source, _ in translations.messages()]
    return {part.rstrip("…").strip() for source in sources for part in (source, source.partition("{")[0])}


def window_pages() -> dict[str, str]:
    from annotator.ui.page_table import PAGES, page_title

    return {name: page_title(name) for name in PAGES}


@pytest.mark.parametrize("name", NAMES)
def test_every_word_in_bold_stands_so_in_the_window(name: str) -> None:
    known = words_of_the_window()
    bold = {re.sub(r"[….:]+$", "", found).strip() for found in re.findall(r"\*\*([^*]+)\*\*", prose(name))}
    assert bold
    assert {word for word in bold if word not in known} == set()


def test_the_application_that_is_built_has_the_whole_guide() -> None:
    packed = {f"{folder}/{Path(file).name}" for file, folder in parts.data_files()}
    wanted = {f"{parts.DOCS}/{path.relative_to(DOCS).as_posix()}" for path in FOLDER.rglob("*") if path.is_file()}
    assert {path for path in wanted if "__pycache__" not in path} <= packed
    assert {f"{parts.DOCS}/{name}" for name in ("__init__.py", *guide.BEHIND)} <= packed


def test_keys_are_told_apart_from_other_words() -> None:
    assert [bool(KEY.fullmatch(span)) for span in ("Ctrl+Shift+F", "S", "?", "label", "auto", "Ctrl+")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip
    assert actions.native("Ctrl+K") == "Ctrl+K"
