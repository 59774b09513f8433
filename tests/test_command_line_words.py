"""What the command line says: which columns and rows it took, what it found amiss, and what to do next."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from annotator.cli import main
from annotator.services import annotating, project_file
from tests.projects import label_ids

ROWS = [("id", "text"), ("a", "I love it"), ("b", "Terrible"), ("c", "Wonderful"), ("d", "Awful")]
LABELS = ("--labels", "good,bad")


class Ran(NamedTuple):
    """A command that is over."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., Ran]:
    """Runs the program in the test's folder."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["annotator", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        assert isinstance(left.value.code, int)
        return Ran(left.value.code, *capsys.readouterr())

    return run


def write(path: str, rows: Sequence[Sequence[str]]) -> None:
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


@pytest.fixture
def project(run: Callable[..., Ran]) -> Path:
    write("items.csv", ROWS)
    made = run("new", "p", "--items", "items.csv", *LABELS)
    assert made.code == 0, made.err
    return Path("p.annotator")


def test_a_new_project_is_named_with_the_columns_that_were_taken(run: Callable[..., Ran]) -> None:
    write("items.csv", ROWS)

    made = run("new", "reviews", "--items", "items.csv", *LABELS)

    assert made.out.splitlines() == [
        "Made reviews.annotator.",
        "4 items added.",
        "Ids are from “id”, texts from “text”.",
    ]
    assert Path("reviews.annotator").is_file()


def test_ids_that_are_none_are_told_in_words_and_as_json(run: Callable[..., Ran]) -> None:
    write("items.csv", [*ROWS, ("a", "again")])

    told = run("new", "p", "--items", "items.csv", *LABELS).out.splitlines()
    found = json.loads(run("new", "q", "--items", "items.csv", *LABELS, "--json").out)

    assert told[-2:] == [
        "Texts are from “text”; items without ids are called row-N after their line.",
        f"Note: {found['hint']}",
    ]
    assert found["hint"].startswith("The column “id” looks like the ids but has “a” twice")
    assert found["columns"] == {"id": None, "text": ["text"]}


def test_rows_that_are_left_out_are_told_by_reason_the_first_twenty_of_each_sort(run: Callable[..., Ran]) -> None:
    write("items.csv", [*ROWS, *[("a", "again")] * 21, ("e", ""), ("b", "again")])

    told = run("new", "p", "--items", "items.csv", "--id", "id", *LABELS).out.splitlines()
    found = json.loads(run("import", "p", "items.csv", "--json").out)

    assert told[1:5] == [
        "4 items added, 22 rows skipped, 1 row set aside.",
        "  skipped, the id “a” came before: 21 rows, first in line 6",
        "  line 27: set aside, no text",
        "  line 28: skipped, the id “b” came before",
    ]
    assert (found["added"], found["skipped"], len(found["skipped_rows"])) == (0, 26, 20)
    assert found["skipped_reasons"] == [
        {"reason": "the id came before", "rows": 26, "line": 2, "examples": ["a", "b", "c"]}
    ]
    assert found["skipped_rows"][0] == {"line": 2, "reason": "the id “a” came before"}


def test_a_file_that_is_imported_again_is_told_in_one_line_with_a_few_of_its_ids(run: Callable[..., Ran]) -> None:
    write("items.csv", [("id", "text"), *[(f"m{n}", f"text {n}") for n in range(30)]])
    run("new", "p", "--items", "items.csv", "--id", "id", *LABELS)

    assert run("import", "p", "items.csv").out.splitlines() == [
        "0 items added, 30 rows skipped.",
        "  skipped, the id came before: 30 rows, first in line 2, such as “m0”, “m1”, “m2”",
        "Ids are from “id”, texts from “text”, as in the earlier import.",
    ]


def test_a_second_import_takes_the_columns_of_the_first(run: Callable[..., Ran]) -> None:
    write("items.csv", [("nr", "words", "note"), ("1", "short", "a much longer note"), ("2", "brief", "and another")])
    run("new", "p", "--items", "items.csv", "--id", "nr", "--text", "words", *LABELS)

    again = run("import", "p", "items.csv").out.splitlines()

    assert again[0] == "0 items added, 2 rows skipped."
    assert again[-1] == "Ids are from “nr”, texts from “words”, as in the earlier import."


def test_the_same_texts_under_other_ids_are_said(run: Callable[..., Ran], project: Path) -> None:
    write("more.csv", [("key", "text"), ("x", "I love it"), ("y", "new")])
    assert "1 of the added items has a text that the project had before" in run("import", "p", "more.csv").out
    write("bare.csv", [("text",), ("I love it",), ("Terrible",)])
    refused = run("import", "p", "bare.csv")
    assert refused.code == 1
    assert "The project has every text of “bare.csv” already" in refused.err


def test_contradicting_gold_is_told_line_by_line(run: Callable[..., Ran], project: Path) -> None:
    write("gold.csv", [("item", "label"), ("a", "good"), ("a", "bad"), ("b", "bad")])
    assert run("import-labels", "p", "gold.csv", "--gold").out.splitlines() == [
        "1 gold label added, 2 rows set aside.",
        "  line 2: set aside, “a” is “good” here, and “bad” on line 3",
        "  line 3: set aside, “a” is “bad” here, and “good” on line 2",
        "Items are from “item”, known labels from “label”.",
    ]


@pytest.mark.parametrize("arguments", [("status", "p"), ("agreement", "p"), ("export", "p", "out.csv")])
def test_the_suffix_of_a_project_may_be_left_out(
    run: Callable[..., Ran], project: Path, arguments: tuple[str, ...]
) -> None:
    Path("p").mkdir()  # a folder of that name is in nobody's way
    assert run(*arguments).code == 0


def test_commands_leave_nothing_but_the_project(run: Callable[..., Ran], project: Path) -> None:
    write("crowd.csv", [("task", "worker", "label"), ("a", "x", "good"), ("b", "x", "bad")])
    for command in (
        *(("status", "p"), ("import", "p", "items.csv"), ("import-labels", "p", "crowd.csv"), ("merge", "p")),
        *(("agreement", "p"), ("alt-test", "p"), ("export", "p", "out.csv"), ("route", "p", "--threshold", "0.5")),
    ):
        run(*command)
        assert [path.name for path in Path().glob("p.*")] == ["p.annotator"], command


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("nosuch", "“annotator --help” lists the commands, and “annotator new” makes a project."),
        ("statsu", "Did you mean “annotator status”?"),
    ],
)
def test_what_is_neither_command_nor_project_is_said_with_what_to_do(
    run: Callable[..., Ran], name: str, meant: str
) -> None:
    ran = run(name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"There is neither a command nor a project called “{name}”. {meant}\n"
    assert json.loads(run(name, "--json").out)["error"].startswith("There is neither")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("new", "q", "--items", "none.csv", *LABELS),
            "There is no file “none.csv”. Check the name and the folder, {}.",
        ),
        (("new", "q", "--items", ".", *LABELS), "“.” is a folder, not a file. Choose a file inside it."),
        (
            ("new", "q", "--items", "items.csv", *LABELS, "--guideline", "no.md"),
            "There is no file “no.md” for the guideline. Check the name, or leave it out.",
        ),
        (
            ("new", "q", "--items", "items.csv", *LABELS, "--delimiter", ";;"),
            "“;;” cannot be a delimiter. Give one character; usual ones are , ; | and the tab.",
        ),
        (
            ("new", "q", "--items", "items.csv", *LABELS, "--delimiter", ";"),
            "“;” separates no cells in “items.csv”. Leave the delimiter out; “,” is recognised.",
        ),
        (("new", ".", "--items", "items.csv", *LABELS), "“.” is a folder. Give the project a name of its own."),
        (("status", "."), "“.” is a folder, not a project file. Choose a file inside it."),
        (("status", "none"), "There is no project file “none”. Check the name, or make a new project."),
        (
            ("import-labels", "p", "known.csv"),
            "“known.csv” does not say who gave the labels: it has no column “annotator” or “worker”."
            " If the labels are known to be right, import them as gold (--gold on the command line); if another column"
            " says it, choose that (--annotator).",
        ),
        (
            ("import-labels", "p", "items.csv", "--gold"),
            "There is no column “label”; the file has: id, text."
            " Name the columns item and label (or item and gold) in the first line, or say which they are (--id,"
            " --label on the command line).",
        ),
    ],
)
def test_an_error_is_one_sentence_and_a_hint(
    run: Callable[..., Ran], project: Path, arguments: tuple[str, ...], told: str
) -> None:
    write("known.csv", [("item", "label"), ("a", "good")])
    ran = run(*arguments)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == told.format(Path.cwd()) + "\n"
    assert not Path("q.annotator").exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a folder that takes no files")
def test_a_folder_that_takes_no_files_is_named(run: Callable[..., Ran], project: Path) -> None:
    ran = run("export", "p", "/proc/out.csv")
    assert (ran.code, ran.err.startswith("“out.csv” may not be written in “/proc”.")) == (1, True)


def test_an_export_says_how_many_items_wait(run: Callable[..., Ran], project: Path) -> None:
    write("crowd.csv", [("item", "annotator", "kind", "label", "confidence"), ("a", "m", "llm", "good", "0.4")])
    run("import-labels", "p", "crowd.csv")

    routed = run("route", "p", "--threshold", "0.8").out.splitlines()
    exported = json.loads(run("export", "p", "out.csv", "--json").out)

    assert routed == [
        "1 item goes to people; 0 are accepted from the LLM.",
        "3 items without an answer of m: pre-label to route them, too.",
    ]
    assert exported["waiting"] == 1
    assert run("export", "p", "out.csv").out.endswith("1 item still waits for people (column route).\n")


def test_an_adaptive_routing_is_one_way_of_several_to_route(run: Callable[..., Ran], project: Path) -> None:
    rows = [("a", "m", "llm", "good", "0.4"), ("b", "m", "llm", "bad", "0.99"), ("c", "m", "llm", "bad", "0.7")]
    write("crowd.csv", [("item", "annotator", "kind", "label", "confidence"), *rows])
    run("import-labels", "p", "crowd.csv")

    routed = run("route", "p", "--adaptive").out.splitlines()
    stricter = json.loads(run("route", "p", "--adaptive", "--sure", "0.995", "--most", "2", "--json").out)

    assert routed == [
        "2 items go to people; 1 is accepted from the LLM.",
        "1 item without an answer of m: pre-label to route them, too.",
    ]
    assert (stricter["people"], stricter["accepted"], stricter["waiting"]) == (3, 0, 3)
    assert "exactly one of" in run("route", "p", "--adaptive", "--budget", "3").err
    assert "--sure and --most belong to --adaptive" in run("route", "p", "--budget", "3", "--sure", "0.9").err
    assert run("route", "p", "--adaptive", "--sure", "95").err.splitlines()[0].startswith("The probability to stop at")


def test_a_routing_says_how_many_items_have_their_answers_already(run: Callable[..., Ran], project: Path) -> None:
    db = project_file.open_project(project)
    mira = project_file.add_person(db, "Mira").id
    annotating.answer(db, mira, annotating.turn_of(db, mira, 1), label_ids(db)["good"], seconds=1)
    db.close()
    rows = [(item, "m", "llm", "good", "0.4") for item in "abcd"]
    write("crowd.csv", [("item", "annotator", "kind", "label", "confidence"), *rows])
    run("import-labels", "p", "crowd.csv")

    assert run("route", "p", "--threshold", "0.8").out.splitlines() == [
        "4 items go to people; 0 are accepted from the LLM.",
        "1 of the items for people is answered or settled already, and is not asked about again.",
    ]
    assert run("route", "p", "--budget", "2").out.splitlines() == [
        "2 items go to people, for 2 answers at most; 2 are accepted from the LLM.",
        "1 of the items that wait has an answer of people already, and is to get more.",
    ]
    told = json.loads(run("route", "p", "--threshold", "0.8", "--answers", "2", "--json").out)
    assert (told["waiting"], told["answered"], told["asked_again"], told["calibrated_on"]) == (4, 0, 1, 0)


def test_status_and_merge_are_sentences(run: Callable[..., Ran], project: Path) -> None:
    write("crowd.csv", [("task", "worker", "label"), ("a", "x", "good"), ("b", "x", "bad"), ("a", "y", "bad")])
    run("import-labels", "p", "crowd.csv")

    merged = run("merge", "p", "--method", "majority-vote").out.splitlines()

    assert merged[0] == "Answers to 2 items merged by majority-vote. This method was asked for."
    assert run("status", "p").out.splitlines()[:6] == [
        "p: 4 items",
        "  1 in conflict, 1 answered by people, 2 not routed yet",
        "  x (person): 2 answers",
        "  y (person): 1 answer",
        "  Merged labels: 2 items",
        "  Merged by majority-vote. This method was asked for.",
    ]


def test_json_has_no_nan(run: Callable[..., Ran]) -> None:
    write("crowd.csv", [("task", "worker", "label"), *((str(n), w, "ab"[n % 2]) for n in range(9) for w in "xyz")])
    write("gold.csv", [("task", "label"), *((str(n), "ab"[n % 2]) for n in range(9))])

    plan = json.loads(run("simulate", "crowd.csv", "gold.csv", "--json").out, parse_constant=pytest.fail)

    assert plan["points"][0] == [0, 0, None]
    assert run("simulate", "crowd.csv", "gold.csv").out.splitlines()[1].split() == ["0.00", "0", "%", "-", "9"]


def test_starting_loads_what_the_command_needs_and_no_more() -> None:
    import subprocess

    code = "import sys, annotator.cli; print([m for m in ('scipy', 'PySide6', 'asyncio') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_readme_s_commands_are_ones_that_there_are(run: Callable[..., Ran]) -> None:
    readme = Path(__file__).parents[1] / "README.md"
    lines = readme.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    asked = [line.split("#")[0].split() for line in lines if line.startswith("    annotator ")]

    assert {words[1] for words in asked} >= {"new", "prelabel", "route", "import-labels", "merge", "status", "export"}
    for words in asked:
        if words[1] != "reviews":
            group = words[1] in ("agent", "label", "question")
            offered = run(*words[1 : 3 if group else 2], "--help").out
            assert all(word in offered for word in words if word.startswith("--")), words
            assert all(Path(readme.parent, word).is_file() for word in words if word.startswith("resources/"))


@pytest.mark.parametrize("name", ["labels.xlsx", "labels.json", "labels.tsv"])
def test_an_export_under_a_suffix_of_another_sort_is_refused(run: Callable[..., Ran], project: Path, name: str) -> None:
    for command in (("export", "p", name), ("items", "p", "--csv", name)):
        refused = run(*command)

        assert refused.code == 1
        assert refused.err == (
            f"“{name}” is not written: labels are written as CSV, with the suffix .csv or none. Call it “labels.csv”.\n"
        )
    assert not Path(name).exists()
    assert run("export", "p", "LABELS.CSV").code == 0
    assert run("export", "p", "labels").code == 0


@pytest.mark.parametrize("option", ["--per-annotator", "--people-shares"])
def test_columns_beside_labels_are_no_part_of_annotations(run: Callable[..., Ran], project: Path, option: str) -> None:
    refused = run("export", "p", "out.csv", "--what", "annotations", option)

    assert refused.code == 2
    assert f"{option} adds columns to labels: leave it out, or leave out --what annotations." in refused.err
    assert not Path("out.csv").exists()
