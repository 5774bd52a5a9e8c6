"""Answers about the end: who retires it and when."""

import pytest

from tests.catalogue.shelf import answers

END = "When is Nano retired?"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("lifecycle: {released: unknown, retires: 2026-07-01}", "Acme ends it on 1 July 2026."),
        ("lifecycle: {released: unknown, retires: 2026-05}", "Acme ended it in May 2026."),
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
            "Poe ended it on 1 May 2026. The one other provider states no end.",
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
            "Acme ended it on 1 March 2026, Azure on 1 April 2026, Poe on 1 May 2026 and 2 others too.",
        ),
        ("lifecycle: {released: unknown}\noffers: {poe: {model_id: p}}", None),
    ],
)
def test_the_end_is_told_provider_by_provider(text: str, answer: str | None) -> None:
    assert answers(nano=f"name: Nano\n{text}\n").get(END) == answer
