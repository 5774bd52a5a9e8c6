import errno
import os
from pathlib import Path

import pytest

from almanac.publish.failures import failure, not_settled
from almanac.publish.tree import Siblings

NAMES = Siblings.of(Path("/srv/www/site"))


def said(code: int, filename: str | None = None) -> str:
    error = OSError(code, os.strerror(code))
    error.filename = filename
    return str(failure(error, NAMES, name="site/"))


@pytest.mark.parametrize(
    ("code", "what", "advice"),
    [
        (
            errno.ENOSPC,
            "The disk is full, so a/x.html could not be written.",
            "Free some space and build again.",
        ),
        (
            errno.EDQUOT,
            "The disk is full, so a/x.html could not be written.",
            "Free some space and build again.",
        ),
        (
            errno.EACCES,
            "a/x.html may not be written (Permission denied).",
            "Allow this user to write in /srv/www, or choose another folder with --output.",
        ),
        (
            errno.EROFS,
            "a/x.html may not be written (Read-only file system).",
            "Allow this user to write in /srv/www, or choose another folder with --output.",
        ),
        (
            errno.EBUSY,
            "a/x.html could not be written (Device or resource busy).",
            "Choose a folder with --output that is no mount point and holds none.",
        ),
        (
            errno.EIO,
            "a/x.html could not be written (Input/output error).",
            "Check the disk, then build again.",
        ),
    ],
)
def test_a_failure_says_what_where_and_what_to_do(code: int, what: str, advice: str) -> None:
    assert said(code, f"{NAMES.building}/a/x.html") == f"{what} site/ is as it was before. {advice}"


@pytest.mark.parametrize(
    ("filename", "shown"),
    [
        (f"{NAMES.site}/a.html", "a.html"),
        (f"{NAMES.old}/a.html", "a.html"),
        (f"{NAMES.next}/a.html", "a.html"),
        (NAMES.lock, NAMES.lock),
        (None, "a file of the site"),
    ],
)
def test_a_file_is_named_as_the_site_knows_it(filename: str | None, shown: str) -> None:
    assert said(errno.EIO, filename).startswith(f"{shown} could not be written")


def test_a_failure_without_a_code_keeps_its_own_words() -> None:
    assert "(`x` is a named pipe)" in str(failure(OSError("`x` is a named pipe"), NAMES, name="site/"))


def test_a_failure_after_the_exchange_does_not_claim_the_old_site() -> None:
    message = str(not_settled(OSError(errno.EIO, "Input/output error"), name="site/"))
    assert message.startswith("The new site/ is in place, but")
