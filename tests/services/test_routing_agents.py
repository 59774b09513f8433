"""Whose confidence routes: the LLM that answered last, or the one that is named."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from annotator.cli.program import commands
from annotator.errors import UserError
from annotator.services import adaptive, overview, routing
from annotator.services.project_file import Db
from tests.projects import TEXTS, crowd, llm_answers, make_project


@pytest.fixture
def db(tmp_path: Path) -> Db:
    """Ada is sure of everything, Bo, who answered later, of nothing."""
    db = make_project(tmp_path)
    for name, sure in (("Ada", 0.95), ("Bo", 0.3)):
        llm_answers(db, tmp_path, name, [(f"i{n}", "good", sure) for n in range(len(TEXTS))])
    return db


def test_those_that_have_answered_are_listed_the_last_one_first(db: Db) -> None:
    assert [llm.name for llm in routing.llms(db)] == ["Bo", "Ada"]


def test_the_llm_that_is_named_routes_and_without_a_name_the_last_one(db: Db) -> None:
    by_ada = routing.route(db, threshold=0.5, audit_share=0, annotator_id=routing.llm_named(db, "Ada").id)
    by_bo = routing.route(db, threshold=0.5, audit_share=0)

    assert (by_ada.llm, by_ada.split.people) == ("Ada", 0)
    assert (by_bo.llm, by_bo.split.people) == ("Bo", len(TEXTS))


def test_a_name_that_nobody_has_is_refused_with_the_names_that_there_are(db: Db, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="No LLM called “Cy” has answered here") as refused:
        routing.llm_named(db, "Cy")

    assert refused.value.hint == "There are “Bo”, “Ada”."
    with pytest.raises(UserError) as empty:
        routing.llm_named(make_project(tmp_path, name="empty"), "Cy")
    assert empty.value.hint == "Pre-label the items first."


def test_with_people_alone_the_outlook_is_even_and_routes_as_adaptive_shows_it(tmp_path: Path) -> None:
    db = make_project(tmp_path)

    outlook = routing.outlook(db)
    shown = adaptive.preview(routing.no_confidences(), outlook, 0.95)

    assert outlook.item_ids.size == len(TEXTS)
    assert np.allclose(outlook.error, 0.5)
    assert shown == adaptive.route(db, sure=0.95).split


def test_the_command_takes_the_agent_by_its_name(db: Db) -> None:
    db.close()

    said = CliRunner().invoke(commands, ["route", str(db.path), "--threshold", "0.5", "--audit", "0", "--agent", "Ada"])
    budget = CliRunner().invoke(commands, ["route", str(db.path), "--budget", "3", "--agent", "Ada", "--json"])
    wrong = CliRunner().invoke(commands, ["route", str(db.path), "--threshold", "0.5", "--agent", "Cy"])
    refused = CliRunner().invoke(commands, ["route", str(db.path), "--adaptive", "--agent", "Ada"])

    assert "No item goes to people; 8 are accepted from the LLM." in said.output
    assert '"people": 3' in budget.output
    assert wrong.exit_code != 0
    assert refused.exit_code == 2
    assert "--agent does not go with --adaptive" in refused.output


@pytest.fixture
def unsure(tmp_path: Path) -> Db:
    """Ada's replies to the first three items named no label."""
    db = make_project(tmp_path)
    llm_answers(db, tmp_path, "Ada", [(f"i{n}", "good", 0.9) for n in range(len(TEXTS))])
    db.conn.execute("update annotation set status = 'invalid', label_id = null, confidence = null where item_id < 4")
    db.conn.commit()
    return db


def test_an_item_without_a_label_is_never_accepted_out_of_a_budget(unsure: Db) -> None:
    shown = routing.budget_split(routing.preview(unsure), routing.outlook(unsure), 1)
    split = routing.route_budget(unsure, budget=1).split

    assert split == shown
    assert (split.people, split.accepted, split.without_label) == (1, 5, 2)
    found = overview.summary(unsure)
    assert (found.waiting, found.accepted, found.not_routed, found.routable) == (1, 5, 2, 0)
    unsure.close()
    said = CliRunner().invoke(commands, ["route", str(unsure.path), "--budget", "1"]).output
    assert said.startswith("1 item goes to people, for 1 answer at most; 5 are accepted from the LLM.\n")
    assert "Not accepted, as they are without a label: 2." in said


def test_an_item_without_a_label_is_never_sure_enough_however_little_is_asked_for(unsure: Db, tmp_path: Path) -> None:
    split = adaptive.route(unsure, sure=0.3).split
    empty = adaptive.route(make_project(tmp_path, name="empty"), sure=0.3).split

    assert (split.people, split.accepted) == (3, 5)
    assert (empty.people, empty.accepted) == (len(TEXTS), 0)


def test_what_loses_its_label_after_the_routing_is_not_accepted_any_more(db: Db) -> None:
    routing.route(db, threshold=0.2, audit_share=0)
    assert overview.summary(db).accepted == len(TEXTS)

    db.conn.execute("delete from annotation where item_id = 1")

    assert overview.summary(db).accepted == len(TEXTS) - 1


def test_what_is_said_to_be_accepted_fits_what_the_status_counts(db: Db, tmp_path: Path) -> None:
    crowd(db, tmp_path, [("i0", "Mira", "bad"), ("i1", "Mira", "good")])

    result = routing.route(db, threshold=0.2, audit_share=0)

    assert (result.seen, overview.summary(db).accepted) == (2, len(TEXTS) - 2)
    assert result.accepted == (
        "8 are accepted from the LLM, as far as nobody disagrees: people have answered or settled 2 of them already"
    )
