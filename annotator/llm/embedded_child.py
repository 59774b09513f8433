"""The process that runs the built-in model: serves it on loopback until its standard input ends.

It takes one JSON line on standard input (ServerSettings' fields), answers with one (`{"address": ...}` or
`{"error": ...}`), and lives exactly as long as its parent keeps the pipe open, however the parent ends.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from typing import Any

HOST = "127.0.0.1"


def main() -> None:
    settings: dict[str, Any] = json.loads(sys.stdin.readline())
    threading.Thread(target=_exit_with_parent, daemon=True).start()
    try:
        server = _serve(settings)
    except RuntimeError as error:
        _say({"error": str(error)})
        os._exit(1)
    _say({"address": server.listening_address})
    threading.Event().wait()


def _exit_with_parent() -> None:
    sys.stdin.read()
    # Not sys.exit: taking the server down with a request in flight crashes or deadlocks.
    os._exit(0)


def _serve(settings: dict[str, Any]) -> Any:
    os.environ["OMP_WAIT_POLICY"] = "PASSIVE"  # read when the library loads; busy waiting starves the window
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = settings["path"]
    params.model_alias = {settings["alias"]}
    params.hostnames = [HOST]
    params.port = 0
    params.api_keys = [settings["key"]]
    params.cors_origins = ""
    params.ui = False
    params.n_ctx = settings["context"]
    params.n_parallel = 1
    params.n_gpu_layers = 0
    params.cpuparams.n_threads = settings["threads"]
    params.cpuparams_batch.n_threads = settings["threads"]
    if settings.get("reading"):
        params.embedding = True
        params.pooling_type = xllamacpp.llama_pooling_type.LLAMA_POOLING_TYPE_MEAN
        params.n_batch = params.n_ubatch = settings["context"]  # a text is read as one piece
    params.cache_ram_mib = 0  # the default lets the prompt cache grow to gigabytes
    params.swa_full = True
    params.verbosity = 0
    return xllamacpp.Server(params)


def _say(message: dict[str, str]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
