"""Every step of the main job without a window, each with --json and a proper exit code."""

from annotator.cli.program import commands, main

__all__ = ["commands", "main"]
