"""`python -m annotator` is the command `annotator`; in the built application, the built-in model's process as well."""

from __future__ import annotations

import sys


def main() -> None:
    if sys.argv[1:2] == ["--embedded-child"]:  # embedded.CHILD, whose module takes longer to load
        from annotator.llm.embedded_child import main as serve

        serve()
    else:
        from annotator.cli import main as command

        command()


if __name__ == "__main__":
    main()
