"""Where API keys come from: the environment first, then the operating system's keyring; never a file of ours."""

from __future__ import annotations

import base64
import json
import os
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from annotator.errors import ModelProblem
from annotator.texts import say

if TYPE_CHECKING:
    from types import ModuleType

SERVICE = "Annotator"
ADDRESS_VARIABLE = "ANNOTATOR_API_KEY"  # for servers named by address
_HIDDEN = "•••"
_SHORTEST = 8  # characters of a key that is looked for wherever it may stand
_HOLDS_KEY = re.compile(r"(?:KEY|TOKEN|SECRET|PASSWORD)(?:_ID)?$", re.IGNORECASE)
_LOOKS_LIKE_KEY = re.compile(
    r"\b(?:sk|pk|key|gsk|xai|hf|AIza|pplx|nvapi|r8|ghp|AKIA)[-_]?[A-Za-z0-9_\-]{16,}|(?<=[Bb]earer )\S{8,}"
    r"|(?<=[Bb]asic )[A-Za-z0-9+/=]{8,}|(?<=://)[^\s/@:]*:[^\s/@]+(?=@)"
    r"|(?<=api[-_ ]key[\"':= ])[\"':= ]*[A-Za-z0-9_\-]{16,}|(?<=apikey[\"':= ])[\"':= ]*[A-Za-z0-9_\-]{16,}",
    re.IGNORECASE,
)


def find_key(account: str, *, variables: tuple[str, ...] = ()) -> str:
    """The key for a provider ("anthropic") or address, or "" where none is known.

    variables: environment variables to look at first, in order.
    """
    for variable in variables:
        if value := os.environ.get(variable, "").strip():
            return value
    backend = _keyring()
    return (backend.get_password(SERVICE, account) or "") if backend else ""


def store_key(account: str, key: str) -> None:
    """Keep the key in the operating system's keyring."""
    backend = _keyring()
    if backend is None:
        raise ModelProblem(
            say("This system has no keyring to keep an API key in."),
            hint=say(
                "Set the provider's environment variable instead, or {address_variable} for an address.",
                address_variable=ADDRESS_VARIABLE,
            ),
        )
    backend.set_password(SERVICE, account, key.strip())


def account_of(api_base: str) -> str:
    """The name an address's key is kept under: its host and port. A provider's is kept under the provider's name."""
    return urlsplit(api_base).netloc.rpartition("@")[2].casefold()


def scrub(text: str, *secrets: str) -> str:
    """The text with every given secret, those of the environment, and whatever looks like a key, hidden."""
    # One that is shorter would hide ordinary words, and is no real key.
    known = [secret for secret in (*secrets, *_in_environment()) if len(secret) >= 4]
    return _LOOKS_LIKE_KEY.sub(_HIDDEN, _without(text, known))


def withheld(answer: Any, *secrets: str) -> Any:
    """What a server has answered, as JSON's values, with no key in it that it was sent or that the environment holds:
    replies are kept. Everything else stays as it came."""
    known = [secret for secret in (*secrets, *_in_environment()) if len(secret) >= _SHORTEST]
    return _held_back(answer, known) if known else answer


def _held_back(value: Any, secrets: Sequence[str]) -> Any:
    if isinstance(value, str):
        return _without(value, secrets)
    if isinstance(value, Mapping):
        return {_held_back(name, secrets): _held_back(each, secrets) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_held_back(each, secrets) for each in value]
    return value


def _without(text: str, secrets: Sequence[str]) -> str:
    for secret in secrets:
        for form in _forms(secret):
            text = text.replace(form, _HIDDEN)
    return text


@lru_cache(maxsize=64)
def _forms(secret: str) -> tuple[str, ...]:
    """How the secret is written: as it is, in an address, in JSON, and in base64 with anything before and after it."""
    found = {secret, quote(secret, safe=""), json.dumps(secret)[1:-1]}
    raw = secret.encode("utf-8", "surrogatepass")
    for before in range(3):  # bytes of what stands before it in the same group of three
        encoded = base64.b64encode(bytes(before) + raw).decode()
        whole = 4 * ((before + len(raw)) // 3) + (before + len(raw)) % 3
        sure = encoded[(0, 2, 3)[before] : whole]
        found |= {sure, sure.replace("+", "-").replace("/", "_")} if len(sure) >= _SHORTEST else set()
    return tuple(sorted(found, key=len, reverse=True))


def _in_environment() -> list[str]:
    """Keys that litellm finds there by itself, the longest first, since one may begin with another."""
    values = {value.strip() for name, value in os.environ.items() if _HOLDS_KEY.search(name)}
    held = {value for value in values if len(value) >= _SHORTEST}
    return sorted(held, key=len, reverse=True)


def _keyring() -> ModuleType | None:
    """The keyring module where a backend works on this system; without one there are no stored keys."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.get_password(SERVICE, "-")
    except KeyringError:
        return None
    return keyring
