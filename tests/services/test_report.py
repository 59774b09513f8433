"""The report: its numbers are those of the services, it loads nothing, and it says what it cannot promise."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from annotator import texts
from annotator.domain.agreement import Statistic
from annotator.domain.model import Kind, NewAnnotation, Question, Status
from annotator.errors import UserError
from annotator.services import (
    agreement,
    importing,
    ledger,
    merging,
    prelabelling,
    project_file,
    report_page,
    reporting,
    setting_up,
)
from annotator.services.agents import AgentChoice
from annotator.services.project_file import Db, looking_at
from annotator.services.report_limits import limits
from annotator.storage import annotators, answers, guidelines
from annotator.texts import Language
from tests import quality_project
from tests.loopback import LoopbackServer, says
from tests.projects import crowd, direct, gold, label_ids, llm_answers, make_project


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Db]:
    found = quality_project.make(tmp_path)
    yield found
    found.close()


class _Read(HTMLParser):
    """The text of a page, the tags it is made of, and everything it names as coming from somewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.names: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names += [value or "" for name, value in attrs if name in ("src", "href", "data", "action", "srcset")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def read(page: str) -> _Read:
    found = _Read()
    found.feed(page)
    return found


def test_the_numbers_are_those_of_the_services(db: Db) -> None:
    text = read(report_page.html(reporting.content(db))).text

    state = merging.state(db)
    assert state is not None
    accuracy = state.accuracy
    low, high = 100 * accuracy.low, 100 * accuracy.high
    assert f"{100 * (accuracy.value or 0):.1f} % ({low:.1f}–{high:.1f} %, n = {accuracy.of})" in text
    for group in agreement.report(db).groups:
        alpha = group.estimates[Statistic.ALPHA]
        assert f"{group.title}: {alpha.value:.3f} ({alpha.low:.3f} to {alpha.high:.3f}), n = {alpha.items}" in text
    for row in merging.annotator_report(db):
        assert f"{row.annotator.name} " in text
        assert report_page.share(row.accuracy) in text
    assert ledger.ledger(db).sentences[-1] in text
    assert "Guideline, version 1" in text


def test_the_costs_come_to_their_total_and_an_unknown_time_is_not_told_as_none(tmp_path: Path) -> None:
    db = make_project(tmp_path)
    crowd(db, tmp_path, [("i0", "ann", "good"), ("i1", "ann", "bad")])
    setting_up.add_question(db, project_file.make_question("Topic", "What is it about?", ["price", "taste"]))
    with LoopbackServer(lambda number, body: says("price | 80")) as server, looking_at(db, 2):
        asyncio.run(prelabelling.run(direct(db), AgentChoice("m", server.address)))
        mira = project_file.add_person(db, "Mira").id
        answers.record(db, mira, 2, [NewAnnotation(1, Status.LABEL, label_ids(db)["price"], seconds=30.0)])

    text = read(report_page.html(reporting.content(db))).text

    rest = r"Other questions, LLMs – 352 \d+ s \$0\.00 Other questions, people 1 – 0\.5 min –"
    assert re.search(f"ann 2 – – – {rest}", text)
    assert "In all: $0.00; 352 tokens; 0.5 min of people, and an unknown time for 2 answers." in text
    db.close()


def test_a_page_loads_nothing_and_runs_nothing(db: Db) -> None:
    page = report_page.html(reporting.content(db))

    found = read(page)
    assert found.names == []
    assert not found.tags & {"script", "link", "iframe", "img", "object", "embed"}
    assert "default-src 'none'" in page
    assert "svg" in found.tags
    addresses = set(re.findall(r"https?://[^\s\"'<]+", page))
    assert addresses == {"http://www.w3.org/2000/svg"}  # a name of the format, nothing that is asked for


def test_every_word_that_is_not_the_projects_own_is_said_in_the_language_of_the_window(db: Db) -> None:
    """Each text in brackets, each number with other separators: what is left outside of brackets was not translated."""
    language = Language(lambda text, n: f"⟦{text}⟧", "_", ";", code="xx")
    texts.speak(language)
    try:
        page = report_page.html(reporting.content(db))
    finally:
        texts.speak(None)
    text = read(re.sub(r"<(style|svg|div).*?</\1>", "", page, flags=re.DOTALL)).text  # a figure cuts its long names
    while re.search(r"⟦[^⟦⟧]*⟧", text):
        text = re.sub(r"⟦[^⟦⟧]*⟧", " ", text)

    own = {*quality_project.LABELS, *quality_project.PEOPLE, "oracle", "AUROC", "Annotator"}
    files = {row[0] for row in db.conn.execute("select source from import")}
    for known in (*files, project_file.question(db).text, project_file.name(db)):
        text = text.replace(known, " ")
    assert {word for word in re.findall(r"[A-Za-z]{2,}", text) if word not in own} == set()
    cells = re.findall(r"<td[^>]*>(.*?)</td>", page, flags=re.DOTALL)
    assert [cell for cell in cells if re.search(r"\d\.\d", cell)] == []  # the point is no separator there


def test_markup_in_names_and_guideline_stays_text() -> None:
    shown = report_page.markdown(
        "# Rules\n<script>alert(1)</script> ![pixel](https://tracker.example/x.png) **bold**\n"
    )

    assert "<h4>Rules</h4>" in shown
    assert "<strong>bold</strong>" in shown
    assert "&lt;script&gt;" in shown
    assert "<img" not in shown
    assert "tracker.example" not in shown
    assert "pixel" in shown
    assert "<a" not in report_page.markdown("[a](javascript:alert(1))")


def test_a_project_named_with_tags_is_escaped(tmp_path: Path) -> None:
    question = project_file.make_question("Tone <b>", "Which <i>tone</i>?", ("a<b", "c&d"), "", "Text")
    made = project_file.create(tmp_path / "tags.annotator", name="<script>x</script>", question=question)

    page = report_page.html(reporting.content(made))

    assert "<script>" not in page
    assert "&lt;script&gt;x&lt;/script&gt;" in page
    assert "a&lt;b" in page
    assert isinstance(project_file.question(made), Question)
    made.close()


def test_an_empty_project_has_a_report_that_says_so(tmp_path: Path) -> None:
    made = make_project(tmp_path, texts=())
    found = reporting.content(made)

    text = read(report_page.html(found)).text

    assert "Nobody has answered yet." in text
    assert "The answers are not merged yet." in text
    assert "Not measured: no answer has both a probability and gold." in text
    assert any("no gold" in line for line in limits(found))
    made.close()


def test_texts_of_items_are_shown_on_wish_only(db: Db) -> None:
    without = read(report_page.html(reporting.content(db))).text
    shown = reporting.content(db, examples=True)

    assert "The parcel number" not in without
    assert len(shown.examples) == reporting.EXAMPLES
    assert shown.examples[0].text in read(report_page.html(shown)).text
    assert {name for name, _ in shown.examples[0].answers} == {"Ada", "Ben", "Cleo", "oracle"}


def test_limits_name_what_is_simulated_small_stale_and_open(tmp_path: Path) -> None:
    made = make_project(tmp_path)
    rows = tmp_path / "made-up.csv"
    answers = [(f"i{n}", who, "good") for n in range(4) for who in ("bot-1", "bot-2")]
    rows.write_text("task,worker,label\n" + "".join(",".join(row) + "\n" for row in answers))
    importing.import_labels(made, rows, simulated=True)
    gold(made, tmp_path, [("i0", "good"), ("i1", "bad")])
    merging.merge_and_store(made, "majority-vote")
    crowd(made, tmp_path, [("i5", "Ann", "bad")])

    told = " ".join(limits(reporting.content(made)))

    assert "2 of the 3 people are simulated" in told
    assert "bot-1, bot-2" in told
    assert "Gold is small (2 items)" in told
    assert "1 answer or decision came after the merge" in told
    assert "Not everything is settled" in told
    made.close()


def test_answers_under_an_older_guideline_are_counted(db: Db) -> None:
    guidelines.save(db, "Be *just*.", "clearer", None)

    found = reporting.content(db)

    assert "360 answers were given under an older guideline than version 2." in limits(found)
    text = read(report_page.html(found)).text
    assert "Guideline, version 2 of 2" in text
    assert "Be just ." in text


def test_llms_of_one_family_are_said_to_err_together(tmp_path: Path) -> None:
    made = make_project(tmp_path)
    for name, family in (("qwen-a", "qwen"), ("qwen-b", "qwen"), ("gemma-a", "gemma")):
        with made.atomic():
            annotators.named(made, name, kind=Kind.LLM, family=family)
        llm_answers(made, tmp_path, name, [(f"i{n}", "good", 0.9) for n in range(8)])

    (told,) = [line for line in limits(reporting.content(made)) if "of one family" in line]

    assert told.startswith("qwen-a, qwen-b are of one family (qwen)")
    made.close()


def test_a_report_never_takes_the_place_of_the_project_or_of_an_imported_file(db: Db, tmp_path: Path) -> None:
    found = reporting.content(db)

    with pytest.raises(UserError, match="project file itself"):
        report_page.write_html(db, db.path, found)
    with pytest.raises(UserError, match="imported into this project"):
        report_page.write_html(db, tmp_path / "gold.csv", found)


def test_what_goes_wrong_while_it_is_written_leaves_the_last_report(
    db: Db, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.html"
    report_page.write_html(db, target, reporting.content(db))
    before = target.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(UserError, match="too full"):
        report_page.write_html(db, target, reporting.content(db))

    assert target.read_bytes() == before
    assert not list(tmp_path.glob(".*.part"))


def test_the_work_can_be_stopped(db: Db) -> None:
    steps: list[tuple[int, int | None]] = []

    def report(done: int, total: int | None) -> None:
        steps.append((done, total))
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reporting.content(db, progress=report)

    assert steps == [(0, 8), (1, 8), (2, 8), (3, 8)]
    assert merging.state(db) is not None  # the connection is as good as before
