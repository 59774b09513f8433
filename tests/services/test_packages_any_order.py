"""Through real files: returns of several people and versions come to the same in every order."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from annotator.services import packages, project_file, taking
from annotator.services.packing import Wish
from tests import projects
from tests.services import sending


def returns(tmp_path: Path, rng: random.Random) -> tuple[Path, list[Path]]:
    """A project that sent packages, and what came back: two versions of each, one package used by two people."""
    with closing(projects.make_project(tmp_path)) as lead:
        sent = sending.send(lead, tmp_path / "out", Wish(to=("Ann", "Bo"), overlap=2, seed=rng.randrange(9)))
        more = sending.send(lead, tmp_path / "out", Wish(to=("Cy",), seed=1))
        path = lead.path
    found = []
    opened = [
        sending.opened(sent["Ann"], tmp_path / "ann"),
        sending.opened(sent["Ann"], tmp_path / "eve"),
        sending.opened(sent["Bo"], tmp_path / "bo"),
        sending.opened(more["Cy"], tmp_path / "cy"),
    ]
    for number, mine in enumerate(opened):
        for version in range(2):
            for item in rng.sample(sending.items_in(mine), k=2):
                sending.draft(mine, item, rng.choice(["", "odd", "look"]), flagged=rng.random() < 0.5)
            said = {item: rng.choice(["good", "bad", None]) for item in rng.sample(sending.items_in(mine), k=2)}
            sending.answer(mine, said)
            if rng.random() < 0.5:
                sending.take_back(mine)
            found.append(sending.hand_back(mine, tmp_path / f"{number}.{version}.annoreturn"))
    return path, found


@pytest.mark.parametrize("seed", range(4))
def test_every_order_and_number_of_times_gives_the_same_answers(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    path, files = returns(tmp_path, rng)
    outcomes = []
    for trial in range(6):
        order = rng.sample(files, k=len(files)) + rng.choices(files, k=3)
        copy = tmp_path / f"trial{trial}.annotator"
        shutil.copy(path, copy)
        with closing(project_file.open_project(copy)) as db:
            while order:
                size = rng.randrange(1, 4)
                taking.take(db, order[:size])
                del order[:size]
            outcomes.append((sending.said(db), sending.drafts(db), packages.aside(db)))
    assert all(found == outcomes[0] for found in outcomes[1:])
    assert outcomes[0][0]
    assert outcomes[0][1]


def test_the_last_versions_alone_give_what_all_versions_give(tmp_path: Path) -> None:
    path, files = returns(tmp_path, random.Random(5))
    copy = tmp_path / "copy.annotator"
    shutil.copy(path, copy)
    with closing(project_file.open_project(path)) as a, closing(project_file.open_project(copy)) as b:
        taking.take(a, files)
        taking.take(b, files[1::2])
        assert sending.said(a) == sending.said(b)
        assert sending.drafts(a) == sending.drafts(b)
