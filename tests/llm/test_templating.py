"""Tests of annotator.llm.templating: what a template can do, and that a stranger's can do nothing else."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.llm.templating import MOST_OUTPUT, Listing, Values, check, literals, render

LABELS = Listing(
    Values("label", {"name": name, "letter": letter}, name) for name, letter in (("yes", "A"), ("no", "B"))
)
VALUES = {
    "item": Values("item", {"text": "<b>Hi</b> {{ noun }}"}, "<b>Hi</b> {{ noun }}"),
    "fields": Values("fields", {"title": "T", "The body": "B"}),
    "labels": LABELS,
    "guideline": "",
    "noun": "Text",
    "first": True,
    "number": 3,
}


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("{{ noun }}: {{ item.text }}", "Text: <b>Hi</b> {{ noun }}"),
        ("{{ item }}|{{ labels }}", "<b>Hi</b> {{ noun }}|yes, no"),
        ("{% for label in labels %}{{ loop.index }}{{ label.letter }}{{ label }} {% endfor %}", "1Ayes 2Bno "),
        ("{% for name, text in fields|items %}{{ name }}={{ text }};{% endfor %}", "title=T;The body=B;"),
        ('{{ fields["The body"] }}{{ fields.title|lower }}', "Bt"),
        ("{% if guideline %}G{% elif first and not guideline %}F{% else %}E{% endif %}", "F"),
        ("{% if fields.subject is defined %}S{% else %}none{% endif %}", "none"),
        ('{{ labels|map("name")|join(" / ")|upper }} {{ labels|length }}', "YES / NO 2"),
        ("{{ labels|first }} {{ (labels|last).letter }} {{ labels[0].name }}", "yes B yes"),
        ("{{ fields|first }}-{{ fields|last }}", "title-The body"),
        ("{{ labels|join(1) }}|{{ labels|join(first) }}", "yes1no|yesTrueno"),
        ("{{ fields|tojson }}", '{"title": "T", "The body": "B"}'),
        ('{{ "one two three"|truncate(9) }}', "one two […]"),
        ('{{ "yes" if number > 2 else "no" }}', "yes"),
        ("a\n{% if first %}\nb\n{% endif %}\nc", "a\nb\nc"),
        ("{# nobody reads this #}x", "x"),
        ("", ""),
    ],
)
def test_values_conditions_loops_and_a_few_filters_are_there(source: str, written: str) -> None:
    assert render(source, VALUES) == written


@pytest.mark.parametrize(
    ("source", "told", "known"),
    [
        ("{{ itm.text }}", "“itm”", "item"),
        ("{% if false %}{{ nowhere }}{% endif %}", "“nowhere”", "noun"),
        ("{{ item.txt }}", "“item.txt”", "item.text"),
        ("{{ fields.body }}", "“fields.body”", "fields.title"),
        ("{{ item.txt|upper }}", "“item.txt”", "item.text"),
        ("{% for x in fields.body %}{% endfor %}", "no list", "labels"),
    ],
)
def test_an_unknown_name_is_said_with_the_known_ones(source: str, told: str, known: str) -> None:
    with pytest.raises(UserError) as caught:
        render(source, VALUES)
    assert told in caught.value.message
    assert known in caught.value.hint


HOSTILE = [
    "{{ item.__class__ }}",
    "{{ item['__class__'] }}",
    "{{ labels.__class__.__mro__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ noun.format(item) }}",
    "{{ noun|attr('upper') }}",
    "{{ noun|format }}",
    "{{ self }}",
    "{{ loop }}",
    "{{ cycler }}",
    "{{ lipsum() }}",
    "{{ range(10) }}",
    "{% for i in range(1000000) %}x{% endfor %}",
    "{% for char in item.text %}{{ char }}{% endfor %}",
    "{{ noun * 1000000000 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ noun ~ noun }}",
    "{{ noun + noun }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ noun|center(1000000000) }}",
    "{{ noun|replace('T', noun) }}",
    "{% set x = noun %}{{ x }}",
    "{% macro m() %}x{% endmacro %}{{ m() }}",
    "{% include 'other' %}",
    "{% import 'os' as os %}",
    "{% extends 'other' %}",
    "{% block b %}x{% endblock %}",
    "{% filter upper %}x{% endfilter %}",
    "{% call m() %}{% endcall %}",
    "{% for x in labels recursive %}{{ loop(labels) }}{% endfor %}",
    "{% for loop in labels %}{% endfor %}",
    "{% for x in labels if x %}{% endfor %}",
    "{{ labels|map('upper') }}{{ labels|map(attribute='__class__')|first }}",
    "{{ labels|counted }}",
    "{{ 0 }}{{ x }}",
    "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}",
    "{{ " + "9" * 10_000 + " }}",
    "{% if first %}" * 200 + "{% endif %}" * 200,
    "{% for a in labels %}" * 16 + "x" + "{% endfor %}" * 16,
    "{{ noun }}" * 1_000,
    "x" * 20_001,
    "{{ unclosed",
    "{% for x in labels %}",
    "{{ noun|truncate('a') }}",
    "{{ noun > 3 }}",
    "{% for name, text in fields %}{{ name }}{% endfor %}",
    "{% for a, b, c in labels %}{{ a }}{% endfor %}",
    "{{ labels|first(1, 2) }}",
    "{{ noun is divisibleby 3 }}",
    "{{ " + "a" * 3_000 + " }}",
    "{{ noun|" + "a" * 3_000 + " }}",
    "{{ noun is " + "a" * 3_000 + " }}",
    "{{ item." + "a" * 3_000 + " }}",
]


@pytest.mark.parametrize("source", HOSTILE, ids=lambda source: source[:40])
def test_whatever_else_a_template_tries_is_one_clear_error(source: str) -> None:
    with pytest.raises(UserError) as caught:
        render(source, VALUES)
    assert caught.value.message.count(". ") == 0
    assert len(caught.value.message) < 300


def test_a_template_cannot_write_without_end() -> None:
    long = VALUES | {"item": Values("item", {"text": "x" * 10_000}, "")}
    with pytest.raises(UserError, match="writes too much"):
        render("{{ item.text }}" * 50 + "{% for a in labels %}{% for b in labels %}" + "{{ item.text }}" * 100
               + "{% endfor %}{% endfor %}", long | {"labels": Listing(range(40))})  # fmt: skip
    assert len(render("{{ item.text }}" * 50, long)) == 500_000 < MOST_OUTPUT


def test_a_loop_over_very_many_items_ends() -> None:
    many = VALUES | {"labels": Listing(range(1_000))}
    with pytest.raises(UserError, match="loops too often"):
        render("{% for a in labels %}{% for b in labels %}{% endfor %}{% endfor %}", many)


def test_a_template_can_be_checked_before_there_is_an_item() -> None:
    check("{{ item.text }}{% if noun %}{% endif %}", VALUES)
    with pytest.raises(UserError, match="“other”"):
        check("{{ other }}", VALUES)


def test_the_words_of_a_template_are_known_apart_from_what_is_filled_in() -> None:
    assert literals("<item>{{ item.text }}</item>{# <no> #}") == "<item>\n</item>"


SYNTAX = st.sampled_from(
    [
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "#}",
        "for",
        "in",
        "if",
        "endfor",
        "endif",
        "set",
        "item",
        "labels",
        "noun",
        ".",
        "|",
    ]
    + ["text", "[", "]", "(", ")", "'", '"', "0", "1", "+", "*", "~", "==", " ", "\n", "loop", "upper", "__class__"]
)


@settings(deadline=None)
@given(st.lists(SYNTAX, max_size=25).map(" ".join))
def test_any_template_writes_text_or_is_a_users_error(source: str) -> None:
    with suppress(UserError):
        assert isinstance(render(source, VALUES), str)
