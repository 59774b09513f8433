"""A process that starts the built-in model, prints its address, and waits to be killed."""

from __future__ import annotations

import asyncio
import sys

from annotator.llm.embedded import EmbeddedServer


def main() -> None:
    server = asyncio.run(EmbeddedServer.start())
    sys.stdout.write(f"{server.address}\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main()
