import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from almanac.problems import MachineError
from almanac.publish.lock import held


def test_a_lock_that_nobody_holds_is_taken_in_silence(tmp_path: Path) -> None:
    said: list[str] = []
    with held(str(tmp_path / "lock"), name="site/", wait=0, say=said.append):
        assert (tmp_path / "lock").read_text() == f"{os.getpid()}\n"
    with held(str(tmp_path / "lock"), name="site/", wait=0, say=said.append):
        pass
    assert said == []


def given_up(lock: str, wait: float, said: list[str]) -> str:
    """Try to take a lock that is held; return what is said at the end."""
    with pytest.raises(MachineError) as caught, held(lock, name="site/", wait=wait, say=said.append):
        pytest.fail("Two held one lock.")
    return str(caught.value)


def test_a_second_build_says_who_it_waits_for_and_gives_up(tmp_path: Path) -> None:
    said: list[str] = []
    lock = str(tmp_path / "lock")
    with held(lock, name="site/", wait=0, say=said.append):
        message = given_up(lock, 0.1, said)
    process = os.getpid()
    assert said == [f"Another build is writing site/ (process {process}); waiting for it up to 0.1 seconds."]
    assert message.startswith(f"Another build is still writing site/ (process {process}) after 0.1 seconds")


def test_a_holder_without_a_name_is_waited_for_all_the_same(tmp_path: Path) -> None:
    said: list[str] = []
    lock = tmp_path / "lock"
    with held(str(lock), name="site/", wait=0, say=said.append):
        lock.write_text("")
        given_up(str(lock), 0, said)
    assert said == ["Another build is writing site/; waiting for it up to 0 seconds."]


def test_who_waits_long_enough_gets_the_lock(tmp_path: Path) -> None:
    said: list[str] = []
    lock = str(tmp_path / "lock")
    taken, order = threading.Event(), []

    def first() -> None:
        with held(lock, name="site/", wait=0, say=said.append):
            taken.set()
            time.sleep(0.1)
            order.append("first")

    thread = threading.Thread(target=first)
    thread.start()
    taken.wait()
    with held(lock, name="site/", wait=10, say=said.append):
        order.append("second")
    thread.join()
    assert order == ["first", "second"]
    assert len(said) == 1


def test_a_failure_under_the_lock_releases_it(tmp_path: Path) -> None:
    lock = str(tmp_path / "lock")
    with pytest.raises(ZeroDivisionError), held(lock, name="site/", wait=0, say=print):
        raise ZeroDivisionError
    with held(lock, name="site/", wait=0, say=print):
        pass


def test_a_killed_holder_releases_the_lock(tmp_path: Path) -> None:
    lock = str(tmp_path / "lock")
    program = (
        "import sys, time\n"
        "from almanac.publish.lock import held\n"
        "with held(sys.argv[1], name='site/', wait=0, say=print):\n"
        "    print('held', flush=True)\n"
        "    time.sleep(60)\n"
    )
    holder = subprocess.Popen([sys.executable, "-c", program, lock], stdout=subprocess.PIPE, text=True)
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with (
            pytest.raises(MachineError, match=f"process {holder.pid}"),
            held(lock, name="site/", wait=0, say=print),
        ):
            pytest.fail("Two held one lock.")
        holder.kill()
        holder.wait()
    with held(lock, name="site/", wait=0, say=print):
        pass


def test_a_link_in_the_place_of_the_lock_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("x")
    (tmp_path / "lock").symlink_to("precious")
    with (
        pytest.raises(OSError, match="symbolic"),
        held(str(tmp_path / "lock"), name="site/", wait=0, say=print),
    ):
        pytest.fail("A link was locked.")
    assert (tmp_path / "precious").read_text() == "x"


def test_a_full_disk_keeps_nobody_from_locking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "pwrite", fail)
    with held(str(tmp_path / "lock"), name="site/", wait=0, say=print):
        pass
