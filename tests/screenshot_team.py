"""Pictures of the Team page, with packages sent and returned, and of a package as an annotator sees it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.model import Kind
from annotator.services import annotating, browsing, handing_back, opening_packages, packing, project_file, taking
from annotator.services.packages import RETURN_SUFFIX
from annotator.services.packing import Wish
from annotator.services.project_file import Db
from annotator.storage import gold
from tests.screenshot_camera import SETTLE, Camera, wait

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

PEOPLE = ("Ann Lindqvist", "Bo", "Cleo")


def make(folder: Path, sample: Path) -> dict[str, Path]:
    """ "team": the lead's project; "team copy": a second lead's; "package": one that was opened."""
    own = folder / "pictured-team"
    found = {
        "team": own / "Reviews.annotator",
        "team copy": own / "Reviews, Lee.annotator",
        "package": own / "Product reviews (sample) - Cleo 2.annotator",
    }
    if not found["package"].exists():
        shutil.rmtree(own, ignore_errors=True)
        own.mkdir()
        shutil.copy(sample, found["team"])
        _send_and_return(found["team"], own)
        shutil.copy(found["team"], found["team copy"])
        _go_apart(found["team copy"])
    return found


def team(camera: Camera, window: MainWindow, projects: Mapping[str, Path], scheme: str) -> None:
    """A plan of three people, the files taken, how it goes, the feedback sheet, and the comparison of two copies."""
    from annotator.ui.dialogs.feedback_sheet import FeedbackSheet
    from annotator.ui.dialogs.other_copy import OtherCopyDialog
    from annotator.ui.pages.tabbed import TabbedPage
    from annotator.ui.pages.team_progress import ProgressTab
    from annotator.ui.pages.team_send import SendTab

    assert window.view is not None
    window.view.go("team", "send")
    page = window.view.page
    assert isinstance(page, TabbedPage)
    send = page.tab("send")
    assert isinstance(send, SendTab)
    wait(SETTLE)
    send.people.tick(PEOPLE)
    send.form.source.setCurrentIndex(send.form.source.findData("all"))
    send.form.overlap.setValue(2)
    send.form.each.setValue(40)
    send.form.deadline.setText("Friday, 12 o'clock")
    for size in ((1280, 800), (1920, 1080), (900, 600)):
        camera.window(window, f"team-plan-{scheme}", size, 2)
    for tab in ("take", "progress"):
        window.view.go("team", tab)
        for size in ((1280, 800), (900, 600)):
            camera.window(window, f"team-{tab}-{scheme}", size, 2)
    progress = page.tab("progress")
    assert isinstance(progress, ProgressTab)
    progress.show_feedback()
    wait(SETTLE)
    for sheet in window.findChildren(FeedbackSheet):
        camera.alone(sheet, f"team-feedback-{scheme}")
        sheet.close()
    assert window.session is not None
    dialog = OtherCopyDialog(window.session, projects["team copy"], window)
    dialog.show()
    camera.alone(dialog, f"team-copy-{scheme}")
    dialog.close()


def package(camera: Camera, window: MainWindow, scheme: str) -> None:
    """An opened package, its feedback, and handing it back."""
    from annotator.ui.dialogs.hand_back import HandBackDialog
    from annotator.ui.dialogs.passphrase import PassphraseDialog

    for size in ((1280, 800), (900, 600)):
        camera.window(window, f"package-{scheme}", size)
    window.hand_back()
    for dialog in window.findChildren(HandBackDialog):
        dialog.write()
        camera.alone(dialog, f"package-hand-back-{scheme}")
        dialog.close()
    asking = PassphraseDialog("Reviews - Cleo.annopack", "", window)
    asking.show()
    camera.alone(asking, f"package-passphrase-{scheme}")
    asking.close()


def _send_and_return(project: Path, folder: Path) -> None:
    """Ann is done, Bo answers one label always, and Cleo has just begun a second package."""
    with closing(project_file.open_project(project)) as db:
        _know(db)
        wish = Wish(to=PEOPLE, overlap=2, each=30, gold=8, seed=3, deadline="Friday, 12 o'clock")
        files = packing.write(db, packing.preview(db, wish), folder).files
        known = _llm_labels(db)
        back = [_answered(file, number, known) for number, file in enumerate(files)]
        taking.take(db, back)
        note = "Irony counts as what is meant."
        more = tuple(browsing.item_ids(db))  # of those that wait for people Cleo has had all
        wish = Wish(PEOPLE[2:], more, each=20, feedback=True, deadline="Friday, 12 o'clock", note=note, seed=4)
        second = packing.write(db, packing.preview(db, wish), folder).files[0]
    opening_packages.open_package(second)


def _know(db: Db) -> None:
    """The labels that were decided, and enough others, are known."""
    labels = [label.id for label in project_file.question(db).labels]
    lead = project_file.add_person(db, "Lee").id
    from annotator.services import adjudicating

    for number, item_id in enumerate(browsing.item_ids(db)[5:25]):
        adjudicating.settle(db, lead, item_id, labels[number % len(labels)])
    assert gold.every(db, project_file.question(db).id)


def _llm_labels(db: Db) -> dict[str, int]:
    """What the LLM says, by the item's id."""
    found = {}
    for item_id in browsing.item_ids(db):
        given = [each for each in browsing.answers_to(db, item_id) if each.annotator.kind is Kind.LLM]
        if given and given[0].label_id is not None:
            found[browsing.item(db, item_id).external_id] = given[0].label_id
    return found


def _answered(package: Path, who: int, known: Mapping[str, int]) -> Path:
    """The return file of somebody who answered most of a package, mostly as the LLM, or always the same."""
    mine = opening_packages.open_package(package)
    with closing(project_file.open_project(mine)) as db:
        person = next(person.id for person in project_file.people(db))
        labels = [label.id for label in project_file.question(db).labels]
        for number in range((38, 26, 9)[who]):
            turn = annotating.next_turn(db, person)
            if turn is None:
                break
            usual = known.get(turn.item.external_id, labels[0])
            other = next(label for label in labels if label != usual)
            label = labels[0] if who == 1 else other if number % 6 == 5 else usual
            annotating.answer(db, person, turn, label, seconds=0.4 if who == 1 else 4.0 + number % 3)
        return handing_back.hand_back(db, mine.with_suffix(RETURN_SUFFIX)).path


def _go_apart(copy: Path) -> None:
    """A second lead decides some items otherwise."""
    from annotator.services import adjudicating

    with closing(project_file.open_project(copy)) as db:
        labels = [label.id for label in project_file.question(db).labels]
        lead = project_file.add_person(db, "Lee").id
        for item_id in browsing.item_ids(db)[5:9]:
            adjudicating.settle(db, lead, item_id, labels[-1])
