"""Differences: what changed in the published data, in words."""

from almanac.difference import difference, sentences

HEAD = (
    "edition,model,offer,provider,model_id,status,input,output,cache_read,cache_write,context,max_output,"
    "source,checked\r\n"
)


def _table(*rows: str) -> bytes:
    return (HEAD + "".join(f"{row}\r\n" for row in rows)).encode()


ONE = "2026-06-01,acme/one,acme,acme,one,active,0.10,0.40,,,128000,16000,s,2026-05-31"


def test_the_same_offers_are_as_before_also_when_they_were_checked_again() -> None:
    again = ONE.replace("2026-05-31", "2026-06-30")
    assert list(sentences(difference(_table(ONE), _table(again)))) == ["The published offers are as before."]


def test_new_gone_and_changed_offers_are_named_with_what_changed() -> None:
    changed = ONE.replace("0.10,0.40", "0.09,").replace("active", "retired")
    found = difference(
        _table(ONE, ONE.replace(",acme,acme", ",poe,poe")), _table(changed, ONE.replace(",acme,acme", ",relay,relay"))
    )
    assert list(sentences(found)) == [
        "Published data: 1 offers added, 1 removed, 1 changed.",
        "  + acme/one at relay",
        "  - acme/one at poe",
        "  ~ acme/one at acme: status active → retired, input 0.10 → 0.09, output 0.40 → not stated",
    ]


def test_a_long_list_is_cut_and_says_so() -> None:
    many = [ONE.replace("acme/one", f"acme/m{number:02}") for number in range(13)]
    said = list(sentences(difference(_table(), _table(*many))))
    assert said[-1] == "  + and 3 more"
