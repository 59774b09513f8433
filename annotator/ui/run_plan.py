"""What an order would ask, take and send, read beside the window before anything is started."""

from __future__ import annotations

from textwrap import dedent
from typing import NamedTuple

from annotator.domain.words import counted
from annotator.services import agent_views, agents, cascade, estimating
from annotator.services.agents import Plan
from annotator.services.caching import Cache
from annotator.services.cascade import Stage
from annotator.services.project_file import Db
from annotator.services.selecting import EVERYTHING
from annotator.texts import figure, say
from annotator.ui.labelling import Order


class Planned(NamedTuple):
    """What each agent of an order would ask."""

    plans: tuple[Plan, ...]

    @property
    def items(self) -> int:
        """In the project."""
        return self.plans[0].items

    @property
    def to_ask(self) -> int:
        return sum(plan.to_ask for plan in self.plans)

    @property
    def places(self) -> list[str]:
        """Where texts would go; none where they stay on this computer."""
        return list(dict.fromkeys(plan.goes_to for plan in self.plans if plan.goes_to))

    @property
    def forbidden(self) -> list[tuple[int, str]]:
        """The place of an agent among the choices, and where its texts may not go yet."""
        return [(place, plan.goes_to) for place, plan in enumerate(self.plans) if not plan.allowed]


def planned(db: Db, order: Order) -> Planned:
    """Raises UserError where there can be no such run. It may wait for litellm."""
    agents.get_ready()
    selection = order.selection or EVERYTHING
    return Planned(tuple(agents.plan(db, choice, order.limit, selection) for choice in order.choices))


def takes(db: Db, order: Order) -> list[str]:
    """Tokens, price and time in sentences; of a cascade where its items go. It may wait for litellm."""
    selection, cache = order.selection or EVERYTHING, order.cache or Cache.PROJECT
    if order.thresholds:
        stages = [Stage(choice, sure) for choice, sure in zip(order.choices, order.thresholds, strict=True)]
        return cascade.preview(db, stages, selection, cache=cache).sentences
    found = [estimating.estimate(db, choice, selection, order.limit, cache=cache) for choice in order.choices]
    if order.alone:
        return [found[0].details]
    return [f"{each.agent_name}: {each.sentence}" for each in found]


def leaves(db: Db, order: Order, place: int) -> str:
    """All that the agent at this place among the choices would be sent about the first item."""
    sent = agent_views.first_request(db, order.choices[place], order.selection or EVERYTHING)
    return "" if sent is None else dedent(sent.text)


def in_words(plan: Plan) -> str:
    """How much one agent is asked, and what it has done already."""
    if plan.to_ask:
        parts = [say("{items} will be asked.", items=counted(plan.to_ask, "item"))]
        parts += (
            [say("{answered} {are} answered already.", answered=figure(plan.answered), are=_are(plan.answered))]
            if plan.answered
            else []
        )
    elif plan.answered:
        done = counted(plan.answered, "item")
        parts = [
            say("All {done} are answered.", done=done)
            if plan.answered >= plan.items - plan.examples
            else say("None of these items is left to ask.")
        ]
    else:
        parts = [say("No item is left to ask.")]
    if plan.examples:
        parts.append(
            say("1 is its example.")
            if plan.examples == 1
            else say("{examples} are its examples.", examples=figure(plan.examples))
        )
    return " ".join(parts)


def news(plan: Plan) -> str:
    """That answers of another way of asking are kept apart; "" for an agent that is known, or the first of its name."""
    if not plan.version_of or not plan.to_ask:
        return ""
    differs = say(" It differs in: {differs}.", differs=", ".join(plan.differs)) if plan.differs else ""
    return say(
        "This is a new version of “{version_of}”, with answers of its own.{differs}",
        version_of=plan.version_of,
        differs=differs,
    )


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
