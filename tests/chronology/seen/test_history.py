"""A sighting that is told of a time long before the entry shows nobody as seen on its day."""

import datetime as dt

import pytest

from chronology.narrative import read_narrative

ON = dt.date(2021, 5, 4)


def seen(text: str, on: dt.date | None = ON) -> str:
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo", on=on)
    return told.seen["Theo"].value.value


@pytest.mark.parametrize(
    ("text", "value", "views"),
    [
        ("On my last visit, 9 May, Theo was quiet.", "not_recorded", "not_recorded"),
        ("On my last visit Theo told me he was scared.", "not_recorded", "not_recorded"),
        ("On the previous visit, no access.", "not_recorded", "not_recorded"),
        ("On my last visit Theo was quiet. Today he was chatty.", "seen", "observed"),
        ("On my last visit (9 May) Theo was quiet but today he ran to me.", "seen", "observed"),
    ],
)
def test_what_is_told_of_the_contact_before_is_of_that_day(
    text: str, value: str, views: str
) -> None:
    told = read_narrative(text, children=("Theo", "Ruby"), subject="Theo", on=ON)
    assert (told.seen["Theo"].value, told.views["Theo"].value) == (value, views)


@pytest.mark.parametrize(
    "text",
    [
        "On 12/03/2018 Theo was seen by GP.",
        "MASH check. 12.3.18 Theo seen in ED. 4/5/2018 Theo seen by GP.",
        "On 12 March 2018 Theo was seen by GP.",
        "On 12th March 2018 Theo was seen by GP.",
        "In January 2018 Theo was seen by GP.",
        "In 2019 the children were seen at A&E.",
        "In 2018/19 Theo was seen by CAMHS.",
        "Records check. In 2018 Theo was seen by CAMHS.",
        "Historic: children seen, no concerns.",
        "Previous involvement: Theo seen by assessment team and said he was happy.",
        "Theo seen by paediatrician in 2017.",
        "Theo seen at school on 12 March 2018.",
        "Seen by CAMHS (2018).",
        "History: in 2018 Theo was seen by SW.",
        "Hx: 12/03/2018 Theo seen in A&E.",
        "History: in 2018 Ruby was burnt. Theo was seen by SW at the time.",
    ],
)
def test_who_was_seen_years_before_was_not_seen_on_the_day(text: str) -> None:
    assert seen(text) == "not_recorded"


@pytest.mark.parametrize(
    "text",
    [
        "On 04/05/2021 Theo was seen by GP.",
        "On 20/4/2021 Theo was seen by GP.",
        "On 31/02/2018 Theo was seen by GP.",
        "Theo seen at home. In 2018 he was seen by CAMHS.",
        "Theo, born 2016, seen at home.",
        "12.3.18 Theo seen in ED.",
        "In 2018 Theo was seen by CAMHS, today he was seen at home by me.",
        "On 12/03/2018 he was born, and he was seen today at clinic, well.",
        "Retrospective entry. 01/03/2021 Theo seen at home.",
        "On 01/05/2020 Theo was seen at home.",
        "Home visit to Theo D.O.B. 12/03/2018 seen at home",
        "Theo seen with scar from burn in 2017.",
        "History: fell off sofa. Theo seen, no injury.",
        "Theo seen by HV on 12/03/2018 and 04/05/2021.",
        "On 2000 check Theo was seen asleep in bed.",
        "Historical concern about weight, weighed today 12kg, thriving.",
        "Previous history - asthma, Theo examined, chest clear.",
    ],
)
def test_what_is_of_the_day_or_was_written_up_late_stands(text: str) -> None:
    assert seen(text) == "seen"


def test_an_entry_without_a_day_may_be_of_the_day_it_tells_of() -> None:
    assert seen("On 12/03/2018 Theo was seen by GP.", on=None) == "seen"


def test_an_absence_of_years_before_is_left_as_it_is_read() -> None:
    assert seen("Child seen: No. On 12/03/2018 Theo was seen by GP.") == "not_seen"
