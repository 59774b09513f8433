"""What each filter finds, beside a naive look at every item of a random project."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from annotator.domain import search_words
from annotator.domain.filters import Agreement, Filter, Names, Range, Sort, State
from annotator.domain.model import Annotation, Kind, NewAnnotation, Status
from annotator.errors import Cancelled, UserError
from annotator.services import (
    adjudicating,
    annotating,
    browsing,
    importing,
    merging,
    project_file,
    routing,
    saved_filters,
    searching,
)
from annotator.services.project_file import Db
from annotator.storage import annotators, answers, gold, items, posteriors, progress
from annotator.storage import drafts as drafts_table
from tests.projects import gold as import_gold
from tests.projects import label_ids, llm_answers

WORDS = ("parcel", "late", "Größe", "退款", "lovely", "broken", "parcels", "Ünique", "คืนเงิน", "👍", "100%", "box_7")
LABELS = ("good", "bad", "so-so")
COUNT = 60


@pytest.fixture(scope="module", params=[1, 2, 3])
def db(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Db]:
    """A project with answers of two LLMs and three people, comments, flags, gold, a routing and merged labels."""
    chance, folder = random.Random(request.param), tmp_path_factory.mktemp("filters")
    source = folder / "items.tsv"
    rows = [f"x{n}\t{' '.join(chance.choices(WORDS, k=4))}\t{chance.choice('ab')}" for n in range(COUNT)]
    source.write_text("\n".join(["id\ttext\tshop", *rows]), encoding="utf-8")
    question = project_file.make_question("Sentiment", "What is it?", LABELS)
    db = project_file.create(folder / "filters.annotator", name="filters", question=question)
    importing.import_items(db, source, mapping=importing.Mapping(("text",), "id", ("shop",)))
    for name in ("one", "two"):
        told = [
            (f"x{n}", chance.choice(LABELS), chance.randrange(21) / 20) for n in range(COUNT) if chance.random() < 0.7
        ]
        llm_answers(db, folder, name, told)
    import_gold(db, folder, [(f"x{n}", chance.choice(LABELS)) for n in range(0, COUNT, 7)])
    _invalid(db, chance)
    routing.route(db, threshold=0.5, audit_share=0.1)
    _answer(db, chance)
    merging.merge_and_store(db)
    boss = project_file.add_person(db, "Boss").id
    for n in chance.sample(range(1, COUNT + 1), 5):
        adjudicating.settle(db, boss, n, chance.choice([None, *label_ids(db).values()]), "seen")
    yield db
    db.close()


def _invalid(db: Db, chance: random.Random) -> None:
    two = next(a for a in annotators.every(db) if a.name == "two")
    new = [NewAnnotation(n, Status.INVALID) for n in chance.sample(range(1, COUNT + 1), 6)]
    answers.record(db, two.id, project_file.question(db).id, new, kind="run")


def _answer(db: Db, chance: random.Random) -> None:
    ids = list(label_ids(db).values())
    for name in ("Ann", "Bob", "Cy"):
        person = project_file.add_person(db, name).id
        for n in chance.sample(range(1, COUNT + 1), 25):
            turn, comment = annotating.turn_of(db, person, n), chance.choice(["", "", "odd 5% one", "Strange"])
            flagged = chance.random() < 0.15
            if chance.random() < 0.1:
                annotating.skip(db, person, turn, seconds=1.0, comment=comment, flagged=flagged)
            else:
                annotating.answer(db, person, turn, chance.choice(ids), seconds=1.0, comment=comment, flagged=flagged)
        annotating.save_draft(db, person, chance.randrange(1, COUNT + 1), comment="odd draft", flagged=True)


def naive(db: Db, wanted: Callable[[int, list[Annotation]], bool]) -> list[int]:
    question_id = project_file.question(db).id
    given = answers.of_items(db, question_id, range(1, COUNT + 1))
    return [n for n in range(1, COUNT + 1) if wanted(n, given.get(n, []))]


def found(db: Db, wanted: Filter) -> list[int]:
    ids = browsing.find(db, wanted).tolist()
    assert browsing.count(db, wanted) == len(ids)
    return ids


def drafts(db: Db, item_id: int) -> list[drafts_table.Draft]:
    question_id = project_file.question(db).id
    return [drafts_table.of(db, who.id, question_id, item_id) for who in project_file.people(db)]


def given_by(kind: Kind, labels: tuple[int, ...], who: tuple[int, ...] = ()) -> Callable[[int, list[Annotation]], bool]:
    return lambda n, given: any(
        a.annotator.kind is kind and a.label_id in labels and (not who or a.annotator.id in who) for a in given
    )


def test_an_empty_filter_finds_all_items_in_the_order_of_import(db: Db) -> None:
    assert found(db, Filter()) == list(range(1, COUNT + 1))
    assert browsing.first_found(db, Filter()) == list(range(1, COUNT + 1))


@pytest.mark.parametrize(
    "typed",
    [
        "parcel",
        "PARCELS",
        "grosse",
        "unique",
        "退",
        "退款",
        "เงิน",
        "👍",
        "100",
        "late parcel",
        '"late parcel"',
        "x1",
        "a",
    ],
)
@pytest.mark.parametrize("indexed", [0, 25, COUNT])
def test_a_search_finds_what_a_look_at_every_item_finds(db: Db, typed: str, indexed: int) -> None:
    with db.atomic():  # taken back at the end: the other tests find the index as it was
        searching.fill(db, indexed)
        query = search_words.query(typed)

        def says(n: int, given: list[Annotation]) -> bool:
            item = items.get(db, n)
            return query.found_in(
                search_words.searchable([item.external_id, *item.fields.values(), *item.metadata.values()])
            )

        expected = naive(db, says)
        assert found(db, Filter(text=typed)) == expected
        assert browsing.first_found(db, Filter(text=typed)) == expected[: browsing.FIRST]
        assert expected
        db.conn.execute("delete from project where key = 'search_up_to'")
        db.conn.execute("insert into item_search (item_search) values ('delete-all')")


def test_labels_of_llms_people_merging_and_gold_are_found(db: Db) -> None:
    good, bad, _ = label_ids(db).values()
    question_id = project_file.question(db).id
    everybody = range(1, COUNT + 1)
    merged, known = posteriors.of_items(db, everybody), gold.of_items(db, question_id, everybody)

    assert found(db, Filter(llm=(good,))) == naive(db, given_by(Kind.LLM, (good,)))
    assert found(db, Filter(people=(good, bad))) == naive(db, given_by(Kind.HUMAN, (good, bad)))
    assert found(db, Filter(consensus=(bad,))) == naive(db, lambda n, _: n in merged and merged[n].label_id == bad)
    assert found(db, Filter(gold=(good, None))) == naive(
        db, lambda n, _: n in known and known[n].label_id in (good, None)
    )


def test_with_annotators_only_their_own_labels_count(db: Db) -> None:
    good, *_ = label_ids(db).values()
    who = tuple(a.id for a in annotators.every(db) if a.name in ("Ann", "one"))

    assert found(db, Filter(annotators=who)) == naive(db, lambda n, given: any(a.annotator.id in who for a in given))
    assert found(db, Filter(annotators=who, people=(good,))) == naive(db, given_by(Kind.HUMAN, (good,), who))
    assert found(db, Filter(annotators=who, llm=(good,))) == naive(db, given_by(Kind.LLM, (good,), who))


@pytest.mark.parametrize(("low", "high"), [(0.0, 1.0), (0.25, 0.5), (0.5, 0.5), (0.9, 1.0), (0.0, 0.05)])
def test_a_range_reaches_from_low_to_below_high(db: Db, low: float, high: float) -> None:
    merged = posteriors.of_items(db, range(1, COUNT + 1))

    def inside(value: float | None) -> bool:
        return value is not None and low <= value and (value < high or high == 1.0)

    def confident(n: int, given: list[Annotation]) -> bool:
        llms = [a for a in given if a.annotator.kind is Kind.LLM]
        return bool(llms) and inside(llms[-1].confidence)

    assert found(db, Filter(confidence=Range(low, high))) == naive(db, confident)
    assert found(db, Filter(entropy=Range(low, high))) == naive(
        db, lambda n, _: n in merged and inside(merged[n].entropy)
    )


@pytest.mark.parametrize("state", list(State))
def test_each_status_is_found(db: Db, state: State) -> None:
    exclusive = {
        State.ACCEPTED: "accepted", State.ANSWERED: "answered_by_people", State.WAITING: "waiting",
        State.CONFLICT: "in_conflict", State.SETTLED: "settled", State.NOT_ROUTED: "not_routed",
    }  # fmt: skip
    states = progress.of_items(db, project_file.question(db).id, range(1, COUNT + 1))

    measuring = {item_id for item_id, _ in gold.measuring(db, project_file.question(db).id)}

    def fits(n: int, given: list[Annotation]) -> bool:
        if state in exclusive:
            return states[n] == exclusive[state]
        if state is State.INVALID:
            return any(a.status is Status.INVALID for a in given)
        if state is State.CONTESTED:
            return False  # nobody took another copy here
        if state is State.FLAGGED:
            return any(a.flagged for a in given) or any(draft.flagged for draft in drafts(db, n))
        if state is State.COMMENTED:
            return any(a.comment for a in given) or any(draft.comment for draft in drafts(db, n))
        if state is State.MEASURED_BY:
            return n in measuring
        return False  # nobody asked an LLM here that would say so

    assert found(db, Filter(states=(state,))) == naive(db, fits)
    both = naive(db, lambda n, given: fits(n, given) or states[n] == "settled")
    assert found(db, Filter(states=(state, State.SETTLED))) == both


@pytest.mark.parametrize("agreement", list(Agreement))
def test_agreement_is_found(db: Db, agreement: Agreement) -> None:
    def fits(n: int, given: list[Annotation]) -> bool:
        labels = [a.label_id for a in given if a.label_id is not None]
        if agreement is Agreement.UNANIMOUS:
            return len(labels) > 1 and len(set(labels)) == 1
        if agreement is Agreement.DIFFERING:
            return len(set(labels)) > 1
        people = Counter(a.label_id for a in given if a.label_id is not None and a.annotator.kind is Kind.HUMAN)
        llms = [a for a in given if a.annotator.kind is Kind.LLM]
        if not people or not llms or llms[-1].label_id is None:
            return False
        return people[llms[-1].label_id] < max(people.values())

    expected = naive(db, fits)
    assert found(db, Filter(agreement=agreement)) == expected
    assert expected


def test_metadata_and_comments_are_found_as_they_stand(db: Db) -> None:
    def said(n: int, given: list[Annotation]) -> bool:
        return any("5% one" in text for text in (*(a.comment for a in given), *(d.comment for d in drafts(db, n))))

    assert found(db, Filter(metadata=(("shop", "a"),))) == naive(
        db, lambda n, _: items.get(db, n).metadata["shop"] == "a"
    )
    assert found(db, Filter(metadata=(("shop", "' or 1 --"),))) == []
    assert found(db, Filter(comment="5% one")) == naive(db, said)
    assert found(db, Filter(comment="5_ one")) == []


def test_conditions_hold_together(db: Db) -> None:
    good, *_ = label_ids(db).values()
    one, other = Filter(llm=(good,)), Filter(metadata=(("shop", "b"),))
    both = Filter(llm=(good,), metadata=(("shop", "b"),), text="parcel")

    searched = set(found(db, Filter(text="parcel")))
    assert found(db, both) == sorted(set(found(db, one)) & set(found(db, other)) & searched)
    for state in (State.WAITING, State.FLAGGED):
        in_state = set(found(db, Filter(states=(state,))))
        assert found(db, Filter(text="parcel", states=(state,))) == sorted(in_state & searched)


@pytest.mark.parametrize(
    "by", ["id", "text", "llm", "confidence", "consensus", "probability", "entropy", "answers", "gold"]
)
@pytest.mark.parametrize("descending", [False, True])
def test_a_column_sorts_with_ties_in_the_order_of_import(db: Db, by: str, descending: bool) -> None:
    rows = {row.id: row for row in browsing.rows(db, range(1, COUNT + 1))}
    merged = posteriors.of_items(db, range(1, COUNT + 1))
    names = set(label_ids(db))

    def value(n: int) -> str | float | None:
        row = rows[n]
        if by == "entropy":
            return merged[n].entropy if n in merged else None
        values = {
            "id": row.external_id, "text": row.text, "llm": row.llm_label if row.llm_label in names else None,
            "confidence": row.llm_confidence, "consensus": row.consensus or None, "probability": row.probability,
            "answers": row.answers, "gold": row.gold if row.gold in names else None,
        }  # fmt: skip
        return values[by]

    ids = browsing.find(db, Filter(), Sort(by, descending)).tolist()

    with_value = [n for n in range(1, COUNT + 1) if value(n) is not None]
    ordered = sorted(with_value, key=value, reverse=descending)  # type: ignore[arg-type]
    if descending:  # Python's reversed sort keeps ties as they were, as ours does
        assert [value(n) for n in ids[: len(ordered)]] == [value(n) for n in ordered]
    assert ids == ordered + [n for n in range(1, COUNT + 1) if value(n) is None]


def test_the_histogram_counts_what_a_range_would_find(db: Db) -> None:
    good, *_ = label_ids(db).values()
    wanted = Filter(llm=(good,), confidence=Range(0.9, 1.0))

    counts = browsing.confidence_counts(db, wanted)

    each = [browsing.count(db, Filter(llm=(good,), confidence=Range(n / 20, (n + 1) / 20))) for n in range(20)]
    assert counts == each
    assert sum(counts) > 5


def test_a_filter_survives_being_saved_and_reads_as_a_sentence(db: Db) -> None:
    good, bad, _ = label_ids(db).values()
    wanted = Filter(
        "退款", (good,), (None, bad), (bad,), (good, bad), (1,), Range(0.4, 0.6), Range(0, 1), (State.WAITING,),
        Agreement.DIFFERING, (("shop", "a"),), "odd", ("later",),
    )  # fmt: skip
    names = Names({good: "good", bad: "bad"}, {1: "Ann"})

    saved_filters.save(db, "mine", wanted)
    saved_filters.save(db, "all", Filter())

    assert [(one.name, one.filter) for one in saved_filters.every(db)] == [("all", Filter()), ("mine", wanted)]
    assert wanted.sentence(names) == (
        "Items with “退款”, consensus good, gold no right answer or bad, LLM label bad, people's label good or bad,"
        " an answer of Ann, confidence .40 to .60, entropy .00 to 1.00, status waiting, differing answers, shop = a,"
        " “odd” in a comment, tag later"
    )
    saved_filters.remove(db, "mine")
    assert [one.name for one in saved_filters.every(db)] == ["all"]
    with pytest.raises(UserError, match="no saved filter"):
        saved_filters.named(db, "mine")


def test_what_a_newer_version_saved_is_refused_in_a_sentence() -> None:
    for content in ({"colour": "red"}, {"states": ["gone"]}, {"confidence": [1]}):
        with pytest.raises(UserError, match="newer Annotator"):
            Filter.from_dict(content)


def test_a_long_query_can_be_stopped(db: Db) -> None:
    def stop(done: int, total: int | None) -> None:
        raise Cancelled

    several = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000000) select count(*) from n"
    with pytest.raises(Cancelled), db.stoppable(stop):
        db.conn.execute(several).fetchall()
    assert db.value("select 1") == 1
