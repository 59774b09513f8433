"""What the Quality page shows of labels, drift and opinions."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from annotator.services import drift, label_shares, merging, soft_labels
from annotator.services.project_file import Db
from annotator.storage import answer_tables, posteriors
from tests import quality_project
from tests.projects import crowd, gold, llm_answers, make_project


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    found = quality_project.make(tmp_path)
    yield found
    found.close()


def test_labels_are_counted_by_source_with_intervals(db: Db) -> None:
    found = label_shares.distribution(db)

    assert [source.name for source in found.sources] == ["oracle", "People", "Merged labels", "Gold"]
    for source in found.sources:
        assert sum(share.value or 0 for share in source.shares) == pytest.approx(1)
        assert all(share.low < (share.value or 0) < share.high for share in source.shares)
    table = answer_tables.answer_table(db, 1)
    llm = table.label_id[~np.isin(table.annotator_id, [2, 3, 4])]
    assert found.sources[0].shares[0].value == np.mean(llm == np.unique(llm)[0])
    merged = [row.label_id for row in posteriors.every(db)]
    assert found.sources[2].shares[1].value == merged.count(2) / len(merged)


def test_an_item_with_many_answers_of_people_counts_once(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    crowd(db, tmp_path, [("i0", "a", "good"), ("i0", "b", "good"), ("i0", "c", "bad"), ("i1", "a", "bad")])

    (people,) = label_shares.distribution(db).sources

    assert people.items == 2
    assert people.shares[0].value == pytest.approx((2 / 3 + 0) / 2)
    db.close()


def test_sources_can_be_compared_on_the_items_that_people_labelled(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    llm_answers(db, tmp_path, "oracle", [(f"i{n}", "good" if n < 6 else "bad", 0.9) for n in range(8)])
    crowd(db, tmp_path, [("i6", "a", "bad"), ("i7", "a", "good")])
    gold(db, tmp_path, [("i0", "good")])

    everything, common = (label_shares.distribution(db, common=wish) for wish in (False, True))

    assert everything.sources[0].shares[0].value == 6 / 8
    assert [(source.name, source.items) for source in common.sources] == [("oracle", 2), ("People", 2)]
    assert common.sources[0].shares[0].value == 0
    db.close()


def test_the_copied_numbers_are_those_of_the_bars(db: Db) -> None:
    found = label_shares.distribution(db)

    rows = list(csv.DictReader(io.StringIO(found.numbers())))

    assert len(rows) == len(found.sources) * len(found.labels)
    assert float(rows[0]["share"]) == pytest.approx(found.sources[0].shares[0].value, rel=1e-5)
    assert rows[-1]["source"] == "Gold"


def test_who_gets_careless_is_seen_in_the_course(db: Db) -> None:
    tracks = {track.annotator.name: track for track in drift.tracks(db)}

    cleo, ada = tracks["Cleo"].agreement, tracks["Ada"].agreement
    assert cleo is not None
    assert ada is not None
    half = cleo.value.size // 2
    assert cleo.value[:half].mean() - cleo.value[half:].mean() > 0.15
    assert tracks["Cleo"].seconds is not None
    assert tracks["Cleo"].drift is not None
    assert drift.too_few(tracks["Cleo"]) == ""
    assert "came all at once" in drift.too_few(tracks["oracle"])
    lines = drift.numbers(cleo).splitlines()
    assert len(lines) == cleo.value.size + 1


def test_only_differing_answers_of_reliable_people_make_a_soft_label(db: Db) -> None:
    found = soft_labels.soft_labels(db)
    right = {r.annotator.name: r.reliability for r in merging.annotator_report(db)}

    unreliable = [name for name in quality_project.PEOPLE if (right[name] or 0) < soft_labels.RELIABLE]
    assert list(found.left_out) == unreliable
    assert found.estimated
    assert found.differing == len(found.items)
    for item in found.items:
        assert np.count_nonzero(item.counts) > 1
        assert item.shares.sum() == pytest.approx(1)
        assert item.posterior is not None
        assert item.posterior.sum() == pytest.approx(1)


def test_the_more_answers_stand_against_the_rest_the_earlier_an_item_comes(tmp_path: Path) -> None:
    db = make_project(tmp_path, labels=("good", "bad", "so-so"))
    said = {"i0": "good bad good good", "i1": "good bad bad good", "i2": "good good good good", "i3": "good bad so-so"}
    crowd(db, tmp_path, [(i, f"w{n}", label) for i, labels in said.items() for n, label in enumerate(labels.split())])

    found = soft_labels.soft_labels(db)

    assert [item.external_id for item in found.items] == ["i3", "i1", "i0"]
    assert found.several == 4
    assert not found.estimated
    assert found.items[0].entropy == pytest.approx(1)
    assert found.items[0].posterior is None
    rows = list(csv.DictReader(io.StringIO(found.numbers())))
    assert rows[1]["people: bad"] == "2"
    db.close()
