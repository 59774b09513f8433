"""A model's response as plain data, on its way from the caller's process, in the shape in which litellm gives it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

Data = dict[str, Any]


class Usage(NamedTuple):
    """completion_tokens: with those of reasoning. cost: US dollars as the provider says with its reply; None where it
    does not."""

    prompt_tokens: int
    completion_tokens: int
    cost: float | None


class Token(NamedTuple):
    """A token that could stand at a place. id: of llama.cpp's servers only."""

    token: str
    logprob: float
    id: int | None = None


class Place(NamedTuple):
    """A place in the answer with the token that it has."""

    token: str
    logprob: float
    id: int | None
    top_logprobs: list[Token]


class Logprobs(NamedTuple):
    content: list[Place]


class Written(NamedTuple):
    content: str


class Choice(NamedTuple):
    message: Written
    finish_reason: str
    logprobs: Logprobs | None


class Response(NamedTuple):
    """choices: one, or none. number: of the request, for whoever keeps the reply until it is saved. unheard: whether it
    came when nobody waited for it any more."""

    choices: list[Choice]
    usage: Usage | None
    model: str
    listed: float | None  # US dollars by litellm's price list
    number: str = ""
    unheard: bool = False

    @property
    def _hidden_params(self) -> Data:
        return {"response_cost": self.listed}


def to_data(response: Any) -> Data:
    """What is used of litellm's ModelResponse, in lists that are short as JSON."""
    choice = response.choices[0] if response.choices else None
    places = getattr(getattr(choice, "logprobs", None), "content", None) or ()
    usage = getattr(response, "usage", None)
    return {
        "text": (choice.message.content or "") if choice else None,
        "finish": choice.finish_reason if choice else "",
        "places": [[*_token(place), [_token(top) for top in place.top_logprobs or ()]] for place in places],
        "usage": None if usage is None else _used(usage),
        "model": str(response.model or ""),
        "listed": getattr(response, "_hidden_params", {}).get("response_cost"),
    }


def from_data(data: Data, number: str = "", *, unheard: bool = False) -> Response:
    """Of what `to_data` has made; see `Response`."""
    places = [Place(token, logprob, id_, [Token(*top) for top in tops]) for token, logprob, id_, tops in data["places"]]
    choice = Choice(Written(data["text"] or ""), data["finish"], Logprobs(places) if places else None)
    usage = None if data["usage"] is None else Usage(*data["usage"])
    return Response([] if data["text"] is None else [choice], usage, data["model"], data["listed"], number, unheard)


def sound(data: Data) -> bool:
    """Whether it could be of `to_data`'s making, for what was read from a file."""
    usage = data.get("usage")
    return (
        isinstance(data.get("text"), str | None)
        and isinstance(data.get("finish"), str | None)
        and isinstance(data.get("model"), str)
        and _is_number(data.get("listed"), none=True)
        and (usage is None or _is_usage(usage))
        and isinstance(data.get("places"), list)
        and all(_is_place(place) for place in data["places"])
    )


def _is_usage(usage: Any) -> bool:
    if not isinstance(usage, list) or len(usage) != 3:
        return False
    counted = all(type(tokens) is int and 0 <= tokens < _MOST for tokens in usage[:2])
    return counted and _is_number(usage[2], none=True)


def _is_place(place: Any) -> bool:
    if not isinstance(place, list) or len(place) != 4 or not isinstance(place[3], list):
        return False
    return all(_is_token(token) for token in (place[:3], *place[3]))


def _is_token(token: Any) -> bool:
    if not isinstance(token, list) or len(token) != 3:
        return False
    return isinstance(token[0], str) and _is_number(token[1]) and isinstance(token[2], int | None)


def _is_number(value: Any, *, none: bool = False) -> bool:
    if value is None:
        return none
    return type(value) in (int, float) and abs(value) < _MOST  # neither NaN nor infinity is less


def _token(token: Any) -> Sequence[Any]:
    return [token.token, token.logprob, getattr(token, "id", None)]


def _used(usage: Any) -> list[Any]:
    said = getattr(usage, "cost", None)
    cost = float(said) if isinstance(said, int | float) and not isinstance(said, bool) else None
    read, written, both = (_count(usage, name) for name in ("prompt_tokens", "completion_tokens", "total_tokens"))
    # Some servers leave out of the answer's tokens what the model thought before it; it stands in their sum, and is
    # paid for as the answer is.
    return [read, max(written, both - read) if read else written, cost]


def _count(usage: Any, name: str) -> int:
    return getattr(usage, name, 0) or 0


_MOST = 2**53  # more than any number of tokens or dollars, and exact as a float
