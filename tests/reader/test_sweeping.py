"""Sweeping: off while it is kept away, and afterwards as it was."""

import gc

import pytest

from almanac.reader.sweeping import unswept


def _stumble() -> None:
    with unswept():
        raise ValueError


def test_the_search_for_garbage_is_off_for_a_while_and_then_as_it_was() -> None:
    with unswept():
        assert not gc.isenabled()
        with unswept():
            assert not gc.isenabled()
        assert not gc.isenabled(), "an inner while must not end the outer one"
    assert gc.isenabled()
    with pytest.raises(ValueError, match=r"^$"):
        _stumble()
    assert gc.isenabled()
