"""How texts and searches become words, in any script."""

from __future__ import annotations

import pytest

from annotator.domain.search_words import Phrase, query, searchable, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Çafé STRASSE straße İstanbul cafe\u0301", ["cafe", "strasse", "strasse", "istanbul", "cafe"]),
        ("退款什么,好", ["退", "款", "什", "么", "好"]),
        ("ﾌﾞｯｸ", ["ブ", "ッ", "ク"]),
        ("เงิน", ["เ", "ง", "ิ", "น"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("환불이", ["환", "불", "이"]),
        ("great👍 C++ wi-fi_x", ["great", "👍", "c", "wi", "fi", "x"]),
        ("Ελλάδα Йод", ["ελλαδα", "иод"]),
        (" — !!! ", []),
    ],
)
def test_words_are_folded_and_scripts_without_spaces_fall_into_characters(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_what_was_typed_is_read_as_beginnings_and_as_quotations() -> None:
    assert query('refund "late parcel 退').phrases == (
        Phrase(("refund",), open=True),
        Phrase(("late", "parcel", "退"), open=False),
    )
    assert query("a 款").phrases == (Phrase(("a",), open=False), Phrase(("款",), open=False))
    assert query(' !? "" ').phrases == ()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("refu", True), ("fund", False), ("late ref", True), ('"late"', True), ('"lat"', False), ("款", True),
        ("退款", True), ("款退", False), ("wi-fi", True), ("fi-wi", False), ("", False), ("l", False),
    ],
)  # fmt: skip
def test_all_that_was_typed_must_be_there(typed: str, found: bool) -> None:
    assert query(typed).found_in(searchable(["Refunds are LATE", "我要退款了", "Wi-Fi"])) is found
