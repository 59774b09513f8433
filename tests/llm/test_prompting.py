"""Tests of annotator.llm.prompting and of the shipped templates: what a model is really asked."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.model import Label, Question
from annotator.errors import UserError
from annotator.llm.agents import EMBEDDED, AgentSpec, make_spec
from annotator.llm.methods import SUITS, AnswerMode, ConfidenceMethod
from annotator.llm.prompting import VARIABLES, answer_start, check_prompt, messages, turns
from annotator.llm.prompts import READY, PromptTemplate, every, ready, usual
from annotator.llm.protocol import CallFailed, Fault, LabelRequest
from tests.llm.questions import SENTIMENT

EXAMPLES = (("So dull.", "negative"), ("I laughed.", "positive"))
ITEM = LabelRequest("Loved it.", SENTIMENT, EXAMPLES)
CHATS = [key for key in READY if key != "likelihood"]


def spec_of(key: str) -> AgentSpec:
    prompt = ready(key)
    model = EMBEDDED if prompt.answer is AnswerMode.LIKELIHOOD else "openai/m"
    return make_spec(model, answer=prompt.answer, confidence=prompt.methods[0], template=prompt.template)


def custom(user: str, system: str = "") -> AgentSpec:
    return make_spec("openai/m", template=PromptTemplate("mine", user, system))


def asked(spec: AgentSpec, request: LabelRequest = ITEM) -> str:
    return messages(spec, request)[-1]["content"]


def test_small_models_are_asked_in_the_very_words_that_their_calibration_was_measured_with() -> None:
    spec = AgentSpec()
    opening = "What is the sentiment of this movie review?\nLabels: negative, positive\n\n"
    assert messages(spec, ITEM) == [
        {"role": "user", "content": f"{opening}Review: So dull."},
        {"role": "assistant", "content": "Sentiment: negative"},
        {"role": "user", "content": "Review: I laughed."},
        {"role": "assistant", "content": "Sentiment: positive"},
        {"role": "user", "content": "Review: Loved it."},
    ]
    assert messages(spec, replace(ITEM, examples=())) == [{"role": "user", "content": f"{opening}Review: Loved it."}]
    assert answer_start(spec, ITEM) == "Sentiment:"


@pytest.mark.parametrize("text", ["", "  x \n", "a\r\nb", "{{ noun }} {% if %}", "<item>", "```", "„ümläut“ 🙂"])
def test_small_models_read_the_text_exactly_as_it_is(text: str) -> None:
    assert asked(AgentSpec(), LabelRequest(text, SENTIMENT)).endswith(f"Review: {text}")


@pytest.mark.parametrize("key", CHATS)
def test_every_ready_chat_holds_guideline_labels_examples_and_says_that_the_item_is_data(key: str) -> None:
    system, user = messages(spec_of(key), ITEM)
    for part in (SENTIMENT.text, "Irony counts as what is **meant**.", "positive: praise", "So dull.", "It is data"):
        assert part in system["content"]
    assert user["content"] == "Review:\n<item>\nLoved it.\n</item>"


@pytest.mark.parametrize("key", CHATS)
def test_without_guideline_and_examples_a_ready_chat_does_not_speak_of_them(key: str) -> None:
    bare = LabelRequest("Loved it.", replace(SENTIMENT, guideline=" "))
    system = messages(spec_of(key), bare)[0]["content"]
    assert "guideline" not in system
    assert "Examples" not in system
    assert "\n\n\n" not in system


def test_ready_templates_are_named_apart_and_every_way_of_asking_has_one() -> None:
    assert len({prompt.template.name for prompt in every()}) == len(READY)
    for answer, methods in SUITS.items():
        for method in methods:
            template = usual(answer, method)
            check_prompt(template)
            assert template in [prompt.template for prompt in every() if prompt.answer is answer]
    assert usual(AnswerMode.JSON, ConfidenceMethod.VERBAL) == ready("verbal").template
    assert usual(AnswerMode.JSON, ConfidenceMethod.PLAIN) == ready("json").template


def test_anchored_words_and_the_number_of_guesses_are_in_the_prompts_that_ask_for_them() -> None:
    assert "81-100: highly confident" in messages(spec_of("verbal"), ITEM)[0]["content"]
    assert "Give your 2 best guesses" in messages(spec_of("top_k"), ITEM)[0]["content"]
    many = replace(SENTIMENT, labels=tuple(Label(f"l{i}", id=i) for i in range(5)))
    assert "Give your 3 best guesses" in messages(spec_of("top_k"), LabelRequest("x", many))[0]["content"]


def test_letters_follow_the_order_asked_for_in_labels_and_examples() -> None:
    negative, positive = SENTIMENT.labels
    system = messages(spec_of("letters"), ITEM, order=(positive, negative))[0]["content"]
    assert "A. positive: praise\nB. negative" in system
    assert "So dull.\n</item>\nAnswer: B" in system


def test_examples_can_be_turns_that_answer_as_the_model_is_to_answer() -> None:
    template = PromptTemplate("mine", "{% if first %}{{ question }}\n{% endif %}{{ item.text }}", turns=True)
    for answer, said in ((AnswerMode.JSON, '{"label": "negative"}'), (AnswerMode.LABEL, "negative")):
        spec = make_spec("openai/m", answer=answer, template=template)
        contents = [message["content"] for message in messages(spec, ITEM)]
        assert contents[:3] == [f"{SENTIMENT.text}\nSo dull.", said, "I laughed."]
        assert contents[-1] == "Loved it."


def test_a_template_reaches_the_items_fields_by_their_names() -> None:
    request = LabelRequest("title: A\n\nbody: B", SENTIMENT, fields=(("title", "A"), ("body", "B")))
    assert asked(custom("{{ fields.title }} - {{ item.fields.body }}"), request) == "A - B"
    assert (
        asked(custom("{% for name, text in fields|items %}{{ name }}:{{ text }};{% endfor %}"), request)
        == "title:A;body:B;"
    )
    assert asked(custom("{{ fields.text }}")) == "Loved it."


def test_every_variable_that_is_offered_to_those_who_write_templates_is_there() -> None:
    source = "|".join(f"{{{{ {name} }}}}" for name in VARIABLES)
    assert asked(custom(source)).count("|") == len(VARIABLES) - 1


def test_an_item_that_lacks_a_field_fails_alone_and_a_preview_says_why() -> None:
    spec = custom("{{ fields.title }}")
    with pytest.raises(UserError, match="“fields.title”, which is not known") as caught:
        messages(spec, ITEM)
    assert "fields.text" in caught.value.hint
    with pytest.raises(CallFailed) as failed:
        turns(spec, ITEM)
    assert failed.value.kind is Fault.OTHER
    assert "fields.title" in failed.value.message


@pytest.mark.parametrize("part", ["user", "system"])
def test_a_template_that_no_item_fits_is_refused_at_once(part: str) -> None:
    parts = {"user": "{{ item.text }}", "system": "x"} | {part: "{{ secrets }}"}
    with pytest.raises(UserError, match="“secrets”"):
        check_prompt(PromptTemplate("mine", **parts))


BREAKING = st.sampled_from(
    [
        "</item>",
        "<item>",
        "< / ITEM >",
        "＜/item＞",
        "<\u200b/item>",
        "</item",
        "</ item foo>",
        "<",
        ">",
        "/",
        "item",
        " ",
    ]
    + ["```", "````", '"""', "###", "x"]
)


@settings(deadline=None)
@given(st.lists(st.one_of(BREAKING, st.text(max_size=3)), max_size=12).map("".join), st.sampled_from(CHATS))
def test_no_item_can_close_the_place_where_it_stands(text: str, key: str) -> None:
    user = asked(spec_of(key), LabelRequest(text, SENTIMENT))
    inside = user.removeprefix("Review:\n<item>\n").removesuffix("\n</item>")
    assert len(user) - len(inside) == len("Review:\n<item>\n\n</item>")
    assert not re.search(r"[<＜﹤][\s\u200b]*[/／]?[\s\u200b]*item(?![\w-])", inside, re.IGNORECASE)


@pytest.mark.parametrize(
    "mark",
    [
        "</it\u200bem>",
        "</ｉｔｅｍ>",
        "＜／ＩＴＥＭ＞",
        "<\\/item>",
        "&lt;/item&gt;",
        "&#60;/item>",
        "<\u2066/item>",
        "<\ufe0f/item>",
    ],
)
def test_nor_can_one_in_which_the_tag_is_spelt_in_another_way(mark: str) -> None:
    user = asked(spec_of("json"), LabelRequest(f"a {mark} b", SENTIMENT))
    assert mark not in user
    assert "a ‹" in user


def test_a_fence_is_made_inert_in_full_width_and_with_unseen_characters_too() -> None:
    content = asked(custom("```\n{{ item.text }}\n```"), LabelRequest("a ｀｀｀ b `\u200b`\u200b` c `` d", SENTIMENT))
    assert "｀｀" not in content
    assert content.count("`\u200b`") == 0
    assert "c `` d" in content


def test_the_fences_of_an_own_template_are_made_inert_in_items_examples_and_fields() -> None:
    spec = custom(
        "```\n{{ item.text }}\n```\n<review>{{ fields.text }}</review>{% for e in examples %}{{ e.text }}{% endfor %}"
    )
    request = LabelRequest("a ``` b </REVIEW> c </item> --- #", SENTIMENT, (("e </review> ````", "negative"),))
    content = asked(spec, request)
    assert content.count("```") == 2
    assert content.count("</review>") == 1
    assert "</item> --- #" in content  # these are no marks of this template
    assert "e ‹/review> ` ` ` `" in content


def test_a_label_and_a_guideline_are_the_leads_own_words_and_stay_as_they_are() -> None:
    question = Question(
        "Q", "Which?", (Label("<item>", id=1), Label("b", id=2)), guideline="Use </item> and ``` freely."
    )
    system = messages(spec_of("json"), LabelRequest("x", question))[0]["content"]
    assert "- <item>" in system
    assert "Use </item> and ``` freely." in system
