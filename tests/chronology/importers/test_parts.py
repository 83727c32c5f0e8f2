"""Texts and documents in parts, one for each child: whose each entry is."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.model import Case, Child, Chronology, Declared
from tests.chronology.importers.wordxml import cell, document, paragraph, row, run, table

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


HEADS = ("Date", "Event", "Child seen")


@pytest.mark.parametrize("record_of", ["child", ""])
def test_a_name_alone_over_a_table_says_whose_it_is_and_those_below_without_a_name(
    tmp_path: Path, record_of: str
) -> None:
    one = table(row(*HEADS), row("12/03/2021", "Attended clinic.", "Yes"))
    parts = ("Theo Marlowe", "2. Ruby Marlowe (DOB 03/02/2014)", "", "Kayleigh (mother)", "Theo",
             "Ruby - School chronology", "Mother - adult services", "Ruby: January to March 2021",
             "Theo (continued)", "Maternal grandmother", "Theo", "Both parents")  # fmt: skip
    blocks = [paragraph(words) + one for words in parts]
    document(tmp_path / "school.docx", *blocks)
    woven = read(tmp_path / "school.docx", record_of)
    seen = {e.at.sheet: " ".join(c for c, s in e.seen.items() if s.value == "seen")
            for e in woven.entries}  # fmt: skip
    assert [seen[f"table {n}"] for n in range(1, 13)] == [
        "Theo", "Ruby", "Ruby", "", "Theo", "Ruby", "", "Ruby", "Theo", "", "Theo", "",
    ]  # fmt: skip
    assert len({e.agency for e in woven.entries}) == 1
    assert "record-of-by-title" in {f.code for f in woven.findings}


def test_so_it_is_on_a_web_page(tmp_path: Path) -> None:
    head = f"<tr>{''.join(f'<th>{h}</th>' for h in HEADS)}</tr>"
    page = "<html>" + "".join(
        f"<h2>{who}</h2><table>{head}<tr><td>12/03/2021<td>Clinic.<td>Yes</tr></table>"
        for who in ("Theo Marlowe", "Ruby Marlowe", "Mother")
    )
    (tmp_path / "school.html").write_text(page, encoding="utf-8")
    assert [who for _, who in told_by_table(read(tmp_path / "school.html"))] == ["Theo", "Ruby", ""]


def told_by_table(woven: Chronology) -> list[tuple[str, str]]:
    return [
        (e.at.sheet, " ".join(c for c, s in e.seen.items() if s.value == "seen"))
        for e in woven.entries
    ]


def test_a_name_alone_over_the_headings_of_a_childs_file_says_whose_it_is(tmp_path: Path) -> None:
    for title, seen in (("Ruby Marlowe", "Ruby"), ("Theo", "Theo"), ("Pupil: Jordan Reed", "")):
        path = tmp_path / "clinic.csv"
        path.write_text(f"{title},,\nDate,Event,Child seen\n1/1/2021,Clinic,Yes\n", "utf-8")
        assert told_by_table(read(path)) == [("clinic", seen)]


def test_a_web_page_without_a_table_is_read_by_its_paragraphs(tmp_path: Path) -> None:
    days = "".join(f"<p>{day} March 2021 - Call</p>" for day in (12, 13, 14))
    (tmp_path / "notes.html").write_text(f"<html><h1>Theo</h1>{days}<p>Kind regards</p>", "utf-8")
    woven = read(tmp_path / "notes.html")
    assert [(e.at.row, f"{e.when.start}") for e in woven.entries] == [
        (2, "2021-03-12"), (3, "2021-03-13"), (4, "2021-03-14"),
    ]  # fmt: skip


def test_a_name_in_capitals_that_the_case_does_not_know_heads_a_part_beside_names_that_it_does(
    tmp_path: Path,
) -> None:
    seen = "- Attended clinic, seen."
    woven = text(
        tmp_path,
        f"THEO\n\n12/03/2021 {seen}\n\nORLA\n\n13/03/2021 {seen}\n14/03/2021 {seen}\n\nRUBY\n\n"
        f"15/03/2021 {seen}\n\nHOME VISITS\n\n16/03/2021 - Call.\n",
    )
    assert [seen for _, seen in told(woven).values()][:4] == ["Theo", "", "", "Ruby"]
    assert [e.fields["subject"] for e in woven.entries] == ["Theo", "ORLA", "ORLA", "Ruby", "Ruby"]


def test_a_number_alone_over_a_form_is_no_word_of_the_form_above_it(tmp_path: Path) -> None:
    form = "Date: 1{n}/03/2021\nChild: {who}\nNotes: Attended, seen.\n\n"
    words = "".join(f"[{n}]\n{form.format(n=n, who=who)}" for n, who in ((1, "Theo"), (2, "Ruby")))
    assert list(told(text(tmp_path, words)).values()) == [
        ("Attended, seen.", "Theo"), ("Attended, seen.", "Ruby"),
    ]  # fmt: skip


def test_a_childs_name_over_several_forms_counts_for_each_and_not_for_the_form_above(
    tmp_path: Path,
) -> None:
    forms = 'Date,{d}/3/2021\nNote,"Attended clinic, seen."\nDate,{e}/3/2021\nNote,Letter.\n'
    path = tmp_path / "clinic.csv"
    parts = (
        f"Child,{who}\n{forms.format(d=d, e=d + 1)}\n" for who, d in (("Theo", 1), ("Ruby", 5))
    )
    path.write_text("".join(parts), "utf-8")
    assert [seen for _, seen in told(read(path)).values()] == ["Theo", "", "Ruby", ""]


@pytest.mark.parametrize("suffix", ["docx", "html"])
def test_a_raised_number_is_the_mark_of_a_footnote(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"clinic.{suffix}"
    up = "<w:vertAlign w:val='superscript'/>"
    if suffix == "docx":
        day = paragraph(run("4/3/19"), run("1", up))
        later = paragraph(run("12"), run("th", up), run(" March 2019"))
        head = row(cell(paragraph(run("Date"), run("1", up))), "Event")
        document(path, table(head, row(cell(day), "A"), row(cell(later), "B")))
    else:
        path.write_text(
            "<table><tr><th>Date<sup>1</sup><th>Event</tr><tr><td>4/3/19<sup>1</sup><td>A</tr>"
            "<tr><td>12<sup>th</sup> March 2019<td>B</tr></table>"
        )
    woven = read(path)
    assert [f"{e.when.start}" for e in woven.entries] == ["2019-03-04", "2019-03-12"]
    assert woven.entries[0].when.text == "4/3/19\u00b9"


def test_words_that_go_on_at_the_head_of_the_next_table_have_the_date_of_the_row_above_them(
    tmp_path: Path,
) -> None:
    document(
        tmp_path / "clinic.docx",
        table(row("Date", "Event"), row("4/3/2021", "Visit at which mother said")),
        paragraph("Page 2 of 3"),
        table(row("Date", "Event"), row("", "she was tired."), row("5/3/2021", "Call.")),
        paragraph("Page 3 of 3"),
        table(row("Date", "Event"), row("", "Letter."), row("6/3/2021", "Call.")),
    )
    woven = read(tmp_path / "clinic.docx")
    assert [(e.event, f"{e.when.start}") for e in woven.entries] == [
        ("Visit at which mother said", "2021-03-04"),
        ("she was tired.", "2021-03-04"),
        ("Call.", "2021-03-05"),
        ("Call.", "2021-03-06"),
        ("Letter.", "None"),
    ]
    assert "row-goes-on" in {f.code for f in woven.findings}


def test_names_in_a_list_of_who_was_there_head_nothing(tmp_path: Path) -> None:
    there = "Present:\nTheo\nMother\n"
    woven = text(
        tmp_path,
        f"12/03/2021 - Attended clinic.\n{there}13/03/2021 - Call.\nPresent:\nMother\n"
        f"14/03/2021 - Call to\nMother\n\nRuby\n15/03/2021 - Call.\n",
    )
    assert woven.entries[0].event == "Attended clinic.\nPresent:\nTheo\nMother"
    assert woven.entries[1].event == "Call.\nPresent:\nMother"
    assert [e.fields.get("subject") for e in woven.entries] == [None, None, None, "Ruby"]


def test_the_name_of_a_text_file_does_not_go_before_what_the_case_file_says(
    tmp_path: Path,
) -> None:
    path = tmp_path / "mother-and-baby.csv"
    path.write_text("Date,Event,Child seen\n1/1/2021,Clinic,Yes\n", "utf-8")
    assert told_by_table(read(path)) == [("mother-and-baby", "Theo")]


@pytest.mark.parametrize("who", ["MATERNAL GRANDMOTHER", "Parents", "Father (Dean)", "Stepfather"])
def test_a_part_about_any_grown_person_of_the_family_shows_no_child(
    tmp_path: Path, who: str
) -> None:
    seen = "Attended clinic, seen."
    words = f"THEO\n12/3/21 - {seen}\n\n{who}\n13/3/21 - {seen}\n14/3/21 - {seen}\n"
    assert [seen for _, seen in told(text(tmp_path, words)).values()] == ["Theo", "", ""]


def test_a_long_line_with_the_name_and_birth_over_a_list_is_no_entry(tmp_path: Path) -> None:
    head = "Patient: MARLOWE, Theo   DOB: 20-May-2017   NHS No: 999 000 0001   Sex: Male"
    days = [f"{day:02}/03/2021 Home visit." for day in (4, 5, 8)]
    woven = text(tmp_path, "\n".join([head, *days]))
    assert [f"{e.when.start:%d/%m/%Y}" for e in woven.entries] == [
        "04/03/2021", "05/03/2021", "08/03/2021",
    ]  # fmt: skip


def test_forms_of_labels_in_tables_of_one_column_are_an_entry_each(tmp_path: Path) -> None:
    path = tmp_path / "nursery.docx"
    lines = ("Incident form", "Date: 0{}/03/2021  Time: 10:15", "What happened: fell", "By: AB")
    forms = [table(*(row(cell(paragraph(run(x.format(n))))) for x in lines)) for n in (4, 5)]
    document(path, *forms)
    woven = read(path)
    assert [(f"{e.when.start:%d/%m}", e.event) for e in woven.entries] == [
        ("04/03", "fell"), ("05/03", "fell"),
    ]  # fmt: skip
    assert len({e.at.row for e in woven.entries}) == 2
