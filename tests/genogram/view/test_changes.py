"""What changed between two days: dated facts inside, doubtful ones apart, the undated counted."""

from __future__ import annotations

import datetime as dt

from chronology.dates import When, parse_when
from genogram.model import (
    Family,
    Household,
    LegalStatus,
    LinkKind,
    Parentage,
    Person,
    Pregnancy,
    Relationship,
    RelationshipKind,
    Residence,
    Union,
    UnionKind,
)
from genogram.view.changes import Change, changes, in_words, to_data, undated
from genogram.view.show_options import Show


def on(text: str) -> When:
    return parse_when(text)


FAMILY = Family(
    persons=(
        Person(id="m", name="Mother", legal=(LegalStatus(status="Tag", start=on("1/5/2020")),)),
        Person(id="f", name="Father", died=on("2/6/2020")),
        Person(id="c", name="Child", subject=True, born=on("3 March 2020")),
        Person(id="k", name="Carer"),
        Person(id="s", name="Loss", pregnancy=Pregnancy.STILLBIRTH, born=on("5 July 2020")),
    ),
    unions=(
        Union(id="u", partners=("m", "f"), kind=UnionKind.SEPARATED, end=on("1 May 2020")),
        Union(id="k", partners=("k",)),
        Union(id="v", partners=("m", "k"), kind=UnionKind.COHABITING, start=on("2020")),
    ),
    parents=(
        Parentage(child="c", union="u"),
        Parentage(child="c", union="k", kind=LinkKind.FOSTER, start=on("9 Sep 2020")),
    ),
    households=(
        Household(
            id="h",
            address="4 Sample Way",
            members=(
                Residence(person="m", start=on("1 April 2020")),
                Residence(person="c", start=on("1 April 2020"), end=on("9 Sep 2020")),
                Residence(person="k"),
            ),
        ),
    ),
    relationships=(
        Relationship(
            source="f",
            target="m",
            kind=RelationshipKind.VIOLENCE,
            start=on("4 April 2020"),
            status="alleged",
        ),
    ),
)
FIRST, THEN = dt.date(2020, 1, 1), dt.date(2020, 10, 1)


def words(*show: Show, first: dt.date = FIRST, then: dt.date = THEN) -> list[str]:
    return [c.words for c in changes(FAMILY, first, then, show) if c.sure]


def test_births_deaths_partnerships_moves_and_placements_are_told_in_their_order() -> None:
    assert words() == [
        "Child was born (3 Mar 2020).",
        "Mother and Child moved into Home 1 (1 Apr 2020).",
        "Mother and Father: partnership ended, separated (1 May 2020).",
        "Father died (2 Jun 2020).",
        "Child moved out of Home 1 (9 Sep 2020).",
        "Child: foster placement with Carer began (9 Sep 2020).",
    ]


def test_losses_legal_status_and_allegations_only_where_asked_for() -> None:
    asked = set(words(Show.LOSSES, Show.LEGAL, Show.ALLEGATIONS)) - set(words())
    assert asked == {
        "Loss: stillbirth (5 Jul 2020).",
        "Mother: Tag began (1 May 2020).",
        "Recorded from then: violence, Father to Mother (alleged) (4 Apr 2020).",
    }


def test_a_date_that_reaches_beyond_the_two_days_is_told_as_doubtful() -> None:
    doubtful = [c.words for c in changes(FAMILY, FIRST, THEN) if not c.sure]
    assert doubtful == ["Mother and Carer: partnership began, cohabiting (2020)."]
    sure = words(then=dt.date(2020, 12, 31), first=dt.date(2019, 12, 31))
    assert "Mother and Carer: partnership began, cohabiting (2020)." in sure


def test_whoever_leaves_on_the_second_day_was_still_there() -> None:
    assert not any("moved out" in w for w in words(then=dt.date(2020, 9, 9)))
    assert any("moved out" in w for w in words(first=dt.date(2020, 9, 9), then=THEN))


def test_whoever_is_born_on_the_first_day_was_there_already() -> None:
    assert "Child was born (3 Mar 2020)." not in words(first=dt.date(2020, 3, 3))


def test_what_has_no_date_is_counted() -> None:
    assert undated(FAMILY) == {"stay in a household": 1}


def test_a_donor_is_no_partnership_that_began_or_has_no_date() -> None:
    donors = (
        Union(id="d", partners=("m", "k"), kind=UnionKind.DONOR),
        Union(id="e", partners=("m", "k"), kind=UnionKind.DONOR, start=on("1 May 2020")),
    )
    family = Family(persons=FAMILY.persons, unions=donors)
    assert undated(family) == {}
    said = [c.words for c in changes(family, dt.date(2020, 4, 1), dt.date(2020, 5, 10))]
    assert not any("partnership" in words for words in said)


def test_nothing_recorded_is_said_as_such() -> None:
    day, next_day = dt.date(1990, 1, 1), dt.date(1990, 1, 2)
    lines = in_words(changes(FAMILY, day, next_day), day, next_day, undated(FAMILY))
    assert lines == [
        "From 01/01/1990 to 02/01/1990, as recorded in the files given:",
        "- No change is recorded with a date between the two days.",
        "Recorded without any date, and so the same on both days: stay in a household (1).",
    ]


def test_the_json_holds_the_date_as_recorded_and_whether_it_is_certain() -> None:
    told: tuple[Change, ...] = changes(FAMILY, FIRST, THEN)
    data = to_data(told, FIRST, THEN, {})
    assert data["changes"][:1] == [
        {
            "kind": "partnership begun",
            "date": "2020",
            "certain": False,
            "people": ["m", "k"],
            "words": "Mother and Carer: partnership began, cohabiting (2020).",
        }
    ]


def test_a_child_who_is_expected_on_the_second_day_alone_is_a_change() -> None:
    bump = Person(id="b", name="Bump", pregnancy=Pregnancy.UNBORN, born=on("20/9/2024"))
    family = Family(persons=(bump,))
    first, then = dt.date(2021, 1, 1), dt.date(2024, 2, 1)
    (found,) = changes(family, first, then)
    assert found.words == "Bump was expected by then (due 20 Sep 2024)."
    assert (found.kind.value, found.sure) == ("birth expected", True)
    assert changes(family, then, dt.date(2024, 3, 1)) == ()
    assert changes(family, first, dt.date(2023, 3, 1)) == ()
    (born,) = changes(family, then, dt.date(2025, 1, 1))
    assert born.words == "Bump was due to be born (20 Sep 2024)."


def test_twins_were_born() -> None:
    twins = tuple(Person(id=k, name=k.title(), born=parse_when("2020")) for k in ("kit", "pip"))
    told = changes(Family(persons=twins), dt.date(2019, 1, 1), dt.date(2022, 1, 1))
    assert [c.words for c in told] == ["Kit and Pip were born (2020)."]
