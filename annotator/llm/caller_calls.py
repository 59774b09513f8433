"""One model at one address, called through litellm in the caller's process; the only place where a request leaves."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.llm import reach
from annotator.llm.faults import SENTENCES, translate
from annotator.llm.keys import ADDRESS_VARIABLE
from annotator.llm.litellm_setup import load_litellm
from annotator.llm.places import host_of, is_loopback, is_own_address, place_of, provider
from annotator.llm.protocol import CallFailed, Fault
from annotator.texts import english

if TYPE_CHECKING:
    import httpx
    from openai import AsyncOpenAI

NO_KEY = "none"  # servers without keys still want the header
WITHHELD = english(
    "{host} wants an API key and was sent none: a provider's key goes only to the provider's own servers. "
    "Set {variable}, or store a key for this address in the app."
)


@dataclass
class Line:
    """A litellm model name with, for an OpenAI-compatible server, its address (ending in /v1) and key."""

    model: str
    api_base: str = ""
    api_key: str = field(default="", repr=False)
    timeout: float = 60.0
    _client: AsyncOpenAI | None = field(default=None, init=False, repr=False)

    async def complete(self, messages: Sequence[Mapping[str, str]], timeout: float, parameters: dict[str, Any]) -> Any:
        """litellm's ModelResponse to one request, sent once; raises CallFailed, and NotAllowed where it would leave for
        a place that is not allowed."""
        with reach.bound_for(self.place):
            return await self._send(messages, timeout, parameters)

    async def json(self, method: str, url: str, body: Mapping[str, Any] | None) -> Any:
        """The JSON that the server itself answers; raises as `complete`."""
        with reach.bound_for(self.place):
            return await self._exchange(method, url, body)

    @property
    def place(self) -> str:
        """See `places.place_of`; worked out for each request, since the environment may have its say in it."""
        return place_of(self.model, self.api_base)

    async def close(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            await client.close()

    async def _send(self, messages: Sequence[Mapping[str, str]], timeout: float, parameters: dict[str, Any]) -> Any:
        litellm = load_litellm()
        unheard = _without_logging()
        try:
            return await litellm.acompletion(
                model=self.model,
                messages=list(messages),
                timeout=timeout,
                num_retries=0,
                max_retries=0,
                **self._access(),
                **parameters,
            )
        except Exception as error:
            failed = translate(error, secret=self.api_key)
            if failed is None:
                raise
            # Not "from error": its text and its attributes may hold the key.
            raise self._explained(failed) from None
        finally:
            unheard()

    async def _exchange(self, method: str, url: str, body: Mapping[str, Any] | None) -> Any:
        load_litellm()  # before httpx, of which it has its own ideas
        import httpx

        headers = {"Authorization": f"Bearer {self.api_key or NO_KEY}"}
        http: httpx.AsyncClient = self._openai()._client
        try:
            response = await http.request(method, url, json=body, headers=headers, timeout=self.timeout)
            response.raise_for_status()
            return response.json()
        except httpx.TimeoutException:
            raise CallFailed(Fault.TIMEOUT, SENTENCES[Fault.TIMEOUT]) from None
        except httpx.HTTPStatusError as error:
            kind = _STATUS.get(error.response.status_code, Fault.SERVER)
            raise self._explained(CallFailed(kind, SENTENCES[kind])) from None
        except (httpx.HTTPError, ValueError):
            raise CallFailed(Fault.NETWORK, SENTENCES[Fault.NETWORK]) from None

    def _explained(self, failed: CallFailed) -> CallFailed:
        """Where the server wants a key and none was sent: why, since the user may have set the provider's own."""
        if failed.kind is not Fault.KEY or not self._keyless:
            return failed
        message = WITHHELD.format(host=host_of(self.api_base), variable=ADDRESS_VARIABLE)
        return CallFailed(failed.kind, message, retry_after=failed.retry_after)

    @property
    def _keyless(self) -> bool:
        """Whether requests go to an address without any key."""
        if not self.api_base or self.api_key:
            return False
        return self.model.startswith("openai/") or not self._own_address

    @property
    def _own_address(self) -> bool:
        return is_own_address(provider(self.model, self.api_base), self.api_base)

    def _access(self) -> dict[str, Any]:
        access: dict[str, Any] = {"api_key": self.api_key} if self.api_key else {}
        if not self.api_base:
            return access
        if not self.model.startswith("openai/"):
            # Or litellm would send the provider's key, which the environment holds, to a stranger.
            stranger = {} if access or self._own_address else {"api_key": NO_KEY}
            return access | stranger | {"api_base": self.api_base}
        # As above: a key is always given.
        return {"api_base": self.api_base, "api_key": self.api_key or NO_KEY, "client": self._openai()}

    def _openai(self) -> AsyncOpenAI:
        if self._client is None:
            load_litellm()  # which brings openai, one thread at a time
            import httpx
            from openai import AsyncOpenAI

            # On loopback no proxy from the environment: it would carry the text off this machine.
            direct = is_loopback(self.api_base)
            http = httpx.AsyncClient(
                trust_env=not direct, timeout=self.timeout, transport=_transport(), follow_redirects=True
            )
            self._client = AsyncOpenAI(
                api_key=self.api_key or NO_KEY, base_url=self.api_base, max_retries=0, http_client=http
            )
        return self._client


_STATUS = {401: Fault.KEY, 403: Fault.KEY, 402: Fault.CREDIT, 404: Fault.ADDRESS, 405: Fault.ADDRESS, 429: Fault.RATE}


def _without_logging() -> Callable[[], object]:
    """Until what is returned is called, litellm takes this task's calls for its own and does not prepare every text for
    logging, which nobody listens to: a fifth of its work."""
    from litellm._internal_context import is_internal_call

    token = is_internal_call.set(True)
    return lambda: is_internal_call.reset(token)


def _transport() -> httpx.AsyncBaseTransport | None:
    """The one that litellm itself takes: with many calls at once httpx's own spends more time on its connections than
    litellm does on everything else."""
    load_litellm()  # first: imported by itself, it fetches a price list from the network
    from litellm.llms.custom_httpx.http_handler import AsyncHTTPHandler, get_ssl_configuration

    context = get_ssl_configuration()
    return AsyncHTTPHandler.create_async_transport(ssl_context=context if isinstance(context, ssl.SSLContext) else None)
