"""Questions: sentences that facts prove, left out where a fact is unknown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.catalogue.catalogue import Question
from almanac.catalogue.questions.wording import escaped, less
from almanac.markup import plain
from almanac.units.money import parse_money
from tests.catalogue.shelf import many, one

NANO = """
name: Nano
family: one
lifecycle: {released: 2026-01-15, successor: acme/next}
limits: {context: 1047576, max_output: 32768}
modalities: {input: [text, image], output: [text]}
capabilities: {reasoning: false}
weights: {open: true, parameters: 7000000000}
sync: {source: register}
offers:
  acme:
    model_id: nano
    price: {input: 0.10, output: 0.40, cache_read: 0.025}
    retires: 2026-10-23
    source: lab-page
  azure: {model_id: nano, price: {input: 0.10, output: 0.40}, retires: 2027-04}
  azure@eu: {model_id: nano-eu, price: {input: 0.11, output: 0.44}, retires: 2027-05}
  poe: {model_id: acme/nano, price: {input: 0.09, output: 0.36, cache_read: 0.022}, source: other}
  relay: {model_id: acme/nano, price: free, limits: {context: 128000}}
"""
MINI = """
name: Mini_2
family: one
lifecycle: {released: 2026-02-15}
limits: {context: 1047576, max_output: 65536}
capabilities: {reasoning: true}
weights: {open: true, parameters: 8000000000}
sync: {source: register}
offers: {acme: {model_id: mini, price: {input: 0.40, output: 1.60}}}
"""
NEXT = "name: Next\nlifecycle: {released: 2026-05-01}\n"


def asked(today: str = "2026-06-01", **models: str) -> dict[str, Question]:
    """Return the questions of the model `nano` among the others."""
    catalogue = many(today, **models)
    return {question.question: question for question in catalogue.models["acme/nano"].questions}


def answers(today: str = "2026-06-01", **models: str) -> dict[str, str]:
    return {question: found.answer for question, found in asked(today, **models).items()}


def test_all_questions_of_a_model_while_its_lab_sells_it() -> None:
    assert answers(nano=NANO, mini=MINI, next=NEXT) == {
        "How much does Nano cost?": (
            "At Acme, $0.10 per million input tokens and $0.40 per million output tokens. The cheapest paid offer that we "
            "know is at Poe: $0.09 and $0.36. It is free of charge at Relay."
        ),
        "How much does cached input of Nano cost?": "$0.025 per million tokens at Acme, 75 % less than new input.",
        "How long is the context window of Nano?": (
            "1,047,576 tokens. One answer can be up to 32,768 tokens long. Relay (at 128,000) stops earlier."
        ),
        "Does Nano read images?": "Yes. It reads text and images, and answers in text.",
        "Can Nano read PDF files?": "No, PDF files are not among what it reads.",
        "How do I call Nano?": (
            "At Acme, send requests in the form of OpenAI’s API to `https://api.acme.example/v1`, with `nano` as the model. "
            "Keep the key in the environment variable `ACME_KEY`."
        ),
        "Is there a cheaper model than Nano in the One family?": (
            "No. Of the 2 models of this family whose price we know, it is the cheapest."
        ),
        "When is Nano retired?": (
            "Acme ends it on 23 October 2026 and Azure in April 2027. The other 2 providers state no end. Next follows it."
        ),
        "How does Nano differ from Mini\\_2?": (
            "It costs $0.10 and $0.40 per million tokens in and out at Acme, against $0.40 and $1.60. Both hold 1,047,576 "
            "tokens of context. It answers in at most 32,768 tokens, against 65,536. It has 7B parameters, against 8B. It "
            "cannot reason before it answers, Mini\\_2 can. It was released on 15 January 2026, Mini\\_2 on 15 February 2026."
        ),
    }


def test_all_answers_rest_on_the_sources_of_their_facts() -> None:
    sources = {
        question: [proof.source for proof in found.proofs]
        for question, found in asked(nano=NANO, mini=MINI, next=NEXT).items()
    }
    assert sources["How much does Nano cost?"] == ["lab-page", "other", "register"]
    assert sources["How long is the context window of Nano?"] == ["register"]
    assert sources["When is Nano retired?"] == ["lab-page", "register"]


def test_once_the_lab_has_ended_it_the_answers_follow_the_others() -> None:
    found = answers("2026-11-20", nano=NANO, mini=MINI)
    assert found["How much does Nano cost?"].startswith("The cheapest paid offer that we know is at Poe: $0.09 per million input")
    assert found["How much does cached input of Nano cost?"] == (
        "$0.022 per million tokens at Poe, about 76 % less than new input."
    )
    assert found["How do I call Nano?"] == (
        "At Azure, send requests in the form of OpenAI’s API to `https://{RESOURCE}.azure.example`, with `nano` as the "
        "model. Put your own value in place of `{RESOURCE}`. Keep the key in the environment variable `AZURE_KEY`."
    )
    assert found["When is Nano retired?"] == (
        "Acme ended it on 23 October 2026. Azure ends it in April 2027. The other 2 providers state no end."
    )
    assert found["How does Nano differ from Mini\\_2?"].startswith(
        "It costs $0.09 and $0.36 per million tokens in and out at Poe, against $0.40 and $1.60 at Acme."
    )


def test_what_is_unknown_is_not_asked() -> None:
    assert answers(nano="name: Nano\nlifecycle: {released: unknown}\n") == {}


def offered(text: str, **rest: str) -> dict[str, str]:
    return answers(nano=f"name: Nano\nlifecycle: {{released: unknown}}\n{text}\n", **rest)


PRICE = "How much does Nano cost?"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "offers: {acme: {model_id: a, price: {input: 1, output: 2}}}",
            "At Acme, $1.00 per million input tokens and $2.00 per million output tokens.",
        ),
        (
            "offers: {acme: {model_id: a, price: {input: 1, output: 2}}, poe: {model_id: p, price: {input: 1, output: 3}}}",
            "At Acme, $1.00 per million input tokens and $2.00 per million output tokens. No paid offer that we know asks "
            "less.",
        ),
        (
            # cheaper on the blend, yet another asks less for output: nothing is said
            "offers: {acme: {model_id: a, price: {input: 1, output: 2}}, poe: {model_id: p, price: {input: 2, output: 1}}}",
            "At Acme, $1.00 per million input tokens and $2.00 per million output tokens.",
        ),
        ("offers: {poe: {model_id: p, price: free}, relay: {model_id: r, price: free}}", "It is free of charge at Poe and Relay."),
        ("offers: {poe: {model_id: p, price: included}}", "It is part of a plan at Poe."),
        (
            "mode: embedding\noffers: {acme: {model_id: a, price: {input: 0.02}}, poe: {model_id: p, price: {input: 0.01}}}",
            "At Acme, $0.02 per million tokens. The cheapest paid offer that we know is at Poe: $0.01.",
        ),
        ("offers: {poe: {model_id: p, price: dynamic}}", None),
        ("offers: {acme: {model_id: a, price: {input: 1}}}", None),
        (
            "offers: {poe@eu.fast: {model_id: p, price: {input: 1, output: 2}}}",
            "The cheapest paid offer that we know is at Poe (eu fast): $1.00 per million input tokens and $2.00 per "
            "million output tokens.",
        ),
    ],
)
def test_the_price_is_told_offer_by_offer(text: str, answer: str | None) -> None:
    assert offered(text).get(PRICE) == answer


@pytest.mark.parametrize(
    ("price", "answer"),
    [
        ("{input: 1, output: 2, cache_read: 0.25}", "$0.25 per million tokens at Acme, 75 % less than new input."),
        ("{input: 1, output: 2, cache_read: 0.333}", "$0.333 per million tokens at Acme, about 67 % less than new input."),
        ("{input: 1, output: 2, cache_read: 0}", "Nothing at Acme."),
        ("{input: 1, output: 2, cache_read: 2}", "$2.00 per million tokens at Acme."),
        ("{input: 1, output: 2, cache_read: included}", None),
        ("{input: 1, output: 2}", None),
    ],
)
def test_the_cached_price_is_compared_with_the_full_one(price: str, answer: str | None) -> None:
    found = offered(f"offers: {{acme: {{model_id: a, price: {price}}}}}")
    assert found.get("How much does cached input of Nano cost?") == answer


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
            "1,000 tokens. 4 providers stop earlier, one of them at 600.",
        ),
        (
            "limits: {context: 1000}\noffers: {poe: {model_id: p, limits: {context: 900}},"
            " relay: {model_id: r, limits: {context: 800}}, azure: {model_id: z, limits: {context: 2000}}}",
            "1,000 tokens. Poe (at 900) and Relay (at 800) stop earlier.",
        ),
    ],
)
def test_the_context_is_told_with_who_cuts_it_short(text: str, answer: str | None) -> None:
    assert offered(text).get("How long is the context window of Nano?") == answer


@pytest.mark.parametrize(
    ("text", "images", "pdf"),
    [
        (
            "modalities: {input: [text], output: [text]}",
            "No. It reads text, and answers in text.",
            "No, PDF files are not among what it reads.",
        ),
        (
            "modalities: {input: [text, image, file], output: [text, audio]}",
            "Yes. It reads text, images and PDF files, and answers in text and audio.",
            "Yes, it takes PDF files.",
        ),
        (
            "modalities: {input: [text, image], output: [text]}\n"
            "claims: [{path: modalities.input, value: [text], source: other}, {path: capabilities.pdf_input, source: other}]",
            "Yes. It reads text and images, and answers in text. Not every source agrees.",
            "No, PDF files are not among what it reads. Not every source agrees.",
        ),
        (
            "modalities: {input: [text, image], output: [text]}\n"
            "claims: [{path: modalities.input, value: [text], source: other, verdict: wrong}]",
            "Yes. It reads text and images, and answers in text.",
            "No, PDF files are not among what it reads.",
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


def test_a_provider_without_a_key_name_is_called_without_one() -> None:
    found = offered("offers: {poe: {model_id: p, price: {input: 1, output: 1}}, acme: {model_id: a, price: free}}")
    assert found["How do I call Nano?"].startswith("At Acme, send")


@pytest.mark.parametrize(
    ("price", "answer"),
    [
        (
            "{input: 0.20, output: 0.80}",
            "Yes: Mini costs $0.20 per million input tokens and $0.80 per million output tokens at Acme, against $1.00 and "
            "$2.00.",
        ),
        ("{input: 1, output: 2}", "No, but Mini costs the same."),
        ("{input: 1, output: 3}", "No. Of the 2 models of this family whose price we know, it is the cheapest."),
        ("free", None),
    ],
)
def test_the_family_is_searched_for_a_cheaper_model(price: str, answer: str | None) -> None:
    head = "lifecycle: {released: unknown}\nfamily: one\n"
    found = answers(
        nano=f"name: Nano\n{head}offers: {{acme: {{model_id: a, price: {{input: 1, output: 2}}}}}}\n",
        mini=f"name: Mini\n{head}offers: {{acme: {{model_id: m, price: {price}}}}}\n",
    )
    assert found.get("Is there a cheaper model than Nano in the One family?") == answer


def test_the_retired_and_models_of_another_mode_are_no_relatives() -> None:
    head = "lifecycle: {released: unknown}\nfamily: one\n"
    offer = "offers: {acme: {model_id: a, price: {input: 1, output: 2}}}\n"
    found = answers(
        nano=f"name: Nano\n{head}{offer}",
        old=f"name: Old\n{head.replace('unknown', 'unknown, retires: 2026-01-01')}{offer}",
        embed=f"name: Embed\n{head}mode: embedding\n{offer}",
    )
    assert not any("cheaper" in question or "differ" in question for question in found)


def test_alike_models_are_no_question() -> None:
    text = "lifecycle: {released: 2026-01-15}\nfamily: one\nlimits: {context: 1000, max_output: 10}\n"
    assert not any("differ" in question for question in answers(nano=f"name: Nano\n{text}", mini=f"name: Mini\n{text}"))


def test_the_nearest_in_price_are_compared_and_a_same_price_said_once() -> None:
    def model(name: str, price: str, context: int) -> str:
        offer = f"offers: {{acme: {{model_id: a, price: {{input: {price}, output: {price}}}}}}}\n"
        return f"name: {name}\nfamily: one\nlifecycle: {{released: unknown}}\nlimits: {{context: {context}}}\n{offer}"

    found = answers(
        nano=model("Nano", "1", 1000), far=model("Far", "9", 2000), same=model("Same", "1", 2000), near=model("Near", "2", 2000)
    )
    assert [question for question in found if "differ" in question] == [
        "How does Nano differ from Same?",
        "How does Nano differ from Near?",
    ]
    assert found["How does Nano differ from Same?"].startswith("Both cost $1.00 and $1.00 per million tokens in and out.")


END = "When is Nano retired?"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("lifecycle: {released: unknown, retires: 2026-07-01}", "Acme ends it on 1 July 2026."),
        ("lifecycle: {released: unknown, retires: 2026-05}", "Acme ended it in May 2026."),
        (
            "lifecycle: {released: unknown, retires: 2026-07-01}\noffers: {poe: {model_id: p}, relay: {model_id: r, retires: 2027-01-01}}",
            "Poe ends it on 1 July 2026 and Relay on 1 January 2027.",
        ),
        (
            "lifecycle: {released: unknown, retires: 2026-07-01}\noffers: {poe: {model_id: p, deprecated: 2026-07-01}}",
            None,
        ),
        (
            "lifecycle: {released: unknown}\noffers: {poe: {model_id: p, ended: 2026-05-02, retires: 2026-05-01}, relay: {model_id: r}}",
            "Poe ended it on 1 May 2026. The one other provider states no end.",
        ),
        (
            "lifecycle: {released: unknown}\noffers: {acme: {model_id: a, retires: 2026-09-01}, azure: {model_id: z, retires: 2026-07-01},"
            " poe: {model_id: p, retires: 2026-08-01}, relay: {model_id: r, retires: 2026-10-01}}",
            "Acme ends it on 1 September 2026, Azure on 1 July 2026, Poe on 1 August 2026 and one other too.",
        ),
        (
            "lifecycle: {released: unknown}\noffers: {acme: {model_id: a, ended: 2026-03-01}, azure: {model_id: z, ended: 2026-04-01},"
            " poe: {model_id: p, ended: 2026-05-01}, relay: {model_id: r, ended: 2026-05-02}, bedrock: {model_id: b, ended: 2026-05-03}}",
            "Acme ended it on 1 March 2026, Azure on 1 April 2026, Poe on 1 May 2026 and 2 others too.",
        ),
        ("lifecycle: {released: unknown}\noffers: {poe: {model_id: p}}", None),
    ],
)
def test_the_end_is_told_provider_by_provider(text: str, answer: str | None) -> None:
    assert answers(nano=f"name: Nano\n{text}\n").get(END) == answer


def test_what_a_person_has_answered_stands_after_price_and_context() -> None:
    faq = """
faq:
  - {q: does NANO read images, a: It does., source: [lab-page, other]}
  - {q: Is it good?, a: Yes., source: undated}
  - {q: Why?, a: Because.}
"""
    entry = one(faq, base=NANO)
    assert [(question.question, question.generated) for question in entry.questions][:7] == [
        ("How much does Nano cost?", True),
        ("How much does cached input of Nano cost?", True),
        ("How long is the context window of Nano?", True),
        ("does NANO read images", False),
        ("Is it good?", False),
        ("Why?", False),
        ("Can Nano read PDF files?", True),
    ]
    written = [question for question in entry.questions if not question.generated]
    assert [[proof.source for proof in question.proofs] for question in written] == [
        ["lab-page", "other"],
        ["undated"],
        ["register"],
    ]
    assert len({question.question for question in entry.questions}) == len(entry.questions)


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        ("1", "4", "75 % less"),
        ("1", "3", "about 67 % less"),
        ("0", "3", ""),
        ("3", "3", ""),
        ("0.001", "3", ""),
        ("2.999", "3", ""),
    ],
)
def test_a_share_is_said_only_where_it_says_something(part: str, whole: str, said: str) -> None:
    assert less(parse_money(part), parse_money(whole)) == said


@given(st.text("aB1 *_[]`<{!\\.-", min_size=1).filter(lambda name: name == " ".join(name.split())))
def test_a_name_is_shown_as_it_is(name: str) -> None:
    assert plain(f"x{escaped(name)}x") == f"x{name}x"
