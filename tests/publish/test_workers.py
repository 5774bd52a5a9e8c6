"""Workers: the same bytes from any number of processes, and a failure that shows where it always does."""

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
    assert done.outputs["a.txt"].view == b"A"
    with pytest.raises(RuntimeError, match="broken"):
        done.outputs["b.txt"].draw()
