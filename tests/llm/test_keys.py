"""Tests of annotator.llm.keys."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from urllib.parse import quote

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from annotator.errors import ModelProblem
from annotator.llm import keys
from tests.keyrings import MemoryKeyring, memory_keyring


@pytest.fixture
def backend() -> Iterator[MemoryKeyring]:
    with memory_keyring() as memory:
        yield memory


@pytest.fixture
def no_backend() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    yield
    keyring.set_keyring(before)


def test_a_stored_key_is_found_again(backend: MemoryKeyring) -> None:
    keys.store_key("anthropic", " secret-1 \n")
    assert keys.find_key("anthropic") == "secret-1"
    assert keys.find_key("openai") == ""


def test_the_environment_comes_first(backend: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    keys.store_key("anthropic", "stored")
    monkeypatch.setenv("SOME_KEY", "from the environment")
    assert keys.find_key("anthropic", variables=("OTHER_KEY", "SOME_KEY")) == "from the environment"


@pytest.mark.usefixtures("no_backend")
def test_without_a_keyring_no_key_is_known_and_none_can_be_stored() -> None:
    assert keys.find_key("anthropic") == ""
    with pytest.raises(ModelProblem) as caught:
        keys.store_key("anthropic", "secret-1")
    assert "secret-1" not in str(caught.value)
    assert "ANNOTATOR_API_KEY" in caught.value.hint


def test_an_addresss_key_is_kept_under_its_host_and_port() -> None:
    assert keys.account_of("https://me:pw@Models.Example.org:8443/v1") == "models.example.org:8443"


def test_keys_are_hidden_whether_known_or_only_looking_like_one() -> None:
    text = "bad key hunter22; got sk-proj-abcdefghijklmnop1234 and Bearer abcdefgh12345"
    assert keys.scrub(text, "hunter22") == "bad key •••; got ••• and Bearer •••"


@pytest.mark.parametrize(
    "written",
    [
        "nvapi-{}",
        "pplx-{}",
        "AKIA{}",
        "Authorization: Basic {}",
        "bearer {}",
        "x-api-key: {}",
        '"api_key": "{}"',
        "https://me:{}@host/v1",
    ],
)
def test_a_key_is_hidden_in_every_form_that_servers_repeat_it_in(written: str) -> None:
    key = "0123456789abcdef0123456789ABCDEF"
    assert key not in keys.scrub(f"You sent {written.format(key)} to us.")


def test_an_empty_secret_hides_nothing() -> None:
    assert keys.scrub("plain words", "") == "plain words"


def test_a_key_of_the_environment_is_hidden_whatever_it_looks_like(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MISTRAL_API_KEY", "plainwords91")
    assert keys.scrub("You sent plainwords91 to us.") == "You sent ••• to us."


@pytest.mark.parametrize("written", ["{}", "%s:{}", "x{}y", "xy{}"])
def test_a_key_in_base64_is_hidden_whatever_stands_around_it(written: str) -> None:
    key = "plain/words+91 for-this?test"
    told = base64.b64encode(written.format(key).encode()).decode()
    for form in (told, told.replace("+", "-").replace("/", "_"), quote(key, safe="")):
        hidden = keys.scrub(f"It says {form}.", key)
        assert form not in hidden
        assert "•••" in hidden
        assert len(hidden) < len("It says •••.") + 16  # what stands around it may stay, and the letters that it shares


def test_an_answer_is_kept_as_it_came_but_for_the_key() -> None:
    answer = {"text": "plainwords91 is it, none too good", "places": [["plainwords91", -0.5, None, []]], "none": None}
    assert keys.withheld(answer, "none") == answer  # what is so short is no key, and may be a label
    assert keys.withheld(answer, "plainwords91") == {
        "text": "••• is it, none too good",
        "places": [["•••", -0.5, None, []]],
        "none": None,
    }
