"""A school's or a nursery's own "Theo at school" is a sighting; another agency's is none."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.model import Case, Child, Declared

CASE = Case(
    children=(Child(label="Theo", subject=True), Child(label="Ruby")),
    declared=(Declared(file="rows.csv", record_of="Theo"),),
)


def seen(folder: Path, agency: str, event: str, child: str = "Theo") -> str:
    path = folder / "rows.csv"
    path.write_text(f'Date,Agency,Event\n01/03/2021,{agency},"{event}"\n', encoding="utf-8")
    [entry] = merge([path], case=CASE).entries
    return entry.seen[child].value.value


@pytest.mark.parametrize(
    ("agency", "event"),
    [
        ("Nursery", "Theo at nursery."),
        ("Nursery", "Theo at nursery, quiet."),
        ("Nursery", "Theo was at nursery all day."),
        ("Nursery", "Theo at nursery until 3, then collected by gran."),
        ("Little Acorns Playgroup", "Theo at playgroup, played alone"),
        ("Primary school", "Theo at school, tired"),
        ("Fern Lane Academy", "Ate two lunches. Theo was at school."),
    ],
)
def test_at_school_in_the_schools_own_record_is_seen(
    tmp_path: Path, agency: str, event: str
) -> None:
    assert seen(tmp_path, agency, event) == "seen"


@pytest.mark.parametrize(
    ("agency", "event"),
    [
        ("Social care", "Theo at nursery."),
        ("Health visitor", "Theo was at school."),
        ("GP", "Theo at school."),
        ("Primary school", "Theo at nursery."),
        ("Nursery", "Theo at school."),
        ("Nursery", "Theo not at nursery."),
        ("Nursery", "Mum said Theo was at nursery."),
        ("Nursery", "Home visit by key worker. Theo at nursery."),
        ("Primary school", "Home visit, no reply. Theo at school."),
        ("Primary school", "Rang mother. Theo at school."),
        ("Primary school", "Theo should be at school."),
        ("Primary school", "Theo was at school yesterday."),
        ("Primary school", "Theo to be at school by 9."),
        ("Primary school", "Theo absent. Theo will be at school on Monday."),
        ("Primary school", "Ruby at school. Theo not in."),
        ("Primary school", "Theo at school? Not seen."),
        ("Primary school", "Theo had been at school before the move."),
        ("School nurse", "Theo at school."),
    ],
)
def test_at_school_told_by_others_or_of_another_time_stays_as_it_was_read(
    tmp_path: Path, agency: str, event: str
) -> None:
    assert not seen(tmp_path, agency, event).startswith("seen")


def test_it_is_the_child_who_is_named(tmp_path: Path) -> None:
    assert not seen(tmp_path, "Primary school", "Ruby at school.").startswith("seen")
