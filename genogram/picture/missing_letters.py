"""Letters that no font at hand has: Graphviz draws each as a box with its number in it.

    "தமிழ்" -> Tamil          where neither the shipped font nor the computer's own have it

Every letter that the shipped font lacks is drawn once, on a sheet of its own, and read back.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from genogram.picture.marks import Picture, Words
from genogram.picture.rendering import graphviz_draws
from genogram.placing.lettering import FONT, clean, in_shipped_font

_KIND = re.compile(
    r"(.+?)(?: SMALL| CAPITAL| VOWEL| UNIFIED)?"
    r" (?:LETTER|SYLLABLE|CHARACTER|SIGN|IDEOGRAPH|DIGIT)\b.*"
)


def boxed(picture: Picture) -> tuple[str, ...]:
    """The scripts, in alphabetical order, of which letters stand as boxes in a picture."""
    told = (mark.text for mark in picture.marks if isinstance(mark, Words))
    return tuple(sorted({_script(c) for c in _foreign(told) if _is_box(c)}))


def _foreign(texts: Iterable[str]) -> list[str]:
    return sorted({c for text in texts for c in clean(text) if not in_shipped_font(c)})


def _script(character: str) -> str:
    """What a letter's script is called, such as Tamil; for one without a name its number."""
    named = _KIND.fullmatch(unicodedata.name(character, ""))
    return named[1].title().replace("Cjk", "Chinese") if named else f"U+{ord(character):04X}"


@cache
def _is_box(character: str) -> bool:
    from pypdf import PdfReader

    node = f'"{character}" [shape=plaintext, fontname="{FONT}", pos="40,40"]'
    drawn = PdfReader(io.BytesIO(graphviz_draws(f'graph {{ bb="0,0,80,80"; {node} }}', "pdf")))
    read = "".join(drawn.pages[0].extract_text().split())
    return read.lstrip("0") == f"{ord(character):X}"
