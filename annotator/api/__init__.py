"""Annotator for scripts and notebooks: a handful of functions on DataFrames."""

from annotator.api.aggregation import Aggregation, Confusions, aggregate
from annotator.api.project import Project, open_project

__all__ = ["Aggregation", "Confusions", "Project", "aggregate", "open_project"]
