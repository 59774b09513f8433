"""Numbers, quotation marks and words with two meanings, as a window in German writes them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QSlider
from pytestqt.qtbot import QtBot

from annotator import texts
from annotator.domain.quoting import in_a_row, quoted
from annotator.ui import catalogue, language
from annotator.ui.item_table import fraction
from annotator.ui.widgets import evidence_words
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


def test_a_label_beside_its_number_has_the_room_that_it_has_in_english(
    qtbot: QtBot, qapp: QApplication, make_project: MakeProject
) -> None:
    project = make_project()
    left: list[int] = []
    for spoken in ("en", "de"):
        language.install(spoken)
        try:
            with shown(qtbot, project) as window:
                assert window.view is not None
                window.view.go("items")
                view = window.view.page.findChild(ItemsView)  # type: ignore[union-attr]
                number = view.fontMetrics().horizontalAdvance(texts.fraction(0.88))
                left.append(view.columnWidth(2) - number)
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
