"""Starting a run from the Label tab: permission for the places, keys into the keyring, then the run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from annotator.errors import UserError
from annotator.services import agents, allowing
from annotator.services.agents import AgentChoice
from annotator.ui import run_plan
from annotator.ui.labelling import Order
from annotator.ui.model_test import ModelTest
from annotator.ui.run_plan import Planned
from annotator.ui.session import Session
from annotator.ui.widgets.permission import Permission
from annotator.ui.widgets.run_card import RunCard


class Starting(QObject):
    """Lives as long as its card. Nothing is sent to a place before its text was shown and allowed."""

    def __init__(self, card: RunCard, permission: Permission, session: Session) -> None:
        super().__init__(card)
        self._card, self._permission, self._session = card, permission, session
        self._then: Callable[[], object] = lambda: None
        self.testing = ModelTest(session, card.form.show_tested, self)
        permission.allowed.connect(self._allow)
        card.taken_back.connect(self._forbid)

    def start(self, order: Order, seen: Planned) -> None:
        """Begin, or ask for the permission that is missing first."""
        self._with_permission(order, list(seen.forbidden), lambda: self._keep_keys(order))

    def test(self, choice: AgentChoice, api_key: str) -> None:
        """Try a model with a small request of our own."""
        order = Order((choice,))

        def planned(seen: Planned) -> None:
            self._with_permission(order, list(seen.forbidden), lambda: self._test(choice, api_key))

        self._session.compute(
            lambda db: run_plan.planned(db, order),
            owner=self,
            done=planned,
            failed=lambda error: self._card.form.show_tested(str(error), "bad"),
        )

    def _test(self, choice: AgentChoice, api_key: str) -> None:
        self.testing.start(choice, api_key)
        self._card.form.show_testing()

    def _with_permission(self, order: Order, forbidden: list[tuple[int, str]], then: Callable[[], object]) -> None:
        """forbidden: where texts may not go yet, with the place of an agent that sends them there; asked one by one."""
        if not forbidden:
            then()
            return
        place, where = forbidden[0]
        rest = [each for each in forbidden if each[1] != where]
        self._then = lambda: self._with_permission(order, rest, then)
        self._session.compute(
            lambda db: run_plan.leaves(db, order, place),
            owner=self,
            done=lambda text: self._permission.ask(where, text),
            failed=lambda error: self._card.outcome.show_text(str(error), "bad"),
        )

    def _allow(self, where: str, text: str) -> None:
        then = self._then
        self._session.write(
            lambda db: allowing.allow(db, where, shown=text), owner=self._card, done=lambda changes: then()
        )

    def _forbid(self, where: str) -> None:
        self._session.write(lambda db: allowing.forbid(db, where), owner=self._card)

    def _keep_keys(self, order: Order) -> None:
        self._card.outcome.clear()
        if not order.api_keys:
            self._session.labelling.begin(order)
            return
        self._card.start_button.setEnabled(False)
        self._session.jobs.on_background(lambda: _kept(order), owner=self, done=lambda kept: self._begin(order, kept))

    def _begin(self, order: Order, kept: dict[int, str]) -> None:
        """kept: why a key could not be kept, by its agent's place; "" where it was."""
        self._card.form.key.clear()
        for why in dict.fromkeys(kept.values()):
            here = self.tr("The key is kept in this computer's keyring.")
            once = self.tr("{why} The key is used for this run only.").format(why=why)
            self._session.tell(once if why else here, "info")
        keys = {place: key for place, key in order.api_keys.items() if kept[place]}
        self._session.labelling.begin(replace(order, api_keys=keys))


def _kept(order: Order) -> dict[int, str]:
    """Puts the keys into the keyring; by the agent's place why that was not possible, "" where it was."""
    return {place: keep_key(order.choices[place], key) for place, key in order.api_keys.items()}


def keep_key(choice: AgentChoice, key: str) -> str:
    """Puts a key into the keyring; why that was not possible, "" where it was. For a background thread."""
    try:
        agents.store_key(choice, key)
    except UserError as error:
        return error.message
    return ""
