"""What the tests of the whole import share: the real upstream files taken into hand-made content, once a run."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.importers.whole.hands import edit_and_import_again
from tests.importers.whole.imports import STEPS, Landed, from_hand_made, made_once
from tests.importers.whole.later import import_later

OTHERWISE = ("modelsdev", "llmstats", "epoch", "aider", "litellm", "deprecations", "openrouter", "litellm")
"""Another order than the first; LiteLLM's turn comes again, for it waits for names that OpenRouter sells too."""


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all processes of a test run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def orders(shared: Path) -> Mapping[str, Landed]:
    jobs = {"first": from_hand_made(STEPS), "otherwise": from_hand_made(OTHERWISE)}
    return made_once(shared / "whole-import", jobs)


@pytest.fixture(scope="session")
def landed(orders: Mapping[str, Landed]) -> Landed:
    """The content after all imports in the standard order. No test changes it."""
    return orders["first"]


@pytest.fixture(scope="session")
def afterwards(shared: Path, landed: Landed) -> Mapping[str, Landed]:
    """What becomes of that content: people edit it and all is imported again; a later models.dev is imported."""
    jobs = {"by-hand": edit_and_import_again(landed), "later": import_later(landed)}
    return made_once(shared / "whole-afterwards", jobs)
