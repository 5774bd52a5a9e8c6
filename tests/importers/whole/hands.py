"""Hands: edits, deletions and comments of people in imported files, made line by line as an editor makes them."""

import random
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.importers.whole.imports import Job, Landed, land, prepared, texts

FILES = 40
COMMENT, NOTE = "# a person was here", "   # a note"
_PRICE = re.compile(r"(?<=^    price: \{input: )\d[\d.]*", re.MULTILINE)
_PLAIN = re.compile(
    r"^ *(?:family|tokenizer|model_id|limits|modalities|weights|since|price|lifecycle): \S.*$", re.MULTILINE
)
_OPTIONAL = re.compile(r"^(?:tokenizer|    since|    quantisation|    limits|    modalities): .*\n", re.MULTILINE)


def edit_and_import_again(landed: Landed) -> Job:
    """Return the job of editing forty files of imported content and importing every source once more."""

    def job(folder: Path) -> Mapping[str, Mapping[str, Any]]:
        content, upstream = prepared(folder)
        shutil.rmtree(content)
        shutil.copytree(landed.content, content)
        for name, text in edited(landed.content).items():
            (content / name).write_bytes(text.encode())
        return land(content, upstream)

    return job


def edited(content: Path) -> dict[str, str]:
    """Return the edited text of forty model files, always the same for the same content."""
    chance = random.Random(20261127)
    files = sorted(name for name in texts(content) if name.startswith("models/"))
    found: dict[str, str] = {}
    while len(found) < FILES:
        name = chance.choice(files)
        text = (content / name).read_text(encoding="utf-8")
        by_hand = chance.choice((_commented, _noted, _changed, _taken_out))(text, chance)
        if name not in found and by_hand != text:
            found[name] = by_hand
    return found


def _commented(text: str, chance: random.Random) -> str:
    place = chance.choice(list(re.finditer(r"^(?=[a-z ]+:)", text, re.MULTILINE))).start()
    return f"{text[:place]}{COMMENT}\n{text[place:]}"


def _noted(text: str, chance: random.Random) -> str:
    place = chance.choice(list(_PLAIN.finditer(text))).end()
    return f"{text[:place]}{NOTE}{text[place:]}"


def _changed(text: str, chance: random.Random) -> str:
    """Change the input price of an offer that has no history, or the name of the model."""
    prices = [] if "price_history" in text else list(_PRICE.finditer(text))
    if not prices:
        return re.sub(r"^name: .*$", "name: A name by hand", text, count=1, flags=re.MULTILINE)
    price = chance.choice(prices)
    return f"{text[: price.start()]}{float(price[0]) * 1.25:.6g}{text[price.end() :]}"


def _taken_out(text: str, chance: random.Random) -> str:
    """Take out a line that a file can do without; what evidence says of it goes too."""
    lines = list(_OPTIONAL.finditer(text))
    if not lines or "evidence:" in text:
        return text
    line = chance.choice(lines)
    return text[: line.start()] + text[line.end() :]
