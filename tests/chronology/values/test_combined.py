"""What the agency stated and what its narrative says, side by side."""

import datetime as dt
from pathlib import Path

import pytest

from chronology import merge
from chronology.model import SIGHTED, Case, Child, Chronology, Declared, Review


def woven(
    folder: Path, seen: str, event: str, views: str = "", record_of: str = "child"
) -> Chronology:
    path = folder / "hv.csv"
    path.write_text(
        f"Date,Event,Child seen,Voice of the child\n01/02/2022,{event},{seen},{views}\n",
        encoding="utf-8",
    )
    case = Case(
        children=(Child(label="Theo", subject=True),),
        declared=(Declared(file="hv.csv", agency="HV", record_of=record_of),),
    )
    return merge([path], case)


def test_the_stated_value_wins_and_the_difference_is_a_finding(tmp_path: Path) -> None:
    told = woven(tmp_path, "Yes", "Home visit. Theo was not seen.")
    theo = told.entries[0].seen["Theo"]
    assert (theo.value, theo.basis) == ("seen", "stated")
    assert theo.readings == {"stated": "seen", "narrative": "not_seen"}
    assert [f.code for f in told.findings] == ["seen-differs"]


def test_a_silent_column_is_filled_from_the_narrative_with_its_words(tmp_path: Path) -> None:
    told = woven(tmp_path, "", "Home visit. Theo was not seen.")
    theo = told.entries[0].seen["Theo"]
    assert (theo.value, theo.basis, theo.evidence) == ("not_seen", "narrative", "Theo was not seen")
    assert not told.findings


def test_views_sought_in_the_column_and_told_in_the_text_are_both_kept(tmp_path: Path) -> None:
    told = woven(tmp_path, "Yes", "Theo said he hates bedtimes.", views="declined")
    assert told.entries[0].views["Theo"].basis == "stated"
    assert "views-differ" in [f.code for f in told.findings]


@pytest.mark.parametrize("record_of", ["mother", ""])
def test_only_a_childs_own_record_supplies_an_unnamed_child(tmp_path: Path, record_of: str) -> None:
    told = woven(tmp_path, "", "Attended. Seen by Dr.", record_of=record_of)
    assert told.entries[0].seen["Theo"].value == "not_recorded"
    codes = [f.code for f in told.findings]
    assert codes == ([] if record_of else ["record-of-undeclared"])


def test_seen_asleep_is_kept_apart_and_queried_and_a_bare_asleep_is_not_seen(
    tmp_path: Path,
) -> None:
    told = woven(tmp_path, "Yes (asleep)", "Note.")
    assert (told.entries[0].seen["Theo"].value, told.entries[0].seen["Theo"].manner) == (
        "seen",
        "asleep",
    )
    assert [f.code for f in told.findings] == ["seen-asleep"]
    bare = woven(tmp_path, "Asleep", "Note.")
    assert bare.entries[0].seen["Theo"].value == "not_recorded"
    assert [f.code for f in bare.findings] == ["seen-unclear"]


def test_an_undated_row_says_nothing_of_a_child_who_is_due_after_the_review(tmp_path: Path) -> None:
    path = tmp_path / "police.csv"
    path.write_text("Date,Event\n,Welfare check. All children seen.\n", encoding="utf-8")
    case = Case(
        children=(
            Child(label="Theo", born=dt.date(2017, 5, 20), subject=True),
            Child(label="Baby", born=dt.date(2021, 9, 1)),
        ),
        review=Review(incident=dt.date(2021, 3, 4)),
        declared=(Declared(file="police.csv", agency="Police", record_of="household"),),
    )
    (row,) = merge([path], case).entries
    assert {child: seen.value for child, seen in row.seen.items()} == {
        "Theo": "seen", "Baby": "not_recorded",
    }  # fmt: skip


def by_kind(folder: Path, kind: str, event: str) -> Chronology:
    path = folder / "school.csv"
    path.write_text(f"Date,Kind of contact,Event\n01/02/2022,{kind},{event}\n", encoding="utf-8")
    case = Case(
        children=(Child(label="Theo", subject=True), Child(label="Ruby")),
        declared=(Declared(file="school.csv", agency="School", record_of="child"),),
    )
    return merge([path], case)


@pytest.mark.parametrize(
    ("kind", "event"),
    [
        ("Home", "Fixed the strimmer."),
        ("Home visit", "Grandad answered the door, boiler mended."),
        ("Medical", "Form sent to the parents."),
    ],
)
def test_a_kind_of_contact_that_says_only_where_shows_no_child_seen_or_not(
    tmp_path: Path, kind: str, event: str
) -> None:
    seen = by_kind(tmp_path, kind, event).entries[0].seen
    assert not any(s.evidence.rstrip(".") == kind for s in seen.values())
    assert "seen" not in {s.value for s in seen.values()}


@pytest.mark.parametrize("kind", ["Not brought", "WNB"])
def test_a_kind_of_contact_that_says_it_itself_counts(tmp_path: Path, kind: str) -> None:
    theo = by_kind(tmp_path, kind, "Letter sent.").entries[0].seen["Theo"]
    assert (theo.value, theo.evidence) == ("not_seen", kind)


def test_the_children_of_a_day_after_a_death_are_those_who_live(tmp_path: Path) -> None:
    told = after_death(tmp_path, "CIN visit. Mother and children seen at home.")
    assert told == {"Theo": "not_recorded", "Ruby": "seen"}


def test_one_who_is_named_as_seen_after_death_stays_so_that_the_date_is_looked_at(
    tmp_path: Path,
) -> None:
    assert after_death(tmp_path, "Home visit. Theo and Ruby seen.")["Theo"] == "seen"


def after_death(folder: Path, event: str) -> dict[str, str]:
    """Whom an entry of the day after Theo's death says was seen."""
    path = folder / "csc.csv"
    path.write_text(f"Date,Event\n02/02/2022,{event}\n", encoding="utf-8")
    case = Case(
        children=(
            Child(label="Theo", subject=True, died=dt.date(2022, 2, 1)), Child(label="Ruby"),
        ),
        declared=(Declared(file="csc.csv", agency="CSC", record_of="household"),),
    )  # fmt: skip
    seen = merge([path], case).entries[0].seen
    return {child: told.value.value for child, told in seen.items()}


def test_the_day_of_the_entry_tells_which_child_an_age_means(tmp_path: Path) -> None:
    path = tmp_path / "police.csv"
    path.write_text(
        "Date,Event\n01/05/2021,3 yr old boy seen asleep upstairs.\n2021,3 yr old boy seen.\n",
        encoding="utf-8",
    )
    children = (
        Child(label="Theo", born=dt.date(2012, 3, 1), subject=True),
        Child(label="Ned", born=dt.date(2018, 1, 10)),
    )
    declared = (Declared(file="police.csv", agency="Police", record_of="child"),)
    told = merge([path], Case(children=children, declared=declared))
    day, year = sorted(told.entries, key=lambda entry: str(entry.when.start), reverse=True)
    assert [day.seen[c].value for c in ("Theo", "Ned")] == ["not_recorded", "seen"]
    assert year.seen["Ned"].value == "not_recorded"  # in a year a child has two ages


REMOTE = [
    ("Video call", "Theo well and playing.", "remote"),
    ("Virtual home visit", "Theo seen with mum.", "remote"),
    ("Telephone", "Spoke to mum. Theo doing well.", "remote"),
    ("Letter", "Letter to GP.", "remote"),
    ("", "Video session with Theo.", "remote"),
    ("Video call and visit", "Theo seen at home.", "in_person"),
    ("Telephone", "Call from school. Visited same day, Theo seen at home.", "in_person"),
    ("Home visit", "Theo seen. Nursery telephoned.", "in_person"),
    ("Video interview", "Theo interviewed.", "in_person"),
    ("", "Video call from mum: bus broken down. Visited later, Theo seen.", "in_person"),
]


@pytest.mark.parametrize(("kind", "event", "manner"), REMOTE)
def test_a_yes_on_a_call_or_a_letter_is_no_sighting_in_person(
    tmp_path: Path, kind: str, event: str, manner: str
) -> None:
    (tmp_path / "hv.csv").write_text(
        f'Date,Type of contact,Event,Child seen\n01/02/2022,{kind},"{event}",Yes\n',
        encoding="utf-8",
    )
    theo = Child(label="Theo", subject=True)
    case = Case(children=(theo,), declared=(Declared(file="hv.csv", record_of="child"),))
    told = merge([tmp_path / "hv.csv"], case)
    seen = told.entries[0].seen["Theo"]
    assert (seen.value in SIGHTED, seen.basis) == (True, "stated")
    assert (seen.manner or "in_person") == manner
    assert [f.code for f in told.findings] == (["seen-remote"] if manner == "remote" else [])


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("Children went home. Both settled in the car.", "not_recorded"),
        ("Children and Sam had tea here. Sam seen to hug them.", "seen"),
    ],
)
def test_in_a_record_of_two_children_a_third_counts_only_where_it_speaks_of_him(
    event: str, expected: str, tmp_path: Path
) -> None:
    path = tmp_path / "log.csv"
    path.write_text(f"Date,Event\n01/02/2022,{event}\n", encoding="utf-8")
    case = Case(
        children=tuple(Child(label=name, subject=True) for name in ("Theo", "Ruby", "Sam")),
        declared=(Declared(file="log.csv", agency="Foster carer", record_of="Theo, Ruby"),),
    )
    seen = merge([path], case).entries[0].seen
    assert seen["Sam"].value == expected
    assert seen["Theo"].value == "seen"
