"""The workbook as a panel reads and prints it."""

import datetime as dt
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from chronology.exporters import write
from chronology.exporters.lettering import across
from chronology.findings import Finding, Severity
from chronology.merge import merge
from chronology.model import Case, Child, Declared

CASE = Case(
    children=(
        Child(label="Theo", subject=True, born=dt.date(2020, 1, 1)),
        Child(label="Ruby", born=dt.date(2018, 1, 1)),
    ),
    declared=(Declared(file="hv.csv", agency="Health visiting", record_of="child"),),
)
LONG = "She told me about the week. " * 400


def workbook(folder: Path) -> Path:
    (folder / "hv.csv").write_text(
        "Date,Summary of contact,Child seen Y/N,Voice of the child,Site\n"
        '14/03/2022,Home visit.,Yes (asleep),"Ruby: ""go away""",North\n'
        f"Easter 2022,{LONG},,,South\n",
        encoding="utf-8",
    )
    write(merge([folder / "hv.csv"], CASE), folder / "out.xlsx")
    return folder / "out.xlsx"


def sheet(path: Path) -> Worksheet:
    return openpyxl.load_workbook(path)["Chronology"]


def column(path: Path, heading: str) -> list[object]:
    rows = list(sheet(path).iter_rows(values_only=True))
    at = rows[0].index(heading)
    return [row[at] for row in rows[1:]]


def test_the_paper_shows_one_column_for_each_child_and_the_words_behind_it(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    assert column(path, "Theo")[0] == "Seen (asleep, stated)"
    assert column(path, "Ruby")[0] == "Not recorded\nViews: recorded (stated)"
    behind = str(column(path, "Words behind seen and views")[0])
    assert behind == 'Child seen: Yes (asleep)\nViews: Ruby: "go away"'


def test_what_is_printed_ends_with_the_place_of_the_row(tmp_path: Path) -> None:
    page = sheet(workbook(tmp_path))
    last = re.search(r"\$([A-Z]+)\$\d+'?$", page.print_area)
    assert last
    assert page[f"{last[1]}1"].value == "File, sheet, row"
    assert page["Z1"].value is not None
    assert (page.page_setup.orientation, page.print_title_rows) == ("landscape", "$1:$1")


def test_the_date_as_sent_stands_beside_a_reading_that_needed_a_rule(tmp_path: Path) -> None:
    first, second, *_ = column(workbook(tmp_path), "File, sheet, row")
    assert first == "hv.csv, row 2"
    assert str(second).endswith("Date as sent: Easter 2022")


def test_a_long_entry_goes_on_in_further_rows_that_say_whose_they_are(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    assert "".join(str(words) for words in column(path, "Event")[1:]) == LONG.strip()
    assert len(column(path, "Ref")) > 2
    assert set(column(path, "Ref")[1:]) == {2}
    assert set(column(path, "Agency")) == {"Health visiting"}


def test_rows_are_as_tall_as_their_words_and_may_still_grow(tmp_path: Path) -> None:
    with zipfile.ZipFile(workbook(tmp_path)) as package:
        xml = package.read("xl/worksheets/sheet1.xml").decode()
    heights = [float(h) for h in re.findall(r'<row [^>]*ht="([\d.]+)"', xml)]
    assert max(heights) > 300
    assert "customHeight" not in xml.partition("<sheetData>")[2]


def test_the_first_workbook_of_a_run_is_the_same_bytes_as_the_next(tmp_path: Path) -> None:
    make = (
        "import sys; from pathlib import Path\n"
        "from chronology.exporters.books.sheets import new_book\n"
        "for name in sys.argv[1:]:\n"
        "    book = new_book(Path(name), 'Title'); book.add_worksheet(); book.close()\n"
    )
    one, two = tmp_path / "one.xlsx", tmp_path / "two.xlsx"
    subprocess.run([sys.executable, "-c", make, one, two], check=True)
    assert one.read_bytes() == two.read_bytes()


def printed_heads(path: Path) -> list[object]:
    page = sheet(path)
    last = re.search(r"\$([A-Z]+)\$\d+'?$", page.print_area)
    assert last
    return [c.value for c in page[f"A1:{last[1]}1"][0]]


def test_the_words_behind_say_which_column_of_a_child_they_stand_in(tmp_path: Path) -> None:
    sent = tmp_path / "hv.csv"
    sent.write_text(
        "Date,Event,Kit: seen,Kit: seen alone,Kit: views\n1/3/2021,Visit,Yes,No,Not sought\n",
        "utf-8",
    )
    out = tmp_path / "out.xlsx"
    write(merge([sent], Case(children=(Child(label="Kit", subject=True),))), out)
    assert str(column(out, "Words behind seen and views")[0]).splitlines() == [
        "Child seen, Kit: Yes",
        "Alone, Kit: No",
        "Views, Kit: Not sought",
    ]


def test_the_words_behind_are_wide_enough_to_be_read_on_paper(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    at = printed_heads(path).index("Words behind seen and views")
    letter = sheet(path).cell(1, at + 1).column_letter
    assert sheet(path).column_dimensions[letter].width >= 12


def test_a_column_that_no_agency_fills_takes_no_room_on_paper(tmp_path: Path) -> None:
    heads = printed_heads(workbook(tmp_path))
    assert "Comment" not in heads
    assert "Comment" in [c.value for c in sheet(tmp_path / "out.xlsx")[1]]


def test_no_word_of_an_action_is_broken(tmp_path: Path) -> None:
    (tmp_path / "hv.csv").write_text(
        "Date,Summary of contact,Action\n14/03/2022,Home visit.,INTERVIEW\n", encoding="utf-8"
    )
    children = tuple(Child(label=f"Child {n}", subject=True) for n in range(5))
    case = Case(children=children, declared=CASE.declared)
    write(merge([tmp_path / "hv.csv"], case), tmp_path / "out.xlsx")
    page = sheet(tmp_path / "out.xlsx")
    at = next(c for c in page[1] if c.value == "Action")
    assert page.column_dimensions[at.column_letter].width * 5.25 > across("INTERVIEW")


def test_a_finding_longer_than_a_cell_goes_on_in_the_row_below(tmp_path: Path) -> None:
    told = "every move of a long case; " * 1_500
    finding = Finding(code="moves", severity=Severity.NOTE, message=told, remedy="See each.")
    (tmp_path / "hv.csv").write_text("Date,Event\n14/03/2022,Visit.\n", encoding="utf-8")
    woven = replace(merge([tmp_path / "hv.csv"], CASE), findings=(finding,))
    write(woven, tmp_path / "out.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "out.xlsx")["Findings"].values)[1:]
    assert len(rows) == 2
    assert "".join(str(row[2]) for row in rows) == told
    assert [row[0] for row in rows] == ["note", None]


def test_what_is_found_alike_in_several_rows_stands_once_with_all_its_rows_and_cells(
    tmp_path: Path,
) -> None:
    lines = "".join(f"{n:02}/03/2022,Visit.,Y/N\n" for n in range(1, 25))
    (tmp_path / "hv.csv").write_text(f"Date,Event,Child seen\n{lines}", encoding="utf-8")
    woven = merge([tmp_path / "hv.csv"], CASE)
    write(woven, tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")["Findings"]
    heads, *rows = [list(row) for row in book.values]
    told = [dict(zip(heads, row, strict=True)) for row in rows]
    (alike,) = [row for row in told if row["Code"] == "seen-unclear"]
    assert alike["Times"] == 24
    assert alike["Row"] == ", ".join(str(n) for n in range(2, 26))
    assert alike["Cell"] == ", ".join(f"C{n}" for n in range(2, 26))
    assert sum(row["Times"] for row in told) == len(woven.findings)
