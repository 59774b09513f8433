"""What a report cannot promise, in plain words, and how each of its numbers was computed."""

from __future__ import annotations

from annotator.domain.model import Kind
from annotator.domain.words import counted, percent
from annotator.services.reporting import Content
from annotator.texts import english, figure, say, say_count

SMALL_GOLD = 100  # items: with fewer, an interval around 90 % is wider than six points to each side
NAMED = 6

METHODS = (
    (
        english("Accuracy"),
        english(
            "Share of the answers, or of the merged labels, that equal gold: what was imported, and what was decided"
            " about items drawn at random. An invalid reply of an LLM is a wrong answer; agreement and confidence leave"
            " it out. Intervals are Wilson's score intervals at 95 %. Items that an LLM was shown as"
            " examples are left out."
        ),
        english("Wilson, JASA 1927"),
    ),
    (
        english("Agreement"),
        english(
            "Percent agreement, Krippendorff's alpha, Gwet's AC1, Fleiss' and Cohen's kappa over all"
            " pairs of answers to"
            " the same item; missing answers are left out. Intervals come from drawing the items anew (bootstrap)."
        ),
        english("Krippendorff 2004; Gwet 2008; Fleiss 1971; Cohen 1960"),
    ),
    (
        english("Reliability and merged labels"),
        english(
            "Each annotator's confusion matrix and each item's label are estimated together from who"
            " agrees with whom; the"
            " method in force is named with its reason above."
        ),
        english("Dawid and Skene, Applied Statistics 1979"),
    ),
    (
        english("Expected accuracy"),
        english("Mean probability of the merged labels: what the method claims of itself, if its assumptions hold."),
        "",
    ),
    (
        english("Calibration error"),
        english(
            "Mean distance between what is claimed and what is met, over ten bins of equal width,"
            " beside what chance alone"
            " gives on as few items. AUROC: how often a right answer is surer than a wrong one."
        ),
        english("Guo et al., ICML 2017"),
    ),
    (
        english("May an LLM replace people"),
        english(
            "The alternative annotator test: each person in turn is left out, and set against the"
            " LLM by agreement with the"
            " others. Only answers given without seeing a suggestion count."
        ),
        english("Calderon, Reichart and Dror, ACL 2025"),
    ),
    (
        english("Guarantee"),
        english(
            "Exact (Clopper-Pearson) bounds on a random audit sample, for thresholds tried in an order fixed before."
        ),
        english("Clopper and Pearson, Biometrika 1934"),
    ),
    (
        english("Cost"),
        english(
            "Tokens as the providers counted them, times the price per token at that time. Minutes"
            " of people: from shown to"
            " answered, of the answers that were timed."
        ),
        "",
    ),
)


def limits(found: Content) -> list[str]:
    """Sentences, the gravest first."""
    told = [*_simulated(found), *_gold(found), *_open(found), *_stale(found), *_answers(found), *_llms(found)]
    told += [*(found.merge.warnings if found.merge is not None else ()), *_costs(found)]
    told.append(
        say("Nothing here tells whether the question and its labels are the right ones for what the labels are for.")
    )
    return list(dict.fromkeys(told))


def _simulated(found: Content) -> list[str]:
    made_up = [report.annotator.name for report in found.annotators if report.annotator.simulated]
    if not made_up:
        return []
    people = sum(report.annotator.kind is Kind.HUMAN for report in found.annotators)
    who = say("All") if len(made_up) == people else say("{made_up} of the", made_up=figure(len(made_up)))
    return [
        say(
            "{who} {people} people are simulated: a program made their answers up ({named}). What is measured"
            " of them says nothing about people.",
            who=who,
            people=figure(people),
            named=_named(made_up),
        )
    ]


def _gold(found: Content) -> list[str]:
    if not found.gold:
        return [
            say(
                "There is no gold, so no accuracy is measured here;"
                " what is expected of the labels is the method's claim."
            )
        ]
    told = list(found.calibration.left_out)
    if found.measuring < SMALL_GOLD:
        told.append(
            say(
                "Gold is small ({items}), so what is measured on it has wide intervals.",
                items=counted(found.measuring, "item"),
            )
        )
    told += [learnt.warning for learnt in found.calibration.calibrations if learnt.warning]
    return told + [source.note for source in found.calibration.sources if source.note]


def _open(found: Content) -> list[str]:
    """What may still change."""
    summary = found.summary
    parts = {
        say("waiting for people"): summary.waiting,
        say("in conflict"): summary.in_conflict,
        say("not routed"): summary.not_routed,
    }
    still = [f"{figure(number)} {what}" for what, number in parts.items() if number]
    return (
        [
            say(
                "Not everything is settled: of {items} {still}.",
                items=counted(found.items, "item"),
                still=", ".join(still),
            )
        ]
        if still
        else []
    )


def _stale(found: Content) -> list[str]:
    told = []
    if found.merge is None and found.annotators:
        told.append(say("The answers are not merged, so there are no labels with probabilities yet."))
    if found.merge is not None and found.merge.stale:
        number = counted(found.merge.stale, "answer or decision", "answers or decisions")
        told.append(say("{number} came after the merge, and the merged labels do not know of them.", number=number))
    old = found.older.by_people + found.older.by_llms
    if old:
        told.append(
            say_count(
                old,
                "{n} answer was given under an older guideline than version {version}.",
                "{n} answers were given under an older guideline than version {version}.",
                version=found.question.version,
            )
        )
    return told


def _answers(found: Content) -> list[str]:
    told = []
    if sum(report.answers > 0 for report in found.annotators) == 1:
        told.append(say("Only one annotator has answered, so nothing can be said about agreement."))
    warned = [found.agreement.annotators[id_].name for id_, check in found.agreement.checks.items() if check.suspicions]
    if warned:
        told.append(
            say_count(
                len(warned),
                "Answers of one annotator look unusual ({named}); see the table of annotators.",
                "Answers of {n} annotators look unusual ({named}); see the table of annotators.",
                named=_named(warned),
            )
        )
    return told


def _llms(found: Content) -> list[str]:
    """LLMs err together, the more so the nearer they are."""
    families: dict[str, list[str]] = {}
    for report in found.annotators:
        if report.annotator.kind is Kind.LLM and report.annotator.family:
            families.setdefault(report.annotator.family, []).append(report.annotator.name)
    told = [
        say(
            "{named} are of one family ({family}), so they tend to make the same mistakes; their agreement is less"
            " evidence than that of strangers.",
            named=_named(names),
            family=family,
        )
        for family, names in families.items()
        if len(names) > 1
    ]
    shared, votes = found.merging.get("correlation"), found.merging.get("effective_votes")
    if shared is not None and votes is not None:
        told.append(
            say(
                "Mistakes are shared (correlation {shared} as estimated): an item's answers are worth about"
                " {votes} independent votes.",
                shared=figure(shared, 2),
                votes=figure(votes, 1),
            )
        )
    return told


def _costs(found: Content) -> list[str]:
    told = []
    if found.ledger.unpriced:
        told.append(
            say(
                "The price of {requests} is unknown, so the cost is higher.",
                requests=counted(found.ledger.unpriced, "request"),
            )
        )
    if found.ledger.untimed:
        answers = counted(found.ledger.untimed, "answer")
        told.append(say("The time for {answers} of people was not measured.", answers=answers))
    return told


def in_gold(found: Content) -> str:
    """The accuracy of the merged labels against gold, with its interval; "" where there is none."""
    share = None if found.merge is None else found.merge.accuracy
    if share is None or share.value is None:
        return ""
    value, low, high = (figure(100 * part, 1) for part in (share.value, share.low, share.high))
    return f"{value} % ({low}–{high} %, n = {figure(share.of)})"


def expected(found: Content) -> str:
    """What the method claims, "" where nothing is merged."""
    share = None if found.merge is None else found.merge.expected_accuracy
    return "" if share is None else percent(share)


def _named(names: list[str]) -> str:
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (say(" and {more} more", more=figure(more)) if more > 0 else "")
