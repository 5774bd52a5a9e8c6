"""The reader: guarded parsing of everything in `content/`, with the position of every fact kept."""

from almanac.reader.document import Document, Entry
from almanac.reader.frames import line_reader
from almanac.reader.library import GuideText, LedgerLine, Library
from almanac.reader.reading import read

__all__ = ["Document", "Entry", "GuideText", "LedgerLine", "Library", "line_reader", "read"]
