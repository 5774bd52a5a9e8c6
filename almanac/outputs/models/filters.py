"""Filters: the sentence that narrows the table down, its blanks with what may be put in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from almanac.outputs.context import Context
from almanac.outputs.models.data import STATUSES
from almanac.outputs.traits import capability_text
from almanac.outputs.values import MODALITY_TEXT
from almanac.records.model import MODES
from almanac.records.traits import CAPABILITIES, MODALITIES, READS, WRITES

Choice = tuple[str, str]
"""A value as it stands in the URL, and its words."""
VERBS = {
    "function_calling": "call functions",
    "parallel_function_calling": "call functions in parallel",
    "tool_choice": "be told which tool",
    "structured_output": "keep to a schema",
    "streaming": "stream",
    "reasoning": "reason",
    "web_search": "search the web",
    "computer_use": "use a computer",
    "code_execution": "run code",
    "fine_tuning": "be fine-tuned",
    "predicted_outputs": "take predicted outputs",
    "batch": "work in batches",
    "system_messages": "take system messages",
    "prompt_caching": "cache prompts",
}
"""What a model can do, as the sentence goes on; what it reads and writes has blanks of its own."""


@dataclass(frozen=True, slots=True)
class Filters:
    """The choices of every blank, and where the script finds the rows and the comparison."""

    kinds: tuple[str, ...]
    labs: tuple[Choice, ...]
    providers: tuple[Choice, ...]
    modalities: tuple[Choice, ...]
    capabilities: tuple[Choice, ...]
    statuses: tuple[str, ...]
    models: str
    offers: str
    compare: str


def filters(context: Context, *, models: str, offers: str, compare: str) -> Filters:
    """Return the filters of a catalogue; only what it holds can be chosen."""
    catalogue = context.catalogue
    entries = catalogue.models.values()
    states = {model.status.word for model in entries} | {
        offer.status.word for model in entries for offer in model.offers.values()
    }
    modes = {model.record.mode for model in entries}
    return Filters(
        kinds=tuple(mode for mode in MODES if mode in modes),
        labs=_named((model.lab for model in entries), {key: lab.record.name for key, lab in catalogue.labs.items()}),
        providers=_named(
            (key for key, provider in catalogue.providers.items() if provider.offers),
            {key: provider.record.name for key, provider in catalogue.providers.items()},
        ),
        modalities=tuple((name, MODALITY_TEXT[name]) for name in MODALITIES),
        capabilities=tuple(
            (name, VERBS.get(name, capability_text(name)))
            for name in CAPABILITIES
            if name not in READS and name not in WRITES
        ),
        statuses=tuple(word for word in STATUSES if word in states),
        models=models,
        offers=offers,
        compare=compare,
    )


def _named(keys: Iterable[str], names: Mapping[str, str]) -> tuple[Choice, ...]:
    return tuple(sorted(((key, names[key]) for key in set(keys)), key=lambda choice: (choice[1].casefold(), choice[0])))
