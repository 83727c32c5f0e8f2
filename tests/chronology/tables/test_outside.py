"""Words outside the tables that look like entries are said to be none."""

from chronology.importers.rows import Cell, Row
from chronology.tables.outside import entries_above, entries_outside


def row(number: int, words: str, aside: str = "paragraph") -> Row:
    return Row(number=number, cells=(Cell(value=words),), aside=aside)


def test_paragraphs_that_begin_with_a_date_and_say_what_happened_are_counted() -> None:
    rows = [
        row(1, "10/10/2019 Legal planning meeting was held"),
        row(2, "- Fri 11 October 2019: call to the grandmother"),
        row(3, "2019-10-12 seen at home today"),
    ]
    remark = entries_outside(rows)
    assert remark is not None
    assert remark.message == (
        "3 paragraphs outside the tables begin with a date and may tell what happened (1, 2, 3); "
        "they were set aside, not entries."
    )
    alone = entries_outside(rows[:1])
    assert alone is not None
    assert "it was set aside" in alone.message


def test_paragraphs_numbered_by_section_that_begin_with_a_date_are_counted() -> None:
    rows = [
        row(1, "4.1 On 1 February 2019 mother booked late."),
        row(2, "4.2 On 3 February 2019 call."),
        row(3, "4.3 The author met the team."),
        row(4, "12) 9 March 2019: the case was closed"),
    ]
    remark = entries_outside(rows)
    assert remark is not None
    assert (
        "outside the tables begin with a date and may tell what happened (1, 4)" in remark.message
    )


def test_dates_of_letters_numbers_of_paragraphs_and_footers_are_not() -> None:
    rows = [
        row(1, "12 October 2019"),
        row(2, "Date of report: 12/10/2019 by the author"),
        row(3, "1.2.3 Background of the family and their home"),
        row(4, "45/13/2019 is no date that anybody could mean"),
        row(5, "10/10/2019 printed by the duty clerk", "page footer"),
    ]
    assert entries_outside(rows) is None


def above(*rows: tuple[str, ...]) -> str:
    """What is said of rows above the headings."""
    cells = [tuple(Cell(value=words or None) for words in row) for row in rows]
    told = [Row(number=number, cells=row) for number, row in enumerate(cells, start=1)]
    remark = entries_above(told, ["title"] * len(told))
    return remark.message if remark else ""


def test_dated_rows_above_the_headings_are_said_to_be_none() -> None:
    rows = (("12/03/2021", "Seen at home with mum"), ("13/03/2021", "09:30", "Rang the school"))
    assert above(("Chronology", ""), *rows) == (
        "2 rows above the headings begin with a date and may tell what happened (2, 3); they were "
        "set aside as titles."
    )


def test_titles_with_a_date_and_rows_of_a_table_of_their_own_are_not() -> None:
    assert not above(("12/03/2021 Chronology for the panel",), ("Date", "12/03/2021"))
    assert not above(("12/03/2021", "Larkfold Homes"))
    assert not above(("12/03/2021", "10:15 printed", "Page 1 of 3"))
    assert not above(("Date", "Change", "By"), ("12/03/2021", "First draft for the panel", "AB"))
