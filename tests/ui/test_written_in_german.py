"""Numbers, quotation marks and words with two meanings, as a window in German writes them."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QSlider
from pytestqt.qtbot import QtBot

from annotator import texts
from annotator.domain.filters import Agreement, Filter, Names, Range, State
from annotator.domain.model import Label
from annotator.domain.quoting import in_a_row, quoted
from annotator.services.browsing import ItemRow
from annotator.texts import Language
from annotator.ui import catalogue, language
from annotator.ui.item_table import Column, ItemTable, fraction
from annotator.ui.widgets import evidence_words
from annotator.ui.widgets.brush_histogram import BrushHistogram
from annotator.ui.widgets.bulk_bar import BulkBar
from annotator.ui.widgets.conflict_list import short
from annotator.ui.widgets.items_view import ItemsView
from annotator.ui.widgets.records import Records, signed
from tests.ui.conftest import MakeProject
from tests.ui.windows import shown

ITEMS_PAGE = 1036  # pixels that a page has in a window of 1280


def test_english_leaves_out_the_zero_before_the_point(qapp: QApplication) -> None:
    assert (fraction(0.914), fraction(0.997), short(0.5)) == (".91", "> .99", ".50")
    assert texts.numeral("1,234.5") == "1,234.5"
    assert quoted("spam") == "“spam”"


def test_german_has_a_comma_and_a_zero_before_it(german: None) -> None:
    assert (fraction(0.914), fraction(0.997), short(0.5)) == ("0,91", "> 0,99", "0,50")
    assert texts.numeral("1,234.5") == "1.234,5"
    assert (signed(-0.001), signed(-0.22)) == ("0,00", "−0,22")
    assert (evidence_words.signed(1.31), evidence_words.signed(-0.04)) == ("+1,3", "−0,04")


def test_german_has_quotation_marks_of_its_own(german: None) -> None:
    assert quoted("spam") == "„spam“"
    assert in_a_row([quoted("a"), quoted("b"), quoted("c")]) == "„a“, „b“ und „c“"


def test_how_many_times_as_likely_is_said_once(german: None) -> None:
    times = evidence_words.times(0.8)
    sentence = QCoreApplication.translate("Evidence", "{label} is {times} as likely as {other}")

    assert sentence.format(label="A", times=times, other="B") == "A ist 2,2-mal so wahrscheinlich wie B"


def test_a_tab_that_is_a_verb_is_not_the_noun(german: None) -> None:
    assert catalogue.place_name("agents", "label") == "Agenten · Labeln"
    assert QCoreApplication.translate("Table", "Label") == "Label"


def test_every_deed_keeps_its_word_beside_a_few_selected_items(qtbot: QtBot, german: None) -> None:
    bar = BulkBar()
    qtbot.addWidget(bar)
    bar.resize(ITEMS_PAGE, bar.height())
    bar.show()

    bar.set_scope(1, 200)

    assert [name for name, button in bar.buttons.items() if not button.text()] == []


def test_a_column_is_no_wider_than_its_title_wants(qtbot: QtBot, german: None) -> None:
    table = Records(("Wer", "Zuverlässigkeit"), numbers=(1,))
    qtbot.addWidget(table)
    table.show_rows([("Ada", "98 %")])
    table.resize(600, 200)
    table.show()
    header = table.horizontalHeader()
    bold = QFont(header.font())
    bold.setBold(True)
    words = header.fontMetrics().horizontalAdvance("Zuverlässigkeit")

    assert words < header.sectionSize(1) < words + 40
    assert QFontMetrics(bold).horizontalAdvance("Zuverlässigkeit") > words


def test_a_label_beside_its_number_has_the_room_that_it_has_in_english(qtbot: QtBot, qapp: QApplication) -> None:
    row = ItemRow(1, "i1", "The parcel came late.", "a longer label", 0.88, "", None, 1, "")
    left: list[int] = []
    for spoken in ("en", "de"):
        language.install(spoken)
        try:
            model = ItemTable(lambda ids: [row])
            view = ItemsView(model, lambda: None)
            qtbot.addWidget(view)
            view.resize(1000, 200)
            view.show()
            view.set_labels((Label(row.llm_label),))
            model.set_ids([1])
            view.share_room()
            number = view.fontMetrics().horizontalAdvance(texts.fraction(0.88))
            left.append(view.columnWidth(Column.LLM) - number)
        finally:
            language.install("en")

    assert left[1] == left[0]


def test_the_slider_of_the_threshold_runs_as_the_axis_above_it(
    qtbot: QtBot, qapp: QApplication, make_project: MakeProject
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        with shown(qtbot, make_project()) as window:
            assert window.view is not None
            window.view.go("agents", "people")
            slider = window.view.page.findChild(QSlider, "threshold_slider")  # type: ignore[union-attr]
            assert slider.layoutDirection() is Qt.LayoutDirection.LeftToRight
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_range_of_confidences_is_written_as_the_column_beside_it(qtbot: QtBot, german: None) -> None:
    histogram = BrushHistogram()
    qtbot.addWidget(histogram)

    histogram.set_range(Range(0.75, 1.0))

    assert "0,75" in histogram.accessibleDescription()
    assert "0,75" in Filter(confidence=Range(0.75, 1.0)).told("confidence", Names({}, {}))


def test_every_condition_of_a_filter_is_said_in_the_language_of_the_window() -> None:
    names = Names({1: "A1"}, {1: "A1"})
    filters = [
        *(Filter(consensus=(1,)).having(name, (1,)) for name in ("consensus", "llm", "people", "annotators")),
        *(Filter(agreement=agreement) for agreement in Agreement),
        Filter(gold=(1, None)),
        Filter(states=tuple(State)),
        Filter(confidence=Range(0.2, 0.4)),
        Filter(entropy=Range(0.2, 0.4)),
        Filter(comment="A1"),
        Filter(tags=("A1", "A1")),
    ]
    texts.speak(Language(lambda text, n: f"[{text}]"))
    try:
        told = [wanted.sentence(names) for wanted in filters]
    finally:
        texts.speak(None)

    for said in told:
        left = said
        while "[" in left:
            before, left = left, re.sub(r"\[[^][]*\]", "", left)
            assert before != left
        assert not re.search("[A-Za-z]{2}", left.replace("A1", "")), said
