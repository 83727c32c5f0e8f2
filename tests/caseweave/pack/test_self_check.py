"""The self-check for completeness: what it says where a case file leaves things open."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from caseweave.pack.self_check import Answer, checks
from chronology.model import Period, Review
from tests.chronology.small_chronology import chronology, day, entry


def test_the_self_check_of_a_case_file_that_names_nobody_says_so() -> None:
    told = chronology(entry(1, "GP", "1/3/21"))
    answers = {c.asked: c for c in checks(told, None)}
    agencies = answers["Integrated chronology covers every agency expected"]
    assert agencies.answer is Answer.PARTLY
    assert agencies.why == ("The case file names no agencies expected. Entries are from: GP (1).")
    parents = answers["What was known about parents and carers"]
    assert (parents.answer, parents.why) == (
        Answer.NO, "No entry was found by the words looked for."
    )  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (day("1/1/20"), day("31/12/20"), "01/01/2020 to 31/12/2020 only"),
        (day("1/1/20"), None, "nothing before 01/01/2020"),
        (None, day("31/12/20"), "nothing after 31/12/2020"),
    ],
)
def test_the_self_check_names_a_file_that_covers_less_than_the_review_period(
    start: dt.date | None, end: dt.date | None, words: str
) -> None:
    told = chronology(entry(1, "GP", "1/3/20"))
    covers = replace(told.submissions[0], covers=Period(start=start, end=end))
    told = replace(told, submissions=(covers,))
    review = Review(period=Period(start=day("1/1/19"), end=day("31/3/21")))
    case = replace(told.case, expected=("GP",), review=review)
    answers = {c.asked: c for c in checks(replace(told, case=case), None)}
    agencies = answers["Integrated chronology covers every agency expected"]
    assert agencies.answer is Answer.PARTLY
    assert agencies.why == f"1 of 1 expected. GP.csv (GP) covers {words}."
