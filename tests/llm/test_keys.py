"""Tests of annotator.llm.keys."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring

from annotator.errors import ModelProblem
from annotator.llm import keys


class MemoryKeyring(KeyringBackend):
    """A keyring as an operating system offers it, in memory."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.stored: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.stored.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.stored[service, username] = password


@pytest.fixture
def backend() -> Iterator[MemoryKeyring]:
    before = keyring.get_keyring()
    memory = MemoryKeyring()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


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


def test_an_empty_secret_hides_nothing() -> None:
    assert keys.scrub("plain words", "") == "plain words"
