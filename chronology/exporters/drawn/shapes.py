"""The few shapes that charts are drawn with, as SVG text; every word is escaped."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

FONT = "DejaVu Sans Condensed, Arial, Helvetica, DejaVu Sans, sans-serif"
INK = "#1A1A1A"
PAPER = "#FFFFFF"


def document(
    width: float, height: float, title: str, told: str, parts: Iterable[str], *, role: str = "img"
) -> str:
    """A whole SVG; `told` says in words what the drawing shows, for those who cannot see it.

    `role` is "group" where parts of it are links.
    """
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}" role="{role}" font-family="{FONT}" '
        f'font-stretch="condensed" font-size="11" fill="{INK}">\n<title>{escape(title)}</title>\n'
        f"<desc>{escape(told)}</desc>\n{_HATCH}\n"
        f'<rect width="100%" height="100%" fill="{PAPER}"/>\n{body}\n</svg>\n'
    )


_HATCH = (
    '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="6" height="6" fill="#F3E3C0"/>'
    '<path d="M0 0V6" stroke="#9A6B00" stroke-width="1.4"/></pattern>'
    '<pattern id="outside" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<rect width="5" height="5" fill="#F4F4F4"/><path d="M0 5L5 0" stroke="#B5B5B5" '
    'stroke-width="0.6"/></pattern>'
    '<pattern id="confirmed" width="4" height="4" patternUnits="userSpaceOnUse">'
    '<rect width="4" height="4" fill="#5A5A5A"/><path d="M0 2H4" stroke="#FFFFFF"/></pattern>'
    '<pattern id="clarified" width="4" height="4" patternUnits="userSpaceOnUse">'
    '<rect width="4" height="4" fill="#C9C9C9"/><circle cx="2" cy="2" r="1" fill="#1A1A1A"/>'
    "</pattern></defs>"
)


_IDS = re.compile(r'( id="|="url\(#)')


def inlined(svg: str, name: str) -> str:
    """A drawing to stand in a page beside others: its ids begin with `name`, and are its own."""
    return _IDS.sub(rf"\g<1>{name}-", svg)


_SIZE = re.compile(r'viewBox="0 0 (\d+) (\d+)" width="\d+" height="\d+"')
_FOOTNOTE = 160  # characters in a line of it
_LINE = 14


def with_footnote(svg: str, words: str) -> str:
    """A drawing that `document` made, with words in lines of their own below it."""
    lines = textwrap.wrap(words, _FOOTNOTE)
    size = _SIZE.search(svg)
    if not lines or not size:
        return svg
    width, height = map(int, size.groups())
    higher = height + _LINE * len(lines)
    told = "\n".join(
        text(10, height + _LINE * n, line, size=9, bold=True) for n, line in enumerate(lines)
    )
    head = f'viewBox="0 0 {width} {higher}" width="{width}" height="{higher}"'
    return svg.replace(size[0], head, 1).replace("</svg>", f"{told}\n</svg>")


def linked(parts: Sequence[str], refs: Iterable[int], what: str, *, shown: str = "") -> list[str]:
    """Shapes that lead to the rows behind them, in a page whose rows are named ref-1, ref-2 ...

    `shown` are the words in the shapes, which a spoken name must begin with.
    """
    found = sorted(refs)
    if not found:
        return list(parts)
    words = escape(what)
    start = f'<a href="#ref-{found[0]}" data-rows="{stretches(found)}" data-what="{words}"'
    name = f"{escape(shown)}: {words}" if shown else words
    return [f'{start} aria-label="{name}">', *parts, "</a>"]


def stretches(refs: Iterable[int]) -> str:
    """Numbers folded into stretches: 3, 7, 8 and 9 are "3 7-9"."""
    told = []
    for _, run in groupby(enumerate(sorted(set(refs))), lambda pair: pair[1] - pair[0]):
        stretch = [n for _, n in run]
        told.append(str(stretch[0]) if len(stretch) == 1 else f"{stretch[0]}-{stretch[-1]}")
    return " ".join(told)


def text(
    x: float, y: float, words: str, *, size: float = 11, bold: bool = False, anchor: str = "start",
    fill: str = INK,
) -> str:  # fmt: skip
    """A line of words whose base line is at y."""
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}" '
        f'fill="{fill}"{weight}>{escape(words)}</text>'
    )


def rect(
    x: float, y: float, w: float, h: float, *, fill: str, stroke: str = "none", told: str = ""
) -> str:
    """A box; `told` is what a pointer over it shows."""
    title = f"<title>{escape(told)}</title>" if told else ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" fill="{fill}" '
        f'stroke="{stroke}">{title}</rect>'
    )


def line(
    x1: float, y1: float, x2: float, y2: float, *, stroke: str = "#8A8A8A", width: float = 0.6,
    dash: str = "",
) -> str:  # fmt: skip
    """A straight line."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="{stroke}" '
        f'stroke-width="{width:g}" fill="none"{dashed}/>'
    )


_PATHS = {
    "diamond": "M0 -{r}L{r} 0L0 {r}L-{r} 0Z",
    "circle": "M-{r} 0A{r} {r} 0 1 1 {r} 0A{r} {r} 0 1 1 -{r} 0Z",
    "square": "M-{r} -{r}H{r}V{r}H-{r}Z",
    "triangle": "M0 -{r}L{r} {r}H-{r}Z",
    "cross": "M-{r} -{r}L{r} {r}M-{r} {r}L{r} -{r}",
    "tick": "M0 -{r}V{r}",
}
_LINES = ("cross", "tick")


def mark(shape: str, x: float, y: float, colour: str, *, hollow: bool, told: str = "") -> str:
    """A mark by the name of its shape; a hollow cross or tick is drawn thin."""
    r = 4.4 if shape == "diamond" else 3.4
    path = _PATHS[shape].format(r=f"{r:g}")
    title = f"<title>{escape(told)}</title>" if told else ""
    if shape in _LINES:
        style = f'fill="none" stroke="{colour}" stroke-width="{0.9 if hollow else 1.9}"'
    else:
        fill = PAPER if hollow else colour
        style = f'fill="{fill}" stroke="{colour}" stroke-width="1.1"'
    return f'<path transform="translate({x:.1f} {y:.1f})" d="{path}" {style}>{title}</path>'
