"""The letter with the questions to a GP, filled in and sent back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
from docx.table import Table

from tests.case_folder import GP_AND_POLICE, case_folder, heads, run
from tests.letterforms import fill_in, reworked

CASE = f"""
[[children]]
label = "Theo"
born = 2016-01-10
subject = true

[[children]]
label = "Ruby"
subject = true
{GP_AND_POLICE}"""
LONG = "Home visit about the damp. " + "The landlord has been told of it again. " * 60
GP = f"""Date,Event,Child seen
01/03/2021,Home visit to the family.,
02/03/2021,Surgery. Repeat prescription for Ruby.,
03/03/2021,Surgery. Theo's eczema reviewed.,Yes (Theo)
04/03/2021,{LONG},
"""
POLICE = "Date,Event,Child seen\n05/03/2021,Strategy discussion with social care.,\n"
SAYS, BY, ON = (
    "What the record says, or how it is known", "Answered by (name and role)", "Answered on",
)  # fmt: skip
SIGNED = ("J Marl, practice manager", "3 May 2024")
Told = Mapping[int, Mapping[str, object]]
CHOSEN: Told = {1: {"Answer": "Seen", SAYS: "Chest listened to"}}


def gp_lettered(folder: Path) -> Path:
    """A case whose questions are written: 1 and 2 about one visit, 5 and 6 about a long entry."""
    made = case_folder(folder, CASE, {"gp.csv": GP, "police.csv": POLICE})
    run("queries", made, "-o", made / "questions")
    return made


def letter_of(case: Path) -> Path:
    return case / "questions" / "gp-letter.docx"


def in_letter(case: Path, told: Told, signed: tuple[str, str] = SIGNED) -> Path:
    """The GP's letter, filled in and put among the answers."""
    return fill_in(letter_of(case), case / "answers" / "gp-letter.docx", told, signed)


def in_workbook(case: Path, told: Told, signed: tuple[str, str] = SIGNED) -> Path:
    """The same answers in the GP's workbook, with name and day in every row."""
    book = openpyxl.load_workbook(case / "questions" / "gp-questions.xlsx")
    sheet = book["Questions"]
    at = heads(sheet)
    for number, words in told.items():
        for heading, word in {**dict(zip((BY, ON), signed, strict=True)), **words}.items():
            sheet.cell(number + 1, at[heading]).value = word
    (case / "answers").mkdir(exist_ok=True)
    book.save(case / "answers" / "gp-questions.xlsx")
    return case / "answers" / "gp-questions.xlsx"


def changed(case: Path, change: Callable[[Table], None]) -> None:
    """The answered letter among the answers, changed by hand."""
    path = case / "answers" / "gp-letter.docx"
    reworked(path, path, change)


def answers(told: Mapping[str, Any]) -> list[tuple[int, str, str, str]]:
    """Row, child, value and words of everything that an agency answered."""
    return sorted(
        (entry["row"], child, reading["readings"]["agency_answer"], reading["evidence"])
        for entry in told["entries"]
        for kind in ("seen", "views")
        for child, reading in entry[kind].items()
        if "agency_answer" in reading["readings"]
    )


def values(told: Mapping[str, Any]) -> list[tuple[int, str, str]]:
    return [answer[:3] for answer in answers(told)]


def said(told: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Code and message of the findings about answers."""
    return [(f["code"], f["message"]) for f in told["findings"] if f["code"].startswith("answer")]
