"""Answers about the end: who retires it and when."""

import pytest

from tests.catalogue.shelf import answers

END = "When is Nano retired?"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("lifecycle: {released: unknown, retires: 2026-07-01}", "Acme ends it on 1 July 2026."),
        ("lifecycle: {released: unknown, retires: 2026-05}", "Acme was to end it in May 2026."),
        (
            (
                "lifecycle: {released: unknown, retires: 2026-07-01}\noffers: {poe: {model_id: p}, "
                "relay: {model_id: r, retires: 2027-01-01}}"
            ),
            "Poe ends it on 1 July 2026 and Relay on 1 January 2027.",
        ),
        (
            "lifecycle: {released: unknown, retires: 2026-07-01}\noffers: {poe: {model_id: p, deprecated: 2026-07-01}}",
            "Acme ends it on 1 July 2026.",
        ),
        (
            (
                "lifecycle: {released: unknown}\noffers: {poe: {model_id: p, ended: 2026-05-02, retires: "
                "2026-05-01}, relay: {model_id: r}}"
            ),
            "Poe no longer listed it on 2 May 2026. The one other provider states no end.",
        ),
        (
            (
                "lifecycle: {released: unknown}\noffers: {acme: {model_id: a, retires: 2026-09-01}, "
                "azure: {model_id: z, retires: 2026-07-01},"
                " poe: {model_id: p, retires: 2026-08-01}, relay: {model_id: r, retires: 2026-10-01}}"
            ),
            "Acme ends it on 1 September 2026, Azure on 1 July 2026, Poe on 1 August 2026 and one other too.",
        ),
        (
            (
                "lifecycle: {released: unknown}\noffers: {acme: {model_id: a, ended: 2026-03-01}, "
                "azure: {model_id: z, ended: 2026-04-01},"
                " poe: {model_id: p, ended: 2026-05-01}, relay: {model_id: r, ended: 2026-05-02}, "
                "bedrock: {model_id: b, ended: 2026-05-03}}"
            ),
            "Acme no longer listed it on 1 March 2026, Azure on 1 April 2026, Poe on 1 May 2026 and 2 others too.",
        ),
        ("lifecycle: {released: unknown}\noffers: {poe: {model_id: p}}", None),
    ],
)
def test_the_end_is_told_provider_by_provider(text: str, answer: str | None) -> None:
    assert answers(nano=f"name: Nano\n{text}\n").get(END) == answer


def ends(offers: str, *, lifecycle: str = "{released: unknown}") -> str | None:
    return answers(nano=f"name: Nano\nlifecycle: {lifecycle}\noffers: {{{offers}}}\n").get(END)


def test_a_provider_states_an_end_where_one_of_its_variants_does() -> None:
    plain = "acme: {model_id: a}, acme@old: {model_id: o, retires: 2026-05-01}, poe: {model_id: p}"
    told = ends(f"{plain}, acme@b.eu: {{model_id: b, retires: 2027-01-14}}")
    assert told == "Acme (b eu) ends it on 14 January 2027. The one other provider states no end."


def test_variants_that_end_on_one_day_are_named_together_and_many_counted() -> None:
    end = "{model_id: a, retires: 2027-01-14}"
    two = f"acme: {{model_id: a}}, acme@x: {end}, acme@y: {end}"
    assert ends(two) == "Acme (x and y) ends it on 14 January 2027."
    four = f"{two}, acme@z: {end}, acme@zz: {end}"
    assert ends(four) == "Acme (4 of its offers) ends it on 14 January 2027."
    assert ends(f"acme: {end}, acme@x: {end}, acme@y: {{model_id: y}}") == "Acme ends it on 14 January 2027."


def test_a_provider_ends_with_the_last_of_its_variants() -> None:
    first = "azure@20240620: {model_id: a, retires: 2026-02-19}"
    last = "azure@20241022: {model_id: b, ended: 2026-05-08, source: lab-page}"
    assert ends(f"{first}, {last}") == "Azure no longer listed it on 8 May 2026."


def test_an_offer_seen_to_be_gone_is_not_told_by_its_plan() -> None:
    offer = "azure: {model_id: a, retires: 2026-05-01, ended: 2026-05-15, source: lab-page}"
    assert ends(offer) == "Azure no longer listed it on 15 May 2026."
    early = answers("2026-05-10", nano=f"name: Nano\nlifecycle: {{released: unknown}}\noffers: {{{offer}}}\n")
    assert early[END] == "Azure was to end it on 1 May 2026."


def test_who_noticed_that_it_is_gone_is_named() -> None:
    told = ends(
        "acme: {model_id: a, retires: 2026-05-03, source: other},"
        " azure: {model_id: a, ended: 2026-05-01, source: other},"
        " poe: {model_id: p, ended: 2026-05-02, source: other},"
        " bedrock: {model_id: p, ended: 2026-05-02, source: other},"
        " relay: {model_id: p, ended: 2026-05-03, source: other},"
        " wafer.ai: {model_id: p, ended: 2026-05-04}"
    )
    assert told == (
        "Acme was to end it on 3 May 2026. Another page found it gone at Azure on 1 May 2026, at Bedrock on 2 May 2026,"
        " at Poe on 2 May 2026 and at one other too. Wafer no longer listed it on 4 May 2026."
    )


def test_what_is_still_to_end_is_told_after_what_has_ended() -> None:
    told = ends("acme: {model_id: a, retires: 2026-07-01}, poe: {model_id: p, retires: 2026-05-01}")
    assert told == "Poe was to end it on 1 May 2026. Acme ends it on 1 July 2026."
