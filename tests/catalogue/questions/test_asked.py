"""Which questions a page answers, in which order, and on which sources."""

from tests.catalogue.shelf import answers, asked, one

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


def test_all_questions_of_a_model_while_its_lab_sells_it() -> None:
    assert answers(nano=NANO, mini=MINI, next=NEXT) == {
        "How much does Nano cost?": (
            "At Acme, $0.10 per million input tokens and $0.40 per million output tokens. The "
            "cheapest paid offer that we "
            "know is at Poe: $0.09 and $0.36. It is free of charge at Relay."
        ),
        "How much does cached input of Nano cost?": "$0.025 per million tokens at Acme, 75 % less than new input.",
        "How long is the context window of Nano?": (
            "1,047,576 tokens. One answer can be up to 32,768 tokens long. Relay (128,000) allows less."
        ),
        "Does Nano read images?": "Yes. It reads text and images, and answers in text.",
        "Can Nano read PDF files?": "No, PDF files are not among its inputs.",
        "How do I call Nano?": (
            "At Acme, send requests in the form of OpenAI’s API to `https://api.acme.example/v1`, "
            "with `nano` as the model. "
            "Keep the key in the environment variable `ACME_KEY`."
        ),
        "Is there a cheaper model than Nano in the One family?": (
            "No. Of the 2 models of this family whose price we know, it is the cheapest."
        ),
        "When is Nano retired?": (
            "Acme ends it on 23 October 2026 and Azure in May 2027. The other 2 providers state no end. "
            "Next follows it."
        ),
        "How does Nano differ from Mini\\_2?": (
            "It costs $0.10 and $0.40 per million tokens in and out at Acme, against $0.40 and "
            "$1.60. It answers in at most 32,768 tokens, against 65,536. It has 7B "
            "parameters, against 8B. It cannot reason before it answers, Mini\\_2 can."
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
    assert found["How much does Nano cost?"].startswith(
        "The cheapest paid offer that we know is at Poe: $0.09 per million input"
    )
    assert found["How much does cached input of Nano cost?"] == (
        "$0.022 per million tokens at Poe, about 76 % less than new input."
    )
    assert found["How do I call Nano?"] == (
        "At Azure, send requests in the form of OpenAI’s API to `https://{RESOURCE}.azure.example`, with `nano` as the "
        "model. Put your own value in place of `{RESOURCE}`. Keep the key in the environment variable `AZURE_KEY`."
    )
    assert found["When is Nano retired?"] == (
        "Acme was to end it on 23 October 2026. Azure ends it in May 2027. The other 2 providers state no end."
    )
    assert found["How does Nano differ from Mini\\_2?"].startswith(
        "It costs $0.09 and $0.36 per million tokens in and out at Poe, against $0.40 and $1.60 at Acme."
    )


def test_what_is_unknown_is_not_asked() -> None:
    assert answers(nano="name: Nano\nlifecycle: {released: unknown}\n") == {}


def test_what_a_person_has_answered_stands_after_price_and_context() -> None:
    faq = """
faq:
  - {q: does NANO read images, a: It does., source: [lab-page, other]}
  - {q: Is it good?, a: Yes., source: undated}
  - {q: Why?, a: Because.}
"""
    entry = one(faq, base=NANO)
    assert [question.question for question in entry.questions][:7] == [
        "How much does Nano cost?",
        "How much does cached input of Nano cost?",
        "How long is the context window of Nano?",
        "does NANO read images",
        "Is it good?",
        "Why?",
        "Can Nano read PDF files?",
    ]
    written = entry.questions[3:6]
    assert [[proof.source for proof in question.proofs] for question in written] == [
        ["lab-page", "other"],
        ["undated"],
        ["register"],
    ]
    assert len({question.question for question in entry.questions}) == len(entry.questions)
