"""What can go wrong that a user can put right, and the signal that a job was stopped on purpose."""

from __future__ import annotations


class UserError(Exception):
    """Something the user can put right: one sentence saying what is wrong, and a hint with the next step."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class FileProblem(UserError):
    """An input file that cannot be read as what it should be."""


class ProjectProblem(UserError):
    """A project file that is missing, locked, damaged, too new, or no project at all."""


class DamagedProject(ProjectProblem):
    """A project file that is damaged, or not as Annotator makes it: what can be read can be recovered."""


class ModelProblem(UserError):
    """A model that cannot be reached or used at all, as against one call that failed."""


class NoMoreCalls(UserError):
    """Nothing more may be sent to a model, though no call failed: a cap is reached, or a permission was taken back."""


class Cancelled(Exception):  # noqa: N818 - not an error: the user stopped the job
    """A job was stopped by the user; nothing is shown, what was saved stays saved."""
