"""Of people who moved often, the last homes are outlined and the earlier told."""

from __future__ import annotations

from chronology.dates import parse_when
from genogram.model import Family, Household, Person, Residence
from genogram.view.homes import numbered
from genogram.view.last_homes import with_last_homes


def stay(person: str, start: str = "", end: str = "") -> Residence:
    times = [parse_when(told) if told else None for told in (start, end)]
    return Residence(person=person, start=times[0], end=times[1])


def moved(*years: str) -> Family:
    """A child who lived from each of these years to the next, the mother in the first home."""
    ends = (*years[1:], "")
    homes = [
        Household(id=f"h{n}", members=(stay("kit", a, b), *([stay("jo")] if n == 0 else [])))
        for n, (a, b) in enumerate(zip(years, ends, strict=True))
    ]
    people = (Person(id="kit", subject=True), Person(id="jo"))
    return numbered(Family(persons=people, households=tuple(homes)))


def test_of_four_homes_the_last_is_outlined_and_the_others_are_told() -> None:
    family = with_last_homes(moved("2012", "2014", "2016", "2018"))
    members = {h.label: h.people() for h in family.households}
    assert members == {"Home 1": ("jo",), "Home 4": ("kit",)}
    assert family.notes[1] == (
        "kit",
        "before in Home 1 from 2012 to 2014, Home 2 from 2014 to 2016, Home 3 from 2016 to 2018.",
    )


def test_three_homes_are_all_outlined() -> None:
    assert with_last_homes(moved("2012", "2014", "2016")) == moved("2012", "2014", "2016")


def test_of_stays_that_all_ended_the_latest_is_the_last() -> None:
    family = moved("2012", "2014", "2016", "2018")
    *first, last = family.households
    gone = Household(id=last.id, label=last.label, members=(stay("kit", "2018", "2020"),))
    there = with_last_homes(Family(persons=family.persons, households=(*first, gone))).households
    assert [h.label for h in there if "kit" in h.people()] == ["Home 4"]


def test_whoever_lived_in_two_homes_to_the_end_keeps_both() -> None:
    family = moved("2012", "2014", "2016", "2018")
    first = family.households[:3]
    both = (
        Household(id="h3", label="Home 4", members=(stay("kit", "2018", "02/05/2020"),)),
        Household(id="h4", label="Home 5", members=(stay("kit", "2019", "02/05/2020"),)),
    )
    there = with_last_homes(Family(persons=family.persons, households=(*first, *both))).households
    assert [h.label for h in there if "kit" in h.people()] == ["Home 4", "Home 5"]


def test_homes_without_dates_all_stay() -> None:
    homes = tuple(Household(id=f"h{n}", members=(stay("kit"),)) for n in range(5))
    family = numbered(Family(persons=(Person(id="kit"),), households=homes))
    assert len(with_last_homes(family).households) == 5
