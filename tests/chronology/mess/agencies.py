"""What fifteen agencies send, each in its own way, with the truth of every row beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from tests.chronology.mess.forms import LOOSE, ONE, TIMES, TYPED, days, ordinal, told
from tests.chronology.mess.truth import UNDATED, True_, on, span
from tests.chronology.mess.writers import (
    Cell,
    write_csv,
    write_docx,
    write_html,
    write_ods,
    write_xlsx,
)

Truth = dict[tuple[str, int], True_]
D = dt.date


def police(folder: Path) -> tuple[str, Truth]:
    """Semicolons, an old code page, a preamble, the newest first, date and time in one cell."""
    grid: list[list[Cell]] = [
        ["NORTHMOOR CONSTABULARY"], ["OFFICIAL \u2013 SENSITIVE"], ["Printed: 01/12/2023"], [],
        ["Occ No", "Date/Time of incident", "Summary", "Officer \u2013 collar no."],
    ]  # fmt: skip
    truth: Truth = {}
    shapes = (
        ("%d/%m/%Y %H%M", ""), ("%d/%m/%Y %H:%Mhrs", ""), ("%d/%m/%y at %H.%M hrs", ""),
        ("%d/%m/%Y", "none"), ("%a %d %b %Y %H:%M", ""), ("%H:%M %d/%m/%Y", ""),
    )  # fmt: skip
    for n, day in enumerate(reversed(list(days(D(2019, 3, 2), 24)))):
        at = dt.datetime.combine(day, dt.time((n * 5) % 24, (n * 7) % 60 or 1))
        shape, mute = shapes[n % len(shapes)]
        grid.append([f"OCC{900 - n}", at.strftime(shape), told(n, "police"), f"PC {100 + n}"])
        truth["police", len(grid)] = on(day, "" if mute else f"{at:%H:%M}")
    day = D(2018, 12, 31)
    grid.append(
        ["OCC1", "31/12/2018 2230 - 01/01/2019 0145", "Party; officers called twice.", "PC 9"]
    )
    truth["police", len(grid)] = span(day, day + ONE, "22:30", "01:45")
    grid.append(["OCC2", "30/12/2018 2230-2350hrs", "Noise complaint.", "PC 9"])
    truth["police", len(grid)] = on(D(2018, 12, 30), "22:30", "23:50")
    grid.append(["End of report"])
    write_csv(folder / "police.csv", grid, mark=";", encoding="cp1252")
    return "police.csv", truth


def gp(folder: Path) -> tuple[str, Truth]:
    """An export by consultation: the date stands once, codes and free text go on below it."""
    grid: list[list[Cell]] = [
        ["Patient: Theo Marlowe", "DOB: 14-Feb-2019"], [],
        ["Date", "Consulter", "Location", "Code", "Free text"],
    ]  # fmt: skip
    truth: Truth = {}
    for n, day in enumerate(days(D(2019, 2, 20), 12)):
        with_time = n % 3 == 0
        words = f"{day:%d-%b-%Y}" + (" 09:40" if with_time else "")
        grid.append([words, "Dr A Finch", "Surgery", "Consultation", told(n, "gp")])
        truth["gp", len(grid)] = on(day, "09:40" if with_time else "")
        for code in ("O/E - temperature 37.2", "Advice given")[: n % 3]:
            grid.append(["", "", "", code, f"{code} recorded ({n})"])
            truth["gp", len(grid)] = on(day)
    write_csv(folder / "gp.txt", grid, mark="\t", encoding="utf-16")
    return "gp.txt", truth


def health_visiting(folder: Path) -> tuple[str, Truth]:
    """Years in bands across the table, days without years below them, signatures under entries."""
    grid: list[list[Cell]] = [
        ["HEALTH VISITING CHRONOLOGY", None, None, None, None],
        ["Name of child: Theo Marlowe", None, None, None, None],
        ["Date", "Time", "Details of contact", "Child seen?", "Voice of the child"],
    ]
    merged = [("HV", "A1:E1")]
    truth: Truth = {}
    for year in (2019, 2020, 2021):
        grid.append([str(year), None, None, None, None])
        merged.append(("HV", f"A{len(grid)}:E{len(grid)}"))
        for n, day in enumerate(days(D(year, 1, 14), 7, (31, 20, 45, 60, 8, 90))):
            if day.year != year:
                break
            words = (
                f"{day:%a} {ordinal(day.day)} {day:%B}",
                f"{day:%-d/%-m}",
                f"{ordinal(day.day)} {day:%b}",
                f"{day:%d %B}",
            )[n % 4]
            typed, start, end = TIMES[(n + year) % len(TIMES)]
            grid.append([words, typed, told(n, f"hv {year}"), "Y" if n % 2 else "N/A", None])
            truth["HV", len(grid)] = on(day, start, end)
    write_xlsx(folder / "health visiting.xlsx", {"HV": grid}, merged)
    return "health visiting.xlsx", truth


def school(folder: Path) -> tuple[str, Truth]:
    """One sheet for each school year; its name alone says the year of '14 Sept'."""
    truth: Truth = {}
    sheets: dict[str, list[list[Cell]]] = {}
    for start in (2021, 2022):
        name = f"{start}-{(start + 1) % 100}"
        grid: list[list[Cell]] = [["DATE", "CONCERN", "ACTION TAKEN", "STAFF INITIALS"]]
        for n, day in enumerate(days(D(start, 9, 6), 11, (9, 30, 25, 21, 28, 33))):
            if day >= D(start + 1, 8, 1):
                break
            words = (f"{day:%-d %B}", f"{day:%d/%m}", f"{day:%a} {day.day} {day:%b}")[n % 3]
            grid.append([words, told(n, f"school {start}"), "Logged", "JB"])
            truth[name, len(grid)] = on(day)
        sheets[name] = grid
    write_xlsx(folder / "school.xlsx", sheets)
    return "school.xlsx", truth


def housing(folder: Path) -> tuple[str, Truth]:
    """From and To; some ends are open, some have no year, some dates are real and some typed."""
    grid: list[list[Cell]] = [["Ref", "From", "To", "Diary note", "Officer"]]
    truth: Truth = {}
    for n, day in enumerate(days(D(2018, 6, 4), 22)):
        later = day + (2 + n % 5) * ONE
        first: Cell = dt.datetime.combine(day, dt.time()) if n % 2 else f"{day:%d.%m.%y}"
        last: tuple[Cell, True_] = (
            (None, on(day)),
            (dt.datetime.combine(later, dt.time()), span(day, later)),
            (f"{later:%d.%m.%y}", span(day, later)),
            ("ongoing", True_(start=day, end=None)),
            (f"{later.day} {later:%B}", span(day, later)),
            ("n/a", on(day)),
        )[n % 6]
        grid.append([n + 1, first, last[0], told(n, "housing"), "S Birch"])
        truth["Tenancy", len(grid)] = last[1]
    write_xlsx(folder / "housing association.xlsx", {"Tenancy": grid})
    return "housing association.xlsx", truth


def ambulance(folder: Path) -> tuple[str, Truth]:
    """Machine times, with the end of the call in a column of its own, some past midnight."""
    grid: list[list[Cell]] = [
        ["CAD", "Call date/time", "Time clear", "Nature of call", "Disposition"]
    ]
    grid[0][1] = "Date & time"
    grid[0][2] = "End time"
    truth: Truth = {}
    for n, day in enumerate(days(D(2019, 8, 1), 14)):
        at = dt.datetime.combine(day, dt.time(n % 24, 10 + n))
        words = (at.isoformat(), f"{at:%d/%m/%Y %H:%M:%S}", f"{at:%Y-%m-%d %H:%M}")[n % 3]
        grid.append(
            [f"C{n}", words, f"{(at + dt.timedelta(hours=1)):%H:%M}", told(n, "cad"), "Home"]
        )
        truth["ambulance trust", len(grid)] = on(
            day, f"{at:%H:%M}", f"{at + dt.timedelta(hours=1):%H:%M}"
        )
    write_csv(folder / "ambulance trust.csv", grid)
    return "ambulance trust.csv", truth


def probation(folder: Path) -> tuple[str, Truth]:
    """A document whose table goes on over pages with its headings again, in every typed form."""
    head: list[Cell] = ["Date", "Contact", "Comments", "OM"]
    grid: list[list[Cell]] = [head]
    truth: Truth = {}
    for n, day in enumerate(days(D(2019, 1, 9), 32)):
        form = TYPED[n % len(TYPED)] if n % 2 else LOOSE[(n // 2) % len(LOOSE)]
        words, meant = form(day)
        grid.append([words, "Office", told(n, "probation"), "KT"])
        truth["table 1", len(grid)] = meant
        if n % 10 == 9:
            grid.append(head)
    write_docx(folder / "probation.docx", ["Probation Service", "Re: Dean Ashby (father)"], [grid])
    return "probation.docx", truth


def camhs(folder: Path) -> tuple[str, Truth]:
    """Two rows of headings, and dates merged down over the contacts of one day."""
    grid: list[list[Cell]] = [
        ["Contact", None, None, "Child", None, "Outcome"],
        ["Date", "Time", "Details", "Seen", "Alone", None],
    ]
    merged = [("RiO", "A1:C1"), ("RiO", "D1:E1"), ("RiO", "F1:F2")]
    truth: Truth = {}
    for n, day in enumerate(days(D(2021, 4, 6), 9)):
        first = len(grid) + 1
        for part in range(1 + n % 3):
            at = dt.time(9 + part * 2, 30)
            real: Cell = dt.datetime.combine(day, dt.time()) if part == 0 else None
            grid.append([real, at, told(n * 3 + part, "camhs"), "Yes", "No", "Continue"])
            truth["RiO", len(grid)] = on(day, f"{at:%H:%M}")
        if len(grid) > first:
            merged.append(("RiO", f"A{first}:A{len(grid)}"))
    write_xlsx(folder / "CAMHS.xlsx", {"RiO": grid}, merged)
    return "CAMHS.xlsx", truth


def nursery(folder: Path) -> tuple[str, Truth]:
    """Sessions with loose times, ditto marks, and who signed in a row below."""
    grid: list[list[Cell]] = [["Day", "Session", "What happened", "Signed"]]
    grid[0][0], grid[0][1] = "Date", "Time"
    truth: Truth = {}
    above = D(2020, 9, 1)
    for n, day in enumerate(days(D(2020, 9, 7), 18, (1, 3, 7, 0, 5, 14))):
        typed, start, end = TIMES[n % len(TIMES)]
        same = day == above
        words = ("As above", '"', "ditto")[n % 3] if same else f"{day:%a} {day:%-d/%-m/%y}"
        grid.append([words, typed, told(n, "nursery"), "LW"])
        truth["Sheet1", len(grid)] = on(day, start, end)
        above = day
    write_xlsx(folder / "Little Otters nursery.xlsx", {"Sheet1": grid})
    return "Little Otters nursery.xlsx", truth


def refuge(folder: Path) -> tuple[str, Truth]:
    """A web page named as a spreadsheet: stays, nights, lists of days."""
    forms: list[tuple[str, True_]] = [
        ("12th \u2013 14th April 2021", span(D(2021, 4, 12), D(2021, 4, 14))),
        ("Night of 14/15 April 2021", span(D(2021, 4, 14), D(2021, 4, 15))),
        ("20, 21, 22 May, 2 June 2021", span(D(2021, 5, 20), D(2021, 6, 2))),
        ("3 June 2021, 10am", on(D(2021, 6, 3), "10:00")),
        ("4/6/21 (pm)", on(D(2021, 6, 4))),
        ("5 - 8 June 21", span(D(2021, 6, 5), D(2021, 6, 8))),
        ("End of June 2021", span(D(2021, 6, 21), D(2021, 6, 30))),
        ("1.7.21 \u2013 present", True_(start=D(2021, 7, 1), end=None)),
        ("29 June - 3 July 2021", span(D(2021, 6, 29), D(2021, 7, 3))),
        ("Thurs 8 July 2021", on(D(2021, 7, 8))),
        ("9/7/21 & 11/7/21", span(D(2021, 7, 9), D(2021, 7, 11))),
        ("Christmas Day 2021", on(D(2021, 12, 25))),
        ("30/02/2022", UNDATED),
        ("22.05/22", on(D(2022, 5, 22))),
        ("23/5/20022", on(D(2022, 5, 23))),
        ("Not known", UNDATED),
    ]
    grid: list[list[Cell]] = [["When", "Note", "Worker"]]
    truth: Truth = {}
    for n, (words, meant) in enumerate(forms):
        grid.append([words, told(n, "refuge"), "BA"])
        truth["table 1", len(grid)] = meant
    write_html(folder / "refuge.xls", "Harbour Refuge log", grid)
    return "refuge.xls", truth


def hospital(folder: Path) -> tuple[str, Truth]:
    """The tabular timeline: each entry a column."""
    moments = [dt.datetime(2021, 11, 3, 14, 5) + n * dt.timedelta(hours=7) for n in range(12)]
    grid: list[list[Cell]] = [
        ["Tabular timeline", *[None] * len(moments)],
        ["Date + Time of Event:", *(f"{m:%d/%m/%Y %H:%M}" for m in moments)],
        ["*Event: (What actually happened)", *(told(n, "ward") for n in range(len(moments)))],
        ["Policy / Acceptable practice:", *("See pathway" if n % 3 else None for n in range(12))],
        [
            "Missing Information / Data Gaps:",
            *("No obs chart" if n % 4 else None for n in range(12)),
        ],
        ["Notable Practice:", *[None] * 12],
    ]
    write_xlsx(folder / "hospital trust.xlsx", {"Timeline": grid})
    truth = {("Timeline", n + 2): on(m.date(), f"{m:%H:%M}") for n, m in enumerate(moments)}
    return "hospital trust.xlsx", truth


def youth(folder: Path) -> tuple[str, Truth]:
    """A document in the columns of the Word macros: two dates, two times, notes with a sign."""
    grid: list[list[Cell]] = [
        [
            "Seq",
            "Start Date",
            "Start Time",
            "End Date",
            "End Time",
            "Source of Information",
            "Event",
        ]
    ]
    truth: Truth = {}
    for n, day in enumerate(days(D(2021, 2, 3), 16)):
        later = day + (n % 3 == 0) * ONE
        end = f"{later:%d/%m/%Y}" if n % 3 == 0 else ""
        clock, stop = (
            ("2230", "0115") if n % 3 == 0 else (("0930", "1000") if n % 3 == 1 else ("", ""))
        )
        start = f"?{day:%d %B %Y}" if n % 5 == 4 else f"{day:%d/%m/%Y}"
        source = "# Author's note" if n % 8 == 7 else "Case notes"
        grid.append([n + 1, start, clock, end, stop, source, told(n, "yot")])
        times = [f"{t[:2]}:{t[2:]}" if t else "" for t in (clock, stop)]
        truth["table 1", len(grid)] = span(day, later, times[0], times[1])
    write_docx(folder / "youth offending.docx", ["Youth offending service"], [grid])
    return "youth offending.docx", truth


def social_care(folder: Path) -> tuple[str, Truth]:
    """An export with the day of recording before the day of the contact, a sheet for each child."""
    truth: Truth = {}
    sheets: dict[str, list[list[Cell]]] = {}
    for child, first in (("Theo", D(2019, 5, 1)), ("Ruby", D(2019, 5, 9))):
        grid: list[list[Cell]] = [
            [
                "Date recorded",
                "Date of contact",
                "Contact type",
                "Case note",
                "Child seen",
                "Seen alone",
            ]
        ]
        for n, day in enumerate(days(first, 13)):
            real = dt.datetime.combine(day, dt.time(n % 3 and 9 + n % 3, 0))
            written = dt.datetime.combine(day + 3 * ONE, dt.time(16, 1))
            grid.append([written, real, "Visit", told(n, f"csc {child}"), "Yes", "No"])
            truth[child, len(grid)] = on(day, f"{real:%H:%M}" if n % 3 else "")
        sheets[child] = grid
    write_ods(folder / "children's social care.ods", sheets)
    return "children's social care.ods", truth


def midwifery(folder: Path) -> tuple[str, Truth]:
    """Dates saved as numbers, times that lost their nought."""
    grid: list[list[Cell]] = [["sep=,"], ["Date", "Time", "Details", "Midwife"]]
    truth: Truth = {}
    for n, day in enumerate(days(D(2018, 7, 2), 14)):
        number = (day - D(1899, 12, 30)).days
        grid.append([number, (930, 1415, "", 0.5)[n % 4], told(n, "midwife"), "P Heron"])
        truth["midwifery", len(grid)] = on(day, ("09:30", "14:15", "", "12:00")[n % 4])
    write_csv(folder / "midwifery.csv", grid)
    return "midwifery.csv", truth


def partnership(folder: Path) -> tuple[str, Truth]:
    """A file merged before: a column names the agency of each row; blanks below dates."""
    grid: list[list[Cell]] = [["Date", "Agency", "Event", "Outcome"]]
    truth: Truth = {}
    names = ("Children's centre", "Drug service", "Dentist")
    for n, day in enumerate(days(D(2020, 2, 3), 10)):
        for part in range(2 if n % 2 else 1):
            grid.append(
                [None if part else f"{day:%d/%m/%Y}", names[n % 3], told(n * 2 + part, "p"), "NFA"]
            )
            truth["Merged", len(grid)] = on(day)
    write_xlsx(folder / "voluntary sector.xlsx", {"Merged": grid})
    return "voluntary sector.xlsx", truth


Agency = Callable[[Path], tuple[str, Truth]]
AGENCIES: tuple[Agency, ...] = (
    police, gp, health_visiting, school, housing, ambulance, probation, camhs, nursery, refuge,
    hospital, youth, social_care, midwifery, partnership,
)  # fmt: skip
