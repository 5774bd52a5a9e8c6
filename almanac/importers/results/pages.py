"""Pages: whether the address of a figure is a page of the lab whose model it is about."""

from urllib.parse import urlsplit

from almanac.importers.labs import known_lab

_SHARED = frozenset({"huggingface.co", "github.com"})
"""Hosts on which the first step of a path is the owner."""
_LENT = ".github.io"
"""The end of hosts whose first label is the owner."""
_PLACEHOLDERS = frozenset({"example.com", "example.org", "example.net"})
"""Hosts that belong to nobody: an address there is none."""


def is_labs_page(url: str, model: str) -> bool:
    """Say whether an address lies on a page of a model's own lab, by the owner's name in it."""
    lab = known_lab(_owner(url))
    return lab is not None and lab == model.partition("/")[0]


def is_placeholder(url: str) -> bool:
    """Say whether an address leads nowhere, so that nobody can be asked who measured."""
    return (urlsplit(url).hostname or "") in _PLACEHOLDERS | {""}


def _owner(url: str) -> str:
    host, path = urlsplit(url).hostname or "", urlsplit(url).path
    if host in _SHARED:
        return path.strip("/").partition("/")[0]
    return host.partition(".")[0] if host.endswith(_LENT) else (*host.split(".")[:-1], "")[-2:][0]
