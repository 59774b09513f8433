"""No package has the name of another one, on any system, whatever the annotators are called."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.errors import UserError
from annotator.services import opening_packages, packages, packing, project_file, taking
from annotator.services.packing import Wish
from annotator.services.project_file import Db
from tests import projects
from tests.services import sending


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Db]:
    with closing(projects.make_project(tmp_path)) as db:
        yield db


def folded(path: Path) -> str:
    return unicodedata.normalize("NFC", path.name).casefold()


@pytest.mark.parametrize(
    "names",
    [
        ("A/B", "A:B", "A_B"),
        ("???", "///", "...", ". .", "_"),
        ("Ann.", "Ann"),
        ("é" * 60, "é" * 60 + "2", "e\u0301" * 30),  # alike in all that a file's name has room for
        ("山" * 99, "山" * 98 + "田"),
        ("Caf\u00e9", "Cafe\u0301"),
        ("Ann", "Ann (2)", "Ann: (2)", "Ann*"),
        ("\x7fAnn", "\u202eAnn", "-rf", "~", "$HOME", "CON", "nul.txt", "COM1"),
    ],
)
def test_everybody_gets_a_file_of_their_own_and_it_is_theirs(lead: Db, tmp_path: Path, names: tuple[str, ...]) -> None:
    sent = sending.send(lead, tmp_path / "out", Wish(to=names, overlap=len(names)))
    assert len({folded(path) for path in sent.values()}) == len(names)
    assert {opening_packages.look(path).annotator for path in sent.values()} == set(names)
    assert all(len(path.name.encode()) < 200 and path.name == path.name.strip(" .") for path in sent.values())
    back = []
    for number, path in enumerate(sent.values()):
        mine = sending.opened(path)
        sending.answer(mine, {f"i{number}": "good"})
        back.append(sending.hand_back(mine, mine.with_suffix(packages.RETURN_SUFFIX)))
    assert len({folded(path) for path in back}) == len(names)  # they come back into one folder
    taking.take(lead, back)
    assert sending.said(lead) == {(f"i{number}", name): "good" for number, name in enumerate(names)}


def test_a_name_of_an_earlier_package_of_somebody_else_is_not_used_again_in_another_folder(
    lead: Db, tmp_path: Path
) -> None:
    first = sending.send(lead, tmp_path / "monday", Wish(to=("ann",), each=2))["ann"]
    other = sending.send(lead, tmp_path / "tuesday", Wish(to=("Ann",), each=2))["Ann"]
    numbered = sending.send(lead, tmp_path / "friday", Wish(to=("Ann 2",), each=2))["Ann 2"]
    second = sending.send(lead, tmp_path / "saturday", Wish(to=("Ann",), each=2))["Ann"]
    assert [path.name for path in (first, other, numbered, second)] == [
        "small - ann.annopack",
        "small - Ann (2).annopack",
        "small - Ann 2.annopack",
        "small - Ann 2 (2).annopack",
    ]


@pytest.mark.parametrize("name", ["CON", "nul.2026", "com1 .x", "LPT9.a.b"])
def test_no_package_is_called_like_a_device_of_windows(tmp_path: Path, name: str) -> None:
    with closing(projects.make_project(tmp_path)) as db:
        project_file.set_setting(db, "name", name)
        [path] = packing.write(db, packing.preview(db, Wish(to=("Ann",))), tmp_path).files
    assert path.name.startswith("_" if "." in name else "CON - Ann")


@pytest.mark.parametrize(
    "wish", [Wish(to=("Ann\udcff",)), Wish(to=("Ann",), note="\udcff"), Wish(to=("Ann",), deadline="\ud800")]
)
def test_letters_that_cannot_be_written_are_refused_before_anything_is(lead: Db, wish: Wish) -> None:
    with pytest.raises(UserError, match="letters that cannot be read"):
        packing.preview(lead, wish)
