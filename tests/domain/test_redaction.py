"""Tests of annotator.domain.redaction and of the numbers it recognises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.identifiers import iban_at, is_card, is_phone
from annotator.domain.redaction import Private, Redaction, redact, restore

ALL = Redaction(tuple(Private), ("Ann Lee", "Lee", "Email", "Ö. Groß"))


def hidden(text: str, redaction: Redaction = ALL) -> str:
    return redact([text], redaction).texts[0]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Write to a.b+c@mail.example.co.uk.", "Write to [EMAIL 1]."),
        ("Call +49 (0)151 2345-6789!", "Call [PHONE 1]!"),
        ("Tel.:0151/23456789", "Tel.:[PHONE 1]"),
        ("(415) 555-2671 or 415-555-2672", "[PHONE 1] or [PHONE 2]"),
        ("4111 1111 1111 1111, 5500-0000-0000-0004", "[CARD 1], [CARD 2]"),
        ("DE89 3704 0044 0532 0130 00 and GB82WEST12345698765432", "[IBAN 1] and [IBAN 2]"),
        ("ann  lee met Lee; Leeds did not", "[NAME 1] met [NAME 2]; Leeds did not"),
        ("Ö. Groß, not Großmann", "[NAME 1], not Großmann"),
        ("a@b.de, c@d.de, a@b.de", "[EMAIL 1], [EMAIL 2], [EMAIL 1]"),
    ],
)
def test_personal_data_gives_way_to_numbered_placeholders(text: str, result: str) -> None:
    assert hidden(text) == result


@pytest.mark.parametrize(
    "text",
    [
        "On 2024-05-12, 12.05.2024 and 12/05/2024 at 10:30.",
        "It cost 1,234,567.89 or 1234567 in 2001 02 03.",
        "The server 192.168.100.200 answers.",
        "Order 100200300400, invoice 4111 1111 1111 1112.",
        "DE89 3704 0044 0532 0130 02 has a wrong check digit.",
        "name @ place, a@b, @someone",
        "Pages 12-14 and 415-416.",
    ],
)
def test_ordinary_numbers_and_words_stay(text: str) -> None:
    assert hidden(text) == text


@pytest.mark.parametrize(
    "written",
    [
        "DE89-3704-0044-0532-0130-00",
        "DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000",
        "DE89\u202f3704\u202f0044\u202f0532\u202f0130\u202f00",
        "4111\u00a01111\u00a01111\u00a01111",
        "4111.1111.1111.1111",
        "4111  1111  1111  1111",
        "4111–1111–1111–1111",
        "+49\u00a030\u00a0123456",
        "+49–30–123456",
        "(555) 123-4567",
        "13800138000",
        "138 0013 8000",
        "98765 43210",
        "٠١٢٣٤٥٦٧٨٩",
        "o'brien@example.com",
        "me＠example.com",
    ],
)
def test_numbers_and_addresses_are_found_however_they_are_written(written: str) -> None:
    assert redact([f"It is {written}, as I said."], ALL).texts[0].replace("1", "") in {
        f"It is [{kind} ], as I said." for kind in Private
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("王伟是我的朋友", "王伟"),
        ("我是Ann的朋友", "Ann"),
        ("Mu\u0308ller", "Müller"),
        ("Müller", "Mu\u0308ller"),
        ("O’Brien", "O'Brien"),
        ("Jean‑Luc", "Jean-Luc"),
        ("ann_lee", "Ann"),
        ("Ann1", "Ann"),
    ],
)
def test_a_name_is_found_in_any_spelling_and_script(text: str, name: str) -> None:
    redacted = redact([text], Redaction((), (name,)))
    assert redacted.texts[0].count("[NAME 1]") == 1
    assert restore(redacted.texts[0], redacted.mapping) == text


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("请联系我的邮箱zhang@example.com是我的", "请联系我的邮箱[EMAIL 1]是我的"),
        ("我的电话13800138000是我的", "我的电话[PHONE 1]是我的"),
        ("卡号4111111111111111谢谢", "卡号[CARD 1]谢谢"),
        ("账号DE89370400440532013000谢谢", "账号[IBAN 1]谢谢"),
        ("用户@例子.广告", "[EMAIL 1]"),
        ("Call09050000327 or Tel+49 30 123456", "Call[PHONE 1] or Tel[PHONE 2]"),
        ("ann\u200b@exam\u00adple.org", "[EMAIL 1]"),
        ("me@example．com, ＤＥ８９３７０４００４４０５３２０１３０００", "[EMAIL 1], [IBAN 1]"),
        ("Ａｎｎ\u3000Ｌｅｅ, Ann\u200bLee, L\u00adee", "[NAME 2], [NAME 1], [NAME 3]"),
        ("Herr Ö. GROSS, nicht GROSSMANN", "Herr [NAME 1], nicht GROSSMANN"),
        ("[EM\u200bAIL 1] is not a@b.de", "[EM\u200bAIL 1] is not [EMAIL 2]"),
    ],
)
def test_what_is_written_without_blanks_in_other_letters_or_with_unseen_ones_is_found(text: str, result: str) -> None:
    redacted = redact([text], ALL)
    assert redacted.texts == (result,)
    assert restore(result, redacted.mapping) == text


@pytest.mark.parametrize("text", ["Annabelle", "Joann", "annual", "Anne\u0301"])
def test_a_name_within_a_longer_word_stays(text: str) -> None:
    assert redact([text], Redaction((), ("Ann", "Anne"))).texts[0] == text


def test_only_what_is_chosen_is_taken_out() -> None:
    text = "Lee: a@b.de, +49 151 23456789"
    assert hidden(text, Redaction((Private.PHONE,))) == "Lee: a@b.de, [PHONE 1]"
    assert hidden(text, Redaction((), ("lee",))) == "[NAME 1]: a@b.de, +49 151 23456789"
    assert hidden(text, Redaction()) == text
    assert not Redaction()


def test_the_same_value_has_one_placeholder_in_all_texts_of_an_item() -> None:
    redacted = redact(["Ask x@y.org.", "x@y.org and z@y.org"], ALL)
    assert redacted.texts == ("Ask [EMAIL 1].", "[EMAIL 1] and [EMAIL 2]")
    assert redacted.mapping == {"[EMAIL 1]": "x@y.org", "[EMAIL 2]": "z@y.org"}


def test_placeholders_that_a_text_already_has_are_not_mistaken_for_ours() -> None:
    redacted = redact(["[EMAIL 1] is not a@b.de"], ALL)
    assert redacted.texts == ("[EMAIL 1] is not [EMAIL 2]",)
    assert restore(redacted.texts[0], redacted.mapping) == "[EMAIL 1] is not a@b.de"


def test_a_reply_is_shown_with_what_its_placeholders_stand_for() -> None:
    mapping = redact(["a@b.de wrote"], ALL).mapping
    assert restore("It was [EMAIL 1], not [EMAIL 2].", mapping) == "It was a@b.de, not [EMAIL 2]."


PIECES = st.sampled_from(
    ["a@b.de", "0151/2345678", "+4915123456789", "4111111111111111", "DE89370400440532013000", "415-555-2671"]
    + [
        "[EMAIL 1]",
        "[NAME ",
        "2]",
        "\u200b",
        "Ｌ",
        "７",
        "伟",
        "＠",
        "[",
        "]",
        "1",
        "Lee",
        "lee",
        "Ann",
        "Email",
        "(",
        ")",
        "+",
        "00",
        ".",
        "@",
        "ß",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.sampled_from(" -\n"), st.text(max_size=3)), max_size=12).map("".join)


@given(st.lists(TEXTS, min_size=1, max_size=3), st.lists(st.text(max_size=6), max_size=3))
def test_restoring_gives_every_text_back_and_nothing_that_was_found_remains(texts: list[str], names: list[str]) -> None:
    redaction = Redaction(tuple(Private), (*ALL.names, *names))
    redacted = redact(texts, redaction)
    assert [restore(text, redacted.mapping) for text in redacted.texts] == texts
    assert redact(redacted.texts, redaction).mapping == {}


@pytest.mark.parametrize(("number", "right"), [("4111111111111111", True), ("4111111111111121", False), ("42", False)])
def test_a_card_is_known_by_its_check_digit(number: str, right: bool) -> None:
    assert is_card(number) is right


def test_an_account_ends_where_its_countrys_length_says() -> None:
    text = "DE89 3704 0044 0532 0130 00 was paid"
    assert text[: iban_at(text, 0)] == "DE89 3704 0044 0532 0130 00"
    assert iban_at("ZZ89 3704 0044 0532 0130 00", 0) is None
    assert iban_at("DE89370400440532013000X", 0) is None


@pytest.mark.parametrize(
    ("written", "right"), [("+442079460958", True), ("0044 20 7946 0958", True), ("1234567", False)]
)
def test_a_telephone_number_is_known_by_its_form(written: str, right: bool) -> None:
    assert is_phone(written) is right
