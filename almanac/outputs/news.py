"""News: each dated change as one sentence and as a few words, the same in feeds, calendar and pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from almanac.catalogue.catalogue import Amount, Change
from almanac.catalogue.history import noticer
from almanac.outputs.context import Context
from almanac.outputs.values import COMPONENT_TEXT, WORD_TEXT, listed, priced
from almanac.records import COMPONENTS, Price, UnitPrice
from almanac.units.dates import is_reached, long_date

GONE = "gone"
PAIR = {"input": "in", "output": "out"}
"""The two components that a price is spoken of by, with the word that stands behind each."""
DONE = {
    "announced": "announced", "released": "released", "deprecated": "deprecated", "ended": "no longer lists",
    "offered": "began to offer",
}  # fmt: skip
"""What a kind did, between who and what."""
AHEAD = {
    "announced": "announces", "released": "releases", "deprecated": "deprecates", "retires": "retires",
    "ended": "stops listing", "offered": "begins to offer",
}  # fmt: skip
"""What it will do, while its day lies ahead."""
COMES, CAME = " is released", " was released"
"""How the catalogue's note on a snapshot ends, and how it does once the day has come."""
SHORT = {"retires": "was to end", "ended": "no longer listed", "offered": "new offer"}
"""What a kind is called beside a name, where that is not its own word."""
NOW = {
    "free": "is now free", "included": "is now included", "dynamic": "is now priced dynamically",
    "on-request": "is now priced on request",
}  # fmt: skip
VERBS = {"up": "raised", "down": "lowered"}
WHOLE = 100


def headline(context: Context, change: Change) -> str:
    """Return the change as a sentence, no full stop: "Poe lowered GPT-4.1 nano to $0.09 in, $0.36 out"."""
    who, what = _names(context, change)
    if change.kind == "price":
        return _price_sentence(change, who, what)
    done = is_reached(change.on, context.catalogue.today)
    if done and (end := _past_end(context, change)):
        return end
    verbs = DONE if done else AHEAD
    if change.kind in verbs:
        return f"{who} {verbs[change.kind]} {what}"
    told = _told_of(what, change.note.removesuffix("."))
    return f"{told.removesuffix(COMES)}{CAME}" if done and told.endswith(COMES) else told


def _past_end(context: Context, change: Change) -> str:
    """Tell an end that nobody has announced as done: its day was planned, or another's list has it no more."""
    who, what = _names(context, change)
    if change.kind == "retires":
        return f"{who}’s date to end {what} was {long_date(change.on)}"
    found = noticer(context.catalogue.sources.get(change.source), who) if change.kind == "ended" else ""
    return f"{found} found {what} gone at {who}" if found else ""


def direction(change: Change) -> str:
    """Return the change in two or three words: "down 33 %", "input up 14 %", "withdrawn", "released"."""
    if change.kind != "price":
        return SHORT.get(change.kind, change.kind)
    before, after = change.before, change.after
    if isinstance(before, Price) and isinstance(after, Price):
        return _movement(before, after)
    if after is None or after == GONE:
        return "withdrawn"
    if before == GONE:
        return "offered again"
    if isinstance(after, str):
        return f"now {WORD_TEXT[after]}"
    return f"no longer {WORD_TEXT[before]}" if isinstance(before, str) else "first price"


@dataclass(frozen=True, slots=True)
class _Move:
    """One component that changed; `way` is up or down, or empty where no number says so."""

    component: str
    way: str
    said: str
    after: Amount


def _names(context: Context, change: Change) -> tuple[str, str]:
    model = context.catalogue.models[change.model_id]
    offer = model.offers.get(change.offer)
    if offer is None:
        return context.lab_name(model.lab), model.record.name
    variant = f" ({offer.variant.replace('.', ' ')})" if offer.variant else ""
    return context.provider_name(offer.provider), f"{model.record.name}{variant}"


def _told_of(what: str, note: str) -> str:
    """Put the model's name where the catalogue's note says "it"."""
    if note.startswith("Its "):
        return f"{what}’s {note[4:]}"
    return f"{what} {note[3:]}" if note.startswith("It ") else f"{what}: {note}"


def _price_sentence(change: Change, who: str, what: str) -> str:
    before, after = change.before, change.after
    if isinstance(before, Price) and isinstance(after, Price):
        return _moved(who, what, _moves(before, after), after)
    if after is None or after == GONE:
        return f"{who} withdrew {what}"
    if before == GONE:
        terms = f"at {_pair(after)}" if isinstance(after, Price) else WORD_TEXT[after]
        return f"{who} offers {what} again, {terms}"
    if isinstance(after, str):
        return f"{what} {NOW[after]} at {who}"
    return f"{who} now charges {_pair(after)} for {what}"


def _moved(who: str, what: str, moves: Sequence[_Move], after: Price) -> str:
    ways = {move.way for move in moves}
    verb = VERBS.get(ways.pop(), "changed") if len(ways) == 1 else "changed"
    if not moves:
        return f"{who} changed the price of {what}"
    if moves[0].component in PAIR:
        return f"{who} {verb} {what} to {_pair(after)}"
    prices = listed([f"{COMPONENT_TEXT[move.component]} to {_asked(move.after)}" for move in moves])
    return f"{who} {verb} {what}’s {prices}"


def _asked(value: Amount) -> str:
    return "no charge" if _number(value) == 0 else priced(value)


def _pair(price: Price) -> str:
    """Write a price for a sentence: $0.09 in, $0.36 out; where it has neither, its other components."""
    stated = price.components()
    sides = [f"{priced(stated[name])} {word}" for name, word in PAIR.items() if name in stated]
    others = [f"{priced(value)} {COMPONENT_TEXT[name]}" for name, value in stated.items() if name not in PAIR]
    return ", ".join(sides or others) or "a price that is not stated"


def _movement(before: Price, after: Price) -> str:
    moves = _moves(before, after)
    if not moves:
        return "changed"
    comparable = [name for name in PAIR if name in before.components() and name in after.components()]
    everything = [move.component for move in moves] == comparable
    if everything and len({move.said for move in moves}) == 1:
        return moves[0].said
    return ", ".join(f"{COMPONENT_TEXT[move.component]} {move.said}" for move in moves)


def _moves(before: Price, after: Price) -> list[_Move]:
    """Return the changes of input and output; only where neither changed, those of the other components."""
    found = list(_all_moves(before, after))
    return [move for move in found if move.component in PAIR] or found


def _all_moves(before: Price, after: Price) -> Iterator[_Move]:
    old, new = before.components(), after.components()
    for name in COMPONENTS:
        # What only one side states is a gap in the record and no change of the price.
        if name in old and name in new and old[name] != new[name]:
            way, said = _way(old[name], new[name])
            yield _Move(name, way, said, new[name])


def _way(before: Amount, after: Amount) -> tuple[str, str]:
    old, new = _number(before), _number(after)
    same_unit = getattr(before, "per", None) == getattr(after, "per", None)
    if old is None or new is None or not same_unit:
        return "", f"now {priced(after)}"
    if old == 0:
        return "up", "no longer free of charge"
    way = "up" if new > old else "down"
    return way, f"{way} {_share(old, new)} %"


def _number(value: Amount) -> Decimal | None:
    amount = value.usd if isinstance(value, UnitPrice) else value
    return amount if isinstance(amount, Decimal) else None


def _share(old: Decimal, new: Decimal) -> str:
    """Write how many hundredths of the old price; never 0 for a change, nor 100 where a price is left."""
    share = int((abs(new - old) * WHOLE / old).quantize(Decimal(1), ROUND_HALF_UP))
    if share == 0:
        return "under 1"
    return f"{min(share, WHOLE - 1) if 0 < new < old else share:,}"
