"""Word-shaped XML, by hand: what Word writes is more than its libraries can make."""

from __future__ import annotations

import zipfile
from pathlib import Path

_ROOT = "http://schemas.openxmlformats.org"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMES = (
    f'xmlns:w="{_ROOT}/wordprocessingml/2006/main" '
    f'xmlns:r="{_ROOT}/officeDocument/2006/relationships" '
    f'xmlns:mc="{_ROOT}/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    f'xmlns:a="{_ROOT}/drawingml/2006/main"'
)
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def run(text: str, form: str = "") -> str:
    """A run of text with its formatting, such as '<w:strike/>'."""
    properties = f"<w:rPr>{form}</w:rPr>" if form else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    """A paragraph of runs; bare words are a run of their own."""
    return f"<w:p>{''.join(r if r.startswith('<') else run(r) for r in runs)}</w:p>"


def cell(*content: str, form: str = "") -> str:
    """A cell of paragraphs or tables; bare words are a paragraph of their own."""
    blocks = (c if c.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else paragraph(c) for c in content)
    properties = f"<w:tcPr>{form}</w:tcPr>" if form else ""
    return f"<w:tc>{properties}{''.join(blocks)}</w:tc>"


def row(*cells: str, form: str = "") -> str:
    """A row of cells; bare words are a cell of their own."""
    properties = f"<w:trPr>{form}</w:trPr>" if form else ""
    inside = (c if c.startswith(("<w:tc>", "<w:sdt>")) else cell(c) for c in cells)
    return f"<w:tr>{properties}{''.join(inside)}</w:tr>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def document(path: Path, *body: str, strict: bool = False, **parts: str) -> None:
    """Write a .docx of blocks; `parts` are comments, footnotes, styles, header1 ... by name."""
    rels = "".join(
        f'<Relationship Id="{name}" Type="{_ROOT}/officeDocument/2006/relationships/'
        f'{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in parts
        if not parts[name].startswith("http")
    ) + "".join(
        f'<Relationship Id="{name}" Type="{_ROOT}/officeDocument/2006/relationships/hyperlink" '
        f'Target="{address}" TargetMode="External"/>'
        for name, address in parts.items()
        if address.startswith("http")
    )
    main = f"<w:document {NAMES}><w:body>{''.join(body)}</w:body></w:document>"
    kinds = {"document": "document.main"} | {
        name: name.rstrip("0123456789") for name in parts if not parts[name].startswith("http")
    }
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_ROOT}/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>'
            for name, kind in kinds.items()
        )
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_ROOT}/package/2006/relationships"><Relationship '
        f'Id="r1" Type="{_ROOT}/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_ROOT}/package/2006/'
        f'relationships">{rels}</Relationships>',
        "word/document.xml": main,
    } | {f"word/{n}.xml": told for n, told in parts.items() if not told.startswith("http")}
    if strict:
        files = {
            n: t.replace(f"{_ROOT}/wordprocessingml/2006/main", STRICT) for n, t in files.items()
        }
    write_zip(path, files)


def part(name: str, *content: str) -> str:
    """A part of its own, such as comments or footnotes."""
    return f"<w:{name} {NAMES}>{''.join(content)}</w:{name}>"


def write_zip(path: Path, files: dict[str, str | bytes]) -> None:
    """A zip with the same bytes each time it is written."""
    with zipfile.ZipFile(path, "w") as package:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content)
