"""Bytes to text: by the byte order mark, else UTF-8, else a code page of UK machines.

    UTF-8, and bytes that are none among it     files put together from two systems
    Windows-1252                                Excel's "CSV (Comma delimited)"
    IBM 850                                     Excel's "CSV (MS-DOS)"
    Mac Roman                                   Excel's "CSV (Macintosh)"

The three pages differ in the signs beyond plain English letters alone: the one is taken in which
these stand as people write them, "£20" and "Zoë" and not "œ20" and "Zo‰".
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

# UTF-32 begins like UTF-16, and is looked for first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
_LOOKED_AT = 4096
WINDOWS = "cp1252"
OLD_PAGES = {"cp850": "MS-DOS", "mac_roman": "the Macintosh"}
"""Page -> whose letters they are, in words."""
_ELSE_WINDOWS = "else cp1252"
_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
"""A sign beyond plain English letters, in UTF-8."""
_BEYOND_BYTE = re.compile(rb"[\x80-\xff]")
_BEYOND = re.compile(r"[^\x00-\x7f]")
_AS_WRITTEN = re.compile(
    "(?<=[A-Za-z])[\xe0-\xe5\xe7-\xef\xf1\xf3-\xf6\xf8\xfa-\xfd\u0153\u0161\u017e]"
    "|[\xe0-\xe5\xe7-\xef\xf1\xf3-\xf6\xf8\xfa-\xfd](?=[a-z])"
    "|(?<![A-Za-z])[\xc0-\xd6\xd8-\xde\u0152\u0160\u017d](?=[a-z]|[A-Z]{2})"
    "|(?<=[A-Z])[\xc0-\xd6\xd8-\xde](?![a-z])"
    "|(?<![A-Za-z])[\xa3\xa7\xb0-\xb1\xb5-\xb7\xbc-\xbe\xd7\xf7\u2022\u20ac]"
    "|[\xa3\u20ac](?=\\d)|(?<!\\w)[\xa1\xbf](?=\\w)"
    "|[\xa9\xae\xb2\xb3\xb9\u2122](?![a-z])"
    "|(?<=[\\w.,!?;:)])[\u2019\u201d](?!\\w)|\u2019(?=\\w)|(?<!\\w)\u201c|\u2018(?=\\w)"
    "|[\u2013\u2014\u2026\xa0\xa6\xac\xad]"
)
"""A sign beyond plain English letters where people write it: £ and no letter before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text, and how many bytes of it had no meaning in the encoding that it seems to be in."""

    text: str
    encoding: str
    unknown: int = 0
    mixed: int = 0
    """How many signs of a text in UTF-8 are in Windows' letters."""


def decode(data: bytes) -> Decoded:
    """Read bytes as text; every byte becomes some character, and those without meaning are counted.

    Guessing by statistics misreads short files, and these are the encodings of UK agencies.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "") or _without_mark(
        data
    )
    if encoding:
        text = data.decode(encoding, errors="replace")
        return Decoded(text=text, encoding=encoding, unknown=text.count("\ufffd"))
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        return min(_ways(data), key=_oddness)


def _ways(data: bytes) -> Iterator[Decoded]:
    """The ways to read bytes that are not all UTF-8, the likeliest first."""
    if _SEQUENCE.search(data):
        alone = len(_BEYOND_BYTE.findall(_SEQUENCE.sub(b"", data)))
        yield _decoded(data.decode("utf-8", errors=_ELSE_WINDOWS), "utf-8", mixed=alone)
    for page in (WINDOWS, *OLD_PAGES):
        yield _decoded(data.decode(page, errors="replace"), page)


def _decoded(text: str, encoding: str, mixed: int = 0) -> Decoded:
    return Decoded(text=text, encoding=encoding, unknown=text.count("\ufffd"), mixed=mixed)


def _oddness(way: Decoded) -> int:
    """How many signs stand where nobody writes them; those of old machines' letters count twice,
    for few files are written in these."""
    odd = len(_BEYOND.findall(way.text)) - len(_AS_WRITTEN.findall(way.text))
    return 2 * odd if way.encoding in OLD_PAGES else odd


def _else_windows(problem: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8, in Windows' letters."""
    assert isinstance(problem, UnicodeDecodeError)
    wrong = problem.object[problem.start : problem.end]
    return wrong.decode(WINDOWS, errors="replace"), problem.end


codecs.register_error(_ELSE_WINDOWS, _else_windows)


def _without_mark(data: bytes) -> str:
    """UTF-16 without its mark: every second byte of English text is then nought."""
    head = data[:_LOOKED_AT]
    if len(head) < 4 or b"\x00" not in head:
        return ""
    even, odd = head[::2].count(0) * 2 / len(head), head[1::2].count(0) * 2 / len(head)
    if odd > 0.4 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.1 else ""
