"""Tests of annotator.formats.agent_file: what is written is read, and what is no agent is said to be none."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import FileProblem
from annotator.formats import agent_file
from annotator.formats.agent_file import FORMAT, LARGEST

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    [
        "a\nb\n",
        '"""',
        "'''",
        "\\",
        "\\n",
        "\r\n",
        "\r",
        "\t",
        "\x00\x7f",
        '\n"',
        "ends \\\n here",
        "#",
        "[x]",
        "ü🙂",
        "",
    ]
)
VALUE = st.recursive(
    st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=10,
)


@settings(deadline=None)  # each example is a file of its own
@given(st.dictionaries(TEXT, VALUE, max_size=5))
def test_whatever_is_written_is_read_as_it_was(content: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "agent.toml")
        agent_file.write(path, content)
        assert agent_file.read(path) == content


def test_people_can_read_a_prompt_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "agent.toml"
    agent_file.write(path, {"model": "openai/m", "template": {"user": "Line one.\nLine “two”."}})
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f'annotator_agent = {FORMAT}\n\n[agent]\nmodel = "openai/m"\n')
    assert "\nLine one.\nLine “two”." in text


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "holds no agent"),
        (b"name = 'x'", "holds no agent"),
        (b"annotator_agent = true\n[agent]\n", "holds no agent"),
        (b"annotator_agent = 'one'\n[agent]\n", "holds no agent"),
        (b"annotator_agent = 2\n[agent]\n", "written by a newer Annotator"),
        (b"annotator_agent = 0\n[agent]\n", "not as an agent file should be"),
        (b"annotator_agent = 1\n", "not as an agent file should be"),
        (b"annotator_agent = 1\nagent = []\n", "not as an agent file should be"),
        (b"annotator_agent = 1\n[agent]\n[other]\n", "not as an agent file should be"),
        (b"annotator_agent = 1\nannotator_agent = 1\n", "is no TOML"),
        (b'annotator_agent = 1\n[agent]\nx = "unclosed\n', "is no TOML"),
        (b"x = " + b"[" * 50_000, "nested too deeply"),
        (b"x = " + b"9" * 10_000, "is no TOML"),
        (b"\xff\xfe\x00", "is no text in UTF-8"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "is no text in UTF-8"),
        (b"#" * (LARGEST + 1), "is too large for an agent"),
    ],
)
def test_what_is_no_agent_file_is_one_clear_error(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "hostile.toml"
    path.write_bytes(data)
    with pytest.raises(FileProblem) as caught:
        agent_file.read(path)
    assert told in caught.value.message
    assert "“hostile.toml”" in caught.value.message
    assert len(caught.value.message) < 300


def test_a_mark_of_the_byte_order_is_no_part_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "agent.toml"
    path.write_bytes(b"\xef\xbb\xbfannotator_agent = 1\r\n[agent]\r\nmodel = 'm'\r\n")
    assert agent_file.read(path) == {"model": "m"}


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="cannot be read"):
        agent_file.read(tmp_path / "none.toml")
    with pytest.raises(FileProblem, match="cannot be read"):
        agent_file.read(tmp_path)


@settings(deadline=None, max_examples=200)
@given(
    st.binary(max_size=60) | st.lists(st.sampled_from(list(b"annotator_agent=1[].\n'\"{}#,")), max_size=60).map(bytes)
)
def test_no_bytes_make_it_raise_anything_else(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "agent.toml")
        path.write_bytes(b"annotator_agent = 1\n[agent]\n" + data)
        try:
            assert isinstance(agent_file.read(path), dict)
        except FileProblem as problem:
            told = str(problem)
            assert told  # noqa: PT017 - either outcome is right
