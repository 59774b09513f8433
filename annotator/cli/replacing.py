"""Nothing that a person made is written over unasked: only what Annotator itself wrote before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from annotator.errors import FileProblem

replace_option = click.option("--replace", "write_over", is_flag=True, help="Write over a file that is something else.")


def check_free(path: Path, *, replace: bool, what: str, is_own: Callable[[Path], bool]) -> None:
    """A FileProblem where another file is there. what: "export". is_own: whether it is an earlier one of these.

    A folder, a device or a link that leads nowhere is left to whoever writes, who says what is wrong with it.
    """
    if not replace and path.is_file() and path.stat().st_size and not is_own(path):
        raise FileProblem(
            f"“{path.name}” is there already, and is no earlier {what}.",
            hint="Choose another name, or write over it with --replace.",
        )
