"""Bytes to text: by the byte order mark, else UTF-8, else the code page of UK machines."""

from __future__ import annotations

import codecs
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text, and how many bytes of it had no meaning in the encoding that it seems to be in."""

    text: str
    encoding: str
    unknown: int = 0


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
        text = data.decode("cp1252", errors="replace")
        return Decoded(text=text, encoding="cp1252", unknown=text.count("\ufffd"))


def _without_mark(data: bytes) -> str:
    """UTF-16 without its mark: every second byte of English text is then nought."""
    head = data[:_LOOKED_AT]
    if len(head) < 4 or b"\x00" not in head:
        return ""
    even, odd = head[::2].count(0) * 2 / len(head), head[1::2].count(0) * 2 / len(head)
    if odd > 0.4 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.1 else ""
