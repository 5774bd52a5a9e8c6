"""HTML of contributed text: everything escaped, the whole sanitised, then our own fragments put in."""

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape

from almanac.markup.blocks import blocks_of
from almanac.markup.budget import admit
from almanac.markup.findings import Anchor, Call
from almanac.markup.headings import headings_of
from almanac.markup.inlines import Prose, prose
from almanac.markup.sanitiser import sanitised
from almanac.markup.spots import CLOSE, OPEN, lines_of
from almanac.markup.tokens import Break, Called, Cited, Code, LinkEnd, LinkStart, Mark, Refused, Token, Words
from almanac.markup.tree import Block, Broken, CallBlock, Fence, Listing, Paragraph, Quote, Rule, Table, Title

_SLOT = re.compile(f"{OPEN}([0-9]+){CLOSE}")
_CALLOUTS = frozenset({"Note:", "Warning:"})


def render(text: str, *, call: Callable[[Call], str], link: Callable[[str], Anchor], cite: Callable[[int], str]) -> str:
    """Draw a guide's text as safe HTML.

    `call` and `cite` return HTML of ours, which is put in as it is; each is asked once for each place, in the
    order of the text. A text with faults is drawn too, the faulty parts as they were written; one over the
    budget is a ValueError.
    """
    admit(text)
    blocks = blocks_of(lines_of(text))
    ids = {heading.spot.line: heading.id for heading in headings_of(blocks)}
    return _Pen(link, call=call, cite=cite, ids=ids).page(blocks)


def inline(text: str, *, link: Callable[[str], Anchor]) -> str:
    """Draw a summary or an answer as safe HTML without a block around it: emphasis, code and links."""
    admit(text)
    return _Pen(link).line(prose(lines_of(text)))


class _Pen:
    """Draws one text. What callbacks return waits in `fragments` until the rest has been sanitised."""

    def __init__(
        self,
        link: Callable[[str], Anchor],
        *,
        call: Callable[[Call], str] | None = None,
        cite: Callable[[int], str] | None = None,
        ids: dict[int, str] | None = None,
    ) -> None:
        self.link = link
        self.call = call
        self.cite = cite
        self.ids = ids or {}
        self.fragments: list[str] = []
        self.tables = 0

    def page(self, blocks: Sequence[Block]) -> str:
        return self.filled("".join(self.block(block) for block in blocks))

    def line(self, text: Prose) -> str:
        return self.filled(self.inline(text.tokens))

    def filled(self, html: str) -> str:
        return _SLOT.sub(lambda slot: self.fragments[int(slot[1])], sanitised(html))

    def slot(self, fragment: str) -> str:
        self.fragments.append(fragment)
        return f"{OPEN}{len(self.fragments) - 1}{CLOSE}"

    def block(self, block: Block) -> str:  # noqa: PLR0911 - one return a kind of block
        match block:
            case Paragraph(prose=text):
                return f"<p>{self.inline(text.tokens)}</p>\n"
            case Title():
                return self.title(block)
            case Fence(text=code):
                return f'<pre tabindex="0"><code>{escape(code)}\n</code></pre>\n'
            case Rule():
                return "<hr>\n"
            case CallBlock(call=call):
                return f"{self.slot(self.call(call))}\n" if self.call else ""
            case Quote(blocks=blocks):
                kind = ' class="callout"' if _is_callout(blocks) else ""
                return f"<blockquote{kind}>\n{''.join(self.block(inner) for inner in blocks)}</blockquote>\n"
            case Listing():
                return self.listing(block)
            case Table():
                return self.table(block)
            case Broken(text=text):
                return f"<p>{escape(text)}</p>\n"

    def title(self, title: Title) -> str:
        text = self.inline(title.prose.tokens)
        fragment = self.ids.get(title.spot.line) if title.top else None
        if fragment is None:
            return f"<p>{text}</p>\n"
        return f'<h{title.level} id="{escape(fragment)}">{text}</h{title.level}>\n'

    def listing(self, listing: Listing) -> str:
        tag = "ul" if listing.start is None else "ol"
        start = "" if listing.start in {None, 1} else f' start="{listing.start}"'
        items = "".join(f"<li>{self.item(item, tight=listing.tight)}</li>\n" for item in listing.items)
        return f"<{tag}{start}>\n{items}</{tag}>\n"

    def item(self, blocks: Iterable[Block], *, tight: bool) -> str:
        if not tight:
            return "".join(self.block(block) for block in blocks).rstrip("\n")
        return "\n".join(
            self.inline(block.prose.tokens) if isinstance(block, Paragraph) else self.block(block).rstrip("\n")
            for block in blocks
        )

    def table(self, table: Table) -> str:
        self.tables += 1
        kinds = [f' class="{alignment}"' if alignment else "" for alignment in table.alignments]
        head = self.cells(table.header, [f' scope="col"{kind}' for kind in kinds], tag="th")
        rows = "".join(f"<tr>{self.cells(row, kinds, tag='td')}</tr>\n" for row in table.rows)
        body = f"<tbody>\n{rows}</tbody>\n" if rows else ""
        return (
            f'<section class="scroll" tabindex="0" aria-label="Table {self.tables}">'
            f"<table>\n<thead>\n<tr>{head}</tr>\n</thead>\n{body}</table></section>\n"
        )

    def cells(self, row: Sequence[Prose], attributes: Sequence[str], *, tag: str) -> str:
        return "".join(
            f"<{tag}{attribute}>{self.inline(cell.tokens)}</{tag}>"
            for cell, attribute in zip(row, attributes, strict=True)
        )

    def inline(self, tokens: Iterable[Token]) -> str:
        return "".join(self.token(token) for token in tokens)

    def token(self, token: Token) -> str:  # noqa: PLR0911 - one return a kind of token
        match token:
            case Words(text=text):
                return escape(text)
            case Mark(tag=tag, opens=opens):
                return f"<{tag}>" if opens else f"</{tag}>"
            case Code(text=text):
                return f"<code>{escape(text)}</code>"
            case Break():
                return "<br>\n"
            case LinkStart(link=link):
                anchor = self.link(link.href)
                rel = f' rel="{escape(anchor.rel)}"' if anchor.rel else ""
                return f'<a href="{escape(anchor.href)}"{rel}>'
            case LinkEnd():
                return "</a>"
            case Cited(citation=citation, literal=literal):
                return self.slot(self.cite(citation.number)) if self.cite else escape(literal)
            case Called(call=call, literal=literal):
                return self.slot(self.call(call)) if self.call else escape(literal)
            case Refused(literal=literal):
                return escape(literal)


def _is_callout(blocks: Sequence[Block]) -> bool:
    match blocks:
        case (
            Paragraph(prose=Prose(tokens=(Mark(tag="strong", opens=True), Words(text=label), Mark(), *_))),
            *_,
        ):
            return label in _CALLOUTS
        case _:
            return False
