"""What models reply, templates of prompts, guidelines, texts with personal data, filters and searches."""

from __future__ import annotations

import json
from pathlib import Path

from annotator.domain import search_words
from annotator.domain.filters import Filter, State
from annotator.domain.redaction import Private, Redaction, redact, restore
from annotator.llm import repair_rules
from annotator.llm.chat_calls import Heard
from annotator.llm.methods import Rung, Shape
from annotator.llm.protocol import Paid
from annotator.llm.reading import read
from annotator.llm.repair_rules import How, Rule
from annotator.llm.templating import Listing, Values, render
from annotator.services import browsing, project_file, saved_filters
from annotator.storage import setup
from tests.fuzz.interchange import undone
from tests.fuzz.trying import Target, Work
from tests.projects import make_project

REPLIES = (
    b"good",
    b'```json\n{"label": "bad", "confidence": 0.7, "guesses": [["good", 0.2], ["bad", 0.8]]}\n```',
    b"<think>It is not good.</think>\n**Answer:** bad (confidence: 85%)",
    b"I would say it is neither good nor bad, but rather good.\n1. good: 0.9\n2. bad: 0.1",
    b"\\boxed{bad}\n\nFinal answer: bad",
)
PATTERNS = (b"(a+)+$\naaaaaaaaaaaaaaaaaaaaaaaa!", b"go{2}d\nit is good", b"(?P<x>.)(?P=x)\nbook", b"[\\w--\\d]+\nx")
TEMPLATES = (
    b"{{ noun }}: {{ item.text }}{% for label in labels %}{{ loop.index }}. {{ label.name }}\n{% endfor %}",
    b"{% if guideline %}{{ guideline|truncate(20) }}{% else %}{{ labels|map('name')|join(', ') }}{% endif %}",
    b"{% for i in range(10**9) %}{% for j in range(10**9) %}x{% endfor %}{% endfor %}",
    b"{{ ''.__class__.__mro__[1].__subclasses__() }}",
)
MARKDOWN = (
    b"# Title\n\n*a* **b** `c` [link](https://example.org) ![picture](file:///etc/passwd)\n\n- one\n  - two\n\n1. x\n",
    b"| a | b |\n|---|:-:|\n| 1 | <img src=http://example.org/x.png> |\n\n```python\nx = 1\n```\n> > quoted\n\n---\n",
    b"<script>alert(1)</script><a href='file:///etc/passwd'>x</a>\n\n- [x] done\n\n~~no~~ <https://example.org>\n",
)
PRIVATE = (
    b"Write to ann.lee@example.org or call +49 (30) 1234-5678, IBAN DE89 3704 0044 0532 0130 00.",
    b"Card 4111 1111 1111 1111 of Ann Lee; [EMAIL 1] [PHONE 2]",
)
FILTERS = (
    json.dumps(Filter("refund", consensus=(1, 2), gold=(None, 1), states=(State.WAITING,)).as_dict()).encode(),
    b'{"confidence": [0.4, 0.6], "entropy": [0, 1], "agreement": "differing", "metadata": [["a", "b"]]}',
    b'{"llm": [1], "people": [2], "annotators": [1], "comment": "100%_\\\\", "tags": ["later"]}',
)
SEARCHES = (b'refund "exactly this" AND NOT x*', "\u4e2d\u6587 caf\u00e9 e\u0301".encode(), b'text:a NEAR(b c) "')
NAMES = ("Ann Lee", "Bo", "x*(y")


def _replies(folder: Path) -> Work:
    asked = [
        project_file.make_question("Sentiment", "What is it?", names, "", "Review")
        for names in (("good", "bad"), ("1", "2", "10"), ("C", "C++", "not good", "NOT GOOD."))
    ]

    def work(content: bytes) -> None:
        heard = Heard(content.decode("utf-8", "replace"), Rung.TEXT, (), cut=False, paid=Paid())
        for question in asked:
            for shape in Shape:
                found = read(heard, question, shape)
                assert (found.label_id is None) == bool(found.reason)
                assert found.confidence is None or 0 <= found.confidence <= 1

    return work


def _rules(folder: Path) -> Work:
    def work(content: bytes) -> None:
        text, _, reply = content.decode("utf-8", "replace").partition("\n")
        for how in How:
            repair_rules.check(how, text)
            repair_rules.matches(Rule(1, how, text, 1), reply)
            repair_rules.names_another(Rule(1, how, text, 1), reply, {1: "good", 2: "bad"})

    return work


def _templates(folder: Path) -> Work:
    labels = Listing(Values("label", {"name": name, "letter": name[:1]}, name) for name in ("yes", "no"))
    values = {
        "item": Values("item", {"text": "<b>Hi</b> {{ noun }}"}, "Hi"),
        "fields": Values("fields", {"title": "T"}),
        "labels": labels,
        "guideline": "Be kind.",
        "noun": "Text",
    }

    def work(content: bytes) -> None:
        assert "0x" not in render(content.decode("utf-8", "replace"), values) or b"0x" in content

    return work


def _private(folder: Path) -> Work:
    redaction = Redaction(tuple(Private), NAMES)

    def work(content: bytes) -> None:
        texts = content.decode("utf-8", "replace").split("\n", 1)
        redacted = redact(texts, redaction)
        assert [restore(text, redacted.mapping) for text in redacted.texts] == texts
        again = redact(redacted.texts, redaction)
        assert again.texts == redacted.texts

    return work


def _filters(folder: Path) -> Work:
    """A filter as it stands in a project, which may be a stranger's."""
    db = make_project(folder)

    def work(content: bytes) -> None:
        text = content.decode("utf-8", "replace")
        try:
            json.loads(text)
        except (ValueError, RecursionError):
            return
        with undone(db):
            row = [setup.key_of(db, "filters"), f'{{"mine": {text}}}']
            db.execute("insert or replace into project values (?, ?)", row)
            for saved in saved_filters.every(db):
                saved.filter.sentence(saved_filters.names(db))
            browsing.find(db, saved_filters.named(db, "mine"))

    return work


def _searches(folder: Path) -> Work:
    db = make_project(folder, ["a refund of 100%", "caf\u00e9", "\u4e2d\u6587 text", "<b>bold</b>"])

    def work(content: bytes) -> None:
        typed = content.decode("utf-8", "replace")
        words = search_words.searchable([typed])
        assert search_words.query(f'"{words}"').found_in(words) or not words
        found = browsing.find(db, Filter(text=typed)).tolist()
        assert browsing.item_ids(db, typed) == found or typed != typed.strip()

    return work


def _guidelines(folder: Path) -> Work:
    """Shown as guideline and as item; nothing is loaded, and an item has neither picture nor link."""
    from PySide6.QtGui import QTextDocument
    from PySide6.QtWidgets import QApplication

    from annotator.ui import theme
    from annotator.ui.widgets import item_text
    from annotator.ui.widgets.item_text import Field, Look
    from annotator.ui.widgets.markdown import GuidelineView

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    view, document = GuidelineView(), QTextDocument()
    look = Look(theme.font(), theme.font(), theme.font(), markdown=True)

    def work(content: bytes) -> None:
        text = content.decode("utf-8", "replace")
        view.set_text(text)
        item_text.write(document, [Field("text", text)], [Field("other", text)], 1, look)
        assert not item_text._special(document)

    return work


def targets(folder: Path) -> list[Target]:
    labels = (b"good", b"bad", b"not ", b"label", b"confidence", b"```", b"<think>", b"</think>", b'{"label": "')
    syntax = (b"{% for x in labels %}", b"{% endfor %}", b"{% if ", b"|join(", b"item.text", b"range(10**9)", b"loop")
    marks = (b"![x](file:///etc/passwd)", b"<img src=//example.org>", b"[x](javascript:x)", b"|---|", b"> ", b"* " * 99)
    return [
        Target("replies of models", _replies, REPLIES, labels),
        Target("rules that repair replies", _rules, PATTERNS, (b"(a+)+", b"(?:", b"{1,99999}", b"a" * 50, b"(?R)")),
        Target("templates of prompts", _templates, TEMPLATES, syntax),
        Target("guidelines and items as Markdown", _guidelines, MARKDOWN, marks),
        Target("texts with personal data", _private, PRIVATE, (b"@", b"+49 30 ", b"[EMAIL 1]", b"1" * 60, b"a.b@c.d")),
        Target("saved filters", _filters, FILTERS, (b"[[1]]", b"1e400", b'{"states": ', b'"gold"', b"9" * 30)),
        Target("searches", _searches, SEARCHES, (b'"', b"*", b"NEAR", b" OR ", b"\xcc\x81", b"\xef\xb7\xba")),
    ]
