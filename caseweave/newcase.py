"""A new case folder: case.toml with every setting explained, and submissions/ for the files."""

from __future__ import annotations

from pathlib import Path

from chronology.findings import CaseweaveError

CASE_TOML = """\
# One review. Lines that begin with # say nothing yet: take the # away and write your own.
# Dates may be written 2021-03-04 or "04/03/2021".

[review]
# type = "LCSPR"            # LCSPR, rapid review, SCR, DHR, SAR ...: gives the titles
# from = 2019-01-01         # the review period; years of two digits are judged by it
# to = 2021-03-31
# incident = 2021-03-04

# One block for each child. Other names are those that the agencies' files use.
# [[children]]
# label = "Child A"
# names = ["Theo", "TH"]
# born = 2017-05-20
# subject = true            # the review is about this child; leave it out for siblings

[agencies]
# expected = ["Police", "GP", "Health visiting"]   # one that sends nothing is a finding

# One block for each file in submissions/ of which something must be said.
# [[submissions]]
# file = "police.xlsx"
# agency = "Police"
# record_of = "child"       # child, mother, father, household or other: whose record it is
# covers = [2019-01-01, 2021-03-31]
# supersedes = "police-old.xlsx"
# columns = { "What was done" = "action" }         # a heading and the field it is
# sheets = { "Mother" = { record_of = "mother" } }
# day_first = false         # the agency's own system writes the month first
# swapped_dates = true      # a spreadsheet exchanged days and months (finding dates-maybe-swapped)

[glossary]
# HV = "health visitor"

# Your own words for what the text says of seen and views, by rule: see docs/narrative.md.
[cues]
# no-access = ["dog in garden (,) not entered"]

[outputs]
# classification = "Official - sensitive"
# draft = "1"
"""


def make_case(folder: Path) -> tuple[Path, ...]:
    """Make the folder and say what was made; raises CaseweaveError rather than overwrite."""
    told, places = folder / "case.toml", folder / "submissions"
    if told.exists():
        raise CaseweaveError(f"{folder.name} already holds a case.toml.", "Name another folder.")
    try:
        places.mkdir(parents=True, exist_ok=True)
        with told.open("x", encoding="utf-8", newline="\n") as file:
            file.write(CASE_TOML)
    except OSError as problem:
        raise CaseweaveError(
            f"{folder.name} cannot be made: {problem.strerror}.", "Name another folder."
        ) from problem
    return told, places
