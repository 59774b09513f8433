"""A stranger's texts and names are shown as text: no picture is fetched, no script or link works, nothing is bold."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QTextBrowser, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator import app
from annotator.services import project_file, report_page, reporting
from annotator.ui.main_window import MainWindow
from annotator.ui.page_table import PAGES
from annotator.ui.widgets.markdown import GuidelineView
from tests.safety.hostile import MARKDOWN, make

SIGNS = ("<img", "<script", "<b>", "<u>", "<i>")
SEEN_ROWS = 50


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    made = app.make_window(qapp, make(tmp_path))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitUntil(lambda: made.session is not None and made.session.summary is not None)
    assert made.session is not None
    people = {person.name: person for person in project_file.people(made.session.read)}
    made.session.set_annotator(people["<u>Mira</u>"])
    yield made
    made.close()


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
@pytest.mark.parametrize("name", list(PAGES))
def test_no_page_takes_a_strangers_words_for_markup(qtbot: QtBot, window: MainWindow, name: str) -> None:
    assert window.view is not None
    assert window.session is not None
    with qtbot.waitSignal(window.session.summarised):  # the page's own reads come before it
        window.view.go(name)
        window.session.refresh_summary()

    assert list(_markup(window)) == []


def _markup(window: QWidget) -> Iterator[str]:
    """What would be drawn as something else than its text."""
    for widget in [window, *window.findChildren(QWidget)]:
        told = f"{type(widget).__name__} {widget.objectName()}"
        if isinstance(widget, QLabel) and _is_read_as_markup(widget):
            yield f"{told} shows {widget.text()[:80]}"
        if _has_tags(widget.toolTip()):
            yield f"{told} explains {widget.toolTip()[:80]}"
        if isinstance(widget, QTextEdit):
            yield from (f"{told}: {what}" for what in _special(widget.document(), links=not _is_guideline(widget)))
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from (f"{told}: tip {tip[:80]}" for tip in _tips(widget.model()) if _has_tags(tip))


def _is_read_as_markup(label: QLabel) -> bool:
    if label.textFormat() is Qt.TextFormat.PlainText:
        return False
    return label.textFormat() is not Qt.TextFormat.AutoText or any(sign in label.text() for sign in SIGNS)


def _is_guideline(widget: QTextEdit) -> bool:
    """Links may stand in it, but clicking them opens nothing."""
    return isinstance(widget, QTextBrowser) and not widget.openLinks() and not widget.openExternalLinks()


def _has_tags(tip: str) -> bool:
    """Tool tips cannot be told to be plain: Qt takes any with a tag for markup."""
    return any(sign in tip for sign in SIGNS)


def _special(document: QTextDocument, *, links: bool) -> Iterator[str]:
    block = document.begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            style = part.fragment().charFormat()
            if links and style.isAnchor():
                yield f"a link to {style.anchorHref()}"
            if style.isImageFormat():
                source = QUrl(style.toImageFormat().name())
                shown = document.resource(QTextDocument.ResourceType.ImageResource.value, source)
                if shown is not None and (shown.width(), shown.height()) != (1, 1):
                    yield f"the picture {source.toString()}"
            part += 1
        block = block.next()


def _tips(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(min(model.rowCount(), SEEN_ROWS)):
        for column in range(_columns(model)):
            yield str(model.data(model.index(row, column), Qt.ItemDataRole.ToolTipRole) or "")
    sections = {Qt.Orientation.Horizontal: _columns(model), Qt.Orientation.Vertical: min(model.rowCount(), SEEN_ROWS)}
    for orientation, number in sections.items():
        for section in range(number):
            yield str(model.headerData(section, orientation, Qt.ItemDataRole.ToolTipRole) or "")


def _columns(model: QAbstractItemModel) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount()


def test_markup_in_a_widget_would_be_found(qtbot: QtBot) -> None:
    broken = QWidget()
    qtbot.addWidget(broken)
    label = QLabel("<img src=x>", broken)
    label.setToolTip("<b>x</b>")
    shown = QTextEdit(broken)
    shown.setHtml("<a href='file:///etc/passwd'>x</a>")

    assert len(list(_markup(broken))) == 3


def test_a_guideline_loads_no_picture_of_this_computer_and_opens_no_link(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = Path(__file__).parents[2] / "resources" / "icon" / "annotator-32.png"
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    view = GuidelineView(f"![p]({picture.as_uri()}) ![q]({picture})\n\n[open]({picture.as_uri()})\n{MARKDOWN}")
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    view.grab()

    for source in (picture.as_uri(), str(picture)):
        shown = view.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(source))
        assert (shown.width(), shown.height()) == (1, 1)
    before = view.toPlainText()
    view.anchorClicked.emit(QUrl(picture.as_uri()))
    assert (opened, view.toPlainText()) == ([], before)


def test_a_report_of_a_strangers_project_is_a_page_without_scripts_pictures_and_addresses(tmp_path: Path) -> None:
    db = project_file.open_project(make(tmp_path))
    page = report_page.html(reporting.content(db, examples=True))
    db.close()

    found = _Active()
    found.feed(page)
    assert "item 1" in page
    assert found.active == []


class _Active(HTMLParser):
    """What a browser would load, run or follow."""

    def __init__(self) -> None:
        super().__init__()
        self.active: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        active = tag in {"script", "img", "a", "iframe", "object", "embed", "link", "form", "base", "video", "audio"}
        loads = [name for name, value in attrs if name in {"src", "href", "action", "data"} or name.startswith("on")]
        if active or loads:
            self.active.append(f"{tag} {loads}")
