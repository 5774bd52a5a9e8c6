"""The generator of the width table: reads the advances of DejaVu Sans and writes almanac/render/advances.json.

Run it as `python -m tests.support.widthtable FONT` with the path of DejaVuSans.ttf.
"""

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

TABLE = Path(__file__).parents[2] / "almanac/render/advances.json"
RANGES = ((0x20, 0x52F), (0x2000, 0x22FF))
"""Latin, Greek, Cyrillic, punctuation, arrows and mathematical signs (spec/badges.md)."""
USUAL = (Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"), Path("/usr/share/fonts/TTF/DejaVuSans.ttf"))
"""Where Debian and Arch put the font."""


def installed() -> Path | None:
    """Return where the font lies on this machine, if it is there."""
    return next((file for file in USUAL if file.is_file()), None)


def table(font: Path) -> str:
    """Return the table as JSON: of each range its first code point and the advances, null where there is no glyph."""
    with TTFont(font, lazy=True) as opened:
        glyphs, advances = opened.getBestCmap(), opened["hmtx"].metrics
        per_em, version = opened["head"].unitsPerEm, opened["name"].getDebugName(5)
        rows = [[first, [_advance(code, glyphs, advances) for code in range(first, end + 1)]] for first, end in RANGES]
    lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    return f'{{"font": "DejaVu Sans, {version}", "per_em": {per_em}, "ranges": [\n{lines}\n]}}\n'


def _advance(code: int, glyphs: dict[int, str], advances: dict[str, tuple[int, int]]) -> int | None:
    return advances[glyphs[code]][0] if code in glyphs else None


if __name__ == "__main__":
    TABLE.write_text(table(Path(sys.argv[1])), encoding="utf-8")
