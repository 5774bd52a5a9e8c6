from pathlib import Path

import pytest

from tests.checks.tinysite import problems


def provider(kind: str, url: str, base_url: str, env: str = "[HOST, PORT]") -> dict[str, str]:
    where = f"url: {url}\n" if url else ""
    api = f'api: {{style: openai, base_url: "{base_url}", env: {env}}}\n'
    return {"providers/nova.yaml": f"name: Nova\nkind: {kind}\n{where}{api}"}


@pytest.mark.parametrize(
    ("kind", "base_url"),
    [
        ("host", "https://nova.example/v1"),
        ("host", "https://api.nova.example:8443/v1"),
        ("host", "https://{HOST}.nova.example/v1"),
        ("host", "https://nova.example/{HOST}/v1"),
        ("host", "https://{HOST}/v1"),
        ("host", "https://{HOST}:{PORT}/v1"),
        ("host", "{HOST}/v1"),
        ("host", "{HOST}"),
        ("local", "http://127.0.0.1:1234/v1"),
        ("local", "http://localhost:{PORT}/v1"),
    ],
)
def test_requests_go_to_the_provider_or_to_a_host_that_the_reader_names(
    tmp_path: Path, kind: str, base_url: str
) -> None:
    assert problems(tmp_path, provider(kind, "https://www.nova.example", base_url)) == ()


@pytest.mark.parametrize(
    ("base_url", "code"),
    [
        ("https://nova.example.evil/v1", "url-domain"),
        ("https://evilnova.example/v1", "url-domain"),
        ("https://nova.example.{HOST}/v1", "url-domain"),
        ("https://{HOST}.evil/v1", "url-domain"),
        ("https://{HOST}evil.example/v1", "url-domain"),
        ("https://nova.example@evil.example/v1", "url-scheme"),
        ("https://{HOST}@evil.example/v1", "url-scheme"),
        ("{HOST}.evil.example/v1", "url-scheme"),
        ("{HOST}@evil.example/v1", "url-scheme"),
        ("javascript:alert(1)", "url-scheme"),
        ("http://localhost:1234/v1", "url-scheme"),
        ("https://[::1/v1", "url-scheme"),
        ("nova.example/v1", "url-scheme"),
    ],
)
def test_requests_that_would_go_elsewhere_are_refused(tmp_path: Path, base_url: str, code: str) -> None:
    found = problems(tmp_path, provider("host", "https://nova.example", base_url))
    assert [(problem.code, problem.line) for problem in found] == [(code, 4)]


def test_a_provider_without_url_and_domains_sends_requests_nowhere(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, provider("host", "", "https://nova.example/v1"))
    assert found.message == "nova.example lies outside the domains of Nova: no domain at all."


def test_a_misspelt_variable_is_suggested(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, provider("host", "https://nova.example", "https://nova.example/{HOSTS}"))
    assert found.hint.startswith('Did you mean "HOST"?')
