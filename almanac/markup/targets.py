"""Which addresses a link in contributed text may lead to, and what is wrong with the others."""

import re

_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_NEVER = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ufffd\\\"'<>`{}]")

ASK = "Write an address that begins with https://, a path of this site that begins with /, or #a-heading."


def objection(href: str) -> str:  # noqa: PLR0911 - one return a sentence
    """Say in one sentence why a link may not lead there; the empty text when it may."""
    if not href:
        return "This link has no address."
    if _NEVER.search(href):
        return "An address holds no spaces, quotes, backslashes, angle brackets, braces or control characters."
    if href.startswith("//"):
        return "An address that begins with // takes whatever scheme the page has."
    if href.startswith("/") or (href.startswith("#") and len(href) > 1):
        return ""
    if web := _WEB.match(href):
        return _host_objection(re.split(r"[/?#]", href[web.end() :], maxsplit=1)[0])
    if scheme := _SCHEME.match(href):
        return f"A link may not lead to a {scheme[0].lower()} address."
    return "This address begins with neither https:// nor / nor #."


def _host_objection(authority: str) -> str:
    if "@" in authority:
        return "An address may not hold a user name or password."
    if not _HOST.fullmatch(authority) or ".." in authority:
        return "The host of this address is not a plain ASCII host name."
    return ""
