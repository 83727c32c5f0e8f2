"""Whom an agency's own column is about, where it does not say so itself."""

from chronology.model import Child
from chronology.stated import read_views, whose

ELLIS = Child(label="Ellis", names=("Ellis",), subject=True)
MAISIE = Child(label="Maisie", names=("Maisie", "Mais"))
BOTH = (ELLIS, MAISIE)


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


def test_views_belong_to_the_child_whose_name_begins_the_sentence() -> None:
    told = 'Maisie: "I rang. I had to." Ellis did not wish to talk.'
    heard, remarks = read_views(told, children=BOTH, of=None)
    assert {c: v.value.value for c, v in heard.items()} == {
        "Maisie": "recorded",
        "Ellis": "sought_but_not_given",
    }
    assert remarks == ()


def test_views_that_name_no_child_are_queried_and_kept_as_not_recorded() -> None:
    heard, remarks = read_views("Wants nan to stay.", children=BOTH, of=None)
    assert heard == {}
    assert [r.code for r in remarks] == ["views-whose"]
