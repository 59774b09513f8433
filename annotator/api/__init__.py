"""Annotator for scripts and notebooks: a handful of functions on DataFrames."""

from annotator.api.aggregation import Aggregation, Confusions, aggregate
from annotator.api.project import Project, open_project
from annotator.api.replaying import Replayed, replay

__all__ = ["Aggregation", "Confusions", "Project", "Replayed", "aggregate", "open_project", "replay"]
