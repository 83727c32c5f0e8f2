"""What counts as a chance to see the child."""

from __future__ import annotations

import pytest

from chronology.contacts.kinds import Scope, kind_in, kind_of, scopes
from chronology.model import Kind
from tests.chronology.small_chronology import entry


@pytest.mark.parametrize(
    ("agency", "column", "event", "kind"),
    [
        ("Social care", "Home visit", "Telephone call to mother first.", "visit"),
        ("Health visitor", "", "Unannounced home visit. No reply.", "visit"),
        ("Police", "", "OFFICERS ATTENDED 5 MILL ROW.", "visit"),
        ("GP", "", "Attended surgery with cough.", "appointment"),
        ("GP", "", "DNA 2nd imms.", "appointment"),
        ("School", "", "Fell asleep in maths.", "session"),
        ("School", "", "Telephone call from grandmother.", "remote"),
        ("Hospital", "", "On the ward: settled night.", "session"),
        ("Social care", "", "Seen in class by the social worker at a visit to school.", "visit"),
        ("Social care", "", "T/c from mother. Home visit arranged.", "remote"),
        ("Police", "", "Strategy discussion with social care.", "meeting"),
        ("GP", "", "Record check for the review.", "meeting"),
        ("Police", "", "Father charged with assault.", "meeting"),
        ("Police", "", "Restraining order, 12 months.", "meeting"),
        ("Police", "", "Marker placed on 5 Mill Row.", "meeting"),
        ("Police", "", "DASH medium, victim declines.", "meeting"),
        ("Police", "", "Statement of Ann Bell, neighbour.", "meeting"),
        ("Police", "", "Officers attended. Father later charged with assault.", "visit"),
        ("Police", "", "Mother in charge of both, who slept.", "other"),
        ("Nurse", "", "Rang the bell, mum spoke over the intercom.", "visit"),
        ("GP", "", "Sertraline 50mg.", "other"),
        ("GP", "Surgery", "", "appointment"),
        ("Health visitor", "", "Meeting\nSpoke about the birth.", "meeting"),
        ("Health visitor", "", "Telephone\nHome visit arranged.", "remote"),
        ("Health visitor", "", "Case note\nHome visit. No reply.", "visit"),
        ("Social care", "Contact", "Police notification of an incident.", "meeting"),
        ("Police", "", "999 CALL FROM MOTHER. OFFICERS ATTENDED, FATHER GONE.", "visit"),
        ("Police", "", "CALL TO A DISTURBANCE. MOTHER SPOKEN TO ON THE DOORSTEP.", "visit"),
        ("Police", "", "999 call about the father's visit to the home. Advice given.", "remote"),
        ("Police", "", "101 CALL. NO OFFICERS ATTENDED.", "remote"),
        ("Social care", "", "Call from police: officers attended last night.", "remote"),
        ("Academy", "", "Call home, no answer.", "remote"),
        ("Hospital", "", "Admitted to the children's ward with a cough.", "session"),
        ("Hospital", "", "Transferred to PICU overnight.", "session"),
        ("Hospital", "", "ED attendance, bruise. Transferred to the ward.", "appointment"),
        ("GP", "", "Repeat prescription for emollient issued.", "meeting"),
        ("Police", "Custody", "Interviewed and released.", "meeting"),
        ("Police", "Video interview", "Interviewed, said he was frightened.", "appointment"),
    ],
)
def test_the_kind_is_the_columns_else_what_the_text_opens_with(
    agency: str, column: str, event: str, kind: str
) -> None:
    assert kind_of(agency, column, event) == kind


def test_of_cues_at_one_word_the_order_of_the_table_decides() -> None:
    assert kind_in("Visit cancelled; home visit by phone") is Kind.VISIT


def test_an_entry_of_no_known_kind_could_have_been_face_to_face_and_a_call_could_not() -> None:
    other, call = (entry(n, "GP", "1/3/21", kind=k) for n, k in ((1, "other"), (2, "remote")))
    assert Scope.CONTACTS in scopes(other, sighted=False)
    assert scopes(call, sighted=False) == (Scope.ENTRIES,)


def test_a_child_seen_in_person_makes_any_entry_a_contact_but_a_session_stays_one() -> None:
    meeting, class_ = (
        entry(n, "GP", "1/3/21", kind=k) for n, k in ((1, "meeting"), (2, "session"))
    )
    assert Scope.CONTACTS in scopes(meeting, sighted=True)
    assert scopes(class_, sighted=True) == (Scope.ENTRIES, Scope.SESSIONS)
