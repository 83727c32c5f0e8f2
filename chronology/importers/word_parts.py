"""What the words of a Word document lead to: comments, footnotes, links and styles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from chronology.importers.package import Package, parse, read_part, related, relations
from chronology.importers.word_text import Parts, W, cell_of, gather, is_on

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = W.strip("{}").encode()
_NO_NOTES = ("separator", "continuationSeparator", "continuationNotice")


def word_part(package: Package, part: str) -> bytes:
    """One part, with the strict name of the format's words as the usual one."""
    return read_part(package, part).replace(_STRICT, _USUAL)


def parts_of(package: Package, main: str) -> Parts:
    """Everything that the main part's words may refer to."""
    links = {key: r.target for key, r in relations(package, main).items() if r.external}
    bare = Parts(links=links)
    struck, hidden = _styles(package, main)
    return Parts(
        comments=dict(_comments(package, main, bare)),
        notes=dict(_notes(package, main, bare)),
        links=links,
        struck_styles=struck,
        hidden_styles=hidden,
    )


def margins(package: Package, main: str) -> Iterator[tuple[str, Element]]:
    """The headers and footers of the pages, each with what it is."""
    for kind, name in (("header", "page header"), ("footer", "page footer")):
        for part in related(package, main, kind):
            yield name, parse(word_part(package, part), package.name, part)


def _comments(package: Package, main: str, bare: Parts) -> Iterator[tuple[str, str]]:
    """Words of each comment by id, with who wrote it."""
    for part in related(package, main, "comments"):
        for comment in parse(word_part(package, part), package.name, part).iter(f"{W}comment"):
            words = str(cell_of(gather(comment, bare)).value or "")
            author = comment.get(f"{W}author") or ""
            yield comment.get(f"{W}id") or "", f"{author}: {words}" if author else words


def _notes(package: Package, main: str, bare: Parts) -> Iterator[tuple[tuple[str, str], str]]:
    for kind in ("footnote", "endnote"):
        for part in related(package, main, f"{kind}s"):
            for note in parse(word_part(package, part), package.name, part).iter(f"{W}{kind}"):
                if note.get(f"{W}type") not in _NO_NOTES:
                    words = str(cell_of(gather(note, bare)).value or "")
                    yield (kind, note.get(f"{W}id") or ""), words


def _styles(package: Package, main: str) -> tuple[frozenset[str], frozenset[str]]:
    """Ids of the character styles that strike through, and of those that hide."""
    struck, hidden = set(), set()
    for part in related(package, main, "styles"):
        for style in parse(word_part(package, part), package.name, part).iter(f"{W}style"):
            form = style.find(f"{W}rPr")
            if form is None:
                continue
            identity = style.get(f"{W}styleId") or ""
            if is_on(form, ("strike", "dstrike"), otherwise=False):
                struck.add(identity)
            if is_on(form, ("vanish",), otherwise=False):
                hidden.add(identity)
    return frozenset(struck), frozenset(hidden)
