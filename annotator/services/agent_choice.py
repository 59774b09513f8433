"""Which model is to label, as far as somebody has chosen it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from annotator.domain.redaction import Redaction
from annotator.llm.agents import EMBEDDED, NOTHING, AgentSpec, make_spec
from annotator.llm.registry import choose_spec
from annotator.llm.strict_reading import Scalar
from annotator.services.ways import USUAL, Way


@dataclass(frozen=True)
class AgentChoice:
    """Which model is to label: "embedded", a name as litellm takes it, or the address of a compatible server.

    model: "" or "embedded" beside an address leaves it to the server. examples: how many items with gold are shown
    to the model with every item. way: how it is asked. parameters: (name, value), as `parameters.read` gives them.
    redaction: what is taken out of texts before they are sent. exact: the whole agent, as a file has it; all else but
    the number of examples is then its own.
    """

    model: str = EMBEDDED
    api_base: str = ""
    examples: int = 0
    way: Way = USUAL
    parameters: tuple[tuple[str, Scalar], ...] = ()
    redaction: Redaction = NOTHING
    exact: AgentSpec | None = None

    @property
    def built_in(self) -> bool:
        return not self.api_base.strip() and self.model.strip() == EMBEDDED

    @property
    def named(self) -> bool:
        """False where only the server knows which model it is."""
        return self.exact is not None or not self.api_base.strip() or self.model.strip() not in ("", EMBEDDED)

    def spec(self) -> AgentSpec:
        """The agent, without examples but for those of an exact one. Raises ModelProblem unless it is `named`."""
        if self.exact is not None:
            return self.exact
        way = self.way
        spec = make_spec(
            self.model.strip(),
            self.api_base.strip(),
            answer=way.answer,
            confidence=way.confidence,
            template=way.template,
            redaction=self.redaction,
        )
        return replace(spec, parameters=tuple(sorted(self.parameters)))

    def place(self) -> AgentSpec:
        """As much of the agent as is known without asking: enough to say where it is."""
        return self.spec() if self.named else replace(self, model="openai/unnamed").spec()

    async def resolved(self, *, api_key: str = "") -> AgentSpec:
        """`spec`, after asking the server for its model where only that knows. Raises ModelProblem."""
        if self.named:
            return self.spec()
        found = await choose_spec(self.model, self.api_base, api_key=api_key)
        return replace(self, model=found.model).spec()
