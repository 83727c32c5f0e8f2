"""Which row each person stands on."""

from __future__ import annotations

from dataclasses import replace

from chronology.dates import parse_when
from genogram.kin import kin_of
from genogram.model import Family, Household, Parentage, Person, Residence, Union
from genogram.placing.generations import generations

PEOPLE = {"gran": 1949, "dad": 1985, "mum": 1988, "kit": 2012, "friend": 1989, "kid": 2011}
TIES = (("gran", "dad"), ("dad mum", "kit"), ("friend", "kid"))


def family(*lodgers: Person, home: str = "") -> Family:
    """Three generations of one family, and a friend with her child."""
    born = (Person(id=p, born=parse_when(str(y))) for p, y in PEOPLE.items())
    parted = [(above.split(), child) for above, child in TIES]
    return Family(
        persons=(*born, *lodgers),
        unions=tuple(Union(id=c, partners=tuple(above)) for above, c in parted),
        parents=tuple(Parentage(child=c, union=c) for _, c in parted),
        households=(Household(id="h", members=tuple(Residence(person=p) for p in home.split())),),
    )


def rows(*lodgers: Person, home: str = "") -> dict[str, int]:
    return generations(kin_of(family(*lodgers, home=home)))


def test_a_friend_with_a_child_of_her_own_stands_beside_those_of_their_ages() -> None:
    found = rows()
    assert found["gran"] == 0
    assert found["friend"] == found["dad"] == found["mum"] == 1
    assert found["kid"] == found["kit"] == 2


def test_a_lodger_stands_in_the_row_of_the_household_nearest_to_him_in_age() -> None:
    old = Person(id="vic", born=parse_when("1950"))
    assert rows(old)["vic"] == 0
    assert rows(old, home="dad mum kit vic")["vic"] == 1


def test_a_lodger_of_unknown_age_stands_with_the_grown_ups() -> None:
    assert rows(Person(id="tony"), home="gran dad mum kit tony")["tony"] == 1


def test_a_relative_without_a_line_stands_in_the_row_that_the_role_says() -> None:
    told = family(
        Person(id="nan", born=parse_when("1970"), role="Maternal great-grandmother"),
        Person(id="cousin", role="Cousin (pat)"),
        Person(id="friend of hers", born=parse_when("1970"), role="Friend of great-grandmother"),
    )
    people = tuple(replace(p, subject=p.id == "kit") for p in told.persons)
    found = generations(kin_of(replace(told, persons=people)))
    assert found["nan"] == found["gran"] - 1 == 0
    assert found["cousin"] == found["kit"]
    assert found["friend of hers"] == found["dad"]
