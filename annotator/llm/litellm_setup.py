"""Loads litellm once, quiet and offline, in the caller's process; nothing else imports it."""

from __future__ import annotations

import importlib.util
import json
import logging
import os
import threading
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx


def load_litellm() -> ModuleType:
    """The litellm module. The first call takes seconds, so it belongs on a worker thread."""
    # Read while the module loads: without it a price list is fetched from the network.
    os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
    _keep_loopback_direct()
    with _loading:
        return _quiet()


@cache
def openai_models() -> Mapping[str, Mapping[str, Any]]:
    """What litellm's own list says of OpenAI's models by their names there, read without loading litellm.

    Raises OSError where the list is not where it should be.
    """
    listed = json.loads((_folder() / "model_prices_and_context_window_backup.json").read_text(encoding="utf-8"))
    return {name: entry for name, entry in listed.items() if entry.get("litellm_provider") == "openai"}


def tokenizers() -> Path:
    """The folder of the tokenizers that come with litellm, found without loading it; raises OSError as above."""
    return _folder() / "litellm_core_utils" / "tokenizers"


def _folder() -> Path:
    found = importlib.util.find_spec("litellm")
    places = found.submodule_search_locations if found is not None else None
    if not places:
        raise FileNotFoundError("litellm")
    return Path(places[0])


@cache
def _quiet() -> ModuleType:
    import litellm

    litellm.telemetry = False
    litellm.suppress_debug_info = True
    litellm.turn_off_message_logging = True
    litellm.disable_hf_tokenizer_download = True  # else counting the tokens of some models fetches a file
    for name in ("LiteLLM", "LiteLLM Router", "LiteLLM Proxy"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    _look_where_requests_are_sent_on()
    return litellm


def _look_where_requests_are_sent_on() -> None:
    """Most of litellm's clients follow a server wherever it sends them, with the text and with keys, and each is made
    in a place of its own; this is the one step that all of them take on the way."""
    import httpx

    from annotator.llm import reach  # which needs places, and that asks here

    follow = httpx.AsyncClient._build_redirect_request

    def checked(self: Any, request: httpx.Request, response: httpx.Response) -> httpx.Request:
        following = follow(self, request, response)
        unsealed = request.url.scheme == "https" and following.url.scheme != "https"
        reach.check_sent_on(request.url.host, following.url.host, unsealed=unsealed)
        return following

    for client in (httpx.AsyncClient, httpx.Client):
        client._build_redirect_request = checked  # type: ignore[method-assign]


def _keep_loopback_direct() -> None:
    """Without this a proxy from the environment would carry requests to models on this machine off it."""
    for name in ("NO_PROXY", "no_proxy"):
        listed = [host for host in os.environ.get(name, "").split(",") if host]
        if "*" not in listed:
            os.environ[name] = ",".join(dict.fromkeys([*listed, *_LOOPBACK]))


# Two threads in the middle of it at once find its modules half loaded.
_loading = threading.Lock()
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
