"""The ledger: what agents and people have cost in money, tokens, time and energy, and what a right label costs."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from annotator.domain.intervals import Share, wilson
from annotator.domain.model import Annotator, Changes, Status
from annotator.domain.words import counted
from annotator.errors import UserError
from annotator.services.estimating import duration
from annotator.services.run_summary import dollars
from annotator.storage import annotators, answers, setup, spending, trials
from annotator.storage.database import Db
from annotator.storage.spending import AgentSums as AgentSums
from annotator.storage.spending import PersonSums as PersonSums
from annotator.storage.trials import TrialSums as TrialSums
from annotator.texts import figure, numeral, say

ENERGY = "energy in Wh for 1,000 tokens"  # the setting
NO_TRIES = TrialSums()


class OtherQuestions(NamedTuple):
    """What all agents and all people together have taken for the project's other questions."""

    llms: AgentSums = AgentSums()
    people: PersonSums = PersonSums()


NO_OTHERS = OtherQuestions()


@dataclass(frozen=True)
class AgentCost:
    """What one agent has taken so far.

    requests: sent, also those tried again; cached: answers that were known and cost nothing. money: US dollars as far
    as the prices are known; unpriced: requests whose price nobody knows. perhaps: US dollars on top at most, for
    requests without an answer. seconds: in which its runs worked. energy: Wh by the project's factor, an estimate; None
    without a factor. labels: that it has given, besides `invalid` replies; accuracy: of both on gold.
    """

    annotator: Annotator
    requests: int
    answers: int
    cached: int
    tokens_in: int
    tokens_out: int
    money: float
    unpriced: int
    perhaps: float
    seconds: float
    energy: float | None
    labels: int
    invalid: int
    accuracy: Share

    @property
    def per_correct_label(self) -> float | None:
        """US dollars for a label that is right, going by its accuracy on gold; None without gold or a known price."""
        right = (self.labels + self.invalid) * (self.accuracy.value or 0.0)
        return None if self.unpriced or not right else self.money / right

    @property
    def sentence(self) -> str:
        """For people."""
        parts = [
            f"{self.annotator.name}: {counted(self.labels, 'answer')}{_invalid(self.invalid)}",
            say(
                "{tokens_out} tokens in {requests}",
                tokens_out=figure(self.tokens_in + self.tokens_out),
                requests=counted(self.requests, "request"),
            ),
            _money(self.money, self.unpriced),
        ]
        parts += [say("{cached} from the cache", cached=figure(self.cached))] if self.cached else []
        parts += [_more(self.perhaps)] if self.perhaps else []
        parts += (
            [say("{money} for a right label", money=dollars(self.per_correct_label))] if self.per_correct_label else []
        )
        if self.energy:
            parts.append(say("about {energy} Wh (an estimate)", energy=numeral(format(self.energy, ".3g"))))
        return "; ".join([*parts, duration(self.seconds)]) + "."


@dataclass(frozen=True)
class PersonCost:
    """What one person has taken. minutes: of the answers whose time was measured, which are `timed`, and of what they
    skipped."""

    annotator: Annotator
    answers: int
    timed: int
    minutes: float
    skipped: int = 0

    @property
    def sentence(self) -> str:
        rest = self.answers - self.timed
        passed = say(", {skipped} skipped", skipped=figure(self.skipped)) if self.skipped else ""
        answers = f"{counted(self.answers, 'answer')}{passed}"
        if not self.minutes:
            return say(
                "{annotator}: {answers}; it is unknown how long that took.",
                annotator=self.annotator.name,
                answers=answers,
            )
        unknown = say(", without {rest} of them whose time is unknown", rest=figure(rest)) if rest else ""
        return say(
            "{annotator}: {answers}; {minutes} min{unknown}.",
            annotator=self.annotator.name,
            answers=answers,
            minutes=minutes(self.minutes),
            unknown=unknown,
        )


@dataclass(frozen=True)
class Ledger:
    """Everybody's costs for one question, and with the rest, those of the whole project.

    energy_factor: Wh for 1,000 tokens as the user has set it, None before. tries: what trying agents out has taken,
    for whichever question, which no agent is charged with. others: for the other questions. Sums are of all of them.
    """

    agents: tuple[AgentCost, ...]
    people: tuple[PersonCost, ...]
    energy_factor: float | None
    tries: TrialSums = NO_TRIES
    others: OtherQuestions = NO_OTHERS

    @property
    def money(self) -> float:
        """US dollars as far as they are known."""
        return sum(each.money for each in self._llms)

    @property
    def unpriced(self) -> int:
        return sum(each.unpriced for each in self._llms)

    @property
    def perhaps(self) -> float:
        """US dollars on top at most, for requests without an answer."""
        return sum(agent.perhaps for agent in self.agents) + _perhaps(self.others.llms)

    @property
    def tokens(self) -> int:
        return sum(each.tokens_in + each.tokens_out for each in self._llms)

    @property
    def seconds(self) -> float:
        """In which LLMs were at work."""
        return sum(each.seconds for each in self._llms)

    @property
    def energy(self) -> float | None:
        """Wh, an estimate; None without a factor."""
        return None if self.energy_factor is None else self.tokens / 1_000 * self.energy_factor

    @property
    def minutes(self) -> float:
        """Of people, as far as they were measured."""
        return sum(person.minutes for person in self.people) + self.others.people.seconds / 60

    @property
    def untimed(self) -> int:
        """Answers of people of which nobody knows how long they took."""
        others = self.others.people
        return sum(person.answers - person.timed for person in self.people) + others.answers - others.timed

    @property
    def has_others(self) -> bool:
        """Whether anything was done for another question."""
        people = self.others.people
        return bool(self.others.llms.requests or self.others.llms.answers or people.answers or people.skipped)

    @property
    def sentences(self) -> list[str]:
        """For people; the last one is for all of them together."""
        told = [agent.sentence for agent in self.agents] + [person.sentence for person in self.people]
        return [*told, *self._tries, *self._others, say("In all: {total}.", total=self.total)]

    @property
    def total(self) -> str:
        """What all of them together have spent, as part of a sentence."""
        energy = ""
        if self.energy is not None:
            energy = say("; about {energy} Wh (an estimate)", energy=numeral(format(self.energy, ".3g")))
        perhaps = f"; {_more(self.perhaps)}" if self.perhaps else ""
        spent = say(
            "{money}{perhaps}; {tokens} tokens{energy}",
            money=_money(self.money, self.unpriced),
            perhaps=perhaps,
            tokens=figure(self.tokens),
            energy=energy,
        )
        return f"{spent}; {_of_people(self.minutes, self.untimed)}"

    @property
    def _llms(self) -> tuple[AgentCost | TrialSums | AgentSums, ...]:
        return (*self.agents, self.tries, self.others.llms)

    @property
    def _tries(self) -> list[str]:
        if not self.tries.requests:
            return []
        tokens = self.tries.tokens_in + self.tries.tokens_out
        money = _money(self.tries.money, self.tries.unpriced)
        return [
            say(
                "Trying agents out: {tokens} tokens in {requests}; {money}.",
                tokens=figure(tokens),
                requests=counted(self.tries.requests, "request"),
                money=money,
            )
        ]

    @property
    def _others(self) -> list[str]:
        if not self.has_others:
            return []
        llms, people = self.others
        parts = [
            say(
                "{tokens_out} tokens in {requests}",
                tokens_out=figure(llms.tokens_in + llms.tokens_out),
                requests=counted(llms.requests, "request"),
            ),
            _money(llms.money, llms.unpriced),
        ]
        parts += [_more(_perhaps(llms))] if _perhaps(llms) else []
        parts.append(_of_people(people.seconds / 60, people.answers - people.timed))
        return [say("Other questions: {spent}.", spent="; ".join(parts))]

    def as_dict(self) -> dict[str, Any]:
        """For --json."""
        agents = [
            asdict(a) | {"annotator": a.annotator.name, "per_correct_label": a.per_correct_label} for a in self.agents
        ]
        people = [asdict(p) | {"annotator": p.annotator.name} for p in self.people]
        total = {"money": self.money, "perhaps": self.perhaps, "unpriced": self.unpriced}
        total |= {"tokens": self.tokens, "minutes": self.minutes}
        return {
            "agents": agents,
            "people": people,
            "tries": self.tries._asdict(),
            "other_questions": self.others.llms._asdict()
            | {"people": self.others.people.answers, "minutes": self.others.people.seconds / 60},
            "total": total | {"energy": self.energy},
        }


def ledger(db: Db) -> Ledger:
    """Everybody's costs so far; reads every call once, so at a million it belongs on the compute thread."""
    question_id, factor = setup.question(db).id, energy_factor(db)
    scores = answers.scores(db, question_id)
    counts = answers.counts(db, question_id)
    agents = []
    for who, sums in spending.by_agent(db, question_id).items():
        tokens = sums.tokens_in + sums.tokens_out
        agents.append(
            AgentCost(
                annotator=annotators.get(db, who),
                requests=sums.requests,
                answers=sums.answers,
                cached=sums.cached,
                tokens_in=sums.tokens_in,
                tokens_out=sums.tokens_out,
                money=sums.money,
                unpriced=sums.unpriced,
                perhaps=_perhaps(sums),
                seconds=sums.seconds,
                energy=None if factor is None else tokens / 1_000 * factor,
                labels=counts.get((who, Status.LABEL), 0),
                invalid=counts.get((who, Status.INVALID), 0),
                accuracy=wilson(*scores.get(who, (0, 0))),
            )
        )
    people = [
        PersonCost(annotators.get(db, who), sums.answers, sums.timed, sums.seconds / 60, sums.skipped)
        for who, sums in spending.by_person(db, question_id).items()
    ]
    others = OtherQuestions(
        spending.by_agents_elsewhere(db, question_id), spending.by_people_elsewhere(db, question_id)
    )
    return Ledger(tuple(agents), tuple(people), factor, trials.sums(db), others)


def energy_factor(db: Db) -> float | None:
    """Wh for 1,000 tokens, as the user has set it; None before."""
    found = setup.setting(db, ENERGY)
    return None if found is None else float(found)


def set_energy_factor(db: Db, wh: float | None) -> Changes:
    """Wh for 1,000 tokens; None for no estimate."""
    if wh is not None and not 0 <= wh < 1_000:
        raise UserError(
            say("{wh} Wh for 1,000 tokens is no energy factor.", wh=format(wh, "g")),
            hint=say("Give a number from 0 to 1,000."),
        )
    return setup.set_setting(db, ENERGY, wh)


def minutes(value: float) -> str:
    """In as many digits as say something."""
    return numeral(format(value, ".2g")) if value < 9.95 else figure(value)


def _of_people(known: float, untimed: int) -> str:
    """The time of people: what nobody knows is never told as none."""
    if not untimed:
        return say("{minutes} min of people", minutes=minutes(known))
    answers = counted(untimed, "answer")
    if not known:
        return say("an unknown time of people for {answers}", answers=answers)
    return say("{minutes} min of people, and an unknown time for {answers}", minutes=minutes(known), answers=answers)


def _invalid(number: int) -> str:
    return f", {say('{invalid} invalid', invalid=figure(number))}" if number else ""


def _perhaps(sums: spending.AgentSums) -> float:
    """Less than a millionth of a dollar is rounding."""
    return sums.perhaps if sums.perhaps > 1e-6 else 0.0


def _more(perhaps: float) -> str:
    return say("perhaps {money} more for requests without an answer", money=dollars(perhaps))


def _money(money: float, unpriced: int) -> str:
    unknown = say("an unknown price for {requests}", requests=counted(unpriced, "request"))
    if not unpriced:
        return dollars(money)
    return say("{money} and {unknown}", money=dollars(money), unknown=unknown) if money else unknown
