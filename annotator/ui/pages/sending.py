"""Putting into force what is chosen on the routing card, and reading the numbers that it shows."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services import adaptive, auditing, routing
from annotator.services.auditing import Look, TargetResult
from annotator.services.project_file import Db
from annotator.services.routing import Outlook, RouteResult
from annotator.ui.session import Session
from annotator.ui.widgets.routing_card import ADAPTIVE, TARGET, RoutingCard


class Sending(QObject):
    """Lives as long as its card."""

    def __init__(self, card: RoutingCard, session: Session) -> None:
        super().__init__(card)
        self._card = card
        self._session = session
        self._asked = 0
        card.routed.connect(self._route)
        card.targeted.connect(self._route_to_target)
        card.budgeted.connect(self._route_budget)
        card.adapted.connect(self._route_adaptively)
        card.asked.connect(self._read_numbers)

    def _route(self, threshold: float, audit_share: float, answers: int) -> None:
        llm = self._card.annotator_id

        def routed(result: RouteResult) -> None:
            self._tell(result)

        self._session.write(
            lambda db: routing.route(
                db, threshold=threshold, audit_share=audit_share, answers_per_item=answers, annotator_id=llm
            ),
            owner=self._card,
            done=routed,
        )

    def _route_to_target(self, target: float, delta: float, audit: int | None) -> None:
        llm = self._card.annotator_id

        def routed(result: TargetResult) -> None:
            self._tell(result)

        self._session.write(
            lambda db: auditing.route_to_target(db, target=target, delta=delta, audit=audit, annotator_id=llm),
            owner=self._card,
            done=routed,
        )

    def _route_budget(self, budget: int) -> None:
        llm = self._card.annotator_id

        def routed(result: RouteResult) -> None:
            self._tell(result)

        self._session.write(
            lambda db: routing.route_budget(db, budget=budget, annotator_id=llm), owner=self._card, done=routed
        )

    def _route_adaptively(self, sure: float, most: int) -> None:
        def routed(result: RouteResult) -> None:
            self._tell(result)

        self._session.write(lambda db: adaptive.route(db, sure=sure, most=most), owner=self._card, done=routed)

    def _tell(self, result: RouteResult | TargetResult) -> None:
        waits = self.tr("{items} for people.").format(items=counted(result.waiting, "item waits", "items wait"))
        self._session.tell(" ".join([waits, *result.already]), "good")

    def _read_numbers(self, mode: int) -> None:
        """What the routing card is to show; only for what was asked last."""
        self._asked += 1
        asked, choice = self._asked, self._card.target
        target, delta, audit = choice.accuracy, choice.delta, choice.audit_size
        llm = self._card.annotator_id if mode != ADAPTIVE else None

        def show(found: Look | Outlook) -> None:
            if asked == self._asked:
                self._card.show_numbers(found)

        def failed(error: UserError) -> None:
            if asked == self._asked:
                self._card.show_failure(str(error))

        def read(db: Db) -> Look | Outlook:
            if mode == TARGET:
                return auditing.look(db, target, delta, audit=audit, annotator_id=llm)
            return routing.outlook(db, llm)

        self._session.compute(read, owner=self._card, done=show, failed=failed)
