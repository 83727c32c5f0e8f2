"""How wide words are in the shipped font, and how names break into lines. Sizes in points."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib import resources

FONT = "DejaVu Sans Condensed"
_UNSEEN = ("Cc", "Cs", "Zl", "Zp")
_NO_XML = "\ufffe\uffff"  # the only others that no XML file may hold
CUT = "\u2026"  # where words are left out
TIED = "\u00a0"  # a space at which no line is broken
LINE = 1.2  # line height in font sizes


@cache
def _widths() -> tuple[dict[str, int], dict[str, int]]:
    plain: dict[str, int] = {}
    bold: dict[str, int] = {}
    text = resources.files("genogram.placing").joinpath("widths.txt").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        thin, thick, *codes = line.split()
        for code in codes:
            plain[chr(int(code, 16))] = int(thin)
            bold[chr(int(code, 16))] = int(thick) or int(thin)
    return plain, bold


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a line; characters outside the table count as a full square, so never too little."""
    table = _widths()[bold]
    return size / 1000 * sum(_advance(c, table) for c in text)


def _advance(character: str, table: dict[str, int]) -> int:
    if character in table:
        return table[character]
    return 0 if unicodedata.combining(character) else 1000


def in_shipped_font(character: str) -> bool:
    """Whether the shipped font has a character; others come from the computer's own fonts."""
    return character in _widths()[False]


def clean(text: str) -> str:
    """One line of visible text: control characters and line breaks become spaces."""
    visible = "".join(
        " " if unicodedata.category(c) in _UNSEEN or c in _NO_XML else c for c in text
    )
    return " ".join(visible.split())


def wrap(text: str, room: float, size: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """Break at spaces but TIED ones, then inside words; the last line may end in an ellipsis."""
    lines: list[str] = []
    kept = TIED.join(clean(part) for part in text.split(TIED))
    rest = re.findall(r"[^ -]*-+|[^ -]+ ?| ", kept)
    while rest:
        line = rest.pop(0)
        if width(line.rstrip(), size, bold=bold) > room:
            line, tail = _split(line, room, size, bold)
            rest.insert(0, tail)
        else:
            while rest and width(f"{line}{rest[0]}".rstrip(), size, bold=bold) <= room:
                line += rest.pop(0)
        lines.append(line.rstrip())
        if len(lines) == most and rest:
            lines[-1] = _shortened(line.rstrip(" -"), room, size, bold)
            break
    return tuple(line.replace(TIED, " ") for line in lines)


def _split(word: str, room: float, size: float, bold: bool) -> tuple[str, str]:
    at = 1
    while at < len(word) and width(word[: at + 1] + "-", size, bold=bold) <= room:
        at += 1
    return word[:at] + "-", word[at:]


def _shortened(line: str, room: float, size: float, bold: bool) -> str:
    while line and width(line + CUT, size, bold=bold) > room:
        line = line[:-1]
    return line + CUT
