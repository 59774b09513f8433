"""How the work that was sent out goes: how far, how fast, how right, and signs of not reading, with the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from annotator.domain.annotator_checks import Bounded, Check
from annotator.domain.annotator_signs import LEAST_ANSWERS, LEAST_CHECKS
from annotator.domain.intervals import Share, wilson
from annotator.domain.model import Annotator
from annotator.domain.union import numbered
from annotator.services import agreement, feedback, packages
from annotator.services.item_story import when
from annotator.services.packages import Mistake, Package, of_whom
from annotator.storage import annotators, setup, takings
from annotator.storage import packages as sent_packages
from annotator.storage.database import Db
from annotator.storage.packages import Done
from annotator.texts import figure, say

HALF = 0.5  # right on checks, where nobody else's can be compared

_NOTHING = Done(0, 0, 0, 0.0, "", 0, 0, 0)


@dataclass(frozen=True)
class Standing:
    """One person's work on one package. of: items to answer. per_hour: answers in an hour of work, pauses left out.

    taken: when something came back last, "" for never; last: when they answered last, by their clock. agreement:
    with the others beyond chance, over all that they have answered; None without any answers. checks: right on the
    hidden items whose label is known. signs: of not reading, each a sentence with its evidence; no proof. unjudged:
    what cannot be looked for yet, each a sentence with how much there is; none before anything came back.
    """

    package: Package
    annotator: Annotator
    answered: int
    skipped: int
    of: int
    per_hour: float | None
    taken: str
    last: str
    agreement: Bounded | None
    checks: Share
    signs: tuple[str, ...]
    unjudged: tuple[str, ...] = ()

    @property
    def few(self) -> str:
        """ "too few answers yet (3 of 20)", "" where there are enough, or none at all."""
        if not self.unjudged or self.answered >= LEAST_ANSWERS:
            return ""
        return say("too few answers yet ({n} of {least})", n=figure(self.answered), least=LEAST_ANSWERS)

    @property
    def state(self) -> str:
        """One of "out" (nothing came back), "begun" and "done"."""
        if self.answered + self.skipped >= self.of:
            return "done"
        return "begun" if self.taken or self.answered + self.skipped else "out"

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "package": self.package.uid,
            "number": self.package.number,
            "file": self.package.file_name,
            "again": list(self.package.again),
            "sent": self.package.at,
            "deadline": self.package.deadline or None,
            "questions": list(self.package.questions),
            "state": self.state,
            "annotator": self.annotator.name,
            "answered": self.answered,
            "skipped": self.skipped,
            "of": self.of,
            "per_hour": self.per_hour,
            "taken": self.taken or None,
            "last_answer": self.last or None,
            "agreement": None if self.agreement is None else self.agreement._asdict(),
            "checks": self.checks._asdict(),
            "signs": list(self.signs),
            "not_judged": list(self.unjudged),
        }

    def sentence(self) -> str:
        """ "Ann: 40 of 120, 2 skipped, 310 an hour, 9 of 10 checks right"."""
        parts = [say("{done} of {of}", done=figure(self.answered), of=figure(self.of))]
        if self.skipped:
            parts.append(say("{skipped} skipped", skipped=figure(self.skipped)))
        if self.per_hour is not None:
            parts.append(say("{number} an hour", number=figure(self.per_hour)))
        if self.agreement is not None and self.agreement.value is not None:
            parts.append(say("agreement {value}", value=figure(self.agreement.value, 2)))
        if self.checks.value is not None:
            right = round(self.checks.value * self.checks.of)
            parts.append(say("{right} of {of} checks right", right=right, of=self.checks.of))
        return f"{self.annotator.name}: {', '.join(parts)}."


def which(found: Standing) -> str:
    """What tells a package from the others: "Package 2, sent 2026-01-31 14:05, file “...”; Sentiment; Friday; ..."."""
    package = found.package
    states = {
        "out": say("nothing has come back yet"),
        "begun": say("came back in part"),
        "done": say("all came back"),
    }
    sent = say(
        "Package {number}, sent {at}, file “{file}”", number=package.number, at=when(package.at), file=package.file_name
    )
    asked = say("question: {names}", names=", ".join(package.questions))
    back = states[found.state]
    if found.state == "begun" and not found.answered + found.skipped:
        back = say("came back with nothing answered yet")
    until = [say("until: {deadline}", deadline=package.deadline)] if package.deadline else []
    again = [say("written again: {files}", files=", ".join(f"“{name}”" for name in package.again))]
    return f"{'; '.join([sent, *(again if package.again else []), asked, *until, back])}."


def standing(db: Db) -> list[Standing]:
    """Everybody's work on every package, of the question that is looked at; people who used somebody else's package
    behind them. Only reads."""
    question = setup.question(db)
    sent = packages.sent(db)
    done = sent_packages.done(db, question.id)
    checked = agreement.checks(db) if done else {}
    first = packages.first_of(db)
    times: dict[str, str] = {}
    for uid, at in takings.last_times(db).items():
        uid = first.get(uid, uid)
        times[uid] = max(times.get(uid, ""), at)
    people = _people(db, sent, first)
    pooled = {key: (found.right, found.of) for key, found in done.items() if key[1] in people.get(key[0], ())}
    return [
        _standing(package, who, done.get((package.id, who.id), _NOTHING), checked.get(who.id), times, pooled)
        for package in sent
        for who in people[package.id].values()
    ]


def mistakes(db: Db, annotator_id: int) -> list[Mistake]:
    """What an annotator got wrong on items whose label is known: the sheet that the next package may carry."""
    return feedback.mistakes(db, annotator_id)


def _people(db: Db, sent: list[Package], first: Mapping[str, str]) -> dict[int, dict[int, Annotator]]:
    """By package id: whom it was for, and who else used it, by their ids. first: see `packages.first_of`."""
    by_name = {annotator.name: annotator for annotator in annotators.every(db)}
    by_uid = {package.uid: package for package in sent}
    found = {package.id: {package.annotator.id: package.annotator} for package in sent}
    whose = {uid: by_uid[root].annotator.id for uid, root in first.items() if root in by_uid}
    came = [copy for copy in takings.copies(db) if copy.package in whose]
    for copy, number in numbered(came, whose).items():
        package = by_uid[first[copy.package]]
        who = by_name.get(of_whom(package.annotator.name, number))
        if who is not None:
            found[package.id][who.id] = who
    return found


def _standing(
    package: Package,
    who: Annotator,
    done: Done,
    check: Check | None,
    times: Mapping[str, str],
    pooled: Mapping[tuple[int, int], tuple[int, int]],
) -> Standing:
    others = [found for (_, annotator_id), found in pooled.items() if annotator_id != who.id]
    checks = wilson(done.right, done.of)
    return Standing(
        package=package,
        annotator=who,
        answered=done.answered,
        skipped=done.skipped,
        of=package.items,
        per_hour=3600 * done.timed / done.seconds if done.timed and done.seconds else None,
        taken=times.get(package.uid, ""),
        last=done.last or "",
        agreement=None if check is None else check.kappa,
        checks=checks,
        signs=tuple(_signs(check, done, checks, wilson(sum(r for r, _ in others), sum(of for _, of in others)))),
        unjudged=tuple(_unjudged(package, check, done)),
    )


def _unjudged(package: Package, check: Check | None, done: Done) -> Iterator[str]:
    if not done.answered:
        return
    if check is not None:
        yield from check.unjudged
    if not package.gold:
        yield say("Checks: none is hidden in this package.")
    elif package.gold < LEAST_CHECKS:
        yield say("Checks: too few are hidden in this package ({n} of {least}).", n=package.gold, least=LEAST_CHECKS)
    elif done.of + package.gold - done.checked < LEAST_CHECKS:
        yield say("Checks: too few answered ({n} of {least}), as others were skipped.", n=done.of, least=LEAST_CHECKS)
    elif done.of < LEAST_CHECKS:
        yield say("Checks: too few answered yet ({n} of {least}).", n=figure(done.of), least=LEAST_CHECKS)


def _signs(check: Check | None, done: Done, checks: Share, others: Share) -> Iterator[str]:
    """Of the checks of all answers, and of the hidden items: those that are right far less often than the others'."""
    if check is not None:
        yield from (suspicion.reason for suspicion in check.suspicions)
    usual = others.low if others.of >= LEAST_CHECKS else HALF
    if done.of >= LEAST_CHECKS and checks.high < usual:
        yield say(
            "right on {right} of {of} hidden checks, so at most {high} of all with 95 % certainty",
            right=figure(done.right),
            of=figure(done.of),
            high=figure(checks.high, 2),
        )
