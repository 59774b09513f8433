"""The style sheet; colours and sizes come from theme.py.

Roles of a QLabel: title, item-title, item-text, card-title, secondary, field, number, big-number,
good, warn, bad, pill.
Roles of a QPushButton: filled (one a page), plain (the default), quiet (no frame), fold, link, row, danger.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Template

_SHEET = Template("""
* { outline: none; }
QWidget { color: $text; selection-background-color: $accent; selection-color: $on_accent; }
QMainWindow, QDialog, QWizard, QMessageBox, Page, StartPage { background: $bg; }
QToolTip { background: $surface; color: $text; border: 1px solid $line; padding: 4px 6px; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${f180}pt; font-weight: 600; }
QLabel[role="item-title"] { font-size: ${f150}pt; font-weight: 600; }
QLabel[role="item-text"] { font-size: ${f135}pt; }
QLabel[role="card-title"] { font-size: ${f110}pt; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="secondary"] { font-size: ${f92}pt; color: $muted; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="field"] { font-size: ${f84}pt; font-weight: 600; color: $muted; }
QLabel[role="number"] { font-size: ${f180}pt; font-weight: 600; }
QLabel[role="big-number"] { font-size: ${f230}pt; font-weight: 600; }
QLabel[role="good"] { color: $good; }
QLabel[role="warn"] { color: $warn; }
QLabel[role="bad"] { color: $bad; }
QLabel[role="pill"] { background: $accent_soft; color: $accent; border-radius: ${p8}px; padding: 2px 10px; }

Card { background: $surface; border: 1px solid $line; border-radius: ${p10}px; }
Card[part="true"] { background: transparent; border: none; }
Toast, Popup, CommandPalette { background: $surface; border: 1px solid $faint; border-radius: ${p10}px; }
CommandPalette QListWidget { border: none; }
BulkBar { background: transparent; }
Navigation { background: $surface; border: none; border-right: 1px solid $line; }

QPushButton {
    background: $surface; border: 1px solid $line; border-radius: ${p8}px; padding: 0 14px; min-height: ${p32}px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 0 13px; min-height: ${p30}px; }
QPushButton:checked { background: $accent_soft; border-color: $accent; color: $accent; }
QPushButton:disabled { color: $faint; }
QPushButton[role="filled"], QPushButton:default[role="filled"] {
    background: $accent; color: $on_accent; border: 2px solid $accent; font-weight: 600; padding: 0 18px;
    min-height: ${p30}px;
}
QPushButton[role="filled"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="filled"]:pressed { background: $accent_pressed; }
QPushButton[role="filled"]:focus { border: 2px solid $text; }
QPushButton[role="filled"]:disabled { background: $line; border-color: $line; color: $muted; }
QPushButton[role="quiet"] { background: transparent; border-color: transparent; color: $muted; }
QPushButton[role="quiet"]:hover { background: $hover; color: $text; }
QPushButton[role="quiet"]:focus { border: 2px solid $accent; }
QPushButton[role="fold"] {
    background: transparent; border: 2px solid transparent; color: $muted; padding: 0; min-height: ${p26}px;
    text-align: left;
}
QPushButton[role="fold"]:hover { color: $text; }
QPushButton[role="fold"]:focus { border-color: $accent; }
QPushButton[role="link"] {
    background: transparent; border: 2px solid transparent; color: $accent; padding: 0 2px; min-height: ${p20}px;
    text-align: left;
}
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border-color: $accent; padding: 0 2px; min-height: ${p20}px; }
QPushButton[role="row"] { border: 2px solid transparent; background: transparent; padding: 0; }
QPushButton[role="row"]:hover { background: $hover; }
QPushButton[role="row"]:focus { border-color: $accent; }
QPushButton[role="danger"] { color: $bad; }
QPushButton[role="chip"] {
    background: $accent_soft; color: $text; border: 1px solid transparent; border-radius: ${p10}px; padding: 0 8px;
    min-height: ${p20}px;
}
QPushButton[role="chip"]:hover { border-color: $accent; }
QPushButton[role="chip"]:focus { border: 2px solid $accent; padding: 0 7px; min-height: ${p20}px; }
QToolButton:focus { border: 2px solid $accent; border-radius: ${p7}px; }
QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {
    background: $surface; border: 1px solid $line; border-radius: ${p7}px; padding: 0 8px;
}
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox { min-height: ${p32}px; }
QSpinBox, QDoubleSpinBox { padding: 0 6px; max-height: ${p32}px; }
QPlainTextEdit, QTextEdit { padding: 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
    border: 1px solid $accent;
}
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { color: $faint; background: $bg; }
QComboBox::drop-down { border: none; width: ${p26}px; subcontrol-position: center right; }
QComboBox::down-arrow { image: url("$down_image"); width: ${p16}px; height: ${p16}px; }
QSpinBox::up-button, QDoubleSpinBox::up-button { border: none; width: ${p20}px; subcontrol-position: top right; }
QSpinBox::down-button, QDoubleSpinBox::down-button {
    border: none; width: ${p20}px; subcontrol-position: bottom right;
}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("$up_image"); width: ${p14}px; height: ${p14}px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url("$down_image"); width: ${p14}px; height: ${p14}px; }
QComboBox QAbstractItemView {
    background: $surface; border: 1px solid $line; selection-background-color: $accent_soft; selection-color: $text;
}
GuidelineView, ItemView, QTextBrowser { background: transparent; border: none; padding: 0; }
GuidelineView:focus, ItemView:focus { border: none; }
GuideText { background: $surface; border: 1px solid $line; border-radius: ${p10}px; }
GuideText:focus { border-color: $accent; }

QTableView, QListView, QTreeView, QListWidget, QTableWidget {
    background: $surface; alternate-background-color: $surface; border: 1px solid $line; border-radius: ${p10}px;
    gridline-color: $line; selection-background-color: $accent_soft; selection-color: $text;
}
QTableView:focus, QListView:focus, QTreeView:focus { border-color: $accent; }
QTableView::item, QListView::item, QTreeView::item { padding: 4px 8px; border: none; border-bottom: 1px solid $line; }
QTableView::item { padding: 4px 5px; }
QListWidget::item { padding: 8px; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected {
    background: $accent_soft; color: $text;
}
QListView::item:hover, QTableView::item:hover { background: $hover; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    background: $surface; color: $muted; border: none; border-bottom: 1px solid $line; padding: 6px 8px;
    font-size: ${f92}pt;
}
QHeaderView::section:horizontal:first { border-top-left-radius: ${p9}px; }
QHeaderView::section:horizontal:last { border-top-right-radius: ${p9}px; }
QHeaderView::section:vertical { border-bottom: 1px solid $line; }
QTableCornerButton::section { background: $surface; border: none; border-top-left-radius: ${p9}px; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $handle; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: none; border: none; width: 0; height: 0;
}

QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSlider::groove:horizontal { background: $line; height: 6px; border-radius: 3px; }
QSlider::sub-page:horizontal { background: $accent; height: 6px; border-radius: 3px; }
QSlider::handle:horizontal {
    background: $accent; border: 2px solid $surface; width: 14px; height: 14px; margin: -6px 0; border-radius: 9px;
}
QSlider::handle:horizontal:focus { border-color: $text; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox:disabled, QRadioButton:disabled { color: $faint; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
    width: ${p16}px; height: ${p16}px; border: 1px solid $faint; background: $surface; border-radius: 4px;
}
QRadioButton::indicator { border-radius: ${p9}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$check_image");
}
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: url("$dot_image"); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $text; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; background: $line; }
QMenu { background: $surface; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; }
QTabWidget::pane { border: none; }
QTabWidget#reply_parts::pane { padding-top: ${p14}px; }
QTabBar::tab { background: transparent; color: $muted; padding: 6px 12px; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $text; }
QTabBar::scroller { width: ${p20}px; }
QTabBar::tear { image: none; width: 0; }
QTabBar QToolButton { background: $surface; border: 1px solid transparent; }
QTabBar QToolButton:hover { background: $hover; }
QTabBar QToolButton::left-arrow { image: url("$left_image"); width: ${p16}px; height: ${p16}px; }
QTabBar QToolButton::right-arrow { image: url("$right_image"); width: ${p16}px; height: ${p16}px; }
QSplitter::handle { background: transparent; }
""")


def sheet(colours: Mapping[str, str], pt: Callable[[float], float], px: Callable[[int], int]) -> str:
    """The style sheet with the tokens' colours, font sizes by pt(factor) and lengths by px(pixels) filled in."""
    sizes = {f"f{round(factor * 100)}": f"{pt(factor)}" for factor in (0.84, 0.92, 1.1, 1.35, 1.5, 1.8, 2.3)}
    lengths = {f"p{pixels}": str(px(pixels)) for pixels in (7, 8, 9, 10, 14, 16, 20, 26, 30, 32)}
    return _SHEET.substitute({**colours, **sizes, **lengths})
