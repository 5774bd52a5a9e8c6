"""Code samples: quoted by each language's own rule."""

import ast
import json
import shlex

import pytest

from almanac.render.samples import Request, openai_style, shell_word

REQUEST = Request("https://api.example.org/v1/", "acme/one:free", "ACME_API_KEY")


def _sample(language: str, request: Request = REQUEST) -> str:
    return next(sample.text for sample in openai_style(request) if sample.language == language)


def test_the_python_sample_is_python_and_reads_the_key_from_the_environment() -> None:
    text = _sample("Python")
    ast.parse(text)
    assert 'os.environ["ACME_API_KEY"]' in text
    assert 'model="acme/one:free"' in text


def test_the_curl_sample_sends_valid_json_to_the_right_address() -> None:
    words = shlex.split(_sample("curl").replace("\\\n", " "))
    assert words[1] == "https://api.example.org/v1/chat/completions"
    assert json.loads(words[words.index("-d") + 1])["model"] == "acme/one:free"
    assert "Authorization: Bearer $ACME_API_KEY" in words


def test_the_javascript_sample_reads_the_key_from_the_environment() -> None:
    assert "process.env.ACME_API_KEY" in _sample("JavaScript")


def test_a_variable_that_is_called_otherwise_elsewhere_is_explained_in_each_language() -> None:
    request = Request("https://x.example", "one", "_302AI_API_KEY", renamed="302AI_API_KEY")
    ast.parse(_sample("Python", request))
    assert 'os.environ["_302AI_API_KEY"]' in _sample("Python", request)
    assert "Bearer $_302AI_API_KEY" in _sample("curl", request)
    assert "process.env._302AI_API_KEY," in _sample("JavaScript", request)
    for language, sign in {"Python": "# ", "curl": "# ", "JavaScript": "// "}.items():
        (line,) = (line for line in _sample(language, request).splitlines() if line.startswith(sign))
        assert line == (
            f"{sign}302AI_API_KEY begins with a digit, which no shell allows: the key is read from _302AI_API_KEY."
        )


def test_a_variable_that_keeps_its_name_needs_no_comment() -> None:
    assert not any(line.startswith(("#", "//")) for one in openai_style(REQUEST) for line in one.text.splitlines())


@pytest.mark.parametrize("nasty", ["it's", "$(rm -rf /)", "`id`", 'a"b', "a\nb", "a\\"])
def test_a_hostile_id_stays_one_word_in_a_shell_and_one_string_in_python(nasty: str) -> None:
    assert shlex.split(shell_word(nasty)) == [nasty]
    tree = ast.parse(_sample("Python", Request("https://x.example", nasty, "KEY")))
    strings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert nasty in strings
