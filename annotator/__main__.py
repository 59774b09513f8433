"""`python -m annotator` is the command `annotator`; in the built application, its child processes as well."""

from __future__ import annotations

import sys


def main() -> None:
    # As `CHILD` of embedded, caller and apart, whose modules take longer to load.
    if sys.argv[1:2] == ["--embedded-child"]:
        from annotator.llm.embedded_child import main as serve

        serve()
    elif sys.argv[1:2] == ["--caller-child"]:
        from annotator.llm.caller_child import main as call

        call()
    elif sys.argv[1:2] == ["--apart-child"]:
        from annotator.services.apart_child import main as work

        work()
    else:
        from annotator.cli import main as command

        command()


if __name__ == "__main__":
    main()
