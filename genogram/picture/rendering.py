"""From marks to files: Graphviz source with everything pinned, drawn by the Graphviz inside the
pygraphviz wheel, so that nothing is installed beside pip.

Each symbol is a node, each line an edge with its own path, each line of words a node of its own.
"""

from __future__ import annotations

import contextlib
import io
import itertools
import math
import os
import re
import struct
import sys
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from chronology.findings import CaseweaveError
from genogram.picture.marks import Outline, Picture, Stretch, Words
from genogram.placing.layout_parts import Point
from genogram.placing.lettering import FONT, clean, width
from genogram.symbols import Shape, Stroke

if TYPE_CHECKING:
    from graphviz import Graph

SUFFIXES = (".svg", ".png", ".pdf", ".dot")
_DPI = 300
_LARGEST, _FEWEST = 30_000, 100  # dots of a side, and an inch, of a picture
_MARGIN = 0.39  # of a page, inches
_PAPER = {"a4": (11.69, 8.27), "a3": (16.54, 11.69), "a2": (23.39, 16.54)}  # landscape, inches
SMALLEST_PRINT = 6.0  # points; a larger page is used before print gets smaller
_LONGEST = 3 * 200  # control points of one line: Graphviz reads 16,384 letters between quotes
_JOINT = 3.0  # of a broken line, from an end or corner, that is whole
_TIP = 2000  # letters
_RADIUS = 6.0  # of the corners of a ring
_TALL = 1.3  # of a line's box, in font sizes; a little more than the font itself
_STROKE = {Stroke.PLAIN: "solid", Stroke.DASHED: "dashed", Stroke.DOTTED: "dotted"}
_SHAPE = {
    Shape.SQUARE: "square",
    Shape.CIRCLE: "circle",
    Shape.DIAMOND: "diamond",
    Shape.TRIANGLE: "triangle",
    Shape.DOT: "circle",
}


def check_suffix(path: Path) -> None:
    """Raise CaseweaveError unless a genogram can be written under that suffix."""
    suffix = path.suffix.casefold()
    if suffix not in SUFFIXES:
        raise CaseweaveError(
            f"A genogram cannot be written as '{suffix or path.name}'.",
            f"Use one of {', '.join(SUFFIXES)} or .json.",
        )


def render(picture: Picture, path: Path) -> None:
    """Write the picture; raises CaseweaveError for a suffix that is not known."""
    check_suffix(path)
    suffix = path.suffix.casefold()
    if suffix == ".pdf":
        render_pages([picture], path)
        return
    dpi = _dots(picture) if suffix == ".png" else 72
    source = dot_source(picture, dpi=dpi)
    made = source.encode() if suffix == ".dot" else graphviz_draws(source, suffix[1:])
    if suffix == ".png":
        made = _with_size(made, dpi)
    if suffix == ".svg":
        made = _spoken(made.decode("utf-8"), picture).encode()
    path.write_bytes(made)


def _dots(picture: Picture) -> int:
    """Dots an inch of a picture: fewer where it would be too large; raises CaseweaveError."""
    side = max(page(picture))
    dots = min(_DPI, int(_LARGEST / side))
    if dots < _FEWEST:
        raise CaseweaveError(
            f"The drawing would be {side * 0.0254:.0f} metres wide, too large for a picture.",
            "Use --pages with a .pdf, or draw a part with --around; a .svg can be of any size.",
        )
    return dots


def _with_size(png: bytes, dots: int) -> bytes:
    """Say in a PNG how large it is on paper (its chunk pHYs), or Word takes it for a poster."""
    head = 8 + 12 + 13  # signature, and the chunk that must come first
    chunk = b"pHYs" + struct.pack(">IIB", *2 * (round(dots / 0.0254),), 1)
    told = struct.pack(">I", 9) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return png[:head] + told + png[head:]


def render_pages(pictures: Sequence[Picture], path: Path, *, paper: str = "") -> None:
    """Write pictures as one PDF, a sheet each; without `paper` each on what serves it."""
    from pypdf import PageObject, PdfReader, PdfWriter, Transformation

    writer = PdfWriter()
    for picture in pictures:
        size = inside(paper) if paper else page(picture)
        made = graphviz_draws(dot_source(picture, size=size), "pdf")
        drawn = PdfReader(io.BytesIO(made)).pages[0]
        wide, tall = (72 * (side + 2 * _MARGIN) for side in size)
        sheet = PageObject.create_blank_page(width=wide, height=tall)
        aside = (wide - float(drawn.mediabox.width)) / 2
        below = tall - 72 * _MARGIN - float(drawn.mediabox.height)
        sheet.merge_transformed_page(drawn, Transformation().translate(aside, below))
        writer.add_page(sheet)
        writer.add_outline_item(title=picture.title, page_number=len(writer.pages) - 1)
    writer.add_metadata({"/Title": pictures[0].title, "/Producer": "caseweave"})
    into = io.BytesIO()
    writer.write(into)
    path.write_bytes(into.getvalue())


def dot_source(picture: Picture, *, dpi: int = 72, size: tuple[float, float] | None = None) -> str:
    """The picture as Graphviz source in which nothing is left to Graphviz to place.

    `size` is the most it may take, in inches; without it, the smallest page that serves.
    """
    from graphviz import Graph

    left, top, right, bottom = picture.box
    wide, tall = size or page(picture)
    graph = Graph("genogram")
    graph.attr(
        "graph",
        bb=f"0,0,{right - left:.2f},{bottom - top:.2f}",
        outputorder="edgesfirst",
        bgcolor="white",
        size=f"{wide},{tall}",
        dpi=str(dpi),
        pad="0.1",
        margin="0",
        fontname=FONT,
    )
    graph.attr("node", fontname=FONT, fixedsize="true", label="", margin="0")
    graph.node("corner", shape="point", style="invis", width="0.01", pos="0,0")
    far = f"{right - left:.2f},{bottom - top:.2f}"
    graph.node("far", shape="point", style="invis", width="0.01", pos=far)
    here = _Paper(left, bottom)
    for n, mark in enumerate(picture.marks):
        if isinstance(mark, Stretch):
            _stretch(graph, mark, n, here)
        elif isinstance(mark, Outline):
            _outline(graph, mark, n, here)
        elif clean(mark.text):  # a label of nothing but its line's end can end the process
            _words(graph, mark, n, here)
    return str(graph.source)


def page(picture: Picture) -> tuple[float, float]:
    """The smallest landscape page, in inches, on which print stays at 6 points or more."""
    left, top, right, bottom = picture.box
    for paper in _PAPER:
        if print_points(picture, paper) >= SMALLEST_PRINT:
            return inside(paper)
    scale = SMALLEST_PRINT / picture.font
    return round((right - left) * scale / 72, 2), round((bottom - top) * scale / 72, 2)


def inside(paper: str) -> tuple[float, float]:
    """The room between the margins of a paper across, in inches."""
    wide, tall = _PAPER[paper]
    return round(wide - 2 * _MARGIN, 2), round(tall - 2 * _MARGIN, 2)


def print_points(picture: Picture, paper: str) -> float:
    """How large names are printed on a paper across, in points."""
    left, top, right, bottom = picture.box
    wide, tall = inside(paper)
    scale = min(1.0, wide * 72 / (right - left), tall * 72 / (bottom - top))
    return picture.font * scale


class _Paper:
    """Graphviz counts y upwards."""

    def __init__(self, left: float, bottom: float) -> None:
        self.left = left
        self.bottom = bottom

    def at(self, point: Point) -> str:
        """A point as Graphviz writes it."""
        return f"{point[0] - self.left:.2f},{self.bottom - point[1]:.2f}"


def _outline(graph: Graph, mark: Outline, n: int, here: _Paper) -> None:
    if mark.shape is Shape.CROSS:
        r = mark.size / 2
        for i, sign in enumerate((1, -1)):
            ends = ((mark.x - r, mark.y - sign * r), (mark.x + r, mark.y + sign * r))
            name = mark.id if i == 0 else ""
            _stretch(graph, Stretch(points=ends, weight=1.6, id=name), f"{n}.{i}", here)
        return
    graph.node(
        f"s{n}",
        label=_plain(mark.inside),
        shape=_SHAPE[mark.shape],
        pos=here.at((mark.x, mark.y)),
        width=f"{mark.size / 72:.4f}",
        height=f"{mark.size / 72:.4f}",
        fontsize=f"{mark.size * 0.4:.1f}",
        penwidth="2.2" if mark.heavy else "1.3",
        **({"style": "filled", "fillcolor": "black"} if mark.shape is Shape.DOT else {}),
        id=_name(mark.id),
        tooltip=_plain(mark.tip[:_TIP]) or " ",
    )


def _words(graph: Graph, mark: Words, n: int, here: _Paper) -> None:
    wide = width(mark.text, mark.size, bold=mark.bold) + (5 if mark.boxed else 2)
    shift = {"start": wide / 2, "middle": 0.0, "end": -wide / 2}[mark.anchor]
    graph.node(
        f"t{n}",
        label=_plain(mark.text) + {"start": "\\l", "middle": "", "end": "\\r"}[mark.anchor],
        shape="box",
        pos=here.at((mark.x + shift, mark.y)),
        width=f"{wide / 72:.4f}",
        height=f"{mark.size * _TALL / 72:.4f}",
        style="filled",
        penwidth="0",
        fillcolor="white" if mark.boxed else "transparent",
        fontsize=f"{mark.size:.2f}",
        fontname=f"{FONT} Bold" if mark.bold else FONT,
        id=_name(mark.id),
    )


def _stretch(graph: Graph, mark: Stretch, n: int | str, here: _Paper) -> None:
    """A line, in parts where it has more points than Graphviz reads of one."""
    path = list(_rounded(mark.points) if mark.ring else _straight(mark.points))
    name = _name(mark.id) or f"line-{n}"
    for start in range(0, max(1, len(path) - 1), _LONGEST):
        graph.edge(
            "corner",
            "corner",
            pos=" ".join(here.at(p) for p in path[start : start + _LONGEST + 1]),
            style=_STROKE[mark.stroke],
            penwidth=f"{mark.weight}",
            color=mark.colour,
            id=f"{name}-from-{start}" if start else name,
        )

    if mark.stroke is not Stroke.PLAIN and not mark.ring:
        for k, joint in enumerate(_joints(mark.points)):
            graph.edge(
                "corner",
                "corner",
                pos=" ".join(here.at(p) for p in _straight(joint)),
                penwidth=f"{mark.weight}",
                color=mark.colour,
                id=f"joint-{n}-{k}",
            )


def _joints(points: tuple[Point, ...]) -> Iterator[tuple[Point, ...]]:
    """The ends, corners and bridges of a broken line, which are drawn whole.

    Where its gaps fell there, a line would end short of what it joins.
    """
    joint = [points[0]]
    for a, b in itertools.pairwise(points):
        if math.dist(a, b) > 2 * _JOINT:
            yield (*joint, _towards(a, b, _JOINT))
            joint = [_towards(b, a, _JOINT)]
        joint.append(b)
    yield tuple(joint)


def _straight(points: tuple[Point, ...]) -> Iterator[Point]:
    """A polyline as the control points of Bezier curves that happen to be straight."""
    yield points[0]
    for a, b in itertools.pairwise(points):
        yield from (a, b, b)


def _rounded(ring: tuple[Point, ...]) -> Iterator[Point]:
    corners = list(zip([ring[-1], *ring[:-1]], ring, [*ring[1:], ring[0]], strict=True))
    starts = [(_towards(b, a, _RADIUS), b, _towards(b, c, _RADIUS)) for a, b, c in corners]
    first = starts[0][0]
    yield first
    here = first
    for before, corner, after in [*starts, (first, first, first)]:
        yield from (here, before, before)
        yield from (corner, corner, after) if corner is not first else (first, first, first)
        here = after


def _towards(a: Point, b: Point, radius: float) -> Point:
    far = max(abs(a[0] - b[0]), abs(a[1] - b[1]), 0.01)
    part = min(radius, far / 2) / far
    return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)


def _plain(text: str) -> str:
    """Text that stays text, whatever stands in it."""
    from graphviz import escape as escaped
    from graphviz import nohtml

    return str(nohtml(escaped(clean(text))))


def _name(text: str) -> str:
    """An id, in which Graphviz would read a backslash as a command."""
    from graphviz import escape as escaped

    return str(escaped(clean(text)))


def graphviz_draws(source: str, kind: str) -> bytes:
    """Draw with our own font only, so that every machine draws the same."""
    _use_font()
    with _silence():
        import pygraphviz

        graph = pygraphviz.AGraph(string=source)
        made = bytes(graph.draw(format=kind, prog="nop2"))
    # The only bytes that would differ from one run to the next.
    return re.sub(rb"/CreationDate \(D:\d{14}", b"/CreationDate (D:20000101000000", made)


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Graphviz and fontconfig speak of fonts on the error stream; nobody can act on that."""
    sys.stderr.flush()
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


@cache
def _use_font() -> tempfile.TemporaryDirectory[str]:
    """Point fontconfig at the shipped font; the machine's own fonts serve other scripts.

    One folder for as long as the process lives, never looked at again (rescan 0): fonts that
    are read anew while drawings hold on to them have ended the process.
    """
    folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    fonts = resources.files("chronology").joinpath("fonts")
    config = Path(folder.name) / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{escape(str(fonts))}</dir>"
        "<dir>/usr/share/fonts</dir><dir>WINDOWSFONTDIR</dir><dir>/Library/Fonts</dir>"
        f"<cachedir>{escape(str(Path(folder.name) / 'cache'))}</cachedir>"
        "<config><rescan><int>0</int></rescan></config></fontconfig>",
        encoding="utf-8",
    )
    os.environ["FONTCONFIG_FILE"] = str(config)
    return folder


def _spoken(svg: str, picture: Picture) -> str:
    """Give the SVG a title and a description, and drop what only a printer would read."""
    start = svg.index("<svg")
    end = svg.index(">", start)
    head = svg[start:end] + ' role="img" aria-labelledby="genogram-title genogram-description"'
    told = "\n".join(clean(line) for line in picture.description.split("\n"))
    words = (
        f'<title id="genogram-title">{escape(clean(picture.title))}</title>'
        f'<desc id="genogram-description">{escape(told)}</desc>'
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}>\n{words}{_fonts(svg[end + 1 :])}'


def _fonts(svg: str) -> str:
    """Fonts as readers of SVG look for them: family, weight and width, and others to fall to."""
    family = f'font-family="{FONT}, DejaVu Sans, Arial, Helvetica, sans-serif"'
    plain = f'{family} font-stretch="condensed"'
    bold = f'{plain} font-weight="bold"'
    return svg.replace(f'font-family="{FONT} Bold"', bold).replace(f'font-family="{FONT}"', plain)
