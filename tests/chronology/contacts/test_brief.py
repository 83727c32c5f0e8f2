"""The case in brief: what happened, and what to ask which agency."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from chronology.contacts.brief import (
    asked_words,
    difference_words,
    differences_words,
    incident_accounts,
    main_events,
    what_to_ask,
)
from chronology.merge import merge
from chronology.model import (
    Case,
    Chronology,
    Declared,
    Difference,
    Group,
    Member,
    Role,
    Said,
    Submission,
)
from chronology.ordering import refs
from chronology.review.written_questions import enquiries
from tests.chronology.small_chronology import chronology, entry, seen


def told(*, differences: tuple[Difference, ...] = ()) -> Chronology:
    """Three agencies on a day in March, told as one event; the incident is in May."""
    made = chronology(
        entry(1, "GP", "1/3/21", seen("seen"), event="Bruise to the cheek seen at the surgery."),
        entry(2, "HV", "1/3/21", event="GP rang about a bruise."),
        entry(3, "Police", "2/3/21", event="Told."),
        entry(4, "Hospital", "9/5/21", event="Brought in by ambulance."),
        entry(5, "GP", "11/5/21", event="Ward letter."),
        incident="9/5/21",
    )
    a, b, c, d, e = (x.id for x in made.entries)

    def group(name: str, *ids: str) -> Group:
        return Group(id=name, members=tuple(Member(id=i, role=Role.SAME) for i in ids))

    groups = (group("event-1", a, b, c), group("event-2", d, e))
    return replace(made, groups=groups, differences=differences)


def test_the_incident_is_told_by_every_entry_of_its_day_and_by_accounts_of_the_same_event() -> None:
    assert [e.event for e in incident_accounts(told())] == [
        "Brought in by ambulance.", "Ward letter.",
    ]  # fmt: skip


def test_without_a_day_of_the_incident_nothing_is_taken_for_it() -> None:
    assert incident_accounts(chronology(entry(1, "GP", "1/3/21"))) == ()


def test_a_main_event_has_three_agencies_and_shows_its_fullest_account() -> None:
    (event,), more = main_events(told())
    assert event.agencies == ("GP", "HV", "Police")
    assert event.fullest.event.startswith("Bruise")
    assert more == 0


def test_the_fullest_account_is_never_one_that_is_withheld() -> None:
    made = told()
    first = replace(made.entries[0], withheld=frozenset({"event"}))
    (event,), _ = main_events(replace(made, entries=(first, *made.entries[1:])))
    assert event.fullest.event == "GP rang about a bruise."


def test_rows_that_do_not_say_are_counted_for_each_agency_with_their_refs() -> None:
    made = told()
    asked = {a.agency: asked_words(a, refs(made)) for a in what_to_ask(made)}
    assert "1 row does not say whether Theo was seen: ref 2." in asked["HV"]
    assert "1 row records Theo as seen and says nothing of the child's views: ref 1." in asked["GP"]


def test_an_agency_that_was_expected_and_sent_nothing_is_named() -> None:
    made = told()
    case = replace(made.case, expected=("GP", "School"))
    (last,) = [a for a in what_to_ask(replace(made, case=case)) if a.missing]
    assert (last.agency, last.missing.split(":")[0]) == ("School", "No chronology received")


def test_an_agency_that_may_be_there_under_another_name_is_not_said_to_have_sent_nothing() -> None:
    made = told()
    sent = Submission(file="gp.csv", sha256="", agency="GP")
    case = replace(made.case, expected=("General practice",))
    made = replace(made, case=case, submissions=(sent,))
    (last,) = [a for a in what_to_ask(made) if a.missing]
    assert last.missing.startswith("No chronology received, unless it is gp.csv ('GP'): ask for")


def test_a_referral_of_which_the_receiver_records_nothing_is_asked_of_both_sides() -> None:
    made = told()
    sent = made.entries[1]
    gap = Difference(
        field="unanswered referral", message="HV records a referral; nothing of it.",
        said=(Said(id=sent.id, agency="HV", words="referral"),
              Said(id="", agency="Police", words="not recorded in the files given")),
    )  # fmt: skip
    made = replace(made, differences=(gap,))
    (receiver,) = enquiries(made, "Police")
    assert receiver.told.startswith("Another agency records a referral to you")
    assert "01/03/2021" in receiver.told
    (sender,) = enquiries(made, "HV")
    assert sender.told.endswith("was its receipt confirmed?")
    assert difference_words(gap, refs(made)).endswith(
        "HV (ref 2): referral; Police: not recorded in the files given."
    )


def test_what_is_asked_in_the_same_words_stands_once_with_its_refs_or_days() -> None:
    made = told()
    made = replace(made, entries=tuple(replace(e, agency="HV") for e in made.entries))
    gaps = tuple(
        Difference(
            field="unanswered referral", message="HV records a referral; nothing of it.",
            said=(Said(id=sent.id, agency="HV", words="referral"),
                  Said(id="", agency="School", words="not recorded in the files given")),
        )
        for sent in made.entries[2:0:-1]
    )  # fmt: skip
    sent = (Submission(file="school.csv", sha256="", agency="School"),)
    made = replace(made, submissions=sent, differences=gaps)
    asked = {a.agency: asked_words(a, refs(made)) for a in what_to_ask(made)}
    assert asked["School"] == (
        "Another agency records a referral to you about this family on 02/03/2021, 01/03/2021; "
        "your chronology records nothing of it in the days after. Was it received, and what was "
        "decided?",
    )
    assert [words for words in asked["HV"] if "referral" in words] == [
        "Ref 2, 3: The entry records a referral. How was it sent and to whom, and was its receipt "
        "confirmed?"
    ]
    assert list(differences_words(made, refs(made))) == [
        ((1, 2), "HV records a referral; nothing of it: ref 2, 3.")
    ]


@pytest.mark.parametrize(
    ("field", "asked"),
    [
        ("risk", "another level of risk. Which was it, and when was it graded?"),
        ("children", "How many were there, and how is that known?"),
        ("enquiry", "Was it joint, or one agency's?"),
        ("location", "differs on location. What does yours say, and how is that known?"),
    ],
)
def test_each_agency_is_asked_what_its_record_says_of_a_difference(field: str, asked: str) -> None:
    made = told()
    said = tuple(Said(id=e.id, agency=e.agency, words="") for e in made.entries[:2])
    made = replace(made, differences=(Difference(field=field, message="Differ.", said=said),))
    (enquiry,) = enquiries(made, said[0].agency)
    assert enquiry.words.endswith(asked)


def test_one_agency_is_never_shown_the_words_of_another() -> None:
    made = told()
    one, other = made.entries[:2]
    date = Difference(
        field="date", message="They differ.",
        said=(Said(id=one.id, agency="GP", words="1 March"),
              Said(id=other.id, agency="HV", words="SECRET")),
    )  # fmt: skip
    (asked,) = enquiries(replace(made, differences=(date,)), "GP")
    assert "SECRET" not in asked.told
    assert "HV" not in asked.told


@pytest.mark.parametrize(
    ("row", "question"),
    [
        ("30/02/2021,Clinic.,", "Row 2: '30/02/2021': there is no such day. The row is "
         "kept as undated. Please give the date."),
        ("01/02/2021,Clinic.,perhaps", "Row 2: 'perhaps' does not say plainly whether "
         "the child was seen; left as not recorded. Please say what is meant."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_in_its_own_file_is_put_to_the_agency_as_a_question(
    tmp_path: Path, row: str, question: str
) -> None:
    (tmp_path / "gp.csv").write_text(f"Date,Event,Child seen\n{row}\n", encoding="utf-8")
    case = Case(declared=(Declared(file="gp.csv", agency="GP", record_of="child"),))
    made = merge([tmp_path / "gp.csv"], case)
    assert [e.told for e in enquiries(made, "GP")] == [question]
