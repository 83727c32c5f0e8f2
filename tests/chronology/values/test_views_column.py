"""What a column of the child's views says: the child's words, or that there are none."""

import pytest

from chronology.model import Child
from chronology.values.views_column import read_views

ELLIS = Child(label="Ellis", names=("Ellis",), subject=True)
MAISIE = Child(label="Maisie", names=("Maisie", "Mais"))
BOTH = (ELLIS, MAISIE)

SAID = {
    "recorded": (
        "Wants to live with nan", "Said he likes school", "Did not want to go to dad's",
        "Not spoken to alone but said he was scared of dad", "Mum hit me", "Mum said I am naughty",
        "Dad says I can't come home", "She feels safe at school", "Frightened of step-dad",
        "Does not like it when they shout", "'I do the bottle when mum sleeps'",
        "Wishes to remain with foster carer", "No wish to return home", "To stay with nan",
        "Likes his new room, no concerns", 'Not asked. "I want to go home."',
        "Drew a picture of a house with no people", "Quiet. Wants to go home",
        "Was asked about dad and said he is scary", "See entry. Wants to stay with nan",
        "Laughed and said he hates it", "Pointed to the sad face",
        "Asked when he can see dad", "See more of his dad", "Wants to be asked before visits",
    ),
    "sought_but_not_given": (
        "Asked but would not say", "Would not say. Shrugged", "Declined to talk", "Declined",
        "Child asked but did not answer", "Didn't want to talk about mum's boyfriend",
        'Asked, would only say "dunno"', "Tried to speak with him, no views obtained",
        "Asked; did not want to say", "Asked how he felt. Shrugged.", "Asked",
        "Ellis was asked for his view", "Tried to engage Ellis but he turned away",
    ),
    "observed": (
        "Alert, settled on mother", "Clean and appropriately dressed", "Tyler appeared happy",
        "He was playing with toys", "Child seen asleep", "Good attachment observed",
        "Smiled and babbled; reached for mother", "Asleep, not spoken to",
        "No views given; seemed sad", "Quiet, watchful. Ran to mum when L left",
        "Settles to mum's voice", "Cooing, watches faces", "Laughed at nursery nurse", "Pointed",
        "Held arms up to gran",
        "Watchful. Not observed to play.", "Stood very still. Nothing would coax him over.",
    ),
    "": (
        "Not explored", "Not captured", "Not discussed", "Views not sought", "Views not recorded",
        "Voice of child not recorded", "No record of child's views", "No views recorded",
        "No evidence of child's voice", "Child's voice absent", "Child not spoken to",
        "Did not speak to child", "Child present but not spoken to", "Not evidenced",
        "Not seen alone so views not obtained", "No concerns noted", "Nil noted", "Safe and well",
        "Not age appropriate", "N/A due to age", "Unable to ascertain due to age", "6 weeks old",
        "Under 1", "Unborn", "Pre-school child", "Unable to verbalise", "Not seen. Phone call only",
        "WNB", "DNA", "Absent", "No access", "Visit cancelled", "To be explored at next visit",
        "Will be sought at next visit", "Wishes and feelings work to be done",
        "Direct work planned", "Ellis was not seen on his own as mum stayed", "Texts only.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"), [(text, value) for value, texts in SAID.items() for text in texts]
)
def test_the_childs_words_stand_apart_from_there_being_none(text: str, value: str) -> None:
    heard, remarks = read_views(text, of="Ellis")
    assert [v.value.value for v in heard.values()] == ([value] if value else [])
    assert remarks == ()


@pytest.mark.parametrize("text", ["Mother reports he is happy", "He likes school, mum says",
                                  "Scared of the dark (as reported by mother)",
                                  "Per mum, sleeping well",
                                  "Dad stated that she likes it there"])  # fmt: skip
def test_another_adults_account_is_no_view_of_the_childs_and_is_said(text: str) -> None:
    heard, remarks = read_views(text, of="Ellis")
    assert heard == {}
    assert [r.code for r in remarks] == ["childs-words-by-another"]


@pytest.mark.parametrize(
    "text",
    [
        "Yes",
        "Sought",
        "Yes, obtained",
        "Views recorded.",
        "Views obtained - see record",
        "Child was spoken to",
        "Spoken to alone",
        "Spoke to Ellis at school",
        "See entry",
        "Yes - see case note",
        "Refer to assessment",
        "As in main text",
        "As written.",
        "Ellis as quoted",
        "As in letter",
        "No change",
        "Views shared in conference",
        "Wishes and feelings gained through play",
    ],
)
def test_that_views_were_got_does_not_say_what_they_were(text: str) -> None:
    heard, remarks = read_views(text, of="Ellis")
    assert heard == {}
    assert [r.code for r in remarks] == ["views-unclear"]


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


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("Ellis doesn't talk because he's scared", None),
        ("Ellis gets hit", None),
        ("Ellis: scared of dad", "Ellis"),
        ("Ellis wants to go home", "Ellis"),
        ("Maisie says Ellis gets hit", "Maisie"),
    ],
)
def test_what_a_child_says_of_a_brother_is_not_stated_as_the_brothers_view(
    words: str, whose: str | None
) -> None:
    found, remarks = read_views(words, children=BOTH, of="Maisie")
    assert list(found) == ([whose] if whose else [])
    assert bool(remarks) is not bool(whose)
