"""GEDCOM as lines, and lines as structures: what every version and every program shares.

    line = level [@xref@] tag [value]         1 NAME Ann /Sample/
    CONT    a further line of the value above it        CONC    more of the same line
    @@      in a value one @; from version 7 on only where a value begins with it

A line that is none is kept as a further line of the one above it, with a finding.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from chronology.findings import Finding, Severity

_LINE = re.compile(
    r"[ \t]*(?P<level>\d{1,2})[ \t]+(?:@(?P<xref>[^@\s][^@]*)@[ \t]+)?(?P<tag>\w+)"
    r"(?: (?P<value>.*))?",
    re.DOTALL,
)
_NO_TEXT = frozenset({"DATE", "SEX", "PEDI", "STAT", "NAME", "MARR", "DIV", "BIRT", "DEAT"})
_POINTER = re.compile(r"@([^@#][^@]*)@")
_SEVEN = re.compile(r"[\r\n]\s*1\s+GEDC\s*[\r\n](?:\s*2\s+FORM[^\r\n]*)?\s*2\s+VERS\s+7")
_CHARACTERS = re.compile(rb"[\r\n]\s*1\s+CHAR\s+([^\r\n]+)")
# A letter of several bytes that a program has parted over two lines: put together on the first.
_PARTED = re.compile(rb"([\xc2-\xf4][\x80-\xbf]{0,2})(\r?\n[ \t]*\d+ CONC )([\x80-\xbf]+)")
_HEAD = 4000  # bytes in which a heading says its version and encoding
_CODECS = {
    "ansel": "gedcom",  # ANSEL with the letters that GEDCOM adds, such as ß
    "ibmpc": "cp437",
    "ibm": "cp437",
    "oem": "cp437",
    "msdos": "cp850",
    "ibm dos": "cp850",
    "macintosh": "mac-roman",
}


@dataclass(slots=True, kw_only=True, eq=False)
class Structure:
    """One line with all that stands below it; `line` is its number in the file."""

    level: int
    tag: str
    line: int
    xref: str = ""
    value: str = ""
    below: list[Structure] = field(default_factory=list)

    @property
    def pointer(self) -> str:
        """The record that the value points to, or an empty string."""
        found = _POINTER.fullmatch(self.value.strip())
        return found[1] if found else ""

    def all(self, *tags: str) -> Iterator[Structure]:
        """The structures of these tags directly below."""
        return (s for s in self.below if s.tag in tags)

    def one(self, tag: str) -> Structure | None:
        """The first structure of a tag directly below."""
        return next(self.all(tag), None)

    def text(self, tag: str) -> str:
        """The value of the first structure of a tag directly below, or an empty string."""
        found = self.one(tag)
        return found.value.strip() if found else ""


def is_gedcom(content: bytes) -> bool:
    """Whether a file begins as GEDCOM does, in any encoding; some programs leave out the HEAD."""
    head = content[:200].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")
    return re.match(rb"\s*0\s+(?:HEAD|@[^@]+@\s+INDI)(?:\s|$)", head) is not None


def decode(content: bytes, file: str) -> tuple[str, tuple[Finding, ...]]:
    """The text. What is plainly UTF-8 or UTF-16 is read as that, whatever the heading says."""
    content = _PARTED.sub(rb"\1\3\2", content)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        codec = _codec(content)
        text = content.decode(codec, errors="replace")
        if codec == "gedcom":  # accents of their own, before their letters
            text = unicodedata.normalize("NFC", text)
    if "\ufffd" not in text:
        return text, ()
    lost = text.count("\ufffd")
    return text, (
        Finding(
            code="text-not-decoded",
            severity=Severity.WARNING,
            message=f"{lost} characters could not be read; each stands as \ufffd.",
            remedy="Export the file again as UTF-8.",
            file=file,
        ),
    )


def _codec(content: bytes) -> str:
    """The encoding of text that is not UTF-8: by its first bytes, else by the heading's word."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if content[:200].count(0) > 20:
        return "utf-16-le" if content[1:2] == b"\0" else "utf-16-be"
    said = _CHARACTERS.search(content[:_HEAD])
    name = said[1].decode("ascii", "replace").strip().casefold() if said else ""
    if name == "ansel":
        import ansel  # late: few files are so old

        ansel.register()
    return _CODECS.get(name, "cp1252")


def structures(text: str, file: str) -> tuple[list[Structure], tuple[Finding, ...]]:
    """The records of a file, in its order; every line stands in one of them."""
    seven = _SEVEN.search(text[:_HEAD]) is not None
    records: list[Structure] = []
    above: list[Structure] = []  # the last structure of each level
    findings: list[Finding] = []
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        found = _LINE.fullmatch(line)
        if found is None or not (above or found["level"] == "0"):
            if line.strip():
                findings.append(_odd(line, number, file, _kept(line, above)))
            continue
        level = int(found["level"])
        if level > len(above):
            findings.append(_odd(line, number, file, "was read as belonging to the line above it"))
            level = len(above)
        value = _unescaped(found["value"] or "", seven=seven)
        if found["tag"] in ("CONT", "CONC") and level:
            above[level - 1].value += ("\n" if found["tag"] == "CONT" else "") + value
            continue
        made = Structure(
            level=level, tag=found["tag"], xref=found["xref"] or "", value=value, line=number
        )
        (above[level - 1].below if level else records).append(made)
        del above[level:]
        above.append(made)
    return records, tuple(findings)


def _unescaped(value: str, *, seven: bool) -> str:
    if seven:
        return value[1:] if value.startswith("@@") else value
    return value.replace("@@", "@")


def _kept(line: str, above: list[Structure]) -> str:
    """Keep a line that is none with the words above it, unless these are no running text."""
    if not above or above[-1].pointer or above[-1].tag in _NO_TEXT:
        return "was left out"
    above[-1].value += "\n" + line
    return "was taken as more of the line above it"


def _odd(line: str, number: int, file: str, kept: str) -> Finding:
    return Finding(
        code="gedcom-line-odd",
        severity=Severity.WARNING,
        message=f"This is no line of GEDCOM in its place; it {kept}: '{line.strip()[:60]}'.",
        remedy="Export the file again, or look at what stands there.",
        file=file,
        row=number,
    )
