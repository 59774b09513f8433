"""Which pages there are, without loading any of them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication


class PageRow(NamedTuple):
    """A page's icon, and where its class is; it is imported when it is first shown."""

    icon: str
    where: str


PAGES = {
    "overview": PageRow("chart-donut", "annotator.ui.pages.overview:OverviewPage"),
    "items": PageRow("table", "annotator.ui.pages.items:ItemsPage"),
    "annotate": PageRow("keyboard-outline", "annotator.ui.pages.annotate:AnnotatePage"),
    "review": PageRow("scale-balance", "annotator.ui.pages.review:ReviewPage"),
    "agents": PageRow("robot-outline", "annotator.ui.pages.agents:AgentsPage"),
    "quality": PageRow("chart-scatter-plot", "annotator.ui.pages.quality:QualityPage"),
    "export": PageRow("tray-arrow-down", "annotator.ui.pages.export:ExportPage"),
    "setup": PageRow("tune", "annotator.ui.pages.setup:SetupPage"),
    "team": PageRow("account-group-outline", "annotator.ui.pages.team:TeamPage"),
}

# What is imported beside the window once a project is in sight, so that no page keeps it waiting for that: the pages,
# and the tabs that their tables name.
_TABS = (
    "agents_label", "workshop", "agents_people", "agent_compare", "agent_replies", "agent_costs",
    "quality_people", "quality_agreement", "quality_calibration", "quality_labels", "quality_drift", "quality_soft",
    "setup_labels", "setup_guideline", "team_send", "team_take", "team_progress",
)  # fmt: skip
_WIZARD = "annotator.ui.dialogs.new_project"
_PAGES = tuple(row.where.partition(":")[0] for row in PAGES.values())
_CRASH = "annotator.ui.dialogs.crash"
AHEAD = (*_PAGES, *(f"annotator.ui.pages.{tab}" for tab in _TABS), _WIZARD, _CRASH)
# The same for what the start page leads to.
AHEAD_AT_START = ("annotator.ui.session", "annotator.ui.project_view", _WIZARD, _PAGES[0], _CRASH)


def page_title(name: str) -> str:
    """The page's name in the language of the window."""
    translate = QCoreApplication.translate
    return {
        "overview": translate("pages", "Overview"),
        "items": translate("pages", "Items"),
        "annotate": translate("pages", "Annotate"),
        "review": translate("pages", "Review"),
        "agents": translate("pages", "Agents"),
        "quality": translate("pages", "Quality"),
        "export": translate("pages", "Export"),
        "setup": translate("pages", "Setup"),
        "team": translate("pages", "Team"),
    }[name]
