"""The lead: makes the project, sends it out, takes back what comes, and has the result in the end."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QSpinBox, QWidget

from annotator.services import project_file
from annotator.ui.pages.export import ExportPage
from annotator.ui.pages.items import ItemsPage
from annotator.ui.pages.overview import OverviewPage
from annotator.ui.pages.team import TeamPage
from annotator.ui.pages.team_progress import ProgressTab
from annotator.ui.pages.team_send import SendTab
from annotator.ui.pages.team_take import TakeTab
from tests.e2e import steps
from tests.e2e.person import CONTROL
from tests.e2e.reviews import KEYS
from tests.e2e.team_member import DEADLINE, GOLD, IDS, PASSPHRASE, Member

T = TypeVar("T", bound=QWidget)


class Lead:
    """Begins with a table of reviews."""

    def __init__(self, member: Member) -> None:
        self.member = member
        self.arguments: tuple[Path, ...] = ()
        self.project = member.home / f"Reviews{project_file.SUFFIX}"
        for folder in ("sent", "returned"):
            (member.shared / folder).mkdir()
        _write(member.home / "reviews.csv", [("id", "text"), *((id_, text) for text, id_ in IDS.items())])
        _write(member.home / "gold.csv", [("item", "label"), *GOLD.items()])

    def __call__(self) -> None:
        self.make_project()
        self.send_out()
        self.take_back()
        self.merge()
        self.export()
        self.member.press(Qt.Key.Key_Q, CONTROL)

    def make_project(self) -> None:
        member = self.member
        wizard = steps.make_project(member, member.home / "reviews.csv", member.home, KEYS)
        steps.commit(member, wizard)
        member.page(ItemsPage, 2)
        member.click(member.find(QPushButton, "import_gold"))
        steps.choose(member, member.home / "gold.csv")
        steps.read_as_it_looks(member)
        member.see(lambda: "2 known labels added" in member.window.toast.text.text())
        member.picture(1, "makes a project of a table with 14 reviews; the labels of two of them are known")

    def send_out(self) -> None:
        """A package for each of three, two people an item; then one more for Cleo, of items that she has not had."""
        member, send = self.member, self.tab("send", SendTab)
        member.click(send.people.name)
        member.type("Ann, Ben, Cleo")
        member.press(Qt.Key.Key_Return)
        self._count("package_overlap", 2)
        self._count("package_gold", 2)
        member.click(member.find(QLineEdit, "package_deadline"))
        member.type(DEADLINE)
        member.press(Qt.Key.Key_Tab)
        member.see(lambda: send.plan is not None and send.plan.wish.deadline == DEADLINE)
        assert send.plan is not None
        assert [(load.items, load.gold) for load in send.plan.loads] == [(10, 2)] * 3
        member.picture(2, "plans the packages: two people for each item, two known ones hidden in each")
        self._write_packages(send, "3 packages are written")
        self._send_cleo_more(send)
        sys.stdout.write("sent\n")
        sys.stdout.flush()

    def take_back(self) -> None:
        """In an odd order; half of it at first, and then everything, with what is known already."""
        member, take = self.member, self.tab("take", TakeTab)
        first = [member.returned(1, "Cleo"), member.returned(1, "Ann"), member.returned(1, "Ben")]
        self._take(take, first, 3)
        self.show_progress(8, "sees how far they are, how they agree, and who got the hidden items right", 25)
        (member.shared / "first files taken").touch()
        take = self.tab("take", TakeTab)
        self._take(take, [member.returned(1, "Ben"), member.returned(2, "Ben"), first[1]], 6)
        member.click(take.card.passphrase.first)
        member.type(PASSPHRASE)
        self._take(take, [member.returned(2, "Cleo"), first[0]], 8)
        member.picture(10, "takes the rest back, in any order and some of it twice: what is known changes nothing")
        self.show_progress(11, "everything is back", 34)

    def show_progress(self, number: int, caption: str, answered: int) -> None:
        member, progress = self.member, self.tab("progress", ProgressTab)
        assert member.window.view is not None

        def done() -> int:
            return sum(int(progress.table.text(row, 1).split()[0]) for row in range(progress.table.rowCount()))

        member.see(lambda: done() == answered)
        member.picture(number, caption)

    def merge(self) -> None:
        member = self.member
        page = member.page(OverviewPage, 1)
        member.click(member.find(QPushButton, "merge"))
        member.see(lambda: page.session.summary is not None and page.session.summary.merge is not None)

    def export(self) -> None:
        """The labels with what each person said, and then every answer."""
        member = self.member
        page = member.page(ExportPage, 7)
        member.click(page.per_annotator)
        member.see(lambda: "14 rows" in page.count.text)
        member.picture(12, "merges and exports: one row for each item, with its label and what everybody said")
        self._export(page, "labels.csv", "14 rows written")
        member.click(page.annotations)
        self._export(page, "answers.csv", "34 rows written")

    def tab(self, name: str, kind: type[T]) -> T:
        """A tab of the page Team, by its key and a click."""
        page = self.member.page(TeamPage, 9)
        QTest.mouseClick(page.bar, Qt.MouseButton.LeftButton, pos=page.bar.tabRect(page.place(name)).center())
        found = page.tab(name)
        assert isinstance(found, kind)
        self.member.see(found.isVisible)
        return found

    def _count(self, name: str, number: int) -> None:
        box = self.member.find(QSpinBox, name)
        self.member.click(box.lineEdit())
        self.member.type(str(number), instead=True)
        self.member.press(Qt.Key.Key_Tab)

    def _write_packages(self, send: SendTab, said: str) -> None:
        self.member.press(Qt.Key.Key_Return, CONTROL)
        steps.choose(self.member, self.member.shared / "sent")
        self.member.see(lambda: said in send.result.text)

    def _send_cleo_more(self, send: SendTab) -> None:
        """Space chooses and leaves out, in the list of people."""
        member = self.member
        send.people.list.setFocus()
        member.press(Qt.Key.Key_Home)
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
            member.press(key)
        assert send.people.chosen() == ("Cleo",)
        self._count("package_overlap", 1)
        self._count("package_gold", 0)
        for field in (send.form.passphrase.first, send.form.passphrase.again):
            member.go_to(field)
            member.type(PASSPHRASE)
        member.see(lambda: send.plan is not None and send.plan.wish.gold == 0 and send.plan.wish.to == ("Cleo",))
        assert send.plan is not None
        assert send.plan.loads[0].items == 4
        member.picture(3, "one more for Cleo, of items that she has not had, under a passphrase")
        self._write_packages(send, "1 package is written")

    def _take(self, take: TakeTab, files: list[Path], taken: int) -> None:
        """taken: files that stand in the list then."""
        member = self.member
        member.see(lambda: all(file.is_file() for file in files))
        member.press(Qt.Key.Key_Return, CONTROL)
        steps.choose(member, *files)
        member.see(lambda: take.taken.rowCount() == taken)
        assert "cannot" not in take.report.text

    def _export(self, page: ExportPage, name: str, said: str) -> None:
        member = self.member
        member.see(page.export_button.isEnabled)
        member.click(page.export_button)
        steps.choose(member, member.shared / name)
        member.see(lambda: said in page.result.text)


def _write(path: Path, rows: list[tuple[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
