"""The command `annotator`: finds the command that is asked for, and turns errors into a sentence and an exit code."""

from __future__ import annotations

import difflib
import sys
from importlib import import_module
from pathlib import Path

import click

from annotator.cli.terminal import complain, with_question
from annotator.errors import Cancelled, UserError

# Where each command is, in the order of the main job. A module is loaded when one of its commands is asked for:
# merging and planning take half a second to load, which `status` need not wait for.
_COMMANDS = {
    "demo": "window:demo",
    "new": "filling:new",
    "import": "filling:import_",
    "import-labels": "filling:import_labels",
    "question": "questions:question",
    "label": "questions:label",
    "guideline": "questions:guideline",
    "allow": "permission:allow",
    "prelabel": "asking:prelabel",
    "panel": "panels:panel_",
    "cascade": "panels:cascade_",
    "invalid": "repairs:invalid",
    "agent": "agents:agent",
    "route": "planning:route",
    "merge": "results:merge",
    "settle": "settling:settle",
    "plan": "planning:plan",
    "status": "results:status",
    "pack": "packages:pack",
    "unpack": "packages:unpack",
    "hand-back": "packages:hand_back",
    "take": "taking:take",
    "packages": "taking:sent_packages",
    "diff": "taking:diff",
    "items": "items:items",
    "export": "results:export",
    "report": "reporting:report",
    "agreement": "checking:agreement",
    "calibrate": "checking:calibrate",
    "alt-test": "checking:alt_test",
    "compare": "costs:compare",
    "ledger": "costs:ledger",
    "simulate": "planning:simulate",
    "check": "keeping:check",
    "backups": "keeping:backups",
    "recover": "keeping:recover",
}
_WITHOUT_QUESTION = {"demo", "new", "import", "allow", "open", "question", "check", "backups", "recover"} | {
    "unpack",
    "hand-back",
    "take",
}
STOPPED = 130  # exit code: as shells have it for Ctrl+C
BUG = 70  # exit code: as sysexits.h has it
_OPEN = "open"  # hidden: what `annotator PROJECT` comes to
_SELF_CHECK = "self-check"  # hidden: whether a built application is whole


class _Commands(click.Group):
    """Commands, and a project's file name in place of one, which opens the window."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        hidden = {_OPEN: "window:open_window", _SELF_CHECK: "self_check:self_check"}
        place = hidden.get(cmd_name) or _COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, _, name = place.partition(":")
        command = getattr(import_module(f"annotator.cli.{module}"), name)
        assert isinstance(command, click.Command)
        return command if cmd_name in _WITHOUT_QUESTION else with_question(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not args or args[0] in _COMMANDS or args[0] == _SELF_CHECK:
            return super().resolve_command(ctx, args)
        from annotator.services import project_file

        path = project_file.existing(Path(args[0]))
        if path.is_dir():
            raise click.UsageError(f"“{args[0]}” is a folder, and neither a command nor a project.")
        if path.suffix != project_file.SUFFIX and not path.exists():
            raise _neither(args[0])
        return _OPEN, self.get_command(ctx, _OPEN), args


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="annotator")
@click.pass_context
def commands(ctx: click.Context) -> None:
    """People and LLMs label data together.

    Without a command the window opens; `annotator PROJECT` opens it on a project. The commands stand in the order
    in which they are used.
    """
    if ctx.invoked_subcommand is None:
        from annotator.cli.window import show

        ctx.exit(show(None))


def main() -> None:
    """The program; exits with 0, with 1 for what the user can put right, 2 for a wrong command line, 130 if stopped,
    and 70 for a bug."""
    try:
        sys.exit(commands.main(standalone_mode=False) or 0)
    except UserError as error:
        complain(error.message, error.hint)
        sys.exit(1)
    except click.UsageError as error:
        _usage(error)
        sys.exit(error.exit_code)
    except (Cancelled, KeyboardInterrupt, click.Abort):
        click.echo("Stopped; what was saved stays saved.", err=True)
        sys.exit(STOPPED)
    except BrokenPipeError:
        sys.exit(1)
    except OSError as error:  # of a file or folder that was named, such as a name that is too long
        complain(*_of_the_system(error))
        sys.exit(1)
    except Exception as error:  # Python would show its words, which may quote an item, and paths of the home folder
        if sys.flags.dev_mode:
            raise
        complain(*_bug(error))
        sys.exit(BUG)


def _of_the_system(error: OSError) -> tuple[str, str]:
    what = f"“{Path(error.filename).name[:100]}”" if isinstance(error.filename, str) else "A file"
    return f"{what} cannot be used: {error.strerror or type(error).__name__}.", "Check its name and its folder."


def _bug(error: Exception) -> tuple[str, str]:
    """Where it happened and of what kind it is, in one line; see `logs.named`."""
    from annotator.logs import named

    kind, *places = named(type(error), error.__traceback__).splitlines()
    where = places[-1].strip() if places else "an unknown place"
    return (
        f"This is a bug in Annotator ({kind}; {where}).",
        "What was shown as saved is in the project; please report it.",
    )


def _neither(name: str) -> click.UsageError:
    from annotator.services.packages import PACKAGE_SUFFIX

    if Path(name).suffix.lower() == PACKAGE_SUFFIX:
        return click.UsageError(f"There is no package “{name}”. Check its name and its folder.")
    near = difflib.get_close_matches(name, _COMMANDS, n=1)
    meant = (
        f"Did you mean “annotator {near[0]}”?"
        if near
        else "“annotator --help” lists the commands, and “annotator new” makes a project."
    )
    return click.UsageError(f"There is neither a command nor a project called “{name}”. {meant}")


def _usage(error: click.UsageError) -> None:
    """How the command is to be called, and what is wrong."""
    if error.ctx is not None:
        click.echo(error.ctx.get_usage(), err=True)
    message = error.format_message()
    hint = f"See “{error.ctx.command_path} --help”." if error.ctx is not None else ""
    complain(message if message.endswith((".", "?")) else f"{message}.", hint)
