"""What the words in an agency's own columns on seen say, cell by cell."""

import pytest

from chronology.model import Child, Seen
from chronology.phrases import table_of
from chronology.values.seen_columns import read_alone, read_seen, read_which

ELLIS = Child(label="Ellis", names=("Ellis",), subject=True)
MAISIE = Child(label="Maisie", names=("Maisie", "Mais"))
BOTH = (ELLIS, MAISIE)
THEO, RUBY = Child(label="Theo", subject=True), Child(label="Ruby")
EXAMPLES = [
    pytest.param(example, id=f"{name}: {example['cell']}")
    for name, table in table_of("child_seen.toml").items()
    for example in table["examples"]
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_beside_the_words_of_the_column_reads_as_it_says(
    example: dict[str, str],
) -> None:
    of = [child for child in (example.get("of", "Theo"),) if child]
    told, _ = read_seen(example["cell"], children=(THEO, RUBY), of=of)
    theo = told.get("Theo", Seen(value=""))
    assert theo.value == example["seen"]
    assert theo.manner == example.get("manner", "")
    assert theo.reason == example.get("reason", theo.reason)


def test_every_list_of_words_of_the_column_has_examples() -> None:
    assert [
        name for name, table in table_of("child_seen.toml").items() if not table["examples"]
    ] == []


@pytest.mark.parametrize(
    ("text", "ellis", "maisie"),
    [
        ("Yes", "seen", ""),
        ("Y", "seen", ""),
        ("a) Yes", "seen", ""),
        ("b) No", "not_seen", ""),
        ("Yes - alone", "seen_alone", ""),
        ("Child seen alone", "seen_alone", ""),
        ("Child seen with others", "seen", ""),
        ("Yes. Alone: No", "seen", ""),
        ("Yes but not alone", "seen", ""),
        ("Y (alone - Y)", "seen_alone", ""),
        ("Yes, with mother and sister present", "seen", ""),
        ("Yes - at school", "seen", ""),
        ("Yes - seen well", "seen", ""),
        ("\u2713", "seen", ""),
        ("Y (Ellis) N (Maisie)", "seen", "not_seen"),
        ("Ellis - Y, Maisie - N", "seen", "not_seen"),
        ("Maisie: Yes; Ellis: No", "not_seen", "seen"),
        ("Ellis", "seen", ""),
        ("Maisie only", "", "seen"),
        ("Ellis (seen)", "seen", ""),
        ("Ellis (Y) Maisie (N)", "seen", "not_seen"),
        ("Ellis \u2713 Maisie \u2717", "seen", "not_seen"),
        ("Ellis \u2713, Maisie \u2717", "seen", "not_seen"),
        ("Yes: Ellis No: Maisie", "seen", "not_seen"),
        ("Not seen: Maisie", "", "not_seen"),
        ("Seen: Ellis, Maisie", "seen", "seen"),
        ("Seen - Ellis; not seen - Maisie", "seen", "not_seen"),
        ("Ellis and Mais", "seen", "seen"),
        ("Both seen", "seen", "seen"),
        ("Yes / ", "seen", ""),
        ("/ No", "not_seen", ""),
        ("No - at school", "not_seen", ""),
        ("WNB", "not_seen", ""),
        ("No access", "not_seen", ""),
        ("Yes (asleep)", "seen", ""),
    ],
)
def test_plain_words_in_a_seen_column_are_a_yes_or_a_no(text: str, ellis: str, maisie: str) -> None:
    seen, _ = read_seen(text, children=BOTH, of=["Ellis"])
    assert {c: s.value.value for c, s in seen.items()} == {
        c: value for c, value in (("Ellis", ellis), ("Maisie", maisie)) if value
    }


@pytest.mark.parametrize(
    "text", ["Y - virtual", "Yes (video call)", "Yes, via WhatsApp", "Seen online", "Y - by Teams"]
)
def test_a_child_seen_by_video_is_seen_and_counted_apart(text: str) -> None:
    seen, remarks = read_seen(text, children=BOTH, of=["Ellis"])
    assert (seen["Ellis"].value, seen["Ellis"].manner) == ("seen", "remote")
    assert [r.code for r in remarks] == ["seen-remote"]


@pytest.mark.parametrize(
    "text",
    ["Sibs only", "By phone", "Yes - by phone", "Virtual", "Seen by HV", "Y (C1) N (C2)",
     "asleep", "x", "Partly", "Yes - glimpsed through window", "No, but seen by HV",
     "No concerns", "Yes and no", "Mother"],
)  # fmt: skip
def test_what_is_not_plain_is_no_value_and_is_queried(text: str) -> None:
    seen, remarks = read_seen(text, children=BOTH, of=["Ellis"])
    assert seen == {}
    assert [r.code for r in remarks] == ["seen-unclear"]


@pytest.mark.parametrize("text", ["N/A", "N/K", "n/a - telephone", "Not recorded", "-", "?", ""])
def test_what_says_nothing_is_silence_and_no_query(text: str) -> None:
    assert read_seen(text, children=BOTH, of=["Ellis"]) == ({}, ())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("No - not brought", "not_brought"),
        ("DNA", "not_brought"),
        ("No access gained", "no_access"),
        ("No (mother refused)", "refused"),
        ("Visit cancelled", "cancelled"),
        ("No, with grandmother", "elsewhere"),
        ("No: too busy", "other"),
    ],
)
def test_a_no_keeps_its_reason(text: str, reason: str) -> None:
    seen, _ = read_seen(text, children=BOTH, of=["Ellis"])
    assert (seen["Ellis"].value, seen["Ellis"].reason) == ("not_seen", reason)


@pytest.mark.parametrize(
    ("text", "alone"),
    [("Yes", ["Ellis"]), ("No", []), ("with mum", []), ("Yes - at school", ["Ellis"]),
     ("Maisie", ["Maisie"]), ("Ellis Y, Maisie N", ["Ellis"]), ("N/A", []),
     ("Maisie seen alone", ["Maisie"]), ("Maisie (alone)", ["Maisie"]),
     ("Alone: No", []), ("Seen alone - N", []), ("Alone: Yes", ["Ellis"]),
     ("Seen alone", ["Ellis"]), ("Ellis", ["Ellis"]),
     ("Alone: n/a", []), ("Alone - at school", ["Ellis"]),
     ("Maisie - yes, alone", ["Maisie"]), ("alone: Maisie", ["Maisie"]),
     ("Yes - Ellis and Maisie, separately", ["Ellis", "Maisie"])],
)  # fmt: skip
def test_alone_no_says_nothing_about_seen(text: str, alone: list[str]) -> None:
    found, remarks = read_alone(text, children=BOTH, of=["Ellis"])
    assert (list(found), remarks) == (alone, ())


@pytest.mark.parametrize("text", ["Seen", "Seen at school", "Child seen and well", "Ellis seen"])
def test_that_a_child_was_seen_is_no_yes_to_alone(text: str) -> None:
    found, remarks = read_alone(text, children=BOTH, of=["Ellis"])
    assert found == {}
    assert [r.code for r in remarks] == ["alone-unclear"]


@pytest.mark.parametrize("text", ["Ellis (0)", "Ellis (1), Maisie (0)"])
def test_an_age_in_brackets_is_no_answer(text: str) -> None:
    found, remarks = read_seen(text, children=BOTH, of=["Ellis"])
    assert found == {}
    assert [r.code for r in remarks] == ["seen-unclear"]


def test_why_and_how_stand_after_an_answer_with_a_name() -> None:
    def read(text: str) -> dict[str, tuple[str, str, str]]:
        found, _ = read_seen(text, children=BOTH, of=())
        return {c: (s.value.value, s.manner, s.reason) for c, s in found.items()}

    assert read("Ellis: Y, Maisie: N (at school)") == {
        "Ellis": ("seen", "", ""), "Maisie": ("not_seen", "", "elsewhere"),
    }  # fmt: skip
    assert read("Ellis: No - refused") == {"Ellis": ("not_seen", "", "refused")}
    assert read("Ellis and Maisie: Yes - video") == dict.fromkeys(
        ("Ellis", "Maisie"), ("seen", "remote", "")
    )
    assert read("Maisie - Yes (asleep); Ellis - No") == {
        "Maisie": ("seen", "asleep", ""), "Ellis": ("not_seen", "", ""),
    }  # fmt: skip
    assert read("Ellis: Yes - seen by HV") == {}
    assert read("See Ellis: Yes - video") == {}


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Ellis, mum", {"Ellis"}),
        ("mum, Ellis & Mais", {"Ellis", "Maisie"}),
        ("MGM / Maisie", {"Maisie"}),
        ("both children and father", {"Ellis", "Maisie"}),
        ("mum", set()),
        ("Ellis, Mr Cole", set()),
    ],
)
def test_grown_people_in_a_list_of_who_was_seen_are_passed_over(text: str, seen: set[str]) -> None:
    found, remarks = read_which(text, children=BOTH)
    assert set(found) == seen
    assert [r.code for r in remarks] == ([] if seen else ["seen-unclear"])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Y - Maisie", {"Maisie": "seen"}),
        ("Yes: Ellis and Maisie", {"Ellis": "seen", "Maisie": "seen"}),
        ("Maisie alone", {"Maisie": "seen_alone"}),
        ("Yes - Ellis on his own", {"Ellis": "seen_alone"}),
        ("Not seen alone", {}),
        ("Maisie not alone", {}),
        ("Mum alone", {}),
    ],
)
def test_a_yes_with_names_is_about_those_children(text: str, values: dict[str, str]) -> None:
    found, _ = read_seen(text, children=BOTH, of=())
    assert {c: s.value.value for c, s in found.items()} == values


@pytest.mark.parametrize(
    ("cell", "value"),
    [("nto seen", "not_seen"), ("Abscent", "not_seen"), ("seen seperately", "seen_alone"),
     ("Yse", "seen")],
)  # fmt: skip
def test_an_answer_with_a_slip_of_spelling_is_read_and_said(cell: str, value: str) -> None:
    found, remarks = read_seen(cell, children=(THEO, RUBY), of=("Theo",))
    assert (found["Theo"].value, found["Theo"].evidence) == (value, cell)
    assert [remark.code for remark in remarks] == ["answer-misspelt"]


@pytest.mark.parametrize("cell", ["Sen", "Seth", "Nott"])
def test_other_words_are_no_slips_of_an_answer(cell: str) -> None:
    assert read_seen(cell, children=(THEO, RUBY), of=("Theo",))[0] == {}
