"""Where API keys come from: the environment first, then the operating system's keyring; never a file of ours."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from annotator.errors import ModelProblem
from annotator.texts import say

if TYPE_CHECKING:
    from types import ModuleType

SERVICE = "Annotator"
ADDRESS_VARIABLE = "ANNOTATOR_API_KEY"  # for servers named by address
_HIDDEN = "•••"
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
    for secret in (*secrets, *_in_environment()):
        if len(secret) >= 4:  # a shorter one would hide ordinary words, and is no real key
            text = text.replace(secret, _HIDDEN)
    return _LOOKS_LIKE_KEY.sub(_HIDDEN, text)


def _in_environment() -> list[str]:
    """Keys that litellm finds there by itself, the longest first, since one may begin with another."""
    held = {value.strip() for name, value in os.environ.items() if _HOLDS_KEY.search(name) and len(value.strip()) >= 8}
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
