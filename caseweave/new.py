"""A new case folder: case.toml with every setting explained, family.xlsx, submissions/."""

from __future__ import annotations

from pathlib import Path

from chronology.exporters import put, whole
from chronology.findings import CaseweaveError

CASE_TOML = """\
# One review. Lines that begin with # say nothing yet: take the # away and write your own.
# Dates may be written 2021-03-04 or "04/03/2021". Every setting is in docs/file-formats.md.

[review]
# type = "LCSPR"            # LCSPR, rapid review, SCR, DHR, SAR ...: gives the titles
# from = 2019-01-01         # the review period: entries outside it are kept and marked,
# to = 2021-03-31           # and years of two digits are judged by it
# incident = 2021-03-04
# commissioned_by = "Anytown Safeguarding Children Partnership"   # the letters to agencies say so

# One block for each child. Other names are those that the agencies' files use.
# [[children]]
# label = "Child A"
# names = ["Theo", "TH"]
# born = 2017-05-20         # of an unborn child the day it is due
# died = 2021-03-04         # leave it out for a child who lives
# sex = "male"              # female or male: who "the girls" or "her brother" may be
# subject = true            # the review is about this child; leave it out for siblings

# One block for each other person whom the files name.
# [[people]]
# label = "Mother"
# names = ["Kayleigh", "KM"]
# role = "mother"           # mother, father ...: a record in their name is then known as theirs

[agencies]
# expected = ["Police", "GP", "Health visiting"]   # one that sends nothing is a finding

# One block for each file in submissions/ of which something must be said.
# [[submissions]]
# file = "police.xlsx"
# agency = "Police"
# record_of = "child"       # child, mother, father, household, other, or the label of a child;
#                           # of several children ["Child A", "Child B"]
# covers = [2019-01-01, 2021-03-31]
# supersedes = "police-old.xlsx"
# signed = "A. Author, 12 April 2021"
# columns = { "What was done" = "action" }         # a heading and the field it is
# sheets = { "Mother" = { record_of = "mother" } }
# day_first = false         # the agency's own system writes the month first
# swapped_dates = true      # a spreadsheet exchanged days and months (finding dates-maybe-swapped)

# Stretches of time in which the panel looks for silence.
# [[periods]]
# name = "After the second birth"
# from = 2020-01-01
# to = 2020-06-30
# agencies = ["Health visiting", "Midwifery"]

[glossary]
# HV = "health visitor"

# Numbers of the patterns; 0 switches one off.
[lenses]
# silence_days = 180

# Your own words for what the text says of seen and views, by rule: see docs/narrative.md.
[cues]
# no-access = ["dog in garden (,) not entered"]

[outputs]
# classification = "Official - sensitive"
# draft = "1"
# date = 2021-05-01         # the day of this draft
# contact = "A. Author, business manager, a.author@example.org"   # who writes to the agencies
# reply_by = 2021-05-14     # the day by which their answers are asked for
"""


def make_case(folder: Path) -> tuple[Path, ...]:
    """Make the folder and say what was made; raises CaseweaveError rather than overwrite."""
    told, places, family = folder / "case.toml", folder / "submissions", folder / "family.xlsx"
    if told.exists():
        raise CaseweaveError(
            f"{folder.resolve().name} already holds a case.toml.", "Name another folder."
        )
    try:
        places.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise CaseweaveError(
            f"{folder.resolve().name} cannot be made: {problem.strerror}.", "Name another folder."
        ) from problem
    if not family.exists():
        whole(family, _blank_family)
    put(told, CASE_TOML)  # last: a folder that holds it is made
    return told, family, places


def _blank_family(path: Path) -> None:
    from genogram.formats.workbook_writing import write_workbook
    from genogram.model import Family

    write_workbook(Family(), path)
