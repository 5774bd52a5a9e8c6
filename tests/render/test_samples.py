"""Code samples: quoted by each language's own rule, in the form that each style of API wants."""

import ast
import json
import shlex
from dataclasses import replace

import pytest

from almanac.render.samples import Request, samples
from almanac.render.samples.quoting import javascript, python, shell, shell_word

REQUEST = Request("https://api.example.org/v1/", "acme/one:free", "ACME_API_KEY")
DIGIT = Request("https://x.example", "one", "_302AI_API_KEY", renamed={"_302AI_API_KEY": "302AI_API_KEY"})


def _sample(language: str, request: Request = REQUEST) -> str:
    return next(sample.text for sample in samples(request) if sample.language == language)


def _words(request: Request = REQUEST) -> list[str]:
    return shlex.split(_sample("curl", request).replace("\\\n", " "))


def test_the_python_sample_is_python_and_reads_the_key_from_the_environment() -> None:
    text = _sample("Python")
    ast.parse(text)
    assert 'os.environ["ACME_API_KEY"]' in text
    assert 'model="acme/one:free"' in text


def test_the_curl_sample_sends_valid_json_to_the_right_address() -> None:
    words = _words()
    assert words[1] == "https://api.example.org/v1/chat/completions"
    assert json.loads(words[words.index("-d") + 1])["model"] == "acme/one:free"
    assert "Authorization: Bearer ${ACME_API_KEY}" in words


def test_the_javascript_sample_reads_the_key_from_the_environment() -> None:
    assert '"Authorization": `Bearer ${process.env.ACME_API_KEY}`' in _sample("JavaScript")


@pytest.mark.parametrize(
    ("style", "task", "url"),
    [
        ("openai", "embedding", "https://api.example.org/v1/embeddings"),
        ("anthropic", "chat", "https://api.example.org/v1/messages"),
        ("google", "chat", "https://api.example.org/v1/models/acme/one:free:generateContent"),
        ("google", "embedding", "https://api.example.org/v1/models/acme/one:free:embedContent"),
    ],
)
def test_each_style_of_api_is_asked_in_its_own_form(style: str, task: str, url: str) -> None:
    request = replace(REQUEST, style=style, task=task)  # type: ignore[arg-type]
    assert _words(request)[1] == url
    ast.parse(_sample("Python", request))


def test_a_style_without_the_task_has_no_samples() -> None:
    assert samples(replace(REQUEST, style="anthropic", task="embedding")) == ()


def test_a_variable_that_is_called_otherwise_elsewhere_is_explained_in_each_language() -> None:
    ast.parse(_sample("Python", DIGIT))
    assert 'os.environ["_302AI_API_KEY"]' in _sample("Python", DIGIT)
    assert "Bearer ${_302AI_API_KEY}" in _sample("curl", DIGIT)
    assert "process.env._302AI_API_KEY" in _sample("JavaScript", DIGIT)
    for language, sign in {"Python": "# ", "curl": "# ", "JavaScript": "// "}.items():
        (line,) = (line for line in _sample(language, DIGIT).splitlines() if line.startswith(sign))
        assert (
            line == f"{sign}302AI_API_KEY begins with a digit, which no shell allows: it is read from _302AI_API_KEY."
        )


def test_a_variable_that_keeps_its_name_needs_no_comment() -> None:
    assert not any(line.startswith(("#", "//")) for one in samples(REQUEST) for line in one.text.splitlines())


@pytest.mark.parametrize("nasty", ["it's", "$(rm -rf /)", "`id`", 'a"b', "a\nb", "a\\", "${HOME}", "{x}"])
def test_a_hostile_id_stays_one_word_in_a_shell_and_one_string_in_python(nasty: str) -> None:
    assert shlex.split(shell_word(nasty)) == [nasty]
    tree = ast.parse(_sample("Python", Request("https://x.example", nasty, "KEY")))
    strings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert nasty in strings


def test_a_variable_in_an_address_is_read_by_each_languages_rule() -> None:
    address = 'https://{HOST}/a$b`c"d\\e'
    assert shell(address) == '"https://${HOST}/a\\$b\\`c\\"d\\\\e"'
    assert python(address) == 'f"https://{os.environ[\'HOST\']}/a$b`c\\"d\\\\e"'
    assert javascript(address) == '`https://${process.env.HOST}/a$b\\`c"d\\\\e`'
