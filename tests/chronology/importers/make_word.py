"""Write the Word samples: python -m tests.chronology.importers.make_word"""

from __future__ import annotations

from tests.chronology.importers.told import SAMPLES
from tests.chronology.importers.wordxml import cell, document, paragraph, part, row, run, table

HEADING = row("Date", "Event", "Child seen")
SEEN = row("12/03/2021", "Seen at home with mother", "Yes")


def plain() -> None:
    """A title, a table whose heading is repeated on the next page, and a signature."""
    document(
        SAMPLES / "word-plain.docx",
        paragraph("Chronology of the health visiting service"),
        table(HEADING, SEEN, HEADING, row("13/03/2021", "Weighed at clinic", "Yes")),
        paragraph(""),
        paragraph("Signed: a health visitor"),
        header1=part("hdr", paragraph("OFFICIAL SENSITIVE")),
        footer1=part("ftr", paragraph("Page 1")),
    )


def several() -> None:
    """A cover table, then two tables of which only the first has headings."""
    document(
        SAMPLES / "word-several-tables.docx",
        table(row("Agency", "GP"), row("Author", "A. Practitioner")),
        table(HEADING, SEEN),
        paragraph("Continued"),
        table(row("14/03/2021", "Missed appointment", "No"), row("15/03/2021", "Letter sent", "")),
        table(row("Version", "Date", "Author"), row("0.1", "01/04/2021", "A. Practitioner")),
        table(row("Name", "DOB", "Notes"), row("Child A", "01/02/2017", "At home")),
        table(row("Month", "Contacts", "Child seen"), row("March 2021", "3", "1")),
        table(row("Date", "Action", "Due date"), row("01/04/2021", "Review", "01/06/2021")),
    )


def merged() -> None:
    """Bands across, a date merged down, a row with other borders, an old horizontal merge."""
    across = '<w:gridSpan w:val="3"/>'
    document(
        SAMPLES / "word-merged.docx",
        table(
            row(cell("Chronology of Child A", form=across)),
            HEADING,
            row(cell("MARCH 2021", form=across)),
            row(cell("12 March", form='<w:vMerge w:val="restart"/>'), "Seen at home", "Yes"),
            row(cell("", form="<w:vMerge/>"), "Second visit that day", "No"),
            row("13 March", cell("Telephone call", form='<w:gridSpan w:val="2"/>'), "No"),
            row(
                cell("April 2021: no contact", form='<w:hMerge w:val="restart"/>'),
                cell("", form="<w:hMerge/>"),
                cell("", form="<w:hMerge/>"),
            ),
            row(
                cell(
                    "No contact between 13 April 2021 and Easter: the family was away in Wales.",
                    form=across,
                )
            ),
            row("16 April", "Clinic", form='<w:gridAfter w:val="1"/>'),
        ),
    )


def tracked() -> None:
    """Insertions count; deletions, moves away and deleted rows are kept as marks."""
    inserted = '<w:ins w:id="1" w:author="A"><w:r><w:t>not </w:t></w:r></w:ins>'
    deleted = '<w:del w:id="2"><w:r><w:delText>at 4 Larch Court</w:delText></w:r></w:del>'
    moved = (
        "<w:moveFrom><w:r><w:t>moved away</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t>moved here</w:t></w:r></w:moveTo>"
    )
    document(
        SAMPLES / "word-tracked.docx",
        table(
            HEADING,
            row("12/03/2021", cell(paragraph("Ruby was ", inserted, "seen ", deleted)), "No"),
            row("13/03/2021", cell(paragraph("Words ", moved)), "Yes"),
            row("14/03/2021", "Row deleted whole", "Yes", form='<w:del w:id="3"/>'),
            row("15/03/2021", "Row inserted whole", "Yes", form='<w:ins w:id="4"/>'),
        ),
    )


def drawn() -> None:
    """Struck and hidden text, by itself and by a style; whole cells and parts of them."""
    style = part(
        "styles",
        '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>',
    )
    document(
        SAMPLES / "word-struck.docx",
        table(
            HEADING,
            row("12/03/2021", cell(paragraph(run("All struck", "<w:strike/>"))), "Yes"),
            row("13/03/2021", cell(paragraph("Was ", run("not ", "<w:dstrike/>"), "seen")), "Yes"),
            row(
                "14/03/2021",
                cell(paragraph("Seen", run(" at refuge", '<w:rStyle w:val="Gone"/>'))),
                "Yes",
            ),
            row(
                "15/03/2021",
                cell(paragraph(run("Stands", '<w:rStyle w:val="Gone"/><w:strike w:val="0"/>'))),
                "Yes",
            ),
            row("16/03/2021", cell(paragraph("Seen", run(" secretly", "<w:vanish/>"))), "Yes"),
            row("17/03/2021", "Hidden row", "Yes", form="<w:hidden/>"),
            row(
                "18/03/2021",
                "Weighed",
                cell(paragraph(run("No, at a refuge", "<w:strike/>"))),
                cell(paragraph("Yes", run(" by nan", "<w:vanish/>"))),
            ),
        ),
        styles=style,
    )


def pinned() -> None:
    """Comments with replies, footnotes, links, and pictures."""
    refer = '<w:r><w:commentReference w:id="{}"/></w:r>'
    document(
        SAMPLES / "word-comments.docx",
        table(
            HEADING,
            row("12/03/2021", cell(paragraph("Seen", refer.format(0), refer.format(1))), "Yes"),
            row(
                "13/03/2021",
                cell(paragraph("Weighed", '<w:r><w:footnoteReference w:id="2"/></w:r>', " well")),
                "Yes",
            ),
            row(
                "14/03/2021",
                cell(paragraph(f'<w:hyperlink r:id="a1">{run("See the letter")}</w:hyperlink>')),
                "Yes",
            ),
            row("15/03/2021", cell(paragraph('<w:r><w:drawing><a:blip r:embed="p1"/></w:drawing>'
                                            "</w:r>", "Body map")), "Yes"),
        ),
        comments=part(
            "comments",
            f'<w:comment w:id="0" w:author="A. Reader">{paragraph("Which child?")}</w:comment>',
            f'<w:comment w:id="1" w:author="B. Writer">{paragraph("Ruby.")}</w:comment>',
        ),
        footnotes=part(
            "footnotes",
            f'<w:footnote w:type="separator" w:id="0">{paragraph("x")}</w:footnote>',
            f'<w:footnote w:id="2">{paragraph("9th centile")}</w:footnote>',
        ),
        a1="https://records.example/letter",
    )  # fmt: skip


def forms() -> None:
    """Content controls filled in and not, ticks, old form fields, symbols, breaks."""

    def control(content: str, prompt: bool = False, ticked: bool = False) -> str:
        showing = "<w:showingPlcHdr/>" if prompt else ""
        showing += '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>' if ticked else ""
        return f"<w:sdt><w:sdtPr>{showing}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    box = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{}</w:checkBox></w:ffData>'
    box += "</w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r>"
    box += '<w:fldChar w:fldCharType="end"/></w:r>'
    choice = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
        '<w:listEntry w:val="No"/><w:listEntry w:val="Yes"/></w:ddList></w:ffData></w:fldChar>'
        '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    tick = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    document(
        SAMPLES / "word-forms.docx",
        table(
            HEADING,
            row(control(cell("12/03/2021")), cell(control(paragraph("In a control"))), "Yes"),
            row("13/03/2021", "Prompt beside", control(cell("Choose an item."), prompt=True)),
            row("13/03/2021", "A new box", cell(control(paragraph("\u2612"), ticked=True))),
            row("14/03/2021", "Old boxes", cell(paragraph(box.format('<w:default w:val="1"/>')))),
            row("15/03/2021", "Not ticked", cell(paragraph(box.format("")))),
            row("16/03/2021", "From a list", cell(paragraph(choice))),
            row("17/03/2021", "A tick of Wingdings", cell(paragraph(tick))),
            control(row("18/03/2021", cell(paragraph("Two", "<w:r><w:br/></w:r>", "lines")), "No")),
        ),
    )  # fmt: skip


def nested() -> None:
    """A table in a cell belongs to the cell; a table round a table is only a frame."""
    weights = table(row("Age", "Weight"), row("6 weeks", "4.1 kg"))
    document(
        SAMPLES / "word-nested.docx",
        table(HEADING, row("12/03/2021", cell("Weighed", weights, "Well"), "Yes")),
        table(row(cell("Part two", table(HEADING, SEEN, row("13/03/2021", "Call", "No")), ""))),
    )


def boxes() -> None:
    """Text boxes in a cell and outside, each written twice for newer and older programs."""

    def box(words: str) -> str:
        inside = f"<w:txbxContent>{paragraph(words)}</w:txbxContent>"
        return (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{inside}</w:drawing>'
            f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>"
        )

    document(
        SAMPLES / "word-text-boxes.docx",
        paragraph(box("A box over the page")),
        table(HEADING, row("12/03/2021", cell(paragraph("Seen", box("with his sister"))), "Yes")),
    )


def aside() -> None:
    """Words taken back, hidden and commented on in headings and outside the table."""
    refer = '<w:r><w:commentReference w:id="0"/></w:r>'
    deleted = '<w:del w:id="2"><w:r><w:delText>B. Writer </w:delText></w:r></w:del>'
    document(
        SAMPLES / "word-aside.docx",
        paragraph("Author: ", deleted, "A. Reader"),
        paragraph(run("Lives at 4 Larch Court", "<w:strike/>")),
        paragraph("Summary", run(" for the panel alone", "<w:vanish/>")),
        table(row("Date", cell(paragraph("Event", refer)), "Child seen"), SEEN),
        comments=part(
            "comments",
            f'<w:comment w:id="0" w:author="A. Reader">{paragraph("Told by nan")}</w:comment>',
        ),
    )


def main() -> None:
    """Write them all."""
    for make in (plain, several, merged, tracked, drawn, pinned, forms, nested, boxes, aside):
        make()
    document(SAMPLES / "word-strict.docx", table(HEADING, SEEN), strict=True)
    document(SAMPLES / "word-without-table.docx", paragraph("12/03/2021 Seen at home"))


if __name__ == "__main__":
    main()
