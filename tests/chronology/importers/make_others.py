"""Write the other samples: python -m tests.chronology.importers.make_others

The .ods and .xls files are Excel samples saved again by LibreOffice, where it is installed; a few
.ods are made by hand for what LibreOffice does not write. locked-old-excel.xls and
refused-locked.ods were saved under the password in LibreOffice itself.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

from tests.chronology.importers.told import PASSWORD, SAMPLES
from tests.chronology.importers.wordxml import write_zip

PLAIN = "Date,Event,Child seen\r\n12/03/2021,Seen at home,Yes\r\n13/03/2021,Call,No\r\n"
_TEXTS: dict[str, bytes] = {
    "text-plain.csv": PLAIN.encode(),
    "text-bom.csv": PLAIN.replace("home", "caf\u00e9").encode("utf-8-sig"),
    "text-utf16.txt": PLAIN.replace(",", "\t").replace("home", "caf\u00e9").encode("utf-16"),
    "text-utf16-no-mark.csv": PLAIN.encode("utf-16-le"),
    "text-unseen.csv": (
        "\u200bDate\u00a0,Time\ufeff,Event,Ch\u00adild seen\n\u200e12/03/2021\u200e,\u200b09:30,"
        "\u202bSeen at\u2060 home\u202c \U0001f469\u200d\U0001f467,Yes\u200b\n"
    ).encode(),
    "text-words-below.csv": (
        b"Date,Type,Worker\n12/03/2021,Visit,AB\n\"Seen at home, well.\",,\n"
        b"Validated by A Bell on 13/03/2021,,\n19/03/2021,Call,AB\nMother rang to cancel.,,\n"
    ),
    "text-windows.csv": PLAIN.replace("home", "caf\u00e9 \u2013 \u201cwell\u201d").encode("cp1252"),
    "text-unknown-bytes.csv": PLAIN.encode().replace(b"home", b"home \x81\x9d caf\xe9"),
    "text-ms-dos.csv": PLAIN.replace("home", "caf\u00e9 (\u00a320) with Zo\u00eb").encode("cp850"),
    "text-mixed.csv": (
        PLAIN.replace("home", "caf\u00e9").encode() + "14/03/2021,Zo\u00eb\r\n".encode("cp1252")
    ),
    "text-garbled.csv": (
        PLAIN.replace("Call", "Wasn\u2019t seen at caf\u00e9").encode().decode("cp1252").encode()
    ),
    "text-of-the-web.csv": (
        PLAIN.replace("Seen at", "<p>Seen&nbsp;at").replace("home", "home</p><ul><li>Ate</li></ul>")
    ).encode(),
    "text-bmi.csv": b"BMI clinic,,\nDate,Event,Worker\n12/03/2021,Weighed,AB\n",
    "text-ruled.txt": (
        b"| Date | Event | Child seen |\n|------|-------|:-----:|\n| 12/03/2021 | Visit | Yes |\n"
    ),
    "text-wrapped.csv": (
        b'"Date,Event,Child seen"\n"12/03/2021,""Call, mother upset"",No"\n'
        b'"13/03/2021,Visit,Yes"\n\n'
    ),
    "text-semicolons.csv": b"sep=;\r\nDate;Event;Child seen\r\n12/03/2021;Seen, at home;Yes\r\n",
    "text-many-commas.txt": (
        b"Date;Event\n12/03/2021;Mother, father, aunt and uncle, seen\n"
        b"13/03/2021;Call, then letter\n14/03/2021;Visit\n"
    ),
    "text-pipes.psv": PLAIN.replace(",", "|").encode(),
    "text-tabs.tsv": PLAIN.replace(",", "\t").encode(),
    "text-preamble.csv": (
        "Report: contacts\r\nRun on 01/04/2021 by a system\r\n\r\n" + PLAIN + "\r\n"
        "Total records: 2\r\nEnd of report\r\n\x1a"
    ).encode(),
    "text-pages.csv": (
        b"Patient: Child A,,\nDate,Event,Worker\n12/03/2021,Seen at home,AB\n"
        b"Page 1 of 2,Printed 14/06/2021,\nOFFICIAL-SENSITIVE,,\nPatient: Child A,,\n"
        b"Date,Event,Worker\n13/03/2021,Call,AB\n3 of 3,,\nKey,,\nAB,A Bell,health visitor\n"
    ),
    "text-side-by-side.csv": (
        b"Date,Police,Housing,Child seen\n12/03/2021,Called to the address,,No\n"
        b"13/03/2021,,Complaint of a noise,\n14/03/2021,Visit with housing,Visit with police,Yes\n"
    ),
    "text-quoted.csv": (
        b'Date,Event,Ref\n12/03/2021,"Line one\nline two, with ""quotes""","=""00123"""\n'
        b"13/03/2021,Call,=\"00124\"\n"
    ),
    "text-quote-never-closed.csv": (
        b'Date,Event\n12/03/2021,Seen\n13/03/2021,"She said hello\n14/03/2021,Call\n'
        b'15/03/2021,"Quoted, well"\n'
    ),
    "text-ragged.csv": b"Date,Event\n12/03/2021,Seen,extra,more\n13/03/2021\n,Only event\n",
    "text-named.xls": PLAIN.encode(),
    "text-nul.csv": PLAIN.encode().replace(b"Call", b"Ca\x00ll"),
}  # fmt: skip
_STYLED = '<td style="text-decoration:line-through">'
_PAGES = {
    "web-named.xls": (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">'
        "<style>td {mso-number-format:General}</style></head><body><table><tr><th>Date</th>"
        '<th>Event</th><th>Child<br>seen</th></tr><tr><td x:num="44267">12/03/2021</td>'
        "<td>Seen at caf\u00e9<br/>with  mother</td><td>Yes</td></tr></table></body></html>"
    ),
    "web-marks.html": (
        "<!DOCTYPE html><title>Export</title><h1>Contacts of <b>Child A</b></h1><p>Run today</p>"
        "<table><caption>Contacts</caption><thead><tr><th>Date<th>Event<th>Child seen</thead>"
        "<tbody>"
        f"<tr>{_STYLED}12/03/2021</td><td>Was <s>not</s> seen</td><td>Yes</td></tr>"
        '<tr style="display:none"><td>13/03/2021</td><td>Hidden</td><td>No</td></tr>'
        '<tr><td>14/03/2021</td><td><a href="https://records.example/1">Letter</a>'
        '<span style="display:none">secret</span></td><td><input type="checkbox" checked></td></tr>'
        "<tr><td>15/03/2021<td>Pick<td><select><option>No<option selected>Yes</select></tr>"
        '<tr><td colspan="3">APRIL 2021</td></tr>'
        '<tr><td rowspan="2">16/04/2021</td><td>One</td><td>Yes</td></tr>'
        "<tr><td>Two <img src='x.png' alt='body map'></td><td>No</td></tr></tbody></table>"
        "<p>End of page</p>"
    ),
    "web-frames.html": (
        "<table><tr><td>Menu</td><td><table><tr><th>Date</th><th>Event</th></tr><tr><td>12/03/2021"
        "</td><td>Weighed<table><tr><td>4 kg</td></tr></table></td></tr></table></td></tr></table>"
    ),
    "web-without-table.html": "<html><body><p>12/03/2021 Seen</p></body></html>",
    "web-cover.htm": '<html><frameset><frame src="book_files/sheet001.htm"></frameset></html>',
}
_REFUSED = {
    "refused-scan.pdf": b"%PDF-1.7 scanned pages",
    "refused-photo.jpg": b"\xff\xd8\xff\xe0 photo",
    "refused-picture.bmp": b"BM\x3a\x00\x00\x00\x00\x00\x00\x00 picture",
    "refused-empty-inside.xlsx": bytes(600),
    "refused-scan.tif": b"II*\x00 scan",
    "refused-letter.rtf": b"{\\rtf1 12/03/2021 Seen}",
    "refused-mail.eml": b"From: a@records.example\r\nSubject: chronology\r\n\r\nSee attached",
    "refused-xml-of-2003.xls": b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    "refused-page-in-one-file.mht": b"MIME-Version: 1.0\nContent-Type: multipart/related;\n\n",
    "refused-bytes.dat": bytes(range(256)),
}
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def opendocument(name: str, *sheets: str, mimetype: str = "spreadsheet", styles: str = "") -> None:
    """Write an .ods of sheets given as XML, as short as it may be."""
    spaces = " ".join(
        f'xmlns:{short}="{_OFFICE}:{long}:1.0"'
        for short, long in (("office", "office"), ("table", "table"), ("text", "text"),
                            ("style", "style"), ("number", "datastyle"))
    )  # fmt: skip
    write_zip(
        SAMPLES / name,
        {
            "mimetype": f"application/vnd.oasis.opendocument.{mimetype}",
            "content.xml": f"<office:document-content {spaces}><office:automatic-styles>{styles}"
            "</office:automatic-styles><office:body><office:spreadsheet>"
            f"{''.join(sheets)}</office:spreadsheet></office:body></office:document-content>",
        },
    )


def words(*texts: str) -> str:
    """Cells of text."""
    cells = (f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in texts)
    return "".join(cells)


def repeated() -> None:
    """Rows and cells that stand for several, and the long blank tail of a real file."""
    seen = f"{words('12/03/2021', 'Seen')}"
    opendocument(
        "open-repeated.ods",
        '<table:table table:name="Chronology">'
        '<table:table-row table:number-rows-repeated="2"><table:table-cell '
        'table:number-columns-repeated="1024"/></table:table-row>'
        f"<table:table-row>{words('Date', 'Event', 'Seen', 'Seen alone')}</table:table-row>"
        f'<table:table-row>{seen}<table:table-cell table:number-columns-repeated="2">'
        "<text:p>Yes</text:p></table:table-cell></table:table-row>"
        f'<table:table-row table:number-rows-repeated="3">{seen}</table:table-row>'
        '<table:table-row table:number-rows-repeated="1048570" table:visibility="collapse">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>',
    )
    opendocument(
        "open-far-cell.ods",
        '<table:table table:name="Chronology"><table:table-row>'
        f"{words('Date', 'Event')}</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048570"/>'
        f"<table:table-row>{words('12/03/2021', 'Seen')}</table:table-row></table:table>",
    )
    opendocument("refused-text.odt", "", mimetype="text")


def converted() -> None:
    """Excel samples saved by LibreOffice as .ods and .xls, and one under a password."""
    office = shutil.which("soffice")
    if office is None:
        return
    names = ("titles", "merged", "hidden", "struck", "comments", "links", "dates", "dates-1904",
             "formulas", "sheets", "characters", "text-box", "bands")  # fmt: skip
    sources = [SAMPLES / f"excel-{name}.xlsx" for name in names]
    for kind, form in (("ods", "calc8"), ("xls", "MS Excel 97")):
        with tempfile.TemporaryDirectory() as made:
            subprocess.run(
                [
                    office,
                    "--headless",
                    "--convert-to",
                    f"{kind}:{form}",
                    "--outdir",
                    made,
                    *sources,
                ],
                check=True,
                capture_output=True,
            )
            for path in Path(made).iterdir():
                kept = path.name.replace("excel-", "open-" if kind == "ods" else "old-")
                shutil.copy(path, SAMPLES / kept)


def old_word() -> None:
    """A .doc, which is refused with what to do; and a page saved as .docx by LibreOffice."""
    office = shutil.which("soffice")
    if office is None:
        return
    for name, kind, form, kept in (
        ("word-plain.docx", "doc", "MS Word 97", "refused-old-word.doc"),
        ("web-marks.html", "docx", "MS Word 2007 XML", "word-from-libreoffice.docx"),
    ):
        with tempfile.TemporaryDirectory() as made:
            source = SAMPLES / name
            reader = ("--infilter=HTML (StarWriter)",) if source.suffix == ".html" else ()
            subprocess.run(
                [office, "--headless", *reader, "--convert-to", f"{kind}:{form}", "--outdir", made,
                 source],
                check=True,
                capture_output=True,
            )  # fmt: skip
            shutil.copy((Path(made) / name).with_suffix(f".{kind}"), SAMPLES / kept)


def numbers() -> None:
    """A document of Apple's Numbers, as far as its parts tell."""
    write_zip(SAMPLES / "refused-apple.numbers", {"Index/Document.iwa": "x"})


def rights_managed() -> None:
    """A protected workbook whose kind of protection is named as Office names rights management."""
    data = (SAMPLES / "locked-excel.xlsx").read_bytes()
    for was, now in (
        ("StrongEncryptionTransform", "DRMEncryptedTransform"),
        ("StrongEncryptionDataSpace", "DRMEncryptedDataSpace"),
    ):
        told = now.encode("utf-16-le")
        data = data.replace(was.encode("utf-16-le"), told + bytes(2 * len(was) - len(told)))
    (SAMPLES / "refused-rights-managed.xlsx").write_bytes(data)


def locked() -> None:
    """A workbook and a document under a password; one locked by Excel's own, which asks nobody."""
    import msoffcrypto

    for name, kept, password in (
        ("excel-struck.xlsx", "locked-excel.xlsx", PASSWORD),
        ("word-plain.docx", "locked-word.docx", PASSWORD),
        ("excel-struck.xlsx", "locked-by-excel.xlsx", "VelvetSweatshop"),
        ("excel-struck.xlsx", "locked-by-nobody-knows.xlsx", "not given"),
    ):
        with (SAMPLES / kept).open("wb") as made:
            msoffcrypto.OfficeFile(io.BytesIO(_in_blocks(SAMPLES / name))).encrypt(password, made)


def _in_blocks(path: Path) -> bytes:
    """A zip with a comment that makes its length what the encryption of the tests can take."""
    made = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(made, "a") as package:
        package.comment = b"x" * (4096 - len(made.getvalue()) % 16)
    return made.getvalue()


def main() -> None:
    """Write them all."""
    for name, content in (_TEXTS | _REFUSED).items():
        (SAMPLES / name).write_bytes(content)
    for name, page in _PAGES.items():
        (SAMPLES / name).write_text(page, encoding="utf-8", newline="\n")
    repeated()
    converted()
    old_word()
    locked()
    rights_managed()
    numbers()


if __name__ == "__main__":
    main()
