"""What is pinned to the cells of an Excel sheet in parts of their own: links, notes, text boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from chronology.importers.grid import Place
from chronology.importers.package import Package, parse_part, related, relations
from chronology.importers.rows import Row, rows_aside
from chronology.importers.sheet_marks import Link, place_of
from chronology.importers.tidying import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LINKED_CELLS = 10_000


def links_of(package: Package, part: str, links: Sequence[Link]) -> dict[Place, str]:
    """Where the hyperlinks of a sheet lead, by cell."""
    leads = relations(package, part) if links else {}
    found: dict[Place, str] = {}
    for span, relation, inside in links:
        target = leads[relation].target if relation in leads else ""
        target += f"#{inside}" if inside else ""
        for row in range(span.top, span.bottom + 1):
            for column in range(span.left, span.right + 1):
                if len(found) < _LINKED_CELLS:
                    found[row, column] = target
    return found


def notes_of(package: Package, part: str) -> dict[Place, str]:
    """Notes and threaded comments by cell, every reply on a line; who wrote a reply before it.

    A threaded comment also stands as an old note for older programs, which is left out.
    """
    found: dict[Place, str] = {}
    for comments in related(package, part, "comments"):
        for comment in parse_part(package, comments).iter("{*}comment"):
            if place := place_of(comment.get("ref") or ""):
                found[place] = tidy(_words(comment.find("{*}text"))).strip()
    threads: dict[Place, list[str]] = {}
    names = _people(package) if any("threadedComment" in p for p in package.parts) else {}
    for comments in related(package, part, "threadedComment"):
        for comment in parse_part(package, comments).iter("{*}threadedComment"):
            if place := place_of(comment.get("ref") or ""):
                threads.setdefault(place, []).append(_said(comment, names))
    return found | {place: "\n".join(said) for place, said in threads.items()}


def text_boxes(package: Package, part: str) -> tuple[Row, ...]:
    """The words of shapes and text boxes over a sheet, each a row that belongs to no table."""
    drawings = (parse_part(package, drawing) for drawing in related(package, part, "drawing"))
    return rows_aside((text for drawing in drawings for text in _shapes(drawing)), "text box")


def _said(comment: Element, names: Mapping[str, str]) -> str:
    name = names.get(comment.get("personId") or "", "")
    words = tidy(comment.findtext("{*}text") or "").strip()
    return f"{name}: {words}" if name else words


def _people(package: Package) -> dict[str, str]:
    people: dict[str, str] = {}
    for part in sorted(package.parts):
        if part.startswith("xl/persons/") and part.endswith(".xml"):
            for person in parse_part(package, part).iter("{*}person"):
                people[person.get("id") or ""] = person.get("displayName") or ""
    return people


def _words(text: Element | None) -> str:
    """The words of a note, without the readings of Japanese characters."""
    if text is None:
        return ""
    plain = [t.text or "" for t in text.iterchildren("{*}t")]
    runs = [t.text or "" for r in text.iterchildren("{*}r") for t in r.iterchildren("{*}t")]
    return "".join(plain + runs)


def _shapes(drawing: Element) -> Iterator[str]:
    for body in drawing.iter("{*}txBody"):
        lines = ["".join(t.text or "" for t in p.iter("{*}t")) for p in body.iterchildren("{*}p")]
        if words := tidy("\n".join(lines)).strip():
            yield words
