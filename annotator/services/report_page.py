"""A report as one page of HTML that loads nothing from elsewhere, for a browser or for Qt's text documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator import paths
from annotator.domain.agreement import Statistic
from annotator.domain.annotator_signs import SIGNS
from annotator.domain.intervals import Share
from annotator.domain.model import Kind
from annotator.domain.words import counted
from annotator.formats import writing
from annotator.services import exporting, measuring, report_figures, report_limits
from annotator.services.agents import AgentInfo
from annotator.services.agreement import TITLES, Estimate
from annotator.services.estimating import duration
from annotator.services.ledger import AgentCost, AgentSums, PersonCost, PersonSums, TrialSums, minutes
from annotator.services.merging import AnnotatorReport
from annotator.services.reliability import Stage
from annotator.services.reporting import Content
from annotator.services.run_summary import dollars
from annotator.storage.database import Db
from annotator.texts import english, figure, language, say, say_count, spoken

ROWS = 60  # of annotators; a crowd may be of thousands
NOTHING = "–"
# As imports are stored, and in words.
_IMPORTED = {"items": english("items"), "labels": english("labels"), "gold": english("gold")}
_COUNTS = {
    "added": english("added"),
    "updated": english("updated"),
    "skipped": english("skipped"),
    "rejected": english("set aside"),
    "without_gold": english("without gold"),
}
_STAGES = {Stage.GIVEN: english("as given"), Stage.CALIBRATED: english("calibrated")}


@dataclass(frozen=True)
class Table:
    """Cells as text. numbers: places of columns that stand at their end. more: rows that are left out.

    widths: of the columns in percent; () for as wide as their texts.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    more: int = 0
    widths: tuple[int, ...] = ()


@dataclass(frozen=True)
class Figure:
    """A plot. name: of the picture, where the page does not hold the SVG itself."""

    name: str
    svg: str


def write_html(db: Db, path: Path, found: Content) -> None:
    """The page at `path`, which appears when it is complete. A UserError where it must not be written."""
    exporting.check_place(db, path)
    with writing.replacing(path, "utf-8") as file:
        file.write(html(found))


def html(found: Content, *, for_print: bool = False) -> str:
    """The page. for_print: for Qt's text documents, where figures are pictures named as in `figures`, not SVG."""
    import jinja2

    template = paths.resource("report", "report.html.j2").read_text(encoding="utf-8")
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    style = paths.resource("report", "print.css" if for_print else "screen.css").read_text(encoding="utf-8")
    return environment.from_string(template).render(
        say=say,
        say_count=say_count,
        language=language(),
        found=found,
        style=style,
        for_print=for_print,
        guideline=markdown(found.question.guideline),
        **_parts(found),
    )


def figures(found: Content) -> list[Figure]:
    """All plots of the report, by the names that the printed page calls them."""
    drawn = [Figure("agreement", report_figures.intervals(found.agreement))]
    if found.distribution.sources:
        drawn.append(Figure("labels", report_figures.bars(found.distribution)))
    if found.calibration.sources:
        first = found.calibration.sources[0]
        drawn.append(Figure("calibration", report_figures.reliability(first.quality.bins, first.name)))
    return [each for each in drawn if each.svg]


def markdown(text: str) -> str:
    """Markdown as HTML: tags in it stay text, pictures are replaced by their words, and nothing is loaded."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")

    def words(self: object, tokens: Sequence[Any], place: int, *_: object) -> str:
        return str(jinja_escape(tokens[place].content))

    parser.add_render_rule("image", words)
    tokens = parser.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):  # below the headings of the report
            token.tag = f"h{min(int(token.tag[1]) + 3, 6)}"
    return str(parser.renderer.render(tokens, parser.options, {}))


def jinja_escape(text: str) -> str:
    """A text as it stands in HTML."""
    from markupsafe import escape

    return str(escape(text))


def _parts(found: Content) -> dict[str, Any]:
    """What the template fills in, by name."""
    return {
        "summary": _summary(found),
        "labels": _labels(found),
        "sources": _sources(found),
        "states": _states(found),
        "people": _people(found),
        "agents": [(agent.annotator.name, _agent(agent)) for agent in found.agents],
        "verdicts": [f"{verdict.llm.name}: {verdict.sentence}" for verdict in found.verdicts],
        "agreement": _agreement(found),
        "calibration": _calibration(found),
        "distribution": _distribution(found),
        "costs": _costs(found),
        "total": found.ledger.sentences[-1],
        "limits": report_limits.limits(found),
        "methods": [tuple(map(spoken, row)) for row in report_limits.METHODS],
        "figures": {each.name: each.svg for each in figures(found)},
        "merged_on_gold": report_limits.in_gold(found),
        "expected": report_limits.expected(found),
    }


def _summary(found: Content) -> Table:
    rows = [(say("Items"), figure(found.items))]
    llms = sum(report.annotator.kind is Kind.LLM for report in found.annotators)
    simulated = sum(report.annotator.simulated for report in found.annotators)
    people = figure(len(found.annotators) - llms) + (
        say(" ({simulated} simulated)", simulated=figure(simulated)) if simulated else ""
    )
    rows += [(say("People"), people), (say("LLMs"), figure(llms))]
    rows.append(
        (
            say("Merged labels right, against gold"),
            report_limits.in_gold(found) or say("not measured: no gold"),
        )
    )
    rows.append(
        (say("Accuracy that the merge expects of itself"), report_limits.expected(found) or say("nothing is merged"))
    )
    rows.append((spoken(TITLES[Statistic.ALPHA]), _alpha(found)))
    rows.append((say("Guarantee in force"), found.guarantee or say("none")))
    rows.append((say("Cost"), found.ledger.total))
    return Table((say("What"), say("Result")), tuple(rows), widths=(38, 62))


def _alpha(found: Content) -> str:
    told = [
        f"{group.title}: {_with_items(Statistic.ALPHA, group.estimates[Statistic.ALPHA])}"
        for group in found.agreement.groups
        if Statistic.ALPHA in group.estimates
    ]
    return "; ".join(told) or say("not measured: no item has answers of two")


def _labels(found: Content) -> Table:
    rows = tuple((label.name, label.description or NOTHING) for label in found.question.labels)
    return Table((say("Label"), say("Meaning")), rows, widths=(34, 66))


def _sources(found: Content) -> Table:
    rows = []
    for one in found.imports:
        counts = ", ".join(
            f"{figure(number)} {spoken(_COUNTS.get(name, name))}" for name, number in one.counts.items() if number
        )
        rows.append((one.at[:10], one.source, spoken(_IMPORTED.get(one.what, one.what)), counts or NOTHING))
    return Table(
        (say("When"), say("File"), say("What"), say("Rows")), tuple(rows[:ROWS]), more=max(len(rows) - ROWS, 0)
    )


def _states(found: Content) -> Table:
    summary = found.summary
    rows = (
        (say("settled in review"), summary.settled),
        (say("waiting for people"), summary.waiting),
        (say("in conflict"), summary.in_conflict),
        (say("answered by people"), summary.answered_by_people),
        (say("accepted from the LLM alone"), summary.accepted),
        (say("not routed"), summary.not_routed),
        (say("all items"), summary.items),
    )
    return Table(
        (say("Where the items stand"), say("Items")), tuple((name, figure(number)) for name, number in rows), (1,)
    )


def _people(found: Content) -> Table:
    rows = tuple(_annotator(found, report) for report in found.annotators)
    columns = (
        say("Annotator"),
        say("Kind"),
        say("Answers"),
        say("Reliability"),
        say("Right on gold"),
        say("Agrees"),
        say("Unusual"),
    )
    return Table(columns, rows[:ROWS], (2, 3, 4, 5), max(len(rows) - ROWS, 0), (20, 11, 9, 11, 22, 8, 19))


def _annotator(found: Content, report: AnnotatorReport) -> tuple[str, ...]:
    who = report.annotator
    kind = say("LLM") if who.kind is Kind.LLM else say("simulated") if who.simulated else say("person")
    check = found.agreement.checks.get(who.id)
    kappa = None if check is None else check.kappa.value
    return (
        who.name,
        kind,
        figure(report.answers),
        NOTHING if report.reliability is None else f"{figure(100 * report.reliability)} %",
        share(report.accuracy),
        NOTHING if kappa is None else figure(kappa, 2),
        "" if check is None else ", ".join(spoken(SIGNS[s.sign]) for s in check.suspicions),
    )


def _agent(agent: AgentInfo) -> Table:
    spec = agent.spec
    shown = f"{spec.few_shot.number}, {spoken(spec.few_shot.choice.value)}" if spec.few_shot.number else say("none")
    rows = (
        (say("Model"), spec.model),
        (say("Texts go to"), agent.goes_to or say("nowhere: it runs on this machine")),
        (
            say("Parameters"),
            ", ".join(f"{name} = {value}" for name, value in spec.parameters) or say("as the model has them"),
        ),
        (say("Prompt"), spoken(spec.template.name) or say("without a name")),
        (say("Hash of the whole agent"), spec.content_hash()),
        (say("Answers by"), spoken(spec.answer.value)),
        (say("Confidence"), agent.calibration or spoken(spec.confidence.value)),
        (say("Examples shown"), shown),
        (
            say("Taken out before sending"),
            ", ".join([*map(str, spec.redaction.kinds), *spec.redaction.names]) or say("nothing"),
        ),
        (say("Answers, invalid replies"), f"{figure(agent.labelled)}, {figure(agent.invalid)}"),
        (say("Right on gold"), share(agent.accuracy) + measuring.invalid(agent.invalid_on_gold)),
    )
    return Table(("", ""), rows, widths=(28, 72))


def _agreement(found: Content) -> Table:
    rows = [
        (
            group.title,
            spoken(TITLES[name]),
            _estimate(name, value),
            figure(value.items),
            figure(value.pairs),
        )
        for group in found.agreement.groups
        for name, value in group.estimates.items()
    ]
    return Table(
        (say("Between"), say("Statistic"), say("Value (95 % interval)"), say("Items"), say("Pairs")),
        tuple(rows),
        (2, 3, 4),
    )


def _with_items(name: Statistic, found: Estimate) -> str:
    """For where no column tells the items: 1.000 on 2 items is no 1.000 on 2,000."""
    told = _estimate(name, found)
    return told if found.value is None else f"{told}, n = {figure(found.items)}"


def _estimate(name: Statistic, found: Estimate) -> str:
    if found.value is None:
        return say("undefined: {reason}", reason=found.reason)
    times, digits, unit = (100, 1, " %") if name is Statistic.PERCENT else (1, 3, "")
    told = f"{figure(times * found.value, digits)}{unit}"
    if found.low is None or found.high is None:
        return told
    low, high = figure(times * found.low, digits), figure(times * found.high, digits)
    return say("{value} ({low} to {high})", value=told, low=low, high=high)


def _calibration(found: Content) -> Table:
    rows = []
    for source in found.calibration.sources:
        quality = source.quality
        name = source.name if source.stage is Stage.MERGED else f"{source.name}, {spoken(_STAGES[source.stage])}"
        area = quality.auroc
        told = (
            NOTHING if area.value is None else f"{figure(area.value, 2)} ({figure(area.low, 2)}–{figure(area.high, 2)})"
        )
        rows.append(
            (
                name,
                figure(quality.items),
                share(quality.accuracy, items=False),
                figure(quality.mean_confidence, 2),
                f"{figure(quality.error, 3)} ({figure(quality.chance_error, 3)})",
                told,
                figure(quality.brier, 3),
            )
        )
    columns = (
        say("Probabilities of"),
        say("Gold items"),
        say("Right"),
        say("Claimed"),
        say("Error (by chance)"),
        "AUROC",
        say("Brier"),
    )
    return Table(columns, tuple(rows), (1, 2, 3, 4, 5, 6), widths=(24, 11, 14, 10, 16, 17, 8))


def _distribution(found: Content) -> Table:
    sources = found.distribution.sources
    rows = [
        (label, *(share(source.shares[place], items=False) for source in sources))
        for place, label in enumerate(found.distribution.labels)
    ]
    columns = (say("Label"), *(source.name for source in sources))
    return Table(columns, tuple(rows[:ROWS]), tuple(range(1, len(columns))), max(len(rows) - ROWS, 0))


def _costs(found: Content) -> Table:
    """So that the rows come to the total below, those of tries and of the project's other questions stand at the end,
    whatever the number of annotators."""
    spent = found.ledger
    agents = [_spent(agent.annotator.name, figure(agent.labels), agent) for agent in spent.agents]
    people = [_worked(person.annotator.name, person, person.minutes) for person in spent.people]
    rest = [_spent(say("Trying agents out"), NOTHING, spent.tries)] if spent.tries.requests else []
    if spent.has_others:
        rest += [_spent(say("Other questions, LLMs"), NOTHING, spent.others.llms)]
        rest += [_worked(say("Other questions, people"), spent.others.people, spent.others.people.seconds / 60)]
    columns = (say("Who"), say("Answers"), say("Tokens"), say("Time"), say("Cost"))
    rows = (*agents, *people)
    return Table(columns, (*rows[:ROWS], *rest), (1, 2, 3, 4), max(len(rows) - ROWS, 0))


def _spent(name: str, answers: str, sums: AgentCost | AgentSums | TrialSums) -> tuple[str, ...]:
    unknown = say(" + {requests} of unknown price", requests=counted(sums.unpriced, "request")) if sums.unpriced else ""
    return (
        name,
        answers,
        figure(sums.tokens_in + sums.tokens_out),
        duration(sums.seconds) if sums.seconds else NOTHING,
        f"{dollars(sums.money)}{unknown}",
    )


def _worked(name: str, person: PersonCost | PersonSums, known: float) -> tuple[str, ...]:
    """known: minutes; where nothing was measured there is nothing to tell."""
    time = say("{minutes} min", minutes=minutes(known)) if person.timed or known else NOTHING
    return (name, figure(person.answers), NOTHING, time, NOTHING)


def share(found: Share, *, items: bool = True) -> str:
    """ "93 % (88–96, n = 120)"."""
    if found.value is None:
        return NOTHING
    number = f", n = {figure(found.of)}" if items else ""
    return f"{figure(100 * found.value)} % ({figure(100 * found.low)}–{figure(100 * found.high)}{number})"
