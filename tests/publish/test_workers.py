"""Workers: the same bytes from any number of processes, and a failure that shows where it always does."""

import gc
import os
from types import MappingProxyType

import pytest

from almanac.outputs.output import Output
from almanac.publish.plan import Plan
from almanac.publish.workers import rendered


def _shout(view: object) -> bytes:
    return str(view).upper().encode()


def _fail(view: object) -> bytes:
    raise RuntimeError(str(view))


def _plan(*outputs: Output) -> Plan:
    return Plan(MappingProxyType({output.path: output for output in outputs}))


@pytest.mark.parametrize("jobs", [1, 2, 3, 7])
def test_any_number_of_workers_gives_the_same_bytes_in_the_same_order(jobs: int) -> None:
    plan = _plan(*(Output(f"{number:03}.txt", f"view {number}", _shout, "test") for number in range(20)))
    done = rendered(plan, jobs=jobs)
    assert list(done.outputs) == list(plan.outputs)
    assert [output.draw() for output in done.outputs.values()] == [f"VIEW {number}".encode() for number in range(20)]


def test_a_share_that_fails_is_rendered_again_where_its_failure_is_seen() -> None:
    plan = _plan(Output("a.txt", "a", _shout, "test"), Output("b.txt", "broken", _fail, "test"))
    done = rendered(plan, jobs=2)
    assert done.outputs["a.txt"].draw() == b"A"
    with pytest.raises(RuntimeError, match="broken"):
        done.outputs["b.txt"].draw()


def test_an_output_may_be_drawn_in_any_order_and_twice() -> None:
    plan = _plan(*(Output(f"{number:03}.txt", f"view {number}", _shout, "test") for number in range(9)))
    done = rendered(plan, jobs=2)
    for number in (8, 0, 0, 4, 2):
        assert done.outputs[f"{number:03}.txt"].draw() == f"VIEW {number}".encode()


def test_workers_end_when_nobody_wants_their_shares_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    fork = os.fork

    def remembered() -> int:
        started.append(fork())
        return started[-1]

    monkeypatch.setattr(os, "fork", remembered)
    large = _plan(*(Output(f"{number:03}.txt", "x" * 400_000, _shout, "test") for number in range(20)))
    done = rendered(large, jobs=3)
    assert len(done.outputs["000.txt"].draw()) == 400_000
    del done
    gc.collect()
    assert len(started) == 3
    for process in started:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)
