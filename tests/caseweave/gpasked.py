"""Questions to a GP, and the workbook with them as the practice fills it in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl

from tests.case_folder import GP_AND_POLICE, case_folder, heads, run

CASE = f"""
[review]
type = "LCSPR"

[[children]]
label = "Theo"
names = ["Theo Marl"]
born = 2016-01-10
subject = true

[[children]]
label = "Ruby"
{GP_AND_POLICE}"""
GP = """Date,Event,Child seen
01/03/2021,Visit to the home about the damp.,
02/03/2021,Surgery. Repeat prescription for Ruby.,
03/03/2021,Surgery. Review of eczema.,Yes
04/03/2021,Letter to hospital.,
"""
POLICE = """Date,Event,Child seen
05/03/2021,Strategy discussion with social care.,
"""
SIGNED = {
    "Answer": "Seen",
    "What the record says, or how it is known": "Chest listened to",
    "Answered by (name and role)": "J Marl, practice manager",
    "Answered on": "3 May 2024",
}


def gp_asked(folder: Path) -> Path:
    """The case: the GP is asked about three rows, the police about none."""
    return case_folder(folder, CASE, {"gp.csv": GP, "police.csv": POLICE})


def answered(case: Path, line: int, words: Mapping[str, object]) -> None:
    """Fill in one line of the GP's workbook and put it into the case folder."""
    run("queries", case, "-o", case / "questions")
    book = openpyxl.load_workbook(case / "questions" / "gp-questions.xlsx")
    sheet = book["Questions"]
    for heading, value in words.items():
        sheet.cell(line, heads(sheet)[heading]).value = value
    (case / "answers").mkdir(exist_ok=True)
    book.save(case / "answers" / "gp-questions.xlsx")


def first_seen(told: Mapping[str, Any]) -> Mapping[str, Any]:
    """What is told of the first entry and Theo."""
    seen: Mapping[str, Any] = told["entries"][0]["seen"]["Theo"]
    return seen


def codes(told: Mapping[str, Any]) -> set[str]:
    return {f["code"] for f in told["findings"]}


def messages(told: Mapping[str, Any], code: str) -> list[str]:
    return [f["message"] for f in told["findings"] if f["code"] == code]
