"""Notes typed into the Word chronology come back on the next merge."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from caseweave.case.panel import earlier_draft
from chronology.exporters import write
from chronology.exporters.paper.word_parts import NAMESPACES
from chronology.findings import CaseweaveError, Unreadable
from chronology.merge import merge
from chronology.model import Case, Chronology, Declared, Difference, Said
from chronology.notes import by_entry
from chronology.ordering import refs
from chronology.review.earlier import read_earlier
from chronology.review.earlier_draft import Earlier
from chronology.review.panel_notes import Note

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CASE = Case(
    declared=(
        Declared(file="gp.csv", agency="GP", record_of="child"),
        Declared(file="school.csv", agency="School", record_of="child"),
    )
)


def woven(folder: Path, earlier: Earlier | None = None) -> Chronology:
    (folder / "gp.csv").write_text(
        "Date,Event\n01/03/2021,Cough and a cold.\n02/03/2021,Second look.\n,Undated letter.\n",
        encoding="utf-8",
    )
    (folder / "school.csv").write_text("Date,Event\n01/03/2021,Absent.\n", encoding="utf-8")
    files = [folder / "gp.csv", folder / "school.csv"]
    return merge(files, CASE, earlier=earlier or Earlier())


def typed(path: Path, event: str, words: str, *, xml: str = "") -> None:
    """Write into the column Review notes of the row with this event."""
    document = docx.Document(str(path))
    for table in document.tables:
        heads = [cell.text for cell in table.rows[0].cells]
        if "Review notes" not in heads:
            continue
        for row in table.rows[1:]:
            if row.cells[3].text.startswith(event):
                paragraph = row.cells[heads.index("Review notes")].paragraphs[0]
                paragraph.add_run(words)
                if xml:
                    paragraph._p.append(parse_xml(xml))
    document.save(str(path))


def notes(made: Chronology) -> dict[str, dict[str, str]]:
    event = {e.id: e.event for e in made.entries}
    found = by_entry(made)
    return {event[i]: {k: n.words for k, n in told.items()} for i, told in found.items()}


def test_a_note_comes_back_to_its_entry_also_to_an_undated_one(tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    write(woven(tmp_path), path)
    typed(path, "Second look.", "Ask why.\nTwice.")
    typed(path, "Undated letter.", "Which year?")
    again = woven(tmp_path, read_earlier(path))
    assert notes(again) == {
        "Second look.": {"review_notes": "Ask why.\nTwice."},
        "Undated letter.": {"review_notes": "Which year?"},
    }


def test_notes_written_out_and_read_again_are_the_same_notes(tmp_path: Path) -> None:
    first, second = tmp_path / "one.docx", tmp_path / "two.docx"
    write(woven(tmp_path), first)
    typed(first, "Cough", "Ask why.")
    made = woven(tmp_path, read_earlier(first))
    write(made, second)
    assert notes(woven(tmp_path, read_earlier(second))) == notes(made)


def test_other_kinds_of_note_are_told_apart_by_our_label_alone(tmp_path: Path) -> None:
    book, path = tmp_path / "out.xlsx", tmp_path / "out.docx"
    made = woven(tmp_path)
    write(made, book)
    earlier = read_earlier(book)
    kept = [r for r in earlier.rows if r.event.startswith("Cough")]
    note = Note(entry=kept[0].id, kind="missed_opportunity", words="No visit.", about=kept[0])
    write(woven(tmp_path, replace(earlier, notes=(note,))), path)
    typed(path, "Second look.", "missed opportunity: a person's own words")
    assert notes(woven(tmp_path, read_earlier(path))) == {
        "Cough and a cold.": {"missed_opportunity": "No visit."},
        "Second look.": {"review_notes": "missed opportunity: a person's own words"},
    }


def test_words_inserted_as_a_change_count_and_words_deleted_do_not(tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    write(woven(tmp_path), path)
    change = f"<w:ins {NAMESPACES} w:id='901' w:author='a'><w:r><w:t>now</w:t></w:r></w:ins>"
    typed(path, "Absent.", "Ask ", xml=change)
    run = "<w:r><w:delText>x</w:delText></w:r>"
    gone = f"<w:del {NAMESPACES} w:id='902' w:author='a'>{run}</w:del>"
    typed(path, "Absent.", "", xml=gone)
    assert notes(woven(tmp_path, read_earlier(path))) == {"Absent.": {"review_notes": "Ask now"}}


def test_a_note_whose_entry_is_gone_is_kept_in_a_chapter_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    write(woven(tmp_path), path)
    typed(path, "Absent.", "Ask why.")
    earlier = read_earlier(path)
    woven(tmp_path)
    for _ in range(2):  # written out and read again it is still there
        alone = merge([tmp_path / "gp.csv"], CASE, earlier=earlier)
        assert [n.words for n in alone.notes] == ["Ask why."]
        write(alone, path)
        earlier = read_earlier(path)


def differing(made: Chronology) -> Chronology:
    one, two = made.entries[:2]
    said = (Said(id=one.id, agency="GP", words="1"), Said(id=two.id, agency="School", words="2"))
    told = Difference(field="date", message="Accounts differ.", said=said)
    return replace(made, differences=(told, replace(told, field="time")))


def test_the_marks_of_a_document_are_all_different(tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    made = differing(woven(tmp_path))
    write(made, path)
    body = docx.Document(str(path)).element.body
    names = [str(mark.get(f"{W}name")) for mark in body.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names))
    assert len([n for n in names if n.startswith("id_")]) == len(refs(made))


def test_a_note_on_a_difference_comes_back_under_what_differs(tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    write(differing(woven(tmp_path)), path)
    document = docx.Document(str(path))
    (table,) = [t for t in document.tables if t.rows[0].cells[-1].text == "Panel's note"]
    table.rows[4].cells[-1].paragraphs[0].add_run("Phone records?")
    document.save(str(path))
    (note,) = read_earlier(path).notes
    assert (note.kind, note.words) == ("difference: time", "Phone records?")


def test_a_word_file_that_is_not_ours_is_said_to_be_so(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "other.docx"))
    with pytest.raises(Unreadable, match="not a Word chronology"):
        read_earlier(tmp_path / "other.docx")


def test_a_note_in_a_row_that_lost_its_entry_is_named_and_not_dropped(tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    write(woven(tmp_path), path)
    typed(path, "Absent.", "Ask why.")
    document = docx.Document(str(path))
    for mark in list(document.element.body.iter(f"{W}bookmarkStart")):
        row = mark.getparent().getparent().getparent()
        if row.tag == f"{W}tr" and "Ask why." in "".join(row.itertext()):
            mark.getparent().remove(mark)
    document.save(str(path))
    with pytest.raises(Unreadable, match=r"Ask why\."):
        read_earlier(path)


def test_a_comment_in_word_is_kept_with_the_entry_it_stands_on(tmp_path: Path) -> None:
    made = woven(tmp_path)
    path = tmp_path / "integrated.docx"
    write(made, path)
    document = docx.Document(str(path))
    row = next(
        row for table in document.tables for row in table.rows
        if any(cell.text.startswith("Cough and a cold.") for cell in row.cells)
    )  # fmt: skip
    run = next(r for cell in row.cells for p in cell.paragraphs for r in p.runs)
    document.add_comment(run, text="Who was with her?", author="JS")
    document.save(str(path))
    again = woven(tmp_path, read_earlier(path))
    assert notes(again) == {
        "Cough and a cold.": {"typed in a comment in Word": "JS: Who was with her?"}
    }
    assert "note-outside-columns" in {f.code for f in again.findings}


def outside(made: Chronology) -> list[tuple[str, str]]:
    """What was typed in the text, and the words of the entry in whose row it was."""
    event = {e.id: e.event for e in made.entries}
    return [(event.get(n.entry, ""), n.words) for n in made.notes
            if n.kind == "typed in the text of the Word document"]  # fmt: skip


def test_what_is_typed_into_the_text_of_the_document_is_kept_and_said(tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    write(woven(tmp_path), path)
    document = docx.Document(str(path))
    document.add_paragraph("For the panel of May.")
    for table in document.tables:
        for row in table.rows:
            if row.cells[-1].text.startswith("gp.csv, row 3"):
                row.cells[3].paragraphs[0].add_run(" Who saw her?")
    document.add_table(1, 1).rows[0].cells[0].text = "Ring the school"
    document.save(str(path))
    for _ in range(2):
        again = woven(tmp_path, read_earlier(path))
        assert sorted(outside(again)) == [
            ("", "For the panel of May.\nRing the school"),
            ("Second look.", "Second look. Who saw her?"),
        ]
        assert "note-outside-columns" in {f.code for f in again.findings}
        write(again, path)


def test_words_that_stand_elsewhere_too_are_kept_where_they_were_typed_over_others(
    tmp_path: Path,
) -> None:
    """ "Not recorded" made "Seen", or the same as in the next row, is not what merging wrote."""
    path = tmp_path / "out.docx"
    write(woven(tmp_path), path)
    document = docx.Document(str(path))
    for table in document.tables:
        for row in table.rows:
            if row.cells[-1].text.startswith("gp.csv, row 3"):
                row.cells[3].paragraphs[0].runs[0].text = "Absent."
    document.save(str(path))
    assert outside(woven(tmp_path, read_earlier(path))) == [("Second look.", "Absent.")]


def test_a_document_in_which_captions_were_counted_anew_holds_nothing_that_people_typed(
    tmp_path: Path,
) -> None:
    path = tmp_path / "out.docx"
    write(woven(tmp_path), path)
    document = docx.Document(str(path))
    counted = list(document.element.body.iter(f"{W}fldSimple"))
    for field in counted:
        next(field.iter(f"{W}t")).text = "47"
    document.save(str(path))
    assert counted
    assert read_earlier(path).notes == ()


def headed(path: Path, heading: str) -> None:
    """Call the column Review notes otherwise."""
    document = docx.Document(str(path))
    for table in document.tables:
        for cell in table.rows[0].cells:
            if cell.text == "Review notes":
                cell.paragraphs[0].runs[0].text = heading
    document.save(str(path))


def test_notes_come_back_from_a_document_with_a_title_row_and_headings_in_other_letters(
    tmp_path: Path,
) -> None:
    path = tmp_path / "out.docx"
    write(woven(tmp_path), path)
    typed(path, "Absent.", "Ask why.")
    headed(path, "REVIEW NOTES ")
    document = docx.Document(str(path))
    for table in document.tables:
        title = parse_xml(f"<w:tr {NAMESPACES}><w:tc><w:p/></w:tc></w:tr>")
        table.rows[0]._tr.addprevious(title)
    document.save(str(path))
    assert notes(woven(tmp_path, read_earlier(path))) == {"Absent.": {"review_notes": "Ask why."}}


def test_a_document_whose_column_to_write_in_is_called_otherwise_is_not_overwritten(
    tmp_path: Path,
) -> None:
    path = tmp_path / "out.docx"
    write(woven(tmp_path), path)
    typed(path, "Absent.", "Ask why.")
    headed(path, "Panel comments")
    with pytest.raises(CaseweaveError, match="no column is headed 'Review notes' any more"):
        earlier_draft([tmp_path / "gp.csv"], [path], None, discard=False)
