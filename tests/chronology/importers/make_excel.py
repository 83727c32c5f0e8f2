"""Write the Excel samples: python -m tests.chronology.importers.make_excel

XlsxWriter writes what Excel writes; what it cannot write is put into the zip by hand.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tests.chronology.importers.told import SAMPLES
from tests.chronology.importers.wordxml import write_zip

HEADING = ("Date", "Event", "Child seen")
SEEN = ("12/03/2021", "Seen at home with mother", "Yes")
_MADE = dt.datetime(2020, 1, 1)
_ROOT = "http://schemas.openxmlformats.org"
_MAIN = f"{_ROOT}/spreadsheetml/2006/main"


def workbook(name: str, fill: Callable[[Workbook], None], **options: bool) -> None:
    """Write a workbook, the same bytes each time."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, **options}) as book:
        book.set_properties({"created": _MADE})
        fill(book)
    with zipfile.ZipFile(made) as package:
        write_zip(SAMPLES / name, {n: package.read(n) for n in package.namelist()})


def rows(sheet: Worksheet, *lines: tuple[object, ...], first: int = 1) -> None:
    """Write rows of cells from row `first` on; blank strings stay blank."""
    for number, line in enumerate(lines, start=first - 1):
        for column, value in enumerate(line):
            if value != "":
                sheet.write(number, column, value)


def patched(name: str, changes: dict[str, Callable[[str], str]], **added: str) -> None:
    """Change parts of a sample by hand, and add others; '__' stands for '/' in a part's name."""
    with zipfile.ZipFile(SAMPLES / name) as package:
        files: dict[str, str | bytes] = {n: package.read(n) for n in package.namelist()}
    for part, change in changes.items():
        before = files[part]
        assert isinstance(before, bytes)
        files[part] = change(before.decode("utf-8"))
        assert files[part] != before.decode("utf-8"), f"{part} of {name} was not changed"
    files |= {part.replace("__", "/") + ".xml": told for part, told in added.items()}
    write_zip(SAMPLES / name, files)


def titles(book: Workbook) -> None:
    """Title and guidance above the heading; an example, totals and an end below it."""
    rows(
        book.add_worksheet("Chronology"),
        ("Single agency chronology",),
        ("Please enter every contact. Do not change the headings.",),
        (),
        ("Name of child:", "Child A"),
        (),
        (" Date:\n(dd/mm/yyyy) ", "Significant event *", "Child seen? (Y/N)", "Unit"),
        ("EXAMPLE", "Home visit, seen in her room", "Y", "North"),
        ("12/03/2021", "Seen at home", "Y", "North"),
        ("13/03/2021", "Telephone call", "N", ""),
        ("Total", "", "2"),
        (),
        ("* See guidance note 4",),
        ("End of chronology",),
    )


def two_rows(book: Workbook) -> None:
    """Groups of headings over headings, with merged cells and without; repeated part-way."""
    sheet = book.add_worksheet("Merged groups")
    form = book.add_format()
    for column in (0, 1):
        sheet.merge_range(0, column, 1, column, HEADING[column], form)
    sheet.merge_range("C1:D1", "Child seen", form)
    sheet.merge_range("E1:F1", "Practitioner", form)
    rows(sheet, ("", "", "Y/N", "Alone Y/N", "Name", "Role"), first=2)
    rows(sheet, ("12/03/2021", "Seen at home", "Y", "N", "A. Nurse", "Health visitor"), first=3)
    rows(
        book.add_worksheet("Open groups"),
        ("When", "", "Contact"),
        ("Date", "Time", "Details", "Location"),
        ("13/03/2021", "09:30", "Call to mother", "Office"),
        ("When", "", "Contact"),
        ("Date", "Time", "Details", "Location"),
        ("14/03/2021", "10:30", "Visit", "Home"),
    )


def bands(book: Workbook) -> None:
    """Months across the sheet above rows that say only day and month."""
    sheet = book.add_worksheet("Chronology")
    rows(sheet, HEADING)
    form = book.add_format()
    sheet.merge_range("A2:C2", "MARCH 2022", form)
    rows(sheet, ("12 March", "Seen at home", "Yes"), ("Fri 18", "Call", "No"), first=3)
    sheet.merge_range("A5:C5", "April 2022", form)
    rows(sheet, ("3rd", "Clinic", "Yes"), HEADING, ("4th", "Letter", ""), first=6)


def merged(book: Workbook) -> None:
    """A date and a place merged down several rows; a cell merged across; a block of both."""
    sheet = book.add_worksheet("Chronology")
    form = book.add_format()
    rows(sheet, (*HEADING, "Location"))
    sheet.merge_range("A2:A4", "12/03/2021", form)
    rows(sheet, ("", "Seen at home", "Yes", ""), ("", "Second visit", "No", "Home"), first=2)
    sheet.merge_range("D4:D5", "Clinic", form)
    rows(sheet, ("", "Weighed", "Yes"), ("13/03/2021", "Call", "No"), first=4)
    sheet.merge_range("A6:B7", "14/03/2021", form)
    rows(sheet, ("", "", "Yes"), ("", "", "No"), first=6)
    sheet.merge_range("A8:A9", "15/03/2021", form)
    sheet.merge_range("B8:B9", "One event over two rows", form)


def hidden(book: Workbook) -> None:
    """Hidden rows, columns and sheets; one hidden so that Excel's menus do not show it."""
    sheet = book.add_worksheet("Chronology")
    rows(sheet, (*HEADING, "Informant"), (*SEEN, "Neighbour"), ("13/03/2021", "Call", "No", ""))
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.set_column("D:E", None, None, {"hidden": True})
    other = book.add_worksheet("Hidden")
    rows(other, HEADING, ("14/03/2021", "Safe address given", "No"))
    other.hide()
    last = book.add_worksheet("Very hidden")
    rows(last, HEADING, ("15/03/2021", "Call from school", "No"))
    last.very_hidden()


def struck(book: Workbook) -> None:
    """Whole cells and parts of cells struck through."""
    sheet = book.add_worksheet("Chronology")
    line = book.add_format({"font_strikeout": True})
    rows(sheet, HEADING, SEEN, ("13/03/2021", "", "Yes"), ("14/03/2021", "", "Yes"))
    sheet.write("B2", "All struck", line)
    sheet.write_rich_string("B3", "Was ", line, "not ", "seen at home")
    sheet.write_rich_string("B4", line, "All struck ", line, "in two runs")
    sheet.write("C4", "No", line)


def comments(book: Workbook) -> None:
    """Notes on cells, one of them beside the table."""
    sheet = book.add_worksheet("Chronology")
    rows(sheet, HEADING, SEEN)
    sheet.write_comment("B2", "Which child?", {"author": "A. Reader"})
    sheet.write_comment("E9", "Note far from the table")


def threaded() -> None:
    """A threaded comment with a reply; its copy for older programs is not told again."""
    workbook("excel-threaded-comments.xlsx", comments)
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    patched(
        "excel-threaded-comments.xlsx",
        {
            "xl/worksheets/_rels/sheet1.xml.rels": lambda told: told.replace(
                "</Relationships>",
                f'<Relationship Id="rId9" Type="{kind}" Target="../threadedComments/'
                'threadedComment1.xml"/></Relationships>',
            )
        },
        xl__threadedComments__threadedComment1=f'<ThreadedComments xmlns="{space}">'
        '<threadedComment ref="B2" personId="{1}" id="{A}"><text>Which child?</text>'
        '</threadedComment><threadedComment ref="B2" personId="{2}" id="{B}" parentId="{A}">'
        "<text>Ruby.</text></threadedComment></ThreadedComments>",
        xl__persons__person=f'<personList xmlns="{space}"><person displayName="A. Reader" '
        'id="{1}"/><person displayName="B. Writer" id="{2}"/></personList>',
    )


def links(book: Workbook) -> None:
    """Links whose words say something else, and links that only say themselves."""
    sheet = book.add_worksheet("Chronology")
    rows(sheet, HEADING, SEEN, ("13/03/2021", "", ""), ("14/03/2021", "", ""))
    sheet.write_url("B2", "https://records.example/visit", None, "See the record")
    sheet.write_url("B3", "https://records.example/letter")
    sheet.write_url("B4", "internal:'Chronology'!A1", None, "Back to the top")


def dates(book: Workbook) -> None:
    """Real dates, numbers without a date format, times, months, and dates without their year."""
    sheet = book.add_worksheet("Chronology")
    day, serial = dt.date(2021, 3, 12), 44267
    lines: tuple[tuple[object, str, str], ...] = (
        (day, "dd/mm/yyyy", "A real date"),
        (day, "[$-809]dd mmmm yyyy;@", "A date in words"),
        (serial, "General", "A number that is a date"),
        (dt.date(2021, 3, 1), "mmm-yy", "A month"),
        (day, "mmm-yy", "A day shown as its month"),
        (dt.date(2021, 1, 1), "yyyy", "A year"),
        (day, "d-mmm", "A day without its year"),
        (day, "dddd", "A day of the week"),
        (dt.datetime(2021, 3, 12, 9, 30), "dd/mm/yyyy hh:mm", "A date with a time"),
        (dt.time(9, 30), "hh:mm", "Only a time"),
        ("12/03/2021", "@", "A date as text"),
        (-5, "dd/mm/yyyy", "Before the calendar begins"),
        (59, "dd/mm/yyyy", "Before the day that never was"),
        (61, "dd/mm/yyyy", "After it"),
    )
    rows(sheet, ("Date", "Event", "Time", "Ref"))
    for number, (value, form, event) in enumerate(lines, start=1):
        write = sheet.write_datetime if isinstance(value, dt.date | dt.time) else sheet.write
        write(number, 0, value, book.add_format({"num_format": form}))
        sheet.write(number, 1, event)
    sheet.write(1, 2, 0.395833333333333, book.add_format({"num_format": "hh:mm"}))
    sheet.write(2, 2, 1.5, book.add_format({"num_format": "[h]:mm"}))
    sheet.write(1, 3, 123, book.add_format({"num_format": "00000"}))
    sheet.write(2, 3, 0.5, book.add_format({"num_format": "0%"}))


def dates_1904(book: Workbook) -> None:
    """Dates counted from 1904, as old Macs do; a number without a format as well."""
    sheet = book.add_worksheet("Chronology")
    rows(sheet, HEADING, ("", "A real date", ""), (42805, "A number", ""))
    sheet.write("A2", dt.date(2021, 3, 12), book.add_format({"num_format": "dd/mm/yyyy"}))


def formulas(book: Workbook) -> None:
    """Formulas with what they came to, without it, and with nothing; errors."""
    sheet = book.add_worksheet("Chronology")
    rows(sheet, (*HEADING, "Location"), *[(f"{n}/03/2021", f"Row {n}") for n in range(12, 17)])
    sheet.write_formula("D2", '=PROPER("home")', None, "Home")
    sheet.write_formula("D3", "=1/0", None, "#DIV/0!")
    sheet.write_formula("D4", '=""', None, "")
    sheet.write_formula("D5", "=Z9", None, "unwritten")
    sheet.write_formula("D6", "=1+1", None, 2)


def sheets(book: Workbook) -> None:
    """Other headings in each sheet, a key, a chart, and a first row far down."""
    rows(book.add_worksheet("2020"), HEADING, ("12/03/2020", "Seen", "Yes"))
    rows(book.add_worksheet("2021"), ("Event", "When"), ("Call", "12/03/2021"), first=7)
    rows(book.add_worksheet("Key"), ("HV", "health visitor"), ("SW", "social worker"))
    book.add_chartsheet("Chart").set_chart(_chart(book))
    book.add_worksheet("Empty")


def _chart(book: Workbook) -> object:
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "='2020'!$A$1:$A$2"})
    return chart


def characters(book: Workbook) -> None:
    """Line ends, characters that print nothing, accents, quotes, and text like a formula."""
    sheet = book.add_worksheet("Chronology")
    rows(sheet, HEADING)
    for number, words in enumerate(
        ("Line one\r\nline two", "Bell\x07 rung", "Tab\tstop", "Zo\u00eb \u2013 \u201cseen\u201d",
         "  spaces kept inside  ", "a_b _x0041_", "1 < 2 & 3", "\U0001f476 emoji"),
        start=1,
    ):  # fmt: skip
        sheet.write_string(number, 0, f"{number + 11}/03/2021")
        sheet.write_string(number, 1, words)
    sheet.write_string(9, 0, "20/03/2021")
    sheet.write_string(9, 1, "=1+1")


def unseen(book: Workbook) -> None:
    """Spaces without width and marks of direction, as a page of the web leaves them."""
    sheet = book.add_worksheet("Chronology")
    rows(sheet, HEADING, ("\u200e12/03/2021\u200b", "\ufeffSeen at\u200b home", "Yes\u200f"))


def box(book: Workbook) -> None:
    """A text box over the sheet."""
    sheet = book.add_worksheet("Chronology")
    rows(sheet, HEADING, SEEN)
    sheet.insert_textbox("E2", "Draft: not yet signed off\nby the author")


def by_hand() -> None:
    """Sheets as other programs write them: strict, prefixed, without addresses, far-off cells."""

    def simple(book: Workbook) -> None:
        rows(book.add_worksheet("Chronology"), HEADING, SEEN)

    for name in ("strict", "prefixed", "without-addresses", "inline", "macros"):
        workbook(f"excel-{name}.{'xlsm' if name == 'macros' else 'xlsx'}", simple)
    sheet, strings = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
    strict = "http://purl.oclc.org/ooxml"
    to_strict = {
        part: lambda told: told.replace(_MAIN, f"{strict}/spreadsheetml/main").replace(
            f"{_ROOT}/officeDocument/2006", f"{strict}/officeDocument"
        )
        for part in ("xl/workbook.xml", sheet, strings, "xl/styles.xml", "_rels/.rels",
                     "xl/_rels/workbook.xml.rels")
    }  # fmt: skip
    patched("excel-strict.xlsx", to_strict)
    patched("excel-prefixed.xlsx", {sheet: _prefixed})
    patched("excel-without-addresses.xlsx", {sheet: lambda told: _bare(told)})
    inline = (
        f'<worksheet xmlns="{_MAIN}"><sheetData><row><c t="inlineStr"><is><t>Date</t></is></c>'
        '<c t="inlineStr"><is><t>Event</t></is></c></row><row r="4"><c r="A4" t="d">'
        '<v>2021-03-12</v></c><c r="B4" t="inlineStr"><is><r><t xml:space="preserve">Was </t></r>'
        "<r><rPr><strike/></rPr><t>not </t></r><r><t>seen</t></r></is></c></row></sheetData>"
        "</worksheet>"
    )
    patched("excel-inline.xlsx", {sheet: lambda told: inline})
    patched("excel-macros.xlsm", {}, xl__vbaProject="")
    with zipfile.ZipFile(SAMPLES / "excel-macros.xlsm") as package:
        files = {n.replace("vbaProject.xml", "vbaProject.bin"): package.read(n)
                 for n in package.namelist()}  # fmt: skip
    write_zip(SAMPLES / "excel-macros.xlsm", dict(files))


def _prefixed(told: str) -> str:
    told = told.replace(f'xmlns="{_MAIN}"', f'xmlns:x="{_MAIN}"')
    for tag in ("worksheet", "dimension", "sheetViews", "sheetView", "sheetFormatPr", "sheetData",
                "row", "c", "v", "pageMargins"):  # fmt: skip
        for mark in (" ", ">", "/"):
            told = told.replace(f"<{tag}{mark}", f"<x:{tag}{mark}")
        told = told.replace(f"</{tag}>", f"</x:{tag}>")
    return told


def _bare(told: str) -> str:
    for address in ("A1", "B1", "C1", "A2", "B2", "C2"):
        told = told.replace(f' r="{address}"', "")
    return told.replace('<row r="1"', "<row").replace('<row r="2"', "<row")


def main() -> None:
    """Write them all."""
    for name, fill in (
        ("titles", titles), ("two-row-headings", two_rows), ("bands", bands), ("merged", merged),
        ("hidden", hidden), ("struck", struck), ("comments", comments), ("links", links),
        ("dates", dates), ("formulas", formulas), ("sheets", sheets), ("characters", characters),
        ("text-box", box), ("unseen", unseen),
    ):  # fmt: skip
        workbook(f"excel-{name}.xlsx", fill)
    workbook("excel-dates-1904.xlsx", dates_1904, date_1904=True)
    patched(
        "excel-formulas.xlsx",
        {"xl/worksheets/sheet1.xml": lambda told: told.replace("<v>unwritten</v>", "").replace(
            '<c r="D5" t="str">', '<c r="D5">')},
    )  # fmt: skip
    threaded()
    by_hand()


if __name__ == "__main__":
    main()
