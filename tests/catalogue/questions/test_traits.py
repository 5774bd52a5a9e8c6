"""Answers about context, images, PDF files and the first request."""

import pytest

from tests.catalogue import shelf
from tests.catalogue.shelf import offered


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("limits: {context: 128000}", "128,000 tokens."),
        ("limits: {max_output: 16000}", None),
        (
            "limits: {context: 1000}\noffers:\n"
            + "".join(
                f"  {key}: {{model_id: a, limits: {{context: {limit}}}}}\n"
                for key, limit in (("acme", 900), ("azure", 800), ("poe", 700), ("relay", 600), ("relay@eu", 500))
            ),
            "1,000 tokens. 4 providers allow less, one of them 600.",
        ),
        (
            (
                "limits: {context: 1000}\noffers: {poe: {model_id: p, limits: {context: 900}},"
                " relay: {model_id: r, limits: {context: 800}}, azure: {model_id: z, limits: {context: 2000}}}"
            ),
            "1,000 tokens. Poe (900) and Relay (800) allow less.",
        ),
        (
            (
                "limits: {context: 131072}\noffers: {poe: {model_id: p, limits: {context: 131000}},"
                " relay: {model_id: r, limits: {context: 128000}}, azure: {model_id: z, limits: {context: 65536}}}"
            ),
            "131,072 tokens. Azure (65,536) allows less.",
        ),
    ],
)
def test_the_context_is_told_with_who_cuts_it_short(text: str, answer: str | None) -> None:
    assert offered(text).get("How long is the context window of Nano?") == answer


@pytest.mark.parametrize(
    ("mode", "answer"),
    [
        ("chat", "8,192 tokens. One answer can be up to 1,024 tokens long."),
        ("embedding", "8,192 tokens."),
        ("image", None),
        ("video", None),
        ("speech", None),
    ],
)
def test_an_answer_is_counted_in_tokens_only_where_it_is_a_text(mode: str, answer: str | None) -> None:
    text = f"mode: {mode}\nlimits: {{context: 8192, max_output: 1024}}"
    assert offered(text).get("How long is the context window of Nano?") == answer


@pytest.mark.parametrize(
    ("text", "images", "pdf"),
    [
        (
            "modalities: {input: [text], output: [text]}",
            "No. It reads text, and answers in text.",
            "No, PDF files are not among its inputs.",
        ),
        (
            "modalities: {input: [text, image, file], output: [text, audio]}",
            "Yes. It reads text, images and PDF files, and answers in text and audio.",
            "Yes, it takes PDF files.",
        ),
        (
            (
                "modalities: {input: [text, image], output: [text]}\n"
                "claims: [{path: modalities.input, value: [text], source: other}, {path: "
                "capabilities.pdf_input, source: other}]"
            ),
            "Yes. It reads text and images, and answers in text. Not every source agrees.",
            "No, PDF files are not among its inputs. Not every source agrees.",
        ),
        (
            (
                "modalities: {input: [text, image], output: [text]}\n"
                "claims: [{path: modalities.input, value: [text], source: other, verdict: wrong}]"
            ),
            "Yes. It reads text and images, and answers in text.",
            "No, PDF files are not among its inputs.",
        ),
        ("capabilities: {vision: true}", None, None),
        ("mode: embedding\nmodalities: {input: [text], output: [text]}", None, None),
        ("", None, None),
    ],
)
def test_what_it_reads_is_told_with_every_doubt(text: str, images: str | None, pdf: str | None) -> None:
    found = offered(text)
    assert (found.get("Does Nano read images?"), found.get("Can Nano read PDF files?")) == (images, pdf)


@pytest.mark.parametrize("key", ["bedrock", "poe"])
def test_nobody_is_told_to_call_what_has_no_known_api(key: str) -> None:
    assert "How do I call Nano?" not in offered(f"offers: {{{key}: {{model_id: b, price: {{input: 1, output: 1}}}}}}")


def test_the_labs_own_offer_is_called_even_where_another_is_the_paid_one() -> None:
    found = offered("offers: {poe: {model_id: p, price: {input: 1, output: 1}}, acme: {model_id: a, price: free}}")
    assert found["How do I call Nano?"].startswith("At Acme, send")


def test_a_key_that_nobody_names_is_not_told() -> None:
    assert offered("offers: {wafer.ai: {model_id: w}}")["How do I call Nano?"] == (
        "At Wafer, send requests in the form of Anthropic’s API to `https://wafer.example`, with `w` as the model."
    )


def test_the_first_living_offer_that_the_samples_fit_is_called() -> None:
    found = offered(
        "offers: {acme: {model_id: a, ended: 2026-05-01}, wafer.ai: {model_id: w, price: {input: 1, output: 1}},"
        " azure: {model_id: z, price: {input: 2, output: 2}}, acme@new: {model_id: n, price: {input: 3, output: 3}}}"
    )
    assert found["How do I call Nano?"].startswith("At Acme (new), send requests in the form of OpenAI’s API")


def test_what_is_no_chat_is_not_told_to_be_called_as_one() -> None:
    assert "How do I call Nano?" not in offered("mode: embedding\noffers: {acme: {model_id: a, price: {input: 1}}}")


def test_a_key_that_no_shell_can_name_is_kept_under_a_name_that_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "PROVIDERS", shelf.PROVIDERS.replace("key: ACME_KEY", "key: 302AI_KEY"))
    told = offered("offers: {acme: {model_id: a}}")["How do I call Nano?"]
    assert told.endswith(
        "Keep the key in the environment variable `_302AI_KEY`."
        " The provider calls it `302AI_KEY`, but no shell allows a name that begins with a digit."
    )
