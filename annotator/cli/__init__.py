"""Every step of the main job without a window, each with --json and a proper exit code."""

# Built in: unlike `signal` it loads nothing, and nothing may be loaded before Ctrl+C is seen to.
import _signal  # type: ignore[import-not-found]
import sys

TYPE_CHECKING = False  # as of `typing`, without loading it
if TYPE_CHECKING:
    from annotator.cli.program import commands


def main() -> None:
    """The program. While it loads, Ctrl+C ends it at once: there is nothing yet that could be lost or told."""
    patient = _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler  # not where Ctrl+C is to be ignored
    if patient:
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)
    from annotator.cli import program

    try:
        if patient:
            _signal.signal(_signal.SIGINT, _signal.default_int_handler)
        program.main()
    except KeyboardInterrupt:  # pressed again while the first one was being told
        sys.exit(program.STOPPED)


def __getattr__(name: str) -> object:
    """`commands`, which takes long to load, when it is asked for."""
    if name != "commands":
        raise AttributeError(name)
    from annotator.cli import program

    return program.commands


__all__ = ["commands", "main"]
