"""Answers without a name, in one child's record, beside words about another child."""

import datetime as dt

import pytest

from chronology.model import Child
from chronology.values.another_child import opens_with_another

TWINS_BORN = dt.date(2019, 8, 2)
CHILDREN = (
    Child(label="Jade", names=("Jade Pryce", "JP")),
    Child(label="Orla", names=("Orla Farrow", "Bug"), born=TWINS_BORN),
    Child(label="Finn", born=TWINS_BORN),
)


@pytest.mark.parametrize(
    ("event", "other"),
    [
        ("Orla absent, unwell.", "Orla"),
        ("Orla and Finn started nursery.", "Orla"),
        ("Bug's bruise shown to DSL.", "Orla"),
        ("Home visit\nFinn seen in bouncer.", "Finn"),
        ("Home visit. Finn seen in bouncer.", "Finn"),
        ("Twins absent.", "the twins"),
        ("Jade absent.", ""),
        ("Orla hit Jade.", ""),
        ("Orla and Finn collected; all children well.", ""),
        ("Bruise to ear. Finn did it.", ""),
        ("Attended with Orla for immunisations.", ""),
        ("Quiet in class.", ""),
    ],
)
def test_a_row_tells_of_another_child_where_it_opens_with_that_name(event: str, other: str) -> None:
    assert opens_with_another({"event": event}, own="Jade", children=CHILDREN) == other


def test_a_column_that_names_the_child_of_the_record_settles_whose_the_row_is() -> None:
    words = {"event": "Orla hit her.", "subject": "Jade Pryce (Year 4)"}
    assert opens_with_another(words, own="Jade", children=CHILDREN) == ""


def test_the_twins_own_record_may_speak_of_the_twins() -> None:
    assert opens_with_another({"event": "Twins absent."}, own="Finn", children=CHILDREN) == ""


def test_where_nobody_says_whose_record_it_is_no_row_is_anothers() -> None:
    assert opens_with_another({"event": "Orla absent."}, own=None, children=CHILDREN) == ""
