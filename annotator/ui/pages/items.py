"""All items: searched, filtered, looked at in detail, worked on many at once, and added to from files."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from annotator.domain.filters import ORDERS, Filter, Sort
from annotator.domain.model import Changes, Report
from annotator.domain.words import counted
from annotator.services import browsing, item_story, saved_filters, similar
from annotator.services.browsing import Choices
from annotator.services.project_file import Db
from annotator.services.similar import Similar
from annotator.texts import figure
from annotator.ui import theme
from annotator.ui.actions import Action
from annotator.ui.bulk_work import BulkWork
from annotator.ui.dialogs.import_items import ItemSource
from annotator.ui.dialogs.import_labels import LabelSource
from annotator.ui.finding import Finding, Found
from annotator.ui.item_table import Column, ItemTable
from annotator.ui.jobs import Job, Reporter
from annotator.ui.pages.base import Page
from annotator.ui.pages.items_import import FileImports
from annotator.ui.search_index import SearchIndex
from annotator.ui.session import Session
from annotator.ui.widgets.bulk_bar import BulkBar
from annotator.ui.widgets.empty import EmptyState
from annotator.ui.widgets.filter_bar import FilterBar
from annotator.ui.widgets.item_detail import ItemDetail
from annotator.ui.widgets.items_view import ItemsView
from annotator.ui.widgets.splitter import Splitter

T = TypeVar("T")
_DETAIL = 30  # ms; rows that are only passed by are not shown in detail
_TABLE, _EMPTY, _NOTHING, _PREPARING = range(4)


class ItemsPage(Page):
    """The ids are read beside the window, the first ones at once; the rows come by page as they are scrolled to."""

    title = "Items"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.sort = Sort()
        self._choices = Choices()
        self._reading: dict[str, Job] = {}
        self._wished: int | None = None  # an item to go to once it is there
        self._complete = False  # whether all ids are there, not just the first ones
        self.model = ItemTable(lambda ids: browsing.rows(session.read, ids), self)
        self._header = self.add_header(self.tr("Items"))
        self.imports = FileImports(session, self._header, self)
        self.rejected, self.progress = self.imports.rejected, self.imports.progress
        self.filters = FilterBar()
        self.search = self.filters.search
        self.table = ItemsView(self.model, self._row_chosen)
        self.detail = ItemDetail()
        self.detail.set_zoom(session.settings.zoom)
        session.settings.zoom_changed.connect(self.detail.set_zoom)
        self.bulk = BulkBar()
        self._stack = self._lay_out()
        self._detail_timer = QTimer(self, singleShot=True, interval=_DETAIL)
        self._detail_timer.timeout.connect(self._show_detail)
        self.finding = Finding(session, self)
        self.index = SearchIndex(session, self)
        self.work = BulkWork(session, self.bulk, self.table.selected_ids, self._selected_what, self)
        self._connect()
        self._set_keys()

    def shown(self, argument: object = None) -> None:
        """argument: a Filter to show, or "rejected"."""
        self.table.set_labels(self.session.question.labels)
        if isinstance(argument, Filter):
            self.filters.set_filter(argument)
        self._read_choices()
        self.model.refresh()  # labels may have other names now, and items other answers
        self._row_chosen()
        self._look()
        self.index.fill()
        self.table.setFocus()
        if argument == "rejected":
            self.imports.show_all_rejected()

    def hidden(self) -> None:
        self.finding.stop()

    def changed(self, changes: Changes) -> None:
        if changes.setup:
            self.table.set_labels(self.session.question.labels)
        if changes.setup or changes.items or changes.marks:
            self._read_choices()
        if changes.items:
            self.index.fill()
        shown_by_values = bool(self.filters.filter) or bool(self.sort.by)
        if changes.items or (changes.marks and self.filters.filter.tags):
            self._look()
        elif changes.annotations or changes.posteriors or changes.gold or changes.setup or changes.marks:
            self.model.refresh()
            self._show_detail()
            if shown_by_values:
                self._header.set_subtitle(self._count_text() + self.tr(" · changed since, F5 looks again"))

    def import_items(self, source: ItemSource) -> None:
        """Add the items of a file in the background."""
        self.imports.import_items(source)

    def import_labels(self, path: Path) -> None:
        """Add the answers of others from a file, by the names of its columns."""
        self.imports.import_labels(LabelSource(path))

    def import_gold(self, path: Path) -> None:
        """Add known labels from a file, by the names of its columns."""
        self.imports.import_gold(LabelSource(path))

    def _connect(self) -> None:
        self.detail.annotate_requested.connect(lambda item_id: self.session.go("annotate", item_id))
        self.detail.review_requested.connect(lambda item_id: self.session.go("review", item_id))
        self.detail.story_requested.connect(self._read_story)
        self.detail.similar_requested.connect(self._read_similar)
        self.detail.item_chosen.connect(self.choose)
        self.filters.changed.connect(lambda wanted: self._look())
        self.filters.save_wished.connect(self._save_filter)
        self.filters.removal_wished.connect(self._remove_filter)
        self.table.sorted.connect(self.sort_by)
        self.table.selectionModel().selectionChanged.connect(lambda new, old: self._show_scope())
        self.bulk.all_wished.connect(self.table.selectAll)
        self.bulk.cancelled.connect(self.table.setFocus)
        self.bulk.confirmed.connect(lambda deed, tag: self.table.setFocus())
        self.finding.began.connect(self._show_first)
        self.finding.found.connect(self._show_found)
        self.finding.counted.connect(self.filters.histogram.set_counts)
        self.index.progressed.connect(self._show_preparing)
        self.index.became_ready.connect(self._look_again)

    def _set_keys(self) -> None:
        def row(name: str, text: str, keys: str, target: object) -> Action:
            return Action(name, text, keys, "items", target)  # type: ignore[arg-type]

        deeds = self.bulk.buttons
        self.set_shortcuts(
            [
                row("search_items", self.tr("Search"), "Ctrl+F", self.filters.focus_search),
                row("add_filter", self.tr("Add a filter"), "Ctrl+Shift+F", self.filters.open_menu),
                row("saved_filters", self.tr("Saved filters"), "Ctrl+B", self.filters.open_saved),
                row("brush", self.tr("Choose a range of confidences"), "Ctrl+H", self.filters.histogram.setFocus),
                row("clear_filters", self.tr("Show all items"), "Ctrl+Shift+X", self.filters.clear),
                row("sort_items", self.tr("Sort by"), "Ctrl+Shift+S", self._open_sort_menu),
                row("look_again", self.tr("Look again"), "F5", self._look),
                row("annotate_item", self.tr("Annotate the item"), "Ctrl+Return", self._annotate),
                row("item_story", self.tr("Replies and history of the item"), "Ctrl+J", self.detail.toggle_story),
                row("similar_items", self.tr("Similar items"), "Ctrl+M", self.detail.toggle_similar),
                row("copy_item_id", self.tr("Copy the item's id"), "Ctrl+Shift+C", self._copy_id),
                row("queue_items", self.tr("Send the selected items to people"), "Ctrl+P", deeds["queue"].click),
                row("accept_items", self.tr("Accept the merged labels"), "Ctrl+D", deeds["accept"].click),
                row("flag_items", self.tr("Flag the selected items"), "Ctrl+G", deeds["flag"].click),
                row("tag_items", self.tr("Tag the selected items"), "Ctrl+T", deeds["tag"].click),
                row("export_items", self.tr("Export the selected items"), "Ctrl+E", deeds["export"].click),
                row("agent_items", self.tr("Label the selected items with an LLM"), "Ctrl+R", deeds["agent"].click),
                row("undo_bulk", self.tr("Undo"), "Ctrl+Z", self.work.undo),
                row("redo_bulk", self.tr("Redo"), "Ctrl+Y Ctrl+Shift+Z", self.work.redo),
                row("import_more", self.tr("Import more items"), "Ctrl+I", self.imports.ask_items),
                row("import_answers", self.tr("Import labels from a file"), "Ctrl+Shift+I", self.imports.ask_labels),
                row("import_known", self.tr("Import gold from a file"), "Ctrl+Shift+G", self.imports.ask_gold),
            ],
            {
                "Up Down": self.tr("Previous or next item"),
                "Ctrl+Home Ctrl+End": self.tr("First or last item"),
                "Shift+Down": self.tr("Select more items"),
                "Ctrl+A": self.tr("Select all items found"),
                "Left Right": self.tr("Move the range, on the histogram"),
                "Shift+Left Shift+Right": self.tr("Make the range narrower or wider, on the histogram"),
                "Del": self.tr("Take the range, or the chosen filter, away"),
            },
        )

    def _lay_out(self) -> QStackedWidget:
        self.body.addWidget(self.filters)
        self.body.addWidget(self.progress)
        split = Splitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(theme.px(16))
        split.addWidget(self.table)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        self.detail.setMinimumWidth(theme.px(260))
        split.setSizes([theme.px(716), theme.px(304)])
        self._nothing = EmptyState(
            "magnify", self.tr("Nothing found"), "", self.tr("Show all items"), self.filters.clear
        )
        self._preparing = EmptyState("magnify", self.tr("Getting the search ready"), "")
        empty = EmptyState(
            "table-plus",
            self.tr("No items yet"),
            self.tr("Import a CSV, TSV, JSON Lines or plain-text file: each row becomes an item to label."),
            self.tr("Import items…"),
            self.imports.ask_items,
        )
        stack = QStackedWidget()
        for widget in (split, empty, self._nothing, self._preparing):
            stack.addWidget(widget)
        self.body.addWidget(self.bulk)  # not at the lower edge, where messages with their Undo stand
        self.body.addWidget(stack, 1)
        self.body.addWidget(self.imports.card)
        return stack

    def sort_by(self, sort: Sort) -> None:
        """Show the items in another order."""
        self.sort = sort
        self.table.set_sort(sort)
        self._look()

    def choose(self, item_id: int) -> None:
        """Go to an item; where the filter leaves it out, all items are shown again."""
        row = self.model.row_of(item_id)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, 0))
        else:
            self._wished = item_id
            self.filters.clear()

    def _look(self) -> None:
        """Ask for what the filter finds; a search over many items waits for its index."""
        if self.session.jobs.path is None:
            return
        wanted = self.filters.filter
        self._complete = False
        if wanted.text and not self.index.ready:
            self.finding.stop()
            self._show_preparing(self.index.missing)
            self._show_stack(_PREPARING)
            return
        self.finding.look(wanted, self.sort)

    def _look_again(self) -> None:
        if self.isVisible() and self.filters.filter.text:
            self._look()

    def _show_preparing(self, missing: int) -> None:
        text = self.tr("After an import the words of all items are put into an index, once. {n} items are left.")
        self._preparing.text.setText(text.format(n=figure(missing)))

    def _show_first(self, ids: list[int]) -> None:
        """What is seen at once, while the others are still being found."""
        if ids:
            self._show_ids(np.array(ids, dtype=np.int64))

    def _show_found(self, found: Found) -> None:
        self._complete = True
        self._show_ids(found.ids)
        self.session.items_found = found.selection
        self.imports.show_link(found.rejected)

    def _show_ids(self, ids: NDArray[np.int64]) -> None:
        chosen = self._chosen_id() if self._wished is None else self._wished
        self.model.set_ids(ids)
        self.table.share_room()
        if ids.size and (self._wished is not None or not self.table.currentIndex().isValid()):
            row = self.model.row_of(chosen) if chosen is not None else -1
            self.table.setCurrentIndex(self.model.index(max(row, 0), 0))
            self._wished = None if row >= 0 or self._complete else self._wished
        elif not ids.size:
            self.detail.clear()
        self._nothing.text.setText(self._nothing_text())
        self._header.set_subtitle(self._count_text())
        self._show_stack(_TABLE if ids.size else _NOTHING if self.filters.filter else _EMPTY)
        self._show_scope()

    def _show_stack(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self.filters.setVisible(index != _EMPTY)
        self.bulk.setVisible(index == _TABLE)

    def _nothing_text(self) -> str:
        if self.filters.filter.conditions() == ["text"]:
            return self.tr("No item has these words. Words are found by their beginnings: try fewer or shorter ones.")
        return self.tr("No item fits all of this: {filter}. Take a filter away by a click on it.").format(
            filter=self._what()
        )

    def _count_text(self) -> str:
        count = self.model.rowCount()
        number = figure(count) if self.filters.filter else counted(count, "item")
        if not self._complete:
            number = self.tr("{n} and more").format(n=number)
        return self.tr("{n} found").format(n=number) if self.filters.filter else number

    def _what(self) -> str:
        return self.filters.filter.sentence(self._choices.names)

    def _selected_what(self) -> str:
        selected = self.table.selected_count()
        if selected == self.model.rowCount():
            return self._what()
        return self.tr("1 selected item") if selected == 1 else self.tr("{n} selected items").format(n=figure(selected))

    def _show_scope(self) -> None:
        self.bulk.set_scope(self.table.selected_count(), self.model.rowCount())

    def _read_choices(self) -> None:
        def show(choices: Choices) -> None:
            self._choices = choices
            self.filters.set_choices(self.session.question.labels, choices)
            self.bulk.set_tags(choices.tags)

        self.session.browse(browsing.choices, owner=self, done=show)

    def _save_filter(self, name: str) -> None:
        wanted = self.filters.filter

        def saved(changes: Changes) -> None:
            self.session.tell(self.tr("Filter “{name}” saved.").replace("{name}", name), "good")

        self.session.write(lambda db: saved_filters.save(db, name, wanted), owner=self, done=saved)

    def _remove_filter(self, name: str) -> None:
        kept = next((saved.filter for saved in self._choices.saved if saved.name == name), Filter())

        def again() -> None:
            self.session.write(lambda db: saved_filters.save(db, name, kept), owner=self)

        def removed(changes: Changes) -> None:
            told = self.tr("Saved filter “{name}” removed.").replace("{name}", name)
            self.session.offer(told, self.tr("Undo"), again)

        self.session.write(lambda db: saved_filters.remove(db, name), owner=self, done=removed)

    def _open_sort_menu(self) -> None:
        menu = QMenu(self.table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        names = (
            self.tr("Id"), self.tr("Text"), self.tr("LLM's label"), self.tr("LLM's confidence"), self.tr("Consensus"),
            self.tr("Probability"), self.tr("Entropy"), self.tr("Answers"), self.tr("Gold"),
        )  # fmt: skip
        menu.addAction(self.tr("Order of import")).triggered.connect(lambda checked=False: self.sort_by(Sort()))
        for by, name in zip(ORDERS, names, strict=True):
            for descending, text in ((False, self.tr("{name}, up")), (True, self.tr("{name}, down"))):
                action = menu.addAction(text.format(name=name))
                action.triggered.connect(partial(self._sort_chosen, Sort(by, descending)))
        menu.popup(self.table.mapToGlobal(self.table.horizontalHeader().rect().bottomLeft()))

    def _sort_chosen(self, sort: Sort, checked: bool = False) -> None:
        self.sort_by(sort)

    def _annotate(self) -> None:
        item_id = self._chosen_id()
        if item_id is not None:
            self.session.go("annotate", item_id)

    def _copy_id(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            QGuiApplication.clipboard().setText(self.model.index(index.row(), Column.ID).data())

    def _chosen_id(self) -> int | None:
        index: QModelIndex = self.table.currentIndex()
        return self.model.item_id(index.row()) if index.isValid() else None

    def _row_chosen(self) -> None:
        self._detail_timer.start()

    def _show_detail(self) -> None:
        item_id = self._chosen_id()
        if item_id is None or self.session.jobs.path is None:
            self.detail.clear()
            return
        read = self.session.read
        rows = browsing.rows(read, [item_id])
        item, answers = browsing.item(read, item_id), browsing.answers_to(read, item_id)
        drafts = browsing.drafts_on(read, item_id)
        before = browsing.known_before(read, item_id)
        self.detail.show_item(item, rows[0] if rows else None, answers, self.session.question, drafts, before)
        self.session.saw(item_id)

    def _read_story(self, item_id: int) -> None:
        self._read_more(self.session.browse, item_story.of_item, item_id, self.detail.show_story)

    def _read_similar(self, item_id: int) -> None:
        def to(db: Db, item_id: int, *, report: Report) -> Similar:
            return similar.to(db, item_id, report=report)

        self._read_more(self.session.compute, to, item_id, self.detail.show_similar)  # takes seconds

    def _read_more(
        self, beside: Callable[..., Job], read: Callable[..., T], item_id: int, show: Callable[[int, T], object]
    ) -> None:
        """About the item in the pane; what was read about another one is stopped."""
        key = show.__name__
        if key in self._reading:
            self._reading[key].cancel()
        reporter = Reporter()
        self._reading[key] = beside(
            lambda db: read(db, item_id, report=reporter.report),
            owner=self,
            done=lambda found: show(item_id, found),
            reporter=reporter,
        )
