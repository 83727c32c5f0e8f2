"""Texts in parts, one for each child, without a table: whose each entry is."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.model import Case, Child, Chronology, Declared
from tests.chronology.importers.wordxml import document, paragraph

CHILDREN = (
    Child(label="Theo", names=("Theo Marlowe",), subject=True),
    Child(label="Ruby", names=("Ruby Marlowe",)),
)


def read(path: Path, record_of: str = "child") -> Chronology:
    declared = (Declared(file=path.name, record_of=record_of),)
    return merge([path], Case(children=CHILDREN, declared=declared))


def text(folder: Path, words: str, record_of: str = "child") -> Chronology:
    path = folder / "school.txt"
    path.write_text(words, encoding="utf-8")
    return read(path, record_of)


def told(woven: Chronology) -> dict[int, tuple[str, str]]:
    """For each row its words, and who was seen."""
    return {
        e.at.row: (e.event, " ".join(c for c, s in e.seen.items() if s.value == "seen"))
        for e in woven.entries
    }


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("THEO", "RUBY"),
        ("Theo Marlowe", "Ruby Marlowe"),
        ("== Theo ==", "== Ruby =="),
        ("1. Theo Marlowe (subject child)", "2. Ruby Marlowe (sibling)"),
        ("Part A: Theo", "Part B: Ruby"),
        ("Child: Theo", "Child: Ruby"),
        ("Theo Marlowe, DOB 01/02/2017", "Ruby Marlowe, DOB 03/02/2014"),
        ("School records for Theo", "School records for Ruby"),
        ("Theo's records:", "Ruby's records:"),
        ("MARLOWE, Theo", "MARLOWE, Ruby"),
    ],
)
@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_name_between_entries_says_whose_those_below_it_are(
    tmp_path: Path, first: str, second: str, gap: str
) -> None:
    woven = text(
        tmp_path,
        f"{first}\n12/03/2021 - Attended clinic, seen.\n13/03/2021 - Mum rang.\nNo answer.\n{gap}"
        f"{second}\n14/03/2021 - Attended clinic, seen.\n15/03/2021 - Letter sent.\n",
    )
    assert list(told(woven).values()) == [
        ("Attended clinic, seen.", "Theo"),
        ("Mum rang.\nNo answer.", ""),
        ("Attended clinic, seen.", "Ruby"),
        ("Letter sent.", ""),
    ]
    assert "subject-carried-down" in {f.code for f in woven.findings}
    assert {a.reason for s in woven.submissions for t in s.sheets for a in t.set_aside} == {"band"}


def test_a_part_about_the_mother_shows_no_child_as_seen(tmp_path: Path) -> None:
    woven = text(
        tmp_path,
        "THEO\n12/03/2021 - Attended clinic, seen.\n\nKAYLEIGH MARLOWE (MOTHER)\n"
        "13/03/2021 - Attended clinic, seen.\n14/03/2021 - Letter sent.\n",
    )
    assert [seen for _, seen in told(woven).values()] == ["Theo", "", ""]


def test_lines_about_the_person_below_a_name_are_set_aside_and_not_joined_to_the_entry_above(
    tmp_path: Path,
) -> None:
    woven = text(
        tmp_path,
        "Theo\n\n12/03/2021 - Seen.\n13/03/2021 - Late.\n\nRuby\nDate of birth: 3/2/2014\n"
        "School: Harbour Primary\n14/03/2021 - Seen.\n",
    )
    assert told(woven)[4] == ("Late.", "Theo")
    assert told(woven)[9] == ("Seen.", "Ruby")


def test_a_name_below_a_date_that_stands_alone_is_a_word_of_the_entry(tmp_path: Path) -> None:
    words = "12 March 2021\nRuby\nSeen.\n13 March 2021\nTheo\nLate.\n14 March 2021\nRuby\nIll.\n"
    woven = text(tmp_path, words)
    assert [words for words, _ in told(woven).values()] == [
        "Ruby\nSeen.",
        "Theo\nLate.",
        "Ruby\nIll.",
    ]


def test_a_label_under_each_entry_is_about_the_entry_above_it(tmp_path: Path) -> None:
    woven = text(
        tmp_path,
        "12/03/2021 - Attended, seen.\nChild: Theo\n13/03/2021 - Attended, seen.\nChild: Ruby\n"
        "14/03/2021 - Attended, seen.\nChild: Ruby\n",
    )
    assert [seen for _, seen in told(woven).values()] == ["Theo", "Ruby", "Ruby"]
    assert [e.fields["subject"] for e in woven.entries] == ["Theo", "Ruby", "Ruby"]


def test_a_message_that_begins_with_somebodys_name_is_no_heading(tmp_path: Path) -> None:
    woven = text(
        tmp_path,
        "[12/03/2021, 09:01] AB: Coming now\nMother: Theo poorly\n[12/03/2021, 09:05] AB: Fine\n"
        "[12/03/2021, 09:09] AB: Outside\n",
    )
    assert told(woven)[1][0] == "AB: Coming now\nMother: Theo poorly"


def test_paragraphs_with_labels_in_parts_are_each_of_the_part_they_stand_in(
    tmp_path: Path,
) -> None:
    for first, second in (("THEO", "RUBY"), ("Child: Theo", "Child: Ruby")):
        woven = text(
            tmp_path,
            f"{first}\nDate: 12/03/2021\nNotes: Attended clinic, seen.\nDate: 13/03/2021\n"
            f"Notes: Letter sent.\n\n{second}\nDate: 14/03/2021\nNotes: Attended clinic, seen.\n"
            "Date: 15/03/2021\nNotes: Letter sent.\n",
        )
        assert list(told(woven).values()) == [
            ("Attended clinic, seen.", "Theo"),
            ("Letter sent.", ""),
            ("Attended clinic, seen.", "Ruby"),
            ("Letter sent.", ""),
        ]


def test_so_it_is_in_the_paragraphs_of_a_word_document(tmp_path: Path) -> None:
    dated = ("12/03/2021 - Attended clinic, seen.", "13/03/2021 - Attended clinic, seen.")
    document(
        tmp_path / "school.docx",
        *map(paragraph, ("Theo Marlowe", dated[0], dated[1], "Ruby Marlowe", *dated)),
    )
    woven = read(tmp_path / "school.docx")
    assert {row: seen for row, (_, seen) in told(woven).items()} == {
        2: "Theo", 3: "Theo", 5: "Ruby", 6: "Ruby",
    }  # fmt: skip
