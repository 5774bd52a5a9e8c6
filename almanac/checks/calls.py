"""The closed set of functions by which a guide asks the catalogue for a fact, each with what it must be given."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Argument = Literal["model", "component", "offer", "condition", "job", "benchmark", "evaluator", "run"]

EVALUATORS = ("lab", "independent")
"""Whose score is meant, where both have published one; the id of a source names one evaluator among several."""


@dataclass(frozen=True, slots=True)
class Function:
    """What a call is made of. Arguments from `required` on may be left out; with `repeats` the last may come again."""

    name: str
    arguments: tuple[Argument, ...]
    required: int
    repeats: bool = False
    block: bool = False
    """Whether it draws something that must stand alone on its line."""

    @property
    def usage(self) -> str:
        """How it is written: `price(model, component[, offer])`."""
        shown = ", ".join(self.arguments[: self.required])
        shown += "".join(f"[, {name}]" for name in self.arguments[self.required :])
        return f"{self.name}({shown}{', …' if self.repeats else ''})"

    def takes(self, count: int) -> bool:
        """Say whether it may be called with so many arguments."""
        return self.required <= count and (self.repeats or count <= len(self.arguments))

    def kind(self, index: int) -> Argument:
        """Return what the argument at an index names."""
        return self.arguments[min(index, len(self.arguments) - 1)]


FUNCTIONS: Mapping[str, Function] = {
    function.name: function
    for function in (
        Function("name", ("model",), 1),
        Function("price", ("model", "component", "offer", "condition"), 2),
        Function("cost", ("model", "job", "offer", "condition"), 3),
        Function("context", ("model", "offer"), 1),
        Function("max_output", ("model", "offer"), 1),
        Function("score", ("model", "benchmark", "evaluator", "run"), 2),
        Function("released", ("model",), 1),
        Function("retires", ("model", "offer"), 1),
        Function("cutoff", ("model",), 1),
        Function("sellers", ("model",), 1),
        Function("table", ("model", "model"), 2, repeats=True, block=True),
    )
}
"""Every function that a guide may call, by name."""
