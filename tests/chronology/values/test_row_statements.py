"""What the columns of a row say together of who was seen and heard, and of whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from chronology.contacts.sightings import in_person
from chronology.dates import OPEN, parse_when
from chronology.model import Child, Column, Seen, Views
from chronology.values.children_named import whose
from chronology.values.row_statements import Stated, read_statements
from tests.chronology.values.test_seen_columns import BOTH, ELLIS


def test_a_row_about_a_sibling_says_nothing_about_the_subject_child() -> None:
    assert whose({"subject": "Mais"}, children=BOTH, record_of="child") == "Maisie"


def test_an_unnamed_answer_in_a_household_record_is_nobodys() -> None:
    assert whose({}, children=BOTH, record_of="household") is None
    assert whose({"subject": "Mother"}, children=BOTH, record_of="") is None


def test_an_unnamed_answer_in_the_childs_own_record_is_the_subjects() -> None:
    assert whose({"subject": "Mother"}, children=BOTH, record_of="child") == "Ellis"


def test_the_case_file_may_say_that_a_sheet_is_a_siblings_record() -> None:
    assert whose({}, children=BOTH, record_of="Maisie") == "Maisie"


def test_with_one_child_in_the_case_the_child_is_that_one() -> None:
    assert whose({}, children=(ELLIS,), record_of="mother") == "Ellis"


def row_of(children: Sequence[Child] = (), of: str | None = None, **cells: str) -> Stated:
    columns = [(Column(letter="A", heading=f, field=f, why=""), text) for f, text in cells.items()]
    when = parse_when("12/03/2007")
    return read_statements(
        columns, children=children or BOTH, of=of, when=when, window=(None, None)
    )


def test_alone_is_not_about_the_child_of_the_record_where_the_row_names_another() -> None:
    told = row_of(of="Ellis", child_seen="Maisie", seen_alone="Yes")
    assert {c: s.value.value for c, s in told.seen.items()} == {"Maisie": "seen_alone"}


@pytest.mark.parametrize("words", ["Both seen", "Both", "All", "Y (all)"])
@pytest.mark.parametrize("field", ["child_seen", "which_children"])
def test_both_and_all_are_the_children_alive_on_the_day(words: str, field: str) -> None:
    unborn = Child(label="Ada", born=dt.date(2008, 1, 1))
    dead = Child(label="Owen", born=dt.date(2000, 1, 1), died=dt.date(2007, 3, 1))
    told = row_of((*BOTH, unborn, dead), **{field: words})
    assert set(told.seen) == {"Ellis", "Maisie"}


def test_the_column_that_names_the_children_says_whose_a_bare_yes_is() -> None:
    told = row_of(child_seen="Yes", which_children="Maisie", seen_alone="Yes")
    assert {c: s.value.value for c, s in told.seen.items()} == {"Maisie": "seen_alone"}
    assert told.queries == ()


def test_an_unnamed_yes_to_alone_is_about_the_one_child_named_as_seen() -> None:
    told = row_of(child_seen="Maisie", seen_alone="Yes")
    assert {c: s.value.value for c, s in told.seen.items()} == {"Maisie": "seen_alone"}
    told = row_of(child_seen="Y (Maisie, Ellis)", seen_alone="Yes")
    assert {s.value.value for s in told.seen.values()} == {"seen"}
    assert [r.code for _, r in told.queries] == ["seen-whose"]


def test_alone_on_a_video_call_is_no_meeting_in_person() -> None:
    told = row_of(child_seen="Ellis: Yes - video", seen_alone="Ellis")
    seen = told.seen["Ellis"]
    assert (seen.value, seen.manner) == ("seen_alone", "remote")
    assert "video" in seen.evidence
    assert not in_person(seen)


def test_a_no_beside_a_named_child_is_queried_and_the_lesser_claim_stands() -> None:
    told = row_of(child_seen="Maisie: No", which_children="Maisie")
    assert told.seen["Maisie"].value == "not_seen"
    assert [r.code for _, r in told.queries] == ["seen-contradicts-alone"]


def test_a_date_on_which_the_child_was_seen_is_a_yes_only_on_the_day_of_the_row() -> None:
    assert row_of(**{"date_child_seen:Ellis": "12.3.07"}).seen["Ellis"].value == "seen"
    other = row_of(**{"date_child_seen:Ellis": "10/3/07"})
    assert other.seen == {}
    assert [r.code for _, r in other.queries] == ["seen-on-other-day"]


@pytest.mark.parametrize("text", ["None", "No", "0", "Nobody seen", "None of the children"])
def test_which_children_none_is_not_seen_for_each_child_alive_on_the_day(text: str) -> None:
    unborn = Child(label="Ada", born=dt.date(2008, 1, 1))
    told = row_of((*BOTH, unborn), which_children=text)
    assert {c: s.value.value for c, s in told.seen.items()} == {
        "Ellis": "not_seen",
        "Maisie": "not_seen",
    }


BORN = dt.date(2004, 5, 1)


FOUR = (
    Child(label="Ann", born=BORN),
    Child(label="Ben", born=BORN),
    *BOTH,
)


@pytest.mark.parametrize("text", ["Twins", "The twins", "Both twins seen", "Y - twins"])
def test_twins_are_the_two_children_born_on_one_day(text: str) -> None:
    assert set(row_of(FOUR, which_children=text).seen) == {"Ann", "Ben"}
    assert row_of(BOTH, which_children=text).seen == {}


@pytest.mark.parametrize("text", ["Girls", "Both girls", "the girls", "Y - girls"])
def test_girls_are_those_whom_the_case_says_to_be_girls(text: str) -> None:
    sexes = dict(zip(FOUR, ("F", "M", "M", "F"), strict=True))
    told = tuple(replace(child, sex=sex) for child, sex in sexes.items())
    assert set(row_of(told, which_children=text).seen) == {"Ann", "Maisie"}
    assert row_of(FOUR, which_children=text).seen == {}


@pytest.mark.parametrize("text", ["All 4", "All four children", "Yes - all four", "All children"])
def test_all_with_their_number_are_all_the_children(text: str) -> None:
    assert len(row_of(FOUR, which_children=text).seen) == len(FOUR)


@pytest.mark.parametrize("text", ["All 3", "All three", "all three children seen"])
def test_all_three_of_four_children_names_none_of_them(text: str) -> None:
    told = row_of(FOUR, which_children=text)
    assert told.seen == {}
    assert [r.code for _, r in told.queries] == ["seen-unclear"]


def test_views_beside_one_named_child_are_that_childs() -> None:
    told = row_of(which_children="Maisie", views="Wants to go home")
    assert list(told.views) == ["Maisie"]
    told = row_of(of="Ellis", child_seen="Maisie", views="Wants to go home")
    assert list(told.views) == ["Maisie"]


def test_views_beside_several_named_children_are_queried() -> None:
    told = row_of(which_children="Ellis, Maisie", views="Wants to go home")
    assert told.views == {}
    assert [r.code for _, r in told.queries] == ["views-whose"]


def test_a_column_for_a_child_called_by_another_name_than_its_label_is_that_childs() -> None:
    cells = [
        (Column(letter="C", heading="Mais seen", field="child_seen:Mais", why=""), "Y"),
        (Column(letter="D", heading="MAIS: views", field="views:Mais", why=""), '"I like school"'),
    ]
    told = read_statements(
        cells, children=BOTH, of=None, when=parse_when("12/03/2021"), window=(None, None)
    )
    assert {child: seen.value for child, seen in told.seen.items()} == {"Maisie": "seen"}
    assert {child: views.value for child, views in told.views.items()} == {"Maisie": "recorded"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("\u2610 Yes \u2612 No", "not_seen"),
        ("Yes \u2612 No \u2610 N/A \u2610", "seen"),
        ("[ ] Yes [x] No - asleep", "not_seen"),
        ("Yes  No \u2713", "not_seen"),
        ("\u2611 Yes", "seen"),
        ("[x]", "seen"),
    ],
)
def test_of_printed_options_the_ticked_one_counts(text: str, value: str) -> None:
    told = row_of(of="Ellis", child_seen=text)
    assert told.queries == ()
    assert told.seen["Ellis"].value == value
    assert told.seen["Ellis"].evidence == " ".join(text.split())


@pytest.mark.parametrize("field", ["child_seen", "seen_alone"])
@pytest.mark.parametrize(
    "text",
    ["Yes \u2610 No \u2610", "[ ] Yes [ ] No", "[ ]", "\u2610 Yes \u2610 No \u2612 N/A"],
)
def test_printed_options_of_which_none_is_ticked_are_blank(text: str, field: str) -> None:
    told = row_of(of="Ellis", **{field: text})
    assert (told.seen, told.queries) == ({}, ())


@pytest.mark.parametrize(
    "text",
    [
        "Y / N",
        "\u2612 Yes \u2612 No",
        "\u2610 Yes \u2610 No - asleep",
        "x",
        "\u2612",
        "(seen)",
        "- at nan's",
    ],
)
def test_options_without_boxes_both_ticked_a_lone_cross_and_other_words_are_queried(
    text: str,
) -> None:
    told = row_of(of="Ellis", child_seen=text)
    assert told.seen == {}
    assert [r.code for _, r in told.queries] == ["seen-unclear"]


def test_options_ticked_no_under_seen_alone_say_nothing_of_sight() -> None:
    told = row_of(of="Ellis", child_seen="Yes", seen_alone="\u2610 Yes \u2612 No")
    assert told.seen["Ellis"].value == "seen"


LETTERED = (Child(label="Child A"), Child(label="Child B"), Child(label="Child C"))


def test_children_called_by_letters_are_known_by_the_letter_alone() -> None:
    told = row_of(LETTERED, child_seen="A, B", seen_alone="B", views="B: likes football. C: Fine.")
    assert {c: s.value.value for c, s in told.seen.items()} == {
        "Child A": "seen",
        "Child B": "seen_alone",
    }
    assert "Child B" in told.views
    assert row_of(LETTERED, views="A bit upset, wants to go home").views == {}
    assert row_of(BOTH, child_seen="A, B").seen == {}


def test_none_of_the_children_seen_is_not_seen_for_each_where_it_is_nobodys_record() -> None:
    told = row_of(LETTERED, child_seen="None")
    assert {s.value.value for s in told.seen.values()} == {"not_seen"}
    assert row_of(LETTERED, of="Child A", child_seen="None").seen == {}


def test_the_letter_of_an_answer_is_an_answer() -> None:
    told = row_of((Child(label="Child N"), Child(label="Child M")), of="Child M", child_seen="N")
    assert {c: s.value.value for c, s in told.seen.items()} == {"Child M": "not_seen"}


def headed(heading: str, text: str, children: Sequence[Child], on: str = "12/03/2007") -> Stated:
    column = Column(letter="A", heading=heading, field="child_seen", why="")
    return read_statements(
        [(column, text)], children=children, of=None, when=parse_when(on), window=(None, None)
    )


@pytest.mark.parametrize("text", ["No", "0", "N"])
def test_no_under_children_seen_is_not_seen_for_each(text: str) -> None:
    told = headed("Children seen", text, BOTH)
    assert headed("Kids seen", text, BOTH).seen == told.seen
    assert {s.value.value for s in told.seen.values()} == {"not_seen"}
    assert headed("Child seen", text, BOTH).seen == {}
    assert headed("Children seen", "Yes", BOTH).seen == {}


def test_baby_seen_is_about_the_one_baby_of_the_case_on_that_day() -> None:
    baby = Child(label="Ada", born=dt.date(2007, 2, 1))
    grown = Child(label="Bea", born=dt.date(2001, 2, 1))
    assert list(headed("Baby seen", "Y", (baby, grown)).seen) == ["Ada"]
    assert headed("Baby seen", "Y", (baby, grown), on="12/03/2009").seen == {}
    assert headed("Baby seen", "Y", (baby, grown), on="12/12/2006").seen == {}
    twin = Child(label="Amy", born=dt.date(2007, 2, 1))
    told = headed("Baby seen", "Y", (baby, twin, grown))
    assert (told.seen, [r.code for _, r in told.queries]) == ({}, ["seen-whose"])


@pytest.mark.parametrize(
    ("text", "seen", "views"),
    [
        ("Yes - said he likes school", "seen", "recorded"),
        ('Yes. Ellis said "I hate it"', "seen", "recorded"),
        ("Yes\nSaid he is happy", "seen", "recorded"),
        ("Y / wants to stay with nan", "seen", "recorded"),
        ("Seen, happy and playing", "seen", "observed"),
        ("Seen alone. Declined to talk", "seen_alone", "sought_but_not_given"),
        ("Seen / views not obtained", "seen", ""),
        ("Yes", "seen", ""),
        ("Yes - alone", "seen_alone", ""),
        ("Yes - at home", "seen", ""),
        ("No - at school", "not_seen", ""),
        ("No - spoke to by phone, said he was ok", "not_seen", ""),
        ("Wants to go home", "", "recorded"),
        ("Yes / No", "", ""),
        ("N/A", "", ""),
    ],
)
def test_a_column_that_asks_for_seen_and_views_is_an_answer_to_each(
    text: str, seen: str, views: str
) -> None:
    column = Column(letter="C", heading="Child seen / views", field="child_seen", why="")
    told = read_statements(
        [(column, text)], children=(ELLIS,), of="Ellis", when=parse_when("1/3/2021"), window=OPEN
    )
    assert told.seen.get("Ellis", Seen()).value.value == (seen or "not_recorded")
    assert told.views.get("Ellis", Views()).value.value == (views or "not_recorded")


def test_a_form_for_seen_and_views_that_nobody_filled_in_is_asked_about_once() -> None:
    column = Column(letter="C", heading="Child seen / views", field="child_seen", why="")
    told = read_statements(
        [(column, "Yes / No")], children=BOTH, of=None, when=parse_when("1/3/2021"), window=OPEN
    )
    assert [remark.code for _, remark in told.queries] == ["seen-unclear"]


def test_what_comes_after_yes_is_no_view_unless_it_plainly_is_one() -> None:
    column = Column(letter="C", heading="Seen/voice", field="child_seen", why="")
    told = read_statements(
        [(column, "Yes. Nothing of note, bathroom flooded")],
        children=(ELLIS,), of="Ellis", when=parse_when("1/3/2021"), window=OPEN,
    )  # fmt: skip
    assert told.seen["Ellis"].value == "seen"
    assert told.views == {}
    assert [remark.code for _, remark in told.queries] == ["views-unclear"]


def test_both_of_three_children_does_not_say_which() -> None:
    told = row_of((*BOTH, Child(label="Ada")), child_seen="Both")
    assert not told.seen
    assert [remark.code for _, remark in told.queries] == ["seen-whose"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("Dirty clothes", None), ("Clean and tidy", "observed"), ("Said he is cold", "recorded")],
)
def test_how_a_child_looked_under_presentation_and_voice_is_no_view(
    text: str, value: str | None
) -> None:
    column = Column(letter="B", heading="Child's presentation/voice", field="views", why="")
    told = read_statements(
        [(column, text)], children=BOTH, of="Ellis", when=parse_when("12/03/2007"), window=OPEN
    )
    assert (told.views["Ellis"].value if told.views else None) == value
