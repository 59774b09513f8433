"""Translates what litellm raises into CallFailed, once, in words a person can act on."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from time import time
from typing import Any

from annotator.llm.keys import scrub
from annotator.llm.litellm_setup import load_litellm
from annotator.llm.protocol import CallFailed, Fault
from annotator.texts import english

SENTENCES = {
    Fault.KEY: english("The API key is missing, wrong, or not allowed to use this model."),
    Fault.CREDIT: english("The account has no credit left for this model."),
    Fault.RATE: english("The model's server refuses more requests for now."),
    Fault.SERVER: english("The model's server failed."),
    Fault.TIMEOUT: english("The model's server did not answer in time."),
    Fault.NETWORK: english("The model's server could not be reached, or the connection broke."),
    Fault.CONTEXT: english("The item is too long for this model."),
    Fault.REFUSED: english("The provider refused the item's content."),
    Fault.ADDRESS: english("There is no such model at this address."),
    Fault.OTHER: english("The model's server did not accept the request."),
}


def translate(error: Exception, *, secret: str = "") -> CallFailed | None:
    """The fault behind an exception from a litellm call; None when it is a bug of ours, to be let through."""
    kind = _kind(error)
    if kind is None:
        return None
    detail = _detail(error, secret)
    message = SENTENCES[kind]
    if detail and kind in _NEEDS_DETAIL:
        message = english("{message} It said: {detail}", message=message, detail=detail)
    return CallFailed(kind, message, retry_after=_retry_after(error))


def _kind(error: Exception) -> Fault | None:
    e = load_litellm().exceptions
    # The body has the provider's own code, which says more than its sentence.
    text = f"{error} {getattr(error, 'body', '')}".casefold()
    status = getattr(error, "status_code", None)
    # Subclasses first: ContextWindowExceededError and ContentPolicyViolationError are BadRequestErrors.
    by_type = (
        (e.Timeout, Fault.TIMEOUT),
        (e.ContextWindowExceededError, Fault.CONTEXT),
        (e.ContentPolicyViolationError, Fault.REFUSED),
        (e.AuthenticationError, Fault.KEY),
        (e.PermissionDeniedError, Fault.KEY),
        (e.NotFoundError, Fault.ADDRESS),
        (e.RateLimitError, Fault.CREDIT if _CREDIT.search(text) else Fault.RATE),
        (e.BudgetExceededError, Fault.CREDIT),
        (e.BadGatewayError, Fault.SERVER),
        (e.ServiceUnavailableError, Fault.SERVER),
        (e.BadRequestError, _bad_request(text)),
        (e.UnprocessableEntityError, _bad_request(text)),
    )
    for kind_of_error, fault in by_type:
        if isinstance(error, kind_of_error):
            return fault
    if _CONNECTION.search(text):
        return Fault.NETWORK
    return _by_status(error, status, text)


def _by_status(error: Exception, status: object, text: str) -> Fault | None:
    e = load_litellm().exceptions
    if status == 403:
        return Fault.KEY
    if status == 402 or _CREDIT.search(text):
        return Fault.CREDIT
    if isinstance(error, e.APIConnectionError):
        return Fault.NETWORK
    if isinstance(error, (e.InternalServerError, e.APIError, e.APIResponseValidationError)):
        return Fault.SERVER
    return None


def _bad_request(text: str) -> Fault:
    if _CONTEXT.search(text):
        return Fault.CONTEXT
    if _CREDIT.search(text):
        return Fault.CREDIT
    if _CONTENT.search(text):
        return Fault.REFUSED
    return Fault.ADDRESS if _UNKNOWN_MODEL.search(text) else Fault.OTHER


def _detail(error: Exception, secret: str) -> str:
    """The server's own words in one short line, without litellm's prefixes and without the key."""
    text = scrub(str(getattr(error, "message", "") or error), secret)
    text = re.sub(r"^(?:(?:litellm\.)?\w+(?:Error|Exception)(?:\s*[:-]\s*|\s+)|LiteLLM:\s*)*", "", text.strip())
    line = " ".join(text.split())
    if len(line) > 200:
        return line[:199] + "…"
    return f"{line}." if line[-1:].isalnum() else line  # more sentences follow


def _retry_after(error: Exception) -> float | None:
    """Seconds the server asked to wait, from Retry-After as a number or a date."""
    value = _header(error, "retry-after")
    if value is None:
        return None
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time())
    except ValueError:
        return None


def _header(error: Exception, name: str) -> str | None:
    for source in (getattr(error, "litellm_response_headers", None), _response_headers(error)):
        if source is not None and (value := source.get(name)) is not None:
            return str(value)
    return None


def _response_headers(error: Exception) -> Any:
    return getattr(getattr(error, "response", None), "headers", None)


_NEEDS_DETAIL = frozenset({Fault.SERVER, Fault.ADDRESS, Fault.OTHER, Fault.REFUSED})
_CREDIT = re.compile(
    r"insufficient[_ ](?:quota|credit|funds|balance)|credit balance|billing|payment required|your current quota"
)
_CONTEXT = re.compile(r"context (?:size|length|window)|maximum context|too many tokens|exceed_context")
_CONTENT = re.compile(r"content[_ ](?:filter|policy|management)")
_UNKNOWN_MODEL = re.compile(r"llm provider not provided|model[^.]{0,60}(?:not found|does not exist|not exist)")
_CONNECTION = re.compile(r"connection error|cannot connect|connection refused|peer closed|disconnected|name or service")
