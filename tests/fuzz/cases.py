"""Bytes that are nearly what a reader expects: good ones that were cut, doubled, flipped and mixed."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from hypothesis import strategies as st

MOST_EDITS = 6
LONGEST_PART = 400  # bytes that one edit removes or doubles


class Edit(Enum):
    """What is done to a good file at some place."""

    PUT = "put"  # a token
    CHANGE = "change"  # one byte
    OVER = "over"  # a token, over what was there
    DROP = "drop"
    DOUBLE = "double"
    CUT = "cut"  # all that follows


# Where a text is likely to hurt: ends, escapes, halves of characters, names that lead elsewhere, endless numbers.
ANYWHERE = (
    *(b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n", b"\r\n", b"\t", b'"', b"'", b"\\", b",", b";", b"|"),
    *(b"\xed\xa0\x80", b"\\ud800", b"\\u0000", b"\xe2\x80\xae", b"\xf0\x9f\x98\x80", b"\xc3\x28", b"=1+1", b"-1"),
    *(b"9" * 400, b"1e999", b"NaN", b"-Infinity", b"null", b"true", b"[" * 300, b"{" * 300, b"]" * 20, b"}" * 20),
    *(b"../../etc/passwd", b"file:///etc/passwd", b"<img src=file:///etc/passwd>", b"{{", b"}}", b"{%", b"%}"),
    *(b"__class__", b"%s%n", b"'; drop table item; --", b"A" * 3_000, b"( " * 200),
)


IN_PLACE = (Edit.CHANGE, Edit.CHANGE, Edit.CHANGE, Edit.OVER, Edit.CUT)  # nothing that follows is moved


class Input:
    """Bytes that are made when they are asked for: hypothesis keeps all that it has drawn, of a project hundreds of
    kilobytes each time."""

    def __init__(self, seed: bytes, edits: Sequence[tuple[Edit, float, int, bytes]] = ()) -> None:
        self._seed = seed
        self._edits = edits

    def content(self) -> bytes:
        return _edited(self._seed, self._edits)

    def __repr__(self) -> str:
        return repr(self.content())


def nearly(seeds: Sequence[bytes], tokens: Sequence[bytes] = (), *, in_place: bool = False) -> st.SearchStrategy[Input]:
    """Mostly good input with a few edits, sometimes tokens alone, sometimes any bytes.

    in_place: mostly such edits as leave a file its size, for those that are read by position.
    """
    words = st.sampled_from((*ANYWHERE, *tokens))
    edits = st.tuples(
        st.sampled_from(IN_PLACE if in_place else tuple(Edit)), st.floats(0, 1), st.integers(0, LONGEST_PART), words
    )
    edited = st.builds(Input, st.sampled_from(list(seeds)), st.lists(edits, max_size=MOST_EDITS))
    mixed = st.lists(words, max_size=12).map(b"".join)
    return st.one_of(edited, edited, edited, mixed.map(Input), st.binary(max_size=300).map(Input))


def _edited(seed: bytes, edits: Sequence[tuple[Edit, float, int, bytes]]) -> bytes:
    for edit, place, length, word in edits:
        at = round(place * len(seed))
        match edit:
            case Edit.PUT:
                seed = seed[:at] + word + seed[at:]
            case Edit.CHANGE:
                seed = seed[:at] + bytes([length % 256]) + seed[at + 1 :]
            case Edit.OVER:
                seed = seed[:at] + word + seed[at + len(word) :]
            case Edit.DROP:
                seed = seed[:at] + seed[at + length :]
            case Edit.DOUBLE:
                seed = seed[: at + length] + seed[at:]
            case Edit.CUT:
                seed = seed[:at]
    return seed
