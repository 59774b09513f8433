"""Loads litellm once, quiet and offline; nothing else imports it."""

from __future__ import annotations

import logging
import os
from functools import cache
from types import ModuleType


def load_litellm() -> ModuleType:
    """The litellm module. The first call takes seconds, so it belongs on a worker thread."""
    # Read while the module loads: without it a price list is fetched from the network.
    os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
    _keep_loopback_direct()
    return _quiet()


@cache
def _quiet() -> ModuleType:
    import litellm

    litellm.telemetry = False
    litellm.suppress_debug_info = True
    litellm.turn_off_message_logging = True
    litellm.disable_hf_tokenizer_download = True  # else counting the tokens of some models fetches a file
    for name in ("LiteLLM", "LiteLLM Router", "LiteLLM Proxy"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return litellm


def _keep_loopback_direct() -> None:
    """Without this a proxy from the environment would carry requests to models on this machine off it."""
    for name in ("NO_PROXY", "no_proxy"):
        listed = [host for host in os.environ.get(name, "").split(",") if host]
        if "*" not in listed:
            os.environ[name] = ",".join(dict.fromkeys([*listed, *_LOOPBACK]))


_LOOPBACK = ("localhost", "127.0.0.1", "::1")
