"""Make the files of the example cases from the words in sources/: python examples/make.py

A source is lines of words. `## name` begins a sheet; the first plain line of a sheet is its
headings, cells part at |, and lines that begin with % say how the sheet looks:

    % title   words                     a row above the headings (empty: a blank row)
    % hide    heading                   that column is hidden
    % strike  date                      the row of that date is struck out
    % comment date | heading | words    a comment on a cell of the row of that date

2023-05-20 becomes a real date and 16:30 a real time; anything else stays as it is typed.
The same sources give the same bytes. A source that ends in .txt holds fragments instead, from which
fragments.py composes the rows.
"""

from __future__ import annotations

import csv
import datetime as dt
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import fragments
import xlsxwriter

HERE = Path(__file__).parent
CSV = {"police", "hospital", "housing"}  # agencies that send .csv; the others send .xlsx
WIDE = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: what stands above the headings, the rows, and how it looks."""

    name: str
    titles: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    comments: list[tuple[str, str, str]] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


def read(source: Path) -> list[Sheet]:
    """The sheets of one source file."""
    sheets: list[Sheet] = []
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            sheets.append(Sheet(name=line[3:]))
        elif line.startswith("% "):
            _look(sheets[-1], *line[2:].partition(" ")[::2])
        elif line:
            sheets[-1].rows.append(line.split("|"))
    return sheets


def _look(sheet: Sheet, word: str, said: str) -> None:
    if word == "comment":
        date, heading, words = (part.strip() for part in said.split("|"))
        sheet.comments.append((date, heading, words))
    else:
        {"title": sheet.titles, "hide": sheet.hidden, "strike": sheet.struck}[word].append(said)


def write_workbook(sheets: list[Sheet], path: Path) -> None:
    """An agency's workbook."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    book.set_properties({"created": dt.datetime(2024, 12, 2)})
    for sheet in sheets:
        _write_sheet(book, sheet)
    book.close()


def _write_sheet(book: xlsxwriter.Workbook, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.name)
    title, head = book.add_format({"bold": True}), book.add_format({"bold": True, "border": 1})
    for number, words in enumerate(sheet.titles):
        page.write(number, 0, words, title)
    first, headings = len(sheet.titles), sheet.rows[0]
    for column, heading in enumerate(headings):
        page.set_column(column, column, WIDE, None, {"hidden": heading in sheet.hidden})
    for number, row in enumerate(sheet.rows, start=first):
        struck = row[0] in sheet.struck
        for column, words in enumerate(row):
            form = {"text_wrap": True, "valign": "top", "font_strikeout": struck}
            if number == first:
                page.write_string(number, column, words, head)
            elif words:
                _write_cell(book, page, (number, column), words, form)
        for _, heading, words in (c for c in sheet.comments if c[0] == row[0]):
            page.write_comment(number, headings.index(heading), words, {"author": "RM"})


def _write_cell(
    book: xlsxwriter.Workbook,
    page: xlsxwriter.workbook.Worksheet,
    at: tuple[int, int],
    words: str,
    form: dict[str, object],
) -> None:
    for pattern, shown in (("%Y-%m-%d", "dd/mm/yyyy"), ("%H:%M", "hh:mm")):
        try:
            value = dt.datetime.strptime(words, pattern)
        except ValueError:
            continue
        value = value if pattern[1] == "Y" else value.time()
        page.write_datetime(*at, value, book.add_format(form | {"num_format": shown}))
        return
    page.write_string(*at, words, book.add_format(form))


def write_csv(sheets: list[Sheet], path: Path) -> None:
    """An agency's export: a byte order mark and Windows line ends, as Excel saves it."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        for sheet in sheets:
            csv.writer(file).writerows([*([t] for t in sheet.titles), *sheet.rows])


def composed(source: Path, rules: Path) -> list[Sheet]:
    """The sheets of a file of fragments: one, or one for each year."""
    agency = fragments.read(source)
    lines = rules.read_text(encoding="utf-8").splitlines()
    headings, *rows = fragments.compose(source, [_rule(line) for line in lines])
    titles = [t.strip() for t in agency.said.get("title", [])]
    if "years" not in agency.said:
        return [Sheet(name="Chronology", titles=titles, rows=[headings, *rows])]
    years = sorted({row[0][:4] for row in rows})
    return [
        Sheet(name=y, titles=titles, rows=[headings, *(r for r in rows if r[0][:4] == y)])
        for y in years
    ]


def _rule(line: str) -> tuple[str, str, str]:
    word, start, end = line.split("|")
    return word, start, end


def make(case: str, out: Path) -> None:
    """Make one example case in the folder `out`."""
    (out / "submissions").mkdir(parents=True, exist_ok=True)
    sources = HERE / "sources" / case
    for source in sorted(sources.iterdir()):
        if source.suffix == ".toml":
            shutil.copyfile(source, out / source.name)
        elif source.stem == "family":
            write_workbook(read(source), out / "family.xlsx")
        elif source.stem != "rules":
            made = source.suffix == ".txt"
            sheets = composed(source, sources / "rules.txt") if made else read(source)
            kind, write = (".csv", write_csv) if source.stem in CSV else (".xlsx", write_workbook)
            write(sheets, out / "submissions" / f"{source.stem}{kind}")


if __name__ == "__main__":
    for folder in sorted((HERE / "sources").iterdir()):
        make(folder.name, HERE / folder.name)
